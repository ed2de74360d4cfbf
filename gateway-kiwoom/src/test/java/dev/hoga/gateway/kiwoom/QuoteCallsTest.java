package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.KeptReply;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteCallsTest {
    private final House house = new House();
    private String token;

    @BeforeEach
    void issueToken() {
        token = house.token("alice", Environment.LIVE);
    }

    private String info(String code) {
        return house.request(token, "ka10001", "/api/dostk/stkinfo", "{\"stk_cd\":\"" + code + "\"}").handledBy(house.gateway).answer();
    }

    private String book(String code) {
        return house.request(token, "ka10004", "/api/dostk/mrkcond", "{\"stk_cd\":\"" + code + "\"}").handledBy(house.gateway).answer();
    }

    private void trade(long priceWon, long qty) {
        house.scripted(Side.SELL, House.SAMSUNG, qty, priceWon);
        house.scripted(Side.BUY, House.SAMSUNG, qty, priceWon);
    }

    @Test
    void tellsAStocksFactsAndPrices() {
        trade(70_300, 10);
        trade(69_500, 5);
        assertEquals("{\"stk_cd\":\"005930\",\"stk_nm\":\"삼성전자\",\"setl_mm\":\"\",\"fav\":\"100\",\"cap\":\"5919\",\"flo_stk\":\"5919637\","
            + "\"crd_rt\":\"0.00\",\"oyr_hgst\":\"+70300\",\"oyr_lwst\":\"-69500\",\"mac\":\"4114148\",\"mac_wght\":\"\",\"for_exh_rt\":\"0.00\","
            + "\"repl_pric\":\"49000\",\"per\":\"\",\"eps\":\"\",\"roe\":\"\",\"pbr\":\"\",\"ev\":\"\",\"bps\":\"\",\"sale_amt\":\"0\",\"bus_pro\":\"0\","
            + "\"cup_nga\":\"0\",\"250hgst\":\"+70300\",\"250lwst\":\"-69500\",\"high_pric\":\"+70300\",\"open_pric\":\"+70300\",\"low_pric\":\"-69500\","
            + "\"upl_pric\":\"+91000\",\"lst_pric\":\"-49000\",\"base_pric\":\"70000\",\"exp_cntr_pric\":\"0\",\"exp_cntr_qty\":\"0\","
            + "\"250hgst_pric_dt\":\"20261120\",\"250hgst_pric_pre_rt\":\"-1.14\",\"250lwst_pric_dt\":\"20261120\",\"250lwst_pric_pre_rt\":\"0.00\","
            + "\"cur_prc\":\"-69500\",\"pre_sig\":\"5\",\"pred_pre\":\"-500\",\"flu_rt\":\"-0.71\",\"trde_qty\":\"15\",\"trde_pre\":\"0.00\","
            + "\"fav_unit\":\"원\",\"dstr_stk\":\"0\",\"dstr_rt\":\"0.0\",\"return_code\":0,\"return_msg\":\"정상적으로 처리되었습니다\"}", info("005930"));
    }

    @ParameterizedTest
    @CsvSource({"91000,1,+21000,+30.00", "70100,2,+100,+0.14", "70000,3,0,0.00", "49000,4,-21000,-30.00", "69900,5,-100,-0.14"})
    void signsTheChangeByItsDirection(long priceWon, String sign, String change, String rate) {
        trade(priceWon, 1);
        // A price at a limit is too far away to be traded at before an interruption has ended.
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-20T10:03:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        String answer = info("005930");
        assertTrue(answer.contains("\"pre_sig\":\"" + sign + "\",\"pred_pre\":\"" + change + "\",\"flu_rt\":\"" + rate + "\""), answer);
    }

    @Test
    void tellsWhatTheClosingAuctionIsExpectedToEndWith() {
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-20T15:25:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        trade(70_700, 7);
        assertTrue(info("005930").contains("\"exp_cntr_pric\":\"70700\",\"exp_cntr_qty\":\"7\""), info("005930"));
    }

    @Test
    void hasNoPricesBeforeTheFirstTrade() {
        assertTrue(info("005930").contains("\"high_pric\":\"0\",\"open_pric\":\"0\",\"low_pric\":\"0\""));
        assertTrue(info("005930").contains("\"cur_prc\":\"70000\",\"pre_sig\":\"3\",\"pred_pre\":\"0\",\"flu_rt\":\"0.00\",\"trde_qty\":\"0\""));
    }

    @Test
    void takesTheCodeOfAllVenuesAsKrx() {
        assertTrue(info("005930_AL").startsWith("{\"stk_cd\":\"005930_AL\",\"stk_nm\":\"삼성전자\""));
        assertTrue(book("005930_AL").contains("\"return_code\":0"));
    }

    @ParameterizedTest
    @CsvSource({"999999", "005930_NX", "x"})
    void refusesUnknownStocks(String code) {
        String refused = "{\"return_msg\":\"서비스를 처리하는 중에 오류가 발생했습니다[1902:종목 정보가 없습니다. 입력한 종목코드 값을 확인바랍니다. 종목코드="
            + code + "]\",\"return_code\":7}";
        assertEquals(refused, info(code));
        assertEquals(refused, book(code));
    }

    @Test
    void showsTenLevelsOfEachSideWithTheirDirection() {
        for (int level = 1; level <= 11; level++) {
            house.scripted(Side.SELL, House.SAMSUNG, level, 70_000 + 100L * level);
            house.scripted(Side.BUY, House.SAMSUNG, 2L * level, 70_100 - 100L * level);
        }
        String answer = book("005930");
        assertTrue(answer.startsWith("{\"bid_req_base_tm\":\"100000\",\"sel_10th_pre_req_pre\":\"0\",\"sel_10th_pre_req\":\"10\","
            + "\"sel_10th_pre_bid\":\"+71000\",\"sel_9th_pre_req_pre\":\"0\",\"sel_9th_pre_req\":\"9\",\"sel_9th_pre_bid\":\"+70900\""), answer);
        assertTrue(answer.contains("\"sel_1th_pre_req_pre\":\"0\",\"sel_fpr_req\":\"1\",\"sel_fpr_bid\":\"+70100\",\"buy_fpr_bid\":\"70000\","
            + "\"buy_fpr_req\":\"2\",\"buy_1th_pre_req_pre\":\"0\",\"buy_2th_pre_bid\":\"-69900\",\"buy_2th_pre_req\":\"4\""), answer);
        assertTrue(answer.endsWith("\"tot_sel_req_jub_pre\":\"0\",\"tot_sel_req\":\"66\",\"tot_buy_req\":\"132\",\"tot_buy_req_jub_pre\":\"0\","
            + "\"ovt_sel_req_pre\":\"0\",\"ovt_sel_req\":\"0\",\"ovt_buy_req\":\"0\",\"ovt_buy_req_pre\":\"0\",\"return_code\":0,"
            + "\"return_msg\":\"정상적으로 처리되었습니다\"}"), answer);
    }

    @Test
    void showsAnEmptyBookInZeros() {
        String answer = book("000660");
        assertTrue(answer.startsWith("{\"bid_req_base_tm\":\"\",\"sel_10th_pre_req_pre\":\"0\",\"sel_10th_pre_req\":\"0\",\"sel_10th_pre_bid\":\"0\""),
            answer);
        assertTrue(answer.contains("\"sel_fpr_req\":\"0\",\"sel_fpr_bid\":\"0\",\"buy_fpr_bid\":\"0\",\"buy_fpr_req\":\"0\""), answer);
    }

    @Test
    void saysThatTheServerIsBusyWhereReadsWait() {
        house.engine.refuseReads(true);
        assertTrue(info("005930").contains("[1999:"), info("005930"));
    }

    @Test
    void tellsTheAccountOfTheToken() {
        assertEquals("{\"acctNo\":\"5000000101\",\"return_code\":0,\"return_msg\":\"정상적으로 처리되었습니다\"}", house.account(token, "ka00001", "{}"));
        assertEquals("{\"acctNo\":\"5000000202\",\"return_code\":0,\"return_msg\":\"정상적으로 처리되었습니다\"}",
            house.account(house.token("bob", Environment.MOCK), "ka00001", ""));
    }
}
