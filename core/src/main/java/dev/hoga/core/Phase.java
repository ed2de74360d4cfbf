package dev.hoga.core;

/**
 * What a venue's session does at a moment. When each of them is, {@link SessionPlan} says; what may be ordered,
 * {@link OrderRules}.
 */
public enum Phase {
    /** No order is taken. */
    CLOSED,
    /** NXT and America before the day: continuous. */
    PRE_MARKET,
    /** NXT between two of its markets, Asia at noon: nothing matches, orders stay. */
    PAUSE,
    /** KRX: orders are collected for the opening auction, and shares change hands at the previous close (장전 시간외종가). */
    PRE_OPEN,
    /** KRX: orders are collected for the opening auction. */
    OPENING_AUCTION,
    /** KRX and overseas: orders match by price, then time. */
    CONTINUOUS,
    /** NXT: orders match by price, then time. */
    MAIN,
    /** One instrument: orders are collected for the auction that ends its volatility interruption (VI). */
    VOLATILITY_AUCTION,
    /** The circuit breaker stops all trading; only cancels are honoured. */
    HALTED,
    /** KRX: orders are collected for the auction after which trading goes on. */
    REOPENING_AUCTION,
    /** KRX: orders are collected for the closing auction. */
    CLOSING_AUCTION,
    /** KRX: orders to trade at the close are collected (장후 시간외종가). */
    CLOSE_PRICE_ENTRY,
    /** KRX: shares change hands at the close (장후 시간외종가). */
    CLOSE_PRICE,
    /** KRX: orders are collected for one of the auctions after hours (시간외단일가); until 2026-09-11. */
    SINGLE_PRICE,
    /** NXT: orders are collected for the opening of the after-market. */
    AFTER_MARKET_AUCTION,
    /** KRX (from 2026-09-14), NXT and America: orders match by price, then time, after the close. */
    AFTER_MARKET;

    private static final Phase[] VALUES = values();

    public static Phase of(int ordinal) {
        return VALUES[ordinal];
    }

    /** Whether orders match by price, then time, as they come. */
    public boolean continuous() {
        return this == CONTINUOUS || this == MAIN || this == PRE_MARKET || this == AFTER_MARKET;
    }

    /** Whether orders are collected for a single price. */
    public boolean auction() {
        return switch (this) {
            case PRE_OPEN, OPENING_AUCTION, VOLATILITY_AUCTION, REOPENING_AUCTION, CLOSING_AUCTION, SINGLE_PRICE,
                AFTER_MARKET_AUCTION -> true;
            case CLOSED, PRE_MARKET, PAUSE, CONTINUOUS, MAIN, HALTED, CLOSE_PRICE_ENTRY, CLOSE_PRICE, AFTER_MARKET -> false;
        };
    }
}
