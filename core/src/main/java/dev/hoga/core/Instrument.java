package dev.hoga.core;

/** A listed instrument with the day's prices and its book on KRX. */
final class Instrument {
    /** What an instrument has for a side where no market order has ever rested: nothing, and nothing to load. */
    private static final PriceLevels NEVER_USED = new SortedPriceLevels(Side.BUY);

    // What every order touches comes first, because fields lie in memory as they are written here.
    long upperLimitWon;
    long lowerLimitWon;
    /** The best limit prices, 0 where a side has none: noted here so that an order that meets nothing loads nothing more. */
    private long bestBidWon;
    private long bestAskWon;
    long bidShares;
    long askShares;
    long bookTimeMs;
    long turnoverWon;
    long saleTaxPpb;
    long lastWon;
    long highWon;
    long lowWon;
    long volumeShares;
    long tradeCount;
    /** What trades with a buyer as taker, and with a seller, have come to today. */
    private long takerBoughtShares;
    private long takerSoldShares;
    private long takerBuys;
    private long takerSells;
    /** Market time of the trade that first reached the day's highest, and lowest, price. */
    long highTimeMs;
    long lowTimeMs;
    PriceLevels bids;
    PriceLevels asks;
    /** Resting market orders, all on one level whose price means nothing. */
    private PriceLevels marketBids = NEVER_USED;
    private PriceLevels marketAsks = NEVER_USED;
    final int id;
    boolean halted;
    boolean bookChanged;
    final TickTable ticks;

    final long code;
    final String name;
    final Market market;
    final InstrumentKind kind;
    final String sector;
    final long listedShares;
    final long parValueWon;
    final int leverage;
    long baseWon;
    long openWon;
    long openTimeMs;
    long previousVolumeShares;
    long previousTurnoverWon;

    Instrument(int id, long code, String name, Market market, InstrumentKind kind, String sector, long listedShares,
        long parValueWon, int leverage) {
        this.id = id;
        this.code = code;
        this.name = name;
        this.market = market;
        this.kind = kind;
        this.sector = sector;
        this.listedShares = listedShares;
        this.parValueWon = parValueWon;
        this.leverage = leverage;
        this.ticks = TickTable.of(kind);
    }

    /** Sets the base price and what follows from it. The book must be empty. */
    void base(long priceWon, int tradingDate) {
        baseWon = priceWon;
        lastWon = priceWon;
        PriceLimits limits = PriceLimits.of(priceWon, leverage, ticks);
        upperLimitWon = limits.upperWon();
        lowerLimitWon = limits.lowerWon();
        saleTaxPpb = Costs.saleTaxPpb(kind, tradingDate);
        bestBidWon = 0;
        bestAskWon = 0;
        bids = PriceLevels.of(Side.BUY, limits, ticks);
        asks = PriceLevels.of(Side.SELL, limits, ticks);
    }

    /** Begins a trading date: the last price, moved up to the grid where it is off it, becomes the base price (ER 30). */
    void startDay(int tradingDate) {
        previousVolumeShares = volumeShares;
        previousTurnoverWon = turnoverWon;
        openWon = 0;
        openTimeMs = 0;
        highWon = 0;
        highTimeMs = 0;
        lowWon = 0;
        lowTimeMs = 0;
        volumeShares = 0;
        turnoverWon = 0;
        tradeCount = 0;
        takerBoughtShares = 0;
        takerSoldShares = 0;
        takerBuys = 0;
        takerSells = 0;
        bookTimeMs = 0;
        base(ticks.ceil(lastWon), tradingDate);
    }

    /** Notes a trade. @param takerSide the side of the later order */
    void trade(Side takerSide, long priceWon, long shares, long timeMs) {
        if (tradeCount++ == 0) {
            openWon = priceWon;
            openTimeMs = timeMs;
        }
        if (priceWon > highWon) {
            highWon = priceWon;
            highTimeMs = timeMs;
        }
        if (priceWon < lowWon || lowWon == 0) {
            lowWon = priceWon;
            lowTimeMs = timeMs;
        }
        lastWon = priceWon;
        volumeShares += shares;
        turnoverWon = Math.addExact(turnoverWon, priceWon * shares);
        if (takerSide == Side.BUY) {
            takerBoughtShares += shares;
            takerBuys++;
        } else {
            takerSoldShares += shares;
            takerSells++;
        }
    }

    long takerShares(Side side) {
        return side == Side.BUY ? takerBoughtShares : takerSoldShares;
    }

    long takerTrades(Side side) {
        return side == Side.BUY ? takerBuys : takerSells;
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

    void write(StateWriter out) {
        out.putLong(code);
        out.putString(name);
        out.putLong(market.ordinal());
        out.putLong(kind.ordinal());
        out.putString(sector);
        out.putLong(listedShares);
        out.putLong(parValueWon);
        out.putLong(leverage);
        out.putLong(baseWon);
        out.putLong(halted ? 1 : 0);
        out.putLong(lastWon);
        out.putLong(openWon);
        out.putLong(highWon);
        out.putLong(lowWon);
        out.putLong(volumeShares);
        out.putLong(turnoverWon);
        out.putLong(previousVolumeShares);
        out.putLong(previousTurnoverWon);
        out.putLong(tradeCount);
        out.putLong(takerBoughtShares);
        out.putLong(takerSoldShares);
        out.putLong(takerBuys);
        out.putLong(takerSells);
        out.putLong(openTimeMs);
        out.putLong(highTimeMs);
        out.putLong(lowTimeMs);
        out.putLong(bookTimeMs);
    }

    static Instrument read(StateReader in, int id, int tradingDate) {
        var instrument = new Instrument(id, in.getLong(), in.getString(), Market.of((int) in.getLong()),
            InstrumentKind.of((int) in.getLong()), in.getString(), in.getLong(), in.getLong(), (int) in.getLong());
        instrument.base(in.getLong(), tradingDate);
        instrument.halted = in.getLong() == 1;
        instrument.lastWon = in.getLong();
        instrument.openWon = in.getLong();
        instrument.highWon = in.getLong();
        instrument.lowWon = in.getLong();
        instrument.volumeShares = in.getLong();
        instrument.turnoverWon = in.getLong();
        instrument.previousVolumeShares = in.getLong();
        instrument.previousTurnoverWon = in.getLong();
        instrument.tradeCount = in.getLong();
        instrument.takerBoughtShares = in.getLong();
        instrument.takerSoldShares = in.getLong();
        instrument.takerBuys = in.getLong();
        instrument.takerSells = in.getLong();
        instrument.openTimeMs = in.getLong();
        instrument.highTimeMs = in.getLong();
        instrument.lowTimeMs = in.getLong();
        instrument.bookTimeMs = in.getLong();
        return instrument;
    }
}
