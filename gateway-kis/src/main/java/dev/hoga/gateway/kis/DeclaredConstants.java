package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.gateway.ConstantTable;
import dev.hoga.gateway.ConstantTable.Constant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fields whose fact does not exist in this brokerage, with what is written there: the official example's own empty text or zero
 * where it has one. Nothing else may be answered without a fact behind it; {@code docs/simulated.md} prints this table.
 */
public final class DeclaredConstants {
    private static final String NO_HISTORY = "prices of past days are not told of here yet";
    private static final String NO_REPORTS = "companies here publish no accounts";
    private static final String NO_CREDIT = "loans are not told of here yet";
    private static final String NO_AUCTION = "what it says of an auction is not known";
    private static final String NO_STOPS = "there are no stop orders yet";
    private static final String NO_OFF_HOURS = "orders of the hours after trading are not told of here yet";
    private static final String NO_PREVIOUS_BOOK = "the book before the last change is not kept";
    private static final String NO_FUNDS = "there are no cash management accounts and no funds";
    private static final String NO_OVERSEAS = "foreign cash buys overseas stocks alone";
    private static final String NO_GROUPS = "whether a trader is a foreigner or a program is not known";
    private static final String NO_EVENTS = "there are no corporate actions";
    private static final String NO_MARKS = "no stock is marked here";
    private static final String NO_SHORT_SALES = "there are no short sales";
    private static final String NOT_PROVIDED = "the broker does not fill it either";
    private static final String NO_CLERK = "no branch took the order";
    private static final String EMPTY_THERE = "empty in the broker's example";

    private static final ConstantTable TABLE = new ConstantTable(List.of(
        new Constant("order-cash", "output", "SOR_ODNO", "", "there is no smart order routing yet"),
        new Constant("order-credit", "output", "SOR_ODNO", "", "there is no smart order routing yet"),
        new Constant("order-rvsecncl", "output", "SOR_ODNO", "", "there is no smart order routing yet"),
        new Constant("inquire-balance", "output1", "evlu_erng_rt", "0.00000000", NOT_PROVIDED),
        new Constant("inquire-balance", "output1", "stln_slng_chgs", "0", NO_CREDIT),
        new Constant("inquire-balance", "output1", "grta_rt_name", "", NO_CREDIT),
        new Constant("inquire-balance", "output1", "stck_loan_unpr", "0.0000", NO_CREDIT),
        new Constant("inquire-balance", "output2", "cma_evlu_amt", "0", NO_FUNDS),
        new Constant("inquire-balance", "output2", "nxdy_auto_rdpt_amt", "0", NO_CREDIT),
        new Constant("inquire-balance", "output2", "d2_auto_rdpt_amt", "0", NO_CREDIT),
        new Constant("inquire-balance", "output2", "fncg_gld_auto_rdpt_yn", "", NO_CREDIT),
        new Constant("inquire-balance", "output2", "tot_stln_slng_chgs", "0", NO_CREDIT),
        new Constant("inquire-balance", "output2", "asst_icdc_erng_rt", "0.00000000", NOT_PROVIDED),
        new Constant("inquire-psbl-order", "output", "ord_psbl_sbst", "0", "margin is taken in cash alone"),
        new Constant("inquire-psbl-order", "output", "fund_rpch_chgs", "0", NO_FUNDS),
        new Constant("inquire-psbl-order", "output", "cma_evlu_amt", "0", NO_FUNDS),
        new Constant("inquire-psbl-order", "output", "ovrs_re_use_amt_wcrc", "0", NO_OVERSEAS),
        new Constant("inquire-psbl-order", "output", "ord_psbl_frcr_amt_wcrc", "0", NO_OVERSEAS),
        new Constant("inquire-credit-psamount", "output", "ord_psbl_sbst", "0", "margin is taken in cash alone"),
        new Constant("inquire-credit-psamount", "output", "fund_rpch_chgs", "0", NO_FUNDS),
        new Constant("inquire-credit-psamount", "output", "cma_evlu_amt", "0", NO_FUNDS),
        new Constant("inquire-credit-psamount", "output", "ovrs_re_use_amt_wcrc", "0", NO_OVERSEAS),
        new Constant("inquire-credit-psamount", "output", "ord_psbl_frcr_amt_wcrc", "0", NO_OVERSEAS),
        new Constant("inquire-psbl-rvsecncl", "output", "mgco_aptm_odno", "", EMPTY_THERE),
        new Constant("inquire-psbl-rvsecncl", "output", "stpm_cndt_pric", "0", NO_STOPS),
        new Constant("inquire-psbl-rvsecncl", "output", "stpm_efct_occr_yn", "N", NO_STOPS),
        new Constant("inquire-daily-ccld", "output1", "loan_dt", "", NO_CREDIT),
        new Constant("inquire-daily-ccld", "output1", "ordr_empno", "", NO_CLERK),
        new Constant("inquire-daily-ccld", "output1", "rjct_qty", "0", "a refused order has no number and is not listed"),
        new Constant("inquire-daily-ccld", "output1", "inqr_ip_addr", "", "addresses are not kept"),
        new Constant("inquire-daily-ccld", "output1", "cpbc_ordp_ord_rcit_dvsn_cd", "", NO_CLERK),
        new Constant("inquire-daily-ccld", "output1", "cpbc_ordp_infm_mthd_dvsn_cd", "", NO_CLERK),
        new Constant("inquire-daily-ccld", "output1", "infm_tmd", "", "the time of an order's last fill is not kept with it"),
        new Constant("inquire-daily-ccld", "output1", "ctac_tlno", "", NO_CLERK),
        new Constant("inquire-daily-ccld", "output1", "cpbc_ordp_mtrl_dvsn_cd", "", NO_CLERK),
        new Constant("inquire-daily-ccld", "output1", "rsvn_ord_end_dt", "", "there are no reserved orders"),
        new Constant("inquire-daily-ccld", "output1", "stpm_cndt_pric", "0", NO_STOPS),
        new Constant("inquire-daily-ccld", "output1", "stpm_efct_occr_dtmd", "", NO_STOPS),
        new Constant("inquire-price", "output", "new_hgpr_lwpr_cls_code", "", NO_HISTORY),
        new Constant("inquire-price", "output", "oprc_rang_cont_yn", "N", NO_AUCTION),
        new Constant("inquire-price", "output", "clpr_rang_cont_yn", "N", NO_AUCTION),
        new Constant("inquire-price", "output", "grmn_rate_cls_code", "", "the broker's codes of guarantee rates are not known"),
        new Constant("inquire-price", "output", "elw_pblc_yn", "N", "there are no warrants"),
        new Constant("inquire-price", "output", "hts_frgn_ehrt", "0.00", NO_GROUPS),
        new Constant("inquire-price", "output", "frgn_ntby_qty", "0", NO_GROUPS),
        new Constant("inquire-price", "output", "pgtr_ntby_qty", "0", NO_GROUPS),
        new Constant("inquire-price", "output", "pvt_scnd_dmrs_prc", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "pvt_frst_dmrs_prc", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "pvt_pont_val", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "pvt_frst_dmsp_prc", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "pvt_scnd_dmsp_prc", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "dmrs_val", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "dmsp_val", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "hts_deal_qty_unit_val", "1", "everything trades by the share"),
        new Constant("inquire-price", "output", "per", "0.00", NO_REPORTS),
        new Constant("inquire-price", "output", "pbr", "0.00", NO_REPORTS),
        new Constant("inquire-price", "output", "stac_month", "", NO_REPORTS),
        new Constant("inquire-price", "output", "eps", "0.00", NO_REPORTS),
        new Constant("inquire-price", "output", "bps", "0.00", NO_REPORTS),
        new Constant("inquire-price", "output", "d250_hgpr", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "d250_hgpr_date", "", NO_HISTORY),
        new Constant("inquire-price", "output", "d250_hgpr_vrss_prpr_rate", "0.00", NO_HISTORY),
        new Constant("inquire-price", "output", "d250_lwpr", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "d250_lwpr_date", "", NO_HISTORY),
        new Constant("inquire-price", "output", "d250_lwpr_vrss_prpr_rate", "0.00", NO_HISTORY),
        new Constant("inquire-price", "output", "stck_dryy_hgpr", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "dryy_hgpr_vrss_prpr_rate", "0.00", NO_HISTORY),
        new Constant("inquire-price", "output", "dryy_hgpr_date", "", NO_HISTORY),
        new Constant("inquire-price", "output", "stck_dryy_lwpr", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "dryy_lwpr_vrss_prpr_rate", "0.00", NO_HISTORY),
        new Constant("inquire-price", "output", "dryy_lwpr_date", "", NO_HISTORY),
        new Constant("inquire-price", "output", "w52_hgpr", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "w52_hgpr_vrss_prpr_ctrt", "0.00", NO_HISTORY),
        new Constant("inquire-price", "output", "w52_hgpr_date", "", NO_HISTORY),
        new Constant("inquire-price", "output", "w52_lwpr", "0", NO_HISTORY),
        new Constant("inquire-price", "output", "w52_lwpr_vrss_prpr_ctrt", "0.00", NO_HISTORY),
        new Constant("inquire-price", "output", "w52_lwpr_date", "", NO_HISTORY),
        new Constant("inquire-price", "output", "whol_loan_rmnd_rate", "0.00", NO_CREDIT),
        new Constant("inquire-price", "output", "ssts_yn", "N", NO_SHORT_SALES),
        new Constant("inquire-price", "output", "apprch_rate", "0.00", "not in the broker's example"),
        new Constant("inquire-price", "output", "frgn_hldn_qty", "0", NO_GROUPS),
        new Constant("inquire-price", "output", "ovtm_vi_cls_code", "N", NO_OFF_HOURS),
        new Constant("inquire-price", "output", "last_ssts_cntg_qty", "0", NO_SHORT_SALES),
        new Constant("inquire-price", "output", "invt_caful_yn", "N", NO_MARKS),
        new Constant("inquire-price", "output", "mrkt_warn_cls_code", "00", NO_MARKS),
        new Constant("inquire-price", "output", "short_over_yn", "N", NO_MARKS),
        new Constant("inquire-price", "output", "sltr_yn", "N", NO_MARKS),
        new Constant("inquire-price", "output", "mang_issu_cls_code", "N", NO_MARKS),
        new Constant("inquire-asking-price-exp-ccn", "output1", "askp_rsqn_icdc*", "0", NO_PREVIOUS_BOOK),
        new Constant("inquire-asking-price-exp-ccn", "output1", "bidp_rsqn_icdc*", "0", NO_PREVIOUS_BOOK),
        new Constant("inquire-asking-price-exp-ccn", "output1", "total_askp_rsqn_icdc", "0", NO_PREVIOUS_BOOK),
        new Constant("inquire-asking-price-exp-ccn", "output1", "total_bidp_rsqn_icdc", "0", NO_PREVIOUS_BOOK),
        new Constant("inquire-asking-price-exp-ccn", "output1", "ovtm_total_askp_icdc", "0", NO_OFF_HOURS),
        new Constant("inquire-asking-price-exp-ccn", "output1", "ovtm_total_bidp_icdc", "0", NO_OFF_HOURS),
        new Constant("inquire-asking-price-exp-ccn", "output1", "ovtm_total_askp_rsqn", "0", NO_OFF_HOURS),
        new Constant("inquire-asking-price-exp-ccn", "output1", "ovtm_total_bidp_rsqn", "0", NO_OFF_HOURS),
        new Constant("inquire-asking-price-exp-ccn", "output2", "antc_mkop_cls_code", "112",
            "seen all through the regular session; " + NO_AUCTION),
        new Constant("inquire-daily-itemchartprice", "output1", "per", "0.00", NO_REPORTS),
        new Constant("inquire-daily-itemchartprice", "output1", "eps", "0.00", NO_REPORTS),
        new Constant("inquire-daily-itemchartprice", "output1", "pbr", "0.00", NO_REPORTS),
        new Constant("inquire-daily-itemchartprice", "output1", "itewhol_loan_rmnd_ratem", "0.0000", NO_CREDIT),
        new Constant("inquire-daily-itemchartprice", "output2", "flng_cls_code", "00", NO_EVENTS),
        new Constant("inquire-daily-itemchartprice", "output2", "prtt_rate", "0.00", NO_EVENTS),
        new Constant("inquire-daily-itemchartprice", "output2", "revl_issu_reas", "00", NO_EVENTS),
        new Constant("search-info", "output", "prdt_eng_name", "", "English names are not kept"),
        new Constant("search-info", "output", "prdt_eng_name120", "", "English names are not kept"),
        new Constant("search-info", "output", "prdt_eng_abrv_name", "", "English names are not kept"),
        new Constant("search-info", "output", "prdt_sale_stat_cd", "", EMPTY_THERE),
        new Constant("search-info", "output", "prdt_risk_grad_cd", "", EMPTY_THERE),
        new Constant("search-info", "output", "prdt_clsf_cd", "", "the broker's own classes are not known"),
        new Constant("search-info", "output", "sale_strt_dt", "", EMPTY_THERE),
        new Constant("search-info", "output", "sale_end_dt", "", EMPTY_THERE),
        new Constant("search-info", "output", "wrap_asst_type_cd", "", "the broker's own classes are not known"),
        new Constant("search-info", "output", "ivst_prdt_type_cd", "", "the broker's own classes are not known"),
        new Constant("search-info", "output", "ivst_prdt_type_cd_name", "", "the broker's own classes are not known"),
        new Constant("search-info", "output", "frst_erlm_dt", "", EMPTY_THERE)));

    private static final String OVERSEAS = "overseas-stock/";
    private static final ConstantTable OVERSEAS_TABLE = new ConstantTable(OverseasConstants.ALL);

    private DeclaredConstants() {
    }

    /** All of them, in the order of the TRs. */
    public static List<Constant> table() {
        return Stream.concat(TABLE.constants().stream(), OVERSEAS_TABLE.constants().stream()).toList();
    }

    /** Sets the constants of one of an answer's objects, or of a row of one of its lists. */
    static ResponseBody fill(ResponseBody body, Call call, String list) {
        boolean overseas = call.tr().key().startsWith(OVERSEAS);
        (overseas ? OVERSEAS_TABLE : TABLE).fill(body, (overseas ? OverseasConstants.PREFIX : "") + call.tr().id(), list,
            (out, constant) -> out.text(constant.field(), constant.value()));
        return body;
    }
}
