package dev.hoga.core;

/**
 * Where random tests begin, and how many seeds they try: the same in every build, others with {@code -Dhoga.seed=...} and
 * {@code -Dhoga.seeds=...}.
 */
final class Seeds {

    private Seeds() {
    }

    /** The first seed; the tests print the one that failed. */
    static long first(long otherwise) {
        return Long.getLong("hoga.seed", otherwise);
    }

    static int count(int otherwise) {
        return Integer.getInteger("hoga.seeds", otherwise);
    }
}
