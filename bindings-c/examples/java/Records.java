import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.MemoryLayout.PathElement.sequenceElement;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Decides transfers by records, with the foreign function interface of Java 22 and later: one line a transfer,
 * {@code BANK,BRANCH,PAYMENT,BEARER} (1 the payer, 2 the payee; nothing is missing). Prints {@code OUTCOME FEE WITHDRAWAL REASONS} for
 * each. Documents are read once; each thread has a session of its own.
 *
 * <pre>java --enable-native-access=ALL-UNNAMED Records LIBRARY SERVICE COMPANY TRANSFERS</pre>
 */
public final class Records {
    // What is not used here is left out: "rest" has its room. docs/records.md has every position.
    private static final MemoryLayout USAGE = MemoryLayout.structLayout(
            text("limit", 64), text("whose", 64), text("kind", 1), text("day", 8), text("used", 18));
    private static final MemoryLayout REQUEST = MemoryLayout.structLayout(
            text("user", 64), text("business", 64), text("account", 64), text("operation", 2), text("now", 21),
            text("valueDate", 8), text("entry", 1), text("senderName", 48), text("senderCode", 10),
            text("approver", 64), text("moreApprovers", 15 * 64), text("usageCount", 3),
            MemoryLayout.sequenceLayout(16, USAGE).withName("usage"), text("rest", 1360));
    private static final MemoryLayout ITEM = MemoryLayout.structLayout(
            text("payeeKind", 1), text("bank", 11), text("branch", 11), text("accountType", 4), text("number", 34),
            text("name", 70), text("registeredOn", 8), text("registeredAt", 21), text("document", 1),
            text("payment", 18), text("bearer", 1), text("rest", 154));
    private static final MemoryLayout VERDICT = MemoryLayout.structLayout(
            text("outcome", 2), text("status", 4), text("error", 4), text("errorField", 4), text("errorIndex", 6),
            text("errorRecord", 3), text("errorAt", 5), text("valueDate", 8), text("feeSet", 1), text("payment", 18),
            text("deducted", 18), text("transfer", 18), text("bankFee", 18), text("withdrawal", 18),
            text("rest", 2784), text("reasonCount", 6), text("more", 6933));

    private static MemoryLayout text(String name, long size) {
        return MemoryLayout.sequenceLayout(size, JAVA_BYTE).withName(name);
    }

    /** A record in memory of its own, in which everything is missing. */
    private record Area(MemoryLayout layout, MemorySegment memory) {
        Area(MemoryLayout layout, Arena arena) {
            this(layout, arena.allocate(layout).fill((byte) ' '));
        }

        private MemorySegment field(String name) {
            return memory.asSlice(layout.byteOffset(groupElement(name)), layout.select(groupElement(name)).byteSize());
        }

        /** Sets a field, with spaces behind its text. */
        void put(String name, String text) {
            MemorySegment field = field(name).fill((byte) ' ');
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            MemorySegment.copy(bytes, 0, field, JAVA_BYTE, 0, bytes.length);
        }

        String get(String name) {
            return new String(field(name).toArray(JAVA_BYTE), StandardCharsets.US_ASCII);
        }

        /** An entry of a table. */
        Area entry(String name, MemoryLayout entry, long at) {
            long begin = layout.byteOffset(groupElement(name), sequenceElement(at));
            return new Area(entry, memory.asSlice(begin, entry.byteSize()));
        }
    }

    private static SymbolLookup library;

    private static MethodHandle function(String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(library.find("kessai_" + name).orElseThrow(), type);
    }

    /** Makes something of the library's of what it is made of, and a text. */
    private static MemorySegment made(String name, MemorySegment of, byte[] text) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            MemorySegment bytes = arena.allocate(Math.max(1, text.length));
            MemorySegment.copy(text, 0, bytes, JAVA_BYTE, 0, text.length);
            long length = text.length;
            MemorySegment none = MemorySegment.NULL;
            int status = of == null
                    ? (int) function(name, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS))
                            .invoke(bytes, length, out, none)
                    : (int) function(name, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS))
                            .invoke(of, bytes, length, out, none);
            if (status != 0) {
                throw new IllegalStateException(name + ": status " + status);
            }
            return out.get(ADDRESS, 0);
        }
    }

    private static void free(String name, MemorySegment value) throws Throwable {
        function(name + "_free", FunctionDescriptor.ofVoid(ADDRESS)).invoke(value);
    }

    /** What all transfers here have in common. */
    private static Area request(Arena arena) {
        Area request = new Area(REQUEST, arena);
        request.put("user", "taro01");
        request.put("business", "transfer");
        request.put("account", "081-1-0100001");
        request.put("operation", "01");
        request.put("now", "2026112010150000+0900");
        request.put("valueDate", "20261124");
        request.put("approver", "hanako01");
        request.put("usageCount", "002");
        String[] limits = {"accountPerDay.total", "accountPerDay.preRegistered"};
        for (int at = 0; at < limits.length; at++) {
            Area usage = request.entry("usage", USAGE, at);
            usage.put("limit", limits[at]);
            usage.put("day", "20261120");
            usage.put("used", "0".repeat(18));
        }
        return request;
    }

    /** Answers each fourth line from the first on. */
    private static void decide(MemorySegment company, List<String> lines, String[] answers, int first) throws Throwable {
        MethodHandle evaluate = function(
                "record_evaluate", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        MemorySegment session = made("session_new", company, "UTF-8".getBytes(StandardCharsets.US_ASCII));
        try (Arena arena = Arena.ofConfined()) {
            Area request = request(arena);
            Area item = new Area(ITEM, arena);
            Area verdict = new Area(VERDICT, arena);
            for (int at = first; at < answers.length; at += 4) {
                String[] values = lines.get(at).split(",", -1);
                item.put("payeeKind", "1");
                item.put("bank", values[0]);
                item.put("branch", values[1]);
                item.put("payment", values[2].isEmpty() ? "" : "0".repeat(18 - values[2].length()) + values[2]);
                item.put("bearer", values[3]);
                // Only 0 and 4 may go on; whatever else it is, also what is not known here, is refused.
                int outcome = (int) evaluate.invoke(
                        session, request.memory(), item.memory(), MemorySegment.NULL, verdict.memory());
                answers[at] = String.format("%02d %s %s %s", outcome, verdict.get("bankFee"), verdict.get("withdrawal"),
                        verdict.get("reasonCount"));
            }
        } finally {
            free("session", session);
        }
    }

    public static void main(String[] paths) throws Throwable {
        library = SymbolLookup.libraryLookup(paths[0], Arena.global());
        MemorySegment service = made("service_new", null, Files.readAllBytes(Path.of(paths[1])));
        MemorySegment company = made("company_new", service, Files.readAllBytes(Path.of(paths[2])));
        free("service", service); // the company holds what it needs of it
        List<String> lines = Files.readAllLines(Path.of(paths[3]));
        String[] answers = new String[lines.size()];
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> parts = new ArrayList<>();
        for (int first = 0; first < 4; first++) {
            int begin = first;
            parts.add(pool.submit(() -> {
                try {
                    decide(company, lines, answers, begin);
                } catch (Throwable error) {
                    throw new IllegalStateException(error);
                }
            }));
        }
        for (Future<?> part : parts) {
            part.get(); // throws what was thrown there
        }
        pool.shutdown();
        Arrays.stream(answers).forEach(System.out::println);
        free("company", company);
    }
}
