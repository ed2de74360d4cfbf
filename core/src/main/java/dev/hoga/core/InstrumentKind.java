package dev.hoga.core;

/** What an instrument is; it decides where it is traded, the tick table, the price limits, the tax and when it is settled. */
public enum InstrumentKind {
    STOCK(Venue.KRX, 0), ETF(Venue.KRX, 0),
    /** Gold that is kept in bars of a kilogram, quoted and ordered by the gram. */
    GOLD(Venue.GOLD, 1_000),
    /** The same in bars of 100 grams. */
    MINI_GOLD(Venue.GOLD, 100);

    private static final InstrumentKind[] VALUES = values();
    private final Venue venue;
    private final long barGrams;

    InstrumentKind(Venue venue, long barGrams) {
        this.venue = venue;
        this.barGrams = barGrams;
    }

    public static InstrumentKind of(int ordinal) {
        return VALUES[ordinal];
    }

    /** Where it is traded. */
    public Venue venue() {
        return venue;
    }

    /** Whether its quantities are grams of gold: then it needs a gold account, is settled at once and is never interrupted. */
    public boolean gold() {
        return barGrams != 0;
    }

    /** What a bar of it weighs, 0 for what is not gold. */
    public long barGrams() {
        return barGrams;
    }
}
