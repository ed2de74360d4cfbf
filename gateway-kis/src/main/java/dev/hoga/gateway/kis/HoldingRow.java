package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.LoanFacts;
import dev.hoga.gateway.Rates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts of one holding and what follows from them. Source: the official examples, where the profit is valuation less
 * purchase, without costs, the average has four decimals and the day's change eight.
 */
record HoldingRow(String code, String name, long qtyShares, long sellableShares, long purchaseWon, long currentWon,
    long previousCloseWon, long boughtTodayShares, long soldTodayShares, long boughtYesterdayShares, long soldYesterdayShares,
    int marginPercent, long substituteWon, long costsWon, Optional<LoanFacts> loan) {
    private static final int AVERAGE_DECIMALS = 4;
    private static final int CHANGE_DECIMALS = 8;

    /** What is held for cash, and on credit. @param byLoanDate whether each loan date has a row, or all have one */
    static List<HoldingRow> read(BrokerageView view, int accountId, int slot, boolean byLoanDate) {
        var rows = new ArrayList<HoldingRow>();
        if (view.heldShares(slot) > 0) {
            rows.add(row(view, accountId, slot, view.heldShares(slot), view.sellableShares(slot), view.purchaseAmountWon(slot),
                Optional.empty()));
        }
        for (LoanFacts loan : byLoanDate ? LoanFacts.read(view, slot) : LoanFacts.sum(view, slot)) {
            rows.add(row(view, accountId, slot, loan.qtyShares(), loan.sellableShares(), loan.purchaseWon(), Optional.of(loan)));
        }
        return rows;
    }

    private static HoldingRow row(BrokerageView view, int accountId, int slot, long qtyShares, long sellableShares, long purchaseWon,
        Optional<LoanFacts> loan) {
        int instrument = view.holdingInstrument(slot);
        boolean cash = loan.isEmpty();
        long valueWon = Math.multiplyExact(view.lastPriceWon(instrument), qtyShares);
        return new HoldingRow(Code.text(view.code(instrument)), view.instrumentName(instrument), qtyShares, sellableShares, purchaseWon,
            view.lastPriceWon(instrument), view.basePriceWon(instrument), cash ? view.boughtTodayShares(slot) : 0,
            cash ? view.soldTodayShares(slot) : 0, cash ? view.boughtYesterdayShares(slot) : 0,
            cash ? view.soldYesterdayShares(slot) : 0, view.marginPercent(instrument), view.substitutePriceWon(instrument),
            view.commissionWon(accountId, purchaseWon) + view.commissionWon(accountId, valueWon) + view.saleTaxWon(instrument, valueWon),
            loan);
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
            .text("trad_dvsn_name", loan.isPresent() ? "자기융자" : "현금")
            .text("loan_dt", loan.filter(lot -> lot.loanDay() != 0).map(lot -> KoreanTime.date(lot.loanDay())).orElse(""))
            .text("expd_dt", loan.filter(lot -> lot.expiryDay() != 0).map(lot -> KoreanTime.date(lot.expiryDay())).orElse(""))
            .number("loan_amt", loan.map(LoanFacts::loanWon).orElse(0L));
    }

    /** What inquire-balance alone tells. */
    void fillTerms(ResponseBody row) {
        row.text("item_mgna_rt_name", marginPercent + "%")
            .number("sbst_pric", substituteWon);
    }
}
