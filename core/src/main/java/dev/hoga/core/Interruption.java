package dev.hoga.core;

/** What a volatility interruption (변동성완화장치, VI) of an instrument was begun by. */
public enum Interruption {
    /** There is none. */
    NONE,
    /** A price too far from the last one that an auction found. */
    STATIC,
    /** A price too far from the last one. */
    DYNAMIC,
    /** Both. */
    STATIC_AND_DYNAMIC,
    /** The operator of this exchange. */
    ORDERED,
    /** Nothing: NXT collects orders before trading goes on after a halt. */
    REOPENING;

    private static final Interruption[] VALUES = values();

    public static Interruption of(int ordinal) {
        return VALUES[ordinal];
    }
}
