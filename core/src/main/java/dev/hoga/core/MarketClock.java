package dev.hoga.core;

/**
 * The market's clock: market time as a line through host time. Milliseconds since the epoch on both sides.
 */
public final class MarketClock {
    /** The highest speed, market seconds per host second: a day in a second. */
    public static final int MAX_SPEED = 86_400;
}
