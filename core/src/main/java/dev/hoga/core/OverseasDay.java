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
    private final MarketDay day;

    OverseasDay(Outbox outbox, MarketDay day) {
        this.outbox = outbox;
        this.day = day;
    }

    /** Has an instrument traded that has just been listed overseas, now or when the clock starts. */
    void listed(Instrument instrument, long nowMs) {
        Venue venue = instrument.venue;
        if (!day.started() || !instrument.overseas) {
            return;
        }
        if (!sessions.isAwake(venue)) {
            sessions.wake(venue, nowMs);
            day.turnAt(sessions.nextMs(venue), venue);
            day.turned(venue);
        }
        if (sessions.phase(venue) != Phase.CLOSED) {
            instrument.startOverseasDay(sessions.date(venue));
        }
    }

    /** Declares a day, which must be to come. @return why not, or null */
    Reject declare(Currency country, int epochDay, int earlierMinutes, long nowMs) {
        boolean toCome = !day.started() || epochDay > TradingCalendar.businessDay(nowMs);
        Reject reject = toCome ? sessions.calendar.mayDeclare(country, epochDay, earlierMinutes) : Reject.OUT_OF_RANGE;
        if (reject == null) {
            sessions.calendar.declare(country, epochDay, earlierMinutes);
        }
        return reject;
    }

    /** Lets one phase of a venue give way to the next, where its time has come: its day may have been declared a holiday. */
    void turn(Venue venue, long nowMs) {
        if (nowMs >= sessions.nextMs(venue)) {
            Phase before = sessions.phase(venue);
            sessions.turn(venue);
            day.turned(venue, works(venue, before));
        }
        day.turnAt(sessions.nextMs(venue), venue);
    }

    private Work[] works(Venue venue, Phase before) {
        Phase now = sessions.phase(venue);
        if (sessions.dateBegins(venue)) {
            return new Work[] {Work.BEGIN_DAY};
        } else if (now == Phase.CLOSED) {
            return new Work[] {Work.END_DAY, Work.EXPIRE};
        } else if (now == Phase.AFTER_MARKET) {
            return new Work[] {Work.FIX_CLOSE};
        }
        return before == Phase.PAUSE ? new Work[] {Work.REOPEN} : new Work[0];
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
