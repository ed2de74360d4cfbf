package dev.hoga.core;

/** Where a share's last price stands against its base price: what the breadth of an index counts. */
public enum Standing {
    UNCHANGED, UP, UPPER_LIMIT, DOWN, LOWER_LIMIT;

    private static final Standing[] VALUES = values();

    public static Standing of(int ordinal) {
        return VALUES[ordinal];
    }

    /** How many there are. */
    static int count() {
        return VALUES.length;
    }

    static Standing of(Instrument instrument, long priceWon) {
        if (priceWon == instrument.baseWon) {
            return UNCHANGED;
        }
        if (priceWon > instrument.baseWon) {
            return priceWon == instrument.upperLimitWon ? UPPER_LIMIT : UP;
        }
        return priceWon == instrument.lowerLimitWon ? LOWER_LIMIT : DOWN;
    }
}
