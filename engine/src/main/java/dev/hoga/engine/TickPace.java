package dev.hoga.engine;

/**
 * When the leader logs the next tick, one at a time. One that only says that time has passed goes at most every
 * {@link #INTERVAL_MS}, because each is forced to the disk. One that goes on with work which the last command had to leave, as
 * at a speed that is hard to keep, goes at once: between two of them the core would only stand idle. It waits for those who
 * follow the feed, but no longer than the interval: who stalls must not hold the market. A tick that could do nothing, because
 * the core itself waits for somebody, is followed at the interval, too.
 */
final class TickPace {
    /** The shortest time between two ticks where the core has done all that was due. */
    static final long INTERVAL_MS = 20;
    /** After this long a tick that was sent and has not come back is taken for lost. */
    static final long LOST_MS = 1_000;

    private long sentMs;
    private boolean underWay;
    private boolean helps = true;

    /**
     * Whether to send a tick now.
     *
     * @param dueMs the host time from which on the core has something to do
     * @param appliedMs the host time of the last command: what was due then and still is, it had to leave
     * @param followed whether those who follow the feed have room for what a tick may bring
     */
    boolean due(long nowMs, long dueMs, long appliedMs, boolean followed) {
        long sinceMs = nowMs - sentMs;
        if (underWay) {
            return sinceMs >= LOST_MS && dueMs <= nowMs;
        }
        boolean left = dueMs <= appliedMs && followed && helps;
        return dueMs <= nowMs && (left || sinceMs >= INTERVAL_MS);
    }

    /** A tick was sent, or the log took none: then the next attempt waits for the interval. */
    void sent(long nowMs, boolean taken) {
        sentMs = nowMs;
        underWay = taken;
        helps = taken;
    }

    /** The tick under way was applied, or will never be. @param did whether it did anything */
    void came(boolean did) {
        underWay = false;
        helps = did;
    }
}
