package dev.hoga.core;

/** A listed instrument with the day's figures. */
final class Instrument extends InstrumentBook {
    final long code;
    final String name;
    final Market market;
    final InstrumentKind kind;
    final String sector;
    final long listedShares;
    final long parValueWon;
    final int leverage;
    long saleTaxPpb;
    long baseWon;
    long openWon;
    long highWon;
    long lowWon;
    long openTimeMs;
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
    final DayTape tape = new DayTape();
    final PastDays past = new PastDays();
    private int date;

    Instrument(int id, long code, String name, Market market, InstrumentKind kind, String sector, long listedShares,
        long parValueWon, int leverage) {
        super(id, TickTable.of(kind));
        this.code = code;
        this.name = name;
        this.market = market;
        this.kind = kind;
        this.sector = sector;
        this.listedShares = listedShares;
        this.parValueWon = parValueWon;
        this.leverage = leverage;
    }

    /** Sets the base price and what follows from it. The book must be empty. */
    void base(long priceWon, int tradingDate) {
        baseWon = priceWon;
        lastWon = priceWon;
        date = tradingDate;
        saleTaxPpb = Costs.saleTaxPpb(kind, tradingDate);
        openBook(PriceLimits.of(priceWon, leverage, ticks));
    }

    /** Begins a trading date: the last price, moved up to the grid where it is off it, becomes the base price (ER 30). */
    void startDay(int tradingDate) {
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
        tape.add(priceWon, shares, timeMs);
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
        tape.write(out);
        past.write(out);
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
        instrument.tape.read(in);
        instrument.past.read(in);
        return instrument;
    }
}
