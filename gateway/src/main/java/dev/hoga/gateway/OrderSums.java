package dev.hoga.gateway;

/** What some fills of an order come to. */
record OrderSums(long shares, long amountWon, long commissionWon, long taxWon) {
    static final OrderSums NONE = new OrderSums(0, 0, 0, 0);

    OrderSums plus(OrderSums other) {
        return new OrderSums(shares + other.shares, amountWon + other.amountWon, commissionWon + other.commissionWon,
            taxWon + other.taxWon);
    }

    OrderSums negated() {
        return new OrderSums(-shares, -amountWon, -commissionWon, -taxWon);
    }
}
