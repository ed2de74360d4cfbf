package dev.hoga.core;

/** Where an order is sent. */
public enum Venue {
    /** The exchange. */
    KRX,
    /** Nextrade, the alternative trading system: a book of its own for the stocks that it trades. */
    NXT,
    /** The broker's own choice of one of them, or of both (smart order routing). */
    SOR;

    static final Venue[] ALL = values();
    /** How many there are. */
    static final int COUNT = ALL.length;

    public static Venue of(int ordinal) {
        return ALL[ordinal];
    }
}
