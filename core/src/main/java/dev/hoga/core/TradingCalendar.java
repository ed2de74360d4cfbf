package dev.hoga.core;

import java.util.Arrays;

/**
 * Days and times of the exchange, in Korean time (nine hours ahead of UTC, no daylight saving). Weekends and declared
 * holidays are no trading days; declared days open and close later than others. Source: KRX Business Regulation art. 5.
 */
final class TradingCalendar {
    static final long DAY_MS = 86_400_000L;
    private static final long KST_OFFSET_MS = 9 * 3_600_000L;
    /**
     * When a business day begins, since midnight: half an hour after the last American session has ended and half an hour before
     * the first Korean one begins. A night's American session so belongs to the day on which it began.
     */
    static final long DAY_BEGINS_MS = 7 * 3_600_000L + 30 * 60_000L;
    private static final int DAYS_A_WEEK = 7;
    /** 1970-01-01 was a Thursday: with this, Saturday is 5 and Sunday 6. */
    private static final int EPOCH_WEEKDAY = 3;
    private static final int THURSDAY = 3;
    private static final int SATURDAY = 5;
    private static final int DAYS_FROM_0000_03_01 = 719_468;
    private static final int DAYS_OF_400_YEARS = 146_097;

    /** The most holidays, and the most days with other hours. */
    private static final int MAX_HOLIDAYS = 4_096;
    /** 2199-12-31. */
    private static final int LAST_DAY = 84_005;
    /** The clock cannot be set to this or later. */
    static final long END_MS = startMs(LAST_DAY + 1);

    private int[] holidays = new int[64];
    private int holidayCount;
    private int[] lateDays = new int[16];
    private int[] openLaterMinutes = new int[16];
    private int[] closeLaterMinutes = new int[16];
    private int lateDayCount;

    /** The Korean calendar day of a market time, days since 1970-01-01. */
    static int day(long marketMs) {
        return Math.toIntExact(Math.floorDiv(marketMs + KST_OFFSET_MS, DAY_MS));
    }

    /** Midnight in Korea at the start of a day. */
    static long startMs(int epochDay) {
        return epochDay * DAY_MS - KST_OFFSET_MS;
    }

    /** The business day of a market time: the calendar day on which it began, days since 1970-01-01. */
    static int businessDay(long marketMs) {
        return day(marketMs - DAY_BEGINS_MS);
    }

    /** When a business day begins. */
    static long businessStartMs(int epochDay) {
        return startMs(epochDay) + DAY_BEGINS_MS;
    }

    /**
     * Why a day cannot be declared a holiday, or null: it has begun already, lies beyond what a date can say, or there are
     * too many.
     */
    Reject mayDeclareHoliday(int epochDay, int tradingDate) {
        boolean inRange = epochDay > tradingDate && epochDay >= 0 && epochDay <= LAST_DAY;
        return inRange && holidayCount < MAX_HOLIDAYS ? null : Reject.OUT_OF_RANGE;
    }

    /** Adds a holiday; false where it was one already. */
    boolean declareHoliday(int epochDay) {
        int at = Arrays.binarySearch(holidays, 0, holidayCount, epochDay);
        if (at >= 0) {
            return false;
        }
        if (holidayCount == holidays.length) {
            holidays = Arrays.copyOf(holidays, holidayCount * 2);
        }
        int insertAt = -at - 1;
        System.arraycopy(holidays, insertAt, holidays, insertAt + 1, holidayCount - insertAt);
        holidays[insertAt] = epochDay;
        holidayCount++;
        return true;
    }

    /** Why a day cannot be given other hours, or null. */
    Reject mayDeclareHours(int epochDay, int openLater, int closeLater, int tradingDate) {
        boolean inRange = epochDay > tradingDate && epochDay >= 0 && epochDay <= LAST_DAY
            && openLater >= 0 && openLater <= SessionPlan.MAX_LATER_MINUTES
            && closeLater >= 0 && closeLater <= SessionPlan.MAX_LATER_MINUTES;
        return inRange && lateDayCount < MAX_HOLIDAYS ? null : Reject.OUT_OF_RANGE;
    }

    /** Says how many minutes later than usual a day opens and closes. */
    void declareHours(int epochDay, int openLater, int closeLater) {
        int at = Arrays.binarySearch(lateDays, 0, lateDayCount, epochDay);
        if (at < 0) {
            at = -at - 1;
            insertLateDay(at, epochDay);
        }
        openLaterMinutes[at] = openLater;
        closeLaterMinutes[at] = closeLater;
    }

    private void insertLateDay(int at, int epochDay) {
        if (lateDayCount == lateDays.length) {
            lateDays = Arrays.copyOf(lateDays, lateDayCount * 2);
            openLaterMinutes = Arrays.copyOf(openLaterMinutes, lateDayCount * 2);
            closeLaterMinutes = Arrays.copyOf(closeLaterMinutes, lateDayCount * 2);
        }
        System.arraycopy(lateDays, at, lateDays, at + 1, lateDayCount - at);
        System.arraycopy(openLaterMinutes, at, openLaterMinutes, at + 1, lateDayCount - at);
        System.arraycopy(closeLaterMinutes, at, closeLaterMinutes, at + 1, lateDayCount - at);
        lateDays[at] = epochDay;
        lateDayCount++;
    }

    /** How a trading date goes at a venue. */
    SessionPlan plan(Venue venue, int epochDay) {
        int at = Arrays.binarySearch(lateDays, 0, lateDayCount, epochDay);
        return at < 0
            ? SessionPlan.of(venue, epochDay, 0, 0)
            : SessionPlan.of(venue, epochDay, openLaterMinutes[at], closeLaterMinutes[at]);
    }

    boolean isTradingDay(int epochDay) {
        return Math.floorMod(epochDay + EPOCH_WEEKDAY, DAYS_A_WEEK) < SATURDAY
            && Arrays.binarySearch(holidays, 0, holidayCount, epochDay) < 0;
    }

    /** The first trading day on or after a day. */
    int tradingDayFrom(int epochDay) {
        int day = epochDay;
        while (!isTradingDay(day)) {
            day++;
        }
        return day;
    }

    /** Whether index options and futures expire: on the second Thursday of a month, or the trading day before it. */
    boolean isExpiry(int epochDay) {
        int day = epochDay;
        while (Math.floorMod(day + EPOCH_WEEKDAY, DAYS_A_WEEK) != THURSDAY) {
            day++;
        }
        int dayOfMonth = dayOfMonth(day);
        boolean second = dayOfMonth > DAYS_A_WEEK && dayOfMonth <= 2 * DAYS_A_WEEK;
        return second && tradingDayBefore(day + 1) == epochDay;
    }

    /** The day of its month, counted in months that begin with March, so that the leap day is the last of a year. */
    private static int dayOfMonth(int epochDay) {
        int sinceMarch0 = epochDay + DAYS_FROM_0000_03_01;
        int ofEra = Math.floorMod(sinceMarch0, DAYS_OF_400_YEARS);
        int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int month = (5 * ofYear + 2) / 153;
        return ofYear - (153 * month + 2) / 5 + 1;
    }

    /** The last trading day before a day. */
    int tradingDayBefore(int epochDay) {
        int day = epochDay - 1;
        while (!isTradingDay(day)) {
            day--;
        }
        return day;
    }

    void write(StateWriter out) {
        out.putLong(holidayCount);
        for (int i = 0; i < holidayCount; i++) {
            out.putLong(holidays[i]);
        }
        out.putLong(lateDayCount);
        for (int i = 0; i < lateDayCount; i++) {
            out.putLong(lateDays[i]);
            out.putLong(openLaterMinutes[i]);
            out.putLong(closeLaterMinutes[i]);
        }
    }

    void read(StateReader in) {
        int count = (int) in.getLong();
        for (int i = 0; i < count; i++) {
            declareHoliday((int) in.getLong());
        }
        int late = (int) in.getLong();
        for (int i = 0; i < late; i++) {
            declareHours((int) in.getLong(), (int) in.getLong(), (int) in.getLong());
        }
    }
}
