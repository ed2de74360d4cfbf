package dev.hoga.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.agrona.concurrent.IdleStrategy;

/**
 * What the log's thread does between two turns of the consensus module: it lets the archive write and force what was appended,
 * on this same thread, because handing over and back costs more than the writing; it wakes the core when more of the log is
 * committed; and it waits for work.
 *
 * <p>While many commands are under way it does not force each handful by itself. It sleeps after a commit, so that what comes
 * meanwhile is written and forced together: half the processor time of a command at full load is that of forces and wake-ups.
 */
final class LogTurns implements IdleStrategy {
    /** From so many commands under way on it pays to collect. */
    static final int MANY_UNDER_WAY = 16;
    /** The time between two commits that are worth collecting for. */
    static final long PACE_NS = TimeUnit.MICROSECONDS.toNanos(250);
    /** A shorter sleep costs as much as it saves. */
    static final long SHORTEST_SLEEP_NS = TimeUnit.MICROSECONDS.toNanos(50);

    private final Doorbell bell;
    private final Doorbell coreBell;
    private final IntSupplier archive;
    private final LongSupplier committed;
    private final IntSupplier underWay;
    private final LongSupplier nanoTime;
    private final LongConsumer sleep;
    private long toldPosition;
    private long lastCommitNs;

    /**
     * @param bell of this thread
     * @param coreBell rung when there is something to apply
     * @param archive has the archive do what there is, and says how much that was
     * @param committed how far the log is committed
     * @param underWay how many commands are without an answer
     * @param sleep for so many nanoseconds, or less
     */
    LogTurns(Doorbell bell, Doorbell coreBell, IntSupplier archive, LongSupplier committed, IntSupplier underWay,
        LongSupplier nanoTime, LongConsumer sleep) {
        this.bell = bell;
        this.coreBell = coreBell;
        this.archive = archive;
        this.committed = committed;
        this.underWay = underWay;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
    }

    @Override
    public void idle(int workCount) {
        long position = committed.getAsLong();
        if (position != toldPosition) {
            toldPosition = position;
            coreBell.ring();
            collect();
        }
        bell.idle(workCount + archive.getAsInt());
    }

    private void collect() {
        if (underWay.getAsInt() >= MANY_UNDER_WAY) {
            long leftNs = lastCommitNs + PACE_NS - nanoTime.getAsLong();
            if (leftNs >= SHORTEST_SLEEP_NS) {
                sleep.accept(leftNs);
            }
        }
        lastCommitNs = nanoTime.getAsLong();
    }

    @Override
    public void idle() {
        idle(0);
    }

    @Override
    public void reset() {
        bell.reset();
    }
}
