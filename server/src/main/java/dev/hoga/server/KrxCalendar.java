package dev.hoga.server;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The weekdays on which KRX does not trade, and those on which it keeps other hours. Source: calendar.csv, special-sessions.csv. */
final class KrxCalendar {
    /** When the regular session opens on most days. Source: KRX Business Regulation art. 5. */
    private static final LocalTime OPENING = LocalTime.of(9, 0);

    /** A day whose regular session opens and closes later than on most. */
    record OtherHours(LocalDate date, int openLaterMinutes, int closeLaterMinutes) {
    }

    private final TreeSet<LocalDate> holidays;
    private final TreeMap<LocalDate, OtherHours> otherHours;

    private KrxCalendar(TreeSet<LocalDate> holidays, TreeMap<LocalDate, OtherHours> otherHours) {
        this.holidays = holidays;
        this.otherHours = otherHours;
    }

    /** The calendar that comes with this release. */
    static KrxCalendar bundled() {
        var holidays = new TreeSet<LocalDate>();
        for (List<String> row : FactTable.read("calendar.csv", "date", "name")) {
            holidays.add(LocalDate.parse(row.getFirst()));
        }
        var otherHours = new TreeMap<LocalDate, OtherHours>();
        for (List<String> row : FactTable.read("special-sessions.csv", "date", "openLaterMinutes", "closeLaterMinutes", "name")) {
            LocalDate date = LocalDate.parse(row.getFirst());
            otherHours.put(date, new OtherHours(date, Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2))));
        }
        return new KrxCalendar(holidays, otherHours);
    }

    /** In ascending order. */
    Iterable<LocalDate> holidays() {
        return holidays;
    }

    /** In ascending order. */
    Collection<OtherHours> otherHours() {
        return otherHours.values();
    }

    /** When the regular session of a trading day opens. */
    LocalTime opening(LocalDate tradingDay) {
        OtherHours hours = otherHours.get(tradingDay);
        return hours == null ? OPENING : OPENING.plusMinutes(hours.openLaterMinutes());
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
