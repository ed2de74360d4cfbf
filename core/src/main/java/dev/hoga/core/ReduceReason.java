package dev.hoga.core;

/** Why a part of an order left the book without a trade. */
public enum ReduceReason {
    /** The client cancelled it. */
    CANCELLED,
    /** The client amended it; the amended part goes on under a new number. */
    AMENDED,
    /** The rest of an immediate-or-cancel or fill-or-kill order. */
    NOT_FILLED_AT_ONCE,
    /** The session ended. */
    EXPIRED;

    private static final ReduceReason[] VALUES = values();

    public static ReduceReason of(int ordinal) {
        return VALUES[ordinal];
    }
}
