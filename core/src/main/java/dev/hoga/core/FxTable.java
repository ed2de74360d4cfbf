package dev.hoga.core;

import java.util.Arrays;

/**
 * Rates of exchange, dated: won for so many of a currency as {@link Currency#quoteUnit} says, in 1/10,000 won. A new trading date
 * begins with the last one's rate; while there are participants it is moved by a draw from the seed, at most
 * {@value #MOST_MOVE_PER_MILLE} per mille, and drawn a little back to the rate that was set last. Modelled.
 */
final class FxTable {
    /** The highest rate: a million won. */
    static final long MAX_RATE = 10_000_000_000L;
    static final long RATE_UNITS = 10_000;
    /** How many dates are kept. */
    static final int DATES = 64;
    static final int MOST_MOVE_PER_MILLE = 6;

    private static final long THOUSAND = 1_000;
    private static final int COMES_BACK_PART = 40;
    /** Sets the draws apart from those of auctions. */
    private static final long DRAW = 1L << 40;

    private final long[] rate = new long[Currency.COUNT];
    private final long[] anchor = new long[Currency.COUNT];
    private int[] dates = new int[0];
    /** By date, then currency. */
    private long[] past = new long[0];

    /** The rate now, 0 where none is known. */
    long rate(Currency currency) {
        return rate[currency.ordinal()];
    }

    /** The rate with which a date ended, or now's; 0 where it is not kept. */
    long rate(Currency currency, int date, int today) {
        if (date >= today) {
            return rate(currency);
        }
        int at = Arrays.binarySearch(dates, date);
        return at < 0 ? 0 : past[at * Currency.COUNT + currency.ordinal()];
    }

    static boolean isRate(long value) {
        return value > 0 && value <= MAX_RATE;
    }

    void set(Currency currency, long newRate) {
        rate[currency.ordinal()] = newRate;
        anchor[currency.ordinal()] = newRate;
    }

    /** What so many minimal units are worth in won, rounded down. */
    long won(Currency currency, long amount) {
        long scale = scale(currency);
        long here = rate(currency);
        return Math.addExact(Math.multiplyExact(Math.floorDiv(amount, scale), here), Math.floorMod(amount, scale) * here / scale);
    }

    /** How many minimal units won are worth, rounded down; there must be a rate. */
    long foreign(Currency currency, long won) {
        long scale = scale(currency);
        long here = rate(currency);
        return Math.addExact(Math.multiplyExact(won / here, scale), won % here * scale / here);
    }

    private static long scale(Currency currency) {
        return RATE_UNITS * currency.minimalUnits() * currency.quoteUnit();
    }

    /** Ends a date and moves the rates. @param moves whether they do */
    void startDay(int endingDate, boolean moves, long seed) {
        keep(endingDate);
        for (int currency = 1; currency < Currency.COUNT && moves; currency++) {
            long draw = SessionPlan.drawnMs(seed, endingDate, DRAW + currency) - SessionPlan.RANDOM_END_MS / 2;
            long move = rate[currency] * MOST_MOVE_PER_MILLE / THOUSAND * draw / (SessionPlan.RANDOM_END_MS / 2);
            rate[currency] += move + (anchor[currency] - rate[currency]) / COMES_BACK_PART;
        }
    }

    private void keep(int date) {
        int from = dates.length == DATES ? 1 : 0;
        int kept = dates.length - from;
        dates = Arrays.copyOf(Arrays.copyOfRange(dates, from, dates.length), kept + 1);
        past = Arrays.copyOf(Arrays.copyOfRange(past, from * Currency.COUNT, past.length), (kept + 1) * Currency.COUNT);
        dates[kept] = date;
        System.arraycopy(rate, 0, past, kept * Currency.COUNT, Currency.COUNT);
    }

    void write(StateWriter out) {
        out.putLongs(rate, 0, rate.length);
        out.putLongs(anchor, 0, anchor.length);
        out.putLong(dates.length);
        for (int date : dates) {
            out.putLong(date);
        }
        out.putLongs(past, 0, past.length);
    }

    void read(StateReader in) {
        in.getLongs(rate, 0, rate.length);
        in.getLongs(anchor, 0, anchor.length);
        dates = new int[(int) in.getLong()];
        for (int at = 0; at < dates.length; at++) {
            dates[at] = (int) in.getLong();
        }
        past = new long[dates.length * Currency.COUNT];
        in.getLongs(past, 0, past.length);
    }
}
