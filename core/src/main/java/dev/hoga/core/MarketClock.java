package dev.hoga.core;

/**
 * The market's clock: market time as a line through host time, both in milliseconds since the epoch. It can run, stand
 * still, be sped up and be set; it never runs backward.
 */
final class MarketClock {
    /** The highest speed, market seconds per host second: a day in a second. */
    static final int MAX_SPEED = 86_400;

    private long anchorHostMs;
    private long anchorMarketMs;
    private int speed = 1;
    private boolean frozen = true;

    /** Market time at a host time. */
    long marketMs(long hostMs) {
        long elapsedMs = Math.max(0, hostMs - anchorHostMs);
        return frozen ? anchorMarketMs : anchorMarketMs + Math.multiplyExact(elapsedMs, (long) speed);
    }

    /** The first host time at which market time is at or after the given one; {@link Long#MAX_VALUE} while frozen. */
    long hostMs(long marketMs) {
        if (marketMs <= anchorMarketMs) {
            return anchorHostMs;
        }
        return frozen ? Long.MAX_VALUE : anchorHostMs + Math.ceilDiv(marketMs - anchorMarketMs, (long) speed);
    }

    /** Puts the line through a point; speed and frozen stay. */
    void anchor(long hostMs, long marketMs) {
        anchorHostMs = hostMs;
        anchorMarketMs = marketMs;
    }

    int speed() {
        return speed;
    }

    /** Runs on from the current market time at another speed. */
    void speed(long hostMs, int newSpeed) {
        anchor(hostMs, marketMs(hostMs));
        speed = newSpeed;
    }

    boolean frozen() {
        return frozen;
    }

    /** Stops at the current market time, or runs on from it. */
    void frozen(long hostMs, boolean stand) {
        anchor(hostMs, marketMs(hostMs));
        frozen = stand;
    }

    void write(StateWriter out) {
        out.putLong(anchorHostMs);
        out.putLong(anchorMarketMs);
        out.putLong(speed);
        out.putLong(frozen ? 1 : 0);
    }

    void read(StateReader in) {
        anchorHostMs = in.getLong();
        anchorMarketMs = in.getLong();
        speed = (int) in.getLong();
        frozen = in.getLong() == 1;
    }
}
