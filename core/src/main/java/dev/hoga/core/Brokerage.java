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
    private final CoreListener listener;
    private final TallyTable tallies = new TallyTable();
    private final IndexBoard indices;
    private final OrderBook book;
    private final MarketDay day;
    private final OrderDesk desk;
    private final KeyDesk keyDesk;
    private final GoldDesk goldDesk;
    private final AccountDesk accountDesk;
    private final ListingDesk listings;
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
        participants = factory.at(new ParticipantDesk(instruments, accounts, deposits, holdings, loans, orders, ledger, tallies, book, day,
            foreignCash));
        day.wakes(participants, new ForcedSales(instruments, accounts, deposits, holdings, loans, ledger, desk, day));
        accountDesk = new AccountDesk(accounts, deposits, holdings, instruments, tallies, day, outbox, listener);
        listings = new ListingDesk(instruments, indices, book, day, participants, listener);
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


    // -- accounts ----------------------------------------------------------------------------------------------------

    @Override
    public void openAccount(long hostTimeMs, long correlationId, long accountNumber, String name, String htsId,
        long feeRatePpb) {
        day.advance(hostTimeMs);
        accountDesk.open(correlationId, accountNumber, name, htsId, feeRatePpb);
    }

    @Override
    public void moveCash(long hostTimeMs, long correlationId, int accountId, long amountWon) {
        day.advance(hostTimeMs);
        accountDesk.moveCash(correlationId, accountId, amountWon);
    }

    @Override
    public void depositShares(long hostTimeMs, long correlationId, int accountId, long code, long qtyShares,
        long averagePriceWon) {
        day.advance(hostTimeMs);
        accountDesk.depositShares(correlationId, accountId, code, qtyShares, averagePriceWon);
    }

    @Override
    public void setAccountTerms(long hostTimeMs, long correlationId, int accountId, boolean margin, boolean credit) {
        day.advance(hostTimeMs);
        accountDesk.terms(correlationId, accountId, margin, credit);
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
        accountDesk.member(correlationId, accountId, member, program);
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
        listings.list(correlationId, code, name, market, kind, sector, listedShares, parValueWon, leverage, basePriceWon);
    }

    @Override
    public void listAtNxt(long hostTimeMs, long correlationId, long code) {
        day.advance(hostTimeMs);
        listings.listAtNxt(correlationId, code);
    }

    @Override
    public void setBasePrice(long hostTimeMs, long correlationId, long code, long basePriceWon) {
        day.advance(hostTimeMs);
        listings.base(correlationId, code, basePriceWon);
    }

    @Override
    public void declareIndex(long hostTimeMs, long correlationId, int number, String name, Market market, IndexScope scope,
        String sector, long startLevel) {
        day.advance(hostTimeMs);
        Reject reject = indices.declare(new MarketIndex(number, name, market, scope, sector, startLevel));
        Answer.give(listener, correlationId, reject, reject == null ? indices.count() - 1 : 0);
    }

    @Override
    public void setInstrumentTerms(long hostTimeMs, long correlationId, long code, int marginPercent, CreditGrade grade) {
        day.advance(hostTimeMs);
        listings.terms(correlationId, code, marginPercent, grade);
    }

    @Override
    public void haltInstrument(long hostTimeMs, long correlationId, long code, boolean halted) {
        day.advance(hostTimeMs);
        int id = instruments.id(code);
        if (id >= 0) {
            day.halt(id, halted);
        }
        Answer.give(listener, correlationId, id < 0 ? Reject.UNKNOWN_INSTRUMENT : null, id);
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
        Answer.give(listener, correlationId, reject, id);
    }

    @Override
    public void breakCircuit(long hostTimeMs, long correlationId, int stage) {
        day.advance(hostTimeMs);
        Answer.give(listener, correlationId, day.busy() ? Reject.BUSY : day.breakCircuit(stage), stage);
    }

    @Override
    public void orderSidecar(long hostTimeMs, long correlationId, Side side) {
        day.advance(hostTimeMs);
        Answer.give(listener, correlationId, day.busy() ? Reject.BUSY : day.sidecar.begin(side, day.nowMs()), 1);
    }

    @Override
    public void declareHoliday(long hostTimeMs, long correlationId, int epochDay) {
        day.advance(hostTimeMs);
        Reject reject = day.calendar.mayDeclareHoliday(epochDay, day.started() ? day.tradingDate() : Integer.MIN_VALUE);
        Answer.give(listener, correlationId, reject, reject == null && day.calendar.declareHoliday(epochDay) ? 1 : 0);
    }

    @Override
    public void declareHours(long hostTimeMs, long correlationId, int epochDay, int openLaterMinutes, int closeLaterMinutes) {
        day.advance(hostTimeMs);
        Reject reject = day.calendar.mayDeclareHours(epochDay, openLaterMinutes, closeLaterMinutes,
            day.started() ? day.tradingDate() : Integer.MIN_VALUE);
        if (reject == null) {
            day.calendar.declareHours(epochDay, openLaterMinutes, closeLaterMinutes);
        }
        Answer.give(listener, correlationId, reject, 1);
    }

    @Override
    public void setParticipants(long hostTimeMs, long correlationId, boolean on, long seed, int intensityPercent) {
        day.advance(hostTimeMs);
        Reject reject = day.busy() ? Reject.BUSY : participants.configure(on, seed, intensityPercent);
        if (reject == null) {
            day.seed(seed);
        }
        day.advance(hostTimeMs);
        Answer.give(listener, correlationId, reject, on ? 1 : 0);
    }

    @Override
    public void bindDay(long hostTimeMs, long correlationId, long code, int epochDay, long baseWon, long openWon, long highWon,
        long lowWon, long closeWon, long volumeShares) {
        day.advance(hostTimeMs);
        listings.bind(correlationId, code, epochDay, baseWon, openWon, highWon, lowWon, closeWon, volumeShares);
    }

    // -- overseas ------------------------------------------------------------------------------------------------------

    @Override
    public void listOverseas(long hostTimeMs, long correlationId, long code, String name, String englishName, InstrumentKind kind,
        long listedShares, long lotShares, long basePrice) {
        day.advance(hostTimeMs);
        listings.listOverseas(correlationId, code, name, englishName, kind, listedShares, lotShares, basePrice);
    }

    @Override
    public void declareOverseasDay(long hostTimeMs, long correlationId, Currency country, int epochDay, int earlierMinutes) {
        day.advance(hostTimeMs);
        Answer.give(listener, correlationId, day.overseas.declare(country, epochDay, earlierMinutes, day.nowMs()), 1);
    }

    @Override
    public void moveForeignCash(long hostTimeMs, long correlationId, int accountId, Currency currency, long amount) {
        day.advance(hostTimeMs);
        Reject reject = foreignDesk.move(accountId, currency, amount, day.nowMs());
        Answer.give(listener, correlationId, reject, reject == null ? foreignCash.cash(accountId, currency) : 0);
    }

    @Override
    public void exchangeCash(long hostTimeMs, long correlationId, int accountId, Currency from, Currency to, long amount) {
        day.advance(hostTimeMs);
        Reject reject = foreignDesk.mayExchange(accountId, from, to, amount);
        Answer.give(listener, correlationId, reject, reject == null ? foreignDesk.exchange(accountId, from, to, amount, day.nowMs()) : 0);
    }

    @Override
    public void setFxRate(long hostTimeMs, long correlationId, Currency currency, long rate) {
        day.advance(hostTimeMs);
        Answer.give(listener, correlationId, foreignDesk.setRate(currency, rate), rate);
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
        Answer.give(listener, correlationId, outbox.writtenBefore(entry), entry);
        day.advance(hostTimeMs);
    }

    // -- time ----------------------------------------------------------------------------------------------------------

    @Override
    public void startClock(long hostTimeMs, long correlationId, long marketTimeMs, int speed, boolean frozen) {
        day.advance(hostTimeMs);
        Reject reject = day.start(marketTimeMs, speed, frozen);
        day.advance(hostTimeMs);
        Answer.give(listener, correlationId, reject, day.nowMs());
    }

    @Override
    public void setMarketTime(long hostTimeMs, long correlationId, long marketTimeMs) {
        day.advance(hostTimeMs);
        Reject reject = day.jump(correlationId, marketTimeMs);
        if (reject == null) {
            day.advance(hostTimeMs);
        } else {
            Answer.give(listener, correlationId, reject, 0);
        }
    }

    @Override
    public void setSpeed(long hostTimeMs, long correlationId, int speed) {
        day.advance(hostTimeMs);
        Answer.give(listener, correlationId, day.speed(speed), speed);
    }

    @Override
    public void setFrozen(long hostTimeMs, long correlationId, boolean frozen) {
        day.advance(hostTimeMs);
        day.frozen(frozen);
        Answer.give(listener, correlationId, null, frozen ? 1 : 0);
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
