package dev.hoga.core;

/** What took an order number: each new order, each amendment and each cancellation takes one. */
public enum OrderKind {
    NEW, AMEND, CANCEL;

    private static final OrderKind[] VALUES = values();

    public static OrderKind of(int ordinal) {
        return VALUES[ordinal];
    }
}
