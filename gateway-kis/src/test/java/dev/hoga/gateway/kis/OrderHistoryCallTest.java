package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.kis.House.Sender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderHistoryCallTest {
    private static final Pattern NUMBER = Pattern.compile("\"odno\":\"(\\d{10})\"");
    private static final Pattern KEY = Pattern.compile("\"ctx_area_nk100\":\"(\\S*) *\"");
    private final House house = new House();
    private Sender live;

    @BeforeEach
    void issueToken() {
        live = house.sender("alice", Environment.LIVE);
    }

    /** The request of the official sample, with these fields changed. */
    private static String target(Map<String, String> changes) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("INQR_STRT_DT", "20261120");
        fields.put("INQR_END_DT", "20261120");
        fields.put("SLL_BUY_DVSN_CD", "00");
        fields.put("PDNO", "");
        fields.put("CCLD_DVSN", "00");
        fields.put("INQR_DVSN", "00");
        fields.put("INQR_DVSN_3", "00");
        fields.put("ORD_GNO_BRNO", "");
        fields.put("ODNO", "");
        fields.put("INQR_DVSN_1", "");
        fields.put("CTX_AREA_FK100", "");
        fields.put("CTX_AREA_NK100", "");
        fields.put("EXCG_ID_DVSN_CD", "KRX");
        fields.putAll(changes);
        var target = new StringBuilder(House.TRADING + "inquire-daily-ccld?" + House.ALICE);
        fields.forEach((name, value) -> target.append('&').append(name).append('=').append(value));
        return target.toString();
    }

    private MemoryExchange history(Map<String, String> changes) {
        return house.get(live, "TTTC0081R", target(changes));
    }

    private static List<Integer> numbers(MemoryExchange exchange) {
        assertTrue(exchange.answer().contains("\"rt_cd\":\"0\""), exchange.answer());
        var numbers = new ArrayList<Integer>();
        Matcher number = NUMBER.matcher(exchange.answer());
        while (number.find()) {
            numbers.add(Integer.parseInt(number.group(1)));
        }
        return numbers;
    }

    private static String key(MemoryExchange exchange) {
        Matcher key = KEY.matcher(exchange.answer());
        assertTrue(key.find(), exchange.answer());
        return key.group(1);
    }

    private static String row(int number, String original, String division, String divisionWord, String side, String sideWord, long qty,
        long price, long filled, long average, String cancelled, long filledWon, long cancelledQty, long open, String condition) {
        return "{\"ord_dt\":\"20261120\",\"ord_gno_brno\":\"06010\",\"odno\":\"" + "%010d".formatted(number) + "\",\"orgn_odno\":\"" + original
            + "\",\"ord_dvsn_name\":\"" + divisionWord + "\",\"sll_buy_dvsn_cd\":\"" + side + "\",\"sll_buy_dvsn_cd_name\":\"" + sideWord
            + "\",\"pdno\":\"005930\",\"prdt_name\":\"삼성전자\",\"ord_qty\":\"" + qty + "\",\"ord_unpr\":\"" + price
            + "\",\"ord_tmd\":\"100000\",\"tot_ccld_qty\":\"" + filled + "\",\"avg_prvs\":\"" + average + "\",\"cncl_yn\":\"" + cancelled
            + "\",\"tot_ccld_amt\":\"" + filledWon + "\",\"loan_dt\":\"\",\"ordr_empno\":\"\",\"ord_dvsn_cd\":\"" + division
            + "\",\"cncl_cfrm_qty\":\"" + cancelledQty + "\",\"rmn_qty\":\"" + open + "\",\"rjct_qty\":\"0\",\"ccld_cndt_name\":\"" + condition
            + "\",\"inqr_ip_addr\":\"\",\"cpbc_ordp_ord_rcit_dvsn_cd\":\"\",\"cpbc_ordp_infm_mthd_dvsn_cd\":\"\",\"infm_tmd\":\"\","
            + "\"ctac_tlno\":\"\",\"prdt_type_cd\":\"300\",\"excg_dvsn_cd\":\"02\",\"cpbc_ordp_mtrl_dvsn_cd\":\"\",\"ord_orgno\":\"06010\","
            + "\"rsvn_ord_end_dt\":\"\",\"excg_id_dvsn_cd\":\"KRX\",\"stpm_cndt_pric\":\"0\",\"stpm_efct_occr_dtmd\":\"\"}";
    }

    /** A partly filled buy, its amendment, its cancellation, and a sale at market that must fill at once. */
    private void tradeABit() {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        house.scripted(Side.SELL, House.SAMSUNG, 2, 69_500);
        house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_500);
        house.change(live, "01", 1, 2, "69400", "00");
        house.change(live, "02", 1, 1, "0", "00");
        house.scripted(Side.BUY, House.SAMSUNG, 3, 69_450 + 50);
        house.order(live, Side.SELL, House.SAMSUNG, 4, "0", "13");
    }

    @Test
    void listsEveryOrderWithItsFillsAndTheTotals() {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        house.scripted(Side.SELL, House.SAMSUNG, 2, 69_500);
        house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_500);
        house.change(live, "01", 1, 2, "69400", "00");
        house.change(live, "02", 1, 1, "0", "00");
        house.scripted(Side.BUY, House.SAMSUNG, 1, 69_600);
        house.order(live, Side.SELL, House.SAMSUNG, 3, "0", "13");
        MemoryExchange exchange = history(Map.of());
        // The sale takes the scripted buyer's share and, crossing itself, the two of the amendment.
        String condition = "50000001!^01!^20261120!^20261120!^00!^00!^";
        assertEquals("{\"ctx_area_fk100\":\"" + condition + " ".repeat(100 - condition.length()) + "\",\"ctx_area_nk100\":\"" + " ".repeat(100)
            + "\",\"output1\":["
            + row(4, "", "13", "IOC시장가", "01", "현금매도", 3, 0, 3, 69_466, "N", 208_400, 0, 0, "IOC") + ','
            + row(3, "0000000001", "00", "지정가", "02", "매수취소*", 1, 69_500, 0, 0, "Y", 0, 1, 0, "없음") + ','
            + row(2, "0000000001", "00", "지정가", "02", "매수정정*", 2, 69_400, 2, 69_400, "N", 138_800, 0, 0, "없음") + ','
            + row(1, "", "00", "지정가", "02", "현금매수", 5, 69_500, 2, 69_500, "Y", 139_000, 3, 0, "없음")
            + "],\"output2\":{\"tot_ord_qty\":\"10\",\"tot_ccld_qty\":\"7\",\"tot_ccld_amt\":\"486200\",\"prsm_tlex_smtl\":\""
            + (20 + 20 + 30 + 416) + "\",\"pchs_avg_pric\":\"69457.1429\"},"
            + House.ok("KIOK0460", "조회 되었습니다. (마지막 자료)" + " ".repeat(50)), exchange.answer());
        assertEquals("D", exchange.answerHeader("tr_cont"));
    }

    @ParameterizedTest
    @CsvSource({"SLL_BUY_DVSN_CD,01,4", "SLL_BUY_DVSN_CD,02,3;2;1", "CCLD_DVSN,01,4;1", "CCLD_DVSN,02,2;1", "CCLD_DVSN,005930,4;3;2;1",
        "PDNO,005930,4;3;2;1", "PDNO,000660,''", "PDNO,00,''", "ODNO,0000000002,2", "ODNO,2,2", "ODNO,77,''", "INQR_DVSN,01,1;2;3;4",
        "EXCG_ID_DVSN_CD,ALL,4;3;2;1", "EXCG_ID_DVSN_CD,,4;3;2;1", "EXCG_ID_DVSN_CD,NXT,''", "EXCG_ID_DVSN_CD,SOR,''", "INQR_DVSN_3,01,4;3;2;1",
        "INQR_DVSN_3,02,''", "INQR_DVSN_1,1,''", "INQR_STRT_DT,20261121,''", "INQR_END_DT,20261119,''", "INQR_STRT_DT,20260101,4;3;2;1",
        "INQR_END_DT,20261231,4;3;2;1"})
    void narrowsToWhatIsAskedFor(String field, String value, String expected) {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        house.scripted(Side.SELL, House.SAMSUNG, 1, 69_500);
        house.limit(live, Side.BUY, House.SAMSUNG, 5, 69_500);
        house.change(live, "01", 1, 2, "69400", "00");
        house.change(live, "02", 1, 1, "0", "00");
        house.scripted(Side.BUY, House.SAMSUNG, 1, 69_600);
        house.order(live, Side.SELL, House.SAMSUNG, 1, "0", "13");
        MemoryExchange exchange = history(Map.of(field, value == null ? "" : value));
        assertEquals(expected, String.join(";", numbers(exchange).stream().map(String::valueOf).toList()));
        if (expected.isEmpty()) {
            assertTrue(exchange.answer().contains("\"output1\":[],\"output2\":{\"tot_ord_qty\":\"0\",\"tot_ccld_qty\":\"0\",\"tot_ccld_amt\":\"0\","
                + "\"prsm_tlex_smtl\":\"0\",\"pchs_avg_pric\":\"0.0000\"},\"rt_cd\":\"0\",\"msg_cd\":\"KIOK0560\""), exchange.answer());
        }
    }

    @Test
    void findsNothingOlderThanThreeMonths() {
        house.limit(live, Side.BUY, House.SAMSUNG, 1, 69_000);
        assertEquals(List.of(), numbers(house.get(live, "CTSC9215R", target(Map.of()))));
        assertEquals(List.of(1), numbers(house.get(live, "TTTC8001R", target(Map.of()))));
    }

    @ParameterizedTest
    @CsvSource({"TTTC0081R,!^", "TTTC8001R,^", "CTSC9215R,!^", "CTSC9115R,^"})
    void joinsTheConditionAsEachIdDid(String trId, String separator) {
        String condition = String.join(separator, "50000001", "01", "20261120", "20261120", "00", "00", "");
        String answer = house.get(live, trId, target(Map.of())).answer();
        assertTrue(answer.startsWith("{\"ctx_area_fk100\":\"" + condition + ' '), answer);
    }

    @ParameterizedTest
    @CsvSource({"LIVE,00,100", "LIVE,01,100", "MOCK,00,15", "MOCK,01,15"})
    void pagesInEitherOrder(Environment environment, String order, int rows) {
        Sender sender = house.sender("alice", environment);
        house.depositShares(house.alice, House.SAMSUNG, 1_000, 60_000);
        int count = 2 * rows + 1;
        for (int i = 0; i < count; i++) {
            house.limit(live, Side.SELL, House.SAMSUNG, 1, 71_000);
        }
        var all = new ArrayList<Integer>();
        String key = "";
        var headers = new ArrayList<String>();
        do {
            MemoryExchange page = house.get(sender, House.inEnvironment(sender, "TTTC0081R"),
                target(Map.of("INQR_DVSN", order, "CTX_AREA_NK100", key)));
            List<Integer> numbers = numbers(page);
            assertTrue(numbers.size() <= rows);
            assertTrue(page.answer().contains("\"tot_ord_qty\":\"" + count + "\""), "the totals are over all pages");
            all.addAll(numbers);
            headers.add(page.answerHeader("tr_cont"));
            key = key(page);
        } while (!key.isEmpty());
        assertEquals(List.of("M", "M", "E"), headers);
        List<Integer> expected = IntStream.rangeClosed(1, count).boxed().toList();
        assertEquals(order.equals("01") ? expected : expected.reversed(), all);
    }

    @Test
    void goesOnFromAKeyWhateverElseIsAsked() {
        house.depositShares(house.alice, House.SAMSUNG, 200, 60_000);
        for (int i = 0; i < 101; i++) {
            house.limit(live, Side.SELL, House.SAMSUNG, 1, 71_000);
        }
        String key = key(history(Map.of()));
        // The official sample shifts its arguments by one on the second page.
        assertEquals(List.of(), numbers(history(Map.of("PDNO", "00", "CCLD_DVSN", "005930", "CTX_AREA_NK100", key))));
        assertEquals(List.of(1), numbers(history(Map.of("CTX_AREA_NK100", key))));
    }

    @Test
    void walksMoreOrdersThanOneReadLooksAt() {
        house.depositShares(house.alice, House.SAMSUNG, 10_000, 60_000);
        int count = OrderWalk.ORDERS_PER_READ + 7;
        for (int i = 0; i < count; i++) {
            house.limit(live, Side.SELL, House.SAMSUNG, 1, 71_000);
        }
        MemoryExchange exchange = history(Map.of("INQR_DVSN", "01"));
        assertEquals(1, numbers(exchange).getFirst());
        assertTrue(exchange.answer().contains("\"tot_ord_qty\":\"" + count + "\""), exchange.answer());
    }

    @Test
    void refusesAForeignKey() {
        tradeABit();
        assertEquals(House.error("OPSQ2002", "ERROR : INPUT INVALID_CHECK_FIELD_LENGTH", 2),
            history(Map.of("CTX_AREA_NK100", "0000000001%5E")).answer());
    }
}
