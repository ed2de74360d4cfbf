package dev.hoga.core;

/** Which of a broker's two hosts a key belongs to. */
public enum Environment {
    LIVE, MOCK;

    private static final Environment[] VALUES = values();

    public static Environment of(int ordinal) {
        return VALUES[ordinal];
    }
}
