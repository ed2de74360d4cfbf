package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Code;
import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemoryExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingsCallTest {
    private static final String BODY = "{\"qry_tp\":\"1\",\"dmst_stex_tp\":\"KRX\"}";
    private final House house = new House();

    private String holdings(Environment environment, String body) {
        return house.account(house.token("alice", environment), "kt00018", body);
    }

    @Test
    void showsAnEmptyAccountAsSeenOnMock() {
        assertEquals("{\"tot_pur_amt\":\"000000000000000\",\"tot_evlt_amt\":\"000000000000000\",\"tot_evlt_pl\":\"000000000000000\","
            + "\"tot_prft_rt\":\"000000000.00\",\"prsm_dpst_aset_amt\":\"000000010000000\",\"tot_loan_amt\":\"000000000000000\","
            + "\"tot_crd_loan_amt\":\"000000000000000\",\"tot_crd_ls_amt\":\"000000000000000\",\"acnt_evlt_remn_indv_tot\":[],"
            + "\"return_code\":0,\"return_msg\":\"모의투자 해당조회내역이 없습니다.\"}", holdings(Environment.MOCK, BODY));
        assertTrue(holdings(Environment.LIVE, BODY).contains("\"tot_prft_rt\":\"0.00\""));
    }

    /** The document's example at the tax of 2026: 3 shares bought at 124,500, now at 59,000, commission 0.015 %. */
    @Test
    void valuesAHoldingAsTheDocumentsExample() {
        var reply = new KeptReply();
        house.engine.setBasePrice(Code.pack(House.SAMSUNG), 59_000, reply);
        reply.value();
        house.depositShares(house.alice, House.SAMSUNG, 3, 124_500);
        // 177,000 - 373,500 - 50 - 20 - 354 = -196,924; -52.72 % of 373,500.
        assertEquals("{\"tot_pur_amt\":\"000000000373500\",\"tot_evlt_amt\":\"000000000177000\",\"tot_evlt_pl\":\"-00000000196924\","
            + "\"tot_prft_rt\":\"-52.72\",\"prsm_dpst_aset_amt\":\"000000010177000\",\"tot_loan_amt\":\"000000000000000\","
            + "\"tot_crd_loan_amt\":\"000000000000000\",\"tot_crd_ls_amt\":\"000000000000000\",\"acnt_evlt_remn_indv_tot\":[{"
            + "\"stk_cd\":\"A005930\",\"stk_nm\":\"삼성전자\",\"evltv_prft\":\"-00000000196924\",\"prft_rt\":\"-52.72\","
            + "\"pur_pric\":\"000000000124500\",\"pred_close_pric\":\"000000059000\",\"rmnd_qty\":\"000000000000003\","
            + "\"trde_able_qty\":\"000000000000003\",\"cur_prc\":\"000000059000\",\"pred_buyq\":\"000000000000000\","
            + "\"pred_sellq\":\"000000000000000\",\"tdy_buyq\":\"000000000000000\",\"tdy_sellq\":\"000000000000000\","
            + "\"pur_amt\":\"000000000373500\",\"pur_cmsn\":\"000000000000050\",\"evlt_amt\":\"000000000177000\","
            + "\"sell_cmsn\":\"000000000000020\",\"tax\":\"000000000000354\",\"sum_cmsn\":\"000000000000070\",\"poss_rt\":\"100.00\","
            + "\"crd_tp\":\"00\",\"crd_tp_nm\":\"\",\"crd_loan_dt\":\"\"}],\"return_code\":0,\"return_msg\":\"조회가 완료되었습니다\"}",
            holdings(Environment.LIVE, BODY));
        String mock = holdings(Environment.MOCK, BODY);
        assertTrue(mock.contains("\"prft_rt\":\"-00000052.72\"") && mock.contains("\"poss_rt\":\"000000100.00\"")
            && mock.endsWith("\"return_msg\":\"모의투자 조회완료\"}"), mock);
    }

    @Test
    void followsTradesOfTheDay() {
        String token = house.token("alice", Environment.LIVE);
        house.scripted(Side.SELL, House.KODEX, 10, 40_000);
        house.limit(token, Side.BUY, House.KODEX, 10, 40_000);
        house.scripted(Side.BUY, House.KODEX, 4, 40_100);
        house.limit(token, Side.SELL, House.KODEX, 4, 40_100);
        house.limit(token, Side.SELL, House.KODEX, 2, 41_000);
        String answer = holdings(Environment.LIVE, BODY);
        assertTrue(answer.contains("\"stk_cd\":\"A069500\"") && answer.contains("\"rmnd_qty\":\"000000000000006\"")
            && answer.contains("\"trde_able_qty\":\"000000000000004\"") && answer.contains("\"tdy_buyq\":\"000000000000010\"")
            && answer.contains("\"tdy_sellq\":\"000000000000004\"") && answer.contains("\"cur_prc\":\"000000040100\"")
            && answer.contains("\"tax\":\"000000000000000\""), answer);
    }

    @Test
    void leavesOutWhatWasSold() {
        house.depositShares(house.alice, House.SAMSUNG, 1, 60_000);
        house.scripted(Side.BUY, House.SAMSUNG, 1, 70_000);
        house.limit(house.token("alice", Environment.LIVE), Side.SELL, House.SAMSUNG, 1, 70_000);
        assertTrue(holdings(Environment.LIVE, BODY).contains("\"acnt_evlt_remn_indv_tot\":[]"));
    }

    @ParameterizedTest
    @CsvSource({"1,KRX", "2,KRX", "1,NXT", "2,NXT"})
    void answersBothQueryTypesForBothVenues(String type, String venue) {
        house.depositShares(house.alice, House.SAMSUNG, 3, 60_000);
        assertTrue(holdings(Environment.LIVE, "{\"qry_tp\":\"" + type + "\",\"dmst_stex_tp\":\"" + venue + "\"}").contains("A005930"));
    }

    @Test
    void pagesWithTheSameTotalsOnEachPage() {
        int count = AccountHoldings.ROWS_PER_PAGE + 7;
        for (int i = 0; i < count; i++) {
            String code = "9%05d".formatted(i);
            house.list(code, 10_000);
            house.depositShares(house.alice, code, 1, 10_000);
        }
        String token = house.token("alice", Environment.LIVE);
        MemoryExchange first = house.request(token, "kt00018", "/api/dostk/acnt", BODY).handledBy(house.gateway);
        MemoryExchange second = house.request(token, "kt00018", "/api/dostk/acnt", BODY).with("cont-yn", "Y")
            .with("next-key", first.answerHeader("next-key")).handledBy(house.gateway);
        assertEquals("Y", first.answerHeader("cont-yn"));
        assertEquals(AccountHoldings.ROWS_PER_PAGE, rows(first.answer()));
        assertEquals(7, rows(second.answer()));
        assertEquals("N", second.answerHeader("cont-yn"));
        String total = "{\"tot_pur_amt\":\"000000001070000\"";
        assertTrue(first.answer().startsWith(total) && second.answer().startsWith(total), second.answer());
        assertTrue(house.request(token, "kt00018", "/api/dostk/acnt", BODY).with("cont-yn", "Y").with("next-key", "wrong")
            .handledBy(house.gateway).answer().contains("[1517:"));
    }

    private static int rows(String answer) {
        return answer.split("\"stk_cd\"", -1).length - 1;
    }
}
