package dev.hoga.core;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** The market's time as the naive exchange keeps it: one thing after the other, with no bound on the work. */
final class NaiveClock {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    static final LocalTime DAY_BEGINS = LocalTime.of(7, 30);

    /** What the exchange does as the day goes on. */
    interface Day {
        void dateBegins(LocalDate date);

        /** A venue has a new phase; what follows from it comes after all have been told. */
        void saysPhase(Venue venue);

        void turns(Venue venue, Phase before, Phase now);

        void showsExpected();

        void rolls(LocalDate nextDate);

        void interruptionEnds(int share);
    }

    private enum What { KRX, NXT, GOLD, EXPECTED, ROLL, INTERRUPTION, BREAKER }

    /** What is to come; of two at the same time first the one that was known first. */
    private record Due(long timeMs, int sequence, What what, int share) {
    }

    final Set<LocalDate> holidays = new HashSet<>();
    /** Minutes by which days open and close later than others. */
    final Map<LocalDate, int[]> hours = new HashMap<>();
    private final Day day;
    boolean started;
    Phase krx = Phase.CLOSED;
    /** What NXT's plan says. */
    private Phase nxt = Phase.CLOSED;
    private Phase gold = Phase.CLOSED;
    private int krxAt;
    /** The stage of the circuit breaker that the day has seen. */
    int breakerStage;
    private int nxtAt;
    private int goldAt;
    private final PriorityQueue<Due> due =
        new PriorityQueue<>(Comparator.comparingLong(Due::timeMs).thenComparing(Due::sequence));
    private int known;
    LocalDate date = LocalDate.EPOCH;
    long hostMs;
    long nowMs;
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

    /** The business day: it begins at half past seven. */
    static LocalDate businessDayOf(long marketMs) {
        var there = LocalDateTime.ofInstant(Instant.ofEpochMilli(marketMs), SEOUL);
        return there.toLocalTime().isBefore(DAY_BEGINS) ? there.toLocalDate().minusDays(1) : there.toLocalDate();
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
        while (due.element().timeMs <= targetMs) {
            Due first = due.remove();
            nowMs = Math.max(nowMs, first.timeMs);
            switch (first.what) {
                case KRX -> {
                    if (krxAt + 1 == plan(Venue.KRX).count()) {
                        break;
                    }
                    Phase before = krx;
                    krx = plan(Venue.KRX).phase(++krxAt);
                    awaitNext(Venue.KRX, krxAt, What.KRX);
                    day.saysPhase(Venue.KRX);
                    day.turns(Venue.KRX, before, krx);
                }
                case NXT -> {
                    if (nxtAt + 1 == plan(Venue.NXT).count()) {
                        break;
                    }
                    Phase before = phase(Venue.NXT);
                    nxt = plan(Venue.NXT).phase(++nxtAt);
                    awaitNext(Venue.NXT, nxtAt, What.NXT);
                    day.saysPhase(Venue.NXT);
                    day.turns(Venue.NXT, before, phase(Venue.NXT));
                }
                case GOLD -> {
                    if (goldAt + 1 == plan(Venue.GOLD).count()) {
                        break;
                    }
                    Phase before = gold;
                    gold = plan(Venue.GOLD).phase(++goldAt);
                    awaitNext(Venue.GOLD, goldAt, What.GOLD);
                    day.saysPhase(Venue.GOLD);
                    day.turns(Venue.GOLD, before, gold);
                }
                case EXPECTED -> day.showsExpected();
                case INTERRUPTION -> day.interruptionEnds(first.share);
                case BREAKER -> reopen();
                case ROLL -> {
                    date = tradingDayFrom(businessDayOf(nowMs));
                    day.rolls(date);
                    begin(0, false);
                }
            }
        }
        nowMs = Math.max(nowMs, targetMs);
    }

    /** What a venue does; NXT's main market stands still with KRX. */
    Phase phase(Venue venue) {
        if (venue == Venue.GOLD) {
            return gold;
        }
        boolean broken = krx == Phase.HALTED || krx == Phase.REOPENING_AUCTION;
        return venue == Venue.KRX ? krx : broken && nxt == Phase.MAIN ? Phase.HALTED : nxt;
    }

    /** Half a minute before NXT goes on. */
    long nxtReopens(int share) {
        due.add(new Due(nowMs + 30_000, known++, What.INTERRUPTION, share));
        return nowMs + 30_000;
    }

    SessionPlan plan(Venue venue) {
        int[] later = hours.getOrDefault(date, new int[2]);
        return SessionPlan.of(venue, Math.toIntExact(date.toEpochDay()), later[0], later[1]);
    }

    private void await(long timeMs, What what) {
        due.add(new Due(timeMs, known++, what, -1));
    }

    /** Has the so manieth interruption of a share end, and says when. */
    long interruptionEnds(int share, int interruption) {
        long untilMs = nowMs + 120_000 + drawn((share + 1L << 32) + interruption);
        due.add(new Due(untilMs, known++, What.INTERRUPTION, share));
        return untilMs;
    }

    private long drawn(long what) {
        return SessionPlan.drawnMs(0, Math.toIntExact(date.toEpochDay()), what);
    }

    /** The circuit breaker stops the market: for a while, or for the day. */
    void stop(int stage) {
        breakerStage = stage;
        Phase before = krx;
        Phase nxtBefore = phase(Venue.NXT);
        if (stage == 3) {
            krxAt = plan(Venue.KRX).count() - 1;
            krx = Phase.CLOSED;
        } else {
            krx = Phase.HALTED;
            await(nowMs + 20 * 60_000, What.BREAKER);
        }
        if (stage == 3 && nxtAt + 1 < plan(Venue.NXT).count()) {
            nxtAt = plan(Venue.NXT).count() - 1;
            nxt = Phase.CLOSED;
        }
        turnBoth(before, nxtBefore);
    }

    private void turnBoth(Phase krxBefore, Phase nxtBefore) {
        day.saysPhase(Venue.KRX);
        boolean both = phase(Venue.NXT) != nxtBefore;
        if (both) {
            day.saysPhase(Venue.NXT);
        }
        day.turns(Venue.KRX, krxBefore, krx);
        if (both) {
            day.turns(Venue.NXT, nxtBefore, phase(Venue.NXT));
        }
    }

    private void reopen() {
        Phase before = krx;
        Phase nxtBefore = phase(Venue.NXT);
        if (krx == Phase.HALTED) {
            krx = Phase.REOPENING_AUCTION;
            await(nowMs + 10 * 60_000 + drawn(breakerStage), What.BREAKER);
        } else if (krx == Phase.REOPENING_AUCTION) {
            krx = Phase.CONTINUOUS;
        } else {
            return;
        }
        turnBoth(before, nxtBefore);
    }

    /** When the closing auction begins. */
    long closingMs() {
        SessionPlan plan = plan(Venue.KRX);
        int at = 0;
        while (plan.phase(at) != Phase.CLOSING_AUCTION) {
            at++;
        }
        return millis(date, LocalTime.MIDNIGHT) + plan.startMs(at);
    }

    /** The second Thursday of a month, or the trading day before it. */
    boolean isExpiry() {
        LocalDate second = date.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY));
        while (!isTradingDay(second)) {
            second = second.minusDays(1);
        }
        return second.equals(date);
    }

    private void awaitNext(Venue venue, int at, What what) {
        SessionPlan plan = plan(venue);
        if (at + 1 < plan.count()) {
            await(millis(date, LocalTime.MIDNIGHT) + plan.startMs(at + 1)
                + plan.randomMs(at + 1, 0, Math.toIntExact(date.toEpochDay())), what);
        }
    }

    private long expectedFromMs() {
        return millis(date, LocalTime.MIDNIGHT) + plan(Venue.KRX).startMs(0) + 20 * 60_000;
    }

    boolean showsExpected() {
        return krx.auction() && nowMs >= expectedFromMs();
    }

    /** Begins a trading date; where it has begun by the clock already, with the phase that is then. */
    private void begin(long msOfDay, boolean inside) {
        breakerStage = 0;
        krxAt = inside ? plan(Venue.KRX).indexAt(msOfDay) : -1;
        goldAt = inside ? plan(Venue.GOLD).indexAt(msOfDay) : -1;
        nxtAt = inside ? plan(Venue.NXT).indexAt(msOfDay) : -1;
        krx = krxAt < 0 ? Phase.CLOSED : plan(Venue.KRX).phase(krxAt);
        nxt = nxtAt < 0 ? Phase.CLOSED : plan(Venue.NXT).phase(nxtAt);
        awaitNext(Venue.KRX, krxAt, What.KRX);
        gold = goldAt < 0 ? Phase.CLOSED : plan(Venue.GOLD).phase(goldAt);
        awaitNext(Venue.NXT, nxtAt, What.NXT);
        awaitNext(Venue.GOLD, goldAt, What.GOLD);
        if (!inside || nowMs < expectedFromMs()) {
            await(expectedFromMs(), What.EXPECTED);
        }
        await(millis(date.plusDays(1), DAY_BEGINS), What.ROLL);
        day.dateBegins(date);
        if (krxAt >= 0) {
            day.saysPhase(Venue.KRX);
        }
        if (nxtAt >= 0) {
            day.saysPhase(Venue.NXT);
        }
        if (goldAt >= 0) {
            day.saysPhase(Venue.GOLD);
        }
    }

    void start(long marketMs, int newSpeed, boolean stand) {
        started = true;
        nowMs = marketMs;
        anchor(marketMs);
        speed = newSpeed;
        frozen = stand;
        date = tradingDayFrom(businessDayOf(marketMs));
        begin(marketMs - millis(date, LocalTime.MIDNIGHT), date.equals(businessDayOf(marketMs)));
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
