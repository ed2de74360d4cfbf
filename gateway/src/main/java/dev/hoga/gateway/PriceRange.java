package dev.hoga.gateway;

import dev.hoga.core.Bars;
import dev.hoga.core.BrokerageView;
import java.time.LocalDate;

/**
 * The highest and the lowest price of some dates, the trading date among them, and when each was reached last; all 0 where nothing traded.
 *
 * @param highDate days since 1970-01-01
 * @param lowDate the same
 */
public record PriceRange(long highWon, int highDate, long lowWon, int lowDate) {
    /** More dates than a year has. */
    private static final int MOST_DATES = 270;
    private static final int WEEKS = 52;

    /**
     * The ranges that both brokers tell of, and what the date before the trading date was like.
     *
     * @param last250 of the newest 250 dates
     * @param year of the calendar year
     * @param weeks52 of 52 weeks
     */
    public record Ranges(PriceRange last250, PriceRange year, PriceRange weeks52, DayBefore dayBefore) {
    }

    /** Prices of the date before the trading date; all 0 without one. */
    public record DayBefore(long openWon, long highWon, long lowWon, long closeWon) {
    }

    /** A year's dates are looked at. */
    public static Ranges read(BrokerageView view, int id) {
        var days = new Bars(MOST_DATES);
        view.copyDayBars(id, Integer.MAX_VALUE, days);
        int today = view.tradingDate();
        LocalDate date = LocalDate.ofEpochDay(today);
        int previous = days.count() > 0 && days.place(0) == today ? 1 : 0;
        var before = previous < days.count()
            ? new DayBefore(days.openWon(previous), days.highWon(previous), days.lowWon(previous), days.closeWon(previous))
            : new DayBefore(0, 0, 0, 0);
        return new Ranges(of(days, 250, 0), of(days, MOST_DATES, (int) date.withDayOfYear(1).toEpochDay()),
            of(days, MOST_DATES, (int) date.minusWeeks(WEEKS).toEpochDay()), before);
    }

    /** Of so many of the newest days at most, none of which is before a date. */
    static PriceRange of(Bars days, int most, int from) {
        long highWon = 0;
        int highDate = 0;
        long lowWon = 0;
        int lowDate = 0;
        for (int day = 0; day < Math.min(most, days.count()) && days.place(day) >= from; day++) {
            // A day without a trade has no prices.
            if (days.openWon(day) > 0 && days.highWon(day) > highWon) {
                highWon = days.highWon(day);
                highDate = days.place(day);
            }
            if (days.openWon(day) > 0 && (lowWon == 0 || days.lowWon(day) < lowWon)) {
                lowWon = days.lowWon(day);
                lowDate = days.place(day);
            }
        }
        return new PriceRange(highWon, highDate, lowWon, lowDate);
    }

    /** {@code yyyyMMdd}; empty where nothing traded. */
    public String highDay() {
        return highDate == 0 ? "" : KoreanTime.date(highDate);
    }

    public String lowDay() {
        return lowDate == 0 ? "" : KoreanTime.date(lowDate);
    }

    /** How far a price is above or below the highest, in hundredths of a percent of it. */
    public long fromHighHundredths(long priceWon) {
        return highWon == 0 ? 0 : Rates.hundredths(priceWon - highWon, highWon);
    }

    public long fromLowHundredths(long priceWon) {
        return lowWon == 0 ? 0 : Rates.hundredths(priceWon - lowWon, lowWon);
    }
}
