package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.MemoryExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FillsCallTest {
    private static final String ALL = "{\"stk_cd\":\"\",\"qry_tp\":\"0\",\"sell_tp\":\"0\",\"ord_no\":\"\",\"stex_tp\":\"0\"}";
    private static final Pattern NUMBER = Pattern.compile("\"ord_no\":\"(\\d{7})\"");
    private final House house = new House();
    private String token;

    @BeforeEach
    void issueToken() {
        token = house.token("alice", Environment.LIVE);
    }

    private MemoryExchange page(String body, String nextKey) {
        return house.request(token, "ka10076", "/api/dostk/acnt", body).with("cont-yn", nextKey.isEmpty() ? "N" : "Y")
            .with("next-key", nextKey).handledBy(house.gateway);
    }

    private List<String> numbers(String body) {
        return NUMBER.matcher(page(body, "").answer()).results().map(found -> found.group(1)).toList();
    }

    private String filledBuy(String code, long qty, long priceWon) {
        house.scripted(Side.SELL, code, qty, priceWon);
        return house.limit(token, Side.BUY, code, qty, priceWon);
    }

    @Test
    void showsAFilledOrderAsCaptured() {
        house.scripted(Side.SELL, House.SAMSUNG, 10, 69_900);
        house.limit(token, Side.BUY, House.SAMSUNG, 10, 70_100);
        // 699,000 * 0.015 % = 104.85, cut to 100.
        assertEquals("{\"cntr\":[{\"ord_no\":\"0000001\",\"stk_nm\":\"삼성전자\",\"io_tp_nm\":\"+매수\",\"ord_pric\":\"70100\",\"ord_qty\":\"10\","
            + "\"cntr_pric\":\"69900\",\"cntr_qty\":\"10\",\"oso_qty\":\"0\",\"tdy_trde_cmsn\":\"100\",\"tdy_trde_tax\":\"0\",\"ord_stt\":\"체결\","
            + "\"trde_tp\":\"보통\",\"orig_ord_no\":\"0000000\",\"ord_tm\":\"100000\",\"stk_cd\":\"005930\",\"stex_tp\":\"1\",\"stex_tp_txt\":\"KRX\","
            + "\"sor_yn\":\"N\",\"stop_pric\":\"0\"}],\"return_code\":0,\"return_msg\":\" 조회가 완료되었습니다.\"}", page(ALL, "").answer());
    }

    @Test
    void showsTheAveragePriceOfSeveralFills() {
        house.scripted(Side.SELL, House.SAMSUNG, 1, 69_900);
        house.scripted(Side.SELL, House.SAMSUNG, 2, 70_000);
        house.limit(token, Side.BUY, House.SAMSUNG, 5, 70_000);
        String answer = page(ALL, "").answer();
        assertTrue(answer.contains("\"cntr_pric\":\"69966\",\"cntr_qty\":\"3\",\"oso_qty\":\"2\""), answer);
    }

    @Test
    void leavesOutOrdersWithoutAFill() {
        String open = house.limit(token, Side.BUY, House.SAMSUNG, 1, 69_000);
        assertEquals(List.of(), numbers(ALL));
        house.cancel(token, House.SAMSUNG, open, "0");
        assertEquals("{\"cntr\":[],\"return_code\":0,\"return_msg\":\" 조회가 완료되었습니다.\"}", page(ALL, "").answer());
    }

    @Test
    void keepsTheFilledPartOfACancelledOrder() {
        house.scripted(Side.SELL, House.SAMSUNG, 1, 70_000);
        String order = house.limit(token, Side.BUY, House.SAMSUNG, 3, 70_000);
        house.cancel(token, House.SAMSUNG, order, "0");
        assertEquals(List.of(order), numbers(ALL), "once: the cancellation itself is no fill");
        assertTrue(page(ALL, "").answer().contains("\"cntr_qty\":\"1\",\"oso_qty\":\"0\""));
    }

    @Test
    void narrowsBySideStockVenueAndNumber() {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        String buy = filledBuy(House.SAMSUNG, 1, 70_000);
        house.scripted(Side.BUY, House.SAMSUNG, 1, 70_000);
        String sell = house.limit(token, Side.SELL, House.SAMSUNG, 1, 70_000);
        String hynix = filledBuy(House.HYNIX, 1, 200_000);
        assertEquals(List.of(hynix, sell, buy), numbers(ALL));
        assertEquals(List.of(sell), numbers(ALL.replace("\"sell_tp\":\"0\"", "\"sell_tp\":\"1\"")));
        assertEquals(List.of(hynix, buy), numbers(ALL.replace("\"sell_tp\":\"0\"", "\"sell_tp\":\"2\"")));
        assertEquals(List.of(sell, buy), numbers("{\"stk_cd\":\"005930\",\"qry_tp\":\"1\",\"sell_tp\":\"0\",\"ord_no\":\"\",\"stex_tp\":\"0\"}"));
        assertEquals(List.of(), numbers(ALL.replace("\"stex_tp\":\"0\"", "\"stex_tp\":\"2\"")));
        assertEquals(List.of(sell, buy), numbers(ALL.replace("\"ord_no\":\"\"", "\"ord_no\":\"" + hynix + "\"")));
        assertEquals(List.of(buy), numbers(ALL.replace("\"ord_no\":\"\"", "\"ord_no\":\"" + Integer.parseInt(sell) + "\"")));
        assertEquals(List.of(hynix, sell, buy), numbers(ALL.replace("\"ord_no\":\"\"", "\"ord_no\":\"0000099\"")));
        assertEquals("{\"return_msg\":\"입력 값 오류입니다[1517:입력 값 형식이 올바르지 않습니다. 파라미터=ord_no 실패사유= "
            + "숫자 형식이 올바르지 않습니다]\",\"return_code\":2}", page(ALL.replace("\"ord_no\":\"\"", "\"ord_no\":\"x\""), "").answer());
    }

    @Test
    void takesTheShortRequestOfARealClient() {
        String order = filledBuy(House.SAMSUNG, 1, 70_000);
        assertEquals(List.of(order), numbers("{\"qry_tp\":\"0\",\"sell_tp\":\"0\",\"stex_tp\":\"0\"}"));
    }

    @Test
    void pagesOverManyReads() {
        var filled = new ArrayList<String>();
        for (int i = 0; i < OrderPages.ROWS_PER_PAGE + 5; i++) {
            filled.addFirst(filledBuy(House.KODEX, 1, 40_000));
        }
        for (int i = 0; i < OrderPages.ORDERS_PER_READ; i++) {
            house.cancel(token, House.KODEX, house.limit(token, Side.BUY, House.KODEX, 1, 30_000), "0");
        }
        MemoryExchange first = page(ALL, "");
        assertEquals("Y", first.answerHeader("cont-yn"));
        assertEquals(filled.subList(0, OrderPages.ROWS_PER_PAGE), numbers(ALL));
        String second = page(ALL, first.answerHeader("next-key")).answer();
        assertEquals(filled.subList(OrderPages.ROWS_PER_PAGE, filled.size()),
            NUMBER.matcher(second).results().map(found -> found.group(1)).toList());
    }
}
