package dev.hoga.core;

/**
 * Why the core refused a command; nothing was changed. The order of the constants is the order of the checks, so a command
 * that is wrong in several ways has one right answer: the first that applies. Each gateway maps these to its broker's codes.
 */
public enum Reject {
    /** A long clock jump is running. */
    BUSY,
    /** No such account. */
    UNKNOWN_ACCOUNT,
    /** No such instrument. */
    UNKNOWN_INSTRUMENT,
    /** The venue does not trade here (yet). */
    VENUE_NOT_OPEN,
    /** The account's product does not trade the instrument: gold needs a gold account, and that trades nothing else. */
    WRONG_PRODUCT,
    /** Today is no trading day. */
    NOT_A_TRADING_DAY,
    /** The session has not begun. */
    MARKET_NOT_OPEN,
    /** The session is over. */
    MARKET_CLOSED,
    /** The order type, or its time in force, is not taken in this phase of the session, or not for this instrument. */
    NOT_IN_THIS_PHASE,
    /** The instrument is halted. */
    INSTRUMENT_HALTED,
    /** The original order is unknown, of another account or of another instrument. */
    UNKNOWN_ORDER,
    /** The original order number is that of a cancellation. */
    ORIGINAL_IS_A_CANCEL,
    /** The quantity is not positive or above the limit per order. */
    BAD_QUANTITY,
    /** The quantity is above what one quote may be for (ER 14(1)3); detail: the most shares. */
    ORDER_TOO_LARGE,
    /** The order type, or its combination with the time in force, does not exist. */
    BAD_ORDER_TYPE,
    /** A price was given with an order type that takes none. */
    PRICE_NOT_ALLOWED,
    /** A price is needed and missing or not positive. */
    PRICE_REQUIRED,
    /** The price is not on the tick grid. */
    OFF_TICK,
    /**
     * The price is above the day's upper or below its lower limit, in the auctions after hours more than a tenth from the
     * close, or, in a conditional limit order, at the limit that its conversion would bring it to anyway (ER 14(2)).
     */
    OUTSIDE_PRICE_LIMITS,
    /**
     * The amendment changes neither price nor type; a best-counter or best-own order is a limit order at the price it found.
     * Source: Enforcement Rule art. 17.
     */
    AMEND_CHANGES_NOTHING,
    /** Nothing of the original order is left to amend. */
    NOTHING_TO_AMEND,
    /** Nothing of the original order is left to cancel. */
    NOTHING_TO_CANCEL,
    /** The quantity to amend or cancel is above what is left; detail: shares left. */
    MORE_THAN_REMAINS,
    /** The account has no credit or is frozen, or the house does not lend for the instrument (any more). */
    NO_CREDIT,
    /** There is no loan of that date, or none at all, to repay. */
    UNKNOWN_LOAN,
    /** Not enough margin; detail: shares that could be bought. */
    NOT_ENOUGH_CASH,
    /** Not enough shares; detail: shares that could be sold. */
    NOT_ENOUGH_SHARES,
    /** The trading date's seven-digit order numbers are used up, or its turnover can grow no further. */
    ORDER_NUMBERS_EXHAUSTED,
    /** The account number, key or instrument exists already. */
    ALREADY_EXISTS,
    /** The account whose terms are to change has open orders. */
    HAS_OPEN_ORDERS,
    /** The instrument whose base price is to change has traded or has open orders today. */
    TRADED_TODAY,
    /** The clock can only be set forward. */
    CLOCK_BACKWARD,
    /** No such key. */
    UNKNOWN_KEY,
    /** An argument is outside its range. */
    OUT_OF_RANGE;

    private static final Reject[] VALUES = values();

    public static Reject of(int ordinal) {
        return VALUES[ordinal];
    }
}
