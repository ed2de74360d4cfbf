package dev.hoga.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/**
 * How a thread of the node waits for work: it looks again a few times, then sleeps until somebody rings or a while has
 * passed. An agent that has worked rings the agents that take up its work, so an idle node sleeps long and yet answers fast.
 */
final class Doorbell implements IdleStrategy {
    private static final int LOOKS = 20;

    private final String name;
    private final long sleepNs;
    private final Doorbell[] neighbours;
    private volatile boolean rung;
    private volatile Thread sleeper;
    private int looks;

    /** @param sleepMs the longest sleep @param neighbours who is rung after work */
    Doorbell(String name, long sleepMs, Doorbell... neighbours) {
        this.name = name;
        this.sleepNs = TimeUnit.MILLISECONDS.toNanos(sleepMs);
        this.neighbours = neighbours;
    }

    /** Wakes the thread, or has it look once more before it sleeps. */
    void ring() {
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
            for (Doorbell neighbour : neighbours) {
                neighbour.ring();
            }
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
        }
        sleeper = null;
        rung = false;
    }

    @Override
    public void reset() {
        looks = 0;
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
