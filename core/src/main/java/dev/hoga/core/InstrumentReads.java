package dev.hoga.core;

/** The part of the reads that is about instruments: what they are, their prices of the day and their books. */
abstract class InstrumentReads implements BrokerageView {
    /** How many levels of each side are shown while an auction collects orders. Source: Enforcement Rule art. 126(1). */
    private static final int AUCTION_LEVELS = 3;

    final InstrumentTable instruments;
    final MarketDay day;
    private final CallAuction auction = new CallAuction();

    InstrumentReads(InstrumentTable instruments, MarketDay day) {
        this.instruments = instruments;
        this.day = day;
    }

    final Instrument instrument(int instrumentId) {
        if (!instruments.exists(instrumentId)) {
            throw new IndexOutOfBoundsException("no instrument " + instrumentId);
        }
        return instruments.get(instrumentId);
    }

    @Override
    public int instrumentId(long code, Venue venue) {
        return instruments.id(code, venue);
    }

    @Override
    public int instrumentCount() {
        return instruments.count();
    }

    @Override
    public int instrumentId(long code) {
        return instruments.id(code);
    }

    @Override
    public long code(int instrumentId) {
        return instrument(instrumentId).code;
    }

    @Override
    public String instrumentName(int instrumentId) {
        return instrument(instrumentId).name;
    }

    @Override
    public Market market(int instrumentId) {
        return instrument(instrumentId).market;
    }

    @Override
    public InstrumentKind instrumentKind(int instrumentId) {
        return instrument(instrumentId).kind;
    }

    @Override
    public String sector(int instrumentId) {
        return instrument(instrumentId).sector;
    }

    @Override
    public long listedShares(int instrumentId) {
        return instrument(instrumentId).listedShares;
    }

    @Override
    public long parValueWon(int instrumentId) {
        return instrument(instrumentId).parValueWon;
    }

    @Override
    public long basePriceWon(int instrumentId) {
        return instrument(instrumentId).baseWon;
    }

    @Override
    public long upperLimitWon(int instrumentId) {
        return instrument(instrumentId).upperLimitWon;
    }

    @Override
    public long lowerLimitWon(int instrumentId) {
        return instrument(instrumentId).lowerLimitWon;
    }

    @Override
    public int marginPercent(int instrumentId) {
        return instrument(instrumentId).marginPercent;
    }

    @Override
    public CreditGrade creditGrade(int instrumentId) {
        return instrument(instrumentId).grade;
    }

    @Override
    public long substitutePriceWon(int instrumentId) {
        return Costs.substituteWon(instrument(instrumentId).baseWon);
    }

    @Override
    public long tickWon(int instrumentId, long priceWon) {
        return instrument(instrumentId).ticks.tick(priceWon);
    }

    @Override
    public boolean halted(int instrumentId) {
        return instrument(instrumentId).halted;
    }

    @Override
    public Venue venue(int instrumentId) {
        return instrument(instrumentId).venue;
    }

    @Override
    public long lotShares(int instrumentId) {
        return instrument(instrumentId).lotShares;
    }

    @Override
    public int sessionDate(int instrumentId) {
        Instrument instrument = instrument(instrumentId);
        return instrument.overseas ? instrument.date() : day.tradingDate();
    }

    @Override
    public long lastPriceWon(int instrumentId) {
        return instrument(instrumentId).lastWon;
    }

    @Override
    public long openPriceWon(int instrumentId) {
        return instrument(instrumentId).openWon;
    }

    @Override
    public long highPriceWon(int instrumentId) {
        return instrument(instrumentId).highWon;
    }

    @Override
    public long lowPriceWon(int instrumentId) {
        return instrument(instrumentId).lowWon;
    }

    @Override
    public long volumeShares(int instrumentId) {
        return instrument(instrumentId).volumeShares;
    }

    @Override
    public long turnoverWon(int instrumentId) {
        return instrument(instrumentId).turnoverWon;
    }

    @Override
    public int leverage(int instrumentId) {
        return instrument(instrumentId).leverage;
    }

    @Override
    public long takerShares(int instrumentId, Side takerSide) {
        return instrument(instrumentId).takerShares(takerSide);
    }

    @Override
    public long takerTrades(int instrumentId, Side takerSide) {
        return instrument(instrumentId).takerTrades(takerSide);
    }

    @Override
    public long openTimeMs(int instrumentId) {
        return instrument(instrumentId).openTimeMs;
    }

    @Override
    public long highTimeMs(int instrumentId) {
        return instrument(instrumentId).highTimeMs;
    }

    @Override
    public long lowTimeMs(int instrumentId) {
        return instrument(instrumentId).lowTimeMs;
    }

    @Override
    public long previousVolumeShares(int instrumentId) {
        return instrument(instrumentId).previousVolumeShares;
    }

    @Override
    public long previousTurnoverWon(int instrumentId) {
        return instrument(instrumentId).previousTurnoverWon;
    }

    @Override
    public long bookTimeMs(int instrumentId) {
        return instrument(instrumentId).bookTimeMs;
    }

    @Override
    public long totalShares(int instrumentId, Side side) {
        return instrument(instrumentId).shares(side);
    }

    @Override
    public long offHoursShares(int instrumentId, Side side) {
        PriceLevels levels = instrument(instrumentId).closePriceOrders(side);
        return levels.best() == PriceLevels.NONE ? 0 : levels.shares(levels.best());
    }

    @Override
    public long nextPhaseMs(Venue venue) {
        return day.sessions.of(venue).nominalNextMs(day.tradingDate());
    }

    @Override
    public long closePriceWon(int instrumentId) {
        return instrument(instrumentId).closeWon;
    }

    @Override
    public Phase instrumentPhase(int instrumentId) {
        return day.phase(instrument(instrumentId));
    }

    @Override
    public Interruption interruption(int instrumentId) {
        return instrument(instrumentId).volatility.kind;
    }

    @Override
    public boolean interrupted(int instrumentId) {
        return instrument(instrumentId).interrupted;
    }

    @Override
    public int interruptionCount(int instrumentId) {
        return instrument(instrumentId).volatility.count;
    }

    @Override
    public long interruptionBeganMs(int instrumentId) {
        return instrument(instrumentId).volatility.beganMs;
    }

    @Override
    public long interruptionTriggerWon(int instrumentId) {
        return instrument(instrumentId).volatility.triggerWon;
    }

    @Override
    public long interruptionStaticBaseWon(int instrumentId) {
        return instrument(instrumentId).volatility.staticBaseWon;
    }

    @Override
    public long interruptionDynamicBaseWon(int instrumentId) {
        return instrument(instrumentId).volatility.dynamicBaseWon;
    }

    @Override
    public long expectedPriceWon(int instrumentId) {
        return findExpected(instrumentId) ? auction.priceWon() : 0;
    }

    @Override
    public long expectedShares(int instrumentId) {
        return findExpected(instrumentId) ? auction.shares() : 0;
    }

    /** The price that the price of an auction held now would be near to. */
    private long auctionNearestWon(Instrument instrument) {
        return day.phase(instrument) == Phase.SINGLE_PRICE ? Auctioneer.lastAfterHoursWon(instrument) : instrument.lastWon;
    }

    private boolean findExpected(int instrumentId) {
        Instrument instrument = instrument(instrumentId);
        return day.showsExpected(instrument) && !instrument.halted && auction.find(instrument, auctionNearestWon(instrument));
    }

    @Override
    public int copyDepth(int instrumentId, Side side, long[] pricesWon, long[] qtysShares) {
        Instrument instrument = instrument(instrumentId);
        boolean collecting = day.phase(instrument).auction();
        Phase venuePhase = day.phase(instrument.venue);
        if (collecting || instrument.halted || venuePhase == Phase.HALTED || venuePhase == Phase.PAUSE) {
            auction.find(instrument, auctionNearestWon(instrument));
            int most = collecting ? Math.min(AUCTION_LEVELS, pricesWon.length) : pricesWon.length;
            return auction.copyLeft(side, pricesWon, qtysShares, most);
        }
        PriceLevels limits = instrument.limitOrders(side);
        PriceLevels markets = instrument.marketOrders(side);
        int level = limits.best();
        int copied = 0;
        if (markets.best() != PriceLevels.NONE && pricesWon.length > 0) {
            pricesWon[0] = instrument.deemedWon(side);
            qtysShares[0] = markets.shares(markets.best());
            if (level != PriceLevels.NONE && limits.priceWon(level) == pricesWon[0]) {
                qtysShares[0] += limits.shares(level);
                level = limits.worse(level);
            }
            copied = 1;
        }
        while (copied < pricesWon.length && level != PriceLevels.NONE) {
            pricesWon[copied] = limits.priceWon(level);
            qtysShares[copied++] = limits.shares(level);
            level = limits.worse(level);
        }
        return copied;
    }
}
