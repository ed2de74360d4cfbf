package dev.hoga.gateway.kiwoom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.BodyLimits;
import dev.hoga.catalogue.RequestBody;
import dev.hoga.core.Code;
import dev.hoga.core.Environment;
import dev.hoga.gateway.MemorySession;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a socket is answered, frame by frame; what is pushed is tested elsewhere. */
class KiwoomSessionTest {
    private static final String LOGGED_IN = "{\"trnm\":\"LOGIN\",\"return_code\":0,\"return_msg\":\"\",\"sor_yn\":\"Y\"}";
    private static final String PING = "{\"trnm\":\"PING\"}";
    private static final String REGISTERED = "{\"trnm\":\"REG\",\"return_code\":0,\"return_msg\":\"\"}";
    private static final String REMOVED = "{\"trnm\":\"REMOVE\",\"return_code\":0,\"return_msg\":\"\"}";
    private static final String DEAD_TOKEN = "{\"trnm\":\"LOGIN\",\"return_code\":805004,\"return_msg\":\"토큰 인증에 실패했습니다. "
        + "접속을 종료합니다 [CODE=8005, MESSAGE=Token이 유효하지 않습니다]\"}";

    private final House house = new House();

    private MemorySession connect() {
        return new MemorySession(KiwoomSocket.DOMESTIC_PATH).openedBy(house.socket);
    }

    private MemorySession login(String name) {
        MemorySession session = connect().says(loginFrame(house.token(name, Environment.LIVE)));
        assertEquals(LOGGED_IN, session.heardOne());
        return session;
    }

    static String loginFrame(String token) {
        return "{\"trnm\":\"LOGIN\",\"token\":\"" + token + "\"}";
    }

    private static String error(String trnm, int code, String message) {
        return "{\"trnm\":\"" + trnm + "\",\"return_code\":" + code + ",\"return_msg\":\"" + message + "\"}";
    }

    static String reg(String group, String refresh, List<String> items, List<String> types) {
        return "{\"trnm\":\"REG\",\"grp_no\":\"" + group + "\",\"refresh\":\"" + refresh + "\",\"data\":[{\"item\":" + list(items)
            + ",\"type\":" + list(types) + "}]}";
    }

    private static String list(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> codes(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "%06d".formatted(i)).toList();
    }

    private void assertEnded(MemorySession session) {
        assertEquals(1000, session.closeStatus());
        assertEquals("Bye", session.closeReason());
    }

    // -- login ---------------------------------------------------------------------------------------------------------

    @Test
    void answersALoginWithTheVeryFirstFrame() {
        assertEquals(LOGGED_IN, connect().says("{\"trnm\": \"LOGIN\", \"token\": \"" + house.token("alice", Environment.LIVE) + "\"}")
            .heardOne());
        assertEquals(LOGGED_IN, connect().says(loginFrame(house.token("alice", Environment.MOCK))).heardOne());
    }

    @Test
    void refusesADeadTokenAndSaysGoodbye() {
        MemorySession session = connect().says(loginFrame("no token of ours"));
        assertEquals(DEAD_TOKEN, session.heardOne());
        assertEnded(session);
    }

    @Test
    void takesTheTokenAloneAndNotWithItsScheme() {
        assertEquals(DEAD_TOKEN, connect().says(loginFrame("Bearer " + house.token("alice", Environment.LIVE))).heardOne());
    }

    @Test
    void refusesTheOtherHostsToken() {
        MemorySession session = new MemorySession(KiwoomSocket.DOMESTIC_PATH).with("Host", "mockapi.kiwoom.com:10000")
            .openedBy(house.socket).says(loginFrame(house.token("alice", Environment.LIVE)));
        assertEquals(error("LOGIN", 805004, "토큰 인증에 실패했습니다. 접속을 종료합니다 [CODE=8031, MESSAGE=투자구분(실전/모의)이 달라서 Token를 "
            + "사용할수가 없습니다]"), session.heardOne());
        assertEnded(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"trnm\":\"LOGIN\"}", "{\"trnm\":\"LOGIN\",\"token\":\"\"}", "{\"trnm\":\"LOGIN\",\"token\":{\"a\":1}}"})
    void refusesALoginWithoutAToken(String frame) {
        MemorySession session = connect().says(frame);
        assertTrue(session.heardOne().startsWith("{\"trnm\":\"LOGIN\",\"return_code\":805002,"));
        assertEnded(session);
    }

    @Test
    void ignoresWhatComesBeforeTheLogin() {
        MemorySession session = connect().says(reg("1", "1", List.of(House.SAMSUNG), List.of("0B")));
        assertEquals(error("REG", 100013, "로그인 인증이 들어오기 전에 다른 전문이 들어왔습니다. 해당 전문은 무시됩니다. (TRNM=%s)"), session.heardOne());
        assertTrue(session.says("{\"trnm\":\"NONSENSE\"}").heardOne().contains("100013"));
        assertTrue(session.says(PING).heardOne().contains("100013"));
        assertEquals(0, session.closeStatus());
        assertEquals(0, house.socket.subjects().size());
        assertEquals(LOGGED_IN, session.says(loginFrame(house.token("alice", Environment.LIVE))).heardOne());
    }

    @Test
    void endsASessionThatDoesNotLogIn() {
        MemorySession session = connect();
        session.pass(9_999);
        assertEquals(0, session.closeStatus());
        session.pass(1);
        assertEquals("{\"trnm\":\"SYSTEM\",\"code\":\"R10004\",\"message\":\"접속허용요청(토큰)이 들어오지 않았습니다. 접속 후 접속허용요청을 통해 "
            + "토큰을 전송되어야 합니다. 접속을 종료합니다\"}", session.heardOne());
        assertEnded(session);
    }

    @Test
    void endsTheOlderSessionOfTheSameKey() {
        MemorySession older = login("alice");
        MemorySession mock = connect().says(loginFrame(house.token("alice", Environment.MOCK)));
        MemorySession newer = login("alice");
        assertEquals("{\"trnm\":\"SYSTEM\",\"code\":\"R10001\",\"message\":\"동일한 App key로 접속이 되었습니다. 기존 세션은 종료가 됩니다\"}",
            older.heardOne());
        assertEnded(older);
        assertEquals(List.of(LOGGED_IN), mock.heard(), "another key of the same account is another session");
        assertEquals(REGISTERED, newer.says(reg("1", "1", List.of(House.SAMSUNG), List.of("0B"))).heardOne());
        assertEquals(2, house.socket.sessionCount());
    }

    @Test
    void letsSessionsOfAKeyLiveSideBySideWhereItIsToldTo() {
        var lenient = new KiwoomSocket(house.tokens, House.CATALOGUE, new KiwoomSocketSettings(false, 10_000, 10_000, 20_000, 30_000));
        MemorySession older = new MemorySession(KiwoomSocket.DOMESTIC_PATH).openedBy(lenient);
        older.says(loginFrame(house.token("alice", Environment.LIVE)));
        new MemorySession(KiwoomSocket.DOMESTIC_PATH).openedBy(lenient).says(loginFrame(house.token("alice", Environment.LIVE)));
        assertEquals(0, older.closeStatus());
    }

    @Test
    void answersARepeatedLoginOfTheSameKeyOnly() {
        MemorySession session = login("alice");
        assertEquals(LOGGED_IN, session.says(loginFrame(house.token("alice", Environment.LIVE))).heardOne());
        assertEquals(DEAD_TOKEN, session.says(loginFrame(house.token("bob", Environment.LIVE))).heardOne());
        assertEnded(session);
    }

    // -- heartbeat -----------------------------------------------------------------------------------------------------

    @Test
    void asksForAnEchoAfterTenSecondsAndThenEveryTwenty() {
        MemorySession session = login("alice");
        session.pass(9_999);
        assertEquals(List.of(), session.heard());
        session.pass(1);
        assertEquals(PING, session.heardOne());
        for (int i = 0; i < 20; i++) {
            session.says(PING).pass(19_999);
            assertEquals(List.of(), session.heard());
            session.pass(1);
            assertEquals(PING, session.heardOne());
        }
        assertEquals(0, session.closeStatus());
    }

    @Test
    void endsASessionThatDoesNotEcho() {
        MemorySession session = login("alice");
        session.pass(39_999);
        assertEquals(List.of(PING, PING), session.heard());
        session.pass(1);
        assertEquals("{\"trnm\":\"SYSTEM\",\"code\":\"R10002\",\"message\":\"사용자 프로그램으로부터 Heartbeat(연결유지) 메시지가 오지않아서 접속을 "
            + "종료합니다\"}", session.heardOne());
        assertEnded(session);
    }

    @Test
    void saysNothingToAPingThatNobodyAskedFor() {
        MemorySession session = login("alice").says(PING).says("{\"trnm\": \"PING\", \"more\": 7}");
        assertEquals(List.of(), session.heard());
        session.pass(10_000);
        assertEquals(PING, session.heardOne());
        session.pass(30_000);
        assertEnded(session);
    }

    // -- wrong frames --------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{", "[]", "[{\"trnm\":\"REG\"}]", "\"PING\"", "null", "1", "{}", "{\"trnm\":\"\"}",
        "{\"trnm\":null}", "{\"trnm\":[\"REG\"]}", "{\"header\":{\"trnm\":\"REG\"}}", "{\"trnm\":\"PING\"} and more",
        "{\"trnm\":\"REG\",}", "{'trnm':'PING'}"})
    void asksForTheServiceNameOfWhateverHasNone(String frame) {
        String answer = error("", 100002, "필수 파라미터가 누락되어 있습니다(parameter=trnm)");
        assertEquals(answer, connect().says(frame).heardOne());
        MemorySession session = login("alice").says(frame);
        assertEquals(answer, session.heardOne());
        assertEquals(0, session.closeStatus());
    }

    @Test
    void refusesADeepFrame() {
        assertTrue(login("alice").says("{\"trnm\":\"REG\",\"data\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}").heardOne()
            .contains("100002"));
    }

    @Test
    void refusesAnUnknownServiceAndRepeatsNoLongNames() {
        MemorySession session = login("alice");
        assertTrue(session.says("{\"trnm\":\"REGISTER\"}").heardOne().startsWith("{\"trnm\":\"REGISTER\",\"return_code\":105108,"));
        assertTrue(session.says("{\"trnm\":\"reg\"}").heardOne().contains("105108"));
        String answer = session.says("{\"trnm\":\"" + "<\\\"script>".repeat(1_000) + "\"}").heardOne();
        assertTrue(answer.length() < 300, answer);
        assertTrue(answer.startsWith("{\"trnm\":\"<\\\"script><\\\"script>"), answer);
        assertEquals(0, session.closeStatus());
    }

    @Test
    void answersWhatIsNotBuiltWithARefusal() {
        String refusal = "\"return_code\":1,\"return_msg\":\"[CODE=8104, MESSAGE=모의투자에서 지원하지 않는 API 입니다.]\"}";
        assertEquals("{\"trnm\":\"CNSRLST\"," + refusal, login("alice").says("{\"trnm\":\"CNSRLST\"}").heardOne());
        MemorySession abroad = new MemorySession(KiwoomSocket.US_PATH).openedBy(house.socket);
        assertEquals(LOGGED_IN, abroad.says(loginFrame(house.token("bob", Environment.LIVE))).heardOne());
        assertEquals("{\"trnm\":\"REG\"," + refusal, abroad.says(reg("1", "1", List.of("TSLA"), List.of("FE"))).heardOne());
    }

    // -- registrations -------------------------------------------------------------------------------------------------

    @Test
    void acknowledgesEachRegistrationOnce() {
        MemorySession session = login("alice");
        assertEquals(REGISTERED, session.says(reg("1", "1", List.of(House.SAMSUNG, House.HYNIX), List.of("0B", "0D"))).heardOne());
        assertEquals(4, house.socket.subjects().size());
        assertEquals(REMOVED, session.says("{\"trnm\":\"REMOVE\",\"grp_no\":\"1\",\"refresh\":\"\",\"data\":[{\"item\":[\"005930\"],"
            + "\"type\":[\"0B\"]}]}").heardOne());
        assertEquals(3, house.socket.subjects().size());
        assertEquals(REMOVED, session.says("{\"trnm\": \"REMOVE\", \"grp_no\": \"1\"}").heardOne());
        assertEquals(0, house.socket.subjects().size());
        assertEquals(REMOVED, session.says("{\"trnm\":\"REMOVE\",\"grp_no\":\"9\",\"data\":[{\"item\":[\"005930\"],\"type\":[\"0B\"]}]}")
            .heardOne(), "what is not registered is removed as well");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"\"]", "[]", "[\"005930\"]", "null"})
    void takesAccountTypesWhateverTheirItem(String item) {
        assertEquals(REGISTERED, login("alice").says("{\"trnm\":\"REG\",\"grp_no\":\"2\",\"refresh\":\"1\",\"data\":[{\"item\":" + item
            + ",\"type\":[\"00\",\"04\"]}]}").heardOne());
        assertTrue(house.socket.wantsAccount(house.alice));
        assertFalse(house.socket.wantsAccount(house.bob));
    }

    @Test
    void takesAccountTypesWithoutAnItem() {
        assertEquals(REGISTERED, login("alice").says("{\"trnm\":\"REG\",\"grp_no\":2,\"data\":[{\"type\":[\"00\"]}]}").heardOne());
        assertTrue(house.socket.wantsAccount(house.alice));
    }

    @Test
    void takesItemsOfOtherVenuesAndTypesThatStaySilent() {
        MemorySession session = login("alice");
        assertEquals(REGISTERED, session.says(reg("1", "1", List.of("005930_NX", "005930_AL", "never listed", "KRX:005930"),
            List.of("0B", "0I", "0m", "0u"))).heardOne());
        assertTrue(house.socket.wantsTrades(Code.pack(House.SAMSUNG)), "through _AL");
        assertEquals(1, house.socket.subjects().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'trnm':'REG','grp_no':'1','data':[{'item':'005930','type':['0B']}]} | 105111",
        "{'trnm':'REG','grp_no':'1','data':[{'item':['005930'],'type':'0B'}]} | 105111",
        "{'trnm':'REG','grp_no':'1','data':[{'item':[5930],'type':['0B']}]}   | 105111",
        "{'trnm':'REG','grp_no':'1','data':[{'item':['005930'],'type':[['0B']]}]} | 105111",
        "{'trnm':'REG','grp_no':'1','data':{'item':['005930'],'type':['0B']}} | 105111",
        "{'trnm':'REG','grp_no':'1','data':['005930']}                        | 105111",
        "{'trnm':'REG','grp_no':'1','data':[{'item':['005930'],'type':['FE']}]} | 105111",
        "{'trnm':'REG','grp_no':'1','data':[{'item':['005930005930005930005930'],'type':['0B']}]} | 105111",
        "{'trnm':'REG','grp_no':'12345678901','data':[{'item':['005930'],'type':['0B']}]} | 105111",
        "{'trnm':'REG','data':[{'item':['005930'],'type':['0B']}]}            | 100002",
        "{'trnm':'REG','grp_no':'1'}                                          | 100002",
        "{'trnm':'REG','grp_no':'1','data':null}                              | 100002",
        "{'trnm':'REMOVE'}                                                    | 100002",
        "{'trnm':'REMOVE','grp_no':'1','data':[{'item':'005930','type':['0B']}]} | 105111",
    })
    void refusesARegistrationOfTheWrongForm(String frame, String code) {
        MemorySession session = login("alice");
        String sent = frame.replace('\'', '"');
        String trnm = sent.contains("REMOVE") ? "REMOVE" : "REG";
        assertTrue(session.says(sent).heardOne().startsWith("{\"trnm\":\"" + trnm + "\",\"return_code\":" + code + ','));
        assertEquals(0, house.socket.subjects().size());
        assertEquals(0, session.closeStatus());
    }

    @Test
    void holdsTheLimitsOfGroupAndSession() {
        MemorySession session = login("alice");
        assertEquals(REGISTERED, session.says(reg("1", "1", codes(0, 100), List.of("0B", "0D"))).heardOne());
        assertEquals(200, house.socket.subjects().size());
        assertEquals(error("REG", 105118, "실시간 항목 등록에 실패했습니다. 등록 종목이 그룹번호에 등록할 수 있는 허용 개수(100)를 초과했습니다"),
            session.says(reg("1", "1", codes(100, 100), List.of("0B"))).heardOne());
        assertEquals(error("REG", 105115, "실시간 항목 등록에 실패했습니다. 등록 종목이 허용 개수(100)를 초과했습니다"),
            session.says(reg("2", "0", codes(100, 100), List.of("0B"))).heardOne());
        assertEquals(200, house.socket.subjects().size(), "a failed REG registers nothing");
        assertEquals(REGISTERED, session.says(reg("2", "1", codes(0, 100), List.of("0C"))).heardOne(), "the same stocks again");
        assertEquals(REGISTERED, session.says(reg("3", "1", List.of(""), List.of("00", "04"))).heardOne(), "no stocks at all");
        assertTrue(session.says(reg("9", "1", codes(0, 101), List.of("0B"))).heardOne().contains("105118"));
    }

    @Test
    void remembersNoMoreThanItsBound() {
        MemorySession session = login("alice");
        List<String> types = List.of("0A", "0B", "0C", "0D", "0E", "0F", "0G", "0H", "0g", "0w");
        String answer = REGISTERED;
        int groups = 0;
        while (answer.equals(REGISTERED)) {
            answer = session.says(reg(Integer.toString(groups++), "1", codes(0, 100), types)).heardOne();
        }
        assertTrue(answer.contains("105115"), answer);
        assertEquals(Registrations.MOST_PER_SESSION / 1_000 + 1, groups);
    }

    @Test
    void forgetsTheGroupsOlderRegistrationsWhereNothingIsToStay() {
        MemorySession session = login("alice");
        session.says(reg("1", "1", List.of(House.SAMSUNG), List.of("0B"))).says(reg("2", "1", List.of(House.HYNIX), List.of("0B")));
        session.says(reg("1", "0", List.of(House.KODEX), List.of("0D"))).heard();
        assertFalse(house.socket.wantsTrades(Code.pack(House.SAMSUNG)));
        assertTrue(house.socket.wantsTrades(Code.pack(House.HYNIX)), "another group");
        assertTrue(house.socket.wantsBook(Code.pack(House.KODEX)));
    }

    @Test
    void keepsAStockThatAnotherGroupStillHas() {
        MemorySession session = login("alice");
        session.says(reg("1", "1", List.of(House.SAMSUNG), List.of("0B"))).says(reg("2", "1", List.of(House.SAMSUNG), List.of("0B")));
        session.says("{\"trnm\":\"REMOVE\",\"grp_no\":\"1\"}");
        assertTrue(house.socket.wantsTrades(Code.pack(House.SAMSUNG)));
        session.says("{\"trnm\":\"REMOVE\",\"grp_no\":\"2\"}");
        assertFalse(house.socket.wantsTrades(Code.pack(House.SAMSUNG)));
    }

    @Test
    void leavesNothingBehindWhenAClientLeaves() {
        MemorySession alice = login("alice").says(reg("1", "1", codes(0, 100), List.of("0B", "0C", "0D", "00")));
        MemorySession bob = login("bob").says(reg("1", "1", List.of("000000"), List.of("0B")));
        alice.leaves();
        assertEquals(1, house.socket.subjects().size());
        bob.leaves();
        assertEquals(0, house.socket.subjects().size());
        assertEquals(0, house.socket.sessionCount());
    }

    @Test
    void endsEverySessionWithTheHouse() {
        MemorySession session = login("alice");
        house.socket.close();
        assertEquals(1001, session.closeStatus());
        assertEquals(1001, connect().closeStatus(), "who comes too late");
    }

    @Test
    void endsEverySessionWhereNothingWillBeToldAnyMore() {
        MemorySession session = login("alice");
        house.socket.over();
        assertEquals(1001, session.closeStatus());
    }

    /** A frame with bytes lost, doubled, swapped or replaced is answered as JSON or ignored, and ends nothing. */
    @Test
    void staysInOrderWhateverBecomesOfAFrame() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<String> frames = List.of(PING, reg("1", "1", List.of(House.SAMSUNG, House.HYNIX), List.of("0B", "00")),
            "{\"trnm\":\"REMOVE\",\"grp_no\":\"1\",\"refresh\":\"\",\"data\":[{\"item\":[\"005930\"],\"type\":[\"0B\"]}]}",
            "{\"trnm\":\"CNSRREQ\",\"seq\":\"0\",\"search_type\":\"1\"}");
        MemorySession session = login("alice");
        for (int round = 0; round < 5_000; round++) {
            String frame = garbled(frames.get(random.nextInt(frames.size())), random);
            List<String> answers = session.says(frame).heard();
            String told = "seed " + seed + " round " + round + ": " + frame + " was answered " + answers;
            assertTrue(answers.size() <= 1, told);
            for (String answer : answers) {
                RequestBody read = RequestBody.parse(answer.getBytes(UTF_8), BodyLimits.DEFAULT);
                assertTrue(read.has("trnm") && !read.text("return_code").isEmpty() && read.has("return_msg"), told);
            }
            assertEquals(0, session.closeStatus(), told);
        }
        assertEquals(REGISTERED, session.says(reg("9", "0", List.of(House.SAMSUNG), List.of("0B"))).heardOne(), "seed " + seed);
    }

    private static String garbled(String text, Random random) {
        var frame = new StringBuilder(text);
        for (int changes = random.nextInt(1, 4); changes > 0 && !frame.isEmpty(); changes--) {
            int at = random.nextInt(frame.length());
            switch (random.nextInt(4)) {
                case 0 -> frame.deleteCharAt(at);
                case 1 -> frame.insert(at, frame.charAt(random.nextInt(frame.length())));
                case 2 -> frame.setCharAt(at, frame.charAt(random.nextInt(frame.length())));
                default -> frame.setCharAt(at, (char) random.nextInt(0x80));
            }
        }
        return frame.toString();
    }

    /** Whatever registrations come and go, what is listened to is exactly what is registered. */
    @Test
    void listensToExactlyWhatIsRegistered() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        MemorySession session = login("alice");
        var model = new HashMap<String, Set<String>>();
        for (int step = 0; step < 2_000; step++) {
            String group = Integer.toString(random.nextInt(4));
            List<String> items = codes(random.nextInt(8), 1 + random.nextInt(3));
            List<String> types = random.nextBoolean() ? List.of("0B") : List.of("0D", "0B");
            var pairs = new HashSet<String>();
            items.forEach(item -> types.forEach(type -> pairs.add(type + item)));
            int what = random.nextInt(5);
            if (what == 0) {
                session.says("{\"trnm\":\"REMOVE\",\"grp_no\":\"" + group + "\"}");
                model.remove(group);
            } else if (what == 1) {
                session.says(reg(group, "", items, types).replace("REG", "REMOVE"));
                model.getOrDefault(group, new HashSet<>()).removeAll(pairs);
            } else {
                session.says(reg(group, what == 2 ? "0" : "1", items, types));
                if (what == 2) {
                    model.remove(group);
                }
                model.computeIfAbsent(group, key -> new HashSet<>()).addAll(pairs);
            }
            var all = new HashSet<String>();
            model.values().forEach(all::addAll);
            assertEquals(all.size(), house.socket.subjects().size(), "seed " + seed + " step " + step);
        }
    }
}
