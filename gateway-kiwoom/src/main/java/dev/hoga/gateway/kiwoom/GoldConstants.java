package dev.hoga.gateway.kiwoom;

import dev.hoga.gateway.ConstantTable.Constant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Fields of the gold TRs whose fact does not exist in this brokerage. */
final class GoldConstants {
    private static final String ONE_CHANNEL = "where an order came from is not kept with it";
    private static final String NO_RESERVATIONS = "there are no reserved orders and no forced sales of gold";
    private static final String NO_STOPS = "there are no stop orders for gold";
    private static final String NO_CREDIT = "gold is not bought on credit";
    private static final String AT_ONCE = "gold is settled at once";
    private static final String PAID_AHEAD = "gold is paid for ahead: nothing is ever owed";

    private GoldConstants() {
    }

    static List<Constant> table() {
        return Stream.of(
            rows("ka50012", "gold_daly_trnsn", "0", "traders are not told apart by what they are", "orgn_netprps", "for_netprps",
                "ind_netprps"),
            rows("kt50020", "", "0", "realised profit of gold is not kept yet", "pl_amt"),
            rows("kt50021", "", "0", "money comes in as cash alone", "chck_ina_amt"),
            rows("kt50021", "", "0", "nothing else is lent", "etc_loan", "etc_loan_dlfe", "etc_loan_tot"),
            rows("kt50021", "", "0", AT_ONCE, "buy_exct_amt", "sell_exct_amt", "sell_buy_exct_amt"),
            rows("kt50021", "", "0", PAID_AHEAD, "dly_amt"),
            orders("kt50030", "acnt_ord_cntr_prst"), orders("kt50075", "acnt_ord_oso_prst"),
            rows("kt50031", "acnt_ord_cntr_prps_dtl", "보통매매", NO_CREDIT, "crd_tp"),
            rows("kt50031", "acnt_ord_cntr_prps_dtl", "", NO_CREDIT, "loan_dt"),
            rows("kt50031", "acnt_ord_cntr_prps_dtl", "", NO_RESERVATIONS, "rsrv_tp"),
            rows("kt50031", "acnt_ord_cntr_prps_dtl", "REST API", ONE_CHANNEL, "comm_ord_tp"),
            rows("kt50031", "acnt_ord_cntr_prps_dtl", "0", NO_STOPS, "cond_uv"),
            rows("kt50032", "gold_trde_hist", "0", PAID_AHEAD, "dly_sum", "uncl_ocr", "rpym_sum"),
            rows("kt50032", "gold_trde_hist", "0", "there is no tax on income from gold", "tax_tot_amt"),
            rows("kt50032", "gold_trde_hist", "0000000", "nothing is taken back", "orig_deal_no"),
            rows("kt50032", "gold_trde_hist", "000000000", "there is no cashier", "rcpy_no"),
            rows("kt50032", "gold_trde_hist", "", "there are no branches", "proc_brch_nm"),
            rows("kt50032", "gold_trde_hist", "DAILY", "as in the broker's example", "prcsr")).flatMap(List::stream).toList();
    }

    private static List<Constant> orders(String tr, String list) {
        return Stream.of(
            rows(tr, list, "1", "there are no bonds", "stk_bond_tp"),
            rows(tr, list, "5", "the broker's number for gold", "mrkt_deal_tp"),
            rows(tr, list, "", NO_RESERVATIONS, "rsrv_tp"),
            rows(tr, list, "당일", AT_ONCE, "dcd_tp_nm"),
            rows(tr, list, "", NO_CREDIT, "crd_deal_tp"),
            rows(tr, list, "REST API", ONE_CHANNEL, "comm_ord_tp"),
            rows(tr, list, "0", NO_STOPS, "cond_uv")).flatMap(List::stream).toList();
    }

    private static List<Constant> rows(String tr, String list, String value, String reason, String... fields) {
        return Arrays.stream(fields).map(field -> new Constant(tr, list, field, value, reason)).toList();
    }
}
