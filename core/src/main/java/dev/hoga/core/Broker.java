package dev.hoga.core;

/** The two languages an account can be addressed in. */
public enum Broker {
    KIWOOM, KIS;

    private static final Broker[] VALUES = values();

    public static Broker of(int ordinal) {
        return VALUES[ordinal];
    }
}
