package dev.hoga.history;

/** Sums over orders. @param orderedShares of cancellations nothing @param costsWon commission and tax */
public record OrderTotals(long orderedShares, long filledShares, long filledAmountWon, long costsWon) {
    public static final OrderTotals NONE = new OrderTotals(0, 0, 0, 0);

    /** @throws ArithmeticException where a sum does not fit */
    public OrderTotals plus(OrderTotals more) {
        return new OrderTotals(Math.addExact(orderedShares, more.orderedShares), Math.addExact(filledShares, more.filledShares),
            Math.addExact(filledAmountWon, more.filledAmountWon), Math.addExact(costsWon, more.costsWon));
    }
}
