package dev.hoga.core;

/** Lists instruments and sets what is said of them. */
final class ListingDesk {
    private static final int MAX_LEVERAGE = 3;

    private final InstrumentTable instruments;
    private final OverseasDesk overseas;
    private final IndexBoard indices;
    private final OrderBook book;
    private final MarketDay day;
    private final Participants participants;
    private final CoreListener listener;

    ListingDesk(InstrumentTable instruments, IndexBoard indices, OrderBook book, MarketDay day, Participants participants,
        CoreListener listener) {
        this.instruments = instruments;
        this.indices = indices;
        this.book = book;
        this.day = day;
        this.participants = participants;
        this.listener = listener;
        overseas = new OverseasDesk(instruments);
    }

    void list(long correlationId, long code, String name, Market market, InstrumentKind kind, String sector, long listedShares,
        long parValueWon, int leverage, long basePriceWon) {
        Reject reject = null;
        if (instruments.id(code) >= 0) {
            reject = Reject.ALREADY_EXISTS;
        } else if (code == 0 || name.length() > Brokerage.MAX_NAME_LENGTH || sector.length() > Brokerage.MAX_NAME_LENGTH || listedShares < 0
            || Code.isOverseas(code) || parValueWon < 0 || leverage == 0 || leverage < -MAX_LEVERAGE || leverage > MAX_LEVERAGE
            || !goodBase(TickTable.of(kind), basePriceWon)
            || instruments.count() == InstrumentTable.MAX_INSTRUMENTS) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject != null) {
            Answer.give(listener, correlationId, reject, 0);
            return;
        }
        var instrument = new Instrument(instruments.count(), code, name, market, kind, sector, listedShares, parValueWon,
            leverage);
        instrument.base(basePriceWon, day.tradingDate());
        instruments.add(instrument);
        indices.rebased(instrument);
        Answer.give(listener, correlationId, null, instrument.id);
    }

    /** Lists a stock of KRX at NXT as well. */
    void listAtNxt(long correlationId, long code) {
        int id = instruments.id(code);
        Reject reject = null;
        if (id < 0) {
            reject = Reject.UNKNOWN_INSTRUMENT;
        } else if (instruments.atNxt(id)) {
            reject = Reject.ALREADY_EXISTS;
        } else if (instruments.get(id).kind != InstrumentKind.STOCK || instruments.get(id).overseas) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject == null) {
            instruments.add(Instrument.atNxt(instruments.get(id), day.tradingDate()));
            day.pauseNxt(instruments.get(id), instruments.get(id).interrupted);
        }
        Answer.give(listener, correlationId, reject, id);
    }

    void listOverseas(long correlationId, long code, String name, String englishName, InstrumentKind kind, long listedShares,
        long lotShares, long basePrice) {
        Reject reject = overseas.mayList(code, name, englishName, listedShares, lotShares, basePrice);
        if (reject == null) {
            Instrument instrument = overseas.list(code, name, englishName, kind, listedShares, lotShares, basePrice);
            day.overseas.listed(instrument, day.nowMs());
        }
        Answer.give(listener, correlationId, reject, reject == null ? instruments.count() - 1 : 0);
    }

    /** Sets the base price of what has not been touched today. */
    void base(long correlationId, long code, long basePriceWon) {
        int id = instruments.id(code);
        Reject reject = null;
        if (id < 0) {
            reject = Reject.UNKNOWN_INSTRUMENT;
        } else if (usedToday(instruments.get(id)) || instruments.atNxt(id) && usedToday(instruments.nxt(id))) {
            reject = Reject.TRADED_TODAY;
        } else if (!(instruments.get(id).overseas ? OverseasDesk.isBase(instruments.get(id).ticks, basePriceWon)
            : goodBase(instruments.get(id).ticks, basePriceWon))) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject == null) {
            day.base(id, basePriceWon);
            indices.rebased(instruments.get(id));
        }
        Answer.give(listener, correlationId, reject, id);
    }

    /** Sets what buying needs: from the next date on where orders rest. */
    void terms(long correlationId, long code, int marginPercent, CreditGrade grade) {
        int id = instruments.id(code);
        Reject reject = null;
        if (id < 0) {
            reject = Reject.UNKNOWN_INSTRUMENT;
        } else if (!Costs.isMarginPercent(marginPercent) || instruments.get(id).overseas) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject == null) {
            boolean now = book.firstResting(instruments.get(id)) == 0
                && (!instruments.atNxt(id) || book.firstResting(instruments.nxt(id)) == 0);
            instruments.get(id).terms(marginPercent, grade, now);
            if (instruments.atNxt(id)) {
                instruments.nxt(id).terms(marginPercent, grade, now);
            }
        }
        Answer.give(listener, correlationId, reject, id);
    }

    /** Binds a day to come of an instrument to what it is to come to. */
    void bind(long correlationId, long code, int epochDay, long baseWon, long openWon, long highWon, long lowWon, long closeWon,
        long volumeShares) {
        int id = instruments.id(code);
        var row = new DailyRow(epochDay, baseWon, openWon, highWon, lowWon, closeWon, volumeShares);
        Reject reject;
        if (id < 0) {
            reject = Reject.UNKNOWN_INSTRUMENT;
        } else if (epochDay < 0 || day.started() && epochDay <= day.tradingDate()
            || row.fault(instruments.get(id).ticks, instruments.get(id).leverage) != DailyRow.Fault.NONE) {
            reject = Reject.OUT_OF_RANGE;
        } else {
            reject = participants.bind(id, row);
        }
        Answer.give(listener, correlationId, reject, id);
    }

    private static boolean goodBase(TickTable ticks, long basePriceWon) {
        return basePriceWon > 0 && basePriceWon <= CoreCommands.MAX_PRICE_WON && ticks.onGrid(basePriceWon);
    }

    private boolean usedToday(Instrument instrument) {
        return instrument.tradeCount > 0 || instrument.interrupted || book.firstResting(instrument) != 0;
    }
}
