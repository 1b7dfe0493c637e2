import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decides the requests of a file, one JSON text a line, and prints a verdict for each, by JNA: for Java before 22.
 *
 * <pre>java -cp jna.jar:. -Djna.library.path=DIR EvaluateJna SERVICE COMPANY REQUESTS</pre>
 */
public final class EvaluateJna {
    private static final int OK = 0; // KESSAI_STATUS_OK

    /** The functions of the header that are called here. A size_t is a long where this runs. */
    public interface Kessai extends Library {
        int kessai_service_new(byte[] json, long length, PointerByReference service, PointerByReference error);

        int kessai_company_new(
                Pointer service, byte[] json, long length, PointerByReference company, PointerByReference error);

        int kessai_evaluate_json(
                Pointer company, byte[] request, long length, PointerByReference verdict, PointerByReference error);

        Pointer kessai_text_data(Pointer text);

        long kessai_text_len(Pointer text);

        Pointer kessai_error_json(Pointer error);

        void kessai_service_free(Pointer service);

        void kessai_company_free(Pointer company);

        void kessai_text_free(Pointer text);

        void kessai_error_free(Pointer error);
    }

    private static final Kessai KESSAI = Native.load("kessai", Kessai.class);

    private static String text(Pointer text) {
        int length = Math.toIntExact(KESSAI.kessai_text_len(text));
        return new String(KESSAI.kessai_text_data(text).getByteArray(0, length), StandardCharsets.UTF_8);
    }

    /** The result of a call; where there is none, its error is thrown, and to be treated as refused. */
    private static Pointer result(int status, PointerByReference result, PointerByReference error) {
        if (status == OK) {
            return result.getValue();
        }
        String said = text(KESSAI.kessai_error_json(error.getValue()));
        KESSAI.kessai_error_free(error.getValue());
        throw new IllegalArgumentException(said);
    }

    public static void main(String[] paths) throws Exception {
        byte[] service = Files.readAllBytes(Path.of(paths[0]));
        byte[] company = Files.readAllBytes(Path.of(paths[1]));
        PointerByReference out = new PointerByReference();
        PointerByReference error = new PointerByReference();
        Pointer bank = result(KESSAI.kessai_service_new(service, service.length, out, error), out, error);
        Pointer firm = result(KESSAI.kessai_company_new(bank, company, company.length, out, error), out, error);
        KESSAI.kessai_service_free(bank); // the company holds what it needs of it
        PrintStream print = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line : Files.readAllLines(Path.of(paths[2]))) {
            byte[] request = line.getBytes(StandardCharsets.UTF_8);
            try {
                int status = KESSAI.kessai_evaluate_json(firm, request, request.length, out, error);
                Pointer verdict = result(status, out, error);
                print.print(text(verdict) + "\n");
                KESSAI.kessai_text_free(verdict);
            } catch (IllegalArgumentException noAnswer) {
                print.print(noAnswer.getMessage() + "\n");
            }
        }
        print.flush();
        KESSAI.kessai_company_free(firm);
    }
}
