package dev.hoga.core;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The market's time as the naive exchange keeps it: one thing after the other, with no bound on the work. */
final class NaiveClock {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    static final LocalTime OPEN = LocalTime.of(9, 0);
    static final LocalTime CLOSE = LocalTime.of(15, 30);

    /** What the exchange does as the day goes on. */
    interface Day {
        void dateBegins(LocalDate date);

        void opens();

        void closes();

        void rolls(LocalDate nextDate);
    }

    private enum Next { OPEN, CLOSE, ROLL }

    final Set<LocalDate> holidays = new HashSet<>();
    /** Minutes by which days open and close later than others. */
    final Map<LocalDate, int[]> hours = new HashMap<>();
    private final Day day;
    boolean started;
    boolean open;
    LocalDate date = LocalDate.EPOCH;
    long hostMs;
    long nowMs;
    private Next next;
    private long anchorHostMs;
    private long anchorMarketMs;
    private int speed = 1;
    private boolean frozen = true;

    NaiveClock(Day day) {
        this.day = day;
    }

    static long millis(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(SEOUL).toInstant().toEpochMilli();
    }

    static LocalDate dayOf(long marketMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(marketMs), SEOUL);
    }

    boolean isTradingDay(LocalDate someDay) {
        return someDay.getDayOfWeek() != DayOfWeek.SATURDAY && someDay.getDayOfWeek() != DayOfWeek.SUNDAY
            && !holidays.contains(someDay);
    }

    LocalDate tradingDayFrom(LocalDate someDay) {
        return isTradingDay(someDay) ? someDay : tradingDayFrom(someDay.plusDays(1));
    }

    private long clockMs() {
        return frozen ? anchorMarketMs : anchorMarketMs + (hostMs - anchorHostMs) * speed;
    }

    void anchor(long marketMs) {
        anchorHostMs = hostMs;
        anchorMarketMs = marketMs;
    }

    void advance(long newHostMs) {
        hostMs = Math.max(hostMs, newHostMs);
        if (started) {
            runTo(clockMs());
        }
    }

    /** Lets all happen that is due up to a market time. */
    void runTo(long targetMs) {
        while (dueMs() <= targetMs) {
            nowMs = Math.max(nowMs, dueMs());
            switch (next) {
                case OPEN -> {
                    next = Next.CLOSE;
                    open = true;
                    day.opens();
                }
                case CLOSE -> {
                    next = Next.ROLL;
                    open = false;
                    day.closes();
                }
                case ROLL -> {
                    next = Next.OPEN;
                    date = tradingDayFrom(dayOf(nowMs));
                    day.rolls(date);
                    day.dateBegins(date);
                }
            }
        }
        nowMs = Math.max(nowMs, targetMs);
    }

    private long dueMs() {
        return switch (next) {
            case OPEN -> millis(date, OPEN);
            case CLOSE -> millis(date, CLOSE);
            case ROLL -> millis(date.plusDays(1), LocalTime.MIDNIGHT);
        };
    }

    void start(long marketMs, int newSpeed, boolean stand) {
        started = true;
        nowMs = marketMs;
        anchor(marketMs);
        speed = newSpeed;
        frozen = stand;
        next = Next.OPEN;
        date = tradingDayFrom(dayOf(marketMs));
        day.dateBegins(date);
        runTo(marketMs);
    }

    void jump(long marketMs) {
        runTo(marketMs);
        anchor(nowMs);
    }

    void speed(int newSpeed) {
        anchor(clockMs());
        speed = newSpeed;
    }

    void frozen(boolean stand) {
        anchor(clockMs());
        frozen = stand;
    }

    void resume(long newHostMs) {
        hostMs = Math.max(hostMs, newHostMs);
        anchor(nowMs);
    }
}
