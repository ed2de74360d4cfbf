package dev.hoga.core;

/** Where the core writes its state: to a snapshot, or into a hash. */
public interface StateWriter {

    void putLong(long value);

    void putString(String value);

    /** Writes the elements from {@code from} (inclusive) to {@code to} (exclusive). */
    default void putLongs(long[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            putLong(values[i]);
        }
    }
}
