package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.gateway.Rates;

/**
 * The facts of one holding and what follows from them. Source: the official examples, where the profit is valuation less
 * purchase, without costs, the average has four decimals and the day's change eight.
 */
record HoldingRow(String code, String name, long qtyShares, long sellableShares, long purchaseWon, long currentWon,
    long previousCloseWon, long boughtTodayShares, long soldTodayShares, long boughtYesterdayShares, long soldYesterdayShares,
    int marginPercent, long substituteWon) {
    private static final int AVERAGE_DECIMALS = 4;
    private static final int CHANGE_DECIMALS = 8;

    static HoldingRow read(BrokerageView view, int slot) {
        int instrument = view.holdingInstrument(slot);
        return new HoldingRow(Code.text(view.code(instrument)), view.instrumentName(instrument), view.heldShares(slot),
            view.sellableShares(slot), view.purchaseAmountWon(slot), view.lastPriceWon(instrument),
            view.basePriceWon(instrument), view.boughtTodayShares(slot), view.soldTodayShares(slot),
            view.boughtYesterdayShares(slot), view.soldYesterdayShares(slot), view.marginPercent(instrument),
            view.substitutePriceWon(instrument));
    }

    long valueWon() {
        return Math.multiplyExact(currentWon, qtyShares);
    }

    long profitWon() {
        return valueWon() - purchaseWon;
    }

    void fill(ResponseBody row) {
        long changeWon = currentWon - previousCloseWon;
        row.text("pdno", code)
            .text("prdt_name", name)
            .number("bfdy_buy_qty", boughtYesterdayShares)
            .number("bfdy_sll_qty", soldYesterdayShares)
            .number("thdt_buyqty", boughtTodayShares)
            .number("thdt_sll_qty", soldTodayShares)
            .number("hldg_qty", qtyShares)
            .number("ord_psbl_qty", sellableShares)
            .decimal("pchs_avg_pric", Rates.quotient(purchaseWon, qtyShares, AVERAGE_DECIMALS), AVERAGE_DECIMALS)
            .number("pchs_amt", purchaseWon)
            .number("prpr", currentWon)
            .number("evlu_amt", valueWon())
            .number("evlu_pfls_amt", profitWon())
            .decimal("evlu_pfls_rt", Rates.hundredths(profitWon(), purchaseWon), Rates.DECIMALS)
            .decimal("fltt_rt", Rates.percent(changeWon, previousCloseWon, CHANGE_DECIMALS), CHANGE_DECIMALS)
            .number("bfdy_cprs_icdc", changeWon)
            .text("item_mgna_rt_name", marginPercent + "%")
            .number("sbst_pric", substituteWon);
    }
}
