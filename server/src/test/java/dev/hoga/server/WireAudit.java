package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.OrderKind;
import dev.hoga.server.Witness.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Compares what a server shows over the wire with what its folder holds. */
final class WireAudit {
    private static final int MAX_PAGES = 1_000;

    private WireAudit() {
    }

    /** Compares state hash, open orders, fills, holdings and cash of every bot. */
    static void check(ServerProcess server, OrderCrowd crowd, Witness witness) throws IOException {
        assertEquals(Map.of("position", witness.hash().position(), "hash", String.format("%016x", witness.hash().hash())),
            server.stateHash(), "state hash at the same position");
        for (OrderBot bot : crowd.bots()) {
            KiwoomClient client = server.reconnect(bot.client());
            long accountNumber = bot.journal().accountNumber();
            assertEquals(facts(witness, accountNumber, order -> order.openShares() > 0), openOrders(client));
            assertEquals(facts(witness, accountNumber, order -> order.filledShares() > 0), fills(client));
            assertEquals(witness.accounts().get(accountNumber).heldShares(), holdings(client));
        }
        for (Map<String, Object> account : server.control().get("/accounts").rows("accounts")) {
            assertEquals(Map.of("KRW", witness.accounts().get(Long.parseLong((String) account.get("accountNumber"))).cashWon()),
                account.get("cash"));
        }
    }

    /** What both lists of orders tell of one. */
    private record Fact(long original, String code, long qtyShares, long priceWon, long openShares, long filledShares) {
    }

    private static Map<Integer, Fact> facts(Witness witness, long accountNumber, Predicate<Order> listed) {
        var facts = new TreeMap<Integer, Fact>();
        witness.orders().forEach((number, order) -> {
            if (order.accountNumber() == accountNumber && order.kind() != OrderKind.CANCEL && listed.test(order)) {
                facts.put(number, new Fact(order.original(), order.code(), order.orderedShares(), order.priceWon(),
                    order.openShares(), order.filledShares()));
            }
        });
        return facts;
    }

    private static Map<Integer, Fact> openOrders(KiwoomClient client) throws IOException {
        return facts(pages(client, "ka10075", "oso", "all_stk_tp", "0", "trde_tp", "0", "stk_cd", "", "stex_tp", "0"));
    }

    private static Map<Integer, Fact> fills(KiwoomClient client) throws IOException {
        return facts(pages(client, "ka10076", "cntr", "stk_cd", "", "qry_tp", "0", "sell_tp", "0", "ord_no", "", "stex_tp", "0"));
    }

    private static Map<String, Long> holdings(KiwoomClient client) throws IOException {
        var held = new TreeMap<String, Long>();
        for (Map<String, Object> row : pages(client, "kt00018", "acnt_evlt_remn_indv_tot", "qry_tp", "1", "dmst_stex_tp", "KRX")) {
            held.put(text(row, "stk_cd").replaceFirst("^A", ""), whole(row, "rmnd_qty"));
        }
        return held;
    }

    private static Map<Integer, Fact> facts(List<Map<String, Object>> rows) {
        var facts = new TreeMap<Integer, Fact>();
        for (Map<String, Object> row : rows) {
            Fact fact = new Fact(whole(row, "orig_ord_no"), text(row, "stk_cd"), whole(row, "ord_qty"), whole(row, "ord_pric"),
                whole(row, "oso_qty"), whole(row, "cntr_qty"));
            assertEquals(null, facts.put((int) whole(row, "ord_no"), fact), () -> "listed twice: " + row);
        }
        return facts;
    }

    /** All pages of a list. */
    private static List<Map<String, Object>> pages(KiwoomClient client, String trId, String list, String... fields) throws IOException {
        var body = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        var rows = new ArrayList<Map<String, Object>>();
        Map<String, String> next = Map.of();
        for (int page = 0; page < MAX_PAGES; page++) {
            WireAnswer answer = client.callAt(KiwoomClient.path(trId), trId, next, Json.bytes(body));
            assertEquals(200, answer.status(), answer::text);
            assertEquals(0, answer.returnCode(), answer::text);
            rows.addAll(answer.rows(list));
            if (!answer.header("cont-yn").equals("Y")) {
                return rows;
            }
            next = Map.of("cont-yn", "Y", "next-key", answer.header("next-key"));
        }
        assertTrue(false, () -> trId + " has more than " + MAX_PAGES + " pages");
        return rows;
    }

    private static long whole(Map<String, Object> row, String field) {
        return Long.parseLong(text(row, field));
    }

    private static String text(Map<String, Object> row, String field) {
        return (String) row.get(field);
    }
}
