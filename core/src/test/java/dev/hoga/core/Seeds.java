package dev.hoga.core;

/** Where random tests begin: the same seeds in every build, another with {@code -Dhoga.seed=...}. */
final class Seeds {

    private Seeds() {
    }

    /** The first seed; the tests print the one that failed. */
    static long first(long otherwise) {
        return Long.getLong("hoga.seed", otherwise);
    }
}
