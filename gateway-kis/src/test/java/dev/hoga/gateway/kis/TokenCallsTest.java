package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Broker;
import dev.hoga.core.Environment;
import dev.hoga.gateway.DirectEngine.Mishap;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemoryExchange;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCallsTest {
    private static final String KEY = House.key("alice", Environment.LIVE);
    private final House house = new House();

    private static String oauthError(String code, String text) {
        return "{\"error_description\":\"" + text + "\",\"error_code\":\"" + code + "\"}";
    }

    private static MemoryExchange ask(House house) {
        return House.tokenCall(KEY, House.SECRET).handledBy(house.gateway);
    }

    @Test
    void issuesATokenInTheOfficialOrder() {
        MemoryExchange exchange = ask(house);
        assertEquals(200, exchange.status());
        String token = house.tokens.text(house.tokens.find(Broker.KIS, between(exchange.answer(), "{\"access_token\":\"")).orElseThrow());
        assertEquals("{\"access_token\":\"" + token + "\",\"access_token_token_expired\":\"2026-11-21 10:00:00\",\"token_type\":\"Bearer\","
            + "\"expires_in\":86400}", exchange.answer());
        assertTrue(token.startsWith("eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzUxMiJ9.") && token.length() <= 350, token);
        assertEquals(Map.of("Content-Type", "application/json;charset=UTF-8"), exchange.answerHeaders());
    }

    private static String between(String json, String start) {
        int from = json.indexOf(start) + start.length();
        return json.substring(from, json.indexOf('"', from));
    }

    @Test
    void answersTheSameTokenForSixHoursAndWithWhatIsLeftOfItsLife() {
        String first = between(ask(house).answer(), "{\"access_token\":\"");
        house.engine.passTime(TimeUnit.HOURS.toMillis(6) - 1);
        String again = ask(house).answer();
        assertEquals(first, between(again, "{\"access_token\":\""));
        assertTrue(again.endsWith("\"access_token_token_expired\":\"2026-11-21 10:00:00\",\"token_type\":\"Bearer\",\"expires_in\":64801}"), again);
        house.engine.passTime(1);
        String second = ask(house).answer();
        assertNotEquals(first, between(second, "{\"access_token\":\""));
        assertTrue(second.endsWith("\"access_token_token_expired\":\"2026-11-21 16:00:00\",\"token_type\":\"Bearer\",\"expires_in\":86400}"), second);
    }

    @Test
    void givesOneTokenAMinuteEvenWhereItWouldBeTheSame() {
        var limited = new House(KisSettings.DEFAULT);
        assertEquals(200, ask(limited).status());
        limited.engine.passTime(59_999);
        MemoryExchange tooSoon = ask(limited);
        assertEquals(403, tooSoon.status());
        assertEquals("{\"error_description\":\"접근토큰 발급 잠시 후 다시 시도하세요(1분당 1회)\",\"error_code\":\"EGW00133\"}", tooSoon.answer());
        assertEquals(200, House.tokenCall(House.key("bob", Environment.LIVE), House.SECRET).handledBy(limited.gateway).status(), "another key");
        limited.engine.passTime(1);
        assertEquals(200, ask(limited).status());
        assertEquals(403, ask(limited).status());
    }

    @Test
    void doesNotCountARefusedTokenCall() {
        var limited = new House(KisSettings.DEFAULT);
        assertEquals(403, House.tokenCall(KEY, "wrong").handledBy(limited.gateway).status());
        assertEquals(200, ask(limited).status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'appkey':'a','appsecret':'b'}|403|EGW00115|권한부여 타입(grant_type)은 필수입니다.",
        "{'grant_type':'','appkey':'','appsecret':''}|403|EGW00115|권한부여 타입(grant_type)은 필수입니다.",
        "{'grant_type':'x','appsecret':'b'}|403|EGW00102|AppKey는 필수입니다.",
        "{'grant_type':'x','appkey':' ','appsecret':''}|403|EGW00102|AppKey는 필수입니다.",
        "{'grant_type':'x','appkey':'a'}|403|EGW00104|AppSecret은 필수입니다.",
        "{'grant_type':'x','appkey':'a','appsecret':''}|403|EGW00104|AppSecret은 필수입니다.",
        "{'grant_type':'x','appkey':'a','appsecret':'b'}|403|EGW00116|지원하지 않는 권한부여 타입(grant_type)입니다.",
        "{'grant_type':'client_credentials','appkey':'a','appsecret':'b'}|403|EGW00103|유효하지 않은 AppKey입니다.",
        "{'grant_type':'client_credentials','appkey':'aliceLIVEkey','appsecret':'b'}|403|EGW00105|유효하지 않은 AppSecret입니다.",
        "x|500|EGW00101|유효하지 않은 요청입니다.",
        "{'grant_type':['client_credentials'],'appkey':'a','appsecret':'b'}|500|EGW00101|유효하지 않은 요청입니다."})
    void refusesInTheFormOfTheTokenCalls(String body, int status, String code, String text) {
        var exchange = new MemoryExchange("POST", "/oauth2/tokenP", body.replace('\'', '"'));
        house.assertUnchangedBy(() -> exchange.handledBy(house.gateway));
        assertEquals(oauthError(code, text), exchange.answer());
        assertEquals(status, exchange.status());
    }

    @Test
    void doesNotKnowTheOtherBrokersKeys() {
        var reply = new KeptReply();
        house.engine.registerKey(house.alice, Broker.KIWOOM, Environment.LIVE, "kiwoom-only", house.serverKey.secretDigest(House.SECRET), reply);
        assertEquals(oauthError("EGW00103", "유효하지 않은 AppKey입니다."),
            House.tokenCall("kiwoom-only", House.SECRET).handledBy(house.gateway).answer());
    }

    @ParameterizedTest
    @CsvSource({"LIVE,openapivts.koreainvestment.com:29443,403", "MOCK,openapivts.koreainvestment.com:29443,200",
        "LIVE,openapi.koreainvestment.com:9443,200", "MOCK,openapi.koreainvestment.com:9443,200"})
    void doesNotKnowALiveKeyOnTheMockHost(Environment environment, String host, int status) {
        MemoryExchange exchange = House.tokenCall(House.key("alice", environment), House.SECRET).with("Host", host).handledBy(house.gateway);
        assertEquals(status, exchange.status());
        if (status != 200) {
            assertEquals(oauthError("EGW00103", "유효하지 않은 AppKey입니다."), exchange.answer());
        }
    }

    @Test
    void slowsAGuesserDown() {
        var limited = new House(KisSettings.DEFAULT);
        for (int i = 0; i < 20; i++) {
            assertEquals(403, House.tokenCall("guess" + i, "x").handledBy(limited.gateway).status());
        }
        MemoryExchange next = ask(limited);
        assertEquals(500, next.status());
        assertEquals(oauthError("EGW00201", "초당 거래건수를 초과하였습니다."), next.answer());
        limited.engine.passTime(1_000);
        assertEquals(200, ask(limited).status());
    }

    @Test
    void takesATokenCallWithoutOrWithAMalformedContentType() {
        assertEquals(200, House.tokenCall(KEY, House.SECRET).with("Content-Type", "application/json; utf-8").handledBy(house.gateway).status());
        assertEquals(200, ask(house).status());
    }

    @Test
    void saysThatNothingIsKnownOfALostTokenCommand() {
        house.engine.nextCommand(Mishap.UNKNOWN);
        MemoryExchange lost = ask(house);
        assertEquals(500, lost.status());
        assertEquals(oauthError("EGW00302", "거래시간이 초과되었습니다. 직전 거래를 반드시 확인하세요."), lost.answer());
        house.engine.nextCommand(Mishap.OVERLOADED);
        assertEquals(oauthError("EGW00001", "일시적 오류가 발생했습니다."), ask(house).answer());
    }

    private MemoryExchange revoke(String token) {
        return new MemoryExchange("POST", "/oauth2/revokeP", "{\"appkey\":\"" + KEY + "\",\"appsecret\":\"" + House.SECRET + "\",\"token\":\""
            + token + "\"}").handledBy(house.gateway);
    }

    @ParameterizedTest
    @CsvSource({"''", "'Bearer '", "'bearer '"})
    void revokesATokenWithItsSchemeOrWithout(String scheme) {
        var sender = house.sender("alice", Environment.LIVE);
        MemoryExchange done = revoke(scheme + sender.token());
        assertEquals("{\"code\":200,\"message\":\"접근토큰 폐기에 성공하였습니다\"}", done.answer());
        assertEquals(200, done.status());
        assertTrue(house.tokens.find(Broker.KIS, sender.token()).isEmpty());
        assertEquals(oauthError("EGW00121", "유효하지 않은 token 입니다."), revoke(scheme + sender.token()).answer(), "dead already");
    }

    @Test
    void doesNotRevokeAnothersToken() {
        var bob = house.sender("bob", Environment.LIVE);
        house.assertUnchangedBy(() -> assertEquals(oauthError("EGW00121", "유효하지 않은 token 입니다."), revoke(bob.token()).answer()));
        assertTrue(house.tokens.find(Broker.KIS, bob.token()).isPresent());
    }

    private MemoryExchange approve(String secretField, String secret) {
        return new MemoryExchange("POST", "/oauth2/Approval", "{\"grant_type\":\"client_credentials\",\"appkey\":\"" + KEY + "\",\""
            + secretField + "\":\"" + secret + "\"}").with("Content-Type", "application/json; utf-8").handledBy(house.gateway);
    }

    @Test
    void issuesAnApprovalKeyForASecretkey() {
        String answer = approve("secretkey", House.SECRET).answer();
        assertTrue(answer.matches("\\{\"approval_key\":\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"}"), answer);
        assertEquals(oauthError("EGW00104", "AppSecret은 필수입니다."), approve("appsecret", House.SECRET).answer());
        assertEquals(oauthError("EGW00105", "유효하지 않은 AppSecret입니다."), approve("secretkey", "x").answer());
    }

    @Test
    void knowsItsOwnApprovalKeysForADay() {
        var keys = new ApprovalKeys(house.serverKey);
        long now = house.engine.hostTimeMs();
        String key = keys.issue(7, now);
        assertEquals(7, keys.keyId(key, now).orElseThrow());
        assertEquals(key, keys.issue(7, now + 59_999), "within the minute");
        assertEquals(7, keys.keyId(key, now + ApprovalKeys.LIFE_MS - 1).orElseThrow());
        assertTrue(keys.keyId(key, now + ApprovalKeys.LIFE_MS).isEmpty());
        assertNotEquals(key, keys.issue(8, now));
        assertNotEquals(key, keys.issue(7, now + 60_000));
        char last = key.charAt(35);
        for (String other : List.of("", "x", key + "0", key.toUpperCase(java.util.Locale.ROOT), key.substring(0, 35) + (last == '0' ? '1' : '0'),
            "00000008" + key.substring(8))) {
            assertFalse(keys.keyId(other, now).isPresent(), other);
        }
    }

    private MemoryExchange hash(String body) {
        return new MemoryExchange("POST", "/uapi/hashkey", body).with("appKey", KEY).with("appSecret", House.SECRET).handledBy(house.gateway);
    }

    @Test
    void echoesABodyWithItsHash() {
        MemoryExchange exchange = hash("{\"CANO\": \"1\", \"PDNO\":\"삼성\"}");
        assertEquals("{\"BODY\":{\"CANO\": \"1\", \"PDNO\":\"삼성\"},\"HASH\":\"07d04936fa5ab4d50c449407b5f55d1707de65a2fb5a7561ffb9cae7cfb7775e\"}", exchange.answer());
        assertEquals(200, exchange.status());
        assertTrue(exchange.answerHeaders().containsKey("tr_cont"));
        assertTrue(hash("").answer().startsWith("{\"BODY\":{},\"HASH\":\"e3b0c44298fc1c14"));
    }

    @Test
    void hashesNothingForStrangers() {
        assertEquals(House.error("EGW00101", "유효하지 않은 요청입니다.", 1), hash("[1]").answer());
        assertEquals(House.error("EGW00102", "AppKey는 필수입니다.", 1),
            new MemoryExchange("POST", "/uapi/hashkey", "{}").handledBy(house.gateway).answer());
        assertEquals(House.error("EGW00104", "AppSecret은 필수입니다.", 1),
            new MemoryExchange("POST", "/uapi/hashkey", "{}").with("appkey", KEY).handledBy(house.gateway).answer());
        MemoryExchange unknown = new MemoryExchange("POST", "/uapi/hashkey", "{}").with("appkey", "x").with("appsecret", "y").handledBy(house.gateway);
        assertEquals(House.error("EGW00103", "유효하지 않은 AppKey입니다.", 1), unknown.answer());
        assertEquals(500, unknown.status());
    }
}
