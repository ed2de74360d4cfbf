package dev.hoga.core;

/** Where each domestic venue stands in its plan of the trading date. */
final class Sessions {
    private final TradingCalendar calendar;
    private final VenueSession[] sessions = new VenueSession[Venue.DOMESTIC.length];

    Sessions(TradingCalendar calendar) {
        this.calendar = calendar;
        for (int at = 0; at < sessions.length; at++) {
            sessions[at] = new VenueSession(calendar.plan(Venue.DOMESTIC[at], 0));
        }
    }

    VenueSession of(Venue venue) {
        return sessions[venue.ordinal()];
    }

    /** Begins a trading date at every domestic venue, in the phase of a time of day; -1 for before all of them. */
    void begin(int tradingDate, long msOfDay) {
        for (int at = 0; at < sessions.length; at++) {
            sessions[at].begin(calendar.plan(Venue.DOMESTIC[at], tradingDate), msOfDay);
        }
    }

    void write(StateWriter out) {
        for (VenueSession session : sessions) {
            session.write(out);
        }
    }

    /** Reads where the venues stand on a date. */
    void read(StateReader in, int tradingDate) {
        for (int at = 0; at < sessions.length; at++) {
            sessions[at].read(in, calendar.plan(Venue.DOMESTIC[at], tradingDate));
        }
    }
}
