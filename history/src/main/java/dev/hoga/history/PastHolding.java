package dev.hoga.history;

/** What an account held of an instrument at the end of a date. @param date the last one before it on which that changed */
public record PastHolding(String code, int date, long qtyShares, long purchaseWon) {
}
