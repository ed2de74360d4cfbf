package dev.hoga.history;

/**
 * One thing that changed an account's cash: a fill, won in or out, bars of gold handed out. Costs and what was settled are told
 * once for all fills of a date, code and side: at the last of them, 0 at the others.
 *
 * @param entry grows from transaction to transaction
 * @param number counts the account's transactions of the date from 1
 * @param code empty where it is about cash alone
 * @param amountWon price times shares; the won that came in, or below zero went out; what handed-out gold had cost
 * @param commissionWon of all fills, or the depository's charge
 * @param taxWon of all fills, or the tax on handed-out gold
 * @param settledWon what all fills, or this, brought in; below zero what it took
 * @param last whether it is the last of those that are told of together
 * @param cashWon the account's cash after it
 * @param heldShares what of the code was held when its date ended; 0 where that is not told yet
 */
public record Transaction(long entry, int date, int number, Kind kind, String code, long qtyShares, long priceWon, long amountWon,
    long commissionWon, long taxWon, long settledWon, boolean last, long cashWon, long heldShares, long atMs) {

    /** What it was. */
    public enum Kind { BUY, SELL, CASH_IN, CASH_OUT, GOLD_OUT }
}
