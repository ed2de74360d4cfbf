package dev.hoga.core;

/**
 * The course of market time: the trading date, its phases, and the jobs that come with them. Time moves only in
 * {@link #advance}, which runs every timer that is due, in order, a bounded slice of work at a time; until it has caught up
 * the day is {@link #busy} and takes no orders. Where participants alone do so much that a speed cannot be kept, orders are
 * taken where the market stands, and a new speed goes on from there.
 *
 * <p>One KRX session a day, 09:00 to 15:30, continuous throughout. The trading date is the first trading day on or after the
 * calendar day.
 */
final class MarketDay {
    /** The work units (an order of a participant, an order expired, an instrument begun, a block of holdings) of one slice. */
    static final int SLICE_UNITS = 4_000;
    /** The farthest the clock may be set ahead in one command: ten years of days. */
    static final long MAX_JUMP_MS = 3_653 * TradingCalendar.DAY_MS;

    private static final long OPEN_MS = 9 * 3_600_000L;
    private static final long CLOSE_MS = 15 * 3_600_000L + 30 * 60_000L;
    private static final long NO_JUMP = -1;

    private static final int OPEN_TIMER = 1;
    private static final int CLOSE_TIMER = 2;
    private static final int ROLL_TIMER = 3;
    /** Timers from here on are participants'. */
    private static final int FIRST_PARTICIPANTS_TIMER = 16;

    /** What is being swept through, a slice at a time. */
    private enum Sweep { NONE, EXPIRE }

    private final InstrumentTable instruments;
    private final OrderTable orders;
    private final OrderBook book;
    private final DayRoll roll;
    private final CoreListener listener;
    private Participants participants = new Participants.Nobody();
    private long participantsWork;

    final TradingCalendar calendar = new TradingCalendar();
    private final MarketClock clock = new MarketClock();
    private final TimerQueue timers = new TimerQueue();
    private boolean started;
    private long hostMs;
    private long nowMs;
    private int tradingDate;
    private Phase phase = Phase.CLOSED;
    /** Whether the last slice ended before all that was due had run. */
    private boolean behind;
    /** Whether it is behind only because participants do more than this speed leaves time for: the market is whole. */
    private boolean lagging;
    private Sweep sweep = Sweep.NONE;
    private int sweepAt;
    private long jumpTargetMs = NO_JUMP;
    private long jumpCorrelationId;

    MarketDay(InstrumentTable instruments, OrderTable orders, OrderBook book, DayRoll roll, CoreListener listener) {
        this.instruments = instruments;
        this.orders = orders;
        this.book = book;
        this.roll = roll;
        this.listener = listener;
    }

    /** Says who is to be woken by {@link #wakeAt}; once, before time begins. */
    void wakes(Participants those) {
        participants = those;
    }

    /** Lets time pass to a host time: runs what is due, one slice of it. */
    void advance(long newHostMs) {
        hostMs = Math.max(hostMs, newHostMs);
        if (!started) {
            return;
        }
        long targetMs = jumpTargetMs == NO_JUMP ? clock.marketMs(hostMs) : jumpTargetMs;
        int units = SLICE_UNITS;
        long workBefore = participantsWork;
        while (units > 0) {
            if (sweep != Sweep.NONE) {
                units -= expire(units);
            } else if (roll.underWay()) {
                units -= rollOn(units);
            } else if (timers.nextMs() <= targetMs) {
                nowMs = Math.max(nowMs, timers.nextMs());
                units -= run(timers.poll());
            } else {
                arrive(targetMs);
                return;
            }
        }
        behind = true;
        lagging = participantsWork > workBefore && sweep == Sweep.NONE && !roll.underWay() && jumpTargetMs == NO_JUMP;
    }

    long participantsWork() {
        return participantsWork;
    }

    private void arrive(long targetMs) {
        behind = false;
        lagging = false;
        nowMs = Math.max(nowMs, targetMs);
        if (jumpTargetMs != NO_JUMP) {
            jumpTargetMs = NO_JUMP;
            clock.anchor(hostMs, nowMs);
            listener.commandAccepted(jumpCorrelationId, nowMs);
        }
    }

    /** Does what a timer stands for and answers the units it took. */
    private int run(int timer) {
        if (timer >= FIRST_PARTICIPANTS_TIMER) {
            int units = 1 + participants.wake(timer - FIRST_PARTICIPANTS_TIMER);
            participantsWork += units;
            return units;
        }
        switch (timer) {
            case OPEN_TIMER -> changePhase(Phase.CONTINUOUS);
            case CLOSE_TIMER -> {
                changePhase(Phase.CLOSED);
                beginSweep(Sweep.EXPIRE);
            }
            case ROLL_TIMER -> {
                tradingDate = calendar.tradingDayFrom(TradingCalendar.day(nowMs));
                roll.begin();
            }
            default -> throw new IllegalStateException("unknown timer " + timer);
        }
        return 1;
    }

    /** Has participants woken at a market time, or at once where it is past. */
    void wakeAt(long marketTimeMs, int timer) {
        timers.add(Math.max(marketTimeMs, nowMs), FIRST_PARTICIPANTS_TIMER + timer);
    }

    private void changePhase(Phase next) {
        phase = next;
        listener.phaseChanged(Venue.KRX, next, nowMs);
        participants.phaseChanged(next);
    }

    private void beginSweep(Sweep next) {
        sweep = next;
        sweepAt = 0;
    }

    private int expire(int units) {
        int used = 0;
        while (sweepAt < instruments.count() && used < units) {
            Instrument instrument = instruments.get(sweepAt);
            int order = book.firstResting(instrument);
            used++;
            if (order == 0) {
                sweepAt++;
                continue;
            }
            book.reduce(instrument, order, orders.openShares(order), ReduceReason.EXPIRED, nowMs);
            if (book.firstResting(instrument) == 0) {
                book.tellBookChanged(instrument);
            }
        }
        if (sweepAt == instruments.count()) {
            sweep = Sweep.NONE;
        }
        return used;
    }

    private int rollOn(int units) {
        int used = roll.goOn(units, tradingDate);
        if (!roll.underWay()) {
            beginDate();
        }
        return used;
    }

    private void beginDate() {
        setDayTimers();
        listener.tradingDateChanged(tradingDate, nowMs);
        participants.dayBegan();
    }

    private void setDayTimers() {
        timers.add(TradingCalendar.startMs(tradingDate) + OPEN_MS, OPEN_TIMER);
        timers.add(TradingCalendar.startMs(tradingDate) + CLOSE_MS, CLOSE_TIMER);
        timers.add(TradingCalendar.startMs(tradingDate + 1), ROLL_TIMER);
    }

    /** Begins time at a moment of the market. @return why not, or null */
    Reject start(long marketTimeMs, int speed, boolean frozen) {
        if (started) {
            return Reject.ALREADY_EXISTS;
        }
        if (marketTimeMs <= 0 || marketTimeMs >= TradingCalendar.END_MS || badSpeed(speed)) {
            return Reject.OUT_OF_RANGE;
        }
        started = true;
        nowMs = marketTimeMs;
        clock.anchor(hostMs, marketTimeMs);
        clock.speed(hostMs, speed);
        clock.frozen(hostMs, frozen);
        tradingDate = calendar.tradingDayFrom(TradingCalendar.day(marketTimeMs));
        for (int id = 0; id < instruments.count(); id++) {
            instruments.get(id).base(instruments.get(id).baseWon, tradingDate);
        }
        beginDate();
        return null;
    }

    /** Begins a jump, answered when the target is reached. @return why not, or null */
    Reject jump(long correlationId, long targetMs) {
        if (!started || busy()) {
            return Reject.BUSY;
        }
        if (targetMs < nowMs) {
            return Reject.CLOCK_BACKWARD;
        }
        if (targetMs > nowMs + MAX_JUMP_MS || targetMs >= TradingCalendar.END_MS) {
            return Reject.OUT_OF_RANGE;
        }
        jumpTargetMs = targetMs;
        jumpCorrelationId = correlationId;
        return null;
    }

    Reject speed(int speed) {
        if (badSpeed(speed)) {
            return Reject.OUT_OF_RANGE;
        }
        catchLag();
        clock.speed(hostMs, speed);
        return null;
    }

    /** What could not be done in time need not be. */
    private void catchLag() {
        if (lagging) {
            clock.anchor(hostMs, nowMs);
        }
    }

    private static boolean badSpeed(int speed) {
        return speed < 1 || speed > MarketClock.MAX_SPEED;
    }

    void frozen(boolean frozen) {
        catchLag();
        clock.frozen(hostMs, frozen);
    }

    /** Goes on from where market time stopped: what passed since does not count. */
    void resume(long newHostMs) {
        hostMs = Math.max(hostMs, newHostMs);
        clock.anchor(hostMs, nowMs);
    }

    /** Whether time has not caught up yet. */
    boolean busy() {
        return behind && !lagging || jumpTargetMs != NO_JUMP;
    }

    boolean started() {
        return started;
    }

    /** Why no order is taken although the market is not continuous. */
    Reject whyClosed() {
        if (TradingCalendar.day(nowMs) != tradingDate) {
            return Reject.NOT_A_TRADING_DAY;
        }
        return nowMs < TradingCalendar.startMs(tradingDate) + OPEN_MS ? Reject.MARKET_NOT_OPEN : Reject.MARKET_CLOSED;
    }

    long nowMs() {
        return nowMs;
    }

    long hostMs() {
        return hostMs;
    }

    /** Market time as a reader sees it at a host time: it never shows what timers have yet to reach. */
    long marketMs(long atHostMs) {
        if (!started || behind || busy()) {
            return nowMs;
        }
        return Math.max(nowMs, Math.min(clock.marketMs(atHostMs), timers.nextMs()));
    }

    /** The host time at which a tick is due. */
    long nextTickDueMs() {
        if (!started) {
            return Long.MAX_VALUE;
        }
        return behind || busy() ? hostMs : clock.hostMs(timers.nextMs());
    }

    int tradingDate() {
        return tradingDate;
    }

    Phase phase() {
        return phase;
    }

    int speed() {
        return clock.speed();
    }

    boolean frozen() {
        return clock.frozen();
    }

    /** Writes where time stands: what a hash leaves out. */
    void writeTime(StateWriter out) {
        out.putLong(started ? 1 : 0);
        out.putLong(hostMs);
        out.putLong(nowMs);
        out.putLong(behind ? 1 : 0);
        out.putLong(lagging ? 1 : 0);
        out.putLong(sweep.ordinal());
        out.putLong(sweepAt);
        roll.write(out);
        out.putLong(jumpTargetMs);
        out.putLong(jumpCorrelationId);
        clock.write(out);
        timers.write(out);
    }

    void readTime(StateReader in) {
        started = in.getLong() == 1;
        hostMs = in.getLong();
        nowMs = in.getLong();
        behind = in.getLong() == 1;
        lagging = in.getLong() == 1;
        sweep = Sweep.values()[(int) in.getLong()];
        sweepAt = (int) in.getLong();
        roll.read(in);
        jumpTargetMs = in.getLong();
        jumpCorrelationId = in.getLong();
        clock.read(in);
        timers.read(in);
    }

    /** Writes what the day has come to: date, phase, calendar. */
    void write(StateWriter out) {
        out.putLong(tradingDate);
        out.putLong(phase.ordinal());
        calendar.write(out);
    }

    void read(StateReader in) {
        tradingDate = (int) in.getLong();
        phase = Phase.of((int) in.getLong());
        calendar.read(in);
    }
}
