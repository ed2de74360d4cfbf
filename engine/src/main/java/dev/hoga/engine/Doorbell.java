package dev.hoga.engine;

import java.lang.invoke.VarHandle;
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
    private Doorbell[] neighbours = {};
    private volatile boolean rung;
    private volatile Thread sleeper;
    private int looks;

    /** @param sleepMs the longest sleep */
    Doorbell(String name, long sleepMs) {
        this.name = name;
        this.sleepNs = TimeUnit.MILLISECONDS.toNanos(sleepMs);
    }

    /** Says who is rung after work; before the thread starts. */
    void neighbours(Doorbell... value) {
        neighbours = value;
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
        if (rung) {
            rung = false;
            // More than one look: an agent may need two turns to take up what it was rung for.
            looks = 0;
        }
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
