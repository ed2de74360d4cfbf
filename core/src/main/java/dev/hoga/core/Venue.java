package dev.hoga.core;

/** Where an order is sent. Only {@link #KRX} matches yet; the others are refused with {@link Reject#VENUE_NOT_OPEN}. */
public enum Venue {
    KRX, NXT, SOR;

    static final Venue[] ALL = values();
    /** How many there are. */
    static final int COUNT = ALL.length;

    public static Venue of(int ordinal) {
        return ALL[ordinal];
    }
}
