package dev.hoga.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.agrona.concurrent.EpochClock;

/**
 * The clock by which the node's parts judge whether the others are alive. It runs with the machine's monotonic clock, so no
 * step of the wall clock touches it, and it leaves out the time in which the whole process stood still (a paused machine, a
 * stopped process): after that nobody is late. Any thread reads it, all together many times a second.
 */
final class LifeClock implements EpochClock {
    /** When nobody has read for so long, the process stood still. */
    private static final long STANDSTILL_NS = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier nanoTime;
    private final long originMs;
    private final long originNs;
    private volatile long lastReadNs;
    private volatile long leftOutNs;

    LifeClock(long originMs, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.originMs = originMs;
        this.originNs = nanoTime.getAsLong();
        this.lastReadNs = originNs;
    }

    @Override
    public long time() {
        long nowNs = nanoTime.getAsLong();
        if (nowNs - lastReadNs >= STANDSTILL_NS) {
            leaveOut(nowNs);
        } else {
            lastReadNs = nowNs;
        }
        return originMs + TimeUnit.NANOSECONDS.toMillis(nowNs - originNs - leftOutNs);
    }

    private synchronized void leaveOut(long nowNs) {
        long stoodStillNs = nowNs - lastReadNs;
        if (stoodStillNs >= STANDSTILL_NS) {
            leftOutNs += stoodStillNs;
            lastReadNs = nowNs;
        }
    }
}
