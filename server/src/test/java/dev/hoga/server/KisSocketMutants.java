package dev.hoga.server;

import dev.hoga.catalogue.Catalogue;
import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.ErrorTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/**
 * Wrong messages on KIS's socket and what each must be answered, by the contract's table and by the order of checks that docs/simulated.md
 * gives. The server's code is not asked.
 */
final class KisSocketMutants {
    static final String TRADES = "H0STCNT0";
    static final String SAMSUNG = "005930";

    private static final ErrorTable ERRORS = Catalogue.load().kis().errors();
    private static final List<String> NO_TEXT = List.of("null", "\"\"", "\" \"", "{}", "[]", "true");
    private static final List<String> UNKNOWN_TRS = List.of("H0XXXXX0", "h0stcnt0", "H0STCNI9", "H0UPCNT0", "x");
    private static final List<String> NO_CODES = List.of("\"가나다\"", "\"00 59\"", "\"0059301234567\"");

    private final SplittableRandom random;
    private final String approvalKey;

    /** @param approvalKey of the session that says these things */
    KisSocketMutants(SplittableRandom random, String approvalKey) {
        this.random = random;
        this.approvalKey = approvalKey;
    }

    /** A message whose answer has its number, and that takes no session: a registration with an approval key of nobody. */
    static String probe(int number) {
        return message("PROBE" + number, "1", TRADES, SAMSUNG);
    }

    static String message(String approvalKey, String trType, String trId, String trKey) {
        return "{\"header\":{\"approval_key\":\"" + approvalKey + "\",\"custtype\":\"P\",\"tr_type\":\"" + trType + "\"},\"body\":{\"input\":{"
            + "\"tr_id\":\"" + trId + "\",\"tr_key\":\"" + trKey + "\"}}}";
    }

    static Map<String, Object> answer(String code, Object... values) {
        ErrorReply reply = ERRORS.reply(code, values);
        return SocketAttempt.part("body",
            SocketAttempt.part("rt_cd", Integer.toString(reply.returnCode()), "msg_cd", code, "msg1", reply.message()));
    }

    String approvalKey() {
        return approvalKey;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static SocketAttempt answered(String name, String json, Object... hears) {
        return SocketAttempt.answered(name + ": " + (json.length() > 300 ? json.length() + " characters" : json), WireFrame.text(json), hears);
    }

    /** A registration's parts, each as JSON; a part that is null is left out. */
    private final class Draft {
        private final Map<String, String> header = new LinkedHashMap<>();
        private final Map<String, String> input = new LinkedHashMap<>();
        private String wholeHeader = "";
        private String wholeBody = "";
        private String wholeInput = "";

        Draft() {
            header.put("content-type", "\"utf-8\"");
            header.put("approval_key", '"' + approvalKey + '"');
            header.put("custtype", one(List.of("\"P\"", "\"B\"", "\"\"", "null")));
            header.put("tr_type", one(List.of("\"1\"", "1")));
            input.put("tr_id", '"' + TRADES + '"');
            input.put("tr_key", '"' + SAMSUNG + '"');
        }

        String json() {
            String shownInput = wholeInput.isEmpty() ? object(input) : wholeInput;
            String body = wholeBody.isEmpty() ? "{\"input\":" + shownInput + "}" : wholeBody;
            String shownHeader = wholeHeader.isEmpty() ? object(header) : wholeHeader;
            return random.nextBoolean() ? "{\"header\":" + shownHeader + ",\"body\":" + body + "}"
                : "{\"body\":" + body + ",\"extra\":[1],\"header\":" + shownHeader + "}";
        }

        private static String object(Map<String, String> fields) {
            var json = new StringJoiner(",", "{", "}");
            fields.forEach((name, value) -> json.add('"' + name + "\":" + value));
            return json.toString();
        }
    }

    /** No JSON object at all. */
    SocketAttempt noJson() {
        String right = new Draft().json();
        String json = switch (random.nextInt(6)) {
            case 0 -> right.substring(0, random.nextInt(right.length()));
            case 1 -> right + one(List.of("}", "x", "{}"));
            case 2 -> one(List.of("[]", "7", "null", "PINGPONG", "", "[" + right + "]"));
            case 3 -> right.replace("\"input\"", "input");
            case 4 -> "{\"deep\":" + "[".repeat(40) + "]".repeat(40) + "," + right.substring(1);
            default -> "{" + "\"k\":1,".repeat(70) + right.substring(1);
        };
        return answered("no JSON", json, answer("OPSP9999"));
    }

    /** One flaw, and perhaps a second one that is looked for later: the first is told. */
    SocketAttempt flawed() {
        int first = random.nextInt(FLAWS.size());
        var draft = new Draft();
        for (int flaw = FLAWS.size() - 1; flaw > first; flaw--) {
            if (random.nextInt(4) == 0) {
                FLAWS.get(flaw).spoil.accept(this, draft);
            }
        }
        Flaw told = FLAWS.get(first);
        told.spoil.accept(this, draft);
        return answered(told.code, draft.json(), told.answer());
    }

    @FunctionalInterface
    private interface Spoiler {
        void accept(KisSocketMutants mutants, Draft draft);
    }

    /** @param values of the answer's text */
    private record Flaw(String code, Spoiler spoil, Object... values) {

        Map<String, Object> answer() {
            return KisSocketMutants.answer(code, values);
        }
    }

    /** In the order in which they are looked for. */
    private static final List<Flaw> FLAWS = List.of(
        new Flaw("OPSP9998", (mutants, draft) -> draft.wholeHeader = mutants.one(List.of("[]", "null", "\"x\"", "7"))),
        new Flaw("OPSP9996", (mutants, draft) -> draft.header.put("approval_key", mutants.one(NO_TEXT))),
        new Flaw("OPSP8998", (mutants, draft) -> draft.header.put("custtype", mutants.one(List.of("\"X\"", "\"PB\"", "\"p\"", "7")))),
        new Flaw("OPSP8997", (mutants, draft) -> draft.header.put("tr_type", mutants.one(List.of("\"3\"", "\"\"", "null", "0", "[]", "\"01\"")))),
        new Flaw("OPSP9992", (mutants, draft) -> draft.wholeBody = mutants.one(List.of("[]", "null", "\"x\"", "7"))),
        new Flaw("OPSP9991", (mutants, draft) -> draft.wholeInput = mutants.one(List.of("[]", "null", "\"x\"", "7"))),
        new Flaw("OPSP8991", (mutants, draft) -> draft.input.put("tr_id", mutants.one(NO_TEXT))),
        new Flaw("OPSP9990", (mutants, draft) -> draft.input.remove("tr_key")),
        new Flaw("OPSP8993", (mutants, draft) -> {
            if (draft.input.containsKey("tr_key")) {
                draft.input.put("tr_key", mutants.one(List.of("\"\"", "null", "5930", "[]", "\"" + "9".repeat(33) + '"')));
            }
        }),
        new Flaw("OPSP0011", (mutants, draft) -> draft.header.put("approval_key", "\"nobody-s\""), "nobody-s"));

    /** What is looked for once the session has its app key. */
    SocketAttempt refused() {
        var draft = new Draft();
        if (random.nextBoolean()) {
            draft.input.put("tr_id", '"' + one(UNKNOWN_TRS) + '"');
            return answered("an unknown TR", draft.json(), answer("OPSP8991"));
        }
        draft.input.put("tr_key", one(NO_CODES));
        return answered("no code of a stock", draft.json(), answer("OPSP8992"));
    }

    /** With another key's approval. */
    static SocketAttempt foreign(String approvalOfAnother) {
        return answered("the approval key of another app key", message(approvalOfAnother, "1", TRADES, SAMSUNG), answer("OPSP0010"));
    }

    /** Twice the same, the end of it twice, and one more than there is room for. */
    SocketAttempt overAndOver(int most) {
        var frames = new byte[most + 5][];
        var hears = new Object[frames.length];
        for (int i = 0; i <= most; i++) {
            frames[i] = WireFrame.text(message(approvalKey, "1", TRADES, "%06d".formatted(800_000 + i)));
            hears[i] = i < most ? answer("OPSP0000") : answer("OPSP0008");
        }
        String first = "800000";
        frames[most + 1] = WireFrame.text(message(approvalKey, "1", TRADES, first));
        hears[most + 1] = answer("OPSP0002");
        frames[most + 2] = WireFrame.text(message(approvalKey, "2", TRADES, first));
        hears[most + 2] = answer("OPSP0001");
        frames[most + 3] = WireFrame.text(message(approvalKey, "2", TRADES, first));
        hears[most + 3] = answer("OPSP0003");
        frames[most + 4] = WireFrame.text(message(approvalKey, "2", "H0STASP0", first));
        hears[most + 4] = answer("OPSP0003");
        return SocketAttempt.answered("registrations over and over", WireFrame.joined(frames), hears);
    }

    /** The HTS id of somebody else: dropped without a word, as the broker's own sample says. */
    SocketAttempt wrongHtsId() {
        return SocketAttempt.ended("another's HTS id", WireFrame.text(message(approvalKey, "1", "H0STCNI0", "nobody")), SocketAttempt.DROPPED);
    }

    /** A second session of an app key. */
    static SocketAttempt second(String approvalKey) {
        return SocketAttempt.ended("a second session of an app key", WireFrame.text(message(approvalKey, "1", TRADES, SAMSUNG)),
            SocketAttempt.closed(1000), answer("OPSP8996"));
    }

    /** Many at once: each is answered, in their order. */
    static SocketAttempt flood(int count) {
        var frames = new byte[count][];
        var hears = new Object[count];
        for (int i = 0; i < count; i++) {
            frames[i] = WireFrame.text(message("flood" + i, "1", TRADES, SAMSUNG));
            hears[i] = answer("OPSP0011", "flood" + i);
        }
        return SocketAttempt.answered("a flood of " + count, WireFrame.joined(frames), hears);
    }

    /** Heartbeats that were not asked for are not answered, however many. */
    static SocketAttempt floodOfPings(int count) {
        var frames = new byte[count][];
        for (int i = 0; i < count; i++) {
            frames[i] = WireFrame.text("{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20261120100000\"}}");
        }
        return SocketAttempt.answered("a flood of PINGPONGs", WireFrame.joined(frames));
    }
}
