package dev.hoga.gateway;

import dev.hoga.core.Bars;

/**
 * The highest and the lowest level of an index over the days that were lived here from a date on, the trading date included.
 * Without any day the last level stands for both, on the trading date.
 *
 * @param highDay days since 1970-01-01
 * @param lowDay days since 1970-01-01
 */
public record LevelRange(long high, int highDay, long low, int lowDay) {
    private static final int MOST_DAYS = 366;

    /** Room for the days of a year, to be filled by the core, the newest first. */
    public static Bars room() {
        return new Bars(MOST_DAYS);
    }

    /** @param days the newest first @param from the first day that counts */
    public static LevelRange of(Bars days, int from, long level, int tradingDate) {
        long high = 0;
        int highDay = tradingDate;
        long low = Long.MAX_VALUE;
        int lowDay = tradingDate;
        for (int bar = 0; bar < days.count() && days.place(bar) >= from; bar++) {
            boolean quiet = days.openWon(bar) == 0;
            long barHigh = quiet ? days.closeWon(bar) : days.highWon(bar);
            long barLow = quiet ? days.closeWon(bar) : days.lowWon(bar);
            if (barHigh > high) {
                high = barHigh;
                highDay = days.place(bar);
            }
            if (barLow < low) {
                low = barLow;
                lowDay = days.place(bar);
            }
        }
        return high == 0 ? new LevelRange(level, tradingDate, level, tradingDate) : new LevelRange(high, highDay, low, lowDay);
    }
}
