import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.PrintStream;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides the requests of a file, one JSON text a line, and prints a verdict for each, by the foreign function interface of Java 22
 * and later: no native code of one's own.
 *
 * <pre>java --enable-native-access=ALL-UNNAMED Evaluate LIBRARY SERVICE COMPANY REQUESTS</pre>
 */
public final class Evaluate {
    private static final int OK = 0; // KESSAI_STATUS_OK

    /** No answer, to be treated as refused. Its message is the error's JSON: code, place, messages. */
    static final class NoAnswer extends RuntimeException {
        NoAnswer(String json) {
            super(json);
        }
    }

    /** The functions of the library. Threads may share it, and everything that it gives but what is freed meanwhile. */
    static final class Kessai {
        private final Linker linker = Linker.nativeLinker();
        private final SymbolLookup library;
        private final MethodHandle serviceNew;
        private final MethodHandle companyNew;
        private final MethodHandle evaluate;
        private final MethodHandle textData;
        private final MethodHandle textLen;
        private final MethodHandle errorJson;

        Kessai(String path) {
            library = SymbolLookup.libraryLookup(path, Arena.global());
            serviceNew = function("service_new", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
            companyNew = function("company_new", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
            evaluate = function("evaluate_json", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
            textData = function("text_data", ADDRESS, ADDRESS);
            textLen = function("text_len", JAVA_LONG, ADDRESS);
            errorJson = function("error_json", ADDRESS, ADDRESS);
        }

        private MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
            MemorySegment symbol = library.find("kessai_" + name).orElseThrow();
            return linker.downcallHandle(symbol, FunctionDescriptor.of(result, parameters));
        }

        void free(String name, MemorySegment value) throws Throwable {
            MemorySegment symbol = library.find("kessai_" + name + "_free").orElseThrow();
            linker.downcallHandle(symbol, FunctionDescriptor.ofVoid(ADDRESS)).invoke(value);
        }

        String text(MemorySegment text) throws Throwable {
            long length = (long) textLen.invoke(text);
            MemorySegment data = ((MemorySegment) textData.invoke(text)).reinterpret(length);
            byte[] bytes = new byte[Math.toIntExact(length)];
            data.asByteBuffer().get(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** Calls what takes something of the library's (or nothing) and a text, and ends in a result and an error. */
        private MemorySegment call(MethodHandle function, MemorySegment of, String json) throws Throwable {
            try (Arena arena = Arena.ofConfined()) {
                byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
                MemorySegment text = arena.allocate(Math.max(bytes.length, 1));
                text.asByteBuffer().put(bytes);
                AddressLayout out = ADDRESS;
                MemorySegment result = arena.allocate(out);
                MemorySegment error = arena.allocate(out);
                long length = bytes.length;
                int status = of == null
                        ? (int) function.invoke(text, length, result, error)
                        : (int) function.invoke(of, text, length, result, error);
                if (status == OK) {
                    return result.get(out, 0);
                }
                MemorySegment why = error.get(out, 0);
                String said = text((MemorySegment) errorJson.invoke(why));
                free("error", why);
                throw new NoAnswer(said);
            }
        }

        MemorySegment service(String json) throws Throwable {
            return call(serviceNew, null, json);
        }

        MemorySegment company(MemorySegment service, String json) throws Throwable {
            return call(companyNew, service, json);
        }

        String evaluate(MemorySegment company, String request) throws Throwable {
            MemorySegment verdict = call(evaluate, company, request);
            String json = text(verdict);
            free("text", verdict);
            return json;
        }
    }

    public static void main(String[] paths) throws Throwable {
        Kessai kessai = new Kessai(paths[0]);
        MemorySegment service = kessai.service(Files.readString(Path.of(paths[1])));
        MemorySegment company = kessai.company(service, Files.readString(Path.of(paths[2])));
        kessai.free("service", service); // the company holds what it needs of it
        List<String> requests = Files.readAllLines(Path.of(paths[3]));
        String[] answers = new String[requests.size()];
        List<Thread> threads = new ArrayList<>();
        for (int first = 0; first < 4; first++) {
            int begin = first;
            Thread thread = new Thread(() -> {
                for (int at = begin; at < answers.length; at += 4) {
                    try {
                        answers[at] = kessai.evaluate(company, requests.get(at));
                    } catch (NoAnswer error) {
                        answers[at] = error.getMessage();
                    } catch (Throwable error) {
                        throw new IllegalStateException(error);
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String answer : answers) {
            out.print(answer + "\n");
        }
        out.flush();
        kessai.free("company", company);
    }
}
