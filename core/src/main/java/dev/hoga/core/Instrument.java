package dev.hoga.core;

/** A listed instrument with the day's figures. */
final class Instrument extends InstrumentBook {
    /** Auctions after hours keep within a tenth of the close. */
    private static final long SINGLE_PRICE_PART = 10;

    final long code;
    final String name;
    final Market market;
    final InstrumentKind kind;
    final String sector;
    final long listedShares;
    final long parValueWon;
    final int leverage;
    /** The shares of which an order must be a multiple. */
    final long lotShares;
    /** What of a price an account on margin must have, and from the next trading date on. */
    int marginPercent = 100;
    int nextMarginPercent = 100;
    CreditGrade grade = CreditGrade.NONE;
    CreditGrade nextGrade = CreditGrade.NONE;
    long saleTaxPpb;
    /** The most shares of one quote today. */
    long mostShares;
    long baseWon;
    long openWon;
    long highWon;
    long lowWon;
    long openTimeMs;
    /** The official close, 0 before the closing auction has ended. */
    long closeWon;
    /** The price of the last auction after hours, 0 before it. */
    long singlePriceWon;
    /** Orders that trade at a close, each side on one level. */
    private PriceLevels closeBids = NEVER_USED;
    private PriceLevels closeAsks = NEVER_USED;
    /** Market time of the trade that first reached the day's highest, and lowest, price. */
    long highTimeMs;
    long lowTimeMs;
    long volumeShares;
    long tradeCount;
    /** What trades with a buyer as taker, and with a seller, have come to today. */
    private long takerBoughtShares;
    private long takerSoldShares;
    private long takerBuys;
    private long takerSells;
    long previousVolumeShares;
    long previousTurnoverWon;
    final Volatility volatility = new Volatility();
    final DayTape tape = new DayTape();
    final PastDays past = new PastDays();
    private int date;

    Instrument(int id, long code, String name, Market market, InstrumentKind kind, String sector, long listedShares,
        long parValueWon, int leverage) {
        this(id, code, name, market, kind, sector, listedShares, parValueWon, leverage, domesticVenue(id, kind), 1);
    }

    private static Venue domesticVenue(int id, InstrumentKind kind) {
        return Listing.venue(id) == Venue.NXT ? Venue.NXT : kind.venue();
    }

    /** What is listed overseas; prices are minimal units of its currency. */
    static Instrument overseas(int id, long code, String name, String englishName, InstrumentKind kind, long listedShares,
        long lotShares) {
        return new Instrument(id, code, name, Market.OVERSEAS, kind, englishName, listedShares, 0, 1, Code.venue(code), lotShares);
    }

    private Instrument(int id, long code, String name, Market market, InstrumentKind kind, String sector, long listedShares,
        long parValueWon, int leverage, Venue venue, long lotShares) {
        super(id, venue, venue.overseas() ? TickTable.of(venue) : TickTable.of(kind));
        this.lotShares = lotShares;
        this.code = code;
        this.name = name;
        this.market = market;
        this.kind = kind;
        this.sector = sector;
        this.listedShares = listedShares;
        this.parValueWon = parValueWon;
        this.leverage = leverage;
    }

    /** The listing at NXT of what is listed at KRX. */
    static Instrument atNxt(Instrument krx, int tradingDate) {
        var nxt = new Instrument(Listing.atNxt(krx.id), krx.code, krx.name, krx.market, krx.kind, krx.sector, krx.listedShares,
            krx.parValueWon, krx.leverage);
        nxt.base(krx.baseWon, tradingDate);
        nxt.halted = krx.halted;
        nxt.marginPercent = krx.marginPercent;
        nxt.nextMarginPercent = krx.nextMarginPercent;
        nxt.grade = krx.grade;
        nxt.nextGrade = krx.nextGrade;
        return nxt;
    }

    /** Sets the base price and what follows from it. The book must be empty. */
    void base(long priceWon, int tradingDate) {
        baseWon = priceWon;
        lastWon = priceWon;
        closeWon = closeWon == 0 ? 0 : priceWon;
        date = tradingDate;
        interrupted = false;
        paused = false;
        volatility.works(venue == Venue.KRX || venue == Venue.NXT && tradingDate >= SessionPlan.FIRST_DAY_OF_AFTER_MARKET);
        volatility.startDay(priceWon);
        if (overseas) {
            volatility.neverBegins();
            volatilityPerMille = Volatility.NEVER_PER_MILLE;
            mostShares = CoreCommands.MAX_ORDER_SHARES;
            openBook(PriceLimits.overseas(venue, priceWon, ticks));
            return;
        }
        saleTaxPpb = Costs.saleTaxPpb(kind, tradingDate);
        volatilityPerMille = volatility.works() ? Volatility.continuousPerMille(this) : Volatility.NEVER_PER_MILLE;
        mostShares = QuoteSize.mostShares(kind, listedShares, priceWon);
        openBook(PriceLimits.of(kind, priceWon, leverage));
    }

    /** Begins a trading date: the close, moved up to the grid where it is off it, becomes the base price (ER 30). */
    void startDay(int tradingDate) {
        startDay(tradingDate, ticks.ceil(dayCloseWon()));
    }

    /** Begins a trading date with a base price. */
    void startDay(int tradingDate, long newBaseWon) {
        marginPercent = nextMarginPercent;
        grade = nextGrade;
        past.add(date, this);
        tape.clear();
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
        closeWon = 0;
        singlePriceWon = 0;
        base(newBaseWon, tradingDate);
    }

    /** Begins a local date of an overseas venue; on the first one there is no day before. */
    void startOverseasDay(int localDate) {
        if (date == 0) {
            base(baseWon, localDate);
        } else {
            startDay(localDate);
        }
    }

    /** The date that the day's figures are of: the trading date, overseas the local one; 0 before the first. */
    int date() {
        return date;
    }

    /** Fixes an overseas close: the last price of the regular session. */
    void closeOverseas() {
        closeWon = closeWon == 0 ? lastWon : closeWon;
    }

    /** Sets what buying on margin and on credit needs, from now or from the next trading date on. */
    void terms(int newMarginPercent, CreditGrade newGrade, boolean now) {
        nextMarginPercent = newMarginPercent;
        nextGrade = newGrade;
        if (now) {
            marginPercent = newMarginPercent;
            grade = newGrade;
        }
    }

    /** Notes a trade of the continuous session. @param takerSide the side of the later order */
    void trade(Side takerSide, long priceWon, long shares, long timeMs) {
        trade(priceWon, shares, timeMs);
        tape.taken(takerSide);
        noteTaker(takerSide, shares);
    }

    /** Notes the one trade of an opening or closing auction. */
    void trade(long priceWon, long shares, long timeMs) {
        if (openWon == 0) {
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
        addTrade(priceWon, shares);
        tape.add(priceWon, shares, timeMs);
    }

    /** Notes a trade of the after-market: the last price and the charts of the day, but none of the day's other prices. */
    void tradeAfterHours(Side takerSide, long priceWon, long shares, long timeMs) {
        tradeAfterHours(priceWon, shares, timeMs);
        tape.taken(takerSide);
        noteTaker(takerSide, shares);
    }

    /** Notes the one trade of an auction in the after-market. */
    void tradeAfterHours(long priceWon, long shares, long timeMs) {
        lastWon = priceWon;
        addTrade(priceWon, shares);
        tape.add(priceWon, shares, timeMs);
    }

    /** Notes a trade at a close, which makes no price. */
    void tradeAtClose(Side takerSide, long priceWon, long shares) {
        addTrade(priceWon, shares);
        noteTaker(takerSide, shares);
    }

    /** Notes the one trade of an auction after hours. */
    void tradeSinglePrice(long priceWon, long shares) {
        singlePriceWon = priceWon;
        addTrade(priceWon, shares);
    }

    private void addTrade(long priceWon, long shares) {
        tradeCount++;
        volumeShares += shares;
        turnoverWon = Math.addExact(turnoverWon, priceWon * shares);
    }

    private void noteTaker(Side takerSide, long shares) {
        if (takerSide == Side.BUY) {
            takerBoughtShares += shares;
            takerBuys++;
        } else {
            takerSoldShares += shares;
            takerSells++;
        }
    }

    /**
     * Fixes the close: the last price; where nothing has traded all day, the best ask below the base price or the best bid
     * above it (기세). Source: KRX Business Regulation art. 2(9).
     */
    void close() {
        long askWon = bestLimitWon(Side.SELL);
        if (openWon == 0) {
            if (askWon != 0 && askWon < baseWon) {
                lastWon = askWon;
            } else if (bestLimitWon(Side.BUY) > baseWon) {
                lastWon = bestLimitWon(Side.BUY);
            }
        }
        closeWon = lastWon;
    }

    /** The official close, or the last price before there is one. */
    long dayCloseWon() {
        return closeWon == 0 ? lastWon : closeWon;
    }

    /** Whether an auction after hours takes a price: within a tenth of the close. Source: Enforcement Rule art. 51-2. */
    boolean allowsSinglePrice(long priceWon) {
        long widthWon = closeWon / SINGLE_PRICE_PART;
        return priceWon <= closeWon + widthWon && priceWon >= closeWon - widthWon;
    }

    /** Orders of a side that trade at a close. */
    PriceLevels closePriceOrders(Side side) {
        return side == Side.BUY ? closeBids : closeAsks;
    }

    /** The same where one is about to rest. */
    PriceLevels openClosePriceOrders(Side side) {
        if (closePriceOrders(side) == NEVER_USED) {
            if (side == Side.BUY) {
                closeBids = new SortedPriceLevels(side);
            } else {
                closeAsks = new SortedPriceLevels(side);
            }
        }
        return closePriceOrders(side);
    }

    long takerShares(Side side) {
        return side == Side.BUY ? takerBoughtShares : takerSoldShares;
    }

    long takerTrades(Side side) {
        return side == Side.BUY ? takerBuys : takerSells;
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
        out.putLong(lotShares);
        out.putLong(baseWon);
        out.putLong(date);
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
        out.putLong(closeWon);
        out.putLong(singlePriceWon);
        out.putLong(marginPercent);
        out.putLong(nextMarginPercent);
        out.putLong(grade.ordinal());
        out.putLong(nextGrade.ordinal());
        volatility.write(out);
        tape.write(out);
        past.write(out);
    }

    static Instrument read(StateReader in, int id) {
        long code = in.getLong();
        String name = in.getString();
        Market market = Market.of((int) in.getLong());
        InstrumentKind kind = InstrumentKind.of((int) in.getLong());
        var instrument = new Instrument(id, code, name, market, kind, in.getString(), in.getLong(), in.getLong(), (int) in.getLong(),
            Code.isOverseas(code) ? Code.venue(code) : domesticVenue(id, kind), in.getLong());
        instrument.base(in.getLong(), (int) in.getLong());
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
        instrument.closeWon = in.getLong();
        instrument.singlePriceWon = in.getLong();
        instrument.marginPercent = (int) in.getLong();
        instrument.nextMarginPercent = (int) in.getLong();
        instrument.grade = CreditGrade.of((int) in.getLong());
        instrument.nextGrade = CreditGrade.of((int) in.getLong());
        instrument.volatility.read(in);
        if (instrument.overseas) {
            instrument.volatility.neverBegins();
        }
        instrument.interrupted = instrument.volatility.untilMs != 0;
        instrument.tape.read(in);
        instrument.past.read(in);
        return instrument;
    }
}
