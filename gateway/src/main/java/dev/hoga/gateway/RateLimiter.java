package dev.hoga.gateway;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts calls in sliding windows, one for each subject (a key, an address) and operation. A refused call does not count.
 * Time is an argument: the engine's host time, so that a frozen market freezes no limit. Any thread may call.
 */
public final class RateLimiter {
    /** Windows kept at most; above it those whose calls are long past are forgotten. */
    static final int MOST_WINDOWS = 100_000;
    private static final int FORGET_AFTER_MS = 60_000;

    private final ConcurrentHashMap<Subject, Window> windows = new ConcurrentHashMap<>();

    private record Subject(String who, String operation) {
    }

    /** The times of the last calls, the oldest at {@code next}. */
    private static final class Window {
        private final long[] times;
        private int next;
        private long newest = Long.MIN_VALUE;

        Window(int calls) {
            times = new long[calls];
            Arrays.fill(times, Long.MIN_VALUE);
        }

        synchronized boolean allows(int windowMs, long nowMs) {
            if (!hasRoom(windowMs, nowMs)) {
                return false;
            }
            times[next] = nowMs;
            newest = nowMs;
            next = (next + 1) % times.length;
            return true;
        }

        synchronized boolean hasRoom(int windowMs, long nowMs) {
            return times[next] == Long.MIN_VALUE || nowMs - times[next] >= windowMs;
        }

        synchronized boolean past(long nowMs) {
            return newest == Long.MIN_VALUE || nowMs - newest > FORGET_AFTER_MS;
        }
    }

    /**
     * Whether one more call is within the quota; if so it is counted.
     *
     * @param who what the limit is about; the same subject must always come with the same quota
     * @param operation tells the operations of one subject apart
     */
    public boolean allows(String who, String operation, Quota quota, long nowMs) {
        var subject = new Subject(who, operation);
        Window window = windows.get(subject);
        if (window == null) {
            if (windows.size() >= MOST_WINDOWS) {
                windows.values().removeIf(old -> old.past(nowMs));
            }
            window = windows.computeIfAbsent(subject, key -> new Window(quota.calls()));
        }
        return window.allows(quota.windowMs(), nowMs);
    }

    /** Whether {@link #allows} would let one more call through; nothing is counted. */
    public boolean hasRoom(String who, String operation, Quota quota, long nowMs) {
        Window window = windows.get(new Subject(who, operation));
        return window == null || window.hasRoom(quota.windowMs(), nowMs);
    }

    /** Windows kept now. */
    int windowCount() {
        return windows.size();
    }
}
