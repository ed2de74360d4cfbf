package dev.hoga.server;

import dev.hoga.catalogue.Catalogue;
import dev.hoga.catalogue.ErrorReply;
import dev.hoga.catalogue.ErrorTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Wrong messages on Kiwoom's socket and what each must be answered, by the contract's table and by the order that docs/simulated.md
 * gives: no trnm, no login, unknown trnm, then the message's own fields. The server's code is not asked.
 */
final class KiwoomSocketMutants {
    private static final ErrorTable ERRORS = Catalogue.load().kiwoom().errors();
    private static final String REGISTER = "REG";
    private static final int MOST_ITEMS = 100;
    /** Known, and not built: condition searches. */
    private static final List<String> SEARCHES = List.of("CNSRLST", "CNSRREQ", "CNSRCLR");
    /** What stands in place of data, and whether it is of the right form. */
    private static final List<Data> DATA = List.of(
        new Data("[{\"item\":[\"005930\"],\"type\":[\"0B\",\"0D\"]}]", true),
        new Data("[{\"item\":[\"\"],\"type\":[\"00\"]}]", true),
        new Data("[{\"item\":[],\"type\":[\"04\"]}]", true),
        new Data("[{\"item\":[\"999999\",\"A\"],\"type\":[\"0A\"]}]", true),
        new Data("\"005930\"", false), new Data("{}", false), new Data("7", false), new Data("true", false), new Data("[7]", false),
        new Data("[[]]", false), new Data("[\"005930\"]", false),
        new Data("[{\"item\":\"005930\",\"type\":[\"0B\"]}]", false), new Data("[{\"item\":[\"005930\"],\"type\":\"0B\"}]", false),
        new Data("[{\"item\":[5930],\"type\":[\"0B\"]}]", false), new Data("[{\"item\":[\"005930\"],\"type\":[0]}]", false),
        new Data("[{\"item\":[\"005930\"],\"type\":[\"ZZ\"]}]", false), new Data("[{\"item\":[\"005930\"],\"type\":[\"0b\"]}]", false),
        new Data("[{\"item\":[\"005930\"],\"type\":[\"0B\"]},{\"item\":[{}],\"type\":[\"0B\"]}]", false),
        new Data("[{\"item\":[\"012345678901234567890\"],\"type\":[\"0B\"]}]", false));
    private static final List<String> GROUPS = List.of("\"1\"", "\"22\"", "3", "\"x\"");
    private static final List<String> NO_TEXT = List.of("null", "\"\"", "\"  \"", "{}", "[]");

    private final SplittableRandom random;

    KiwoomSocketMutants(SplittableRandom random) {
        this.random = random;
    }

    /** @param fits whether items and types are arrays of texts, and the types exist */
    private record Data(String json, boolean fits) {
    }

    /** A message whose answer has its number: an unknown trnm, whether somebody is logged in or not. */
    static String probe(int number) {
        return "{\"trnm\":\"PROBE" + number + "\"}";
    }

    /** What a probe of a session without a login is answered. */
    static Map<String, Object> answerBeforeLogin(String trnm) {
        return error(trnm, "100013", "%s");
    }

    static Map<String, Object> error(String trnm, String code, Object... values) {
        ErrorReply reply = ERRORS.reply(code, values);
        return SocketAttempt.part("trnm", trnm, "return_code", (long) reply.returnCode(), "return_msg", reply.message());
    }

    private static Map<String, Object> done(String trnm) {
        return SocketAttempt.part("trnm", trnm, "return_code", 0L, "return_msg", "");
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String word() {
        return random.ints(1 + random.nextInt(12), 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint,
            StringBuilder::append).toString();
    }

    private static SocketAttempt answered(String name, String json, Object... hears) {
        return SocketAttempt.answered(name + ": " + (json.length() > 200 ? json.length() + " characters" : json), WireFrame.text(json), hears);
    }

    /** With the keys in any order, as JSON has none. */
    private String shuffled(Map<String, String> fields) {
        var names = new ArrayList<>(fields.keySet());
        for (int i = names.size() - 1; i > 0; i--) {
            Collections.swap(names, i, random.nextInt(i + 1));
        }
        var json = new StringBuilder("{");
        names.forEach(name -> json.append(json.length() == 1 ? "" : ",").append('"').append(name).append("\":").append(fields.get(name)));
        return json.append('}').toString();
    }

    private Map<String, String> registration(String trnm) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("trnm", '"' + trnm + '"');
        fields.put("grp_no", one(GROUPS));
        fields.put("refresh", one(List.of("\"0\"", "\"1\"", "\"\"", "null", "1")));
        fields.put("data", one(DATA).json);
        return fields;
    }

    // -- whoever it is ---------------------------------------------------------------------------------------------------

    /** What has no trnm, or is no JSON: the same answer before and after a login. */
    SocketAttempt withoutTrnm() {
        String right = shuffled(registration(REGISTER));
        Map<String, String> nameless = registration(REGISTER);
        nameless.put("trnm", one(NO_TEXT));
        Map<String, String> absent = registration(REGISTER);
        absent.remove("trnm");
        String json = switch (random.nextInt(9)) {
            case 0 -> right.substring(0, random.nextInt(right.length()));
            case 1 -> right + one(List.of("}", "x", ",", "{}"));
            case 2 -> word();
            case 3 -> one(List.of("[]", "7", "null", "\"REG\"", "[" + right + "]", ""));
            case 4 -> right.replace("\"refresh\"", "refresh");
            case 5 -> "{\"deep\":" + "[".repeat(40) + "]".repeat(40) + "," + right.substring(1);
            case 6 -> "{" + "\"k\":1,".repeat(70) + right.substring(1);
            case 7 -> shuffled(absent);
            default -> shuffled(nameless);
        };
        return answered("no trnm", json, error("", "100002", "trnm"));
    }

    // -- before the login ------------------------------------------------------------------------------------------------

    /** Anything but a login. */
    SocketAttempt beforeLogin() {
        String trnm = one(List.of(REGISTER, "REMOVE", "PING", "CNSRLST", word()));
        return answered("before the login", shuffled(registration(trnm)), answerBeforeLogin(trnm));
    }

    /** @param badTokens that are no live token of this broker, as JSON */
    SocketAttempt failedLogin(List<String> badTokens) {
        if (random.nextInt(3) == 0) {
            String json = one(List.of("{\"trnm\":\"LOGIN\"}", "{\"trnm\":\"LOGIN\",\"token\":\"\"}", "{\"token\":null,\"trnm\":\"LOGIN\"}",
                "{\"trnm\":\"LOGIN\",\"token\":{}}", "{\"trnm\":\"LOGIN\",\"Token\":\"x\"}"));
            return SocketAttempt.ended("a login without a token: " + json, WireFrame.text(json), SocketAttempt.closed(1000), error("LOGIN", "805002"));
        }
        return SocketAttempt.ended("a login with a wrong token", WireFrame.text(login(one(badTokens))), SocketAttempt.closed(1000), failed());
    }

    /** A login, by the token's JSON. */
    static String login(String token) {
        return "{\"trnm\":\"LOGIN\",\"token\":" + token + "}";
    }

    static Map<String, Object> failed() {
        return error("LOGIN", "805004", "8005", ERRORS.error("8005").text());
    }

    // -- after the login -------------------------------------------------------------------------------------------------

    /** Registrations and their ends with any of the fields wrong. */
    SocketAttempt registration() {
        boolean registers = random.nextBoolean();
        String trnm = registers ? REGISTER : "REMOVE";
        Map<String, String> fields = registration(trnm);
        Data data = one(DATA);
        fields.put("data", data.json);
        boolean dataThere = random.nextInt(5) > 0;
        if (!dataThere) {
            fields.put("data", "null");
        }
        boolean groupThere = random.nextInt(4) > 0;
        if (!groupThere) {
            fields.put("grp_no", one(NO_TEXT));
        }
        boolean longGroup = groupThere && random.nextInt(6) == 0;
        if (longGroup) {
            fields.put("grp_no", "\"12345678901\"");
        }
        fields.put(word() + "_", one(List.of("1", "[{}]", "\"x\"")));
        Object answer;
        if (!groupThere) {
            answer = error(trnm, "100002", "grp_no");
        } else if (!dataThere && registers) {
            answer = error(trnm, "100002", "data");
        } else {
            answer = longGroup || dataThere && !data.fits ? error(trnm, "105111") : done(trnm);
        }
        return answered(trnm, shuffled(fields), answer);
    }

    /** What nobody knows, and what is known and not built. */
    SocketAttempt unknownService() {
        String trnm = random.nextBoolean() ? word() : Integer.toString(random.nextInt(1_000));
        return answered("an unknown trnm", "{\"trnm\":\"" + trnm + "\"}", error(trnm, "105108", trnm));
    }

    SocketAttempt conditionSearch() {
        String trnm = one(SEARCHES);
        return answered("a condition search", "{\"trnm\":\"" + trnm + "\",\"seq\":\"0\"}",
            SocketAttempt.part("trnm", trnm, "return_code", 1L));
    }

    /** More items than a group has room for; nothing of it is registered, so it can be repeated. */
    SocketAttempt tooManyItems() {
        var items = new ArrayList<String>();
        int count = MOST_ITEMS + 1 + random.nextInt(50);
        for (int i = 0; i < count; i++) {
            items.add("\"%06d\"".formatted(300_000 + i));
        }
        String json = "{\"trnm\":\"REG\",\"grp_no\":\"77\",\"refresh\":\"1\",\"data\":[{\"item\":[" + String.join(",", items)
            + "],\"type\":[\"0B\"]}]}";
        return answered("too many items", json, error(REGISTER, "105118", MOST_ITEMS));
    }

    /** Many at once: each is answered, in their order. */
    static SocketAttempt flood(int count) {
        var frames = new byte[count][];
        var hears = new Object[count];
        for (int i = 0; i < count; i++) {
            frames[i] = WireFrame.text("{\"trnm\":\"flood" + i + "\"}");
            hears[i] = error("flood" + i, "105108", "flood" + i);
        }
        return SocketAttempt.answered("a flood of " + count, WireFrame.joined(frames), hears);
    }

    /** Heartbeats that were not asked for are not answered, however many. */
    static SocketAttempt floodOfPings(int count) {
        var frames = new byte[count][];
        for (int i = 0; i < count; i++) {
            frames[i] = WireFrame.text("{\"trnm\":\"PING\"}");
        }
        return SocketAttempt.answered("a flood of PINGs", WireFrame.joined(frames));
    }
}
