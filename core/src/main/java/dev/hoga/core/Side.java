package dev.hoga.core;

/** Which way an order trades. */
public enum Side {
    BUY, SELL;

    private static final Side[] VALUES = values();

    /** The side with this ordinal, as it is stored in the log and in snapshots. */
    public static Side of(int ordinal) {
        return VALUES[ordinal];
    }

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
