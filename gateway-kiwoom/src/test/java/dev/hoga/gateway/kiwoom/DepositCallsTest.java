package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.BodyLimits;
import dev.hoga.catalogue.RequestBody;
import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.KeptReply;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** kt00001 and kt00005: the account's cash, and its holdings on a fill basis. */
class DepositCallsTest {
    private static final String BALANCE_BODY = "{\"dmst_stex_tp\":\"KRX\"}";
    private static final List<String> DEPOSIT_AMOUNTS = List.of("entr", "profa_ch", "pymn_alow_amt", "ord_alow_amt", "bncr_buy_alowa",
        "20stk_ord_alow_amt", "100stk_ord_alow_amt", "d1_entra", "d2_entra", "d2_pymn_alow_amt", "elwdpst_evlta", "repl_amt");

    private final House house = new House();
    private final String token = house.token("alice", Environment.LIVE);

    private String deposit(String queryType) {
        return house.account(token, "kt00001", "{\"qry_tp\":\"" + queryType + "\"}");
    }

    private String balance(String body) {
        return house.account(token, "kt00005", body);
    }

    /** Some numbers of an answer. */
    private static List<Long> numbers(String answer, List<String> fields) {
        RequestBody read = RequestBody.parse(answer.getBytes(StandardCharsets.UTF_8), BodyLimits.DEFAULT);
        var numbers = new ArrayList<Long>();
        fields.forEach(field -> numbers.add(Long.parseLong(read.text(field))));
        return numbers;
    }

    // -- kt00001 -------------------------------------------------------------------------------------------------------

    /** An account with cash alone, as a live one with 77 won was recorded (there at margin rates below 100 %). */
    @Test
    void tellsAnAccountWithCashAloneAsRecorded() {
        String answer = deposit("3");
        assertTrue(answer.startsWith("{\"entr\":\"000000010000000\",\"profa_ch\":\"000000000000000\",\"bncr_profa_ch\":\"000000000000000\","),
            answer);
        assertTrue(answer.contains("\"elwdpst_evlta\":\"000000010000000\"") && answer.contains("\"crd_grnt_rt\":\"0.00\""), answer);
        assertTrue(answer.endsWith("\"50stk_ord_alow_amt\":\"000000010000000\",\"60stk_ord_alow_amt\":\"000000010000000\","
            + "\"stk_entr_prst\":[],\"return_code\":0,\"return_msg\":\"조회가 완료되었습니다\"}"), answer);
        assertEquals(answer, deposit("2"), "nothing is unsettled");
        assertTrue(house.account(house.token("alice", Environment.MOCK), "kt00001", "{\"qry_tp\":\"3\"}")
            .endsWith("\"return_msg\":\"모의투자 조회완료\"}"));
    }

    @Test
    void setsAsideWhatOpenOrdersToBuyNeed() {
        // 10 x 69,000 and 0.015 % of it, cut to 10 won, is 690,100.
        house.limit(token, Side.BUY, House.SAMSUNG, 10, 69_000);
        assertEquals(List.of(10_000_000L, 690_100L, 9_309_900L, 9_309_900L, 9_309_900L, 9_309_900L, 9_309_900L, 10_000_000L, 10_000_000L,
            9_309_900L, 10_000_000L, 0L), numbers(deposit("3"), DEPOSIT_AMOUNTS));
    }

    @Test
    void movesTheDepositTwoTradingDatesAfterTheTrade() {
        List<String> fields = List.of("entr", "profa_ch", "ord_alow_amt", "pymn_alow_amt", "d1_entra", "d2_entra");
        house.scripted(Side.SELL, House.SAMSUNG, 10, 70_000);
        house.limit(token, Side.BUY, House.SAMSUNG, 10, 70_000);
        assertEquals(List.of(10_000_000L, 700_100L, 9_299_900L, 9_299_900L, 10_000_000L, 9_299_900L), numbers(deposit("3"), fields));
        house.scripted(Side.BUY, House.SAMSUNG, 10, 70_000);
        house.limit(token, Side.SELL, House.SAMSUNG, 10, 70_000);
        // Commission 100 again, and 0.20 % tax of 700,000. The proceeds buy at once.
        assertEquals(List.of(10_000_000L, 700_100L, 9_998_400L, 9_998_400L, 10_000_000L, 9_998_400L), numbers(deposit("3"), fields));
        List<String> settlement = List.of("d1_buy_exct_amt", "d1_sel_exct_amt", "d1_slby_exct_amt", "d2_buy_exct_amt", "d2_sel_exct_amt",
            "d2_slby_exct_amt");
        assertEquals(List.of(0L, 0L, 0L, 700_100L, 698_500L, -1_600L), numbers(deposit("3"), settlement));
        goTo("2026-11-23T10:00:00+09:00");
        assertEquals(List.of(700_100L, 698_500L, -1_600L, 0L, 0L, 0L), numbers(deposit("3"), settlement));
        assertEquals(List.of(10_000_000L, 700_100L, 9_998_400L, 9_998_400L, 9_998_400L, 9_998_400L), numbers(deposit("3"), fields));
        goTo("2026-11-24T10:00:00+09:00");
        assertEquals(List.of(9_998_400L, 0L, 9_998_400L, 9_998_400L, 9_998_400L, 9_998_400L), numbers(deposit("3"), fields));
        assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L), numbers(deposit("3"), settlement));
    }

    @Test
    void showsProceedsThatBuyButCannotBeTakenOut() {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        house.scripted(Side.BUY, House.SAMSUNG, 10, 70_000);
        house.limit(token, Side.SELL, House.SAMSUNG, 10, 70_000);
        assertEquals(List.of(10_000_000L, 10_698_500L, 10_000_000L, 10_000_000L, 10_698_500L), numbers(deposit("3"),
            List.of("entr", "ord_alow_amt", "pymn_alow_amt", "d1_pymn_alow_amt", "d2_pymn_alow_amt")));
    }

    private void goTo(String time) {
        house.engine.setMarketTime(OffsetDateTime.parse(time).toInstant().toEpochMilli(), new KeptReply());
    }

    @Test
    void hasOnePageOnly() {
        var first = house.request(token, "kt00001", "/api/dostk/acnt", "{\"qry_tp\":\"3\"}").with("cont-yn", "Y").handledBy(house.gateway);
        assertEquals("N", first.answerHeader("cont-yn"));
        assertTrue(house.request(token, "kt00001", "/api/dostk/acnt", "{\"qry_tp\":\"3\"}").with("cont-yn", "Y").with("next-key", "1")
            .handledBy(house.gateway).answer().contains("[1517:"));
    }

    // -- kt00005 -------------------------------------------------------------------------------------------------------

    /** The document's example at the tax of 2026: 210,000 - 30 - 420 - 50 is 209,500, 164,000 less than 373,500. */
    @Test
    void valuesAHoldingNetAsTheDocumentsExample() {
        house.depositShares(house.alice, House.SAMSUNG, 3, 124_500);
        assertEquals("{\"entr\":\"000010000000\",\"entr_d1\":\"000010000000\",\"entr_d2\":\"000010000000\",\"pymn_alow_amt\":\"000010000000\","
            + "\"uncl_stk_amt\":\"000000000000\",\"repl_amt\":\"000000000000\",\"rght_repl_amt\":\"000000000000\",\"ord_alowa\":\"000010000000\","
            + "\"ch_uncla\":\"000000000000\",\"crd_int_npay_gold\":\"000000000000\",\"etc_loana\":\"000000000000\",\"nrpy_loan\":\"000000000000\","
            + "\"profa_ch\":\"000000000000\",\"repl_profa\":\"000000000000\",\"stk_buy_tot_amt\":\"000000373500\",\"evlt_amt_tot\":\"000000209500\","
            + "\"tot_pl_tot\":\"-00000164000\",\"tot_pl_rt\":\"-43.9090\",\"tot_re_buy_alowa\":\"000010000000\",\"20ord_alow_amt\":\"000010000000\","
            + "\"30ord_alow_amt\":\"000010000000\",\"40ord_alow_amt\":\"000010000000\",\"50ord_alow_amt\":\"000010000000\","
            + "\"60ord_alow_amt\":\"000010000000\",\"100ord_alow_amt\":\"000010000000\",\"crd_loan_tot\":\"000000000000\","
            + "\"crd_loan_ls_tot\":\"000000000000\",\"crd_grnt_rt\":\"0.00\",\"dpst_grnt_use_amt_amt\":\"000000000000\","
            + "\"grnt_loan_amt\":\"000000000000\",\"stk_cntr_remn\":[{\"crd_tp\":\"00\",\"loan_dt\":\"\",\"expr_dt\":\"\",\"stk_cd\":\"A005930\","
            + "\"stk_nm\":\"삼성전자\",\"setl_remn\":\"000000000003\",\"cur_qty\":\"000000000003\",\"cur_prc\":\"000000070000\",\"buy_uv\":\"000000124500\","
            + "\"pur_amt\":\"000000373500\",\"evlt_amt\":\"000000209500\",\"evltv_prft\":\"-00000164000\",\"pl_rt\":\"-43.9090\"}],\"return_code\":0,"
            + "\"return_msg\":\"조회가 완료되었습니다\"}", balance(BALANCE_BODY));
    }

    @Test
    void tellsWhatIsDeliveredOfWhatIsHeld() {
        house.scripted(Side.SELL, House.SAMSUNG, 3, 70_000);
        house.limit(token, Side.BUY, House.SAMSUNG, 3, 70_000);
        assertTrue(balance(BALANCE_BODY).contains("\"setl_remn\":\"000000000000\",\"cur_qty\":\"000000000003\""), balance(BALANCE_BODY));
        assertEquals(List.of(10_000_000L, 10_000_000L, 9_789_970L, 9_789_970L, 9_789_970L, 210_030L), numbers(balance(BALANCE_BODY),
            List.of("entr", "entr_d1", "entr_d2", "pymn_alow_amt", "ord_alowa", "profa_ch")));
        goTo("2026-11-24T10:00:00+09:00");
        assertTrue(balance(BALANCE_BODY).contains("\"setl_remn\":\"000000000003\",\"cur_qty\":\"000000000003\""), balance(BALANCE_BODY));
        assertEquals(List.of(9_789_970L, 0L), numbers(balance(BALANCE_BODY), List.of("entr", "profa_ch")));
    }

    @Test
    void goesOnWhereAPageEnded() {
        int count = AccountHoldings.ROWS_PER_PAGE + 3;
        for (int i = 0; i < count; i++) {
            String code = "9%05d".formatted(i);
            house.list(code, 1_000);
            house.depositShares(house.alice, code, 1, 1_000);
        }
        var first = house.request(token, "kt00005", "/api/dostk/acnt", BALANCE_BODY).handledBy(house.gateway);
        assertEquals("Y", first.answerHeader("cont-yn"));
        var second = house.request(token, "kt00005", "/api/dostk/acnt", BALANCE_BODY).with("cont-yn", "Y")
            .with("next-key", first.answerHeader("next-key")).handledBy(house.gateway);
        assertEquals("N", second.answerHeader("cont-yn"));
        assertEquals(3, second.answer().split("\"stk_cd\"", -1).length - 1);
        List<String> total = List.of("stk_buy_tot_amt");
        assertEquals(List.of(1_000L * count), numbers(first.answer(), total));
        assertEquals(numbers(first.answer(), total), numbers(second.answer(), total));
        assertFalse(house.request(token, "kt00005", "/api/dostk/acnt", BALANCE_BODY).with("cont-yn", "Y").with("next-key", "made-up")
            .handledBy(house.gateway).answer().contains("\"return_code\":0"));
    }

    @Test
    void answersAnAccountThatIsRicherThanTheFieldIsWide() {
        var reply = new KeptReply();
        house.engine.moveCash(house.alice, 5_000_000_000_000L, reply);
        reply.value();
        house.depositShares(house.alice, House.SAMSUNG, 1, 70_000);
        assertTrue(balance(BALANCE_BODY).startsWith("{\"entr\":\"999999999999\""), balance(BALANCE_BODY));
        assertTrue(deposit("3").startsWith("{\"entr\":\"005000010000000\""));
    }
}
