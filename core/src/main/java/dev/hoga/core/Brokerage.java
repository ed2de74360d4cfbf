package dev.hoga.core;

/**
 * The whole brokerage behind its two interfaces: commands come in through {@link CoreCommands}, answers and events go out
 * through the {@link CoreListener} given at construction, reads through {@link #view}. One thread at a time.
 */
public final class Brokerage implements CoreCommands {
    /** Counts changes of what is written by {@link #write}. */
    public static final int STATE_FORMAT = 13;

    /** The longest name, HTS id, sector or app key. */
    static final int MAX_NAME_LENGTH = 100;
    /** The most times an index that a fund follows, either way. */
    private static final int MAX_LEVERAGE = 3;
    /** Bids and asks, each with and without a price and at a close. */
    private static final int QUEUES = 6;

    private final InstrumentTable instruments = new InstrumentTable();
    private final AccountTable accounts = new AccountTable();
    private final Outbox outbox = new Outbox();
    private final DepositTable deposits = new DepositTable(accounts, outbox);
    private final HoldingTable holdings = new HoldingTable(accounts);
    private final LentTable lent = new LentTable(deposits);
    private final LoanTable loans = new LoanTable();
    private final DayTradeTable trades = new DayTradeTable(accounts, holdings);
    private final KeyTable keys = new KeyTable();
    private final OrderTable orders = new OrderTable();
    private final ForeignCash foreignCash = new ForeignCash();
    private final ForeignDesk foreignDesk;
    private final OverseasDesk overseasDesk = new OverseasDesk(instruments);
    private final CoreListener listener;
    private final TallyTable tallies = new TallyTable();
    private final IndexBoard indices;
    private final OrderBook book;
    private final MarketDay day;
    private final OrderDesk desk;
    private final KeyDesk keyDesk;
    private final GoldDesk goldDesk;
    private final Participants participants;
    private final BrokerageView view;

    /** An empty brokerage: no clients, no instruments, no participants, its clock not started. */
    public Brokerage(CoreListener listener) {
        this(listener, Participants.NONE);
    }

    /** The same with participants, who are switched off. */
    public Brokerage(CoreListener listener, Participants.Factory factory) {
        this.listener = listener;
        keyDesk = new KeyDesk(accounts, keys, listener);
        foreignDesk = new ForeignDesk(accounts, deposits, foreignCash, outbox, listener);
        var foreignLedger = new ForeignLedger(foreignCash, holdings, orders, outbox, listener);
        var ledger = new Ledger(accounts, deposits, holdings, lent, loans, trades, orders, tallies, outbox, listener, foreignLedger);
        indices = new IndexBoard(instruments, listener);
        book = new OrderBook(orders, accounts, ledger, indices, listener);
        var roll = new DayRoll(instruments, accounts, deposits, holdings, lent, loans, trades, orders, ledger, indices, tallies, outbox,
            foreignCash, foreignLedger);
        day = new MarketDay(instruments, orders, book, roll, indices, outbox, foreignDesk, listener);
        desk = new OrderDesk(instruments, accounts, holdings, loans, orders, ledger, book, day, listener);
        goldDesk = new GoldDesk(instruments, accounts, deposits, holdings, day, outbox, listener);
        ledger.knows(day);
        day.forces(new ForcedSales(instruments, accounts, deposits, holdings, loans, ledger, desk, day));
        participants = factory.at(new ParticipantDesk(instruments, accounts, deposits, holdings, loans, orders, ledger, tallies, book, day,
            foreignCash));
        day.wakes(participants);
        view = new Reads(instruments, accounts, deposits, holdings, loans, trades, keys, orders, ledger, day, participants,
            outbox, indices, tallies, foreignCash, foreignDesk);
    }

    /** The brokerage without participants that was written; the reader must stand where {@link #write} began. */
    public Brokerage(CoreListener listener, StateReader in) {
        this(listener, Participants.NONE, in);
    }

    /** The brokerage that was written; the reader must stand where {@link #write} began. */
    public Brokerage(CoreListener listener, Participants.Factory factory, StateReader in) {
        this(listener, factory);
        day.readTime(in);
        outbox.read(in);
        day.read(in);
        accounts.read(in);
        deposits.read(in);
        foreignCash.read(in);
        foreignDesk.rates.read(in);
        int instrumentCount = (int) in.getLong();
        for (int id = 0; id < instrumentCount; id++) {
            Instrument krx = Instrument.read(in, id);
            instruments.add(krx);
            if (in.getLong() == 1) {
                instruments.add(Instrument.read(in, Listing.atNxt(id)));
                day.pauseNxt(krx, krx.interrupted);
            }
        }
        indices.read(in);
        tallies.read(in);
        holdings.read(in);
        lent.read(in);
        loans.read(in);
        trades.read(in);
        keys.read(in);
        orders.read(in);
        for (int id = 0; id < instrumentCount; id++) {
            readQueues(in, instruments.get(id));
            if (instruments.atNxt(id)) {
                readQueues(in, instruments.nxt(id));
            }
        }
        participants.read(in);
    }

    /** Writes all state: first what the hash leaves out, time and what history has yet to write. */
    public void write(StateWriter out) {
        day.writeTime(out);
        outbox.write(out);
        writeWithoutTime(out);
    }

    private void writeWithoutTime(StateWriter out) {
        day.write(out);
        accounts.write(out);
        deposits.write(out);
        foreignCash.write(out);
        foreignDesk.rates.write(out);
        out.putLong(instruments.count());
        for (int id = 0; id < instruments.count(); id++) {
            instruments.get(id).write(out);
            out.putLong(instruments.atNxt(id) ? 1 : 0);
            if (instruments.atNxt(id)) {
                instruments.nxt(id).write(out);
            }
        }
        indices.write(out);
        tallies.write(out);
        holdings.write(out);
        lent.write(out, holdings.count());
        loans.write(out, holdings.count());
        trades.write(out);
        keys.write(out);
        orders.write(out);
        for (int id = 0; id < instruments.count(); id++) {
            writeQueues(out, instruments.get(id));
            if (instruments.atNxt(id)) {
                writeQueues(out, instruments.nxt(id));
            }
        }
        participants.write(out);
    }

    private void writeQueues(StateWriter out, Instrument instrument) {
        book.writeQueue(out, instrument.marketOrders(Side.BUY));
        book.writeQueue(out, instrument.marketOrders(Side.SELL));
        book.writeQueue(out, instrument.bids);
        book.writeQueue(out, instrument.asks);
        book.writeQueue(out, instrument.closePriceOrders(Side.BUY));
        book.writeQueue(out, instrument.closePriceOrders(Side.SELL));
    }

    private void readQueues(StateReader in, Instrument instrument) {
        for (int queue = 0; queue < QUEUES; queue++) {
            for (int order = (int) in.getLong(); order != 0; order = (int) in.getLong()) {
                book.rest(instrument, order);
            }
        }
    }

    /** A hash of all state but time and what history has yet to write: equal on every replica that has applied the same commands. */
    public long stateHash() {
        var hash = new StateHash();
        writeWithoutTime(hash);
        return hash.value();
    }

    /** What participants have done since this brokerage was made or read, in units of an order: no event tells of most of it. */
    public long participantsWork() {
        return day.participantsWork();
    }

    /** Makes room for so many orders a day ahead, so that none is made on the way of an order. */
    public void reserveOrders(int count) {
        orders.reserve(count);
    }

    public BrokerageView view() {
        return view;
    }

    private void answer(long correlationId, Reject reject, long value) {
        if (reject == null) {
            listener.commandAccepted(correlationId, value);
        } else {
            listener.commandRejected(correlationId, reject, 0);
        }
    }

    // -- accounts ----------------------------------------------------------------------------------------------------

    @Override
    public void openAccount(long hostTimeMs, long correlationId, long accountNumber, String name, String htsId,
        long feeRatePpb) {
        day.advance(hostTimeMs);
        Reject reject = null;
        if (accounts.id(accountNumber) >= 0) {
            reject = Reject.ALREADY_EXISTS;
        } else if (accountNumber <= 0 || accountNumber > 9_999_999_999L || name.length() > MAX_NAME_LENGTH
            || htsId.length() > MAX_NAME_LENGTH || feeRatePpb < 0 || feeRatePpb > MAX_FEE_RATE_PPB
            || accounts.count() == AccountTable.MAX_ACCOUNTS) {
            reject = Reject.OUT_OF_RANGE;
        }
        answer(correlationId, reject, reject == null ? accounts.open(accountNumber, name, htsId, feeRatePpb) : 0);
    }

    @Override
    public void moveCash(long hostTimeMs, long correlationId, int accountId, long amountWon) {
        day.advance(hostTimeMs);
        Reject reject = null;
        if (!accounts.trades(accountId)) {
            reject = Reject.UNKNOWN_ACCOUNT;
        } else if (amountWon < 0 && amountWon < -deposits.withdrawableWon(accountId)) {
            reject = Reject.NOT_ENOUGH_CASH;
        } else if (amountWon > MAX_CASH_WON - accounts.cashWon(accountId)) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject == null) {
            deposits.pay(HouseAccount.OUTSIDE.id(), accountId, amountWon);
            listener.cashChanged(accountId, accounts.cashWon(accountId));
            outbox.cash(accountId, amountWon, accounts.cashWon(accountId), day.nowMs());
        }
        answer(correlationId, reject, reject == null ? accounts.cashWon(accountId) : 0);
    }

    @Override
    public void depositShares(long hostTimeMs, long correlationId, int accountId, long code, long qtyShares,
        long averagePriceWon) {
        day.advance(hostTimeMs);
        int instrument = instruments.id(code);
        Reject reject = null;
        if (!accounts.trades(accountId)) {
            reject = Reject.UNKNOWN_ACCOUNT;
        } else if (instrument < 0) {
            reject = Reject.UNKNOWN_INSTRUMENT;
        } else if (!accounts.suits(accountId, instruments.get(instrument).kind)) {
            reject = Reject.WRONG_PRODUCT;
        } else if (qtyShares <= 0 || qtyShares > MAX_ORDER_SHARES || averagePriceWon < 0
            || averagePriceWon > (Code.isOverseas(code) ? MAX_OVERSEAS_PRICE : MAX_PRICE_WON)
            || holdings.count() > HoldingTable.MAX_HOLDINGS
            || holdings.shares(accountId, instrument) > HoldingTable.MAX_DEPOSITED_SHARES - qtyShares) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject != null) {
            answer(correlationId, reject, 0);
            return;
        }
        int holding = holdings.deposit(accountId, instrument, qtyShares, qtyShares * averagePriceWon);
        holdings.deposit(HouseAccount.OUTSIDE.id(), instrument, -qtyShares, 0);
        listener.holdingChanged(accountId, instrument, holdings.shares(holding), holdings.purchaseWon(holding));
        outbox.holding(accountId, instrument, holdings.shares(holding), holdings.purchaseWon(holding));
        answer(correlationId, null, holdings.shares(holding));
    }

    @Override
    public void setAccountTerms(long hostTimeMs, long correlationId, int accountId, boolean margin, boolean credit) {
        day.advance(hostTimeMs);
        Reject reject = null;
        if (accountId < AccountTable.FIRST_CLIENT || accountId >= accounts.count()) {
            reject = Reject.UNKNOWN_ACCOUNT;
        } else if (accounts.isGold(accountId)) {
            reject = Reject.WRONG_PRODUCT;
        } else if (accounts.openCount(accountId) > 0) {
            reject = Reject.HAS_OPEN_ORDERS;
        }
        if (reject == null) {
            accounts.mayUseMargin(accountId, margin);
            accounts.mayUseCredit(accountId, credit);
        }
        answer(correlationId, reject, accountId);
    }

    @Override
    public void openGoldAccount(long hostTimeMs, long correlationId, int accountId, long feeRatePpb) {
        day.advance(hostTimeMs);
        goldDesk.open(correlationId, accountId, feeRatePpb);
    }

    @Override
    public void withdrawGold(long hostTimeMs, long correlationId, int accountId, long code, long grams) {
        day.advance(hostTimeMs);
        goldDesk.withdraw(correlationId, accountId, code, grams);
    }

    @Override
    public void setAccountMember(long hostTimeMs, long correlationId, int accountId, int member, boolean program) {
        day.advance(hostTimeMs);
        Reject reject = null;
        if (accountId < AccountTable.FIRST_CLIENT || accountId >= accounts.count()) {
            reject = Reject.UNKNOWN_ACCOUNT;
        } else if (member < 1 || member > MAX_MEMBER) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject == null) {
            tallies.trader(accountId, member, InvestorKind.INDIVIDUAL, program);
        }
        answer(correlationId, reject, accountId);
    }

    @Override
    public void registerKey(long hostTimeMs, long correlationId, int accountId, Broker broker, Environment environment,
        String appKey, String secretDigest) {
        day.advance(hostTimeMs);
        keyDesk.register(correlationId, accountId, broker, environment, appKey, secretDigest);
    }

    // -- tokens ------------------------------------------------------------------------------------------------------

    @Override
    public void issueToken(long hostTimeMs, long correlationId, int keyId, long lifeMs, long reuseMs) {
        day.advance(hostTimeMs);
        keyDesk.issueToken(correlationId, keyId, day.hostMs(), lifeMs, reuseMs);
    }

    @Override
    public void revokeToken(long hostTimeMs, long correlationId, int keyId) {
        day.advance(hostTimeMs);
        keyDesk.revokeToken(correlationId, keyId);
    }

    @Override
    public void revokeAllTokens(long hostTimeMs, long correlationId) {
        day.advance(hostTimeMs);
        keyDesk.revokeAllTokens(correlationId, day.hostMs());
    }

    // -- reference data ------------------------------------------------------------------------------------------------

    @Override
    public void listInstrument(long hostTimeMs, long correlationId, long code, String name, Market market,
        InstrumentKind kind, String sector, long listedShares, long parValueWon, int leverage, long basePriceWon) {
        day.advance(hostTimeMs);
        Reject reject = null;
        if (instruments.id(code) >= 0) {
            reject = Reject.ALREADY_EXISTS;
        } else if (code == 0 || name.length() > MAX_NAME_LENGTH || sector.length() > MAX_NAME_LENGTH || listedShares < 0
            || Code.isOverseas(code) || parValueWon < 0 || leverage == 0 || leverage < -MAX_LEVERAGE || leverage > MAX_LEVERAGE
            || !goodBase(TickTable.of(kind), basePriceWon)
            || instruments.count() == InstrumentTable.MAX_INSTRUMENTS) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject != null) {
            answer(correlationId, reject, 0);
            return;
        }
        var instrument = new Instrument(instruments.count(), code, name, market, kind, sector, listedShares, parValueWon,
            leverage);
        instrument.base(basePriceWon, day.tradingDate());
        instruments.add(instrument);
        indices.rebased(instrument);
        answer(correlationId, null, instrument.id);
    }

    @Override
    public void listAtNxt(long hostTimeMs, long correlationId, long code) {
        day.advance(hostTimeMs);
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
        answer(correlationId, reject, id);
    }

    private static boolean goodBase(TickTable ticks, long basePriceWon) {
        return basePriceWon > 0 && basePriceWon <= MAX_PRICE_WON && ticks.onGrid(basePriceWon);
    }

    @Override
    public void setBasePrice(long hostTimeMs, long correlationId, long code, long basePriceWon) {
        day.advance(hostTimeMs);
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
        answer(correlationId, reject, id);
    }

    private boolean usedToday(Instrument instrument) {
        return instrument.tradeCount > 0 || instrument.interrupted || book.firstResting(instrument) != 0;
    }

    @Override
    public void declareIndex(long hostTimeMs, long correlationId, int number, String name, Market market, IndexScope scope,
        String sector, long startLevel) {
        day.advance(hostTimeMs);
        Reject reject = indices.declare(new MarketIndex(number, name, market, scope, sector, startLevel));
        answer(correlationId, reject, reject == null ? indices.count() - 1 : 0);
    }

    @Override
    public void setInstrumentTerms(long hostTimeMs, long correlationId, long code, int marginPercent, CreditGrade grade) {
        day.advance(hostTimeMs);
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
        answer(correlationId, reject, id);
    }

    @Override
    public void haltInstrument(long hostTimeMs, long correlationId, long code, boolean halted) {
        day.advance(hostTimeMs);
        int id = instruments.id(code);
        if (id >= 0) {
            day.halt(id, halted);
        }
        answer(correlationId, id < 0 ? Reject.UNKNOWN_INSTRUMENT : null, id);
    }

    @Override
    public void interruptInstrument(long hostTimeMs, long correlationId, long code) {
        day.advance(hostTimeMs);
        int id = instruments.id(code);
        Reject reject = null;
        if (day.busy()) {
            reject = Reject.BUSY;
        } else {
            reject = id < 0 ? Reject.UNKNOWN_INSTRUMENT : day.interrupt(instruments.get(id));
        }
        answer(correlationId, reject, id);
    }

    @Override
    public void breakCircuit(long hostTimeMs, long correlationId, int stage) {
        day.advance(hostTimeMs);
        answer(correlationId, day.busy() ? Reject.BUSY : day.breakCircuit(stage), stage);
    }

    @Override
    public void orderSidecar(long hostTimeMs, long correlationId, Side side) {
        day.advance(hostTimeMs);
        answer(correlationId, day.busy() ? Reject.BUSY : day.sidecar.begin(side, day.nowMs()), 1);
    }

    @Override
    public void declareHoliday(long hostTimeMs, long correlationId, int epochDay) {
        day.advance(hostTimeMs);
        Reject reject = day.calendar.mayDeclareHoliday(epochDay, day.started() ? day.tradingDate() : Integer.MIN_VALUE);
        answer(correlationId, reject, reject == null && day.calendar.declareHoliday(epochDay) ? 1 : 0);
    }

    @Override
    public void declareHours(long hostTimeMs, long correlationId, int epochDay, int openLaterMinutes, int closeLaterMinutes) {
        day.advance(hostTimeMs);
        Reject reject = day.calendar.mayDeclareHours(epochDay, openLaterMinutes, closeLaterMinutes,
            day.started() ? day.tradingDate() : Integer.MIN_VALUE);
        if (reject == null) {
            day.calendar.declareHours(epochDay, openLaterMinutes, closeLaterMinutes);
        }
        answer(correlationId, reject, 1);
    }

    @Override
    public void setParticipants(long hostTimeMs, long correlationId, boolean on, long seed, int intensityPercent) {
        day.advance(hostTimeMs);
        Reject reject = day.busy() ? Reject.BUSY : participants.configure(on, seed, intensityPercent);
        if (reject == null) {
            day.seed(seed);
        }
        day.advance(hostTimeMs);
        answer(correlationId, reject, on ? 1 : 0);
    }

    @Override
    public void bindDay(long hostTimeMs, long correlationId, long code, int epochDay, long baseWon, long openWon, long highWon,
        long lowWon, long closeWon, long volumeShares) {
        day.advance(hostTimeMs);
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
        answer(correlationId, reject, id);
    }

    // -- overseas ------------------------------------------------------------------------------------------------------

    @Override
    public void listOverseas(long hostTimeMs, long correlationId, long code, String name, String englishName, InstrumentKind kind,
        long listedShares, long lotShares, long basePrice) {
        day.advance(hostTimeMs);
        Reject reject = overseasDesk.mayList(code, name, englishName, listedShares, lotShares, basePrice);
        if (reject == null) {
            Instrument instrument = overseasDesk.list(code, name, englishName, kind, listedShares, lotShares, basePrice);
            day.overseas.listed(instrument, day.nowMs());
        }
        answer(correlationId, reject, reject == null ? instruments.count() - 1 : 0);
    }

    @Override
    public void declareOverseasDay(long hostTimeMs, long correlationId, Currency country, int epochDay, int earlierMinutes) {
        day.advance(hostTimeMs);
        answer(correlationId, day.overseas.declare(country, epochDay, earlierMinutes, day.nowMs()), 1);
    }

    @Override
    public void moveForeignCash(long hostTimeMs, long correlationId, int accountId, Currency currency, long amount) {
        day.advance(hostTimeMs);
        Reject reject = foreignDesk.move(accountId, currency, amount, day.nowMs());
        answer(correlationId, reject, reject == null ? foreignCash.cash(accountId, currency) : 0);
    }

    @Override
    public void exchangeCash(long hostTimeMs, long correlationId, int accountId, Currency from, Currency to, long amount) {
        day.advance(hostTimeMs);
        Reject reject = foreignDesk.mayExchange(accountId, from, to, amount);
        answer(correlationId, reject, reject == null ? foreignDesk.exchange(accountId, from, to, amount, day.nowMs()) : 0);
    }

    @Override
    public void setFxRate(long hostTimeMs, long correlationId, Currency currency, long rate) {
        day.advance(hostTimeMs);
        answer(correlationId, foreignDesk.setRate(currency, rate), rate);
    }

    // -- orders --------------------------------------------------------------------------------------------------------

    @Override
    public void placeOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, Side side,
        OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon) {
        day.advance(hostTimeMs);
        desk.place(correlationId, accountId, code, venue, side, type, timeInForce, qtyShares, priceWon);
    }

    @Override
    public void placeCreditOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, Side side,
        OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon, int loanDay) {
        day.advance(hostTimeMs);
        desk.placeOnCredit(correlationId, accountId, code, venue, side, type, timeInForce, qtyShares, priceWon, loanDay);
    }

    @Override
    public void amendOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, int originalNumber,
        OrderType type, long qtyShares, long priceWon) {
        day.advance(hostTimeMs);
        desk.amend(correlationId, accountId, code, venue, originalNumber, type, qtyShares, priceWon);
    }

    @Override
    public void cancelOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, int originalNumber,
        long qtyShares) {
        day.advance(hostTimeMs);
        desk.cancel(correlationId, accountId, code, venue, originalNumber, qtyShares);
    }

    // -- history -------------------------------------------------------------------------------------------------------

    @Override
    public void acknowledgeHistory(long hostTimeMs, long correlationId, long entry) {
        answer(correlationId, outbox.writtenBefore(entry), entry);
        day.advance(hostTimeMs);
    }

    // -- time ----------------------------------------------------------------------------------------------------------

    @Override
    public void startClock(long hostTimeMs, long correlationId, long marketTimeMs, int speed, boolean frozen) {
        day.advance(hostTimeMs);
        Reject reject = day.start(marketTimeMs, speed, frozen);
        day.advance(hostTimeMs);
        answer(correlationId, reject, day.nowMs());
    }

    @Override
    public void setMarketTime(long hostTimeMs, long correlationId, long marketTimeMs) {
        day.advance(hostTimeMs);
        Reject reject = day.jump(correlationId, marketTimeMs);
        if (reject == null) {
            day.advance(hostTimeMs);
        } else {
            answer(correlationId, reject, 0);
        }
    }

    @Override
    public void setSpeed(long hostTimeMs, long correlationId, int speed) {
        day.advance(hostTimeMs);
        answer(correlationId, day.speed(speed), speed);
    }

    @Override
    public void setFrozen(long hostTimeMs, long correlationId, boolean frozen) {
        day.advance(hostTimeMs);
        day.frozen(frozen);
        answer(correlationId, null, frozen ? 1 : 0);
    }

    @Override
    public void resumeClock(long hostTimeMs) {
        day.resume(hostTimeMs);
    }

    @Override
    public void tick(long hostTimeMs) {
        day.advance(hostTimeMs);
    }
}
