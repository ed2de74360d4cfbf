package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.OrderNumbers;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenOrdersCallTest {
    private static final String ALL = "{\"all_stk_tp\":\"0\",\"trde_tp\":\"0\",\"stex_tp\":\"0\"}";
    private static final String EMPTY = "{\"oso\":[],\"return_code\":0,\"return_msg\":\" 조회가 완료되었습니다.\"}";
    private static final Pattern NUMBER = Pattern.compile("\"ord_no\":\"(\\d{7})\"");
    private final House house = new House();
    private String token;

    @BeforeEach
    void issueToken() {
        token = house.token("alice", Environment.LIVE);
    }

    private MemoryExchange page(String body, String nextKey) {
        return house.request(token, "ka10075", "/api/dostk/acnt", body).with("cont-yn", nextKey.isEmpty() ? "N" : "Y")
            .with("next-key", nextKey).handledBy(house.gateway);
    }

    private List<String> numbers(String body) {
        return numbersOf(page(body, "").answer());
    }

    private static List<String> numbersOf(String answer) {
        return NUMBER.matcher(answer).results().map(found -> found.group(1)).toList();
    }

    @Test
    void showsAnUnfilledOrderAsCaptured() {
        house.limit(token, Side.BUY, House.SAMSUNG, 10, 69_000);
        assertEquals("{\"oso\":[{\"acnt_no\":\"5000000101\",\"ord_no\":\"0000001\",\"mang_empno\":\"\",\"stk_cd\":\"005930\",\"tsk_tp\":\"\","
            + "\"ord_stt\":\"접수\",\"stk_nm\":\"삼성전자\",\"ord_qty\":\"10\",\"ord_pric\":\"69000\",\"oso_qty\":\"10\",\"cntr_tot_amt\":\"0\","
            + "\"orig_ord_no\":\"0000000\",\"io_tp_nm\":\"+매수\",\"trde_tp\":\"보통\",\"tm\":\"100000\",\"cntr_no\":\"\",\"cntr_pric\":\"0\","
            + "\"cntr_qty\":\"0\",\"cur_prc\":\"70000\",\"sel_bid\":\"0\",\"buy_bid\":\"-69000\",\"unit_cntr_pric\":\"\",\"unit_cntr_qty\":\"\","
            + "\"tdy_trde_cmsn\":\"0\",\"tdy_trde_tax\":\"0\",\"ind_invsr\":\"\",\"stex_tp\":\"1\",\"stex_tp_txt\":\"KRX\",\"sor_yn\":\"N\","
            + "\"stop_pric\":\"0\"}],\"return_code\":0,\"return_msg\":\" 조회가 완료되었습니다.\"}", page(ALL, "").answer());
    }

    @Test
    void showsWhatIsFilledOfAPartlyFilledOrder() {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        house.limit(token, Side.SELL, House.SAMSUNG, 10, 71_000);
        house.scripted(Side.BUY, House.SAMSUNG, 4, 71_000);
        String answer = page(ALL, "").answer();
        assertTrue(answer.contains("\"ord_stt\":\"체결\",\"stk_nm\":\"삼성전자\",\"ord_qty\":\"10\",\"ord_pric\":\"71000\",\"oso_qty\":\"6\","
            + "\"cntr_tot_amt\":\"284000\",\"orig_ord_no\":\"0000000\",\"io_tp_nm\":\"-매도\""), answer);
        // 284,000 * 0.015 % = 42.6, cut to 40; 284,000 * 0.20 % = 568.
        assertTrue(answer.contains("\"cntr_pric\":\"71000\",\"cntr_qty\":\"4\",\"cur_prc\":\"+71000\",\"sel_bid\":\"+71000\",\"buy_bid\":\"0\","
            + "\"unit_cntr_pric\":\"71000\",\"unit_cntr_qty\":\"4\",\"tdy_trde_cmsn\":\"40\",\"tdy_trde_tax\":\"568\""), answer);
    }

    @Test
    void showsAMarketOrderAndAnAmendment() {
        house.scripted(Side.SELL, House.SAMSUNG, 1, 70_500);
        house.order(token, "kt10000", House.orderBody(House.SAMSUNG, 3, "", "3"));
        String market = page(ALL, "").answer();
        assertTrue(market.contains("\"ord_pric\":\"0\",\"oso_qty\":\"2\"") && market.contains("\"trde_tp\":\"시장가\""), market);
        house.cancel(token, House.SAMSUNG, "0000001", "0");
        house.limit(token, Side.BUY, House.HYNIX, 3, 190_000);
        house.amend(token, House.HYNIX, "0000003", "1", "191000");
        String both = page(ALL, "").answer();
        assertEquals(List.of("0000004", "0000003"), numbersOf(both), "newest first, and the rest of the amended order stays");
        assertTrue(both.contains("\"orig_ord_no\":\"0000003\",\"io_tp_nm\":\"+매수정정\""), both);
    }

    @Test
    void answersAnEmptyListAsSeen() {
        MemoryExchange exchange = page(ALL, "");
        assertEquals(EMPTY, exchange.answer());
        assertEquals("N", exchange.answerHeader("cont-yn"));
        assertEquals("", exchange.answerHeader("next-key"));
        assertEquals("ka10075", exchange.answerHeader("api-id"));
    }

    @Test
    void forgetsFilledAndCancelledOrders() {
        String filled = house.limit(token, Side.BUY, House.SAMSUNG, 1, 70_000);
        String cancelled = house.limit(token, Side.BUY, House.SAMSUNG, 1, 69_000);
        assertEquals(List.of(cancelled, filled), numbers(ALL));
        house.scripted(Side.SELL, House.SAMSUNG, 1, 70_000);
        house.cancel(token, House.SAMSUNG, cancelled, "0");
        assertEquals(EMPTY, page(ALL, "").answer());
    }

    @Test
    void narrowsBySideStockAndVenue() {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        String buy = house.limit(token, Side.BUY, House.SAMSUNG, 1, 69_000);
        String sell = house.limit(token, Side.SELL, House.SAMSUNG, 1, 71_000);
        String hynix = house.limit(token, Side.BUY, House.HYNIX, 1, 190_000);
        assertEquals(List.of(hynix, sell, buy), numbers(ALL));
        assertEquals(List.of(sell), numbers(ALL.replace("\"trde_tp\":\"0\"", "\"trde_tp\":\"1\"")));
        assertEquals(List.of(hynix, buy), numbers(ALL.replace("\"trde_tp\":\"0\"", "\"trde_tp\":\"2\"")));
        assertEquals(List.of(sell, buy), numbers("{\"all_stk_tp\":\"1\",\"trde_tp\":\"0\",\"stk_cd\":\"005930\",\"stex_tp\":\"1\"}"));
        assertEquals(List.of(hynix, sell, buy), numbers("{\"all_stk_tp\":\"1\",\"trde_tp\":\"0\",\"stk_cd\":\"\",\"stex_tp\":\"0\"}"),
            "a real client asks for one stock and names none");
        assertEquals(List.of(), numbers("{\"all_stk_tp\":\"1\",\"trde_tp\":\"0\",\"stk_cd\":\"999999\",\"stex_tp\":\"0\"}"));
        assertEquals(List.of(), numbers(ALL.replace("\"stex_tp\":\"0\"", "\"stex_tp\":\"2\"")));
    }

    @Test
    void showsNobodyElsesOrders() {
        house.limit(house.token("bob", Environment.LIVE), Side.BUY, House.SAMSUNG, 1, 69_000);
        assertEquals(EMPTY, page(ALL, "").answer());
    }

    @Test
    void pagesStablyWhileTheMarketMoves() {
        int count = 2 * OrderPages.ROWS_PER_PAGE + 50;
        var placed = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            placed.addFirst(house.limit(token, Side.BUY, House.KODEX, 1, 30_000));
        }
        MemoryExchange first = page(ALL, "");
        assertEquals(placed.subList(0, OrderPages.ROWS_PER_PAGE), numbersOf(first.answer()));
        assertEquals("Y", first.answerHeader("cont-yn"));
        // The last row of the first page goes, others come, and one of the rest goes too.
        house.cancel(token, House.KODEX, placed.get(OrderPages.ROWS_PER_PAGE - 1), "0");
        house.cancel(token, House.KODEX, placed.get(OrderPages.ROWS_PER_PAGE), "0");
        house.limit(token, Side.BUY, House.KODEX, 1, 30_000);
        MemoryExchange second = page(ALL, first.answerHeader("next-key"));
        assertEquals(placed.subList(OrderPages.ROWS_PER_PAGE + 1, 2 * OrderPages.ROWS_PER_PAGE + 1), numbersOf(second.answer()));
        MemoryExchange third = page(ALL, second.answerHeader("next-key"));
        assertEquals(placed.subList(2 * OrderPages.ROWS_PER_PAGE + 1, count), numbersOf(third.answer()));
        assertEquals("N", third.answerHeader("cont-yn"));
        assertEquals("", third.answerHeader("next-key"));
    }

    @Test
    void saysThatThereIsNoMoreWhereThePageIsJustFull() {
        for (int i = 0; i < OrderPages.ROWS_PER_PAGE; i++) {
            house.limit(token, Side.BUY, House.KODEX, 1, 30_000);
        }
        MemoryExchange page = page(ALL, "");
        assertEquals(OrderPages.ROWS_PER_PAGE, numbersOf(page.answer()).size());
        assertEquals("N", page.answerHeader("cont-yn"));
    }

    @Test
    void walksOnInAnotherReadWhereMuchIsLeftOut() {
        house.depositShares(house.alice, House.KODEX, 1, 40_000);
        String sell = house.limit(token, Side.SELL, House.KODEX, 1, 45_000);
        for (int i = 0; i < OrderPages.ORDERS_PER_READ + 10; i++) {
            house.limit(token, Side.BUY, House.KODEX, 1, 28_000 - i % 2 * 1_000 + 1_000);
            if (i % 4 != 0) {
                house.cancel(token, House.KODEX, OrderNumbers.text(house.engine.look(view -> view.newestOrder(house.alice))), "0");
            }
        }
        assertEquals(List.of(sell), numbers(ALL.replace("\"trde_tp\":\"0\"", "\"trde_tp\":\"1\"")));
    }

    @Test
    void refusesAKeyThatWasMadeForSomethingElse() {
        for (int i = 0; i <= OrderPages.ROWS_PER_PAGE; i++) {
            house.limit(token, Side.BUY, House.KODEX, 1, 30_000);
        }
        String key = page(ALL, "").answerHeader("next-key");
        String refused = "{\"return_msg\":\"입력 값 오류입니다[1517:입력 값 형식이 올바르지 않습니다. 파라미터=next-key 실패사유= "
            + "유효하지 않은 연속조회키입니다]\",\"return_code\":2}";
        assertNotEquals(refused, page(ALL, key).answer());
        assertEquals(refused, page(ALL.replace("\"trde_tp\":\"0\"", "\"trde_tp\":\"2\""), key).answer(), "another query");
        assertEquals(refused, page(ALL, "x" + key.substring(1)).answer(), "a changed key");
        assertEquals(refused, page(ALL, "0").answer());
        String bobs = house.token("bob", Environment.LIVE);
        assertEquals(refused, house.request(bobs, "ka10075", "/api/dostk/acnt", ALL).with("cont-yn", "Y").with("next-key", key)
            .handledBy(house.gateway).answer(), "another account");
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-23T10:00:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        assertEquals(refused, page(ALL, key).answer(), "another day");
    }

    @Test
    void ignoresAKeyWithoutContinuation() {
        assertEquals(EMPTY, house.request(token, "ka10075", "/api/dostk/acnt", ALL).with("cont-yn", "N").with("next-key", "0")
            .handledBy(house.gateway).answer());
    }

    @Test
    void saysThatTheServerIsBusyWhereReadsWait() {
        house.engine.refuseReads(true);
        assertEquals(House.rejected("-994", "fail to sendReceive:WINGSj"), page(ALL, "").answer());
        assertFalse(page(ALL, "").answer().contains("oso"));
    }
}
