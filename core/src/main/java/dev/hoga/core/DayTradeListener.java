package dev.hoga.core;

/** What is told of an account's trades of one date: one sum for each instrument and loan date, on each side that traded. */
public interface DayTradeListener {

    /**
     * Bought.
     *
     * @param loanDay of the loan that paid for it, days since 1970-01-01; 0 for cash
     * @param commissionWon charged, for gold with the tax on it
     */
    void bought(int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon, long commissionWon);

    /**
     * Sold. What was earned by it is the amount without all the costs that are named here.
     *
     * @param loanDay of the loan that was paid back, days since 1970-01-01; 0 for shares held for cash
     * @param costWon what the sold shares had cost: at the moving average, those of a loan at their lot's
     * @param purchaseCommissionWon the commission on that, as balances reckon it
     * @param commissionWon charged for the sale
     * @param interestWon paid back with the loan
     */
    void sold(int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon, long costWon, long purchaseCommissionWon,
        long commissionWon, long taxWon, long interestWon);
}
