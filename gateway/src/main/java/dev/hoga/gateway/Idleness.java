package dev.hoga.gateway;

import java.util.concurrent.atomic.AtomicBoolean;

/** Since when a connection has had nothing to do, and whether its place is promised to another one. For any thread. */
final class Idleness {
    private static final long BUSY = 0;

    private final AtomicBoolean promised = new AtomicBoolean();
    private volatile long sinceNanos = BUSY;

    void begin(long nowNanos) {
        // A moment later is near enough, where the clock stands at what means busy.
        sinceNanos = nowNanos == BUSY ? 1 : nowNanos;
    }

    void end() {
        sinceNanos = BUSY;
    }

    /** How long, or negative while there is something to do. */
    long nanos(long nowNanos) {
        long since = sinceNanos;
        return since == BUSY ? -1 : Math.max(0, nowNanos - since);
    }

    /** Promises the place. @return false where it is promised already */
    boolean promisePlace() {
        return promised.compareAndSet(false, true);
    }

    /** The promise is not kept: something came to do. */
    void keepPlace() {
        promised.set(false);
    }
}
