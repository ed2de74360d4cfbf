package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.gateway.ConstantTable;
import dev.hoga.gateway.ConstantTable.Constant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fields whose fact does not exist in this brokerage, with what is written there. Empty where the broker's own example is
 * empty; a zero where clients turn the text into a number. Nothing else may be answered without a fact behind it; {@code
 * docs/simulated.md} prints this table.
 */
public final class DeclaredConstants {
    private static final String NO_REPORTS = "companies here publish no accounts";
    private static final String NO_STOCK_LOANS = "what is lent for one stock is not added up over the accounts";
    private static final String NO_OTHER_LOANS = "shares are lent for as margin loans alone, whose guarantee is cash";
    private static final String NO_SHORT_LOANS = "no stock is lent";
    private static final String NO_STOPS = "there are no stop orders yet";
    private static final String NO_OFF_HOURS = "orders of the hours after trading are not told of here yet";
    private static final String NO_PREVIOUS_BOOK = "the book before the last change is not kept";
    private static final String NO_FUNDS = "there are no funds";
    private static final String NOTHING_SET_ASIDE = "nothing is set aside for a debt before it is due";
    private static final String NO_COVER = "margin is taken in cash alone";
    private static final String ONE_CHANNEL = "where an order came from is not kept with it";
    private static final String NO_RESERVATIONS = "there are no reserved orders and no forced sales";
    private static final String NO_INVESTORS = "traders are not told apart by what they are";
    private static final String NO_WARRANTS = "there are no warrants";
    private static final String NO_ORDER_COUNTS = "orders of a level are not counted";
    private static final String NO_WARNINGS = "nobody warns of a stock here";

    private static final List<Constant> QUOTES = List.of(
        new Constant("ka10001", "", "setl_mm", "", NO_REPORTS),
        new Constant("ka10001", "", "crd_rt", "0.00", NO_STOCK_LOANS),
        new Constant("ka10001", "", "mac_wght", "", "there is no index to weigh in"),
        new Constant("ka10001", "", "for_exh_rt", "0.00", "nobody here is a foreigner"),
        new Constant("ka10001", "", "per", "", NO_REPORTS),
        new Constant("ka10001", "", "eps", "", NO_REPORTS),
        new Constant("ka10001", "", "roe", "", NO_REPORTS),
        new Constant("ka10001", "", "pbr", "", NO_REPORTS),
        new Constant("ka10001", "", "ev", "", NO_REPORTS),
        new Constant("ka10001", "", "bps", "", NO_REPORTS),
        new Constant("ka10001", "", "sale_amt", "0", NO_REPORTS),
        new Constant("ka10001", "", "bus_pro", "0", NO_REPORTS),
        new Constant("ka10001", "", "cup_nga", "0", NO_REPORTS),
        new Constant("ka10001", "", "fav_unit", "원", "everything here is in won"),
        new Constant("ka10001", "", "dstr_stk", "0", "who holds for how long is not known"),
        new Constant("ka10001", "", "dstr_rt", "0.0", "who holds for how long is not known"),
        new Constant("ka10004", "", "ovt_sel_req_pre", "0", NO_OFF_HOURS),
        new Constant("ka10004", "", "ovt_sel_req", "0", NO_OFF_HOURS),
        new Constant("ka10004", "", "ovt_buy_req", "0", NO_OFF_HOURS),
        new Constant("ka10004", "", "ovt_buy_req_pre", "0", NO_OFF_HOURS),
        new Constant("ka10004", "", "tot_sel_req_jub_pre", "0", NO_PREVIOUS_BOOK),
        new Constant("ka10004", "", "tot_buy_req_jub_pre", "0", NO_PREVIOUS_BOOK),
        new Constant("ka10004", "", "sel_*th_pre_req_pre", "0", NO_PREVIOUS_BOOK),
        new Constant("ka10004", "", "buy_*th_pre_req_pre", "0", NO_PREVIOUS_BOOK));

    private static final List<Constant> HISTORY = Stream.of(
        rows("ka10005", "stk_ddwkmm", "0.00", NO_INVESTORS, "for_poss", "for_wght"),
        rows("ka10005", "stk_ddwkmm", "0", NO_INVESTORS, "for_netprps", "orgn_netprps", "ind_netprps", "frgn", "prm"),
        rows("ka10005", "stk_ddwkmm", "0.00", NO_STOCK_LOANS, "crd_remn_rt")).flatMap(List::stream).toList();

    private static final List<Constant> SHEETS = Stream.of(
        rows("ka10007", "", "0", "the best prices that an auction is expected to leave are not reckoned", "exp_sel_pri_bid",
            "exp_buy_pri_bid"),
        rows("ka10007", "", "00000000", NO_WARRANTS, "trde_strt_dt"),
        rows("ka10007", "", "0", NO_WARRANTS, "exec_pric"),
        rows("ka10007", "", "", "of what time they are the highest and lowest is not said",
            "hgst_pric", "lwst_pric", "hgst_pric_dt", "lwst_pric_dt"),
        rows("ka10007", "", "0", NO_PREVIOUS_BOOK, "sel_*bid_jub_pre", "buy_*bid_jub_pre"),
        rows("ka10007", "", "", NO_ORDER_COUNTS, "sel_*bid_cnt", "buy_*bid_cnt"),
        rows("ka10007", "", "0", "nobody provides liquidity by contract", "lpsel_*bid_req", "lpbuy_*bid_req"),
        rows("ka10007", "", "", NO_ORDER_COUNTS, "tot_buy_cnt", "tot_sel_cnt"),

        rows("ka10095", "atn_stk_infr", "", NO_ORDER_COUNTS, "pri_sel_cnt", "pri_buy_cnt", "tot_sel_cnt", "tot_buy_cnt"),
        rows("ka10095", "atn_stk_infr", "0.00", NO_WARRANTS, "prty", "gear", "pl_qutr", "cap_support"),
        rows("ka10095", "atn_stk_infr", "0", NO_WARRANTS, "elwexec_pric"),
        rows("ka10095", "atn_stk_infr", "0.0000", NO_WARRANTS, "cnvt_rt"),
        rows("ka10095", "atn_stk_infr", "00000000", NO_WARRANTS, "elwexpr_dt"),
        rows("ka10095", "atn_stk_infr", "", NO_WARRANTS, "cntr_engg", "cntr_pred_pre", "theory_pric", "innr_vltl", "delta", "gam", "theta",
            "vega", "law")).flatMap(List::stream).toList();

    private static final List<Constant> ORDERS = List.of(
        new Constant("ka10075", "oso", "mang_empno", "", "no employee looks after the account; empty in the broker's example"),
        new Constant("ka10075", "oso", "tsk_tp", "", "empty in the broker's example"),
        new Constant("ka10075", "oso", "cntr_no", "",
            "the number of the last trade is not kept with the order; empty in the broker's example"),
        new Constant("ka10075", "oso", "ind_invsr", "", "empty in the broker's example"),
        new Constant("ka10075", "oso", "stop_pric", "0", NO_STOPS),
        new Constant("ka10076", "cntr", "stop_pric", "0", NO_STOPS));

    private static final List<Constant> RETURNS = Stream.of(
        rows("ka10085", "acnt_prft_rt", "", "empty in the broker's example", "dt"),
        rows("ka10085", "acnt_prft_rt", "0", "interest is reckoned when a loan is paid back", "crd_int"))
        .flatMap(List::stream).toList();

    private static final List<Constant> ORDER_LISTS = List.of(
        new Constant("kt00007", "acnt_ord_cntr_prps_dtl", "rsrv_tp", "", NO_RESERVATIONS),
        new Constant("kt00007", "acnt_ord_cntr_prps_dtl", "comm_ord_tp", "REST API", ONE_CHANNEL),
        new Constant("kt00007", "acnt_ord_cntr_prps_dtl", "cond_uv", "0", NO_STOPS),
        new Constant("kt00009", "acnt_ord_cntr_prst_array", "stk_bond_tp", "1", "there are no bonds"),
        new Constant("kt00009", "acnt_ord_cntr_prst_array", "rsrv_oppo", "", NO_RESERVATIONS),
        new Constant("kt00009", "acnt_ord_cntr_prst_array", "cntr_no", "", "the number of the last trade is not kept with the order"),
        new Constant("kt00009", "acnt_ord_cntr_prst_array", "setl_tp", "삼일결제", "all here are shares, which the broker settles so"),
        new Constant("kt00009", "acnt_ord_cntr_prst_array", "comm_ord_tp", "REST API", ONE_CHANNEL),
        new Constant("kt00009", "acnt_ord_cntr_prst_array", "cntr_tm", "", "the time of an order's last fill is not kept with it"),
        new Constant("kt00009", "acnt_ord_cntr_prst_array", "cond_uv", "0", NO_STOPS));

    private static final List<Constant> STOCK_LISTS =
        Stream.of(stockFacts("ka10099", "list"), stockFacts("ka10100", "")).flatMap(List::stream).toList();

    private static final List<Constant> ACCOUNT = List.of(
        new Constant("kt20016", "crd_loan_pos_stk", "crd_limit_over_yn", "N", "the house lends without a limit of its own"),
        new Constant("kt20016", "crd_loan_pos_stk", "crd_limit_over_txt", "", "the house lends without a limit of its own"),
        new Constant("kt00018", "", "tot_loan_amt", "0", NO_OTHER_LOANS),
        new Constant("kt00018", "", "tot_crd_ls_amt", "0", NO_SHORT_LOANS));

    private static final List<Constant> VALUATION = Stream.of(
        rows("kt00004", "", "", "no branch looks after the account", "brch_nm"),
        zeros("kt00004", NO_OTHER_LOANS, "tot_grnt_sella"),
        zeros("kt00004", "what the broker counts as invested is not published", "tdy_lspft_amt", "invt_bsamt", "lspft_amt", "tdy_lspft",
            "lspft2", "lspft"),
        rows("kt00004", "", "0.00", "what the broker counts as invested is not published", "tdy_lspft_rt", "lspft_ratio", "lspft_rt"),
        zeros("kt00010", "no account has reduced margins", "profa_rdex_60ord_alow_amt", "profa_rdex_60ord_alowq"),
        rows("kt00010", "", "0", "no account has reduced margins", "profa_rdex_aplc_tp"),
        zeros("kt00010", NO_COVER, "ord_pos_repl")).flatMap(List::stream).toList();

    /** Amounts of the two deposit TRs that are always zero. */
    private static final List<Constant> AMOUNTS = Stream.of(
        zeros("kt00001", NO_OTHER_LOANS, "crd_grnta_ch", "crd_grnt_ch", "add_grnt_ch", "crd_set_grnta", "crd_grnt_ruse",
            "crd_ls_rght_frcs_amt", "crd_grnta_repl", "crd_grnt_repl", "add_grnt_repl", "crd_int_npay", "int_npay_amt_dlfe",
            "int_npay_amt_tot", "etc_loana", "etc_loana_dlfe", "etc_loan_tot", "ls_sum",
            "loan_remn_evlt_amt", "dpst_grntl_remn", "sell_grntl_remn"),
        zeros("kt00001", NO_COVER, "profa_repl", "rght_repl_amt"),
        zeros("kt00001", NOTHING_SET_ASIDE, "uncl_stk_amt"),
        zeros("kt00001", NO_FUNDS, "bncr_profa_ch", "nxdy_bncr_sell_exct", "bncr_remn_repl_evlta"),
        zeros("kt00001", "there are no short sales", "shrts_prica"),
        zeros("kt00001", "what is overseas is told of by TRs of its own", "fc_stk_krw_repl_set_amt"),
        zeros("kt00001", "money comes in as cash alone", "chck_ina_amt", "etc_chck_ina_amt"),
        zeros("kt00001", "there are no such accounts", "lvlh_join_amt", "lvlh_trns_alowa", "wrap_pymn_alow_amt"),
        zeros("kt00001", "zero in the broker's recorded answer", "etc_profa", "knx_asset_evltv", "mdstrm_usfe", "min_ord_alow_yn"),
        zeros("kt00005", NO_OTHER_LOANS, "crd_int_npay_gold", "etc_loana",
            "dpst_grnt_use_amt_amt", "grnt_loan_amt"),
        zeros("kt00005", NO_COVER, "rght_repl_amt", "repl_profa"),
        zeros("kt00005", NOTHING_SET_ASIDE, "uncl_stk_amt")).flatMap(List::stream).toList();

    private static final ConstantTable TABLE =
        new ConstantTable(Stream.of(QUOTES, HISTORY, SHEETS, STOCK_LISTS, ORDERS, RETURNS, ORDER_LISTS, ACCOUNT, VALUATION, AMOUNTS,
            GoldConstants.table())
            .flatMap(List::stream).toList());

    private DeclaredConstants() {
    }

    private static List<Constant> zeros(String tr, String reason, String... fields) {
        return Arrays.stream(fields).map(field -> new Constant(tr, "", field, "0", reason)).toList();
    }

    private static List<Constant> stockFacts(String tr, String list) {
        return List.of(
            new Constant(tr, list, "auditInfo", "정상", NO_WARNINGS),
            new Constant(tr, list, "regDay", "", "when a stock was listed at the exchange is not kept"),
            new Constant(tr, list, "upSizeName", "", "stocks are not sorted by size"),
            new Constant(tr, list, "companyClassName", "", "companies are not sorted into classes"),
            new Constant(tr, list, "orderWarning", "0", NO_WARNINGS),
            new Constant(tr, list, "nxtEnable", "", "there is no Nextrade yet"));
    }

    private static List<Constant> rows(String tr, String list, String value, String reason, String... fields) {
        return Arrays.stream(fields).map(field -> new Constant(tr, list, field, value, reason)).toList();
    }

    /** All of them. */
    public static List<Constant> table() {
        return TABLE.constants();
    }

    /** Sets the constants of an answer, or of a row of one of its lists. Those of a book's levels are set with the levels. */
    static void fill(ResponseBody body, String tr, String list) {
        TABLE.fill(body, tr, list, DeclaredConstants::set);
    }

    /** The account's TRs pad their amounts; the market's write a bare 0. */
    private static void set(ResponseBody body, Constant constant) {
        if (constant.tr().startsWith("kt") && constant.value().equals("0") && !constant.field().endsWith("_tp")) {
            body.number(constant.field(), 0);
        } else {
            body.text(constant.field(), constant.value());
        }
    }
}
