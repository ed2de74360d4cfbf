package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One account, two brokers: what one of them was told, the other shows at once. Over a real process. */
final class OneAccountTest {
    private static final String CODE = "005930";
    private static final long BASE_WON = 70_000;
    private static final String TRADING = "/uapi/domestic-stock/v1/trading/";

    /** KIS's side of the account, with the live key. */
    private record Kis(WireClient wire, String account, Map<String, String> headers) {

        static Kis login(WireClient wire, Map<String, Object> account) throws IOException {
            Map<?, ?> key = (Map<?, ?>) ((Map<?, ?>) account.get("kis")).get("live");
            WireAnswer token = wire.send("POST", "/oauth2/tokenP", Map.of(), Json.bytes(Map.of("grant_type", "client_credentials",
                "appkey", key.get("appkey"), "appsecret", key.get("appsecret"))));
            assertEquals(200, token.status(), token::text);
            return new Kis(wire, (String) account.get("accountNumber"), Map.of("authorization", "Bearer " + token.field("access_token"),
                "appkey", (String) key.get("appkey"), "appsecret", (String) key.get("appsecret")));
        }

        private Map<String, String> withAccount(String... namesAndValues) {
            var fields = new LinkedHashMap<>(Map.of("CANO", account.substring(0, 8), "ACNT_PRDT_CD", account.substring(8)));
            for (int i = 0; i < namesAndValues.length; i += 2) {
                fields.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return fields;
        }

        WireAnswer get(String trId, String path, String... fields) throws IOException {
            var query = new StringBuilder("?");
            withAccount(fields).forEach((name, value) -> query.append(name).append('=').append(value).append('&'));
            return done(wire.send("GET", TRADING + path + query, with(trId), new byte[0]));
        }

        WireAnswer post(String trId, String path, String... fields) throws IOException {
            return done(wire.send("POST", TRADING + path, with(trId), Json.bytes(withAccount(fields))));
        }

        private Map<String, String> with(String trId) {
            var all = new LinkedHashMap<>(headers);
            all.put("tr_id", trId);
            return all;
        }

        private static WireAnswer done(WireAnswer answer) {
            assertEquals("0", answer.field("rt_cd"), answer::text);
            return answer;
        }

        List<Map<String, Object>> openOrders() throws IOException {
            return get("TTTC0084R", "inquire-psbl-rvsecncl", "CTX_AREA_FK100", "", "CTX_AREA_NK100", "", "INQR_DVSN_1", "0", "INQR_DVSN_2", "0")
                .rows("output");
        }

        WireAnswer balance() throws IOException {
            return get("TTTC8434R", "inquire-balance", "AFHR_FLPR_YN", "N", "INQR_DVSN", "02", "UNPR_DVSN", "01", "FUND_STTL_ICLD_YN", "N",
                "FNCG_AMT_AUTO_RDPT_YN", "N", "PRCS_DVSN", "00");
        }

        String sell(long qtyShares, long priceWon) throws IOException {
            Map<?, ?> output = (Map<?, ?>) post("TTTC0011U", "order-cash", "PDNO", CODE, "ORD_DVSN", "00", "ORD_QTY", Long.toString(qtyShares),
                "ORD_UNPR", Long.toString(priceWon)).json().get("output");
            return (String) output.get("ODNO");
        }

        void cancel(String number) throws IOException {
            post("TTTC0013U", "order-rvsecncl", "KRX_FWDG_ORD_ORGNO", "", "ORGN_ODNO", number, "ORD_DVSN", "00", "RVSE_CNCL_DVSN_CD", "02",
                "ORD_QTY", "0", "ORD_UNPR", "0", "QTY_ALL_ORD_YN", "Y");
        }
    }

    @Test
    void bothBrokersShowTheSameOrdersAndTheSameBalance() throws IOException {
        try (var server = ServerProcess.start("--clock", "2026-11-20T10:00:00+09:00", "--limits", "off")) {
            ControlClient control = server.control();
            assertEquals(200, control.post("/instruments", Map.of("code", CODE, "basePrice", (int) BASE_WON, "effective", "now")).status());
            Map<String, Object> account = control.post("/accounts", Map.of("name", "both", "cash", Map.of("KRW", 10_000_000),
                "holdings", List.of(Map.of("code", CODE, "quantity", 10, "averagePrice", 60_000)))).json();
            KiwoomClient kiwoom = KiwoomClient.ofAccount(server.wire(), account);
            assertEquals(200, kiwoom.login().status());
            Kis kis = Kis.login(server.wire(), account);

            String bought = kiwoom.buy(CODE, 5, 69_000).field("ord_no");
            String sold = kis.sell(4, 71_000);
            assertEquals(numbers(kiwoom.openOrders().rows("oso"), "ord_no"), numbers(kis.openOrders(), "odno"));
            assertEquals(List.of(Long.parseLong(sold), Long.parseLong(bought)), numbers(kis.openOrders(), "odno"));

            kis.cancel("000" + bought);
            kiwoom.amend(sold.substring(3), CODE, 0, 70_500);
            assertEquals("70500", kis.openOrders().getFirst().get("ord_unpr"));
            assertEquals(1, kiwoom.openOrders().rows("oso").size());

            assertEquals(200, control.post("/orders", Map.of("code", CODE, "side", "BUY", "price", 70_500, "quantity", 3)).status());
            Map<String, Object> byKiwoom = kiwoom.balance().rows("acnt_evlt_remn_indv_tot").getFirst();
            WireAnswer balance = kis.balance();
            Map<String, Object> byKis = balance.rows("output1").getFirst();
            assertEquals("7", byKis.get("hldg_qty"));
            assertEquals(number(byKiwoom.get("rmnd_qty")), number(byKis.get("hldg_qty")));
            assertEquals(number(byKiwoom.get("trde_able_qty")), number(byKis.get("ord_psbl_qty")));
            assertEquals(number(byKiwoom.get("pur_amt")), number(byKis.get("pchs_amt")));
            assertEquals(number(byKiwoom.get("evlt_amt")), number(byKis.get("evlu_amt")));
            assertEquals(number(kiwoom.balance().field("prsm_dpst_aset_amt")), number(balance.rows("output2").getFirst().get("tot_evlu_amt")));
            assertEquals(numbers(kiwoom.fills().rows("cntr"), "ord_no"), List.of(number(kis.openOrders().getFirst().get("odno"))));
            assertTrue(number(kis.openOrders().getFirst().get("tot_ccld_qty")) == 3);
        }
    }

    private static List<Long> numbers(List<Map<String, Object>> rows, String field) {
        return rows.stream().map(row -> number(row.get(field))).toList();
    }

    private static long number(Object digits) {
        return Long.parseLong((String) digits);
    }
}
