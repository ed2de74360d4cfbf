package dev.hoga.core;

import dev.hoga.core.SessionSweep.Work;

/**
 * Where each venue stands in its plan of the trading date, and what is done when one phase gives way to the next. What stops
 * KRX stops NXT's main market with it: the circuit breaker halts both and closes both for the day.
 */
final class Sessions {
    private final TradingCalendar calendar;
    private final OrderBook book;
    private final SessionSweep sweep;
    private final CoreListener listener;
    private final VenueSession[] sessions = new VenueSession[Venue.COUNT];
    private final VenueSession krx;
    private final CircuitBreaker breaker;
    private MarketDay day;

    Sessions(TradingCalendar calendar, OrderBook book, SessionSweep sweep, CoreListener listener) {
        this.calendar = calendar;
        this.book = book;
        this.sweep = sweep;
        this.listener = listener;
        for (int venue = 0; venue < Venue.COUNT; venue++) {
            sessions[venue] = new VenueSession(calendar.plan(Venue.of(venue), 0));
        }
        krx = of(Venue.KRX);
        breaker = new CircuitBreaker(this);
    }

    /** Says who keeps the time; once, before it begins. */
    void keptBy(MarketDay timekeeper) {
        day = timekeeper;
    }

    MarketDay day() {
        return day;
    }

    VenueSession of(Venue venue) {
        return sessions[venue.ordinal()];
    }

    /** What a venue's session does now. */
    Phase phase(Venue venue) {
        Phase planned = of(venue).phase();
        if (!breaker.works()) {
            return planned;
        }
        if (venue == Venue.KRX) {
            return breaker.phase();
        }
        return planned == Phase.MAIN ? Phase.HALTED : planned;
    }

    /** Why no order is taken while a venue is closed. */
    Reject whyClosed(Venue venue) {
        if (!of(venue).opens()) {
            return Reject.VENUE_NOT_OPEN;
        }
        if (TradingCalendar.day(day.nowMs()) != day.tradingDate()) {
            return Reject.NOT_A_TRADING_DAY;
        }
        return of(venue).hasBegun() ? Reject.MARKET_CLOSED : Reject.MARKET_NOT_OPEN;
    }

    /** Begins a trading date at every venue, in the phase of a time of day; -1 for before all of them. */
    void begin(int tradingDate, long msOfDay) {
        sweep.expiry(calendar.isExpiry(tradingDate));
        for (Venue venue : Venue.ALL) {
            of(venue).begin(calendar.plan(venue, tradingDate), msOfDay);
        }
        breaker.startDay();
        for (Venue venue : Venue.ALL) {
            day.awaitNextPhase(venue);
        }
    }

    /** Tells of the phases that have begun already when a date begins. */
    void tellBegun() {
        for (Venue venue : Venue.ALL) {
            if (of(venue).hasBegun()) {
                tell(venue);
            }
        }
    }

    private void tell(Venue venue) {
        Phase now = phase(venue);
        book.phase(venue, now);
        listener.phaseChanged(venue, now, day.nowMs());
        day.tellParticipants(venue, now);
    }

    /** Lets one phase of a venue give way to the next. */
    void turn(Venue venue) {
        VenueSession session = of(venue);
        if (session.isOver()) {
            // The circuit breaker has closed the day already.
            return;
        }
        Phase before = phase(venue);
        if (venue == Venue.KRX) {
            breaker.giveWay();
        }
        session.turn();
        day.awaitNextPhase(venue);
        tell(venue);
        if (venue == Venue.KRX) {
            sweep.turnKrx(before, phase(venue));
        } else {
            sweep.turnNxt(before, phase(venue));
        }
    }

    /** Stops the market. @return why not, or null */
    Reject breakCircuit(int stage) {
        if (phase(Venue.KRX) == Phase.CLOSED) {
            return whyClosed(Venue.KRX);
        }
        long closingMs = TradingCalendar.startMs(day.tradingDate()) + krx.startMs(Phase.CLOSING_AUCTION);
        Reject reject = breaker.mayBreak(stage, phase(Venue.KRX), closingMs);
        if (reject == null) {
            breaker.begin(stage);
            if (breaker.forTheDay()) {
                closeForTheDay();
            }
        }
        return reject;
    }

    private void closeForTheDay() {
        krx.end();
        tell(Venue.KRX);
        sweep.begin(Venue.KRX, Work.CLOSE_EARLY, Work.EXPIRE);
        if (!of(Venue.NXT).isOver()) {
            of(Venue.NXT).end();
            tell(Venue.NXT);
            sweep.then(Venue.NXT, Work.EXPIRE);
        }
    }

    void turnBreaker() {
        breaker.turn();
    }

    /** The circuit breaker makes another phase of the regular session. @param stops whether trading stops, or goes on */
    void phaseBroken(Work work, boolean stops) {
        tell(Venue.KRX);
        sweep.begin(Venue.KRX, work);
        if (of(Venue.NXT).phase() == Phase.MAIN && work != Work.NONE) {
            tell(Venue.NXT);
            sweep.then(Venue.NXT, stops ? Work.STOP : Work.GO_ON);
        }
    }

    void write(StateWriter out) {
        for (VenueSession session : sessions) {
            session.write(out);
        }
        breaker.write(out);
    }

    /** Reads where the venues stand on a date. */
    void read(StateReader in, int tradingDate) {
        for (Venue venue : Venue.ALL) {
            of(venue).read(in, calendar.plan(venue, tradingDate));
        }
        breaker.read(in);
        sweep.expiry(calendar.isExpiry(tradingDate));
        for (Venue venue : Venue.ALL) {
            book.phase(venue, phase(venue));
        }
    }
}
