package dev.hoga.core;

/**
 * The price levels of one side of a book. A level is a handle, valid while the level holds orders; each has a queue of
 * orders (first and last; the links between them are the orders' own) and their total of shares.
 *
 * <p>Two implementations pass the same tests: {@link DensePriceLevels} where the day's limits give few ticks,
 * {@link SortedPriceLevels} for the rest.
 */
interface PriceLevels {
    /** No such level. */
    int NONE = -1;

    /** The level of a grid price, made where it does not exist. */
    int open(long priceWon);

    /** The best level that holds orders, or {@link #NONE}. */
    int best();

    /** The next worse level that holds orders, or {@link #NONE}. */
    int worse(int level);

    /** The worst level that holds orders, or {@link #NONE}. */
    int worst();

    long priceWon(int level);

    /** The first order of the queue, 0 for none. */
    int head(int level);

    /** The last order of the queue, 0 for none. */
    int tail(int level);

    /** Sets the ends of the queue; an empty queue (0, 0) closes the level. */
    void queue(int level, int head, int tail);

    long shares(int level);

    void addShares(int level, long shares);

    /** The shares at a grid price, 0 where it has no level. */
    long sharesAt(long priceWon);

    /** The levels for a day's limits: dense where they are few enough. */
    static PriceLevels of(Side side, PriceLimits limits, TickTable ticks) {
        long span = DensePriceLevels.levelCount(limits, ticks);
        return span <= DensePriceLevels.MAX_LEVELS
            ? new DensePriceLevels(side, limits, ticks)
            : new SortedPriceLevels(side);
    }
}
