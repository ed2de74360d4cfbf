package dev.hoga.gateway;

import dev.hoga.core.Bars;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** What the days of a chart are put together to. */
public enum BarPeriod {
    DAY, WEEK, MONTH, YEAR;

    private static final int HUNDRED = 100;

    /** Days with the same number are of one bar. Weeks begin with Monday. */
    private int group(int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        return switch (this) {
            case DAY -> epochDay;
            case WEEK -> day.get(IsoFields.WEEK_BASED_YEAR) * HUNDRED + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> day.getYear() * HUNDRED + day.getMonthValue();
            case YEAR -> day.getYear();
        };
    }

    /**
     * Puts days together, the newest first, and adds those bars that fit.
     *
     * @param below only bars whose place is below it; a bar's place is its first day, its time that of its last one
     */
    public void merge(Bars days, int below, Bars out) {
        for (int last = 0; last < days.count() && !out.full(); ) {
            int first = last;
            while (first + 1 < days.count() && group(days.place(first + 1)) == group(days.place(last))) {
                first++;
            }
            if (days.place(first) < below) {
                merge(days, first, last, out);
            }
            last = first + 1;
        }
    }

    /** @param first the oldest day of the bar @param last the newest, which stands before it */
    private static void merge(Bars days, int first, int last, Bars out) {
        long openWon = 0;
        long highWon = 0;
        long lowWon = 0;
        long volumeShares = 0;
        long turnoverWon = 0;
        for (int day = last; day <= first; day++) {
            if (days.openWon(day) != 0) {
                openWon = days.openWon(day);
                highWon = Math.max(highWon, days.highWon(day));
                lowWon = lowWon == 0 ? days.lowWon(day) : Math.min(lowWon, days.lowWon(day));
            }
            volumeShares += days.volumeShares(day);
            turnoverWon += days.turnoverWon(day);
        }
        out.add(days.place(first), days.timeMs(last), days.baseWon(first), openWon, highWon, lowWon, days.closeWon(last), volumeShares,
            turnoverWon);
    }
}
