package dev.hoga.core;

/** A jump of market time that is under way, and whom it is answered to. */
final class ClockJump {
    /** The farthest the clock may be set ahead in one command: ten years of days. */
    static final long MAX_MS = 3_653 * TradingCalendar.DAY_MS;

    private static final long NONE = -1;

    private long targetMs = NONE;
    private long correlationId;

    boolean underWay() {
        return targetMs != NONE;
    }

    long targetMs() {
        return targetMs;
    }

    /** Begins. @return why not, or null */
    Reject begin(long nowMs, long target, long answeredTo) {
        if (target < nowMs) {
            return Reject.CLOCK_BACKWARD;
        }
        if (target > nowMs + MAX_MS || target >= TradingCalendar.END_MS) {
            return Reject.OUT_OF_RANGE;
        }
        targetMs = target;
        correlationId = answeredTo;
        return null;
    }

    /** The target is reached. @return whom that is answered to */
    long end() {
        targetMs = NONE;
        return correlationId;
    }

    void write(StateWriter out) {
        out.putLong(targetMs);
        out.putLong(correlationId);
    }

    void read(StateReader in) {
        targetMs = in.getLong();
        correlationId = in.getLong();
    }
}
