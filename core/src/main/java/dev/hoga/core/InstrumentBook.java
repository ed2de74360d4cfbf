package dev.hoga.core;

/**
 * The book of an instrument: the day's limits and the two sides. A class of its own because the fields of a class lie
 * in memory before those of the class that extends it: so what every order touches is two cache lines.
 */
abstract class InstrumentBook {
    /** What an instrument has for a side where no order of a kind has ever rested: nothing, and nothing to load. */
    static final PriceLevels NEVER_USED = new SortedPriceLevels(Side.BUY);

    final int id;
    /** What accounts hold of it: its id at KRX. */
    final int assetId;
    /** Where it is traded; an instrument that is traded at two venues is listed at each. */
    final Venue venue;
    final TickTable ticks;
    /** Whether it is paid in a foreign currency, of which its prices are minimal units then. */
    final boolean overseas;
    boolean halted;
    /** Whether a volatility interruption collects its orders. */
    boolean interrupted;
    /** Whether NXT trades nothing of it because KRX has interrupted it; until 2026-09-11. */
    boolean paused;
    /** The rate of dynamic volatility interruptions in continuous trading. */
    int volatilityPerMille;
    boolean bookChanged;
    long upperLimitWon;
    long lowerLimitWon;
    /** The best limit prices, 0 where a side has none: noted here so that an order that meets nothing loads nothing more. */
    private long bestBidWon;
    private long bestAskWon;
    private long bidShares;
    private long askShares;
    long bookTimeMs;
    long turnoverWon;
    long lastWon;
    PriceLevels bids;
    PriceLevels asks;
    /** Resting market orders, all on one level whose price means nothing. */
    private PriceLevels marketBids = NEVER_USED;
    private PriceLevels marketAsks = NEVER_USED;

    InstrumentBook(int id, Venue venue, TickTable ticks) {
        this.id = id;
        assetId = Listing.asset(id);
        this.venue = venue;
        this.ticks = ticks;
        overseas = venue.overseas();
    }

    /** Begins an empty book between a day's limits. The one before must be empty. */
    void openBook(PriceLimits limits) {
        upperLimitWon = limits.upperWon();
        lowerLimitWon = limits.lowerWon();
        bestBidWon = 0;
        bestAskWon = 0;
        bids = PriceLevels.of(Side.BUY, limits, ticks);
        asks = PriceLevels.of(Side.SELL, limits, ticks);
    }

    PriceLevels limitOrders(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    PriceLevels marketOrders(Side side) {
        return side == Side.BUY ? marketBids : marketAsks;
    }

    /** The same where a market order is about to rest. */
    PriceLevels openMarketOrders(Side side) {
        if (marketOrders(side) == NEVER_USED) {
            if (side == Side.BUY) {
                marketBids = new SortedPriceLevels(side);
            } else {
                marketAsks = new SortedPriceLevels(side);
            }
        }
        return marketOrders(side);
    }

    /** Notes a side's best limit price after its levels have changed. */
    void noteBest(Side side) {
        PriceLevels levels = limitOrders(side);
        int best = levels.best();
        long won = best == PriceLevels.NONE ? 0 : levels.priceWon(best);
        if (side == Side.BUY) {
            bestBidWon = won;
        } else {
            bestAskWon = won;
        }
    }

    /** The best limit price of a side, 0 where it has none. */
    long bestLimitWon(Side side) {
        return side == Side.BUY ? bestBidWon : bestAskWon;
    }

    /** Whether an order of a side that may trade at prices up to (a sell: down to) this one meets any order. */
    boolean meetsAny(Side side, long worstWon) {
        if (side == Side.BUY) {
            return bestAskWon != 0 && bestAskWon <= worstWon || marketAsks.best() != PriceLevels.NONE;
        }
        return bestBidWon >= worstWon && bestBidWon != 0 || marketBids.best() != PriceLevels.NONE;
    }

    /** Whether a price is within the day's limits. */
    boolean allows(long priceWon) {
        return priceWon >= lowerLimitWon && priceWon <= upperLimitWon;
    }

    long shares(Side side) {
        return side == Side.BUY ? bidShares : askShares;
    }

    void addShares(Side side, long shares) {
        if (side == Side.BUY) {
            bidShares += shares;
        } else {
            askShares += shares;
        }
    }

    /**
     * What a resting market order is deemed to ask or bid while no limit order stands against it: for a sell, one tick below
     * the best limit ask but not below the lower limit, or the last price moved down to the grid; mirrored for a buy.
     * Source: KRX Business Regulation art. 24(2).
     */
    long deemedWon(Side side) {
        int best = limitOrders(side).best();
        if (side == Side.SELL) {
            return best == PriceLevels.NONE
                ? ticks.floor(lastWon)
                : Math.max(lowerLimitWon, ticks.down(asks.priceWon(best)));
        }
        return best == PriceLevels.NONE
            ? ticks.ceil(lastWon)
            : Math.min(upperLimitWon, ticks.up(bids.priceWon(best)));
    }

    /** The best price on a side, resting market orders at their deemed price; 0 where the side is empty. */
    long bestWon(Side side) {
        if (marketOrders(side).best() != PriceLevels.NONE) {
            return deemedWon(side);
        }
        int best = limitOrders(side).best();
        return best == PriceLevels.NONE ? 0 : limitOrders(side).priceWon(best);
    }
}
