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
    private static final String NO_REPORTS = "companies here publish no accounts";
    private static final String NO_AUTOMATIC = "loans are not paid back by themselves";
    private static final String NO_STOCK_LOANS = "what is lent for one stock is not added up over the accounts";
    private static final String NO_NAMES = "English names are not kept";
    private static final String NO_LISTING = "when a stock was listed or delisted is not kept";
    private static final String NO_CLASSES = "the broker's own classes are not known";
    private static final String NO_SHORT_LOANS = "no stock is lent";
    private static final String NO_OTHER_LOANS = "shares are lent for as margin loans alone";
    private static final String NO_OFFERINGS = "there are no public offerings";
    private static final String NO_AUCTION = "what it says of an auction is not known";
    private static final String NO_STOPS = "there are no stop orders yet";
    private static final String NO_OFF_HOURS = "orders of the hours after trading are not told of here yet";
    private static final String NO_PREVIOUS_BOOK = "the book before the last change is not kept";
    private static final String NO_FUNDS = "there are no cash management accounts and no funds";
    private static final String NO_OVERSEAS = "what is overseas is told of by TRs of its own";
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
        new Constant("inquire-balance", "output1", "stln_slng_chgs", "0", NO_SHORT_LOANS),
        new Constant("inquire-balance", "output1", "grta_rt_name", "", "the broker's names of guarantee rates are not known"),
        new Constant("inquire-balance", "output1", "stck_loan_unpr", "0.0000", NO_SHORT_LOANS),
        new Constant("inquire-balance", "output2", "cma_evlu_amt", "0", NO_FUNDS),
        new Constant("inquire-balance", "output2", "nxdy_auto_rdpt_amt", "0", NO_AUTOMATIC),
        new Constant("inquire-balance", "output2", "d2_auto_rdpt_amt", "0", NO_AUTOMATIC),
        new Constant("inquire-balance", "output2", "fncg_gld_auto_rdpt_yn", "", NO_AUTOMATIC),
        new Constant("inquire-balance", "output2", "tot_stln_slng_chgs", "0", NO_SHORT_LOANS),
        new Constant("inquire-balance", "output2", "asst_icdc_erng_rt", "0.00000000", NOT_PROVIDED),
        new Constant("inquire-balance-rlz-pl", "output1", "evlu_erng_rt", "0.00000000", NOT_PROVIDED),
        new Constant("inquire-balance-rlz-pl", "output1", "stln_slng_chgs", "0", NO_SHORT_LOANS),
        new Constant("inquire-balance-rlz-pl", "output1", "stck_loan_unpr", "0.0000", NO_SHORT_LOANS),
        new Constant("inquire-balance-rlz-pl", "output2", "cma_evlu_amt", "0", NO_FUNDS),
        new Constant("inquire-balance-rlz-pl", "output2", "nxdy_auto_rdpt_amt", "0", NO_AUTOMATIC),
        new Constant("inquire-balance-rlz-pl", "output2", "d2_auto_rdpt_amt", "0", NO_AUTOMATIC),
        new Constant("inquire-balance-rlz-pl", "output2", "fncg_gld_auto_rdpt_yn", "", NO_AUTOMATIC),
        new Constant("inquire-balance-rlz-pl", "output2", "tot_stln_slng_chgs", "0", NO_SHORT_LOANS),
        new Constant("inquire-balance-rlz-pl", "output2", "asst_icdc_erng_rt", "0.00000000", NOT_PROVIDED),
        new Constant("inquire-psbl-sell", "output", "nsvg_qty", "0", "there are no savings plans"),
        new Constant("inquire-account-balance", "output2", "cma_auto_loan_amt", "0", NO_FUNDS),
        new Constant("inquire-account-balance", "output2", "tot_mgln_amt", "0", NO_OTHER_LOANS),
        new Constant("inquire-account-balance", "output2", "stln_evlu_amt", "0", NO_SHORT_LOANS),
        new Constant("inquire-account-balance", "output2", "ocl_apl_loan_amt", "0", NO_OTHER_LOANS),
        new Constant("inquire-account-balance", "output2", "pldg_stup_amt", "0", NO_OTHER_LOANS),
        new Constant("inquire-account-balance", "output2", "frcr_evlu_tota", "0", NO_OVERSEAS),
        new Constant("inquire-account-balance", "output2", "cma_evlu_amt", "0", NO_FUNDS),
        new Constant("inquire-account-balance", "output2", "ovrs_stck_evlu_amt1", "0.000000", NO_OVERSEAS),
        new Constant("inquire-account-balance", "output2", "ovrs_bond_evlu_amt", "0.000000", NO_OVERSEAS),
        new Constant("inquire-account-balance", "output2", "mmf_cma_mgge_loan_amt", "0", NO_FUNDS),
        new Constant("inquire-account-balance", "output2", "sbsc_dncl_amt", "0", NO_OFFERINGS),
        new Constant("inquire-account-balance", "output2", "pbst_sbsc_fnds_loan_use_amt", "0", NO_OFFERINGS),
        new Constant("inquire-account-balance", "output2", "etpr_crdt_grnt_loan_amt", "0", NO_OTHER_LOANS),
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
        new Constant("inquire-price", "output", "new_hgpr_lwpr_cls_code", "", "the broker's codes are not known"),
        new Constant("inquire-price", "output", "oprc_rang_cont_yn", "N", NO_AUCTION),
        new Constant("inquire-price", "output", "clpr_rang_cont_yn", "N", NO_AUCTION),
        new Constant("inquire-price", "output", "grmn_rate_cls_code", "", "the broker's codes of guarantee rates are not known"),
        new Constant("inquire-price", "output", "elw_pblc_yn", "N", "there are no warrants"),
        new Constant("inquire-price", "output", "hts_frgn_ehrt", "0.00", NO_GROUPS),
        new Constant("inquire-price", "output", "frgn_ntby_qty", "0", NO_GROUPS),
        new Constant("inquire-price", "output", "pgtr_ntby_qty", "0", NO_GROUPS),
        new Constant("inquire-price", "output", "hts_deal_qty_unit_val", "1", "everything trades by the share"),
        new Constant("inquire-price", "output", "per", "0.00", NO_REPORTS),
        new Constant("inquire-price", "output", "pbr", "0.00", NO_REPORTS),
        new Constant("inquire-price", "output", "stac_month", "", NO_REPORTS),
        new Constant("inquire-price", "output", "eps", "0.00", NO_REPORTS),
        new Constant("inquire-price", "output", "bps", "0.00", NO_REPORTS),
        new Constant("inquire-price", "output", "whol_loan_rmnd_rate", "0.00", NO_STOCK_LOANS),
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
        new Constant("inquire-daily-itemchartprice", "output1", "itewhol_loan_rmnd_ratem", "0.0000", NO_STOCK_LOANS),
        new Constant("inquire-daily-itemchartprice", "output2", "flng_cls_code", "00", NO_EVENTS),
        new Constant("inquire-daily-itemchartprice", "output2", "prtt_rate", "0.00", NO_EVENTS),
        new Constant("inquire-daily-itemchartprice", "output2", "revl_issu_reas", "00", NO_EVENTS),
        new Constant("inquire-price-2", "output", "new_hgpr_lwpr_cls_code", "", "the broker's codes are not known"),
        new Constant("inquire-price-2", "output", "divi_app_cls_code", "", "the broker's codes are not known"),
        new Constant("inquire-price-2", "output", "bstp_cls_code", "", "the broker's codes are not known"),
        new Constant("inquire-price-2", "output", "short_over_cls_code", "", "the broker's codes are not known"),
        new Constant("inquire-price-2", "output", "vlnt_fin_cls_code", "", "the broker's codes are not known"),
        new Constant("inquire-price-2", "output", "elw_pblc_yn", "N", "there are no warrants"),
        new Constant("inquire-price-2", "output", "crdt_rate", "0.00", NO_STOCK_LOANS),
        new Constant("inquire-price-2", "output", "mang_issu_yn", "N", NO_MARKS),
        new Constant("inquire-price-2", "output", "short_over_yn", "N", NO_MARKS),
        new Constant("inquire-price-2", "output", "invt_caful_yn", "N", NO_MARKS),
        new Constant("inquire-price-2", "output", "stange_runup_yn", "N", NO_MARKS),
        new Constant("inquire-price-2", "output", "low_current_yn", "N", NO_MARKS),
        new Constant("inquire-price-2", "output", "insn_pbnt_yn", "N", NO_MARKS),
        new Constant("inquire-price-2", "output", "sltr_yn", "N", NO_MARKS),
        new Constant("inquire-price-2", "output", "mrkt_warn_cls_code", "00", NO_MARKS),
        new Constant("inquire-price-2", "output", "mrkt_warn_cls_name", "", NO_MARKS),
        new Constant("inquire-price-2", "output", "ssts_hot_yn", "N", NO_SHORT_SALES),
        new Constant("inquire-price-2", "output", "new_lstn_cls_name", "", NO_EVENTS),
        new Constant("inquire-price-2", "output", "vlnt_deal_cls_name", "", NO_EVENTS),
        new Constant("inquire-price-2", "output", "flng_cls_name", "", NO_EVENTS),
        new Constant("inquire-price-2", "output", "revl_issu_reas_name", "", NO_EVENTS),
        new Constant("inquire-price-2", "output", "fcam_mod_cls_name", "", NO_EVENTS),
        new Constant("inquire-price-2", "output", "oprc_rang_cont_yn", "N", NO_AUCTION),
        new Constant("inquire-daily-price", "output", "hts_frgn_ehrt", "0.00", NO_GROUPS),
        new Constant("inquire-daily-price", "output", "frgn_ntby_qty", "0", NO_GROUPS),
        new Constant("inquire-daily-price", "output", "flng_cls_code", "00", NO_EVENTS),
        new Constant("inquire-daily-price", "output", "acml_prtt_rate", "0.0000", NO_EVENTS),
        new Constant("search-stock-info", "output", "setl_mmdd", "", NO_REPORTS),
        new Constant("search-stock-info", "output", "issu_pric", "0", "at what price a stock was issued is not kept"),
        new Constant("search-stock-info", "output", "kospi200_item_yn", "N", "which stocks an index has is not told of here"),
        new Constant("search-stock-info", "output", "scts_mket_lstg_dt", "", NO_LISTING),
        new Constant("search-stock-info", "output", "scts_mket_lstg_abol_dt", "", NO_LISTING),
        new Constant("search-stock-info", "output", "kosdaq_mket_lstg_dt", "", NO_LISTING),
        new Constant("search-stock-info", "output", "kosdaq_mket_lstg_abol_dt", "", NO_LISTING),
        new Constant("search-stock-info", "output", "frbd_mket_lstg_dt", "", NO_LISTING),
        new Constant("search-stock-info", "output", "frbd_mket_lstg_abol_dt", "", NO_LISTING),
        new Constant("search-stock-info", "output", "mfnd_opng_dt", "", NO_LISTING),
        new Constant("search-stock-info", "output", "mfnd_end_dt", "", NO_LISTING),
        new Constant("search-stock-info", "output", "dpsi_erlm_cncl_dt", "", NO_LISTING),
        new Constant("search-stock-info", "output", "lstg_abol_dt", "", NO_LISTING),
        new Constant("search-stock-info", "output", "reits_kind_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "etf_dvsn_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "idx_bztp_lcls_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "idx_bztp_mcls_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "idx_bztp_scls_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "etf_txtn_type_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "etf_type_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "nwst_odst_dvsn_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "std_idst_clsf_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "std_idst_clsf_cd_name", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "idx_bztp_lcls_cd_name", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "idx_bztp_mcls_cd_name", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "ocr_no", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "issu_istt_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "stln_int_rt_dvsn_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "lstg_rqsr_issu_istt_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "lstg_rqsr_item_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "trst_istt_issu_istt_cd", "", NO_CLASSES),
        new Constant("search-stock-info", "output", "oilf_fund_yn", "N", "there are none here"),
        new Constant("search-stock-info", "output", "crfd_item_yn", "N", "there are none here"),
        new Constant("search-stock-info", "output", "etf_cu_qty", "0", "funds are not made or broken up here"),
        new Constant("search-stock-info", "output", "prdt_eng_name", "", NO_NAMES),
        new Constant("search-stock-info", "output", "prdt_eng_name120", "", NO_NAMES),
        new Constant("search-stock-info", "output", "prdt_eng_abrv_name", "", NO_NAMES),
        new Constant("search-stock-info", "output", "dpsi_aptm_erlm_yn", "Y", "all that is traded here is deposited electronically"),
        new Constant("search-stock-info", "output", "elec_scty_yn", "Y", "all that is traded here is deposited electronically"),
        new Constant("search-stock-info", "output", "admn_item_yn", "N", NO_MARKS),
        new Constant("search-stock-info", "output", "etf_etn_ivst_heed_item_yn", "N", NO_MARKS),
        new Constant("search-stock-info", "output", "frnr_psnl_lmt_rt", "0.00", NO_GROUPS),
        new Constant("search-stock-info", "output", "cptt_trad_tr_psbl_yn", "N", "there is no Nextrade yet"),
        new Constant("search-stock-info", "output", "nxt_tr_stop_yn", "N", "there is no Nextrade yet"),
        new Constant("search-info", "output", "prdt_eng_name", "", NO_NAMES),
        new Constant("search-info", "output", "prdt_eng_name120", "", NO_NAMES),
        new Constant("search-info", "output", "prdt_eng_abrv_name", "", NO_NAMES),
        new Constant("search-info", "output", "prdt_sale_stat_cd", "", EMPTY_THERE),
        new Constant("search-info", "output", "prdt_risk_grad_cd", "", EMPTY_THERE),
        new Constant("search-info", "output", "prdt_clsf_cd", "", NO_CLASSES),
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
