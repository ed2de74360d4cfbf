package dev.hoga.bench;

import java.util.Arrays;

/** How long things took; of very many, the last ones. */
final class Latencies {
    private static final int MOST = 1 << 20;
    private static final double NANOS_PER_MICRO = 1e3;

    private final long[] kept = new long[MOST];
    private long count;

    void add(long ns) {
        kept[(int) (count++ % MOST)] = ns;
    }

    /** How many were added, those that are no longer kept included. */
    long count() {
        return count;
    }

    /** What the given part of them, 0 to 1, did not exceed, in microseconds; 0 where there are none. */
    double micros(double part) {
        long[] sorted = Arrays.copyOf(kept, (int) Math.min(count, MOST));
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * part)] / NANOS_PER_MICRO;
    }
}
