package dev.hoga.server;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** The weekdays on which KRX does not trade. Source: calendar.csv. */
final class KrxCalendar {
    private final TreeSet<LocalDate> holidays;

    private KrxCalendar(TreeSet<LocalDate> holidays) {
        this.holidays = holidays;
    }

    /** The calendar that comes with this release. */
    static KrxCalendar bundled() {
        var holidays = new TreeSet<LocalDate>();
        for (List<String> row : FactTable.read("calendar.csv", "date", "name")) {
            holidays.add(LocalDate.parse(row.getFirst()));
        }
        return new KrxCalendar(holidays);
    }

    /** In ascending order. */
    Iterable<LocalDate> holidays() {
        return holidays;
    }

    /** The last year whose holidays are known; after it every weekday counts as a trading day. */
    int lastYear() {
        return holidays.last().getYear();
    }

    boolean isTradingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.contains(date);
    }

    /** This date or the first trading day after it. */
    LocalDate tradingDateFrom(LocalDate date) {
        LocalDate day = date;
        while (!isTradingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
