package dev.hoga.gateway.kis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Broker;
import dev.hoga.core.Code;
import dev.hoga.core.Environment;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.MemorySession;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a socket is answered, message by message; what is pushed is tested elsewhere. */
class KisSessionTest {
    private static final String TRADES = "H0STCNT0";
    private static final String BOOK = "H0STASP0";
    private static final String REGISTERED = "H0STCNT0 005930 N OPSP0000 SUBSCRIBE SUCCESS";
    private static final Pattern DONE = Pattern.compile("\\{\"header\":\\{\"tr_id\":\"(\\w+)\",\"tr_key\":\"(\\w+)\",\"encrypt\":\"([YN])\"},\"body\":"
        + "\\{\"rt_cd\":\"0\",\"msg_cd\":\"(OPSP000[01])\",\"msg1\":\"(\\w+ SUCCESS)\",\"output\":\\{\"iv\":\"([0-9a-f]{16})\",\"key\":\"([a-z]{32})\"}}}");
    private static final String PINGPONG = "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20261120100000\"}}";

    private final House house = new House();
    private final String alice = house.approval("alice", Environment.LIVE);

    private MemorySession connect() {
        return new MemorySession("/tryitout").openedBy(house.socket);
    }

    private static String register(String approval, String trId, String trKey) {
        return House.registration(approval, trId, trKey);
    }

    private static String unregister(String approval, String trId, String trKey) {
        return House.message(approval, "2", trId, trKey);
    }

    private static String refusal(String trId, String trKey, int rtCd, String code, String text) {
        return "{\"header\":{\"tr_id\":\"" + trId + "\",\"tr_key\":\"" + trKey + "\",\"encrypt\":\"N\"},\"body\":{\"rt_cd\":\"" + rtCd
            + "\",\"msg_cd\":\"" + code + "\",\"msg1\":\"" + text + "\"}}";
    }

    /** @param what TR id, key, encrypt, code and text of the acknowledgement */
    private static Matcher assertDone(String what, String answer) {
        Matcher done = DONE.matcher(answer);
        assertTrue(done.matches(), answer);
        assertEquals(what, done.group(1) + ' ' + done.group(2) + ' ' + done.group(3) + ' ' + done.group(4) + ' ' + done.group(5));
        return done;
    }

    // -- registrations -------------------------------------------------------------------------------------------------

    @Test
    void acknowledgesARegistrationAsTheBrokerDoes() {
        MemorySession session = connect().says(register(alice, TRADES, House.SAMSUNG));
        assertDone(REGISTERED, session.heardOne());
        assertTrue(house.socket.wantsTrades(Code.pack(House.SAMSUNG)));
        assertFalse(house.socket.wantsBook(Code.pack(House.SAMSUNG)));
        session.says(register(alice, BOOK, House.SAMSUNG));
        assertDone("H0STASP0 005930 N OPSP0000 SUBSCRIBE SUCCESS", session.heardOne());
        assertTrue(house.socket.wantsBook(Code.pack(House.SAMSUNG)));
    }

    @Test
    void acknowledgesTheEndOfARegistration() {
        MemorySession session = connect().says(register(alice, TRADES, House.SAMSUNG)).says(unregister(alice, TRADES, House.SAMSUNG));
        assertDone("H0STCNT0 005930 N OPSP0001 UNSUBSCRIBE SUCCESS", session.heard().getLast());
        assertFalse(house.socket.wantsTrades(Code.pack(House.SAMSUNG)));
        session.says(register(alice, TRADES, House.SAMSUNG));
        assertDone(REGISTERED, session.heardOne());
    }

    @Test
    void tellsEachSessionOneKeyAndIvAndNoTwoSessionsTheSame() {
        MemorySession session = connect().says(register(alice, TRADES, House.SAMSUNG)).says(register(alice, "H0STCNI0", "alice"));
        List<String> heard = session.heard();
        Matcher first = assertDone(REGISTERED, heard.getFirst());
        Matcher second = assertDone("H0STCNI0 alice Y OPSP0000 SUBSCRIBE SUCCESS", heard.getLast());
        assertEquals(first.group(6) + first.group(7), second.group(6) + second.group(7), "clients keep the last pair they were told");
        Matcher other = assertDone(REGISTERED, connect().says(register(house.approval("bob", Environment.LIVE), TRADES, House.SAMSUNG))
            .heardOne());
        assertNotEquals(first.group(7), other.group(7));
        assertNotEquals(first.group(6), other.group(6));
    }

    @Test
    void refusesWhatIsRegisteredAlreadyAndWhatIsNotRegistered() {
        MemorySession session = connect().says(register(alice, TRADES, House.SAMSUNG)).says(register(alice, TRADES, House.SAMSUNG));
        assertEquals(refusal(TRADES, House.SAMSUNG, 1, "OPSP0002", "ALREADY IN SUBSCRIBE"), session.heard().getLast());
        session.says(unregister(alice, BOOK, House.SAMSUNG));
        assertEquals(refusal(BOOK, House.SAMSUNG, 1, "OPSP0003", "UNSUBSCRIBE ERROR(not found!)"), session.heardOne());
        assertEquals(0, session.closeStatus());
        assertTrue(house.socket.wantsTrades(Code.pack(House.SAMSUNG)));
    }

    @Test
    void takesFortyOneRegistrationsNoticesIncluded() {
        MemorySession session = connect().says(register(alice, "H0STCNI0", "alice"));
        for (int i = 1; i < KisSession.MOST_REGISTRATIONS; i++) {
            session.says(register(alice, i % 2 == 0 ? TRADES : BOOK, "%06d".formatted(i)));
        }
        List<String> heard = session.heard();
        assertEquals(41, heard.size());
        heard.forEach(answer -> assertTrue(DONE.matcher(answer).matches(), answer));
        session.says(register(alice, TRADES, "999999"));
        assertEquals(refusal(TRADES, "999999", 1, "OPSP0008", "MAX SUBSCRIBE OVER"), session.heardOne());
        assertFalse(house.socket.wantsTrades(Code.pack("999999")));
        session.says(unregister(alice, "H0STCNI0", "alice")).says(register(alice, TRADES, "999999"));
        assertDone("H0STCNT0 999999 N OPSP0000 SUBSCRIBE SUCCESS", session.heard().getLast());
    }

    @Test
    void passesOverKeysThatItDoesNotKnow() {
        assertDone(REGISTERED, connect().says(register(alice, TRADES, House.SAMSUNG).replace("\"custtype\"", "\"personalseckey\": \"1\", \"custtype\""))
            .heardOne());
    }

    @Test
    void takesANewApprovalKeyForEachRegistrationOfTheSameAppKey() {
        MemorySession session = connect().says(register(alice, TRADES, House.SAMSUNG));
        house.engine.passTime(120_000);
        String newer = house.approval("alice", Environment.LIVE);
        assertNotEquals(alice, newer);
        session.says(register(newer, BOOK, House.SAMSUNG));
        assertDone("H0STASP0 005930 N OPSP0000 SUBSCRIBE SUCCESS", session.heard().getLast());
    }

    // -- approval ------------------------------------------------------------------------------------------------------

    @Test
    void refusesAnApprovalKeyThatIsNotOurs() {
        String foreign = "062f61cb-c756-4b8f-9fab-92113c6fbea4";
        MemorySession session = connect().says(register(foreign, TRADES, House.SAMSUNG));
        assertEquals(refusal(TRADES, House.SAMSUNG, 1, "OPSP0011", "invalid approval : " + foreign), session.heardOne());
        assertEquals(0, session.closeStatus());
        assertDone(REGISTERED, session.says(register(alice, TRADES, House.SAMSUNG)).heardOne());
    }

    @Test
    void repeatsNoLongApprovalKeys() {
        String answer = connect().says(register("<script>\\\"".repeat(1_000), TRADES, House.SAMSUNG)).heardOne();
        assertTrue(answer.contains("OPSP0011") && answer.length() < 300, answer);
    }

    @Test
    void refusesAnApprovalKeyOfYesterday() {
        house.engine.passTime(ApprovalKeys.LIFE_MS);
        assertTrue(connect().says(register(alice, TRADES, House.SAMSUNG)).heardOne().contains("OPSP0011"));
    }

    @Test
    void cutsNoSessionWhoseApprovalKeyExpires() {
        MemorySession session = connect().says(register(alice, TRADES, House.SAMSUNG));
        house.engine.passTime(ApprovalKeys.LIFE_MS);
        session.pass(1_000);
        assertEquals(0, session.closeStatus());
        assertTrue(house.socket.wantsTrades(Code.pack(House.SAMSUNG)));
    }

    @Test
    void refusesTheSecondSessionOfAnAppKeyAndKeepsTheFirst() {
        MemorySession first = connect().says(register(alice, TRADES, House.SAMSUNG));
        MemorySession second = connect().says(register(alice, BOOK, House.SAMSUNG));
        assertEquals("{\"header\":{\"tr_id\":\"(null)\",\"tr_key\":\"\",\"encrypt\":\"N\"},\"body\":{\"rt_cd\":\"9\",\"msg_cd\":\"OPSP8996\","
            + "\"msg1\":\"ALREADY IN USE appkey\"}}", second.heardOne());
        assertEquals(1000, second.closeStatus());
        assertEquals(0, first.closeStatus());
        MemorySession mock = connect().says(register(house.approval("alice", Environment.MOCK), TRADES, House.SAMSUNG));
        assertDone(REGISTERED, mock.heardOne());
        first.leaves();
        assertDone(REGISTERED, connect().says(register(alice, TRADES, House.SAMSUNG)).heardOne());
    }

    @Test
    void letsSessionsOfAnAppKeyLiveSideBySideWhereItIsToldTo() {
        KisSocket lenient = house.socket(new KisSocketSettings(KisLayout.OF_2026, false, 10_000, 20_000, 600_000));
        new MemorySession("/").openedBy(lenient).says(register(alice, TRADES, House.SAMSUNG));
        assertDone(REGISTERED, new MemorySession("/").openedBy(lenient).says(register(alice, TRADES, House.SAMSUNG)).heardOne());
    }

    @Test
    void keepsASessionToItsAppKey() {
        MemorySession session = connect().says(register(alice, TRADES, House.SAMSUNG));
        session.says(register(house.approval("bob", Environment.LIVE), BOOK, House.SAMSUNG));
        assertEquals(refusal(BOOK, House.SAMSUNG, 1, "OPSP0010", "SUBSCRIBE WARNING : invalid appkey"), session.heard().getLast());
        assertEquals(0, session.closeStatus());
    }

    @ParameterizedTest
    @CsvSource({"ops.koreainvestment.com:21000,true,false", "ops.koreainvestment.com:31000,false,true", "127.0.0.1:8080,true,true"})
    void judgesTheKeyByTheHostsPort(String host, boolean live, boolean mock) {
        for (Environment environment : Environment.values()) {
            MemorySession session = new MemorySession("/").with("Host", host).openedBy(house.socket)
                .says(register(house.approval("bob", environment), TRADES, House.SAMSUNG));
            assertEquals(environment == Environment.LIVE ? live : mock, DONE.matcher(session.heardOne()).matches(), host + environment);
            session.leaves();
        }
    }

    @Test
    void endsASessionThatNeverShowsAnApprovalKey() {
        MemorySession session = connect().says(register("nonsense", TRADES, House.SAMSUNG));
        session.pass(KisSocketSettings.APPROVAL_MS - 1);
        assertEquals(0, session.closeStatus());
        session.pass(1);
        assertEquals(1008, session.closeStatus());
        MemorySession approved = connect().says(register(alice, TRADES, House.SAMSUNG));
        approved.pass(KisSocketSettings.APPROVAL_MS);
        assertEquals(0, approved.closeStatus());
    }

    // -- environments, notices -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"LIVE,H0STCNI0,H0STCNI9", "MOCK,H0STCNI9,H0STCNI0"})
    void hasANoticeTrForEachEnvironment(Environment environment, String right, String wrong) {
        String approval = house.approval("alice", environment);
        MemorySession session = connect().says(register(approval, wrong, "alice"));
        assertEquals(refusal(wrong, "alice", 1, "OPSP8991", "SUBSCRIBE ERROR : invalid tr_id"), session.heardOne());
        assertDone(right + " alice Y OPSP0000 SUBSCRIBE SUCCESS", session.says(register(approval, right, "alice")).heardOne());
        assertTrue(house.socket.wantsAccount(house.alice));
        assertFalse(house.socket.wantsAccount(house.bob));
        assertDone(right + " alice Y OPSP0001 UNSUBSCRIBE SUCCESS", session.says(unregister(approval, right, "alice")).heardOne());
        assertFalse(house.socket.wantsAccount(house.alice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "ALICE", "nobody", "5000000101"})
    void dropsWhoNamesAWrongHtsId(String htsId) {
        MemorySession session = connect().says(register(alice, TRADES, House.SAMSUNG)).says(register(alice, "H0STCNI0", htsId));
        assertEquals(-1, session.closeStatus(), "without a goodbye");
        assertEquals(1, session.heard().size());
        assertEquals(0, house.socket.sessionCount());
        assertFalse(house.socket.wantsAccount(house.alice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H0STCNT1", "h0stcnt0", "H0STMKO0", "H0UNMKO0", "H0NXMKO0", "HDFSASP1", "TTTC0012U", "FHKST01010100"})
    void refusesATrThatIsUnknownOrNotBuilt(String trId) {
        assertEquals(refusal(trId, House.SAMSUNG, 1, "OPSP8991", "SUBSCRIBE ERROR : invalid tr_id"),
            connect().says(register(alice, trId, House.SAMSUNG)).heardOne());
    }

    @ParameterizedTest
    @ValueSource(strings = {"samsung", "005930^000660", "삼성전자", "123456789", "005 930"})
    void refusesAKeyThatIsNoCode(String trKey) {
        assertEquals(refusal(TRADES, trKey, 1, "OPSP8992", "SUBSCRIBE ERROR : invalid tr_key"),
            connect().says(register(alice, TRADES, trKey)).heardOne());
    }

    // -- heartbeat -----------------------------------------------------------------------------------------------------

    @Test
    void sendsAHeartbeatAfterTenSecondsAndThenEveryTwenty() {
        MemorySession session = connect();
        session.pass(9_999);
        assertEquals(List.of(), session.heard());
        session.pass(1);
        assertEquals(PINGPONG, session.heardOne());
        for (int i = 0; i < 20; i++) {
            session.pass(19_999);
            assertEquals(List.of(), session.heard());
            session.pass(1);
            assertEquals(PINGPONG, session.heardOne());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "text with blanks", "pong", "nothing"})
    void takesEveryAnswerToAHeartbeatAndNone(String style) {
        MemorySession session = connect().says(register(alice, TRADES, House.SAMSUNG));
        session.heard();
        for (int i = 0; i < 50; i++) {
            session.pass(20_000);
            session.heard();
            switch (style) {
                case "text" -> session.says(PINGPONG);
                case "text with blanks" -> session.says("{\"header\": {\"tr_id\": \"PINGPONG\", \"datetime\": \"20261120100000\"}}");
                case "pong" -> session.pongs(PINGPONG.getBytes(UTF_8));
                default -> { }
            }
            assertEquals(List.of(), session.heard(), "answered what asks for nothing");
        }
        assertEquals(0, session.closeStatus());
        assertTrue(house.socket.wantsTrades(Code.pack(House.SAMSUNG)));
    }

    // -- wrong messages --------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{", "[]", "[{\"header\":{}}]", "\"PINGPONG\"", "null", "1", "{} {}", "{\"header\":{},}", "{'header':{}}",
        "0|H0STCNT0|001|005930"})
    void refusesWhatIsNoJsonObject(String message) {
        MemorySession session = connect().says(message);
        assertEquals("{\"header\":{\"tr_id\":\"(null)\",\"tr_key\":\"\",\"encrypt\":\"N\"},\"body\":{\"rt_cd\":\"9\",\"msg_cd\":\"OPSP9999\","
            + "\"msg1\":\"JSON PARSING ERROR : invalid json format\"}}", session.heardOne());
        assertEquals(0, session.closeStatus());
    }

    @Test
    void refusesADeepMessageAndOneWithTooManyKeys() {
        String deep = "{\"header\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertTrue(connect().says(deep).heardOne().contains("OPSP9999"));
        var many = new StringBuilder("{\"header\":{");
        for (int i = 0; i < 100; i++) {
            many.append("\"k").append(i).append("\":\"\",");
        }
        assertTrue(connect().says(many + "\"k\":\"\"}}").heardOne().contains("OPSP9999"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}                                                                    | OPSP9998 | header not found",
        "{'body':{'input':{'tr_id':'H0STCNT0','tr_key':'005930'}}}             | OPSP9998 | header not found",
        "{'header':'H'}                                                        | OPSP9998 | header not found",
        "{'header':[{'approval_key':'A'}]}                                     | OPSP9998 | header not found",
        "{'header':{'custtype':'P','tr_type':'1'}}                             | OPSP9996 | appkey",
        "{'header':{'approval_key':[7],'custtype':'P','tr_type':'1'}}          | OPSP9996 | appkey",
        "{'header':{'approval_key':'A','tr_type':'1'}}                         | OPSP9992 | body not found",
        "{'header':{'approval_key':'A','custtype':'','tr_type':2}}             | OPSP9992 | body not found",
        "{'header':{'approval_key':'A','custtype':'P','tr_type':true}}         | OPSP8997 | invalid tr_type",
        "{'header':{'approval_key':'A','custtype':'X','tr_type':'1'}}          | OPSP8998 | invalid custtype",
        "{'header':{'approval_key':'A','custtype':'P'}}                        | OPSP8997 | invalid tr_type",
        "{'header':{'approval_key':'A','custtype':'P','tr_type':'3'}}          | OPSP8997 | invalid tr_type",
        "{'header':{'approval_key':'A','custtype':'B','tr_type':'1'}}          | OPSP9992 | body not found",
        "{'header':{'approval_key':'A','custtype':'P','tr_type':'1'},'body':[]} | OPSP9992 | body not found",
        "{'header':{'approval_key':'A','custtype':'P','tr_type':'1'},'body':{}} | OPSP9991 | input not found",
        "{'header':{'approval_key':'A','custtype':'P','tr_type':'1'},'body':{'input':{'tr_id':'H0STCNT0'}}} | OPSP9990 | tr_key not found",
    })
    void saysWhatIsMissing(String message, String code, String what) {
        assertEquals(refusal("(null)", "", 9, code, "JSON PARSING ERROR : " + what), connect().says(message.replace('\'', '"')).heardOne());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "5930", "null", "[\"005930\"]", "{\"a\":\"b\"}", "\"123456789012345678901234567890123\""})
    void refusesAKeyOfTheWrongForm(String trKey) {
        assertEquals(refusal("", "", 9, "OPSP8993", "JSON PARSING ERROR : invalid tr_key"),
            connect().says(register(alice, TRADES, "X").replace("\"X\"", trKey)).heardOne());
    }

    @Test
    void asksForATrId() {
        assertEquals(refusal("", "", 1, "OPSP8991", "SUBSCRIBE ERROR : invalid tr_id"), connect().says(register(alice, "", House.SAMSUNG)).heardOne());
    }

    /** Whatever garbled messages come, each has one answer or none, none ends the session, and good ones are still taken. */
    @Test
    void survivesGarbledMessages() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        MemorySession session = connect();
        byte[] good = register(alice, TRADES, House.SAMSUNG).getBytes(US_ASCII);
        for (int step = 0; step < 5_000; step++) {
            byte[] bad = random.nextInt(4) == 0 ? new byte[random.nextInt(300)] : good.clone();
            for (int change = random.nextInt(6); change >= 0 && bad.length > 0; change--) {
                bad[random.nextInt(bad.length)] = (byte) (random.nextBoolean() ? "{}[]\":,\\ 0".charAt(random.nextInt(10)) : 32 + random.nextInt(95));
            }
            int length = random.nextInt(5) == 0 ? random.nextInt(bad.length + 1) : bad.length;
            String message = new String(bad, 0, length, US_ASCII);
            session.says(message);
            List<String> heard = session.heard();
            String what = "seed " + seed + " step " + step + ": " + message + " -> " + heard;
            assertTrue(heard.size() <= 1, what);
            heard.forEach(answer -> assertTrue(answer.startsWith("{\"header\":{\"tr_id\":\"") && answer.contains("\"msg_cd\":\"OPSP"), what));
            if (session.closeStatus() != 0) {
                assertEquals(-1, session.closeStatus(), what);
                assertTrue(message.contains("H0STCNI"), what);
                session = connect();
            }
        }
        session.says(register(alice, "H0STCNI0", "alice"));
        assertTrue(DONE.matcher(session.heardOne()).matches() || house.socket.sessionCount() == 0, "seed " + seed);
    }

    // -- the end -------------------------------------------------------------------------------------------------------

    @Test
    void leavesNothingBehindWhenAClientLeaves() {
        MemorySession session = connect().says(register(alice, TRADES, House.SAMSUNG)).says(register(alice, BOOK, House.HYNIX))
            .says(register(alice, "H0STCNI0", "alice"));
        assertEquals(2, house.socket.topics().size());
        session.leaves();
        assertEquals(0, house.socket.topics().size());
        assertFalse(house.socket.wantsAccount(house.alice));
        assertEquals(0, house.socket.sessionCount());
    }

    @Test
    void endsEverySessionWithTheHouse() {
        MemorySession session = connect();
        house.socket.close();
        assertEquals(1001, session.closeStatus());
        assertEquals(1001, connect().closeStatus(), "who comes too late");
    }

    /** Keys of accounts that are opened later work as well. */
    @Test
    void knowsAKeyThatIsRegisteredLater() {
        house.engine.registerKey(house.bob, Broker.KIS, Environment.LIVE, "laterkey", house.serverKey.secretDigest(House.SECRET), new KeptReply());
        String answer = House.tokenCall("laterkey", House.SECRET).handledBy(house.gateway).answer();
        assertTrue(answer.contains("access_token"), answer);
        String approval = new MemoryExchange("POST", "/oauth2/Approval", "{\"grant_type\":\"client_credentials\",\"appkey\":\"laterkey\","
            + "\"secretkey\":\"" + House.SECRET + "\"}").handledBy(house.gateway).answer().replaceAll(".*:\"|\"}", "");
        assertDone("H0STCNI0 bob Y OPSP0000 SUBSCRIBE SUCCESS", connect().says(register(approval, "H0STCNI0", "bob")).heardOne());
    }

    /** Whatever comes and goes, what is listened to is exactly what is registered. */
    @Test
    void listensToExactlyWhatIsRegistered() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        MemorySession session = connect();
        Set<String> model = new HashSet<>();
        for (int step = 0; step < 2_000; step++) {
            String trId = random.nextBoolean() ? TRADES : BOOK;
            String code = "%06d".formatted(random.nextInt(30));
            String pair = trId + code;
            String expected;
            if (random.nextInt(3) > 0) {
                session.says(register(alice, trId, code));
                expected = model.contains(pair) ? "OPSP0002" : model.size() == KisSession.MOST_REGISTRATIONS ? "OPSP0008" : "OPSP0000";
                if (expected.equals("OPSP0000")) {
                    model.add(pair);
                }
            } else {
                session.says(unregister(alice, trId, code));
                expected = model.remove(pair) ? "OPSP0001" : "OPSP0003";
            }
            String answer = session.heardOne();
            assertTrue(answer.contains(expected), "seed " + seed + " step " + step + ": " + answer);
            assertEquals(model.size(), house.socket.topics().size(), "seed " + seed + " step " + step);
        }
    }
}
