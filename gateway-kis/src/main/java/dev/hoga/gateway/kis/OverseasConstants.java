package dev.hoga.gateway.kis;

import dev.hoga.gateway.ConstantTable.Constant;
import java.util.List;

/** The declared constants of overseas TRs, whose ids are those of domestic ones with {@link #PREFIX}. */
final class OverseasConstants {
    static final String PREFIX = "overseas ";

    private static final String NO_LOANS = "nothing is lent for overseas";
    private static final String NO_REFUSED = "a refused order has no number and is not listed";
    private static final String NO_REPORTS = "companies here publish no accounts";
    private static final String NO_REALIZED = "realised profit is not told of overseas yet";
    private static final String NO_PREVIOUS_BOOK = "the book before the last change is not kept";
    private static final String NO_COOLING = "there are no volatility interruptions overseas";
    private static final String NO_YEAR = "the extremes of a year are not told of overseas yet";
    private static final String NO_EXCHANGE = "nothing is exchanged by itself";

    static final List<Constant> ALL = List.of(
        of("inquire-balance", "output1", "loan_type_cd", "00", NO_LOANS),
        of("inquire-balance", "output1", "loan_dt", "", NO_LOANS),
        of("inquire-balance", "output1", "expd_dt", "", NO_LOANS),
        of("inquire-balance", "output2", "ovrs_rlzt_pfls_amt", "0.00000", NO_REALIZED),
        of("inquire-balance", "output2", "rlzt_erng_rt", "0.00000000", NO_REALIZED),
        of("inquire-balance", "output2", "ovrs_rlzt_pfls_amt2", "0.00000", NO_REALIZED),
        of("inquire-present-balance", "output1", "unit_amt", "1", "everything trades by the share"),
        of("inquire-present-balance", "output1", "scts_dvsn_name", "해외주식", "shares and funds are not told apart there"),
        of("inquire-present-balance", "output1", "loan_rmnd", "0", NO_LOANS),
        of("inquire-present-balance", "output1", "loan_dt", "", NO_LOANS),
        of("inquire-present-balance", "output1", "loan_expd_dt", "", NO_LOANS),
        of("inquire-present-balance", "output2", "frcr_etc_mgna", "0.00000", NO_LOANS),
        of("inquire-present-balance", "output2", "acpl_cstd_crcy_yn", "N", "no cash is kept abroad"),
        of("inquire-present-balance", "output3", "cma_evlu_amt", "0", "there are no cash management accounts and no funds"),
        of("inquire-present-balance", "output3", "etc_mgna", "0", NO_LOANS),
        of("inquire-present-balance", "output3", "tot_loan_amt", "0", NO_LOANS),
        of("inquire-nccs", "output", "rjct_rson", "", NO_REFUSED),
        of("inquire-nccs", "output", "rjct_rson_name", "", NO_REFUSED),
        of("inquire-nccs", "output", "loan_type_cd", "00", NO_LOANS),
        of("inquire-nccs", "output", "loan_dt", "", NO_LOANS),
        of("inquire-nccs", "output", "usa_amk_exts_rqst_yn", "Y", "every American order lives through the hours after trading"),
        of("inquire-nccs", "output", "splt_buy_attr_name", "", "there are no split orders"),
        of("inquire-ccnl", "output", "rjct_rson", "", NO_REFUSED),
        of("inquire-ccnl", "output", "rjct_rson_name", "", NO_REFUSED),
        of("inquire-ccnl", "output", "loan_type_cd", "00", NO_LOANS),
        of("inquire-ccnl", "output", "loan_dt", "", NO_LOANS),
        of("inquire-ccnl", "output", "mdia_dvsn_name", "OpenAPI", "there is no other way to order"),
        of("inquire-ccnl", "output", "usa_amk_exts_rqst_yn", "Y", "every American order lives through the hours after trading"),
        of("inquire-ccnl", "output", "splt_buy_attr_name", "", "there are no split orders"),
        of("inquire-psamount", "output", "echm_af_ord_psbl_amt", "0.00", NO_EXCHANGE),
        of("inquire-psamount", "output", "echm_af_ord_psbl_qty", "0", NO_EXCHANGE),
        of("price", "output", "ordy", "매도/매수 가능", "whatever is listed can be traded"),
        of("price-detail", "output", "h52p", "0", NO_YEAR),
        of("price-detail", "output", "h52d", "", NO_YEAR),
        of("price-detail", "output", "l52p", "0", NO_YEAR),
        of("price-detail", "output", "l52d", "", NO_YEAR),
        of("price-detail", "output", "perx", "0.00", NO_REPORTS),
        of("price-detail", "output", "pbrx", "0.00", NO_REPORTS),
        of("price-detail", "output", "epsx", "0.00", NO_REPORTS),
        of("price-detail", "output", "bpsx", "0.00", NO_REPORTS),
        of("price-detail", "output", "mcap", "0", NO_REPORTS),
        of("price-detail", "output", "p_xdif", "0.00", "the rate of the day before that one is not told of"),
        of("price-detail", "output", "p_xrat", "0.00", "the rate of the day before that one is not told of"),
        of("price-detail", "output", "p_xsng", "3", "the rate of the day before that one is not told of"),
        of("price-detail", "output", "e_ordyn", "매도/매수 가능", "whatever is listed can be traded"),
        of("price-detail", "output", "e_parp", "0", "par values overseas are not kept"),
        of("inquire-asking-price", "output1", "bdvl", "0", NO_PREVIOUS_BOOK),
        of("inquire-asking-price", "output1", "advl", "0", NO_PREVIOUS_BOOK),
        of("inquire-asking-price", "output2", "dbid*", "0", NO_PREVIOUS_BOOK),
        of("inquire-asking-price", "output2", "dask*", "0", NO_PREVIOUS_BOOK),
        of("inquire-asking-price", "output3", "vstm", "", NO_COOLING),
        of("inquire-asking-price", "output3", "vetm", "", NO_COOLING),
        of("inquire-asking-price", "output3", "csbp", "", NO_COOLING),
        of("inquire-asking-price", "output3", "cshi", "", NO_COOLING),
        of("inquire-asking-price", "output3", "cslo", "", NO_COOLING),
        of("inquire-asking-price", "output3", "iep", "", NO_COOLING),
        of("inquire-asking-price", "output3", "iev", "", NO_COOLING));

    private OverseasConstants() {
    }

    private static Constant of(String tr, String list, String field, String value, String reason) {
        return new Constant(PREFIX + tr, list, field, value, reason);
    }
}
