package dev.hoga.core;

import dev.hoga.core.SessionSweep.Work;

/**
 * What is done at overseas venues as their sessions go on, which have dates of their own: with a date's first phase the figures of
 * its instruments begin anew, with the end of the regular session the close is fixed, with the last phase all orders end and the
 * date is history.
 */
final class OverseasDay {
    final OverseasSessions sessions = new OverseasSessions();
    private final Outbox outbox;

    OverseasDay(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Wakes the venue of an instrument that has just been listed, where it sleeps. @return whether it did */
    boolean wakes(Venue venue, long nowMs) {
        if (sessions.isAwake(venue)) {
            return false;
        }
        sessions.wake(venue, nowMs);
        return true;
    }

    /** Gives an instrument that is new the date of a session that goes on. */
    void joins(Instrument instrument) {
        if (sessions.phase(instrument.venue) != Phase.CLOSED) {
            instrument.startOverseasDay(sessions.date(instrument.venue));
        }
    }

    /** Lets one phase of a venue give way to the next. @param sweep begins what is to be done to the instruments */
    void turn(Venue venue, SessionSweep sweep) {
        Phase before = sessions.phase(venue);
        sessions.turn(venue);
        Phase now = sessions.phase(venue);
        if (sessions.dateBegins(venue)) {
            sweep.begin(venue, Work.BEGIN_DAY);
        } else if (now == Phase.CLOSED) {
            sweep.begin(venue, Work.END_DAY, Work.EXPIRE);
        } else if (now == Phase.AFTER_MARKET) {
            sweep.begin(venue, Work.FIX_CLOSE);
        } else if (before == Phase.PAUSE) {
            sweep.begin(venue, Work.REOPEN);
        }
    }

    /** Does one of these to an instrument, and answers the units it took. */
    int apply(Work work, Instrument instrument) {
        switch (work) {
            case BEGIN_DAY -> instrument.startOverseasDay(sessions.date(instrument.venue));
            case FIX_CLOSE -> instrument.closeOverseas();
            case END_DAY -> {
                instrument.closeOverseas();
                if (outbox.on()) {
                    outbox.overseasDay(instrument);
                }
            }
            default -> throw new IllegalStateException("not overseas: " + work);
        }
        return 1;
    }
}
