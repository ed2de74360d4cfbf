package dev.hoga.engine;

import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/**
 * How a thread of the node waits for work: it looks again a few times, then sleeps, longer each time, until somebody rings.
 * Whoever has work for it rings, so an idle node sleeps long and yet answers fast.
 */
final class Doorbell implements IdleStrategy {
    private static final int LOOKS = 20;
    private static final long SHORTEST_SLEEP_NS = TimeUnit.MICROSECONDS.toNanos(20);

    private final String name;
    private final long longestSleepNs;
    private volatile boolean rung;
    private volatile Thread sleeper;
    private int looks;
    private long sleepNs = SHORTEST_SLEEP_NS;

    Doorbell(String name, long longestSleepMs) {
        this.name = name;
        this.longestSleepNs = TimeUnit.MILLISECONDS.toNanos(longestSleepMs);
    }

    /** Wakes the thread, or has it look once more before it sleeps. */
    void ring() {
        // Whoever rings has just published work; the sleeper must see that, or we its going to sleep.
        VarHandle.fullFence();
        if (!rung) {
            rung = true;
        }
        Thread thread = sleeper;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void idle(int workCount) {
        if (workCount > 0) {
            reset();
        } else {
            idle();
        }
    }

    @Override
    public void idle() {
        if (looks < LOOKS) {
            looks++;
            Thread.onSpinWait();
            return;
        }
        sleeper = Thread.currentThread();
        if (!rung) {
            LockSupport.parkNanos(this, sleepNs);
            sleepNs = Math.min(2 * sleepNs, longestSleepNs);
        }
        sleeper = null;
        if (rung) {
            rung = false;
            // More than one look: an agent may need two turns to take up what it was rung for.
            reset();
        }
    }

    @Override
    public void reset() {
        looks = 0;
        sleepNs = SHORTEST_SLEEP_NS;
    }

    @Override
    public String alias() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
