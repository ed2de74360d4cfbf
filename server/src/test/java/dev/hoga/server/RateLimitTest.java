package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.server.RawConnection.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The brokers' own limits per second, which are on unless a server is told otherwise. */
final class RateLimitTest {
    /** So many that they cannot all be within five a second, however slow the machine. */
    private static final int CALLS = 400;

    /** The same for KIS's twenty a second. */
    private static final int KIS_CALLS = 1_600;
    private static final String KIS_TOLD = "{\"rt_cd\":\"1\",\"msg1\":\"초당 거래건수를 초과하였습니다.\",\"msg_cd\":\"EGW00201\"}";

    @Test
    void kisCountsTheCallsOfAKeyOverAllTrsTogether() throws IOException {
        try (var server = ServerProcess.start(); var connection = RawConnection.open(server.port())) {
            Map<?, ?> keys = (Map<?, ?>) server.control().post("/accounts", Map.of("name", "hasty")).json().get("kis");
            for (String environment : List.of("live", "mock")) {
                Map<?, ?> key = (Map<?, ?>) keys.get(environment);
                String token = server.wire().send("POST", "/oauth2/tokenP", Map.of("Content-Type", "application/json"), Json.bytes(Map.of(
                    "grant_type", "client_credentials", "appkey", key.get("appkey"), "appsecret", key.get("appsecret")))).field("access_token");
                List<List<String>> heads = List.of(kisHead("inquire-price", "FHKST01010100", key, token),
                    kisHead("inquire-asking-price-exp-ccn", "FHKST01010200", key, token));
                int limited = 0;
                for (int i = 0; i < KIS_CALLS; i++) {
                    Answer answer = connection.exchange(heads.get(i % 2), new byte[0]);
                    if (answer.status() == 500) {
                        assertEquals(KIS_TOLD, answer.text());
                        assertEquals("", answer.header("tr_cont"));
                        limited++;
                    } else {
                        assertEquals(200, answer.status(), answer::toString);
                    }
                }
                assertTrue(limited > 0 && limited < KIS_CALLS, environment + ": " + limited + " of " + KIS_CALLS + " were limited");
            }
        }
    }

    private static List<String> kisHead(String query, String trId, Map<?, ?> key, String token) {
        return List.of("GET /uapi/domestic-stock/v1/quotations/" + query + "?FID_COND_MRKT_DIV_CODE=J&FID_INPUT_ISCD=005930 HTTP/1.1",
            "Host: 127.0.0.1", "tr_id: " + trId, "authorization: Bearer " + token, "appkey: " + key.get("appkey"),
            "appsecret: " + key.get("appsecret"));
    }

    @Test
    void moreCallsThanTheBrokerTakesAreToldSoAndTheConnectionStays() throws IOException {
        try (var server = ServerProcess.start(); var connection = RawConnection.open(server.port())) {
            Map<?, ?> keys = (Map<?, ?>) server.control().post("/accounts", Map.of("name", "hasty")).json().get("kiwoom");
            for (var environment : List.of(Map.entry("live", 5), Map.entry("mock", 1))) {
                Map<?, ?> key = (Map<?, ?>) keys.get(environment.getKey());
                String token = server.wire().send("POST", "/oauth2/token", Map.of("Content-Type", "application/json"), Json.bytes(Map.of(
                    "grant_type", "client_credentials", "appkey", key.get("appkey"), "secretkey", key.get("secretkey")))).field("token");
                int limited = calls(connection, token, environment.getValue());
                assertTrue(limited > 0 && limited < CALLS, environment.getKey() + ": " + limited + " of " + CALLS + " were limited");
            }
        }
    }

    /** Calls ka00001 again and again, and another TR at the end. @return how often the limit was told */
    private static int calls(RawConnection connection, String token, int rate) throws IOException {
        String told = "{\"return_msg\":\"허용된 요청 개수를 초과하였습니다[1700:허용된 API 요청 개수를 초과하였습니다. 유량=" + rate
            + ", API ID=ka00001]\",\"return_code\":5}";
        int limited = 0;
        for (int i = 0; i < CALLS; i++) {
            Answer answer = connection.exchange(head("ka00001", token), "{}".getBytes());
            if (answer.status() == 429) {
                assertEquals(told, answer.text());
                limited++;
            } else {
                assertEquals(200, answer.status(), answer::toString);
            }
        }
        Answer other = connection.exchange(head("kt00018", token), "{\"qry_tp\":\"1\",\"dmst_stex_tp\":\"KRX\"}".getBytes());
        assertEquals(200, other.status(), "the limit is one for each TR");
        return limited;
    }

    private static List<String> head(String tr, String token) {
        return List.of("POST /api/dostk/acnt HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json", "api-id: " + tr,
            "authorization: Bearer " + token);
    }
}
