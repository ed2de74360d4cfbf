package dev.hoga.core;

import static java.util.Objects.checkIndex;

import java.util.OptionalInt;

/**
 * Where simulated participants trade: it takes their orders under the rules that hold for clients, and shows what everybody
 * may see of the market and what a trader may see of its own account. No client's account and no one else's order can be seen
 * from here.
 *
 * <p>A trader is a number from 0 to {@link #TRADERS}, exclusive, each with an account of its own. An order is named by a
 * positive long that no later order of the day has.
 */
public final class ParticipantDesk {
    /** How many traders there can be. */
    public static final int TRADERS = AccountTable.FIRST_CLIENT - AccountTable.FIRST_PARTICIPANT;
    /** What {@link #place} answers where the order was refused. */
    public static final long REFUSED = 0;

    private static final long NO_CORRELATION = 0;

    private final InstrumentTable instruments;
    private final AccountTable accounts;
    private final DepositTable deposits;
    private final HoldingTable holdings;
    private final OrderTable orders;
    private final TallyTable tallies;
    private final OrderBook book;
    private final MarketDay day;
    private final ForeignCash foreignCash;
    private final OrderDesk desk;
    private final Outcome outcome = new Outcome();

    ParticipantDesk(InstrumentTable instruments, AccountTable accounts, DepositTable deposits, HoldingTable holdings,
        LoanTable loans, OrderTable orders, Ledger ledger, TallyTable tallies, OrderBook book, MarketDay day, ForeignCash foreignCash) {
        this.foreignCash = foreignCash;
        this.instruments = instruments;
        this.accounts = accounts;
        this.deposits = deposits;
        this.holdings = holdings;
        this.orders = orders;
        this.tallies = tallies;
        this.book = book;
        this.day = day;
        desk = new OrderDesk(instruments, accounts, holdings, loans, orders, ledger, book, day, outcome, true);
    }

    /** Hears what became of an order that was just placed; nobody else is told. */
    private static final class Outcome implements CoreListener {
        private int slot;

        @Override
        public void commandAccepted(long correlationId, long value) {
            throw new IllegalStateException("an order is not accepted so");
        }

        @Override
        public void commandRejected(long correlationId, Reject reject, long detail) {
            slot = 0;
        }

        @Override
        public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
            OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
            long marketTimeMs) {
            slot = orderNumber;
        }
    }

    private static int account(int trader) {
        return AccountTable.FIRST_PARTICIPANT + checkIndex(trader, TRADERS);
    }

    // -- orders --------------------------------------------------------------------------------------------------------

    /**
     * Places an order where the instrument is traded: at KRX, its market of gold or overseas or, with the id of {@link #atNxt}, at NXT.
     *
     * @param priceWon 0 for order types without a price
     * @return the order, even where it is over by now, or {@link #REFUSED}
     */
    public long place(int trader, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares,
        long priceWon) {
        desk.placeIn(NO_CORRELATION, account(trader), instrument(instrumentId).id, side, type, timeInForce, qtyShares, priceWon);
        return outcome.slot == 0 ? REFUSED : (long) orders.sequence(outcome.slot) << Integer.SIZE | outcome.slot;
    }

    /** Cancels what is left of an order; false where nothing is. */
    public boolean cancel(long order) {
        long open = openShares(order);
        if (open == 0) {
            return false;
        }
        Instrument instrument = instruments.get(orders.instrument((int) order));
        if (book.venuePhase(instrument) == Phase.CLOSED) {
            return false;
        }
        book.reduce(instrument, (int) order, open, ReduceReason.CANCELLED, day.nowMs());
        book.tellBookChanged(instrument);
        return true;
    }

    /** Shares of an order that are still in the book, 0 where it is over. */
    public long openShares(long order) {
        int slot = (int) order;
        boolean known = orders.participantsOrderExists(slot) && orders.sequence(slot) == (int) (order >>> Integer.SIZE);
        return known ? orders.openShares(slot) : 0;
    }

    /** The price of an order that is still in the book. */
    public long priceWon(long order) {
        return orders.priceWon((int) order);
    }

    public Side side(long order) {
        return orders.side((int) order);
    }

    // -- the trader's own account ----------------------------------------------------------------------------------------

    /** Won that a new buy order may use. */
    public long orderableWon(int trader) {
        return accounts.orderableWon(account(trader));
    }

    /** Shares that a new sell order may offer. */
    public long sellableShares(int trader, int instrumentId) {
        int slot = holdings.find(account(trader), checkIndex(instrumentId, instruments.count()));
        return slot == HoldingTable.NONE ? 0 : holdings.sellable(slot);
    }

    /** Shares held. */
    public long heldShares(int trader, int instrumentId) {
        return holdings.shares(account(trader), checkIndex(instrumentId, instruments.count()));
    }

    /** Brings a trader's cash to an amount, from outside or to there; what open orders bind stays. */
    public void fund(int trader, long cashWon) {
        int account = account(trader);
        long missingWon = Math.max(cashWon - accounts.cashWon(account), -accounts.orderableWon(account));
        deposits.pay(HouseAccount.OUTSIDE.id(), account, missingWon);
    }

    /** Brings a trader's holding to a number of shares, from outside or to there; what open orders bind stays. */
    public void endow(int trader, int instrumentId, long qtyShares) {
        int account = account(trader);
        long missing = Math.max(qtyShares - heldShares(trader, instrumentId), -holdings.sellable(account, instrumentId));
        holdings.deposit(account, instrumentId, missing, 0);
        holdings.deposit(HouseAccount.OUTSIDE.id(), instrumentId, -missing, 0);
    }

    /** Says through which member of the exchange a trader trades, whose money it is, and whether its orders are program orders. */
    public void enlist(int trader, int member, InvestorKind kind, boolean program) {
        tallies.trader(account(trader), checkIndex(member, TallyTable.MAX_MEMBER + 1), kind, program);
    }

    /** Brings a trader's cash in a foreign currency to an amount, from outside or to there; what open orders bind stays. */
    public void fund(int trader, Currency currency, long cash) {
        int account = account(trader);
        long missing = Math.max(cash - foreignCash.cash(account, currency), -foreignCash.orderable(account, currency));
        foreignCash.pay(HouseAccount.OUTSIDE.id(), account, currency, missing);
    }

    /** Sets what a trader's broker takes. @param feeRatePpb parts per billion of the traded amount */
    public void feeRate(int trader, long feeRatePpb) {
        accounts.feeRatePpb(account(trader), feeRatePpb);
    }

    // -- time --------------------------------------------------------------------------------------------------------------

    /** Market time, milliseconds since the epoch. */
    public long nowMs() {
        return day.nowMs();
    }

    /** The trading date, days since 1970-01-01. */
    public int tradingDate() {
        return day.tradingDate();
    }

    /** Milliseconds since the day began, in Korea. */
    public long timeOfDayMs() {
        return day.nowMs() - TradingCalendar.startMs(day.tradingDate());
    }

    /** Where an instrument is traded. */
    public Venue venue(int instrumentId) {
        return instrument(instrumentId).venue;
    }

    /** The shares of which an order must be a multiple. */
    public long lotShares(int instrumentId) {
        return instrument(instrumentId).lotShares;
    }

    /** The local date of an overseas instrument's figures, days since 1970-01-01; 0 before the first. */
    public int overseasDate(int instrumentId) {
        return instrument(instrumentId).date();
    }

    /** The phase of the venue for one instrument, which can be interrupted. */
    public Phase phase(int instrumentId) {
        return book.phase(instrument(instrumentId));
    }

    /** The phase of KRX. */
    public Phase phase() {
        return day.phase();
    }

    /** The phase of NXT. */
    public Phase nxtPhase() {
        return day.phase(Venue.NXT);
    }

    /** Has {@link Participants#wake} called at a market time, or at once where it is past. @param timer any number from 0 on */
    public void wakeAt(long marketTimeMs, int timer) {
        day.wakeAt(marketTimeMs, timer);
    }

    /** When the closing auction begins, milliseconds since the day began. */
    public long closingAuctionMs() {
        return day.startMs(Phase.CLOSING_AUCTION) - TradingCalendar.startMs(day.tradingDate());
    }

    // -- a day that is bound to a row ---------------------------------------------------------------------------------------

    /**
     * Sets the base price of an instrument whose day has not begun to trade, and the limits that follow.
     *
     * @return false where something has traded or rests
     */
    public boolean rebase(int instrumentId, long baseWon) {
        Instrument instrument = instrument(instrumentId);
        boolean untouched = instrument.tradeCount == 0 && !instrument.interrupted && book.firstResting(instrument) == 0;
        if (untouched) {
            instrument.base(baseWon, day.tradingDate());
        }
        return untouched;
    }

    /**
     * Shares of a side at a price or a better one, market orders among them: what would trade in an auction at that price. The
     * one thing here that only the exchange sees.
     */
    public long sharesAtOrBetter(int instrumentId, Side side, long priceWon) {
        Instrument instrument = instrument(instrumentId);
        PriceLevels markets = instrument.marketOrders(side);
        long shares = markets.best() == PriceLevels.NONE ? 0 : markets.shares(markets.best());
        PriceLevels levels = instrument.limitOrders(side);
        for (int level = levels.best(); level != PriceLevels.NONE; level = levels.worse(level)) {
            long levelWon = levels.priceWon(level);
            if (side == Side.BUY ? levelWon < priceWon : levelWon > priceWon) {
                break;
            }
            shares += levels.shares(level);
        }
        return shares;
    }

    // -- what everybody may see ----------------------------------------------------------------------------------------------

    /** The number of instruments; their ids are 0 to this, exclusive. */
    public int instrumentCount() {
        return instruments.count();
    }

    private Instrument instrument(int instrumentId) {
        if (!instruments.exists(instrumentId)) {
            throw new IndexOutOfBoundsException("no instrument " + instrumentId);
        }
        return instruments.get(instrumentId);
    }

    /** The id under which an instrument is traded at NXT, empty where it is not. */
    public OptionalInt atNxt(int instrumentId) {
        return instruments.atNxt(instrumentId) ? OptionalInt.of(Listing.atNxt(instrumentId)) : OptionalInt.empty();
    }

    public long code(int instrumentId) {
        return instrument(instrumentId).code;
    }

    public InstrumentKind kind(int instrumentId) {
        return instrument(instrumentId).kind;
    }

    public Market market(int instrumentId) {
        return instrument(instrumentId).market;
    }

    /** The sector, or for a fund what it follows. */
    public String sector(int instrumentId) {
        return instrument(instrumentId).sector;
    }

    public long listedShares(int instrumentId) {
        return instrument(instrumentId).listedShares;
    }

    /** Times the daily move of what a fund follows; 1 for shares. */
    public int leverage(int instrumentId) {
        return instrument(instrumentId).leverage;
    }

    public boolean halted(int instrumentId) {
        return instrument(instrumentId).halted;
    }

    public TickTable ticks(int instrumentId) {
        return instrument(instrumentId).ticks;
    }

    public long baseWon(int instrumentId) {
        return instrument(instrumentId).baseWon;
    }

    public long upperLimitWon(int instrumentId) {
        return instrument(instrumentId).upperLimitWon;
    }

    public long lowerLimitWon(int instrumentId) {
        return instrument(instrumentId).lowerLimitWon;
    }

    /** The last trade's price, or the base price where nothing has traded today. */
    public long lastWon(int instrumentId) {
        return instrument(instrumentId).lastWon;
    }

    /** Shares traded today. */
    public long volumeShares(int instrumentId) {
        return instrument(instrumentId).volumeShares;
    }

    /** The best price of a side, resting market orders at their deemed price; 0 where the side is empty. */
    public long bestWon(int instrumentId, Side side) {
        return instrument(instrumentId).bestWon(side);
    }

    /** The first price of the day, 0 before it; likewise the highest and the lowest. */
    public long openWon(int instrumentId) {
        return instrument(instrumentId).openWon;
    }

    public long highWon(int instrumentId) {
        return instrument(instrumentId).highWon;
    }

    public long lowWon(int instrumentId) {
        return instrument(instrumentId).lowWon;
    }

    /** The most shares that an order may be for today. */
    public long mostShares(int instrumentId) {
        return instrument(instrumentId).mostShares;
    }
}
