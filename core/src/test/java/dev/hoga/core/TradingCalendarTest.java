package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TradingCalendarTest {

    @Test
    void knowsWeekendsAndMidnightsOfTwoCenturies() {
        var calendar = new TradingCalendar();
        LocalDate end = LocalDate.of(2200, 1, 1);
        for (LocalDate date = LocalDate.of(1989, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
            int day = Math.toIntExact(date.toEpochDay());
            boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
            assertEquals(!weekend, calendar.isTradingDay(day), date.toString());
            assertEquals(NaiveClock.millis(date, LocalTime.MIDNIGHT), TradingCalendar.startMs(day), date.toString());
            assertEquals(day, TradingCalendar.day(TradingCalendar.startMs(day)));
            assertEquals(day - 1, TradingCalendar.day(TradingCalendar.startMs(day) - 1));
        }
        assertEquals(TradingCalendar.END_MS, NaiveClock.millis(end, LocalTime.MIDNIGHT));
    }

    @Test
    void findsTheNextTradingDayPastHolidaysInAnyOrder() {
        long seed = Seeds.first(5);
        var random = new Random(seed);
        var calendar = new TradingCalendar();
        var holidays = new TreeSet<Integer>();
        for (int i = 0; i < 1_000; i++) {
            int day = 20_000 + random.nextInt(2_000);
            assertEquals(holidays.add(day), calendar.declareHoliday(day), "seed " + seed);
        }
        var state = new ListState();
        calendar.write(state);
        var copy = new TradingCalendar();
        copy.read(state);
        for (int day = 20_000; day < 22_000; day++) {
            int next = day;
            while (holidays.contains(next) || LocalDate.ofEpochDay(next).getDayOfWeek().getValue() > 5) {
                next++;
            }
            assertEquals(next, calendar.tradingDayFrom(day), "seed " + seed);
            assertEquals(next, copy.tradingDayFrom(day), "seed " + seed);
        }
    }

    @Test
    void keepsTheHoursOfDaysDeclaredInAnyOrderTheLastWordCounting() {
        long seed = Seeds.first(6);
        var random = new Random(seed);
        var calendar = new TradingCalendar();
        var hours = new HashMap<Integer, int[]>();
        for (int i = 0; i < 200; i++) {
            int day = 21_000 + random.nextInt(300);
            int[] later = {random.nextInt(121), random.nextInt(121)};
            calendar.declareHours(day, later[0], later[1]);
            hours.put(day, later);
        }
        var state = new ListState();
        calendar.write(state);
        var copy = new TradingCalendar();
        copy.read(state);
        for (TradingCalendar each : List.of(calendar, copy)) {
            for (int day = 21_000; day < 21_300; day++) {
                int[] later = hours.getOrDefault(day, new int[2]);
                SessionPlan plan = each.plan(Venue.KRX, day);
                assertEquals((9 * 60 + later[0]) * 60_000L, plan.startMs(2), "seed " + seed);
                assertEquals((15 * 60 + 20 + later[1]) * 60_000L, plan.startMs(3), "seed " + seed);
            }
        }
    }

    @Test
    void refusesHoursOfDaysThatHaveBegunAndHoursThatNoDayKeeps() {
        var calendar = new TradingCalendar();
        assertNull(calendar.mayDeclareHours(20_001, 120, 0, 20_000));
        assertEquals(Reject.OUT_OF_RANGE, calendar.mayDeclareHours(20_000, 60, 60, 20_000));
        assertEquals(Reject.OUT_OF_RANGE, calendar.mayDeclareHours(20_001, 121, 0, 20_000));
        assertEquals(Reject.OUT_OF_RANGE, calendar.mayDeclareHours(20_001, 0, 121, 20_000));
        assertEquals(Reject.OUT_OF_RANGE, calendar.mayDeclareHours(20_001, -1, 0, 20_000));
        assertEquals(Reject.OUT_OF_RANGE, calendar.mayDeclareHours(20_001, 0, -1, 20_000));
        assertEquals(Reject.OUT_OF_RANGE, calendar.mayDeclareHours(Integer.MAX_VALUE, 0, 0, 20_000));
        assertEquals(Reject.OUT_OF_RANGE, calendar.mayDeclareHours(-1, 0, 0, Integer.MIN_VALUE));
        int day = 20_001;
        while (calendar.mayDeclareHours(day, 0, 0, 20_000) == null) {
            calendar.declareHours(day++, 0, 0);
        }
        assertEquals(4_096, day - 20_001);
    }

    @Test
    void takesNoMoreHolidaysThanItHasRoomFor() {
        var calendar = new TradingCalendar();
        int day = 20_000;
        while (calendar.mayDeclareHoliday(day, 0) == null) {
            calendar.declareHoliday(day++);
        }
        assertEquals(4_096, day - 20_000);
        assertTrue(calendar.isTradingDay(calendar.tradingDayFrom(20_000)));
    }

    @Test
    void refusesHolidaysThatHaveBegunOrLieBeyondTheCalendar() {
        var calendar = new TradingCalendar();
        assertEquals(Reject.OUT_OF_RANGE, calendar.mayDeclareHoliday(20_000, 20_000));
        assertNull(calendar.mayDeclareHoliday(20_001, 20_000));
        assertEquals(Reject.OUT_OF_RANGE, calendar.mayDeclareHoliday(-1, Integer.MIN_VALUE));
        assertEquals(Reject.OUT_OF_RANGE, calendar.mayDeclareHoliday(Integer.MAX_VALUE, 20_000));
        assertFalse(calendar.isTradingDay(20_778));
    }
}
