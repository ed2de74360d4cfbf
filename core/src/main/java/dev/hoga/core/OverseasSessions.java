package dev.hoga.core;

/**
 * Where each overseas venue stands in its sessions, which have dates of their own. A venue without instruments sleeps: it has no
 * session and no timer.
 */
final class OverseasSessions {
    private static final int BEFORE_ALL = -1;

    private static final class Session {
        private boolean awake;
        private int date;
        private SessionPlan plan;
        private int at;
    }

    final OverseasCalendar calendar = new OverseasCalendar();
    private final Session[] sessions = new Session[Venue.COUNT];

    OverseasSessions() {
        for (Venue venue : Venue.OVERSEAS) {
            sessions[venue.ordinal()] = new Session();
        }
    }

    boolean isAwake(Venue venue) {
        return sessions[venue.ordinal()].awake;
    }

    /** Wakes a venue in the phase of a market time. */
    void wake(Venue venue, long nowMs) {
        Session session = sessions[venue.ordinal()];
        session.awake = true;
        session.date = TradingCalendar.businessDay(nowMs);
        session.plan = calendar.plan(venue, session.date);
        session.at = calendar.opens(venue, session.date)
            ? session.plan.indexAt(nowMs - TradingCalendar.startMs(session.date)) : session.plan.count() - 1;
    }

    /** Goes on to the next phase, after the last one to the first of the next date. */
    void turn(Venue venue) {
        Session session = sessions[venue.ordinal()];
        if (isOver(venue)) {
            session.date = calendar.openFrom(venue, session.date + 1);
            session.plan = calendar.plan(venue, session.date);
            session.at = 0;
        } else {
            session.at++;
        }
    }

    private boolean isOver(Venue venue) {
        Session session = sessions[venue.ordinal()];
        return session.at + 1 == session.plan.count();
    }

    /** When the next phase begins, market time. */
    long nextMs(Venue venue) {
        Session session = sessions[venue.ordinal()];
        if (!isOver(venue)) {
            return TradingCalendar.startMs(session.date) + session.plan.startMs(session.at + 1);
        }
        int next = calendar.openFrom(venue, session.date + 1);
        return TradingCalendar.startMs(next) + calendar.plan(venue, next).startMs(0);
    }

    Phase phase(Venue venue) {
        Session session = sessions[venue.ordinal()];
        return !session.awake || session.at == BEFORE_ALL ? Phase.CLOSED : session.plan.phase(session.at);
    }

    /** Whether the phase is the first of its date. */
    boolean dateBegins(Venue venue) {
        return sessions[venue.ordinal()].at == 0;
    }

    /** The local date of the session that goes on, or of the last one. */
    int date(Venue venue) {
        return sessions[venue.ordinal()].date;
    }

    /** Why no order is taken while a venue is closed. */
    Reject whyClosed(Venue venue, long nowMs) {
        Session session = sessions[venue.ordinal()];
        if (!session.awake || !calendar.opens(venue, TradingCalendar.businessDay(nowMs))) {
            return Reject.NOT_A_TRADING_DAY;
        }
        boolean ended = session.date == TradingCalendar.businessDay(nowMs) && session.at != BEFORE_ALL;
        return ended ? Reject.MARKET_CLOSED : Reject.MARKET_NOT_OPEN;
    }

    void write(StateWriter out) {
        calendar.write(out);
        for (Venue venue : Venue.OVERSEAS) {
            Session session = sessions[venue.ordinal()];
            out.putLong(session.awake ? 1 : 0);
            out.putLong(session.date);
            out.putLong(session.at);
        }
    }

    void read(StateReader in) {
        calendar.read(in);
        for (Venue venue : Venue.OVERSEAS) {
            Session session = sessions[venue.ordinal()];
            session.awake = in.getLong() == 1;
            session.date = (int) in.getLong();
            session.at = (int) in.getLong();
            session.plan = calendar.plan(venue, session.date);
        }
    }
}
