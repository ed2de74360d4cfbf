package dev.hoga.core;

/** Where a venue stands in its plan of the trading date. */
final class VenueSession {
    private static final int BEFORE_ALL = -1;

    private SessionPlan plan;
    private int at = BEFORE_ALL;

    VenueSession(SessionPlan plan) {
        this.plan = plan;
    }

    /** Sets the plan of a date and stands where its phases are at a time of day; -1 for before all of them. */
    void begin(SessionPlan newPlan, long msOfDay) {
        plan = newPlan;
        at = plan.indexAt(msOfDay);
    }

    /** Whether the date has any phase. */
    boolean opens() {
        return plan.count() > 0;
    }

    /** Whether the first phase has begun. */
    boolean hasBegun() {
        return at != BEFORE_ALL;
    }

    /** Whether the last phase has begun, or the day has none. */
    boolean isOver() {
        return at + 1 >= plan.count();
    }

    Phase phase() {
        return at == BEFORE_ALL ? Phase.CLOSED : plan.phase(at);
    }

    /** Goes on to the next phase. */
    void turn() {
        at++;
    }

    /** Goes on to the last phase. */
    void end() {
        at = plan.count() - 1;
    }

    /** When the first phase begins, milliseconds since midnight. */
    long firstMs() {
        return plan.startMs(0);
    }

    /** When a phase begins first, milliseconds since midnight. */
    long startMs(Phase first) {
        return plan.startMs(first);
    }

    /** When the next phase begins, market time; there must be one. @param seed what the ends of auctions are drawn from */
    long nextMs(long seed, int tradingDate) {
        return TradingCalendar.startMs(tradingDate) + plan.startMs(at + 1) + plan.randomMs(at + 1, seed, tradingDate);
    }

    /** The same by the plan, without what is drawn; 0 where the last phase has begun. */
    long nominalNextMs(int tradingDate) {
        return isOver() ? 0 : TradingCalendar.startMs(tradingDate) + plan.startMs(at + 1);
    }

    void write(StateWriter out) {
        out.putLong(at);
    }

    /** Reads the place in the plan of a date. */
    void read(StateReader in, SessionPlan newPlan) {
        plan = newPlan;
        at = (int) in.getLong();
    }
}
