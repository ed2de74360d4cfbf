package dev.hoga.core;

/** The board an instrument is listed on; it decides the transaction tax. Gold has a market of its own. */
public enum Market {
    KOSPI, KOSDAQ, GOLD;

    private static final Market[] VALUES = values();

    public static Market of(int ordinal) {
        return VALUES[ordinal];
    }
}
