package dev.hoga.core;

import dev.hoga.core.SessionSweep.Work;

/**
 * The course of market time: the trading date, its phases, and the jobs that come with them. Time moves only in
 * {@link #advance}, which runs every timer that is due, in order, a bounded slice of work at a time; until it has caught up
 * the day is {@link #busy} and takes no orders. Where participants alone do so much that a speed cannot be kept, orders are
 * taken where the market stands, and a new speed goes on from there.
 *
 * <p>What a day's phases are, {@link SessionPlan} says; here is what is done when one gives way to the next. A day that begins
 * in the middle, because time starts there, begins with the phase that is then: an auction that nobody could enter is not
 * held. The trading date is the first trading day on or after the calendar day.
 */
final class MarketDay implements Ledger.Dates {
    /**
     * The work units (an order of a participant, an order expired, a fill of an auction, an instrument begun, a block of
     * holdings) of one slice. An instrument's auction is not cut in two.
     */
    static final int SLICE_UNITS = 4_000;
    /** The farthest the clock may be set ahead in one command: ten years of days. */
    static final long MAX_JUMP_MS = 3_653 * TradingCalendar.DAY_MS;

    /** Expected prices of the opening auction are shown from so long after its orders are first taken. Source: ER 126(1). */
    private static final long EXPECTED_AFTER_MS = 20 * 60_000;
    private static final long NO_JUMP = -1;
    /** Timers from here on are ends of venues' phases. */
    private static final int FIRST_VENUE_TIMER = 0;
    private static final int EXPECTED_TIMER = 28;
    private static final int ROLL_TIMER = 29;
    private static final int BREAKER_TIMER = 30;
    /** Timers from here on are participants'; those below 0 are ends of volatility interruptions. */
    private static final int FIRST_PARTICIPANTS_TIMER = 32;

    private final InstrumentTable instruments;
    private final OrderTable orders;
    private final OrderBook book;
    private final SessionSweep sweep;
    private final DayRoll roll;
    private final Outbox outbox;
    private final CoreListener listener;
    private Participants participants = new Participants.Nobody();
    private ForcedSales forcedSales;
    private long participantsWork;

    final TradingCalendar calendar = new TradingCalendar();
    private final MarketClock clock = new MarketClock();
    private final TimerQueue timers = new TimerQueue();
    private boolean started;
    private long hostMs;
    private long nowMs;
    private int tradingDate;
    /** What the ends of auctions are drawn from. */
    private long seed;
    private final Sessions sessions = new Sessions(calendar);
    private final VenueSession krx = sessions.of(Venue.KRX);
    private final CircuitBreaker breaker = new CircuitBreaker(this);
    /** Whether the last slice ended before all that was due had run. */
    private boolean behind;
    /** Whether it is behind only because participants do more than this speed leaves time for: the market is whole. */
    private boolean lagging;
    private long jumpTargetMs = NO_JUMP;
    private long jumpCorrelationId;

    MarketDay(InstrumentTable instruments, OrderTable orders, OrderBook book, DayRoll roll, Outbox outbox, CoreListener listener) {
        this.instruments = instruments;
        this.orders = orders;
        this.book = book;
        this.roll = roll;
        this.outbox = outbox;
        sweep = new SessionSweep(instruments, orders, book, listener);
        this.listener = listener;
        book.interruptions.keptBy(this);
    }

    /** Says who is to be woken by {@link #wakeAt}; once, before time begins. */
    void wakes(Participants those) {
        participants = those;
    }

    /** Says who sells for those that must; once, before time begins. */
    void forces(ForcedSales those) {
        forcedSales = those;
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
        while (units > 0 && !outbox.full()) {
            if (sweep.underWay()) {
                units -= sweep.goOn(units, nowMs);
            } else if (forcedSales.underWay()) {
                units -= forcedSales.goOn(units);
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
        lagging = participantsWork > workBefore && !sweeping() && jumpTargetMs == NO_JUMP;
    }

    long participantsWork() {
        return participantsWork;
    }

    private boolean sweeping() {
        return sweep.underWay() || forcedSales.underWay() || roll.underWay();
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
        if (timer < 0) {
            return 1 + endInterruption(instruments.get(-1 - timer));
        }
        if (timer >= FIRST_PARTICIPANTS_TIMER) {
            int units = 1 + participants.wake(timer - FIRST_PARTICIPANTS_TIMER);
            participantsWork += units;
            return units;
        }
        switch (timer) {
            case EXPECTED_TIMER -> sweep.begin(Venue.KRX, Work.SHOW_EXPECTED);
            case BREAKER_TIMER -> breaker.turn();
            case ROLL_TIMER -> {
                roll.begin(tradingDate);
                tradingDate = calendar.tradingDayFrom(TradingCalendar.day(nowMs));
            }
            default -> turn(Venue.of(timer - FIRST_VENUE_TIMER));
        }
        return 1;
    }

    private int endInterruption(Instrument instrument) {
        // The timer of one that was ended before its time finds none, or a later one.
        boolean due = instrument.interrupted && instrument.volatility.untilMs <= nowMs;
        return due ? sweep.endInterruption(instrument, nowMs) : 0;
    }

    /** Has the interruption of an instrument ended at a market time. */
    void endInterruptionAt(long marketTimeMs, int instrumentId) {
        timers.add(marketTimeMs, -1 - instrumentId);
    }

    /** How much longer than it must the so manieth interruption of an instrument lasts. */
    long drawnEndMs(int instrumentId, int interruption) {
        return SessionPlan.drawnMs(seed, tradingDate, ((long) instrumentId + 1 << Integer.SIZE) + interruption);
    }

    /** Begins an interruption that was ordered. @return why not, or null */
    Reject interrupt(Instrument instrument) {
        Phase now = book.phase(instrument);
        Reject reject = now == Phase.CLOSED ? whyClosed(instrument.venue) : book.interruptions.order(instrument, now, nowMs);
        book.tellBookChanged(instrument);
        return reject;
    }

    /** Lets one phase of a venue give way to the next. */
    private void turn(Venue venue) {
        if (venue == Venue.KRX) {
            turnKrx();
        } else {
            sessions.of(venue).turn();
            setNextTimer(venue);
            tellPhase(venue);
            sweep.turn(venue, phase(venue));
        }
    }

    private void turnKrx() {
        if (krx.isOver()) {
            // The circuit breaker has closed the day already.
            return;
        }
        Phase before = phase();
        breaker.giveWay();
        krx.turn();
        setNextTimer(Venue.KRX);
        tellPhase(Venue.KRX);
        sweep.turnKrx(before, phase());
        if (phase() == Phase.OPENING_AUCTION) {
            forcedSales.begin();
        }
    }

    /** Stops the market. @return why not, or null */
    Reject breakCircuit(int stage) {
        if (phase() == Phase.CLOSED) {
            return whyClosed(Venue.KRX);
        }
        long closingMs = TradingCalendar.startMs(tradingDate) + krx.startMs(Phase.CLOSING_AUCTION);
        Reject reject = breaker.mayBreak(stage, phase(), closingMs);
        if (reject == null) {
            breaker.begin(stage);
            if (breaker.forTheDay()) {
                krx.end();
                tellPhase(Venue.KRX);
                sweep.begin(Venue.KRX, Work.CLOSE_EARLY, Work.EXPIRE);
            }
            advance(hostMs);
        }
        return reject;
    }

    /** Has the circuit breaker woken at a market time. */
    void wakeBreakerAt(long marketTimeMs) {
        timers.add(marketTimeMs, BREAKER_TIMER);
    }

    /** The circuit breaker makes another phase of the regular session. */
    void phaseBroken(Work work) {
        tellPhase(Venue.KRX);
        sweep.begin(Venue.KRX, work);
    }

    private void tellPhase(Venue venue) {
        Phase now = phase(venue);
        book.phase(venue, now);
        listener.phaseChanged(venue, now, nowMs);
        if (venue == Venue.KRX) {
            participants.phaseChanged(now);
        }
    }

    private void setNextTimer(Venue venue) {
        VenueSession session = sessions.of(venue);
        if (!session.isOver()) {
            timers.add(session.nextMs(seed, tradingDate), FIRST_VENUE_TIMER + venue.ordinal());
        }
    }

    /** Has participants woken at a market time, or at once where it is past. */
    void wakeAt(long marketTimeMs, int timer) {
        timers.add(Math.max(marketTimeMs, nowMs), FIRST_PARTICIPANTS_TIMER + timer);
    }

    /** Trading of an instrument goes on: what a halt has kept from trading does so now. */
    void resumed(Instrument instrument) {
        sweep.resumed(instrument, nowMs);
    }

    private int rollOn(int units) {
        int used = roll.goOn(units, tradingDate);
        if (!roll.underWay()) {
            beginDate(-1);
        }
        return used;
    }

    /** Begins the trading date, in the phase of a time of day; -1 for before all. */
    private void beginDate(long msOfDay) {
        outbox.date(tradingDate);
        sweep.expiry(calendar.isExpiry(tradingDate));
        sessions.begin(tradingDate, msOfDay);
        breaker.startDay();
        for (Venue venue : Venue.ALL) {
            setNextTimer(venue);
        }
        if (msOfDay < expectedFromMs()) {
            timers.add(TradingCalendar.startMs(tradingDate) + expectedFromMs(), EXPECTED_TIMER);
        }
        timers.add(TradingCalendar.startMs(tradingDate + 1), ROLL_TIMER);
        listener.tradingDateChanged(tradingDate, nowMs);
        participants.dayBegan();
        for (Venue venue : Venue.ALL) {
            if (sessions.of(venue).hasBegun()) {
                tellPhase(venue);
            }
        }
    }

    private long expectedFromMs() {
        return krx.firstMs() + EXPECTED_AFTER_MS;
    }

    /** Whether the expected price of an instrument's auction is to be seen: that of an interruption, and gold's, at once. */
    boolean showsExpected(Instrument instrument) {
        boolean inTime = instrument.venue != Venue.KRX || nowMs >= TradingCalendar.startMs(tradingDate) + expectedFromMs();
        return instrument.interrupted || inTime && phase(instrument.venue).auction();
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
        beginDate(TradingCalendar.day(nowMs) == tradingDate ? nowMs - TradingCalendar.startMs(tradingDate) : -1);
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

    /** Why no order is taken while a venue is closed. */
    Reject whyClosed(Venue venue) {
        if (TradingCalendar.day(nowMs) != tradingDate) {
            return Reject.NOT_A_TRADING_DAY;
        }
        return sessions.of(venue).hasBegun() ? Reject.MARKET_CLOSED : Reject.MARKET_NOT_OPEN;
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

    @Override
    public int tradingDate() {
        return tradingDate;
    }

    @Override
    public int settlementDate() {
        return calendar.tradingDayFrom(calendar.tradingDayFrom(tradingDate + 1) + 1);
    }

    /** What KRX's session does now. */
    Phase phase() {
        return breaker.works() ? breaker.phase() : krx.phase();
    }

    /** What KRX's session does now with one instrument. */
    Phase phase(Instrument instrument) {
        return book.phase(instrument);
    }

    Phase phase(Venue venue) {
        return venue == Venue.KRX ? phase() : sessions.of(venue).phase();
    }

    /** Sets what the ends of auctions are drawn from, for those whose phase has not begun. */
    void seed(long newSeed) {
        seed = newSeed;
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
        sweep.write(out);
        forcedSales.write(out);
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
        sweep.read(in);
        forcedSales.read(in);
        roll.read(in);
        jumpTargetMs = in.getLong();
        jumpCorrelationId = in.getLong();
        clock.read(in);
        timers.read(in);
    }

    /** Writes what the day has come to: date, phases, calendar. */
    void write(StateWriter out) {
        out.putLong(tradingDate);
        out.putLong(seed);
        calendar.write(out);
        sessions.write(out);
        breaker.write(out);
    }

    void read(StateReader in) {
        tradingDate = (int) in.getLong();
        seed = in.getLong();
        calendar.read(in);
        sessions.read(in, tradingDate);
        breaker.read(in);
        sweep.expiry(calendar.isExpiry(tradingDate));
        for (Venue venue : Venue.ALL) {
            book.phase(venue, phase(venue));
        }
    }
}
