package dev.hoga.core;

/**
 * The single price of a call auction over the two sides of a book, and the shares that trade at it: what an auction ends
 * with, and until then what it is expected to end with. Reading only, and only the levels that cross; one object serves all
 * instruments, one after the other. Source: KRX Business Regulation art. 23, Enforcement Rule art. 34, 36.
 */
final class CallAuction {
    private final Walk bids = new Walk();
    private final Walk asks = new Walk();

    private long lastWon;
    private long nearestToWon;
    private long lowerLimitWon;
    private long upperLimitWon;
    private TickTable ticks;

    private long deemedBidWon;
    private long deemedAskWon;
    private long priceWon;
    private long shares;

    /** One side on its way from the best price to the worst, its market orders first at what they are deemed to bid or ask. */
    private static final class Walk {
        private PriceLevels limits;
        private int next;
        /** The price and the shares that have not met the other side yet; no shares where nothing is left. */
        private long levelWon;
        private long left;
        /** The worst price of what has met the other side. */
        private long reachedWon;

        void begin(PriceLevels limitOrders, long marketShares, long deemedWon) {
            limits = limitOrders;
            next = limits.best();
            levelWon = deemedWon;
            left = marketShares;
            if (left == 0) {
                step();
            }
        }

        private void step() {
            if (next != PriceLevels.NONE) {
                levelWon = limits.priceWon(next);
                left = limits.shares(next);
                next = limits.worse(next);
            }
        }

        void meet(long met) {
            reachedWon = levelWon;
            left -= met;
            if (left == 0) {
                step();
            }
        }
    }

    /** Looks at an instrument's book; among several matching prices the one nearest to the last price counts. */
    boolean find(Instrument instrument) {
        return find(instrument, instrument.lastWon);
    }

    /**
     * The same with another price to be near to: the base price for the first price of a new listing, of shares ex rights and
     * of split shares (ER 36).
     */
    boolean find(Instrument instrument, long nearestTo) {
        terms(instrument.lastWon, nearestTo, instrument.lowerLimitWon, instrument.upperLimitWon, instrument.ticks);
        return find(instrument.bids, instrument.asks, instrument.marketOrders(Side.BUY), instrument.marketOrders(Side.SELL));
    }

    /** Sets what the price depends on beside the orders. */
    void terms(long last, long nearestTo, long lowerLimit, long upperLimit, TickTable table) {
        lastWon = last;
        nearestToWon = nearestTo;
        lowerLimitWon = lowerLimit;
        upperLimitWon = upperLimit;
        ticks = table;
    }

    /** Looks at a book under the terms set before. @return whether anything trades */
    boolean find(PriceLevels bidLevels, PriceLevels askLevels, PriceLevels marketBids, PriceLevels marketAsks) {
        long bidShares = sharesOf(marketBids);
        long askShares = sharesOf(marketAsks);
        deem(bidLevels, askLevels, bidShares, askShares);
        bids.begin(bidLevels, bidShares, deemedBidWon);
        asks.begin(askLevels, askShares, deemedAskWon);
        shares = 0;
        priceWon = 0;
        while (bids.left > 0 && asks.left > 0 && asks.levelWon <= bids.levelWon) {
            long met = Math.min(bids.left, asks.left);
            shares += met;
            bids.meet(met);
            asks.meet(met);
        }
        if (shares > 0) {
            priceWon = choose();
        }
        return shares > 0;
    }

    private static long sharesOf(PriceLevels markets) {
        int level = markets.best();
        return level == PriceLevels.NONE ? 0 : markets.shares(level);
    }

    /**
     * Every grid price between two bounds is a matching price: no lower than what has met on the ask side and what is left of
     * the bids, no higher than what has met on the bid side and what is left of the asks. Of these the one nearest to the last
     * price; a last price off the grid counts as the grid price above it (BR 23).
     */
    private long choose() {
        long lowest = bids.left > 0 ? Math.max(asks.reachedWon, bids.levelWon) : asks.reachedWon;
        long highest = asks.left > 0 ? Math.min(bids.reachedWon, asks.levelWon) : bids.reachedWon;
        return Math.clamp(ticks.ceil(nearestToWon), lowest, highest);
    }

    /** What market orders are deemed to bid and ask. Source: Business Regulation art. 23(3). */
    private void deem(PriceLevels bidLevels, PriceLevels askLevels, long marketBidShares, long marketAskShares) {
        deemedBidWon = ticks.ceil(lastWon);
        int bestBid = bidLevels.best();
        int bestAsk = askLevels.best();
        if (bestBid == PriceLevels.NONE && bestAsk == PriceLevels.NONE) {
            deemedAskWon = deemedBidWon;
            if (marketAskShares > marketBidShares) {
                deemedAskWon = Math.max(lowerLimitWon, ticks.down(deemedAskWon));
            } else if (marketBidShares > marketAskShares) {
                deemedBidWon = Math.min(upperLimitWon, ticks.up(ticks.floor(lastWon)));
            }
            return;
        }
        deemedAskWon = ticks.floor(lastWon);
        if (bestAsk != PriceLevels.NONE) {
            deemedAskWon = Math.min(deemedAskWon, Math.max(lowerLimitWon, ticks.down(askLevels.priceWon(bestAsk))));
            deemedBidWon = Math.max(deemedBidWon, askLevels.priceWon(askLevels.worst()));
        }
        if (bestBid != PriceLevels.NONE) {
            deemedBidWon = Math.max(deemedBidWon, Math.min(upperLimitWon, ticks.up(bidLevels.priceWon(bestBid))));
            deemedAskWon = Math.min(deemedAskWon, bidLevels.priceWon(bidLevels.worst()));
        }
    }

    /**
     * Copies what the auction would leave of a side, best first. To be asked once, after {@link #find}.
     *
     * @return how many levels were copied, at most {@code most}
     */
    int copyLeft(Side side, long[] pricesWon, long[] qtysShares, int most) {
        Walk walk = side == Side.BUY ? bids : asks;
        int copied = 0;
        while (walk.left > 0) {
            if (copied > 0 && pricesWon[copied - 1] == walk.levelWon) {
                qtysShares[copied - 1] += walk.left;
            } else if (copied < most) {
                pricesWon[copied] = walk.levelWon;
                qtysShares[copied++] = walk.left;
            } else {
                break;
            }
            walk.meet(walk.left);
        }
        return copied;
    }

    /** The single price, 0 where nothing trades. */
    long priceWon() {
        return priceWon;
    }

    /** The shares that trade. */
    long shares() {
        return shares;
    }

    /** What market orders of a side counted as. */
    long deemedWon(Side side) {
        return side == Side.BUY ? deemedBidWon : deemedAskWon;
    }
}
