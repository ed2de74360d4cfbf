package dev.hoga.history;

/**
 * What an account sold of an instrument on a date, and what that had cost.
 *
 * @param entry grows from sum to sum
 * @param loanDate of the loan that was paid back, days since 1970-01-01; 0 for shares held for cash
 * @param costWon what the sold shares had cost
 * @param purchaseCommissionWon the commission on that, as balances reckon it
 */
public record PastSale(long entry, int date, String code, int loanDate, long qtyShares, long amountWon, long costWon,
    long purchaseCommissionWon, long commissionWon, long taxWon, long interestWon) {

    /** Commissions of both sides. */
    public long commissionsWon() {
        return purchaseCommissionWon + commissionWon;
    }

    /** What was earned: realised profit, or below zero a loss. Source: rules D4. */
    public long profitWon() {
        return amountWon - costWon - commissionsWon() - taxWon - interestWon;
    }
}
