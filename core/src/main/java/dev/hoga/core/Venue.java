package dev.hoga.core;

/** Where an order is sent. Only {@link #KRX} matches yet; the others are refused with {@link Reject#VENUE_NOT_OPEN}. */
public enum Venue {
    KRX, NXT, SOR;

    private static final Venue[] VALUES = values();

    public static Venue of(int ordinal) {
        return VALUES[ordinal];
    }
}
