package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** KIS's tokens against a real process: their life is the host's time, whatever the market's clock says, and a crash does not end it. */
final class KisTokenTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private record Key(String appKey, String secret) {

        static Key of(WireAnswer opened) {
            var pair = (Map<?, ?>) ((Map<?, ?>) opened.json().get("kis")).get("live");
            return new Key((String) pair.get("appkey"), (String) pair.get("appsecret"));
        }

        WireAnswer token(ServerProcess server) throws IOException {
            return server.wire().send("POST", "/oauth2/tokenP", JSON,
                Json.bytes(Map.of("grant_type", "client_credentials", "appkey", appKey, "appsecret", secret)));
        }

        WireAnswer price(ServerProcess server, String token) throws IOException {
            return server.wire().send("GET",
                "/uapi/domestic-stock/v1/quotations/inquire-price?FID_COND_MRKT_DIV_CODE=J&FID_INPUT_ISCD=005930",
                Map.of("authorization", "Bearer " + token, "appkey", appKey, "appsecret", secret, "tr_id", "FHKST01010100"), new byte[0]);
        }
    }

    @Test
    void theSameTokenComesAgainAndOutlivesAWeekOfTheMarketAndACrash() throws IOException {
        try (var server = ServerProcess.start("--token-interval", "off")) {
            Key key = Key.of(server.control().post("/accounts", Map.of("name", "alice")));
            WireAnswer first = key.token(server);
            String token = first.field("access_token");
            assertEquals(86_400L, first.json().get("expires_in"));

            assertEquals(200, server.control().post("/clock", Map.of("advance", "PT168H")).status());
            WireAnswer again = key.token(server);
            assertEquals(token, again.field("access_token"));
            assertEquals(first.field("access_token_token_expired"), again.field("access_token_token_expired"));
            long leftSeconds = (long) again.json().get("expires_in");
            assertTrue(leftSeconds > 80_000 && leftSeconds <= 86_400, "left: " + leftSeconds);

            server.kill();
            server.restart();
            assertEquals("0", key.price(server, token).field("rt_cd"));
            assertEquals(token, key.token(server).field("access_token"));

            WireAnswer revoked = server.wire().send("POST", "/oauth2/revokeP", JSON,
                Json.bytes(Map.of("appkey", key.appKey, "appsecret", key.secret, "token", token)));
            assertEquals(200L, revoked.json().get("code"));
            assertEquals("EGW00121", key.price(server, token).field("msg_cd"));
            assertNotEquals(token, key.token(server).field("access_token"));
        }
    }

    @Test
    void oneTokenAMinuteIsCountedInTheHostsTime() throws IOException {
        try (var server = ServerProcess.start()) {
            Key key = Key.of(server.control().post("/accounts", Map.of("name", "alice")));
            String token = key.token(server).field("access_token");
            assertEquals(200, server.control().post("/clock", Map.of("advance", "PT5M")).status());
            WireAnswer tooSoon = key.token(server);
            assertEquals(403, tooSoon.status());
            // A client looks for exactly this text.
            assertTrue(tooSoon.text().contains("\"error_code\":\"EGW00133\""), tooSoon::text);
            assertEquals("0", key.price(server, token).field("rt_cd"));
        }
    }
}
