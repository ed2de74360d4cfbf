package dev.hoga.core;

/** What a venue's session allows at a moment. */
public enum Phase {
    /** No order is taken. */
    CLOSED,
    /** Orders match by price, then time. */
    CONTINUOUS;

    private static final Phase[] VALUES = values();

    public static Phase of(int ordinal) {
        return VALUES[ordinal];
    }
}
