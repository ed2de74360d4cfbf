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
 * held. The trading date is the first trading day on or after the business day, which begins at half past seven in the morning.
 */
final class MarketDay implements Ledger.Dates {
    /**
     * The work units (an order of a participant, an order expired, a fill of an auction, an instrument begun, a block of
     * holdings) of one slice. An instrument's auction is not cut in two.
     */
    static final int SLICE_UNITS = 4_000;
    /** Expected prices of the opening auction are shown from so long after its orders are first taken. Source: ER 126(1). */
    private static final long EXPECTED_AFTER_MS = 20 * 60_000;

    /** Timers from here on are ends of venues' phases. */
    private static final int FIRST_VENUE_TIMER = 0;
    static final int INDEX_TIMER = 27;
    private static final int EXPECTED_TIMER = 28;
    private static final int ROLL_TIMER = 29;
    static final int BREAKER_TIMER = 30;
    static final int SIDECAR_TIMER = 31;
    /** Timers from here on are participants'; those below 0 are ends of volatility interruptions. */
    private static final int FIRST_PARTICIPANTS_TIMER = 32;

    private final InstrumentTable instruments;
    private final OrderTable orders;
    private final OrderBook book;
    private final SessionSweep sweep;
    private final DayRoll roll;
    private final IndexBoard indices;
    private final Outbox outbox;
    private final ForeignDesk foreignDesk;
    final CoreListener listener;
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
    final Sessions sessions;
    final OverseasDay overseas;
    final Sidecar sidecar = new Sidecar(this);
    /** Whether the last slice ended before all that was due had run. */
    private boolean behind;
    /** Whether it is behind only because participants do more than this speed leaves time for: the market is whole. */
    private boolean lagging;
    private final ClockJump jump = new ClockJump();

    MarketDay(InstrumentTable instruments, OrderTable orders, OrderBook book, DayRoll roll, IndexBoard indices, Outbox outbox,
        ForeignDesk foreignDesk, CoreListener listener) {
        this.foreignDesk = foreignDesk;
        this.instruments = instruments;
        this.orders = orders;
        this.book = book;
        this.roll = roll;
        this.indices = indices;
        this.outbox = outbox;
        overseas = new OverseasDay(outbox, this);
        sweep = new SessionSweep(instruments, orders, book, listener, overseas);
        sessions = new Sessions(calendar, book, sweep, listener);
        sessions.keptBy(this);
        this.listener = listener;
        book.interruptions.keptBy(this);
        indices.keptBy(this);
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
        long targetMs = jump.underWay() ? jump.targetMs() : clock.marketMs(hostMs);
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
        lagging = participantsWork > workBefore && !sweeping() && !jump.underWay();
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
        if (jump.underWay()) {
            clock.anchor(hostMs, nowMs);
            listener.commandAccepted(jump.end(), nowMs);
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
            case BREAKER_TIMER -> sessions.breaker.turn();
            case INDEX_TIMER -> indices.reckon(nowMs);
            case SIDECAR_TIMER -> sidecar.end(nowMs);
            case ROLL_TIMER -> {
                roll.begin(tradingDate);
                foreignDesk.startDay(tradingDate, participants.on(), seed);
                tradingDate = calendar.tradingDayFrom(TradingCalendar.businessDay(nowMs));
            }
            default -> {
                Venue venue = Venue.of(timer - FIRST_VENUE_TIMER);
                if (venue.overseas()) {
                    overseas.turn(venue, nowMs);
                } else {
                    sessions.turn(venue);
                    sellForced(timer);
                }
            }
        }
        return 1;
    }

    /** Who must sell does so from the opening auction on. */
    private void sellForced(int timer) {
        if (timer == FIRST_VENUE_TIMER + Venue.KRX.ordinal() && phase() == Phase.OPENING_AUCTION) {
            forcedSales.begin();
        }
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

    /** NXT, before it had interruptions of its own, paused what KRX had interrupted. */
    void pauseNxt(Instrument instrument, boolean paused) {
        if (instrument.venue == Venue.KRX && instruments.atNxt(instrument.id)) {
            Instrument nxt = instruments.nxt(instrument.id);
            nxt.paused = paused && !nxt.volatility.works();
        }
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

    /** Stops the market. @return why not, or null */
    Reject breakCircuit(int stage) {
        Reject reject = sessions.breakCircuit(stage);
        if (reject == null) {
            advance(hostMs);
        }
        return reject;
    }

    CircuitBreaker breaker() {
        return sessions.breaker;
    }

    /** When a phase of KRX begins by the day's plan. */
    long startMs(Phase first) {
        return TradingCalendar.startMs(tradingDate) + sessions.of(Venue.KRX).startMs(first);
    }

    /** Has one of the core's own woken at a market time, by its timer. */
    void wake(long marketTimeMs, int timer) {
        timers.add(marketTimeMs, timer);
    }

    /** Has a venue's next phase begin at a market time. */
    void turnAt(long marketTimeMs, Venue venue) {
        timers.add(marketTimeMs, FIRST_VENUE_TIMER + venue.ordinal());
    }

    /** A phase of an overseas venue has begun. */
    void turned(Venue venue, Work... works) {
        book.phase(venue, phase(venue));
        listener.phaseChanged(venue, phase(venue), nowMs);
        participants.overseasPhaseChanged(venue, phase(venue));
        if (works.length > 0) {
            sweep.begin(venue, works[0], works.length > 1 ? works[1] : Work.NONE);
        }
    }

    /** Has a venue's next phase begin when it is due, if there is one. */
    void awaitNextPhase(Venue venue) {
        VenueSession session = sessions.of(venue);
        if (!session.isOver()) {
            turnAt(session.nextMs(seed, tradingDate), venue);
        }
    }

    void tellParticipants(Venue venue, Phase now) {
        if (venue == Venue.KRX) {
            participants.phaseChanged(now);
        } else {
            participants.nxtPhaseChanged(now);
        }
    }

    /** Has participants woken at a market time, or at once where it is past. */
    void wakeAt(long marketTimeMs, int timer) {
        timers.add(Math.max(marketTimeMs, nowMs), FIRST_PARTICIPANTS_TIMER + timer);
    }

    /** Halts an instrument wherever it is traded, or lets what the halt has kept from trading do so. */
    void halt(int id, boolean halted) {
        for (Venue venue : Venue.ALL) {
            Instrument instrument = instruments.at(venue, id);
            if (instrument != null) {
                instrument.halted = halted;
                if (!halted) {
                    sweep.resumed(instrument, nowMs);
                }
            }
        }
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
        sessions.begin(tradingDate, msOfDay);
        sidecar.startDay();
        if (msOfDay < expectedFromMs()) {
            timers.add(TradingCalendar.startMs(tradingDate) + expectedFromMs(), EXPECTED_TIMER);
        }
        timers.add(TradingCalendar.businessStartMs(tradingDate + 1), ROLL_TIMER);
        listener.tradingDateChanged(tradingDate, nowMs);
        participants.dayBegan();
        sessions.tellBegun();
    }

    private long expectedFromMs() {
        return sessions.of(Venue.KRX).firstMs() + EXPECTED_AFTER_MS;
    }

    /** Whether the expected price of an instrument's auction is to be seen: that of an interruption, NXT's and gold's, at once. */
    boolean showsExpected(Instrument instrument) {
        if (instrument.interrupted || instrument.venue == Venue.NXT || instrument.venue == Venue.GOLD) {
            return book.phase(instrument).auction();
        }
        return !instrument.overseas && phase().auction() && nowMs >= TradingCalendar.startMs(tradingDate) + expectedFromMs();
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
        tradingDate = calendar.tradingDayFrom(TradingCalendar.businessDay(marketTimeMs));
        for (int id = 0; id < instruments.count(); id++) {
            base(id, instruments.get(id).baseWon);
        }
        beginDate(TradingCalendar.businessDay(nowMs) == tradingDate ? nowMs - TradingCalendar.startMs(tradingDate) : -1);
        for (int id = 0; id < instruments.count(); id++) {
            overseas.listed(instruments.get(id), nowMs);
        }
        return null;
    }

    /** Sets the base price of an instrument wherever it is traded. Its books must be empty. */
    void base(int id, long baseWon) {
        instruments.get(id).base(baseWon, tradingDate);
        if (instruments.atNxt(id)) {
            instruments.nxt(id).base(baseWon, tradingDate);
        }
    }

    /** Begins a jump, answered when the target is reached. @return why not, or null */
    Reject jump(long correlationId, long targetMs) {
        if (!started || busy()) {
            return Reject.BUSY;
        }
        return jump.begin(nowMs, targetMs, correlationId);
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
        return behind && !lagging || jump.underWay();
    }

    boolean started() {
        return started;
    }

    /** Why no order is taken while a venue is closed. */
    Reject whyClosed(Venue venue) {
        return venue.overseas() ? overseas.sessions.whyClosed(venue, nowMs) : sessions.whyClosed(venue);
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
        return sessions.phase(Venue.KRX);
    }

    /** What the session does with one instrument. */
    Phase phase(Instrument instrument) {
        return book.phase(instrument);
    }

    Phase phase(Venue venue) {
        return venue.overseas() ? overseas.sessions.phase(venue) : sessions.phase(venue);
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
        jump.write(out);
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
        jump.read(in);
        clock.read(in);
        timers.read(in);
    }

    /** Writes what the day has come to: date, phases, calendar. */
    void write(StateWriter out) {
        out.putLong(tradingDate);
        out.putLong(seed);
        calendar.write(out);
        sessions.write(out);
        overseas.sessions.write(out);
        sidecar.write(out);
    }

    void read(StateReader in) {
        tradingDate = (int) in.getLong();
        seed = in.getLong();
        calendar.read(in);
        sessions.read(in, tradingDate);
        overseas.sessions.read(in);
        sidecar.read(in);
        for (Venue venue : Venue.OVERSEAS) {
            book.phase(venue, phase(venue));
        }
    }
}
