package dev.hoga.core;

import java.util.Arrays;

/** The trading dates that an instrument, or an index, has lived here, one bar each, the oldest forgotten first. */
final class PastDays {
    /** The most days that are kept: two years of them. */
    static final int DAYS = 512;

    private static final int FIRST_ROOM = 4;
    private static final int RECORD_LONGS = 8;
    private static final int DATE = 0;
    private static final int BASE = 1;
    private static final int OPEN = 2;
    private static final int HIGH = 3;
    private static final int LOW = 4;
    private static final int CLOSE = 5;
    private static final int VOLUME = 6;
    private static final int TURNOVER = 7;
    private static final long[] NOTHING = {};

    private long[] days = NOTHING;
    private int count;

    /** Adds the day that has just ended. */
    void add(int date, Instrument instrument) {
        add(date, instrument.baseWon, instrument.openWon, instrument.highWon, instrument.lowWon, instrument.dayCloseWon(),
            instrument.volumeShares, instrument.turnoverWon);
    }

    /** The same of anything that has prices, or levels. */
    void add(int date, long baseWon, long openWon, long highWon, long lowWon, long closeWon, long volumeShares, long turnoverWon) {
        if (count == DAYS) {
            System.arraycopy(days, RECORD_LONGS, days, 0, (DAYS - 1) * RECORD_LONGS);
            count--;
        }
        if (count * RECORD_LONGS == days.length) {
            days = Arrays.copyOf(days, Math.min(DAYS, Math.max(FIRST_ROOM, count * 2)) * RECORD_LONGS);
        }
        int at = count++ * RECORD_LONGS;
        days[at + DATE] = date;
        days[at + BASE] = baseWon;
        days[at + OPEN] = openWon;
        days[at + HIGH] = highWon;
        days[at + LOW] = lowWon;
        days[at + CLOSE] = closeWon;
        days[at + VOLUME] = volumeShares;
        days[at + TURNOVER] = turnoverWon;
    }

    int count() {
        return count;
    }

    /** The oldest date that is kept; there must be one. */
    int oldestDate() {
        return (int) days[DATE];
    }

    /** The base price of that date. */
    long oldestBaseWon() {
        return days[BASE];
    }

    /** Copies the days before one, the newest first. A day's place is its date. */
    void copy(int below, Bars out) {
        for (int day = count - 1; day >= 0 && !out.full(); day--) {
            int at = day * RECORD_LONGS;
            if (days[at + DATE] < below) {
                int date = (int) days[at + DATE];
                out.add(date, TradingCalendar.startMs(date), days[at + BASE], days[at + OPEN], days[at + HIGH], days[at + LOW],
                    days[at + CLOSE], days[at + VOLUME], days[at + TURNOVER]);
            }
        }
    }

    void write(StateWriter out) {
        out.putLong(count);
        out.putLongs(days, 0, count * RECORD_LONGS);
    }

    void read(StateReader in) {
        count = (int) in.getLong();
        days = new long[Math.max(count, count == 0 ? 0 : FIRST_ROOM) * RECORD_LONGS];
        in.getLongs(days, 0, count * RECORD_LONGS);
    }
}
