package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Environment;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.Side;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.kis.House.Sender;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceCallTest {
    private static final String QUERY = "?" + House.ALICE + "&AFHR_FLPR_YN=N&OFL_YN=&INQR_DVSN=01&UNPR_DVSN=01&FUND_STTL_ICLD_YN=N"
        + "&FNCG_AMT_AUTO_RDPT_YN=N&PRCS_DVSN=01&CTX_AREA_FK100=&CTX_AREA_NK100=";
    private static final String PATH = House.TRADING + "inquire-balance";
    private static final Pattern CODE = Pattern.compile("\"pdno\":\"(\\w+)\"");
    private static final Pattern KEY = Pattern.compile("\"ctx_area_nk100\":\"([^\"]*)\"");
    private final House house = new House();

    private MemoryExchange balance(Sender sender) {
        return house.get(sender, House.inEnvironment(sender, "TTTC8434R"), PATH + QUERY);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    @Test
    void showsCashOnlyWhereNothingIsHeld() {
        MemoryExchange exchange = balance(house.sender("alice", Environment.LIVE));
        assertEquals("{\"ctx_area_fk100\":\"" + padded("50000001^01^N^N^01^01^N^", 100) + "\",\"ctx_area_nk100\":\"" + " ".repeat(100)
            + "\",\"output1\":[],\"output2\":[{\"dnca_tot_amt\":\"10000000\",\"nxdy_excc_amt\":\"10000000\",\"prvs_rcdl_excc_amt\":\"10000000\","
            + "\"cma_evlu_amt\":\"0\",\"bfdy_buy_amt\":\"0\",\"thdt_buy_amt\":\"0\",\"nxdy_auto_rdpt_amt\":\"0\",\"bfdy_sll_amt\":\"0\","
            + "\"thdt_sll_amt\":\"0\",\"d2_auto_rdpt_amt\":\"0\",\"bfdy_tlex_amt\":\"0\",\"thdt_tlex_amt\":\"0\",\"tot_loan_amt\":\"0\","
            + "\"scts_evlu_amt\":\"0\",\"tot_evlu_amt\":\"10000000\",\"nass_amt\":\"10000000\",\"fncg_gld_auto_rdpt_yn\":\"\","
            + "\"pchs_amt_smtl_amt\":\"0\",\"evlu_amt_smtl_amt\":\"0\",\"evlu_pfls_smtl_amt\":\"0\",\"tot_stln_slng_chgs\":\"0\","
            + "\"bfdy_tot_asst_evlu_amt\":\"0\",\"asst_icdc_amt\":\"10000000\",\"asst_icdc_erng_rt\":\"0.00000000\"}],"
            + House.ok("KIOK0510", "조회가 완료되었습니다" + " ".repeat(59)), exchange.answer());
        assertEquals(200, exchange.status());
        assertEquals(List.of("Content-Type", "tr_id", "tr_cont", "gt_uid"), List.copyOf(exchange.answerHeaders().keySet()));
        assertEquals("application/json;charset=UTF-8", exchange.answerHeader("Content-Type"));
        assertEquals("TTTC8434R", exchange.answerHeader("tr_id"));
        assertEquals("D", exchange.answerHeader("tr_cont"));
        assertTrue(exchange.answerHeader("gt_uid").matches("[0-9a-f]{32}"));
    }

    @Test
    void valuesAHoldingGrossAndAddsTheDaysTradesUp() {
        house.depositShares(house.alice, House.SAMSUNG, 10, 60_000);
        Sender live = house.sender("alice", Environment.LIVE);
        house.scripted(Side.SELL, House.SAMSUNG, 3, 70_100);
        house.limit(live, Side.BUY, House.SAMSUNG, 3, 70_100);
        house.scripted(Side.BUY, House.SAMSUNG, 2, 70_200);
        house.limit(live, Side.SELL, House.SAMSUNG, 2, 70_200);
        house.limit(live, Side.SELL, House.SAMSUNG, 4, 71_000);
        String answer = balance(live).answer();
        // 13 shares for 600,000 + 210,300 won, of which 2 were sold at 62,330.7692: 11 for 685,638 won.
        assertTrue(answer.contains("\"output1\":[{\"pdno\":\"005930\",\"prdt_name\":\"삼성전자\",\"trad_dvsn_name\":\"현금\",\"bfdy_buy_qty\":\"0\","
            + "\"bfdy_sll_qty\":\"0\",\"thdt_buyqty\":\"3\",\"thdt_sll_qty\":\"2\",\"hldg_qty\":\"11\",\"ord_psbl_qty\":\"7\","
            + "\"pchs_avg_pric\":\"62330.8182\",\"pchs_amt\":\"685639\",\"prpr\":\"70200\",\"evlu_amt\":\"772200\",\"evlu_pfls_amt\":\"86561\","
            + "\"evlu_pfls_rt\":\"12.62\",\"evlu_erng_rt\":\"0.00000000\",\"loan_dt\":\"\",\"loan_amt\":\"0\",\"stln_slng_chgs\":\"0\","
            + "\"expd_dt\":\"\",\"fltt_rt\":\"0.28571429\",\"bfdy_cprs_icdc\":\"200\",\"item_mgna_rt_name\":\"100%\",\"grta_rt_name\":\"\","
            + "\"sbst_pric\":\"0\",\"stck_loan_unpr\":\"0.0000\"}]"), answer);
        // Bought 210,300 (30 won commission), sold 140,400 (20 won commission, 280 won tax).
        long cashWon = 10_000_000 - 210_300 - 30 + 140_400 - 20 - 280;
        assertTrue(answer.contains("\"dnca_tot_amt\":\"10000000\",\"nxdy_excc_amt\":\"10000000\",\"prvs_rcdl_excc_amt\":\"" + cashWon + "\""),
            answer);
        assertTrue(answer.contains("\"thdt_buy_amt\":\"210300\"") && answer.contains("\"thdt_sll_amt\":\"140400\"")
            && answer.contains("\"thdt_tlex_amt\":\"330\""), answer);
        assertTrue(answer.contains("\"scts_evlu_amt\":\"772200\",\"tot_evlu_amt\":\"" + (cashWon + 772_200) + "\""), answer);
        assertTrue(answer.contains("\"evlu_pfls_smtl_amt\":\"86561\""), answer);
    }

    /** Friday's trades are settled on Tuesday; the change of the assets is against Friday's close. */
    @Test
    void tellsTheDepositsOfTheDatesToComeAndWhatChangedSinceTheClose() {
        Sender live = house.sender("alice", Environment.LIVE);
        house.scripted(Side.SELL, House.SAMSUNG, 3, 70_100);
        house.limit(live, Side.BUY, House.SAMSUNG, 3, 70_100);
        house.scripted(Side.BUY, House.SAMSUNG, 2, 70_200);
        house.limit(live, Side.SELL, House.SAMSUNG, 2, 70_200);
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-23T10:00:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        house.scripted(Side.SELL, House.SAMSUNG, 1, 71_000);
        house.limit(live, Side.BUY, House.SAMSUNG, 1, 71_000);
        String answer = balance(live).answer();
        // 210,300 + 30 and 140,400 - 20 - 280 are 70,230 to pay; then 71,000 + 10.
        assertTrue(answer.contains("\"dnca_tot_amt\":\"10000000\",\"nxdy_excc_amt\":\"9929770\",\"prvs_rcdl_excc_amt\":\"9858760\""), answer);
        assertTrue(answer.contains("\"bfdy_buy_amt\":\"210300\",\"thdt_buy_amt\":\"71000\"") && answer.contains("\"bfdy_sll_amt\":\"140400\"")
            && answer.contains("\"bfdy_tlex_amt\":\"330\",\"thdt_tlex_amt\":\"10\""), answer);
        // One share at 70,200 at the close; now two at 71,000.
        assertTrue(answer.contains("\"tot_evlu_amt\":\"10000760\"")
            && answer.contains("\"bfdy_tot_asst_evlu_amt\":\"9999970\",\"asst_icdc_amt\":\"790\""), answer);
    }

    private void holdMany(int count) {
        for (int i = 0; i < count; i++) {
            String code = "%06d".formatted(100_000 + i);
            house.list(code, "이름" + i, Market.KOSDAQ, InstrumentKind.STOCK, 1_000_000, 500, 10_000);
            house.depositShares(house.alice, code, 1, 9_000);
        }
    }

    private static List<String> codes(String answer) {
        var codes = new ArrayList<String>();
        Matcher code = CODE.matcher(answer);
        while (code.find()) {
            codes.add(code.group(1));
        }
        return codes;
    }

    private static String key(String answer) {
        Matcher key = KEY.matcher(answer);
        assertTrue(key.find(), answer);
        return key.group(1);
    }

    private MemoryExchange next(Sender sender, String key) {
        return house.get(sender, House.inEnvironment(sender, "TTTC8434R"), PATH + QUERY + key);
    }

    @ParameterizedTest
    @CsvSource({"LIVE,50", "MOCK,20"})
    void pagesByKeysThatComeBackPaddedOrTrimmed(Environment environment, int rows) {
        Sender sender = house.sender("alice", environment);
        holdMany(2 * rows + 3);
        MemoryExchange first = balance(sender);
        assertEquals(rows, codes(first.answer()).size());
        assertEquals("M", first.answerHeader("tr_cont"));
        assertEquals(100, key(first.answer()).length());
        MemoryExchange second = next(sender, URLEncoder.encode(key(first.answer()), StandardCharsets.UTF_8));
        assertEquals("M", second.answerHeader("tr_cont"));
        MemoryExchange third = next(sender, key(second.answer()).strip());
        assertEquals("E", third.answerHeader("tr_cont"));
        assertTrue(key(third.answer()).isBlank());
        assertEquals(3, codes(third.answer()).size());
        var all = new ArrayList<>(codes(first.answer()));
        all.addAll(codes(second.answer()));
        all.addAll(codes(third.answer()));
        assertEquals(2 * rows + 3, all.stream().distinct().count());
        assertTrue(third.answer().contains("\"evlu_amt_smtl_amt\":\"" + (2 * rows + 3) * 10_000L + "\""), "the totals are over all pages");
    }

    @Test
    void hasNoPageBehindAFullLastOne() {
        Sender live = house.sender("alice", Environment.LIVE);
        holdMany(50);
        assertEquals("D", balance(live).answerHeader("tr_cont"));
    }

    @Test
    void refusesAKeyThatIsNoneOfItsOwn() {
        Sender live = house.sender("alice", Environment.LIVE);
        holdMany(51);
        String key = key(balance(live).answer()).strip();
        MemoryExchange forged = next(live, "0000000001%5E");
        assertEquals(House.error("OPSQ2002", "ERROR : INPUT INVALID_CHECK_FIELD_LENGTH", 2), forged.answer());
        Sender bob = house.sender("bob", Environment.LIVE);
        String target = PATH + QUERY.replace("50000001", "50000002").replace("ACNT_PRDT_CD=01", "ACNT_PRDT_CD=02") + key;
        assertEquals(House.error("OPSQ2002", "ERROR : INPUT INVALID_CHECK_FIELD_LENGTH", 2), house.get(bob, "TTTC8434R", target).answer());
    }

    @Test
    void saysTheSameOfMockTrading() {
        Sender mock = house.sender("alice", Environment.MOCK);
        String answer = balance(mock).answer();
        assertTrue(answer.endsWith(House.ok("20310000", "모의투자 조회가 완료되었습니다." + " ".repeat(49))), answer);
        assertFalse(answer.contains("KIOK"), answer);
    }

    @Test
    void takesLowerCaseParameters() {
        Sender live = house.sender("alice", Environment.LIVE);
        MemoryExchange exchange = house.get(live, "TTTC8434R", PATH + QUERY.replace("CTX_AREA_FK100", "ctx_area_fk100").replace("CANO", "cano"));
        assertTrue(exchange.answer().contains("\"rt_cd\":\"0\""), exchange.answer());
    }
}
