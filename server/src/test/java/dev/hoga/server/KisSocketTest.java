package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** KIS's socket against a real process: from an order over HTTP to what its client and others are told. */
class KisSocketTest {
    private static final String SAMSUNG = "005930";

    private static KisClient loggedIn(ServerProcess server, String name) throws IOException {
        Map<String, Object> account = server.control().post("/accounts", Map.of("name", name, "cash", Map.of("KRW", 100_000_000))).json();
        KisClient bot = KisClient.ofAccount(server.wire(), account);
        assertEquals(200, bot.login().status());
        return bot;
    }

    private static String bought(WireAnswer answer) {
        assertEquals("0", answer.field("rt_cd"), answer::text);
        return (String) ((Map<?, ?>) answer.json().get("output")).get("ODNO");
    }

    @ParameterizedTest
    @CsvSource({"2023,46,59,23", "2025,46,59,26", "2026,47,63,26"})
    void tellsOfAnOrderToItsAccountAndOfItsTradeToEverybodyInTheChosenLayout(String layout, int trade, int book, int notice) throws IOException {
        try (var server = ServerProcess.start("--limits", "off", "--kis-layout", layout)) {
            KisClient alice = loggedIn(server, "alice");
            KisClient bob = loggedIn(server, "bob");
            long priceWon = server.basePriceWon(SAMSUNG);
            try (var hers = KisSocketClient.open(server.port(), alice); var his = KisSocketClient.open(server.port(), bob)) {
                hers.registers("H0STCNI0", "alice");
                his.registers("H0STCNT0", SAMSUNG).registers("H0STASP0", SAMSUNG);
                server.control().post("/orders", Map.of("code", SAMSUNG, "side", "SELL", "price", priceWon, "quantity", 10));
                List<String> before = his.hear("H0STASP0");
                assertEquals(book, before.size());
                assertEquals(List.of(SAMSUNG, Long.toString(priceWon), "10"), List.of(before.get(0), before.get(3), before.get(23)));
                String number = bought(alice.buy(SAMSUNG, 3, priceWon));

                List<String> accepted = hers.hear("H0STCNI0");
                assertEquals(notice, accepted.size());
                assertEquals(List.of("alice", number, "0000000003", "1", "1"),
                    List.of(accepted.get(0), accepted.get(2), accepted.get(9), accepted.get(13), accepted.get(14)));
                List<String> filled = hers.hear("H0STCNI0");
                assertEquals(List.of(number, "0000000003", "%09d".formatted(priceWon), "2", "2"),
                    List.of(filled.get(2), filled.get(9), filled.get(10), filled.get(13), filled.get(14)));
                assertEquals("%09d".formatted(priceWon), filled.getLast());
                List<String> told = his.hear("H0STCNT0");
                assertEquals(trade, told.size());
                assertEquals(List.of(SAMSUNG, Long.toString(priceWon), "3", "3"), List.of(told.get(0), told.get(2), told.get(12), told.get(13)));
                assertEquals("7", his.hear("H0STASP0").get(23));
            }
        }
    }

    @Test
    void hasOneSessionForEachKeyAndDropsAWrongHtsId() throws IOException {
        try (var server = ServerProcess.start("--limits", "off", "--token-interval", "off")) {
            KisClient alice = loggedIn(server, "alice");
            KisClient bob = loggedIn(server, "bob");
            try (var first = KisSocketClient.open(server.port(), alice)) {
                first.registers("H0STCNT0", SAMSUNG);
                try (var second = KisSocketClient.open(server.port(), alice)) {
                    second.says("1", "H0STCNT0", SAMSUNG);
                    assertTrue(second.hear().contains("\"rt_cd\":\"9\",\"msg_cd\":\"OPSP8996\",\"msg1\":\"ALREADY IN USE appkey\""));
                    assertTrue(second.hear().startsWith("closed "));
                }
                first.unregisters("H0STCNT0", SAMSUNG);
                first.registers("H0STASP0", SAMSUNG);
            }
            try (var his = KisSocketClient.open(server.port(), bob)) {
                assertThrows(IOException.class, () -> his.registers("H0STCNI0", "alice"));
            }
        }
    }

    @Test
    void endsItsSessionsWithTheServer() throws IOException {
        try (var server = ServerProcess.start("--limits", "off")) {
            try (var session = KisSocketClient.open(server.port(), loggedIn(server, "alice"))) {
                session.registers("H0STCNT0", SAMSUNG);
                assertEquals(0, server.terminate());
                assertEquals("closed 1001 ", session.hear());
            }
        }
    }

    @Test
    void forgetsApprovalKeysWithTheEpoch() throws IOException {
        try (var server = ServerProcess.start("--limits", "off", "--allow-reset")) {
            KisClient alice = loggedIn(server, "alice");
            try (var session = KisSocketClient.open(server.port(), alice); var late = KisSocketClient.open(server.port(), alice)) {
                session.registers("H0STCNT0", SAMSUNG);
                assertEquals(200, server.control().post("/reset", Map.of()).status());
                assertEquals("closed 1001 ", session.hear());
                assertEquals("closed 1001 ", late.hear());
            }
        }
    }

    @Test
    void takesSocketsOnItsPathsAndNothingElse() throws IOException {
        try (var server = ServerProcess.start()) {
            for (String path : List.of("/", "/tryitout", "/tryitout/H0STCNT0")) {
                try (var session = SocketClient.open(server.port(), path)) {
                    assertTrue(session.says("nonsense").hear().contains("OPSP9999"), path);
                }
                assertEquals(404, server.wire().send("GET", path, Map.of(), new byte[0]).status(), path);
            }
        }
    }
}
