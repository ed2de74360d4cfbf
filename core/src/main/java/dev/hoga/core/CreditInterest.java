package dev.hoga.core;

/**
 * Interest on margin loans: simple, by the day, each day at the rate of its band of the holding time, rounded down to the won.
 * Source: rules D6, a broker's published bands; whether a longer holding raises the rate of its first days, too, differs from
 * broker to broker.
 */
final class CreditInterest {
    /** The last day of each band, and its rate a year in hundredths of a percent. */
    private static final int[] LAST_DAYS = {7, 15, 90, Integer.MAX_VALUE};
    private static final long[] RATES = {750, 850, 900, 950};
    private static final long YEAR_AND_RATE_UNITS = 365 * 10_000L;

    private CreditInterest() {
    }

    /** What a loan costs that is paid back after so many days. */
    static long won(long loanWon, int days) {
        long rateDays = 0;
        int from = 0;
        for (int band = 0; from < days; band++) {
            int to = Math.min(days, LAST_DAYS[band]);
            rateDays += (to - from) * RATES[band];
            from = to;
        }
        return loanWon / YEAR_AND_RATE_UNITS * rateDays + loanWon % YEAR_AND_RATE_UNITS * rateDays / YEAR_AND_RATE_UNITS;
    }
}
