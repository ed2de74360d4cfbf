package dev.hoga.engine;

import io.aeron.cluster.service.ClusterClock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The clock that stamps the log, milliseconds since the epoch. It reads the wall clock once, at the start, and then follows
 * the machine's monotonic clock, so a step of the wall clock neither reorders nor expires anything; it never goes back
 * behind a time that is in the log already.
 */
final class HostClock implements ClusterClock {
    private final LongSupplier nanoTime;
    private final long originNs;
    private final AtomicLong timeAtOriginMs;

    HostClock(long wallClockMs, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.originNs = nanoTime.getAsLong();
        this.timeAtOriginMs = new AtomicLong(wallClockMs);
    }

    @Override
    public TimeUnit timeUnit() {
        return TimeUnit.MILLISECONDS;
    }

    @Override
    public long time() {
        return timeAtOriginMs.get() + elapsedMs();
    }

    /** Moves the clock forward, never back: a time that was found in the log has passed. */
    void advanceTo(long timeMs) {
        long floor = timeMs - elapsedMs();
        if (timeAtOriginMs.get() < floor) {
            timeAtOriginMs.accumulateAndGet(floor, Math::max);
        }
    }

    private long elapsedMs() {
        return (nanoTime.getAsLong() - originNs) / 1_000_000;
    }
}
