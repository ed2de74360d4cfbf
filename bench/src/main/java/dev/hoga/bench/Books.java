package dev.hoga.bench;

import java.util.Arrays;

/** All levels of all books: shares and number of orders at each price, to be compared between contenders. */
final class Books {
    private static final int SIDES = 2;
    private final MarketShape shape;
    private final int[] firstLevel;
    private final long[] shares;
    private final int[] orders;

    Books(MarketShape shape) {
        this.shape = shape;
        firstLevel = new int[shape.symbols() + 1];
        for (int symbol = 0; symbol < shape.symbols(); symbol++) {
            firstLevel[symbol + 1] = firstLevel[symbol] + SIDES * shape.levels(symbol);
        }
        shares = new long[firstLevel[shape.symbols()]];
        orders = new int[shares.length];
    }

    void add(int symbol, byte side, int priceTicks, long addedShares, int addedOrders) {
        int offset = priceTicks - shape.lowerLimitWon(symbol) / shape.tickWon(symbol);
        if (offset < 0 || offset >= shape.levels(symbol)) {
            throw new IllegalStateException("price " + priceTicks + " ticks is outside the limits of symbol " + symbol);
        }
        int level = firstLevel[symbol] + side * shape.levels(symbol) + offset;
        shares[level] += addedShares;
        orders[level] += addedOrders;
    }

    /** @throws IllegalStateException where a side's levels, best first, are not these */
    void requireDepth(int symbol, byte side, long[] pricesWon, long[] qtysShares, int levels) {
        int first = firstLevel[symbol] + side * shape.levels(symbol);
        int lowestTicks = shape.lowerLimitWon(symbol) / shape.tickWon(symbol);
        long sum = 0;
        for (int i = 0; i < levels; i++) {
            int offset = (int) (pricesWon[i] / shape.tickWon(symbol)) - lowestTicks;
            if (shares[first + offset] != qtysShares[i]) {
                throw new IllegalStateException("symbol %d shows %d shares at %d won, its orders have %d".formatted(symbol,
                    qtysShares[i], pricesWon[i], shares[first + offset]));
            }
            sum += qtysShares[i];
        }
        if (sum != Arrays.stream(shares, first, first + shape.levels(symbol)).sum()) {
            throw new IllegalStateException("symbol " + symbol + " does not show all its levels");
        }
    }

    /** The first level that differs, in words, or an empty text. */
    String firstDifference(Books other) {
        int level = Arrays.mismatch(shares, other.shares);
        if (level < 0) {
            level = Arrays.mismatch(orders, other.orders);
        }
        if (level < 0) {
            return "";
        }
        int symbol = Arrays.binarySearch(firstLevel, level);
        symbol = symbol >= 0 ? symbol : -symbol - 2;
        return "symbol %d level %d: %d shares of %d orders, other %d of %d".formatted(symbol, level - firstLevel[symbol],
            shares[level], orders[level], other.shares[level], other.orders[level]);
    }

    /** How many levels have orders. */
    int levelsInUse() {
        return (int) Arrays.stream(orders).filter(count -> count > 0).count();
    }

    int openOrders() {
        return Arrays.stream(orders).sum();
    }
}
