package dev.hoga.core;

/** What the market is said to have done before an instrument's first day here. The same arguments give the same days. */
public interface PastMarket {
    /** Nothing is said of it. */
    PastMarket UNKNOWN = (code, kind, leverage, listedShares, firstBaseWon, before, below, out) -> { };

    /** The exchange's dates. */
    interface Dates {
        /** The first date that is no longer said but lived, days since 1970-01-01. */
        int firstDate();

        int tradingDayBefore(int date);

        /** Midnight in Korea at the start of a date. */
        long startMs(int date);
    }

    /**
     * Copies the days of an instrument before a date, the newest first, as far as there is room. The newest of them closes at
     * the first base price. A day's place is its date.
     */
    void copyDays(long code, InstrumentKind kind, int leverage, long listedShares, long firstBaseWon, Dates before, int below,
        Bars out);
}
