package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Broker;
import dev.hoga.core.Environment;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemoryExchange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is checked before a TR runs, in the order of {@link Check}. */
class KiwoomGatewayTest {
    private static final String LIST_BODY = "{\"all_stk_tp\":\"0\",\"trde_tp\":\"0\",\"stex_tp\":\"0\"}";
    private static final String ACCOUNT = "/api/dostk/acnt";
    private final House house = new House();
    private String live;
    private String mock;

    @BeforeEach
    void issueTokens() {
        live = house.token("alice", Environment.LIVE);
        mock = house.token("alice", Environment.MOCK);
    }

    private static String error(String message, int returnCode) {
        return "{\"return_msg\":\"" + message + "\",\"return_code\":" + returnCode + "}";
    }

    private void assertError(String message, int returnCode, MemoryExchange exchange) {
        house.assertUnchangedBy(() -> exchange.handledBy(house.gateway));
        assertEquals(error(message, returnCode), exchange.answer());
        assertEquals(200, exchange.status());
        assertEquals("application/json;charset=UTF-8", exchange.answerHeader("Content-Type"));
        assertEquals("N", exchange.answerHeader("cont-yn"));
    }

    @Test
    void sendsTheHeadersOfEveryAnswerSpelledAsTheBrokerDoes() {
        MemoryExchange exchange = house.request(live, "ka10075", ACCOUNT, LIST_BODY).handledBy(house.gateway);
        assertEquals(List.of("Content-Type", "api-id", "cont-yn", "next-key", "access-control-expose-headers"),
            List.copyOf(exchange.answerHeaders().keySet()));
        assertEquals(Map.of("Content-Type", "application/json;charset=UTF-8", "api-id", "ka10075", "cont-yn", "N", "next-key", "",
            "access-control-expose-headers", "cont-yn,next-key,api-id"), exchange.answerHeaders());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void refusesOtherMethodsAsTheEdgeDoes(String method) {
        for (String path : List.of(ACCOUNT, "/oauth2/token", "/oauth2/revoke")) {
            MemoryExchange exchange = new MemoryExchange(method, path, "").handledBy(house.gateway);
            assertEquals(405, exchange.status());
            assertTrue(exchange.answer().contains("\"status\":405,\"error\":\"Method Not Allowed\""), exchange.answer());
        }
    }

    @Test
    void needsAnApiId() {
        String missing = "잘못된 요청입니다[1501:API ID가 Null이거나 값이 없습니다]";
        assertError(missing, 1, house.post(ACCOUNT, LIST_BODY));
        assertError(missing, 1, house.request(live, "", ACCOUNT, LIST_BODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ka99999", "KA10075", "domestic/realtime/_register", "ka10075 ", "\"<script>"})
    void knowsOnlyTheContractsApiIds(String id) {
        assertError("잘못된 요청입니다[1505:해당 API ID는 존재하지 않습니다. API ID=" + id.replace("\"", "\\\"") + "]", 1,
            house.request(live, id, ACCOUNT, LIST_BODY));
    }

    @Test
    void repeatsNoLongApiId() {
        var exchange = house.request(live, "x".repeat(5_000), ACCOUNT, LIST_BODY).handledBy(house.gateway);
        assertTrue(exchange.answer().length() < 300, exchange.answer());
        assertEquals("", exchange.answerHeader("api-id"));
    }

    @ParameterizedTest
    @CsvSource({"ka10001,/api/dostk/acnt", "ka10075,/api/dostk/order", "kt10000,/api/us/ordr", "au10001,/api/dostk/acnt", "0B,/api/dostk/acnt",
        "0B,/api/dostk/websocket"})
    void servesATrOnlyOnItsOwnPath(String id, String path) {
        assertError("잘못된 요청입니다[1504:해당 URI에서는 지원하는 API ID가 아닙니다. API ID=" + id + ", URI=" + path + "]", 1,
            house.request(live, id, path, LIST_BODY));
    }

    @Test
    void needsAnAuthorizationHeaderOfTheRightForm() {
        var request = house.post(ACCOUNT, LIST_BODY).with("api-id", "ka10075");
        assertError("잘못된 요청입니다[1513:Http Header에 authorization 필드가 설정되어 있어야 합니다]", 1, request);
        assertError("잘못된 요청입니다[1513:Http Header에 authorization 필드가 설정되어 있어야 합니다]", 1, authorized(""));
        assertError("잘못된 요청입니다[1514:입력으로 들어온 Http Header의 authorization 필드 형식이 맞지 않습니다]", 1, authorized(live));
        assertError("잘못된 요청입니다[1514:입력으로 들어온 Http Header의 authorization 필드 형식이 맞지 않습니다]", 1, authorized("Bearer " + live + " x"));
        assertError("잘못된 요청입니다[1515:Http Header의 authorization 필드 내 Grant Type이 미리 정의된 형식이 아닙니다]", 1, authorized("Basic " + live));
        assertError("잘못된 요청입니다[1516:Http Header의 authorization 필드 내 Token이 정의되어 있지 않습니다]", 1, authorized("Bearer"));
        assertError("잘못된 요청입니다[1516:Http Header의 authorization 필드 내 Token이 정의되어 있지 않습니다]", 1, authorized("Bearer "));
    }

    private MemoryExchange authorized(String header) {
        return house.post(ACCOUNT, LIST_BODY).with("api-id", "ka10075").with("authorization", header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void takesTheSchemeInAnyCase(String scheme) {
        assertTrue(authorized(scheme + ' ' + live).handledBy(house.gateway).answer().contains("\"return_code\":0"));
        assertTrue(authorized(scheme + "  " + live).handledBy(house.gateway).answer().contains("\"return_code\":0"));
    }

    @Test
    void refusesTokensThatAreDeadForeignOrMadeUp() {
        String dead = "인증에 실패했습니다[8005:Token이 유효하지 않습니다]";
        assertError(dead, 3, authorized("Bearer x"));
        assertError(dead, 3, authorized("Bearer " + "A".repeat(86)));
        assertError(dead, 3, authorized("Bearer " + live.substring(1) + live.charAt(0)));
        assertError(dead, 3, authorized("Bearer " + live + "=="));
        assertError(dead, 3, authorized("Bearer 토큰"));
        int kisKey = registerKisKey();
        var issued = new KeptReply();
        house.engine.issueToken(kisKey, 1_000_000, 1_000_000, issued);
        assertError(dead, 3, authorized("Bearer " + house.tokens.text(house.tokens.ofKey(kisKey).orElseThrow())));
    }

    private int registerKisKey() {
        var reply = new KeptReply();
        house.engine.registerKey(house.alice, Broker.KIS, Environment.LIVE, "PSkis", house.serverKey.secretDigest("s"), reply);
        return reply.intValue();
    }

    @Test
    void refusesATokenOnTheOtherEnvironmentsHost() {
        String wrongHost = "인증에 실패했습니다[8031:투자구분(실전/모의)이 달라서 Token를 사용할수가 없습니다]";
        assertError(wrongHost, 3, house.request(live, "ka10075", ACCOUNT, LIST_BODY).with("Host", "mockapi.kiwoom.com"));
        assertError(wrongHost, 3, house.request(mock, "ka10075", ACCOUNT, LIST_BODY).with("Host", "api.kiwoom.com:443"));
        assertTrue(house.request(mock, "ka10075", ACCOUNT, LIST_BODY).with("Host", "mockapi.kiwoom.com").handledBy(house.gateway).answer()
            .contains("\"return_code\":0"));
    }

    @Test
    void saysInTheBrokersWordsWhatItDoesNotProvide() {
        String notHere = "입력 값 오류입니다[8104:모의투자에서 지원하지 않는 API 입니다.]";
        assertError(notHere, 2, house.request(live, "kt00013", ACCOUNT, "{}"));
        assertError(notHere, 2, house.request(mock, "kt00013", ACCOUNT, "{}"));
        assertError(notHere, 2, house.request(mock, "ka01690", ACCOUNT, "{}"));
        assertError("[2000](RC9000:모의투자에서는 해당업무가 제공되지 않습니다.)", 20, house.request(mock, "kt00002", ACCOUNT, "{}"));
        assertError(notHere, 2, house.request(live, "kt00002", ACCOUNT, "{}"));
        assertError(notHere, 2, house.request(live, "ust20000", "/api/us/ordr", "{}"));
    }

    @Test
    void namesTheFirstMissingField() {
        String missing = "입력 값 오류입니다[1511:필수 입력 값에 값이 존재하지 않습니다. 필수입력 파라미터=";
        assertError(missing + "dmst_stex_tp]", 2, house.request(live, "kt10000", "/api/dostk/ordr", ""));
        assertError(missing + "dmst_stex_tp]", 2, house.request(live, "kt10000", "/api/dostk/ordr", "{\"trde_tp\":\"9\",\"ord_qty\":\"x\"}"));
        assertError(missing + "stk_cd]", 2, house.request(live, "ka10001", "/api/dostk/stkinfo", "{\"stk_cd\":\"\"}"));
        assertError(missing + "stex_tp]", 2, house.request(live, "ka10075", ACCOUNT, "{\"all_stk_tp\":\"0\",\"trde_tp\":\"0\"}"));
    }

    @Test
    void refusesBodiesThatAreNoObject() {
        for (String body : List.of("x", "[]", "{", "{}{}", "\"a\"", "{\"a\":1,\"a\":2}", "{\"stk_cd\":" + "[".repeat(40) + "]".repeat(40) + "}",
            "{\"stk_cd\":{\"a\":1}}")) {
            var exchange = house.request(live, "ka10001", "/api/dostk/stkinfo", body);
            house.assertUnchangedBy(() -> exchange.handledBy(house.gateway));
            assertTrue(exchange.answer().startsWith("{\"return_msg\":\"입력 값 오류입니다[1517:입력 값 형식이 올바르지 않습니다. 파라미터="), exchange.answer());
            assertTrue(exchange.answer().endsWith("\"return_code\":2}"), exchange.answer());
        }
    }

    @ParameterizedTest
    @CsvSource({"ord_qty,1.5", "ord_qty,-1", "ord_qty,abc", "ord_uv,70000.0", "ord_uv,'70,000'", "ord_qty,9999999999999999999"})
    void refusesNumbersThatAreNone(String field, String value) {
        String body = House.orderBody(House.SAMSUNG, 1, "69000", "0").replaceFirst("\"" + field + "\":\"\\d+\"", "\"" + field + "\":\"" + value + "\"");
        var exchange = house.request(live, "kt10000", "/api/dostk/ordr", body);
        house.assertUnchangedBy(() -> exchange.handledBy(house.gateway));
        assertTrue(exchange.answer().startsWith("{\"return_msg\":\"입력 값 오류입니다[1517:입력 값 형식이 올바르지 않습니다. 파라미터=" + field), exchange.answer());
    }

    /** Each request is wrong in every later way too: the first check decides. */
    @Test
    void makesTheChecksInTheirOrder() {
        String wrongBody = "{";
        assertTrue(answerTo("GET", "", "nowhere", "", wrongBody).contains("\"status\":405"));
        assertTrue(answerTo("POST", "", "/api/dostk/x", "", wrongBody).contains("[1501:"));
        assertTrue(answerTo("POST", "nope", "/api/dostk/x", "", wrongBody).contains("[1505:"));
        assertTrue(answerTo("POST", "kt10000", "/api/dostk/x", "", wrongBody).contains("[1504:"));
        assertTrue(answerTo("POST", "kt10000", "/api/dostk/ordr", "", wrongBody).contains("[1513:"));
        assertTrue(answerTo("POST", "kt10000", "/api/dostk/ordr", "Basic a b", wrongBody).contains("[1514:"));
        assertTrue(answerTo("POST", "kt10000", "/api/dostk/ordr", "Basic a", wrongBody).contains("[1515:"));
        assertTrue(answerTo("POST", "kt10000", "/api/dostk/ordr", "Bearer", wrongBody).contains("[1516:"));
        assertTrue(answerTo("POST", "kt10000", "/api/dostk/ordr", "Bearer a", wrongBody).contains("[8005:"));
        assertTrue(house.request(live, "kt00013", ACCOUNT, wrongBody).with("Host", "mockapi.kiwoom.com").handledBy(house.gateway).answer()
            .contains("[8031:"));
        assertTrue(answerTo("POST", "kt00013", ACCOUNT, "Bearer " + live, wrongBody).contains("[8104:"));
        assertTrue(answerTo("POST", "kt10000", "/api/dostk/ordr", "Bearer " + live, wrongBody).contains("[1517:"));
        assertTrue(answerTo("POST", "kt10000", "/api/dostk/ordr", "Bearer " + live, "{\"ord_qty\":\"x\"}").contains("[1511:"));
        assertTrue(answerTo("POST", "kt10000", "/api/dostk/ordr", "Bearer " + live,
            House.orderBody("999999", 1, "x", "99")).contains("[1517:"));
        assertTrue(answerTo("POST", "kt10000", "/api/dostk/ordr", "Bearer " + live,
            House.orderBody("999999", 1, "69000", "99")).contains("(407022:"));
        assertTrue(answerTo("POST", "kt10000", "/api/dostk/ordr", "Bearer " + live,
            House.orderBody("999999", 0, "69000", "3")).contains("[1902:"));
    }

    private String answerTo(String method, String apiId, String path, String authorization, String body) {
        return new MemoryExchange(method, path, body).with("api-id", apiId).with("authorization", authorization).handledBy(house.gateway).answer();
    }

    @Test
    void limitsEachTrOfEachKeyByHostTime() {
        var limited = new House(KiwoomSettings.DEFAULT);
        String token = limited.token("alice", Environment.LIVE);
        String mockToken = limited.token("alice", Environment.MOCK);
        for (int i = 0; i < 5; i++) {
            assertEquals(200, list(limited, token).status());
        }
        MemoryExchange sixth = list(limited, token);
        assertEquals(429, sixth.status());
        assertEquals(error("허용된 요청 개수를 초과하였습니다[1700:허용된 API 요청 개수를 초과하였습니다. 유량=5, API ID=ka10075]", 5), sixth.answer());
        assertTrue(limited.account(token, "ka00001", "{}").contains("\"return_code\":0"), "another TR");
        assertEquals(200, list(limited, mockToken).status(), "another key");
        assertEquals(200, list(limited, mockToken).status());
        MemoryExchange third = list(limited, mockToken);
        assertEquals(429, third.status());
        assertEquals(error("허용된 요청 개수를 초과하였습니다[1700:허용된 API 요청 개수를 초과하였습니다. 유량=1, API ID=ka10075]", 5), third.answer());
        limited.engine.setFrozen(true, new KeptReply());
        limited.engine.passTime(1_000);
        assertEquals(200, list(limited, token).status());
        assertEquals(429, list(limited, mockToken).status());
        limited.engine.passTime(1_000);
        assertEquals(200, list(limited, mockToken).status());
    }

    private static MemoryExchange list(House limited, String token) {
        return limited.request(token, "ka10075", ACCOUNT, LIST_BODY).handledBy(limited.gateway);
    }

    @Test
    void doesNotCountWhatItRefusesBefore() {
        var limited = new House(KiwoomSettings.DEFAULT);
        for (int i = 0; i < 20; i++) {
            assertEquals(200, limited.request("x", "ka10075", ACCOUNT, LIST_BODY).handledBy(limited.gateway).status());
        }
    }

    @Test
    void namesWhatIsBuilt() {
        assertEquals(List.of(
            "au10001", "au10002", "ka00001", "ka10001", "ka10003", "ka10004", "ka10005", "ka10006", "ka10007", "ka10072", "ka10073",
            "ka10074", "ka10075", "ka10076", "ka10077", "ka10079", "ka10080", "ka10081", "ka10082", "ka10083", "ka10085", "ka10088",
            "ka10094", "ka10095", "ka10099", "ka10100", "ka10101", "ka10102", "ka10170", "ka20001", "ka20002", "ka20006", "kt00001",
            "kt00004", "kt00005", "kt00007", "kt00009", "kt00010", "kt00018", "kt10000", "kt10001", "kt10002", "kt10003", "kt10006",
            "kt10007", "kt10008", "kt10009", "kt20016", "kt20017"), List.copyOf(house.gateway.builtTrs()));
    }

    @Test
    void takesTheExtraHeadersThatClientsSend() {
        assertTrue(house.request(live, "ka10075", ACCOUNT, LIST_BODY).with("appkey", "x").with("appsecret", "y")
            .with("Content-Type", "application/json").handledBy(house.gateway).answer().contains("\"return_code\":0"));
    }
}
