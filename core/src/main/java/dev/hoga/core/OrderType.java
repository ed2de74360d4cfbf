package dev.hoga.core;

/** How an order finds its price. Source: KRX Business Regulation art. 2, Enforcement Rule art. 3, 4, 10. */
public enum OrderType {
    /** 지정가: a given price; what does not fill rests there. */
    LIMIT(true),
    /** 시장가: no price; what does not fill rests at its deemed price. */
    MARKET(false),
    /** 최유리지정가: the opposite side's best price at receipt, then a limit order at that price. */
    BEST_COUNTER(false),
    /** 최우선지정가: the own side's best price at receipt, then a limit order at that price. */
    BEST_OWN(false);

    private static final OrderType[] VALUES = values();
    private final boolean priced;

    OrderType(boolean priced) {
        this.priced = priced;
    }

    public static OrderType of(int ordinal) {
        return VALUES[ordinal];
    }

    /** Whether the client names the price. */
    public boolean priced() {
        return priced;
    }
}
