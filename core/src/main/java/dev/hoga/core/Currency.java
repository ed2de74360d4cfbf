package dev.hoga.core;

/**
 * What money is counted in. Prices, amounts and cash of a currency are longs in its minimal unit, the one that its venues' smallest
 * tick needs.
 */
public enum Currency {
    KRW(0, 1), USD(4, 1), HKD(3, 1), CNY(3, 1), JPY(1, 100), VND(0, 100);

    private static final Currency[] VALUES = values();
    /** How many there are. */
    static final int COUNT = VALUES.length;
    private static final int TEN = 10;

    private final int decimals;
    private final int quoteUnit;
    private final long minimalUnits;

    Currency(int decimals, int quoteUnit) {
        this.decimals = decimals;
        this.quoteUnit = quoteUnit;
        long units = 1;
        for (int i = 0; i < decimals; i++) {
            units *= TEN;
        }
        minimalUnits = units;
    }

    public static Currency of(int ordinal) {
        return VALUES[ordinal];
    }

    /** Digits after the point: a dollar has 10,000 minimal units. */
    public int decimals() {
        return decimals;
    }

    /** How many minimal units one has. */
    public long minimalUnits() {
        return minimalUnits;
    }

    /** For how many of it a rate of exchange is told: yen and dong for a hundred. */
    public int quoteUnit() {
        return quoteUnit;
    }
}
