package dev.hoga.core;

import java.util.Arrays;

/**
 * On which days overseas venues have sessions and what those are, in Korean time: tables by country (which a currency names), with
 * daylight saving and holidays. A session is dated by the local day on which it opens; America's ends on the next one in Korea.
 *
 * <p>Source: rules E. Not held: opening and closing auctions of Asia, where trading begins and ends continuously.
 */
final class OverseasCalendar {
    /** In place of minutes: the day has no session. */
    static final int CLOSED = -1;
    /** The most that a session can end earlier than usual. */
    static final int MAX_EARLIER_MINUTES = 240;

    private static final int DAYS_A_WEEK = 7;
    private static final int EPOCH_WEEKDAY = 3;
    private static final int SATURDAY = 5;
    /** The most days that are not like others, of each country. */
    private static final int MAX_DAYS = 4_096;
    private static final int HOUR = 60;
    /** 2024-11-05: Tokyo's afternoon is half an hour longer. */
    private static final int TOKYO_LONGER = 20_032;

    private static final Phase[] AMERICA = {Phase.PRE_MARKET, Phase.CONTINUOUS, Phase.AFTER_MARKET, Phase.CLOSED};
    private static final Phase[] ASIA = {Phase.CONTINUOUS, Phase.PAUSE, Phase.CONTINUOUS, Phase.CLOSED};
    private static final Phase[] ASIAN_MORNING = {Phase.CONTINUOUS, Phase.CLOSED};

    /** The days of each country that are not like others, ascending, with the minutes by which they end earlier. */
    private final int[][] days = new int[Currency.COUNT][0];
    private final int[][] earlier = new int[Currency.COUNT][0];

    /** Why a day cannot be declared, or null. */
    Reject mayDeclare(Currency country, int epochDay, int earlierMinutes) {
        boolean inRange = country != Currency.KRW && epochDay >= 0 && earlierMinutes >= CLOSED && earlierMinutes <= MAX_EARLIER_MINUTES;
        return inRange && days[country.ordinal()].length < MAX_DAYS ? null : Reject.OUT_OF_RANGE;
    }

    /** Says by how many minutes a day's session ends earlier, or that there is none. */
    void declare(Currency country, int epochDay, int earlierMinutes) {
        int of = country.ordinal();
        int at = Arrays.binarySearch(days[of], epochDay);
        if (at < 0) {
            at = -at - 1;
            days[of] = inserted(days[of], at, epochDay);
            earlier[of] = inserted(earlier[of], at, earlierMinutes);
        }
        earlier[of][at] = earlierMinutes;
    }

    private static int[] inserted(int[] old, int at, int value) {
        var more = Arrays.copyOf(old, old.length + 1);
        System.arraycopy(old, at, more, at + 1, old.length - at);
        more[at] = value;
        return more;
    }

    private int earlierMinutes(Currency country, int epochDay) {
        int at = Arrays.binarySearch(days[country.ordinal()], epochDay);
        return at < 0 ? 0 : earlier[country.ordinal()][at];
    }

    boolean opens(Venue venue, int epochDay) {
        return weekday(epochDay) < SATURDAY && earlierMinutes(venue.currency(), epochDay) != CLOSED;
    }

    /** The first day from one on on which a venue opens. */
    int openFrom(Venue venue, int epochDay) {
        int day = epochDay;
        while (!opens(venue, day)) {
            day++;
        }
        return day;
    }

    /** How a day goes at a venue that opens on it. */
    SessionPlan plan(Venue venue, int epochDay) {
        int less = Math.max(0, earlierMinutes(venue.currency(), epochDay));
        return switch (venue.currency()) {
            case USD -> america(isSummer(epochDay) ? HOUR : 0, less);
            case HKD -> asia(10 * HOUR + 30, 13 * HOUR, 14 * HOUR, 17 * HOUR - less);
            case CNY -> asia(10 * HOUR + 30, 12 * HOUR + 30, 14 * HOUR, 16 * HOUR - less);
            case JPY -> asia(9 * HOUR, 11 * HOUR + 30, 12 * HOUR + 30, 15 * HOUR + (epochDay < TOKYO_LONGER ? 0 : 30) - less);
            case VND -> asia(11 * HOUR, 13 * HOUR + 30, 15 * HOUR, 16 * HOUR + 45 - less);
            case KRW -> throw new IllegalArgumentException(venue + " is not overseas");
        };
    }

    private static SessionPlan america(int summer, int less) {
        return SessionPlan.fixed(new int[] {18 * HOUR - summer, 23 * HOUR + 30 - summer, 30 * HOUR - summer - less, 31 * HOUR}, AMERICA);
    }

    /** Where the afternoon would end before it begins, the day ends at noon. */
    private static SessionPlan asia(int opens, int noon, int afternoon, int closes) {
        return closes > afternoon ? SessionPlan.fixed(new int[] {opens, noon, afternoon, closes}, ASIA)
            : SessionPlan.fixed(new int[] {opens, noon}, ASIAN_MORNING);
    }

    private static int weekday(int epochDay) {
        return Math.floorMod(epochDay + EPOCH_WEEKDAY, DAYS_A_WEEK);
    }

    /** Whether America's clocks are an hour ahead: from the second Sunday of March to the first of November. */
    static boolean isSummer(int epochDay) {
        int year = 1970;
        while (firstOfMarch(year + 1) <= epochDay) {
            year++;
        }
        int firstOfNovember = firstOfMarch(year) + 245;
        return epochDay >= sundayFrom(firstOfMarch(year)) + DAYS_A_WEEK && epochDay < sundayFrom(firstOfNovember);
    }

    private static int firstOfMarch(int year) {
        return 365 * (year - 1970) + year / 4 - year / 100 + year / 400 - 477 + 59;
    }

    private static int sundayFrom(int epochDay) {
        return epochDay + DAYS_A_WEEK - 1 - weekday(epochDay);
    }

    void write(StateWriter out) {
        for (int country = 0; country < Currency.COUNT; country++) {
            out.putLong(days[country].length);
            for (int at = 0; at < days[country].length; at++) {
                out.putLong(days[country][at]);
                out.putLong(earlier[country][at]);
            }
        }
    }

    void read(StateReader in) {
        for (int country = 0; country < Currency.COUNT; country++) {
            int count = (int) in.getLong();
            for (int at = 0; at < count; at++) {
                declare(Currency.of(country), (int) in.getLong(), (int) in.getLong());
            }
        }
    }
}
