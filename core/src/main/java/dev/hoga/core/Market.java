package dev.hoga.core;

/** The board an instrument is listed on; it decides the transaction tax. Gold has a market of its own. */
public enum Market {
    KOSPI, KOSDAQ, GOLD,
    /** None of them: what is listed overseas, where its {@link Venue} says more. */
    OVERSEAS;

    private static final Market[] VALUES = values();
    static final int COUNT = VALUES.length;

    public static Market of(int ordinal) {
        return VALUES[ordinal];
    }
}
