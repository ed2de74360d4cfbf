package dev.hoga.core;

/**
 * The way out of the core: answers to commands and events, in the order in which they happen. Calls come on the core's
 * thread in the middle of a command; an implementation copies what it needs and returns, it never calls the core. Answers
 * must be taken; an event that does not concern an implementation may be left out.
 */
public interface CoreListener {

    /** The command was applied; {@code value} is what the command's description says. */
    void commandAccepted(long correlationId, long value);

    /** The command was refused and changed nothing; {@code detail} is what {@link Reject} says, else 0. */
    void commandRejected(long correlationId, Reject reject, long detail);

    /**
     * An order, an amendment or a cancellation was taken: the answer to its command and the first event of its number.
     *
     * @param originalNumber the order it amends or cancels, else 0
     * @param rootNumber the first order of the chain; its own number for a new order
     * @param qtyShares the quantity ordered, amended or cancelled
     * @param priceWon 0 for a market order; the frozen price for best-counter and best-own orders
     */
    void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber, OrderKind kind,
        int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon, long marketTimeMs);

    /** One order's side of a trade. @param commissionWon and {@code taxWon} are what this fill cost */
    default void orderFilled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon,
        long remainingShares, long commissionWon, long taxWon, long tradeNumber, long marketTimeMs) {
    }

    /** A part or all of an open order left the book without a trade. */
    default void orderReduced(int accountId, int orderNumber, int instrumentId, ReduceReason reason, long qtyShares,
        long remainingShares, long marketTimeMs) {
    }

    /** A trade. @param takerSide the side of the later order @param tradeNumber counts per instrument and day from 1 */
    default void traded(int instrumentId, long tradeNumber, Side takerSide, long priceWon, long qtyShares, long marketTimeMs) {
    }

    /**
     * The one trade of a call auction, all its shares at a single price; neither side was later. The fills follow.
     *
     * @param tradeNumber counts per instrument and day from 1, together with those of {@link #traded}
     */
    default void auctionTraded(int instrumentId, long tradeNumber, long priceWon, long qtyShares, long marketTimeMs) {
    }

    /** The book of an instrument is no longer what it was; told at most once per command. */
    default void bookChanged(int instrumentId, long marketTimeMs) {
    }

    /** A volatility interruption of an instrument has begun, or has ended: its auction follows. */
    default void interruptionChanged(int instrumentId, boolean begun, long marketTimeMs) {
    }

    /** An account's cash is now this. */
    default void cashChanged(int accountId, long cashWon) {
    }

    /** An account's cash in a foreign currency is now this, in minimal units. */
    default void foreignCashChanged(int accountId, Currency currency, long cash) {
    }

    /** The rate of a foreign currency is now this. @param rate what so many of it as its quote unit are worth, in 1/10,000 won */
    default void fxRateChanged(Currency currency, long rate) {
    }

    /** An account's holding is now this. */
    default void holdingChanged(int accountId, int instrumentId, long qtyShares, long purchaseAmountWon) {
    }

    /**
     * The lot of shares that an account has bought on credit on a date is now this; told before the fill that changes it.
     *
     * @param loanDay days since 1970-01-01
     */
    default void loanChanged(int accountId, int instrumentId, int loanDay, long qtyShares, long purchaseAmountWon, long loanWon) {
    }

    /** A token was issued (or answered again). Times are host times. */
    default void tokenIssued(int keyId, int issueNumber, long issuedAtMs, long expiresAtMs) {
    }

    /** A key's token is dead. */
    default void tokenRevoked(int keyId, int issueNumber) {
    }

    /** A key is out of use for ever, and its token dead: its account has another one. */
    default void keyRetired(int keyId) {
    }

    /** The levels, volumes or counts of indices are others than a second of market time ago. */
    default void indicesChanged(long marketTimeMs) {
    }

    /** Program orders of a side are not taken for a while (sidecar), or are taken again. */
    default void sidecarChanged(Side side, boolean begun, long marketTimeMs) {
    }

    /** A venue's session has a new phase. */
    default void phaseChanged(Venue venue, Phase phase, long marketTimeMs) {
    }

    /** A new trading date has begun: order numbers start at 1, base prices are new. @param epochDay days since 1970-01-01 */
    default void tradingDateChanged(int epochDay, long marketTimeMs) {
    }
}
