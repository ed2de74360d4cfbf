package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Rates;

/**
 * The facts of one holding and what follows from them. Source: rules D4, checked there against the broker's own example: the
 * valuation is gross, the profit is net of both commissions and the tax of a sale at the current price.
 */
record HoldingRow(String code, String name, long qtyShares, long settledShares, long sellableShares, long purchaseWon, long currentWon,
    long previousCloseWon, long buyCommissionWon, long sellCommissionWon, long taxWon, long boughtTodayShares,
    long soldTodayShares, long boughtYesterdayShares, long soldYesterdayShares) {

    static HoldingRow read(BrokerageView view, int accountId, int slot) {
        int instrument = view.holdingInstrument(slot);
        long qtyShares = view.heldShares(slot);
        long purchaseWon = view.purchaseAmountWon(slot);
        long currentWon = view.lastPriceWon(instrument);
        long valueWon = Math.multiplyExact(currentWon, qtyShares);
        return new HoldingRow(StockCode.listed(view, instrument), view.instrumentName(instrument), qtyShares,
            view.settledShares(slot), view.sellableShares(slot), purchaseWon, currentWon, view.basePriceWon(instrument),
            view.commissionWon(accountId, purchaseWon), view.commissionWon(accountId, valueWon),
            view.saleTaxWon(instrument, valueWon), view.boughtTodayShares(slot), view.soldTodayShares(slot),
            view.boughtYesterdayShares(slot), view.soldYesterdayShares(slot));
    }

    long valueWon() {
        return Math.multiplyExact(currentWon, qtyShares);
    }

    long profitWon() {
        return valueWon() - purchaseWon - buyCommissionWon - sellCommissionWon - taxWon;
    }

    /** @param rate writes a rate in the environment's own spelling */
    void fill(ResponseBody row, long totalPurchaseWon, RateSpelling rate) {
        row.text("stk_cd", code)
            .text("stk_nm", name)
            .amount("evltv_prft", profitWon())
            .amount("pur_pric", purchaseWon / qtyShares)
            .amount("pred_close_pric", previousCloseWon)
            .amount("rmnd_qty", qtyShares)
            .amount("trde_able_qty", sellableShares)
            .amount("cur_prc", currentWon)
            .amount("pred_buyq", boughtYesterdayShares)
            .amount("pred_sellq", soldYesterdayShares)
            .amount("tdy_buyq", boughtTodayShares)
            .amount("tdy_sellq", soldTodayShares)
            .amount("pur_amt", purchaseWon)
            .amount("pur_cmsn", buyCommissionWon)
            .amount("evlt_amt", valueWon())
            .amount("sell_cmsn", sellCommissionWon)
            .amount("tax", taxWon)
            .text("sum_cmsn", KoreanTime.digits(buyCommissionWon + sellCommissionWon, 15));
        rate.set(row, "prft_rt", Rates.hundredths(profitWon(), purchaseWon));
        // In the broker's example the weight is that of the purchase amounts, not of the valuations.
        rate.set(row, "poss_rt", Rates.hundredths(purchaseWon, totalPurchaseWon));
    }

    /** Live writes rates plain, the mock host was seen to pad them. */
    interface RateSpelling {
        void set(ResponseBody body, String field, long hundredths);
    }
}
