import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Copies the classes of a newer Java's foreign function interface, with the version of class files that an older compiler reads: so
 * is the example compiled where there is a newer runtime and no newer compiler.
 *
 * <pre>java Stubs FOLDER</pre>
 */
public final class Stubs {
    private static final int MAJOR_VERSION_AT = 7;
    private static final byte JAVA_17 = 61;

    public static void main(String[] arguments) throws Exception {
        Path classes = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base/java/lang/foreign");
        Path folder = Files.createDirectories(Path.of(arguments[0], "java/lang/foreign"));
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[MAJOR_VERSION_AT] = JAVA_17;
                Files.write(folder.resolve(file.getFileName().toString()), bytes);
            }
        }
    }
}
