package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Code;
import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.kis.House.Sender;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteCallsTest {
    private static final String PRICE = House.QUOTATIONS + "inquire-price?FID_COND_MRKT_DIV_CODE=J&FID_INPUT_ISCD=";
    private static final String BOOK = House.QUOTATIONS + "inquire-asking-price-exp-ccn?FID_COND_MRKT_DIV_CODE=J&FID_INPUT_ISCD=";
    private static final String INFO = House.QUOTATIONS + "search-info?PRDT_TYPE_CD=300&PDNO=";
    private static final String QUOTE_OK = House.ok("MCA00000", "정상처리 되었습니다.");
    private final House house = new House();
    private Sender live;

    @BeforeEach
    void issueToken() {
        live = house.sender("alice", Environment.LIVE);
    }

    /** All that has been traded is what was traded today. */
    private static final String OF_TODAY_ALONE = range("d250_hgpr", "d250_hgpr_date", "d250_hgpr_vrss_prpr_rate", 201_000, "0.00")
        + range("d250_lwpr", "d250_lwpr_date", "d250_lwpr_vrss_prpr_rate", 199_900, "0.55")
        + "\"stck_dryy_hgpr\":\"201000\",\"dryy_hgpr_vrss_prpr_rate\":\"0.00\",\"dryy_hgpr_date\":\"20261120\","
        + "\"stck_dryy_lwpr\":\"199900\",\"dryy_lwpr_vrss_prpr_rate\":\"0.55\",\"dryy_lwpr_date\":\"20261120\","
        + "\"w52_hgpr\":\"201000\",\"w52_hgpr_vrss_prpr_ctrt\":\"0.00\",\"w52_hgpr_date\":\"20261120\",\"w52_lwpr\":\"199900\","
        + "\"w52_lwpr_vrss_prpr_ctrt\":\"0.55\",\"w52_lwpr_date\":\"20261120\",\"whol_loan_rmnd_rate\":\"0.00\",\"ssts_yn\":\"N\",";

    private static String range(String price, String date, String rate, long won, String percent) {
        return "\"" + price + "\":\"" + won + "\",\"" + date + "\":\"20261120\",\"" + rate + "\":\"" + percent + "\",";
    }

    @Test
    void quotesADayOfTrading() {
        house.scripted(Side.SELL, House.HYNIX, 3, 201_000);
        house.scripted(Side.BUY, House.HYNIX, 1, 201_000);
        house.scripted(Side.BUY, House.HYNIX, 2, 199_900);
        house.scripted(Side.SELL, House.HYNIX, 2, 199_900);
        house.scripted(Side.BUY, House.HYNIX, 1, 201_000);
        MemoryExchange exchange = house.get(live, "FHKST01010100", PRICE + House.HYNIX);
        assertEquals("{\"output\":{\"iscd_stat_cls_code\":\"57\",\"marg_rate\":\"100.00\",\"rprs_mrkt_kor_name\":\"KOSPI\","
            + "\"new_hgpr_lwpr_cls_code\":\"\",\"bstp_kor_isnm\":\"전기전자\",\"temp_stop_yn\":\"N\",\"oprc_rang_cont_yn\":\"N\","
            + "\"clpr_rang_cont_yn\":\"N\",\"crdt_able_yn\":\"N\",\"grmn_rate_cls_code\":\"\",\"elw_pblc_yn\":\"N\",\"stck_prpr\":\"201000\","
            + "\"prdy_vrss\":\"1000\",\"prdy_vrss_sign\":\"2\",\"prdy_ctrt\":\"0.50\",\"acml_tr_pbmn\":\"801800\",\"acml_vol\":\"4\","
            + "\"prdy_vrss_vol_rate\":\"0.00\",\"stck_oprc\":\"201000\",\"stck_hgpr\":\"201000\",\"stck_lwpr\":\"199900\","
            + "\"stck_mxpr\":\"260000\",\"stck_llam\":\"140000\",\"stck_sdpr\":\"200000\",\"wghn_avrg_stck_prc\":\"200450.00\","
            + "\"hts_frgn_ehrt\":\"0.00\",\"frgn_ntby_qty\":\"0\",\"pgtr_ntby_qty\":\"0\",\"pvt_scnd_dmrs_prc\":\"0\","
            + "\"pvt_frst_dmrs_prc\":\"0\",\"pvt_pont_val\":\"0\",\"pvt_frst_dmsp_prc\":\"0\",\"pvt_scnd_dmsp_prc\":\"0\",\"dmrs_val\":\"0\","
            + "\"dmsp_val\":\"0\",\"cpfn\":\"36400\",\"rstc_wdth_prc\":\"60000\",\"stck_fcam\":\"5000\",\"stck_sspr\":\"140000\","
            + "\"aspr_unit\":\"500\",\"hts_deal_qty_unit_val\":\"1\",\"lstn_stcn\":\"728002365\",\"hts_avls\":\"1463285\",\"per\":\"0.00\","
            + "\"pbr\":\"0.00\",\"stac_month\":\"\",\"vol_tnrt\":\"0.00\",\"eps\":\"0.00\",\"bps\":\"0.00\"," + OF_TODAY_ALONE
            + "\"stck_shrn_iscd\":\"000660\",\"fcam_cnnm\":\"5,000\",\"cpfn_cnnm\":\"36,400 억\",\"apprch_rate\":\"0.00\","
            + "\"frgn_hldn_qty\":\"0\",\"vi_cls_code\":\"N\",\"ovtm_vi_cls_code\":\"N\",\"last_ssts_cntg_qty\":\"0\",\"invt_caful_yn\":\"N\","
            + "\"mrkt_warn_cls_code\":\"00\",\"short_over_yn\":\"N\",\"sltr_yn\":\"N\",\"mang_issu_cls_code\":\"N\"}," + QUOTE_OK,
            exchange.answer());
        assertEquals("", exchange.answerHeader("tr_cont"));
        assertTrue(exchange.answerHeaders().containsKey("tr_cont"), "there, though blank");
        assertEquals("FHKST01010100", exchange.answerHeader("tr_id"));
    }

    @Test
    void marksAVolatilityInterruption() {
        assertTrue(house.get(live, "FHKST01010100", PRICE + House.SAMSUNG).answer().contains("\"vi_cls_code\":\"N\""));
        house.engine.interruptInstrument(Code.pack(House.SAMSUNG), new KeptReply());
        assertTrue(house.get(live, "FHKST01010100", PRICE + House.SAMSUNG).answer().contains("\"vi_cls_code\":\"Y\""));
    }

    @Test
    void quotesZerosBeforeTheFirstTrade() {
        String answer = house.get(live, "FHKST01010100", PRICE + House.SAMSUNG).answer();
        assertTrue(answer.contains("\"stck_prpr\":\"70000\",\"prdy_vrss\":\"0\",\"prdy_vrss_sign\":\"3\",\"prdy_ctrt\":\"0.00\",\"acml_tr_pbmn\":\"0\","
            + "\"acml_vol\":\"0\",\"prdy_vrss_vol_rate\":\"0.00\",\"stck_oprc\":\"0\",\"stck_hgpr\":\"0\",\"stck_lwpr\":\"0\""), answer);
        assertTrue(answer.contains("\"wghn_avrg_stck_prc\":\"0.00\""), answer);
    }

    @ParameterizedTest
    @CsvSource({"91000,1", "70100,2", "70000,3", "49000,4", "69900,5"})
    void marksTheDirection(long price, String sign) {
        house.scripted(Side.SELL, House.SAMSUNG, 1, price);
        house.scripted(Side.BUY, House.SAMSUNG, 1, price);
        // A price at a limit is too far away to be traded at before an interruption has ended.
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-20T10:03:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        String answer = house.get(live, "FHKST01010100", PRICE + House.SAMSUNG).answer();
        assertTrue(answer.contains("\"prdy_vrss\":\"" + (price - 70_000) + "\",\"prdy_vrss_sign\":\"" + sign + "\""), answer);
    }

    @Test
    void marksAHaltedStock() {
        house.engine.haltInstrument(Code.pack(House.SAMSUNG), true, new KeptReply());
        String answer = house.get(live, "FHKST01010100", PRICE + House.SAMSUNG).answer();
        assertTrue(answer.contains("\"iscd_stat_cls_code\":\"58\"") && answer.contains("\"temp_stop_yn\":\"Y\""), answer);
    }

    private static String levels(String prefix, long... filled) {
        var levels = new StringBuilder();
        for (int level = 1; level <= 10; level++) {
            levels.append('"').append(prefix).append(level).append("\":\"").append(level <= filled.length ? filled[level - 1] : 0).append("\",");
        }
        return levels.toString();
    }

    @Test
    void showsTenLevelsOfEachSide() {
        house.scripted(Side.SELL, House.SAMSUNG, 3, 70_200);
        house.scripted(Side.SELL, House.SAMSUNG, 4, 70_300);
        house.scripted(Side.BUY, House.SAMSUNG, 5, 69_900);
        assertEquals("{\"output1\":{\"aspr_acpt_hour\":\"100000\"," + levels("askp", 70_200, 70_300) + levels("bidp", 69_900)
            + levels("askp_rsqn", 3, 4) + levels("bidp_rsqn", 5) + levels("askp_rsqn_icdc") + levels("bidp_rsqn_icdc")
            + "\"total_askp_rsqn\":\"7\",\"total_bidp_rsqn\":\"5\",\"total_askp_rsqn_icdc\":\"0\",\"total_bidp_rsqn_icdc\":\"0\","
            + "\"ovtm_total_askp_icdc\":\"0\",\"ovtm_total_bidp_icdc\":\"0\",\"ovtm_total_askp_rsqn\":\"0\",\"ovtm_total_bidp_rsqn\":\"0\","
            + "\"ntby_aspr_rsqn\":\"-2\",\"new_mkop_cls_code\":\"20\"},\"output2\":{\"antc_mkop_cls_code\":\"112\",\"stck_prpr\":\"70000\","
            + "\"stck_oprc\":\"0\",\"stck_hgpr\":\"0\",\"stck_lwpr\":\"0\",\"stck_sdpr\":\"70000\",\"antc_cnpr\":\"0\",\"antc_cntg_vrss_sign\":\"3\","
            + "\"antc_cntg_vrss\":\"0\",\"antc_cntg_prdy_ctrt\":\"0.00\",\"antc_vol\":\"0\",\"stck_shrn_iscd\":\"005930\","
            + "\"vi_cls_code\":\"N\"}," + QUOTE_OK, house.get(live, "FHKST01010200", BOOK + House.SAMSUNG).answer());
    }

    @Test
    void tellsWhatTheClosingAuctionIsExpectedToEndWith() {
        house.engine.setMarketTime(OffsetDateTime.parse("2026-11-20T15:25:00+09:00").toInstant().toEpochMilli(), new KeptReply());
        house.scripted(Side.SELL, House.SAMSUNG, 7, 70_100);
        house.scripted(Side.BUY, House.SAMSUNG, 9, 70_700);
        String answer = house.get(live, "FHKST01010200", BOOK + House.SAMSUNG).answer();
        assertTrue(answer.contains("\"antc_cnpr\":\"70700\",\"antc_cntg_vrss_sign\":\"2\",\"antc_cntg_vrss\":\"700\","
            + "\"antc_cntg_prdy_ctrt\":\"1.00\",\"antc_vol\":\"7\""), answer);
        assertTrue(answer.contains("\"bidp1\":\"70700\"") && answer.contains("\"askp1\":\"0\""), answer);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T15:25:00+09:00,20", "2026-11-20T15:31:00+09:00,31", "2026-11-20T16:05:00+09:00,30",
        "2026-11-20T20:01:00+09:00,31", "2026-11-23T08:00:00+09:00,10", "2026-11-23T08:35:00+09:00,11",
        "2026-11-23T08:45:00+09:00,10", "2026-11-23T09:01:00+09:00,20"})
    void tellsTheSession(String time, String phase) {
        house.engine.setMarketTime(OffsetDateTime.parse(time).toInstant().toEpochMilli(), new KeptReply());
        String answer = house.get(live, "FHKST01010200", BOOK + House.SAMSUNG).answer();
        assertTrue(answer.contains("\"new_mkop_cls_code\":\"" + phase + "\"}"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inquire-price", "inquire-asking-price-exp-ccn"})
    void refusesUnknownStocksAndMarkets(String query) {
        String trId = query.equals("inquire-price") ? "FHKST01010100" : "FHKST01010200";
        String path = House.QUOTATIONS + query;
        assertEquals(House.error("MCA05918", "종목코드 오류입니다.", 1),
            house.get(live, trId, path + "?FID_COND_MRKT_DIV_CODE=J&FID_INPUT_ISCD=999999").answer());
        assertEquals(House.error("MCA05918", "종목코드 오류입니다.", 1),
            house.get(live, trId, path + "?FID_COND_MRKT_DIV_CODE=UN&FID_INPUT_ISCD=").answer());
        assertEquals(House.error("MCA05918", "종목코드 오류입니다.", 1),
            house.get(live, trId, path + "?FID_COND_MRKT_DIV_CODE=NX&FID_INPUT_ISCD=069500").answer());
        for (String market : new String[] {"X", ""}) {
            assertEquals(House.error("OPSQ2001", "ERROR INVALID FID_COND_MRKT_DIV_CODE", 2),
                house.get(live, trId, path + "?FID_COND_MRKT_DIV_CODE=" + market + "&FID_INPUT_ISCD=005930").answer());
        }
        assertEquals(House.error("OPSQ2001", "ERROR INPUT FIELD NOT FOUND [FID_COND_MRKT_DIV_CODE]", 2), house.get(live, trId, path).answer());
        assertEquals(House.error("OPSQ2001", "ERROR INPUT FIELD NOT FOUND [FID_INPUT_ISCD]", 2),
            house.get(live, trId, path + "?FID_COND_MRKT_DIV_CODE=J").answer());
    }

    @ParameterizedTest
    @EnumSource(Environment.class)
    void quotesForBothEnvironmentsUnderOneId(Environment environment) {
        assertTrue(house.get(house.sender("alice", environment), "FHKST01010100", PRICE + House.SAMSUNG).answer().endsWith(QUOTE_OK));
    }

    @Test
    void takesParametersInEitherCaseAndADoubledSlash() {
        String target = "/" + House.QUOTATIONS + "inquire-price?fid_cond_mrkt_div_code=UN&fid_input_iscd=005930";
        assertTrue(house.get(live, "FHKST01010100", target).answer().endsWith(QUOTE_OK));
    }

    @Test
    void tellsWhatAProductIs() {
        assertEquals("{\"output\":{\"pdno\":\"00000A005930\",\"prdt_type_cd\":\"300\",\"prdt_name\":\"삼성전자\",\"prdt_name120\":\"삼성전자\","
            + "\"prdt_abrv_name\":\"삼성전자\",\"prdt_eng_name\":\"\",\"prdt_eng_name120\":\"\",\"prdt_eng_abrv_name\":\"\","
            + "\"std_pdno\":\"KR7005930003\",\"shtn_pdno\":\"005930\",\"prdt_sale_stat_cd\":\"\",\"prdt_risk_grad_cd\":\"\","
            + "\"prdt_clsf_cd\":\"\",\"prdt_clsf_name\":\"주권\",\"sale_strt_dt\":\"\",\"sale_end_dt\":\"\",\"wrap_asst_type_cd\":\"\","
            + "\"ivst_prdt_type_cd\":\"\",\"ivst_prdt_type_cd_name\":\"\",\"frst_erlm_dt\":\"\"},"
            + House.ok("KIOK0530", "조회되었습니다" + " ".repeat(66)), house.get(live, "CTPF1604R", INFO + House.SAMSUNG).answer());
        assertTrue(house.get(live, "CTPF1604R", INFO + House.KODEX).answer().contains("\"std_pdno\":\"KR7069500007\""));
    }

    @ParameterizedTest
    @CsvSource({"300,999999", "512,005930", "512,AAPL", "300,''"})
    void refusesOtherProductsByClassSeven(String type, String code) {
        MemoryExchange exchange = house.get(live, "CTPF1604R", House.QUOTATIONS + "search-info?PRDT_TYPE_CD=" + type + "&PDNO=" + code);
        assertEquals(House.error("APBK0656", "해당 종목 정보가 없습니다.", 7), exchange.answer());
        assertEquals(200, exchange.status());
    }

    @ParameterizedTest
    @CsvSource({"005930,KR7005930003", "000660,KR7000660001", "069500,KR7069500007", "0000A0,KR70000A0002", "123,''"})
    void makesTheInternationalNumber(String code, String isin) {
        assertEquals(isin, Isin.of(code));
    }

    // -- buying power --------------------------------------------------------------------------------------------------

    private String buyingPower(String code, String price, String division) {
        return house.get(live, "TTTC8908R", "/" + House.TRADING + "inquire-psbl-order?" + House.ALICE + "&PDNO=" + code + "&ORD_UNPR=" + price
            + "&ORD_DVSN=" + division + "&CMA_EVLU_AMT_ICLD_YN=1&OVRS_ICLD_YN=1").answer();
    }

    private static String power(long cash, long amount, long price, long qty) {
        return "{\"output\":{\"ord_psbl_cash\":\"" + cash + "\",\"ord_psbl_sbst\":\"0\",\"ruse_psbl_amt\":\"0\",\"fund_rpch_chgs\":\"0\","
            + "\"psbl_qty_calc_unpr\":\"" + price + "\",\"nrcvb_buy_amt\":\"" + amount + "\",\"nrcvb_buy_qty\":\"" + qty + "\",\"max_buy_amt\":\""
            + amount + "\",\"max_buy_qty\":\"" + qty + "\",\"cma_evlu_amt\":\"0\",\"ovrs_re_use_amt_wcrc\":\"0\",\"ord_psbl_frcr_amt_wcrc\":\"0\"},"
            + House.ok("KIOK0510", "조회가 완료되었습니다" + " ".repeat(59));
    }

    @Test
    void tellsHowMuchCanBeBought() {
        assertEquals(power(10_000_000, 9_998_500, 70_000, 142), buyingPower(House.SAMSUNG, "70000", "00"));
        assertEquals(power(10_000_000, 9_998_500, 91_000, 109), buyingPower(House.SAMSUNG, "", "01"), "at the upper limit");
        assertEquals(power(10_000_000, 9_998_500, 91_000, 109), buyingPower(House.SAMSUNG, "55000", "03"));
        assertEquals(power(10_000_000, 9_998_500, 0, 0), buyingPower("", "", "01"), "the amount alone");
        assertEquals(power(10_000_000, 9_998_500, 0, 0), buyingPower(House.SAMSUNG, "0", "00"));
        assertEquals(House.error("APBK0656", "해당 종목 정보가 없습니다.", 7), buyingPower("999999", "70000", "00"));
        house.limit(live, Side.BUY, House.SAMSUNG, 100, 70_000);
        assertEquals(power(2_998_950, 2_998_510, 70_000, 42), buyingPower(House.SAMSUNG, "70000", "00"), "an open order binds its price");
    }

    @Test
    void buysWhatItSaysCanBeBought() {
        assertTrue(house.order(live, Side.BUY, House.SAMSUNG, 143, "70000", "00").contains("APBK0952"));
        assertTrue(house.order(live, Side.BUY, House.SAMSUNG, 142, "70000", "00").contains("APBK0013"));
    }
}
