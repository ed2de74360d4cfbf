package dev.hoga.core;

/**
 * Takes orders, amendments and cancellations: every check first, in the order of {@link Reject}, then the change, which
 * cannot fail. Commands have a desk and participants have one: theirs also works while time catches up, and for them alone.
 */
final class OrderDesk {
    /** In place of a loan's date: the order is for cash. */
    static final int FOR_CASH = -1;
    /** The most won an instrument can turn over in a day: no sum overflows below it. */
    static final long MAX_TURNOVER_WON = 10_000_000_000_000_000L;
    /** The most that an overseas order can be worth, in minimal units of its currency. */
    static final long MAX_AMOUNT = MAX_TURNOVER_WON / 10;

    private static final int NO_INSTRUMENT = -1;
    /** The instrument is not traded at the venue. */
    private static final int NOT_AT_VENUE = -2;

    private final InstrumentTable instruments;
    private final AccountTable accounts;
    private final HoldingTable holdings;
    private final LoanTable loans;
    private final OrderTable orders;
    private final Ledger ledger;
    private final OrderBook book;
    private final MarketDay day;
    private final CoreListener listener;
    private final boolean ofParticipants;
    private final EarlyLoads earlyLoads;

    OrderDesk(InstrumentTable instruments, AccountTable accounts, HoldingTable holdings, LoanTable loans, OrderTable orders,
        Ledger ledger, OrderBook book, MarketDay day, CoreListener listener) {
        this(instruments, accounts, holdings, loans, orders, ledger, book, day, listener, false);
    }

    OrderDesk(InstrumentTable instruments, AccountTable accounts, HoldingTable holdings, LoanTable loans, OrderTable orders,
        Ledger ledger, OrderBook book, MarketDay day, CoreListener listener, boolean ofParticipants) {
        this.instruments = instruments;
        this.accounts = accounts;
        this.holdings = holdings;
        this.loans = loans;
        this.orders = orders;
        this.ledger = ledger;
        this.book = book;
        this.day = day;
        this.listener = listener;
        this.ofParticipants = ofParticipants;
        earlyLoads = new EarlyLoads(accounts, holdings, orders);
    }

    void place(long correlationId, int account, long code, Venue venue, Side side, OrderType type, TimeInForce timeInForce,
        long shares, long priceWon) {
        take(correlationId, account, listing(code, venue), side, type, timeInForce, shares, priceWon, FOR_CASH);
    }

    /** The same on credit: buys with a new loan, or sells what a loan of a date, or of {@link LoanTable#ALL_DATES}, has bought. */
    void placeOnCredit(long correlationId, int account, long code, Venue venue, Side side, OrderType type, TimeInForce timeInForce,
        long shares, long priceWon, int loanDay) {
        take(correlationId, account, listing(code, venue), side, type, timeInForce, shares, priceWon, Math.max(loanDay, 0));
    }

    /** An order for cash where the listing's id is known. */
    void placeIn(long correlationId, int account, int id, Side side, OrderType type, TimeInForce timeInForce, long shares,
        long priceWon) {
        take(correlationId, account, id, side, type, timeInForce, shares, priceWon, FOR_CASH);
    }

    /** The id of what a command names, or why there is none. */
    private int listing(long code, Venue venue) {
        int id = instruments.id(code);
        if (id < 0) {
            return NO_INSTRUMENT;
        }
        Instrument instrument = instruments.at(venue, id);
        return instrument == null ? NOT_AT_VENUE : instrument.id;
    }

    private void take(long correlationId, int account, int id, Side side, OrderType type, TimeInForce timeInForce, long shares,
        long priceWon, int loanDay) {
        Reject reject = checkDesk(account, id);
        if (reject == null) {
            reject = checkPhase(instruments.get(id), type, timeInForce);
        }
        if (reject == null && day.sidecar.blocks(side) && ledger.isProgram(account)) {
            reject = Reject.NOT_IN_THIS_PHASE;
        }
        if (reject == null) {
            reject = checkShape(instruments.get(id), side, type, timeInForce, shares, priceWon);
        }
        if (reject == null && loanDay != FOR_CASH) {
            reject = checkCredit(account, instruments.get(id), side, loanDay);
        }
        if (reject != null) {
            listener.commandRejected(correlationId, reject,
                reject == Reject.ORDER_TOO_LARGE ? mostShares(instruments.get(id), priceWon) : 0);
            return;
        }
        Instrument instrument = instruments.get(id);
        earlyLoads.ofOrder(instrument, account, side, type, shares, priceWon);
        long restWon = restPriceWon(instrument, side, type, priceWon);
        long boundPriceWon = Ledger.boundPriceWon(instrument, type, restWon);
        int ownPercent = loanDay == FOR_CASH ? ledger.marginPercent(account, instrument) : instrument.grade.guaranteePercent();
        long costWon = side == Side.BUY ? ledger.costWon(account, instrument, ownPercent, boundPriceWon, shares) : 0;
        if (!AccountTable.isHouse(account)) {
            if (side == Side.BUY && costWon > ledger.orderable(account, instrument)) {
                listener.commandRejected(correlationId, Reject.NOT_ENOUGH_CASH,
                    ledger.affordableShares(account, instrument, ownPercent, boundPriceWon, ledger.orderable(account, instrument)));
                return;
            }
            if (side == Side.SELL && sellable(account, instrument.assetId, loanDay) < shares) {
                listener.commandRejected(correlationId, Reject.NOT_ENOUGH_SHARES, sellable(account, instrument.assetId, loanDay));
                return;
            }
        }
        if (dayIsFull(account, instrument, shares)) {
            listener.commandRejected(correlationId, Reject.ORDER_NUMBERS_EXHAUSTED, 0);
            return;
        }
        enter(correlationId, OrderKind.NEW, account, instrument, 0, side, type, timeInForce, shares, restWon, costWon, loanDay);
    }

    /** Gives an order its number, binds what it needs (a buy its cost, a sell its shares), answers, and lets it match. */
    private void enter(long correlationId, OrderKind kind, int account, Instrument instrument, int original, Side side,
        OrderType type, TimeInForce timeInForce, long shares, long priceWon, long costWon, int loanDay) {
        int holding = HoldingTable.NONE;
        if (side == Side.SELL && loanDay != FOR_CASH) {
            holding = holdings.find(account, instrument.assetId);
            loans.bind(holding, loanDay, shares);
        } else if (side == Side.SELL) {
            holding = holdings.addSellable(account, instrument.assetId, -shares);
        } else if (!AccountTable.isHouse(account)) {
            ledger.reserve(account, instrument, costWon);
        }
        int order = orders.add(OrderSeries.of(account), kind, side, type, timeInForce, account, holding, instrument.id,
            shares, priceWon, original, accounts.newestOrder(account), day.nowMs());
        if (loanDay != FOR_CASH) {
            orders.onCredit(order, side == Side.BUY ? day.tradingDate() : loanDay);
        }
        if (!ofParticipants) {
            // A slot can be another order's soon, so participants have no list of all their orders of the day.
            accounts.newestOrder(account, order);
        }
        listener.orderAccepted(correlationId, account, order, original, orders.root(order), kind, instrument.id, side, type,
            timeInForce, shares, priceWon, day.nowMs());
        book.enter(instrument, order, day.nowMs());
        book.tellBookChanged(instrument);
    }

    void amend(long correlationId, int account, long code, Venue venue, int original, OrderType type, long shares,
        long priceWon) {
        int id = listing(code, venue, original);
        Reject reject = checkDesk(account, id);
        if (reject == null) {
            reject = checkPhase(instruments.get(id), type, TimeInForce.DAY);
        }
        if (reject == null) {
            reject = checkOriginal(account, id, original);
        }
        if (reject == null && (shares < 0 || shares > CoreCommands.MAX_ORDER_SHARES)) {
            reject = Reject.BAD_QUANTITY;
        }
        if (reject == null && !orders.type(original).amendsTo(type)) {
            reject = Reject.BAD_ORDER_TYPE;
        }
        if (reject == null) {
            reject = checkShape(instruments.get(id), orders.side(original), type, TimeInForce.DAY, 1, priceWon);
        }
        if (reject != null) {
            listener.commandRejected(correlationId, reject, 0);
            return;
        }
        Instrument instrument = instruments.get(id);
        long open = orders.openShares(original);
        long part = shares == 0 ? open : shares;
        Side side = orders.side(original);
        long restWon = restPriceWon(instrument, side, type, priceWon);
        if (restWon == orders.priceWon(original) && isConditional(original) == (type == OrderType.CONDITIONAL)) {
            reject = Reject.AMEND_CHANGES_NOTHING;
        } else if (open == 0) {
            reject = Reject.NOTHING_TO_AMEND;
        } else if (part > open) {
            reject = Reject.MORE_THAN_REMAINS;
        }
        if (reject != null) {
            listener.commandRejected(correlationId, reject, reject == Reject.MORE_THAN_REMAINS ? open : 0);
            return;
        }
        long boundPriceWon = Ledger.boundPriceWon(instrument, type, restWon);
        boolean credit = orders.onCredit(original);
        int ownPercent = credit ? instrument.grade.guaranteePercent() : ledger.marginPercent(account, instrument);
        long costWon = side == Side.BUY ? ledger.costWon(account, instrument, ownPercent, boundPriceWon, part) : 0;
        if (side == Side.BUY && !AccountTable.isHouse(account)) {
            long available = ledger.orderable(account, instrument)
                + ledger.freedWon(instrument, original, open, part);
            if (costWon > available) {
                listener.commandRejected(correlationId, Reject.NOT_ENOUGH_CASH,
                    ledger.affordableShares(account, instrument, ownPercent, boundPriceWon, available));
                return;
            }
        }
        if (dayIsFull(account, instrument, part)) {
            listener.commandRejected(correlationId, Reject.ORDER_NUMBERS_EXHAUSTED, 0);
            return;
        }
        earlyLoads.ofOrder(instrument, account, side, type, part, priceWon);
        book.reduce(instrument, original, part, ReduceReason.AMENDED, day.nowMs());
        TimeInForce timeInForce = orders.timeInForce(original) == TimeInForce.PRE_MARKET ? TimeInForce.PRE_MARKET : TimeInForce.DAY;
        enter(correlationId, OrderKind.AMEND, account, instrument, original, side, type, timeInForce, part, restWon, costWon,
            credit ? orders.loanDay(original) : FOR_CASH);
    }

    void cancel(long correlationId, int account, long code, Venue venue, int original, long shares) {
        int id = listing(code, venue, original);
        Reject reject = checkDesk(account, id);
        if (reject == null && book.venuePhase(instruments.get(id)) == Phase.CLOSED) {
            reject = day.whyClosed(instruments.get(id).venue);
        }
        if (reject == null) {
            reject = checkOriginal(account, id, original);
        }
        if (reject == null && (shares < 0 || shares > CoreCommands.MAX_ORDER_SHARES)) {
            reject = Reject.BAD_QUANTITY;
        }
        long open = reject == null ? orders.openShares(original) : 0;
        if (reject == null && open == 0) {
            reject = Reject.NOTHING_TO_CANCEL;
        }
        if (reject == null && shares > open) {
            reject = Reject.MORE_THAN_REMAINS;
        }
        if (reject == null && !orders.hasNumber(OrderSeries.of(account))) {
            reject = Reject.ORDER_NUMBERS_EXHAUSTED;
        }
        if (reject != null) {
            listener.commandRejected(correlationId, reject, reject == Reject.MORE_THAN_REMAINS ? open : 0);
            return;
        }
        Instrument instrument = instruments.get(id);
        long part = shares == 0 ? open : shares;
        int order = orders.add(OrderSeries.of(account), OrderKind.CANCEL, orders.side(original), orders.type(original),
            TimeInForce.DAY, account, orders.holding(original), instrument.id, part, orders.priceWon(original), original,
            accounts.newestOrder(account), day.nowMs());
        if (orders.onCredit(original)) {
            orders.onCredit(order, orders.loanDay(original));
        }
        orders.openShares(order, 0);
        orders.status(order, OrderStatus.DONE);
        accounts.newestOrder(account, order);
        listener.orderAccepted(correlationId, account, order, original, orders.root(original), OrderKind.CANCEL, instrument.id,
            orders.side(original), orders.type(original), TimeInForce.DAY, part, orders.priceWon(original), day.nowMs());
        book.reduce(instrument, original, part, ReduceReason.CANCELLED, day.nowMs());
        book.tellBookChanged(instrument);
    }

    private static long mostShares(Instrument instrument, long priceWon) {
        return instrument.overseas ? Math.min(instrument.mostShares, MAX_AMOUNT / priceWon) : instrument.mostShares;
    }

    private long sellable(int account, int id, int loanDay) {
        return loanDay == FOR_CASH ? holdings.sellable(account, id) : loans.sellable(holdings.find(account, id), loanDay);
    }

    /** Whether the house lends, or there is a loan to repay. */
    private Reject checkCredit(int account, Instrument instrument, Side side, int loanDay) {
        if (side == Side.BUY) {
            boolean lends = accounts.mayUseCredit(account) && !accounts.frozen(account) && instrument.grade != CreditGrade.NONE
                && loans.hasRoom();
            return lends ? null : Reject.NO_CREDIT;
        }
        int holding = holdings.find(account, instrument.assetId);
        boolean known = loanDay == LoanTable.ALL_DATES ? loans.first(holding) != LoanTable.NONE
            : loans.find(holding, loanDay) != LoanTable.NONE;
        return known ? null : Reject.UNKNOWN_LOAN;
    }

    /**
     * Sells at the market for an account that must. No command asked for it, so the answer's correlation id is 0. The shares
     * must be sellable.
     *
     * @param loanDay the date of the loan that has bought them, {@link #FOR_CASH} for none
     * @return whether the order was taken: not while the instrument is halted, nor on a day that is full
     */
    boolean sellForced(int account, Instrument instrument, long shares, int loanDay) {
        if (instrument.halted || dayIsFull(account, instrument, shares)) {
            return false;
        }
        enter(0, OrderKind.NEW, account, instrument, 0, Side.SELL, OrderType.MARKET, TimeInForce.DAY, shares, 0, 0, loanDay);
        return true;
    }

    /** Whether the day has no number left for an order, or no room for what it could turn over. */
    private boolean dayIsFull(int account, Instrument instrument, long shares) {
        return !orders.hasNumber(OrderSeries.of(account)) || holdings.count() > HoldingTable.MAX_HOLDINGS
            || instrument.turnoverWon > MAX_TURNOVER_WON - (instrument.overseas ? MAX_AMOUNT : shares * instrument.upperLimitWon);
    }

    /** What concerns no order in particular: clock, account, instrument, venue. */
    private Reject checkDesk(int account, int instrument) {
        if (day.busy() && !ofParticipants) {
            return Reject.BUSY;
        }
        if (!(ofParticipants ? AccountTable.isParticipant(account) : accounts.trades(account))) {
            return Reject.UNKNOWN_ACCOUNT;
        }
        if (instrument < 0) {
            return instrument == NOT_AT_VENUE ? Reject.VENUE_NOT_OPEN : Reject.UNKNOWN_INSTRUMENT;
        }
        return accounts.suits(account, instruments.get(instrument).kind) ? null : whyNotIts(instruments.get(instrument));
    }

    /** What is against an order for what the account's product does not trade; a venue that is none today comes first. */
    private Reject whyNotIts(Instrument instrument) {
        boolean never = book.venuePhase(instrument) == Phase.CLOSED && day.whyClosed(instrument.venue) == Reject.VENUE_NOT_OPEN;
        return never ? Reject.VENUE_NOT_OPEN : Reject.WRONG_PRODUCT;
    }

    /** Whether the session takes such an order now, and the instrument any. */
    private Reject checkPhase(Instrument instrument, OrderType type, TimeInForce timeInForce) {
        Phase phase = book.phase(instrument);
        if (instrument.overseas) {
            Reject refusal = OverseasRules.refusal(phase, type, timeInForce, day.whyClosed(instrument.venue));
            return refusal != null || !instrument.halted ? refusal : Reject.INSTRUMENT_HALTED;
        }
        if (phase != Phase.CONTINUOUS || !OrderRules.takes(Venue.KRX, phase, type, timeInForce)) {
            Reject refusal = OrderRules.refusal(phase, instrument, type, timeInForce, day.tradingDate(),
                day.whyClosed(instrument.venue));
            if (refusal != null) {
                return refusal;
            }
        }
        return instrument.halted ? Reject.INSTRUMENT_HALTED : null;
    }

    /** Whether an order is a limit order yet that the closing auction will make a market order. */
    private boolean isConditional(int order) {
        return orders.type(order) == OrderType.CONDITIONAL && orders.priceWon(order) != 0;
    }

    /** The id of what a command about an original means, or why there is none. */
    private int listing(long code, Venue venue, int original) {
        boolean ofOriginal = code == Code.OF_ORIGINAL && orders.exists(original);
        return listing(ofOriginal ? instruments.get(orders.instrument(original)).code : code, venue);
    }

    private Reject checkOriginal(int account, int instrument, int original) {
        if (!orders.exists(original)) {
            return Reject.UNKNOWN_ORDER;
        }
        earlyLoads.ofOriginal(account, original);
        if (orders.account(original) != account || orders.instrument(original) != instrument) {
            return Reject.UNKNOWN_ORDER;
        }
        return orders.kind(original) == OrderKind.CANCEL ? Reject.ORIGINAL_IS_A_CANCEL : null;
    }

    /** What an order says of itself: quantity, type, price. Source: Enforcement Rule art. 13, 14. */
    private static Reject checkShape(Instrument instrument, Side side, OrderType type, TimeInForce timeInForce, long shares,
        long priceWon) {
        if (shares <= 0 || shares > CoreCommands.MAX_ORDER_SHARES) {
            return Reject.BAD_QUANTITY;
        }
        if (instrument.overseas && !OverseasRules.isLot(instrument, side, type, shares)) {
            return Reject.BAD_QUANTITY;
        }
        if (shares > instrument.mostShares) {
            return Reject.ORDER_TOO_LARGE;
        }
        if (!instrument.overseas && !OrderRules.combines(instrument.venue, type, timeInForce) || !OrderRules.suits(instrument.kind, type)) {
            return Reject.BAD_ORDER_TYPE;
        }
        if (!type.priced()) {
            return priceWon == 0 ? null : Reject.PRICE_NOT_ALLOWED;
        }
        if (priceWon <= 0) {
            return Reject.PRICE_REQUIRED;
        }
        if (!instrument.ticks.onGrid(priceWon)) {
            return Reject.OFF_TICK;
        }
        boolean allowed = instrument.allows(priceWon) && switch (type) {
            case CONDITIONAL -> priceWon != (side == Side.BUY ? instrument.upperLimitWon : instrument.lowerLimitWon);
            case SINGLE_PRICE -> instrument.allowsSinglePrice(priceWon);
            default -> true;
        };
        if (allowed && instrument.overseas && priceWon > MAX_AMOUNT / shares) {
            return Reject.ORDER_TOO_LARGE;
        }
        return allowed ? null : Reject.OUTSIDE_PRICE_LIMITS;
    }

    /**
     * The price an order rests at: its own, 0 for a market order, for best-counter and best-own orders the price found at
     * receipt, for those at a close that. Source: Enforcement Rule art. 3 (최유리), 4 (최우선), 51.
     */
    private static long restPriceWon(Instrument instrument, Side side, OrderType type, long priceWon) {
        return switch (type) {
            case LIMIT, CONDITIONAL, SINGLE_PRICE -> priceWon;
            case MARKET -> 0;
            case BEST_COUNTER -> bestCounterWon(instrument, side);
            case BEST_OWN -> bestOwnWon(instrument, side);
            case PREVIOUS_CLOSE -> instrument.baseWon;
            case TODAYS_CLOSE -> instrument.closeWon;
        };
    }

    private static long bestCounterWon(Instrument instrument, Side side) {
        long counter = instrument.bestWon(side.opposite());
        long own = instrument.bestWon(side);
        if (counter != 0) {
            return counter;
        }
        if (side == Side.BUY) {
            return own == 0
                ? instrument.ticks.ceil(instrument.lastWon)
                : Math.min(instrument.upperLimitWon, instrument.ticks.up(own));
        }
        return own == 0
            ? instrument.ticks.floor(instrument.lastWon)
            : Math.max(instrument.lowerLimitWon, instrument.ticks.down(own));
    }

    private static long bestOwnWon(Instrument instrument, Side side) {
        long own = instrument.bestWon(side);
        if (own != 0) {
            return own;
        }
        return side == Side.BUY
            ? instrument.ticks.floor(instrument.lastWon)
            : instrument.ticks.ceil(instrument.lastWon);
    }
}
