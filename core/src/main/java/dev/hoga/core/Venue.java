package dev.hoga.core;

/**
 * Where an order is sent. {@link #KRX} and {@link #GOLD}, its market of gold, match yet; the others are refused with
 * {@link Reject#VENUE_NOT_OPEN}.
 */
public enum Venue {
    KRX, NXT, SOR, GOLD;

    static final Venue[] ALL = values();
    /** How many there are. */
    static final int COUNT = ALL.length;

    public static Venue of(int ordinal) {
        return ALL[ordinal];
    }
}
