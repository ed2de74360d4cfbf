package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Broker;
import dev.hoga.core.Environment;
import dev.hoga.gateway.DirectEngine.Mishap;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemoryExchange;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCallsTest {
    private static final String KEY = House.key("alice", Environment.LIVE);
    private static final String WRONG_KEY_PAIR =
        "{\"return_msg\":\"인증에 실패했습니다[8001:App Key와 Secret Key 검증에 실패했습니다]\",\"return_code\":3}";
    private static final String DEAD_TOKEN = "{\"return_msg\":\"인증에 실패했습니다[8005:Token이 유효하지 않습니다]\",\"return_code\":3}";
    private final House house = new House();

    private MemoryExchange issue(String body) {
        return house.post("/oauth2/token", body).handledBy(house.gateway);
    }

    private MemoryExchange revoke(String key, String secret, String token) {
        return house.post("/oauth2/revoke", "{\"appkey\":\"" + key + "\",\"secretkey\":\"" + secret + "\",\"token\":\"" + token + "\"}")
            .handledBy(house.gateway);
    }

    private String accountWith(String token) {
        return house.account(token, "ka10075", "{\"all_stk_tp\":\"0\",\"trde_tp\":\"0\",\"stex_tp\":\"0\"}");
    }

    @Test
    void issuesATokenInTheOrderOfKeysThatWasSeen() {
        MemoryExchange exchange = issue(House.tokenBody(KEY, House.SECRET));
        assertEquals(200, exchange.status());
        assertTrue(exchange.answer().matches("\\{\"expires_dt\":\"20261121100000\",\"return_msg\":\"정상적으로 처리되었습니다\","
            + "\"token_type\":\"Bearer\",\"return_code\":0,\"token\":\"[A-Za-z0-9_-]{86}\"}"), exchange.answer());
        assertEquals(Map.of("Content-Type", "application/json;charset=UTF-8", "api-id", "au10001", "cont-yn", "N", "next-key", "",
            "access-control-expose-headers", "cont-yn,next-key,api-id"), exchange.answerHeaders());
    }

    @Test
    void answersTheSameTokenWhileItLives() {
        String first = issue(House.tokenBody(KEY, House.SECRET)).answer();
        house.engine.passTime(TimeUnit.HOURS.toMillis(24) - 1);
        assertEquals(first, issue(House.tokenBody(KEY, House.SECRET)).answer());
        house.engine.passTime(1);
        assertNotEquals(first, issue(House.tokenBody(KEY, House.SECRET)).answer());
    }

    @Test
    void expiresByHostTimeAlthoughTheMarketIsFrozen() {
        String token = house.token("alice", Environment.LIVE);
        house.engine.setFrozen(true, new KeptReply());
        house.engine.passTime(TimeUnit.HOURS.toMillis(24) - 1);
        assertNotEquals(DEAD_TOKEN, accountWith(token));
        house.engine.passTime(1);
        assertEquals(DEAD_TOKEN, accountWith(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "au10001"})
    void takesTheCallWithAnyApiIdHeaderThatClientsSend(String apiId) {
        MemoryExchange exchange = house.post("/oauth2/token", House.tokenBody(KEY, House.SECRET)).with("api-id", apiId)
            .with("appkey", KEY).with("appsecret", House.SECRET).handledBy(house.gateway);
        assertTrue(exchange.answer().contains("\"return_code\":0"), exchange.answer());
    }

    @Test
    void namesWhatIsMissing() {
        String noGrant = "인증에 실패했습니다[8011:Access Token을 발급하는데 실패했습니다. 입력값에 grant_type이 들어오지 않았습니다]";
        String noKey = "입력 값 오류입니다[8020:입력파라미터로 appkey 또는 secretkey가 들어오지 않았습니다.]";
        assertEquals(error(noGrant, 3), issue("{\"appkey\":\"a\",\"secretkey\":\"b\"}").answer());
        assertEquals(error(noGrant, 3), issue("").answer());
        assertEquals(error(noKey, 2), issue("{\"grant_type\":\"client_credentials\",\"secretkey\":\"b\"}").answer());
        assertEquals(error(noKey, 2), issue("{\"grant_type\":\"client_credentials\",\"appkey\":\"a\",\"secretkey\":\"\"}").answer());
    }

    @Test
    void refusesAnotherGrantType() {
        assertEquals(error("인증에 실패했습니다[8012:Access Token을 발급하는데 실패했습니다. grant_type의 값이 맞지 않습니다]", 3),
            issue("{\"grant_type\":\"password\",\"appkey\":\"a\",\"secretkey\":\"b\"}").answer());
    }

    @Test
    void answersAnUnknownKeyAndAWrongSecretAlike() {
        assertEquals(WRONG_KEY_PAIR, issue(House.tokenBody("nobody", House.SECRET)).answer());
        assertEquals(WRONG_KEY_PAIR, issue(House.tokenBody(KEY, "wrong")).answer());
        assertEquals(200, issue(House.tokenBody(KEY, "wrong")).status());
    }

    @Test
    void refusesAKeyOnTheOtherEnvironmentsHost() {
        String wrongHost = error("입력 값 오류입니다[8030:투자구분(실전/모의)이 달라서 Appkey를 사용할수가 없습니다]", 2);
        assertEquals(wrongHost, onHost("mockapi.kiwoom.com", Environment.LIVE));
        assertEquals(wrongHost, onHost("API.kiwoom.com:443", Environment.MOCK));
        assertTrue(onHost("api.kiwoom.com", Environment.LIVE).contains("\"return_code\":0"));
        assertTrue(onHost("mockapi.kiwoom.com:443", Environment.MOCK).contains("\"return_code\":0"));
    }

    private String onHost(String host, Environment environment) {
        return house.post("/oauth2/token", House.tokenBody(House.key("alice", environment), House.SECRET)).with("Host", host)
            .handledBy(house.gateway).answer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "bearer "})
    void revokesWithOrWithoutTheScheme(String scheme) {
        String token = house.token("alice", Environment.LIVE);
        assertEquals("{\"return_code\":0,\"return_msg\":\"정상적으로 처리되었습니다\"}", revoke(KEY, House.SECRET, scheme + token).answer());
        assertEquals(DEAD_TOKEN, accountWith(token));
        assertNotEquals(token, house.token("alice", Environment.LIVE), "a revoked token does not come back");
    }

    @Test
    void revokesOnlyTheKeysOwnLivingToken() {
        String mine = house.token("alice", Environment.LIVE);
        String mock = house.token("alice", Environment.MOCK);
        String refused = error("인증에 실패했습니다[8015:Access Token을 폐기하는데 실패했습니다. 실패사유=Token이 유효하지 않습니다]", 3);
        assertEquals(refused, revoke(KEY, House.SECRET, mock).answer());
        assertEquals(refused, revoke(KEY, House.SECRET, "x").answer());
        assertEquals(WRONG_KEY_PAIR, revoke(KEY, "wrong", mine).answer());
        assertEquals(error("인증에 실패했습니다[8016:Access Token을 폐기하는데 실패했습니다. 입력값에 Token이 들어오지 않았습니다]", 3),
            revoke(KEY, House.SECRET, "").answer());
        assertNotEquals(DEAD_TOKEN, accountWith(mine));
        assertNotEquals(DEAD_TOKEN, accountWith(mock));
    }

    @Test
    void knowsNeitherKeyNorTokenOfAKeyThatIsRetired() {
        String token = house.token("alice", Environment.LIVE);
        house.engine.registerKey(house.alice, Broker.KIWOOM, Environment.LIVE, "newer", house.serverKey.secretDigest("s"), new KeptReply());
        assertEquals(DEAD_TOKEN, accountWith(token));
        assertEquals(WRONG_KEY_PAIR, issue(House.tokenBody(KEY, House.SECRET)).answer());
        assertTrue(issue(House.tokenBody("newer", "s")).answer().contains("\"return_code\":0"));
    }

    @Test
    void knowsNoTokenThatWasRevokedForAll() {
        String token = house.token("alice", Environment.LIVE);
        house.engine.revokeAllTokens(new KeptReply());
        assertEquals(DEAD_TOKEN, accountWith(token));
    }

    @Test
    void saysThatTheOutcomeIsUnknownWhereItIs() {
        house.engine.nextCommand(Mishap.UNKNOWN);
        assertEquals(504, issue(House.tokenBody(KEY, House.SECRET)).status());
        house.engine.nextCommand(Mishap.OVERLOADED);
        assertEquals(error("인증에 실패했습니다[8009:Access Token을 발급하는데 실패했습니다. 실패사유=TIMEOUT]", 3),
            issue(House.tokenBody(KEY, House.SECRET)).answer());
    }

    @Test
    void limitsTheCallsOfAKeyAndNotOfAnAddress() {
        var limited = new House(KiwoomSettings.DEFAULT);
        for (int i = 0; i < 5; i++) {
            limited.token("alice", Environment.LIVE);
            limited.token("bob", Environment.LIVE);
        }
        MemoryExchange sixth = limited.post("/oauth2/token", House.tokenBody(KEY, House.SECRET)).handledBy(limited.gateway);
        assertEquals(429, sixth.status());
        assertEquals(error("허용된 요청 개수를 초과하였습니다[1700:허용된 API 요청 개수를 초과하였습니다. 유량=5, API ID=au10001]", 5), sixth.answer());
        limited.engine.passTime(1_000);
        limited.token("alice", Environment.LIVE);
    }

    @Test
    void limitsGuessesOfAnAddress() {
        var limited = new House(KiwoomSettings.DEFAULT);
        for (int i = 0; i < 20; i++) {
            assertEquals(WRONG_KEY_PAIR, limited.post("/oauth2/token", House.tokenBody("guess" + i, "x")).handledBy(limited.gateway).answer());
        }
        assertEquals(429, limited.post("/oauth2/token", House.tokenBody(KEY, House.SECRET)).handledBy(limited.gateway).status(),
            "not even the right pair");
        limited.engine.passTime(1_000);
        limited.token("alice", Environment.LIVE);
    }

    private static String error(String message, int returnCode) {
        return "{\"return_msg\":\"" + message + "\",\"return_code\":" + returnCode + "}";
    }
}
