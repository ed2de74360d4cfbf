package dev.hoga.core;

/** Where each venue stands in its plan of the trading date. */
final class Sessions {
    private final TradingCalendar calendar;
    private final VenueSession[] sessions = new VenueSession[Venue.COUNT];

    Sessions(TradingCalendar calendar) {
        this.calendar = calendar;
        for (int venue = 0; venue < Venue.COUNT; venue++) {
            sessions[venue] = new VenueSession(calendar.plan(Venue.of(venue), 0));
        }
    }

    VenueSession of(Venue venue) {
        return sessions[venue.ordinal()];
    }

    /** Begins a trading date at every venue, in the phase of a time of day; -1 for before all of them. */
    void begin(int tradingDate, long msOfDay) {
        for (int venue = 0; venue < Venue.COUNT; venue++) {
            sessions[venue].begin(calendar.plan(Venue.of(venue), tradingDate), msOfDay);
        }
    }

    /** When KRX's closing auction begins on the trading date, milliseconds since midnight. */
    long closingAuctionMs() {
        return of(Venue.KRX).startMs(Phase.CLOSING_AUCTION);
    }

    void write(StateWriter out) {
        for (VenueSession session : sessions) {
            session.write(out);
        }
    }

    /** Reads where the venues stand on a date. */
    void read(StateReader in, int tradingDate) {
        for (int venue = 0; venue < Venue.COUNT; venue++) {
            sessions[venue].read(in, calendar.plan(Venue.of(venue), tradingDate));
        }
    }
}
