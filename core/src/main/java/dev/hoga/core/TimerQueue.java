package dev.hoga.core;

import java.util.Arrays;

/** Timers in market time, earliest first; equal times in the order in which they were set. A binary heap in flat arrays. */
final class TimerQueue {
    private static final int FIRST_CAPACITY = 64;

    private long[] timeMs = new long[FIRST_CAPACITY];
    private long[] sequence = new long[FIRST_CAPACITY];
    private int[] kind = new int[FIRST_CAPACITY];
    private int count;
    private long nextSequence;

    /** Sets a timer. */
    void add(long atMs, int timerKind) {
        if (count == timeMs.length) {
            timeMs = Arrays.copyOf(timeMs, count * 2);
            sequence = Arrays.copyOf(sequence, count * 2);
            kind = Arrays.copyOf(kind, count * 2);
        }
        int at = count++;
        set(at, atMs, nextSequence++, timerKind);
        while (at > 0 && earlier(at, at - 1 >> 1)) {
            swap(at, at - 1 >> 1);
            at = at - 1 >> 1;
        }
    }

    /** When the earliest timer is due; {@link Long#MAX_VALUE} where there is none. */
    long nextMs() {
        return count == 0 ? Long.MAX_VALUE : timeMs[0];
    }

    /** Takes the earliest timer away and answers its kind. */
    int poll() {
        int first = kind[0];
        count--;
        set(0, timeMs[count], sequence[count], kind[count]);
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= count) {
                return first;
            }
            if (child + 1 < count && earlier(child + 1, child)) {
                child++;
            }
            if (!earlier(child, at)) {
                return first;
            }
            swap(at, child);
            at = child;
        }
    }

    private boolean earlier(int a, int b) {
        return timeMs[a] < timeMs[b] || timeMs[a] == timeMs[b] && sequence[a] < sequence[b];
    }

    private void set(int at, long time, long order, int timerKind) {
        timeMs[at] = time;
        sequence[at] = order;
        kind[at] = timerKind;
    }

    private void swap(int a, int b) {
        long time = timeMs[a];
        long order = sequence[a];
        int timerKind = kind[a];
        set(a, timeMs[b], sequence[b], kind[b]);
        set(b, time, order, timerKind);
    }

    /** Writes the timers as they lie; only time reads them, so the layout need not be the same on two replicas. */
    void write(StateWriter out) {
        out.putLong(nextSequence);
        out.putLong(count);
        for (int i = 0; i < count; i++) {
            out.putLong(timeMs[i]);
            out.putLong(sequence[i]);
            out.putLong(kind[i]);
        }
    }

    void read(StateReader in) {
        nextSequence = in.getLong();
        count = 0;
        int size = (int) in.getLong();
        timeMs = new long[Math.max(FIRST_CAPACITY, size)];
        sequence = new long[timeMs.length];
        kind = new int[timeMs.length];
        for (int i = 0; i < size; i++) {
            set(i, in.getLong(), in.getLong(), (int) in.getLong());
        }
        count = size;
    }
}
