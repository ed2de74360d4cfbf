package dev.hoga.core;

/** What an instrument is; it decides the tick table, the price limits and the tax. */
public enum InstrumentKind {
    STOCK, ETF;

    private static final InstrumentKind[] VALUES = values();

    public static InstrumentKind of(int ordinal) {
        return VALUES[ordinal];
    }
}
