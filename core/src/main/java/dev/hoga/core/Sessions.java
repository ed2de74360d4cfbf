package dev.hoga.core;

import dev.hoga.core.SessionSweep.Work;

/**
 * Where each domestic venue stands in its plan of the trading date, and what is done when one phase gives way to the next. What
 * stops KRX stops NXT's main market with it: the circuit breaker halts both and closes both for the day.
 */
final class Sessions {
    private final TradingCalendar calendar;
    private final OrderBook book;
    private final SessionSweep sweep;
    private final CoreListener listener;
    private final VenueSession[] sessions = new VenueSession[Venue.DOMESTIC.length];
    private final VenueSession krx;
    final CircuitBreaker breaker;
    private MarketDay day;

    Sessions(TradingCalendar calendar, OrderBook book, SessionSweep sweep, CoreListener listener) {
        this.calendar = calendar;
        this.book = book;
        this.sweep = sweep;
        this.listener = listener;
        for (int at = 0; at < sessions.length; at++) {
            sessions[at] = new VenueSession(calendar.plan(Venue.DOMESTIC[at], 0));
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

    /** Why no order is taken while a venue is closed; before the business day begins, the calendar day's session is to come. */
    Reject whyClosed(Venue venue) {
        if (!of(venue).opens()) {
            return Reject.VENUE_NOT_OPEN;
        }
        int today = TradingCalendar.day(day.nowMs());
        if (!calendar.isTradingDay(today)) {
            return Reject.NOT_A_TRADING_DAY;
        }
        return today == day.tradingDate() && of(venue).hasBegun() ? Reject.MARKET_CLOSED : Reject.MARKET_NOT_OPEN;
    }

    /** Begins a trading date at every domestic venue, in the phase of a time of day; -1 for before all of them. */
    void begin(int tradingDate, long msOfDay) {
        sweep.expiry(calendar.isExpiry(tradingDate));
        for (Venue venue : Venue.DOMESTIC) {
            of(venue).begin(calendar.plan(venue, tradingDate), msOfDay);
        }
        breaker.startDay();
        for (Venue venue : Venue.DOMESTIC) {
            day.awaitNextPhase(venue);
        }
    }

    /** Tells of the phases that have begun already when a date begins. */
    void tellBegun() {
        for (Venue venue : Venue.DOMESTIC) {
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
        switch (venue) {
            case KRX -> sweep.turnKrx(before, phase(venue));
            case GOLD -> sweep.turnGold(phase(venue));
            default -> sweep.turnNxt(before, phase(venue));
        }
    }

    /** Stops the market. @return why not, or null */
    Reject breakCircuit(int stage) {
        return phase(Venue.KRX) == Phase.CLOSED ? whyClosed(Venue.KRX) : breaker.begin(stage);
    }

    /** The circuit breaker closes the market. */
    void closeForTheDay() {
        krx.end();
        tell(Venue.KRX);
        sweep.begin(Venue.KRX, Work.CLOSE_EARLY, Work.EXPIRE);
        if (!of(Venue.NXT).isOver()) {
            of(Venue.NXT).end();
            tell(Venue.NXT);
            sweep.then(Venue.NXT, Work.EXPIRE);
        }
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
        for (Venue venue : Venue.DOMESTIC) {
            of(venue).read(in, calendar.plan(venue, tradingDate));
        }
        breaker.read(in);
        sweep.expiry(calendar.isExpiry(tradingDate));
        for (Venue venue : Venue.DOMESTIC) {
            book.phase(venue, phase(venue));
        }
    }
}
