package dev.hoga.core;

import java.util.Arrays;

/**
 * Which orders of a side an auction's shares go to, and how many to each: by price, then time, or, at a price limit in the
 * auctions that share out there (동시호가), by size. Reading only; one object serves all auctions, one after the other.
 * Source: KRX Business Regulation art. 22, 23; Enforcement Rule art. 34.
 */
final class AuctionFills {
    /** The most shares an order gets before every other order at the limit has had its turn. */
    private static final long FIRST_ROUND_SHARES = 100;
    private static final int FIRST_CAPACITY = 64;

    private final OrderTable orders;
    private int[] order = new int[FIRST_CAPACITY];
    private long[] shares = new long[FIRST_CAPACITY];
    private long[] bySize = new long[FIRST_CAPACITY];
    private int count;

    AuctionFills(OrderTable orders) {
        this.orders = orders;
    }

    /** How many orders get something. */
    int count() {
        return count;
    }

    /** An order that gets something; they stand in the order in which they fill. */
    int order(int index) {
        return order[index];
    }

    long shares(int index) {
        return shares[index];
    }

    /**
     * Gives an auction's shares to the orders of a side.
     *
     * @param limitWon the side's extreme price limit: the upper for bids, the lower for asks
     */
    void byPriceAndTime(PriceLevels limits, PriceLevels markets, long limitWon, long auctionShares) {
        count = 0;
        int level = limits.best();
        int market = firstOf(markets, markets.best());
        int limit = firstOf(limits, level);
        long left = auctionShares;
        while (left > 0) {
            boolean marketFirst = market != 0
                && (limit == 0 || limits.priceWon(level) != limitWon || orders.sequence(market) < orders.sequence(limit));
            int next = marketFirst ? market : limit;
            long part = Math.min(left, orders.openShares(next));
            add(next, part);
            left -= part;
            if (marketFirst) {
                market = orders.next(market);
            } else {
                limit = orders.next(limit);
                if (limit == 0) {
                    level = limits.worse(level);
                    limit = firstOf(limits, level);
                }
            }
        }
    }

    private static int firstOf(PriceLevels levels, int level) {
        return level == PriceLevels.NONE ? 0 : levels.head(level);
    }

    private void add(int next, long part) {
        if (count == order.length) {
            order = Arrays.copyOf(order, count * 2);
            shares = Arrays.copyOf(shares, count * 2);
            bySize = Arrays.copyOf(bySize, count * 2);
        }
        order[count] = next;
        shares[count++] = part;
    }

    /**
     * Gives an auction's shares to the orders at the limit, market orders among them, the largest first, in three rounds: up
     * to 100 each, half of what each still wants (half a share counts as one), the rest. The auction's price must be that
     * limit, so that no order of this side is elsewhere among those that trade.
     */
    void bySize(PriceLevels limits, PriceLevels markets, long limitWon, long auctionShares) {
        int best = limits.best();
        int level = best != PriceLevels.NONE && limits.priceWon(best) == limitWon ? best : PriceLevels.NONE;
        long there = level == PriceLevels.NONE ? 0 : limits.shares(level);
        there += markets.best() == PriceLevels.NONE ? 0 : markets.shares(markets.best());
        byPriceAndTime(limits, markets, limitWon, there);
        sortBySize();
        Arrays.fill(shares, 0, count, 0);
        long left = auctionShares;
        for (int round = 1; round <= 3; round++) {
            for (int i = 0; i < count && left > 0; i++) {
                long wanted = orders.openShares(order[i]) - shares[i];
                long part = Math.min(left, switch (round) {
                    case 1 -> Math.min(FIRST_ROUND_SHARES, wanted);
                    case 2 -> (wanted + 1) / 2;
                    default -> wanted;
                });
                shares[i] += part;
                left -= part;
            }
        }
        dropEmpty();
    }

    /** Largest first; of two that are as large the earlier, which is how they stand now. */
    private void sortBySize() {
        for (int i = 0; i < count; i++) {
            bySize[i] = CoreCommands.MAX_ORDER_SHARES - shares[i] << Integer.SIZE | i;
        }
        Arrays.sort(bySize, 0, count);
        for (int i = 0; i < count; i++) {
            shares[i] = order[(int) bySize[i]];
        }
        for (int i = 0; i < count; i++) {
            order[i] = (int) shares[i];
        }
    }

    private void dropEmpty() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (shares[i] > 0) {
                order[kept] = order[i];
                shares[kept++] = shares[i];
            }
        }
        count = kept;
    }
}
