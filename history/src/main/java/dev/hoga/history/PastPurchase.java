package dev.hoga.history;

/** What an account bought of an instrument on a date. @param loanDate of the loan that paid for it, 0 for cash */
public record PastPurchase(long entry, int date, String code, int loanDate, long qtyShares, long amountWon, long commissionWon) {
}
