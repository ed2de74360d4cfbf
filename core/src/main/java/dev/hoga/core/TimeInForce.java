package dev.hoga.core;

/** What happens to the part of an order that does not fill on receipt. Source: Enforcement Rule art. 13(3). */
public enum TimeInForce {
    /** Rests to the end of the trading date. */
    DAY,
    /** Immediate or cancel: the rest is cancelled. */
    IOC,
    /** Fill or kill: all of it at once, or nothing. */
    FOK,
    /** Rests to the end of NXT's pre-market (GTP, from 2026-09-14). */
    PRE_MARKET;

    private static final TimeInForce[] VALUES = values();

    public static TimeInForce of(int ordinal) {
        return VALUES[ordinal];
    }
}
