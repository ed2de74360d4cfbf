package dev.hoga.core;

/** What is told of a trade of the trading date that is still kept. */
@FunctionalInterface
public interface RecentTradeListener {

    /**
     * A trade that made a price.
     *
     * @param place how many trades there were before it
     * @param takenShares its shares where the later order bought, the same below zero where it sold, 0 in an auction
     */
    void trade(int place, long priceWon, long qtyShares, long takenShares, long marketTimeMs);
}
