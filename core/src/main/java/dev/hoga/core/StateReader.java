package dev.hoga.core;

/** Where the core reads its state from, in the order in which it was written. */
public interface StateReader {

    /** @throws IllegalStateException where the state ends early */
    long getLong();

    String getString();

    /** Fills the elements from {@code from} (inclusive) to {@code to} (exclusive). */
    default void getLongs(long[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = getLong();
        }
    }
}
