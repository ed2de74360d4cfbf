package dev.hoga.core;

/**
 * What is told to whoever writes history: entries with numbers that grow by one, each about something that no longer changes.
 * Days are trading dates, days since 1970-01-01; times are market time. Calls come on the core's thread.
 */
public interface HistoryListener {
    /** In place of a loan's date. */
    int FOR_CASH = -1;

    /**
     * An order of a client, an amendment or a cancellation, as it stood at the end of its trading date: nothing of it is open.
     *
     * @param originalNumber the order it amends or cancels, else 0
     * @param rootNumber the first order of the chain; its own number for a new order
     * @param qtyShares ordered, amended or cancelled
     * @param filledAmountWon the sum of price times shares over its fills
     * @param loanDay the date of the loan that it took or repaid, 0 where it repaid whatever date's; {@link #FOR_CASH} without one
     */
    void order(long entry, int date, int accountId, int orderNumber, int originalNumber, int rootNumber, OrderKind kind,
        int instrumentId, Side side, OrderType type, TimeInForce timeInForce, OrderStatus status, long qtyShares, long priceWon,
        long filledShares, long filledAmountWon, int loanDay, long acceptedAtMs);

    /** One fill of a client's order. @param cashWon the account's cash after the trade, of which both sides can be its own */
    void fill(long entry, int date, int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon,
        long commissionWon, long taxWon, long tradeNumber, long cashWon, long marketTimeMs);

    /** A client's cash came in (positive) or went out without a trade. @param cashWon the account's cash after it */
    void cash(long entry, int date, int accountId, long amountWon, long cashWon, long marketTimeMs);

    /**
     * Bars of gold were handed out to a client.
     *
     * @param valueWon what they had cost on average
     * @param taxWon value added tax on that, and {@code chargeWon} what the depository asked for
     * @param cashWon the account's cash after both were paid
     */
    void goldWithdrawn(long entry, int date, int accountId, int instrumentId, long grams, long valueWon, long taxWon, long chargeWon,
        long cashWon, long marketTimeMs);

    /** The same of a foreign currency, in minimal units. */
    void foreignCash(long entry, int date, int accountId, Currency currency, long amount, long cash, long marketTimeMs);

    /** A client's holding is now this, or was at the end of the date. */
    void holding(long entry, int date, int accountId, int instrumentId, long qtyShares, long purchaseWon);

    /** A minute of an instrument in which it traded. @param startMs market time at which the minute begins */
    void minuteBar(long entry, int date, int instrumentId, long startMs, long openWon, long highWon, long lowWon, long closeWon,
        long volumeShares, long turnoverWon);

    /** A trading date of an instrument; open, high and low are 0 where it did not trade. */
    void dayBar(long entry, int date, int instrumentId, long baseWon, long openWon, long highWon, long lowWon, long closeWon,
        long volumeShares, long turnoverWon);

    /** What a client bought of an instrument on a date, by {@link DayTradeListener#bought}. */
    void dayPurchase(long entry, int date, int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon,
        long commissionWon);

    /** What a client sold of an instrument on a date, by {@link DayTradeListener#sold}. */
    void daySale(long entry, int date, int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon, long costWon,
        long purchaseCommissionWon, long commissionWon, long taxWon, long interestWon);

    /** The date is over, and everything of it has been told. */
    void dayEnded(long entry, int date);
}
