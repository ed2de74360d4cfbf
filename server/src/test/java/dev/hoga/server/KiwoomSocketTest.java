package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kiwoom's socket against a real process: an order by REST, its notices and quotes by push. */
class KiwoomSocketTest {
    private static final String SAMSUNG = "005930";

    private static KiwoomClient loggedIn(ServerProcess server, String name) throws IOException {
        KiwoomClient bot = server.openAccount(name, 100_000_000);
        assertEquals(200, bot.login().status());
        return bot;
    }

    private static void assertDone(WireAnswer answer) {
        assertEquals(0L, answer.json().get("return_code"), answer.text());
    }

    @Test
    void tellsOfAnOrderToItsAccountAndOfItsTradeToEverybody() throws IOException {
        try (var server = ServerProcess.start("--limits", "off")) {
            KiwoomClient alice = loggedIn(server, "alice");
            KiwoomClient bob = loggedIn(server, "bob");
            long priceWon = server.basePriceWon(SAMSUNG);
            try (var hers = SocketClient.login(server.port(), alice); var his = SocketClient.login(server.port(), bob)) {
                hers.registers(List.of(""), "00", "04").registers(List.of(SAMSUNG), "0B", "0D");
                his.registers(List.of(SAMSUNG), "0B", "0D");
                server.control().post("/orders", Map.of("code", SAMSUNG, "side", "SELL", "price", priceWon, "quantity", 10));
                assertEquals("10", his.hearReal("0D").get("61"));
                WireAnswer bought = alice.buy(SAMSUNG, 3, priceWon);
                assertDone(bought);

                Map<String, Object> accepted = hers.hearReal("00");
                assertEquals("접수", accepted.get("913"));
                assertEquals(bought.field("ord_no"), accepted.get("9203"));
                Map<String, Object> filled = hers.hearReal("00");
                assertEquals("체결", filled.get("913"));
                assertEquals("3", filled.get("911"));
                assertEquals("3", hers.hearReal("04").get("930"));
                Map<String, Object> trade = his.hearReal("0B");
                assertEquals("+3", trade.get("15"));
                assertEquals(Long.toString(priceWon), trade.get("10"));
                assertEquals("7", his.hearReal("0D").get("61"));
            }
        }
    }

    @Test
    void endsItsSessionsWithTheServer() throws IOException {
        try (var server = ServerProcess.start("--limits", "off")) {
            KiwoomClient alice = loggedIn(server, "alice");
            try (var session = SocketClient.login(server.port(), alice)) {
                assertEquals(0, server.terminate());
                assertEquals("closed 1001 ", session.hear());
            }
        }
    }

    @Test
    void endsItsSessionsWithTheEpoch() throws IOException {
        try (var server = ServerProcess.start("--limits", "off", "--allow-reset")) {
            KiwoomClient alice = loggedIn(server, "alice");
            try (var session = SocketClient.login(server.port(), alice)) {
                assertEquals(200, server.control().post("/reset", Map.of()).status());
                assertEquals("closed 1001 ", session.hear());
            }
            try (var session = SocketClient.open(server.port(), "/api/dostk/websocket")) {
                String answer = session.says(Map.of("trnm", "LOGIN", "token", alice.token())).hear();
                assertTrue(answer.contains("805004"), "a token of the epoch before: " + answer);
                assertEquals("closed 1000 Bye", session.hear());
            }
        }
    }

    @Test
    void keepsItsPathsForSocketsAlone() throws IOException {
        try (var server = ServerProcess.start()) {
            assertEquals(405, server.wire().send("GET", "/api/dostk/websocket", Map.of(), new byte[0]).status());
        }
    }
}
