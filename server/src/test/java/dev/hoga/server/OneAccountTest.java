package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One account, two brokers: what one of them was told, the other shows at once. Over a real process. */
final class OneAccountTest {
    private static final String CODE = "005930";
    private static final long BASE_WON = 70_000;

    @Test
    void bothBrokersShowTheSameOrdersAndTheSameBalance() throws IOException {
        try (var server = ServerProcess.start("--clock", "2026-11-20T10:00:00+09:00", "--limits", "off")) {
            ControlClient control = server.control();
            assertEquals(200, control.post("/instruments", Map.of("code", CODE, "basePrice", (int) BASE_WON, "effective", "now")).status());
            Map<String, Object> account = control.post("/accounts", Map.of("name", "both", "cash", Map.of("KRW", 10_000_000),
                "holdings", List.of(Map.of("code", CODE, "quantity", 10, "averagePrice", 60_000)))).json();
            KiwoomClient kiwoom = KiwoomClient.ofAccount(server.wire(), account);
            assertEquals(200, kiwoom.login().status());
            KisClient kis = KisClient.ofAccount(server.wire(), account);
            assertEquals(200, kis.login().status());

            String bought = kiwoom.buy(CODE, 5, 69_000).field("ord_no");
            String sold = (String) ((Map<?, ?>) done(kis.sell(CODE, 4, 71_000)).json().get("output")).get("ODNO");
            assertEquals(numbers(kiwoom.openOrders().rows("oso"), "ord_no"), numbers(openOrders(kis), "odno"));
            assertEquals(List.of(Long.parseLong(sold), Long.parseLong(bought)), numbers(openOrders(kis), "odno"));

            done(kis.cancel("000" + bought));
            kiwoom.amend(sold.substring(3), CODE, 0, 70_500);
            assertEquals("70500", openOrders(kis).getFirst().get("ord_unpr"));
            assertEquals(1, kiwoom.openOrders().rows("oso").size());

            assertEquals(200, control.post("/orders", Map.of("code", CODE, "side", "BUY", "price", 70_500, "quantity", 3)).status());
            Map<String, Object> byKiwoom = kiwoom.balance().rows("acnt_evlt_remn_indv_tot").getFirst();
            WireAnswer balance = done(kis.balance());
            Map<String, Object> byKis = balance.rows("output1").getFirst();
            assertEquals("7", byKis.get("hldg_qty"));
            assertEquals(number(byKiwoom.get("rmnd_qty")), number(byKis.get("hldg_qty")));
            assertEquals(number(byKiwoom.get("trde_able_qty")), number(byKis.get("ord_psbl_qty")));
            assertEquals(number(byKiwoom.get("pur_amt")), number(byKis.get("pchs_amt")));
            assertEquals(number(byKiwoom.get("evlt_amt")), number(byKis.get("evlu_amt")));
            assertEquals(number(kiwoom.balance().field("prsm_dpst_aset_amt")), number(balance.rows("output2").getFirst().get("tot_evlu_amt")));
            assertEquals(numbers(kiwoom.fills().rows("cntr"), "ord_no"), List.of(number(openOrders(kis).getFirst().get("odno"))));
            assertTrue(number(openOrders(kis).getFirst().get("tot_ccld_qty")) == 3);
        }
    }

    @Test
    void bothSocketsTellOfAnOrderOfEitherBroker() throws IOException {
        try (var server = ServerProcess.start("--clock", "2026-11-20T10:00:00+09:00", "--limits", "off")) {
            ControlClient control = server.control();
            assertEquals(200, control.post("/instruments", Map.of("code", CODE, "basePrice", (int) BASE_WON, "effective", "now")).status());
            Map<String, Object> account = control.post("/accounts", Map.of("name", "both", "cash", Map.of("KRW", 10_000_000))).json();
            KiwoomClient kiwoom = KiwoomClient.ofAccount(server.wire(), account);
            assertEquals(200, kiwoom.login().status());
            KisClient kis = KisClient.ofAccount(server.wire(), account);
            assertEquals(200, kis.login().status());
            try (var atKiwoom = SocketClient.login(server.port(), kiwoom); var atKis = KisSocketClient.open(server.port(), kis)) {
                atKiwoom.registers(List.of(""), "00", "04");
                atKis.registers("H0STCNI0", "both");
                String byKiwoom = kiwoom.buy(CODE, 5, 69_000).field("ord_no");
                assertTaken(byKiwoom, atKiwoom.hearReal("00"), atKis.hear("H0STCNI0"));
                String byKis = (String) ((Map<?, ?>) done(kis.buy(CODE, 4, 69_100)).json().get("output")).get("ODNO");
                assertTaken(byKis, atKiwoom.hearReal("00"), atKis.hear("H0STCNI0"));

                assertEquals(200, control.post("/orders", Map.of("code", CODE, "side", "SELL", "price", 69_000, "quantity", 6)).status());
                for (String[] fill : new String[][] {{byKis, "4", "69100"}, {byKiwoom, "2", "69000"}}) {
                    Map<String, Object> toKiwoom = atKiwoom.hearReal("00");
                    List<String> toKis = atKis.hear("H0STCNI0");
                    assertEquals("체결", toKiwoom.get("913"));
                    assertEquals(List.of(number(fill[0]), number(fill[1]), number(fill[2])),
                        List.of(number(toKiwoom.get("9203")), number(toKiwoom.get("915")), number(toKiwoom.get("914"))));
                    assertEquals(List.of(number(fill[0]), number(fill[1]), number(fill[2]), 2L),
                        List.of(number(toKis.get(2)), number(toKis.get(9)), number(toKis.get(10)), number(toKis.get(13))));
                    atKiwoom.hearReal("04");
                }
            }
        }
    }

    private static void assertTaken(String orderNumber, Map<String, Object> toKiwoom, List<String> toKis) {
        assertEquals("접수", toKiwoom.get("913"));
        assertEquals(number(orderNumber), number(toKiwoom.get("9203")));
        assertEquals(List.of("both", toKiwoom.get("9201"), "1", "1"), List.of(toKis.get(0), toKis.get(1), toKis.get(13), toKis.get(14)));
        assertEquals(number(orderNumber), number(toKis.get(2)));
    }

    private static List<Map<String, Object>> openOrders(KisClient kis) throws IOException {
        return done(kis.openOrders()).rows("output");
    }

    private static WireAnswer done(WireAnswer answer) {
        assertEquals("0", answer.field("rt_cd"), answer::text);
        return answer;
    }

    private static List<Long> numbers(List<Map<String, Object>> rows, String field) {
        return rows.stream().map(row -> number(row.get(field))).toList();
    }

    private static long number(Object digits) {
        return Long.parseLong((String) digits);
    }
}
