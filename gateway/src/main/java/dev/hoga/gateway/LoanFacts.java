package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares of a holding that were bought with a margin loan: one date's, or all dates' together.
 *
 * @param loanDay days since 1970-01-01; 0 where it is all dates'
 * @param expiryDay the same
 */
public record LoanFacts(int loanDay, int expiryDay, long qtyShares, long sellableShares, long purchaseWon, long loanWon) {

    /** A holding's loans, oldest first. */
    public static List<LoanFacts> read(BrokerageView view, int holding) {
        var loans = new ArrayList<LoanFacts>();
        for (int loan = view.firstLoan(holding); loan >= 0; loan = view.nextLoan(loan)) {
            loans.add(new LoanFacts(view.loanDay(loan), view.loanExpiryDay(loan), view.loanShares(loan), view.loanSellableShares(loan),
                view.loanPurchaseWon(loan), view.loanWon(loan)));
        }
        return loans;
    }

    /** A holding's loans added up; none where there is none. */
    public static List<LoanFacts> sum(BrokerageView view, int holding) {
        return read(view, holding).stream().reduce(LoanFacts::plus).map(LoanFacts::undated).stream().toList();
    }

    private LoanFacts undated() {
        return new LoanFacts(0, 0, qtyShares, sellableShares, purchaseWon, loanWon);
    }

    private LoanFacts plus(LoanFacts other) {
        return new LoanFacts(0, 0, qtyShares + other.qtyShares, sellableShares + other.sellableShares,
            Math.addExact(purchaseWon, other.purchaseWon), Math.addExact(loanWon, other.loanWon));
    }
}
