package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
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
