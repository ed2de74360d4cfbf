package dev.hoga.core;

/** Which shares of its market an index is made of. Funds are in none. */
public enum IndexScope {
    /** All of them. */
    MARKET,
    /** Those of one sector. */
    SECTOR,
    /** Large companies' common shares, which stand for the members of KOSPI 200. */
    LARGE;

    private static final IndexScope[] VALUES = values();

    public static IndexScope of(int ordinal) {
        return VALUES[ordinal];
    }
}
