package dev.hoga.core;

import dev.hoga.core.SessionSweep.Work;

/**
 * What a fall of the whole market makes of the regular session: stages 1 and 2 stop it for twenty minutes and reopen it by an
 * auction of ten, stage 3 closes the day. Source: KRX Business Regulation art. 25, Enforcement Rule art. 20, 35.
 */
final class CircuitBreaker {
    static final int LAST_STAGE = 3;

    private static final long BREAK_MS = 20 * 60_000;
    private static final long REOPENING_MS = 10 * 60_000;
    /** Stands in draws for the whole market, where interruptions have an instrument. */
    private static final int WHOLE_MARKET = -1;

    private final Sessions sessions;
    /** {@link Phase#CONTINUOUS} where it leaves the session alone. */
    private Phase phase = Phase.CONTINUOUS;
    /** The stage that the day has seen. */
    private int stage;

    CircuitBreaker(Sessions sessions) {
        this.sessions = sessions;
    }

    void startDay() {
        phase = Phase.CONTINUOUS;
        stage = 0;
    }

    /** Whether it makes something else of the session than what its plan says. */
    boolean works() {
        return phase != Phase.CONTINUOUS;
    }

    Phase phase() {
        return phase;
    }

    /** The stage that the day has seen, 0 for none. */
    int stage() {
        return stage;
    }

    private Reject mayBegin(int next) {
        if (next < 1 || next > LAST_STAGE) {
            return Reject.OUT_OF_RANGE;
        }
        boolean inTime = next == LAST_STAGE ? regularSession(sessions.phase(Venue.KRX)) : sessions.phase(Venue.KRX) == Phase.CONTINUOUS
            && sessions.day().nowMs() <= sessions.day().startMs(Phase.CLOSING_AUCTION) - BREAK_MS - REOPENING_MS;
        return next > stage && inTime ? null : Reject.NOT_IN_THIS_PHASE;
    }

    private static boolean regularSession(Phase now) {
        return switch (now) {
            case PRE_OPEN, OPENING_AUCTION, CONTINUOUS, HALTED, REOPENING_AUCTION, CLOSING_AUCTION -> true;
            default -> false;
        };
    }

    /** Begins a stage. @return why not, or null */
    Reject begin(int next) {
        Reject reject = mayBegin(next);
        if (reject != null) {
            return reject;
        }
        stage = next;
        if (stage == LAST_STAGE) {
            phase = Phase.CONTINUOUS;
            sessions.closeForTheDay();
        } else {
            phase = Phase.HALTED;
            sessions.day().wake(sessions.day().nowMs() + BREAK_MS, MarketDay.BREAKER_TIMER);
            sessions.phaseBroken(Work.STOP, true);
        }
        return null;
    }

    /** Lets the break give way to the auction, and that to continuous trading. */
    void turn() {
        if (phase == Phase.HALTED) {
            phase = Phase.REOPENING_AUCTION;
            sessions.day().wake(sessions.day().nowMs() + REOPENING_MS + sessions.day().drawnEndMs(WHOLE_MARKET, stage),
                MarketDay.BREAKER_TIMER);
            sessions.phaseBroken(Work.NONE, true);
        } else if (phase == Phase.REOPENING_AUCTION) {
            phase = Phase.CONTINUOUS;
            sessions.phaseBroken(Work.REOPEN, false);
        }
    }

    /** The session's next phase begins, whatever the breaker was at. */
    void giveWay() {
        phase = Phase.CONTINUOUS;
    }

    void write(StateWriter out) {
        out.putLong(phase.ordinal());
        out.putLong(stage);
    }

    void read(StateReader in) {
        phase = Phase.of((int) in.getLong());
        stage = (int) in.getLong();
    }
}
