package dev.hoga.engine;

import dev.hoga.core.CoreListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How an engine runs, with every limit it keeps.
 *
 * @param folder the data folder, made where it is missing; one engine at a time
 * @param sync whether a command is answered only after its record is forced to the disk; without it a power cut (not the
 *     death of the process) can lose what was answered
 * @param termBytes length of a term buffer of the log and of the way to it, a power of two; three of each are in shared memory
 * @param segmentBytes length of a file of the log, a power of two, at least a term
 * @param leastFreeBytes room on the disk below which commands are refused, before a write of the log can fail
 * @param commandsUnderWay how many commands may be without an answer; the next is overloaded
 * @param readsWaiting how many reads may wait; the next is refused
 * @param readsPerTurn how many reads run between two looks at the log
 * @param feedBytes room of one subscriber of the event feed, a power of two; one that falls further behind has lost
 * @param snapshotEveryEvents how many records and core events are applied between two snapshots; bounds recovery
 * @param replyTimeoutMs after how long a command without an answer is unknown
 * @param jumpTimeoutMs the same for a jump of the market's clock, which is answered when its target is reached
 * @param startTimeoutMs after how long a start without success is given up
 * @param observers told of every event, see {@link Engine#observe}
 * @param wallClockMs the host's clock, milliseconds since the epoch; read once, at the start
 * @param failStop what happens after a defect or a failed write
 */
public record EngineConfig(Path folder, boolean sync, int termBytes, int segmentBytes, long leastFreeBytes, int commandsUnderWay,
    int readsWaiting, int readsPerTurn, int feedBytes, long snapshotEveryEvents, long replyTimeoutMs, long jumpTimeoutMs,
    long startTimeoutMs, List<CoreListener> observers, LongSupplier wallClockMs, FailStop failStop) {

    /** The longest text of a command, in bytes of UTF-8. */
    public static final int MAX_TEXT_BYTES = 256;

    public EngineConfig {
        requirePowerOfTwo("termBytes", termBytes, 64 << 10);
        requirePowerOfTwo("segmentBytes", segmentBytes, termBytes);
        requirePowerOfTwo("feedBytes", feedBytes, 4 << 10);
        requireAtLeast("commandsUnderWay", commandsUnderWay, 1);
        requireAtLeast("readsWaiting", readsWaiting, 1);
        requireAtLeast("readsPerTurn", readsPerTurn, 1);
        requireAtLeast("snapshotEveryEvents", snapshotEveryEvents, 1);
        requireAtLeast("replyTimeoutMs", replyTimeoutMs, 1);
        requireAtLeast("jumpTimeoutMs", jumpTimeoutMs, 1);
        requireAtLeast("startTimeoutMs", startTimeoutMs, 1);
        folder = folder.toAbsolutePath().normalize();
        observers = List.copyOf(observers);
    }

    /** A configuration with the defaults for a data folder. */
    public static Builder of(Path folder) {
        return new Builder(folder);
    }

    private static void requirePowerOfTwo(String name, int value, int least) {
        if (Integer.bitCount(value) != 1 || value < least) {
            throw new IllegalArgumentException(name + " must be a power of two from " + least + " on: " + value);
        }
    }

    private static void requireAtLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
        }
    }

    /**
     * Collects what departs from the defaults. The defaults that decide how large the folder grows can be set for a process by
     * system properties: {@code hoga.engine.termBytes}, {@code hoga.engine.segmentBytes}, {@code hoga.engine.snapshotEveryEvents}.
     */
    public static final class Builder {
        private final Path folder;
        private final List<CoreListener> observers = new ArrayList<>();
        private boolean sync = true;
        private int termBytes = Integer.getInteger("hoga.engine.termBytes", 2 << 20);
        private int segmentBytes = Integer.getInteger("hoga.engine.segmentBytes", 16 << 20);
        private long leastFreeBytes = 64 << 20;
        private int commandsUnderWay = 4096;
        private int readsWaiting = 4096;
        private int readsPerTurn = 32;
        private int feedBytes = 1 << 20;
        private long snapshotEveryEvents = Long.getLong("hoga.engine.snapshotEveryEvents", 2_000_000);
        private long replyTimeoutMs = 5_000;
        private long jumpTimeoutMs = 600_000;
        private long startTimeoutMs = 120_000;
        private LongSupplier wallClockMs = System::currentTimeMillis;
        private FailStop failStop = FailStop.HALT;

        private Builder(Path folder) {
            this.folder = folder;
        }

        public Builder sync(boolean value) {
            sync = value;
            return this;
        }

        public Builder termBytes(int value) {
            termBytes = value;
            return this;
        }

        public Builder segmentBytes(int value) {
            segmentBytes = value;
            return this;
        }

        public Builder leastFreeBytes(long value) {
            leastFreeBytes = value;
            return this;
        }

        public Builder commandsUnderWay(int value) {
            commandsUnderWay = value;
            return this;
        }

        public Builder readsWaiting(int value) {
            readsWaiting = value;
            return this;
        }

        public Builder readsPerTurn(int value) {
            readsPerTurn = value;
            return this;
        }

        public Builder feedBytes(int value) {
            feedBytes = value;
            return this;
        }

        public Builder snapshotEveryEvents(long value) {
            snapshotEveryEvents = value;
            return this;
        }

        public Builder replyTimeoutMs(long value) {
            replyTimeoutMs = value;
            return this;
        }

        public Builder jumpTimeoutMs(long value) {
            jumpTimeoutMs = value;
            return this;
        }

        public Builder startTimeoutMs(long value) {
            startTimeoutMs = value;
            return this;
        }

        /** Adds a listener from the first live event on. */
        public Builder observer(CoreListener value) {
            observers.add(value);
            return this;
        }

        public Builder wallClockMs(LongSupplier value) {
            wallClockMs = value;
            return this;
        }

        public Builder failStop(FailStop value) {
            failStop = value;
            return this;
        }

        /** @throws IllegalArgumentException where a value is outside its range, naming it */
        public EngineConfig build() {
            return new EngineConfig(folder, sync, termBytes, segmentBytes, leastFreeBytes, commandsUnderWay, readsWaiting,
                readsPerTurn, feedBytes, snapshotEveryEvents, replyTimeoutMs, jumpTimeoutMs, startTimeoutMs, observers,
                wallClockMs, failStop);
        }
    }
}
