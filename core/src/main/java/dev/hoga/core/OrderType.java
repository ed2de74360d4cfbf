package dev.hoga.core;

/**
 * How an order finds its price. When each may be placed, {@link OrderRules} says. Source: KRX Business Regulation art. 2,
 * Enforcement Rule art. 3, 4, 10.
 */
public enum OrderType {
    /** 지정가: a given price; what does not fill rests there. */
    LIMIT(true, true),
    /** 시장가: no price; what does not fill rests at its deemed price. */
    MARKET(false, false),
    /** 최유리지정가: the opposite side's best price at receipt, then a limit order at that price. */
    BEST_COUNTER(false, false),
    /** 최우선지정가: the own side's best price at receipt, then a limit order at that price. */
    BEST_OWN(false, false),
    /** 조건부지정가: a limit order that becomes a market order when the closing auction begins (ER 15). */
    CONDITIONAL(true, false),
    /** 장전 시간외종가: before the opening, at the previous close, which is the base price of the day. */
    PREVIOUS_CLOSE(false, true),
    /** 장후 시간외종가: after the close, at that. */
    TODAYS_CLOSE(false, true),
    /** 시간외단일가: a given price, for the auctions after hours. */
    SINGLE_PRICE(true, true);

    private static final OrderType[] VALUES = values();
    private final boolean priced;
    private final boolean bindsItsPrice;

    OrderType(boolean priced, boolean bindsItsPrice) {
        this.priced = priced;
        this.bindsItsPrice = bindsItsPrice;
    }

    public static OrderType of(int ordinal) {
        return VALUES[ordinal];
    }

    /** Whether the client names the price. */
    public boolean priced() {
        return priced;
    }

    /** Whether a buy order can cost no more than the price it rests at; the others bind the upper limit. */
    boolean bindsItsPrice() {
        return bindsItsPrice;
    }

    /** Whether it trades at a close, beside the book. */
    public boolean atClose() {
        return this == PREVIOUS_CLOSE || this == TODAYS_CLOSE;
    }

    /** Whether an order of this type can be amended into one of that: within the regular session's, or within itself. */
    boolean amendsTo(OrderType that) {
        return this == that || regular() && that.regular();
    }

    private boolean regular() {
        return !atClose() && this != SINGLE_PRICE;
    }
}
