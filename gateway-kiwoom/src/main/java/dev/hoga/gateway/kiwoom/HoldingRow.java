package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.LoanFacts;
import dev.hoga.gateway.Rates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts of one holding and what follows from them. Source: rules D4, checked there against the broker's own example: the
 * valuation is gross, the profit is net of both commissions and the tax of a sale at the current price.
 */
record HoldingRow(String code, String name, long qtyShares, long settledShares, long sellableShares, long purchaseWon, long currentWon,
    long previousCloseWon, long buyCommissionWon, long sellCommissionWon, long taxWon, long boughtTodayShares,
    long soldTodayShares, long boughtYesterdayShares, long soldYesterdayShares, Optional<LoanFacts> loan) {

    /** What is held for cash, and on credit. @param oneByOne whether each loan date has a row, or all have one */
    static List<HoldingRow> read(BrokerageView view, int accountId, int slot, boolean oneByOne) {
        var rows = new ArrayList<HoldingRow>();
        if (view.heldShares(slot) > 0) {
            rows.add(row(view, accountId, slot, view.heldShares(slot), view.settledShares(slot), view.sellableShares(slot),
                view.purchaseAmountWon(slot), Optional.empty()));
        }
        for (LoanFacts loan : oneByOne ? LoanFacts.read(view, slot) : LoanFacts.sum(view, slot)) {
            rows.add(row(view, accountId, slot, loan.qtyShares(), loan.qtyShares(), loan.sellableShares(), loan.purchaseWon(),
                Optional.of(loan)));
        }
        return rows;
    }

    private static HoldingRow row(BrokerageView view, int accountId, int slot, long qtyShares, long settledShares, long sellableShares,
        long purchaseWon, Optional<LoanFacts> loan) {
        int instrument = view.holdingInstrument(slot);
        long currentWon = view.lastPriceWon(instrument);
        long valueWon = Math.multiplyExact(currentWon, qtyShares);
        boolean cash = loan.isEmpty();
        return new HoldingRow(StockCode.listed(view, instrument), view.instrumentName(instrument), qtyShares, settledShares,
            sellableShares, purchaseWon, currentWon, view.basePriceWon(instrument), view.commissionWon(accountId, purchaseWon),
            view.commissionWon(accountId, valueWon), view.saleTaxWon(instrument, valueWon), cash ? view.boughtTodayShares(slot) : 0,
            cash ? view.soldTodayShares(slot) : 0, cash ? view.boughtYesterdayShares(slot) : 0,
            cash ? view.soldYesterdayShares(slot) : 0, loan);
    }

    /** 00 for cash, 33 for one margin loan, 99 for all of a stock's. */
    String creditType() {
        return loan.map(lot -> lot.loanDay() == 0 ? "99" : "33").orElse("00");
    }

    /** The loan's date; empty without one, and where it is all dates'. */
    String loanDate() {
        return loan.filter(lot -> lot.loanDay() != 0).map(lot -> KoreanTime.date(lot.loanDay())).orElse("");
    }

    String expiryDate() {
        return loan.filter(lot -> lot.expiryDay() != 0).map(lot -> KoreanTime.date(lot.expiryDay())).orElse("");
    }

    long valueWon() {
        return Math.multiplyExact(currentWon, qtyShares);
    }

    long profitWon() {
        return valueWon() - purchaseWon - buyCommissionWon - sellCommissionWon - taxWon;
    }

    /** @param rate writes a rate in the environment's own spelling */
    void fill(ResponseBody row, long totalPurchaseWon, RateSpelling rate) {
        row.text("crd_tp", creditType())
            .text("crd_tp_nm", loan.isPresent() ? "융자" : "")
            .text("crd_loan_dt", loanDate())
            .text("stk_cd", code)
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
