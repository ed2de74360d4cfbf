package dev.hoga.core;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The brokerage once more, written from the rule book (rules A2 to A5, D1, D3) and the words of {@link CoreCommands} to be
 * obviously right and not fast: collections, big numbers, nothing kept that can be worked out. Refusals are data: every
 * reason that applies is collected, and the first in the order of {@link Reject} is the answer.
 */
final class NaiveExchange extends NaiveFloor {
    final Map<Integer, NaiveOrder> orders = new HashMap<>();
    private int clientNumbers;
    private int houseNumbers;

    NaiveExchange(CoreListener listener) {
        super(listener);
    }

    // -- orders --------------------------------------------------------------------------------------------------------

    private NaiveReasons deskReasons(int accountId, NaiveShare share, Venue venue) {
        return (share == null ? new NaiveReasons() : closedReasons(share.venue()))
            .when(!ledger.trades(accountId), Reject.UNKNOWN_ACCOUNT)
            .when(share == null, Reject.UNKNOWN_INSTRUMENT)
            .when(share != null && share.venue() != venue, Reject.VENUE_NOT_OPEN)
            .when(ledger.wrongProduct(accountId, share), Reject.WRONG_PRODUCT);
    }

    /** The listing of a share at a venue; at KRX where it is not traded there. */
    private NaiveShare share(long code, Venue venue) {
        NaiveShare share = share(code);
        return share != null && venue == Venue.NXT && share.nxt != null ? share.nxt : share;
    }

    /** What the phase has against an order that is brought. */
    private void phaseReasons(NaiveReasons reasons, NaiveShare share, OrderType type, TimeInForce timeInForce) {
        if (share != null && clock.phase(share.venue()) != Phase.CLOSED) {
            Reject refusal = share.venue() == Venue.NXT ? NaiveRules.refusalAtNxt(phase(share), type, timeInForce, clock.date)
                : NaiveRules.refusal(phase(share), type, timeInForce, share.kind == InstrumentKind.ETF, share.close != 0,
                    !share.pricesToday().isEmpty());
            reasons.when(refusal != null, refusal);
        }
        reasons.when(share != null && share.halted, Reject.INSTRUMENT_HALTED);
    }

    private static void shapeReasons(NaiveReasons reasons, NaiveShare share, Side side, OrderType type, TimeInForce timeInForce,
        long priceWon) {
        boolean priced = List.of(OrderType.LIMIT, OrderType.CONDITIONAL, OrderType.SINGLE_PRICE).contains(type);
        boolean atNxt = share != null && share.venue() == Venue.NXT;
        reasons.when(!(atNxt ? NaiveRules.combinesAtNxt(type, timeInForce) : NaiveRules.combines(type, timeInForce)),
            Reject.BAD_ORDER_TYPE)
            .when(share != null && share.isGold() && type != OrderType.LIMIT, Reject.BAD_ORDER_TYPE)
            .when(!priced && priceWon != 0, Reject.PRICE_NOT_ALLOWED)
            .when(priced && priceWon <= 0, Reject.PRICE_REQUIRED);
        if (share != null && priced && priceWon > 0) {
            boolean extreme = priceWon == (side == Side.BUY ? share.upper() : share.lower());
            boolean farFromClose = Math.abs(priceWon - share.close) * 10 > share.close;
            reasons.when(!NaiveRules.onGrid(share.kind, priceWon), Reject.OFF_TICK)
                .when(outside(priceWon, share.lower(), share.upper()), Reject.OUTSIDE_PRICE_LIMITS)
                .when(type == OrderType.CONDITIONAL && extreme, Reject.OUTSIDE_PRICE_LIMITS)
                .when(type == OrderType.SINGLE_PRICE && farFromClose, Reject.OUTSIDE_PRICE_LIMITS);
        }
    }

    private static long restingPrice(NaiveShare share, Side side, OrderType type, long priceWon) {
        return switch (type) {
            case LIMIT, CONDITIONAL, SINGLE_PRICE -> priceWon;
            case MARKET -> 0;
            case BEST_COUNTER -> share.bestCounter(side);
            case BEST_OWN -> share.bestOwn(side);
            case PREVIOUS_CLOSE -> share.base;
            case TODAYS_CLOSE -> share.close;
        };
    }

    private static long reservationPrice(NaiveShare share, OrderType type, long resting) {
        return NaiveOrder.boundByPrice(type) ? resting : share.upper();
    }

    @Override
    public void placeOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, Side side,
        OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon) {
        place(hostTimeMs, correlationId, accountId, code, venue, side, type, timeInForce, qtyShares, priceWon, false, null);
    }

    @Override
    public void placeCreditOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, Side side,
        OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon, int loanDay) {
        place(hostTimeMs, correlationId, accountId, code, venue, side, type, timeInForce, qtyShares, priceWon, true,
            loanDay <= 0 ? null : LocalDate.ofEpochDay(loanDay));
    }

    private NaiveReasons creditReasons(NaiveReasons reasons, int accountId, NaiveShare share, Side side, LocalDate loanDay) {
        if (reasons.none() && side == Side.BUY) {
            NaiveLedger.Account account = ledger.accounts.get(accountId);
            boolean frozen = !ledger.today.isAfter(account.frozenUntil);
            reasons.when(!account.credit || frozen || share.grade == CreditGrade.NONE, Reject.NO_CREDIT);
        } else if (reasons.none()) {
            reasons.when(ledger.holding(accountId, share.krx.id).loans.stream()
                .noneMatch(loan -> loanDay == null || loan.day().equals(loanDay)), Reject.UNKNOWN_LOAN);
        }
        return reasons;
    }

    private void place(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, Side side, OrderType type,
        TimeInForce timeInForce, long qtyShares, long priceWon, boolean credit, LocalDate loanDay) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code, venue);
        NaiveReasons reasons = deskReasons(accountId, share, venue)
            .when(outside(qtyShares, 1, MAX_SHARES), Reject.BAD_QUANTITY);
        phaseReasons(reasons, share, type, timeInForce);
        shapeReasons(reasons, share, side, type, timeInForce, priceWon);
        if (share != null) {
            long most = NaiveRules.quoteSize(share.kind, share.listed, share.base).min(BigInteger.valueOf(MAX_SHARES)).longValueExact();
            reasons.when(qtyShares > most, Reject.ORDER_TOO_LARGE, most);
        }
        if (credit) {
            creditReasons(reasons, accountId, share, side, loanDay);
        }
        if (reasons.none() && !NaiveLedger.isHouse(accountId)) {
            long sellable = credit ? ledger.sellableOnCredit(accountId, share, loanDay) : ledger.sellable(accountId, share.krx.id);
            int percent = credit ? share.grade.guaranteePercent() : ledger.marginPercent(accountId, share);
            long reservation = reservationPrice(share, type, restingPrice(share, side, type, priceWon));
            reasons.when(side == Side.SELL && sellable < qtyShares, Reject.NOT_ENOUGH_SHARES, sellable);
            if (side == Side.BUY && ledger.cost(accountId, percent, reservation, qtyShares).compareTo(ledger.orderable(accountId)) > 0) {
                reasons.when(true, Reject.NOT_ENOUGH_CASH,
                    ledger.affordable(accountId, percent, reservation, ledger.orderable(accountId)));
            }
        }
        if (!refused(correlationId, reasons)) {
            long resting = restingPrice(share, side, type, priceWon);
            NaiveOrder order = number(OrderKind.NEW, accountId, share, side, type, timeInForce, qtyShares, resting, null);
            order.credit = credit;
            order.loanDay = loanDay;
            enter(correlationId, order);
        }
    }

    @Override
    public void amendOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, int originalNumber,
        OrderType type, long qtyShares, long priceWon) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code, venue);
        NaiveOrder original = orders.get(originalNumber);
        boolean known = original != null && original.account == accountId && original.share == share;
        NaiveReasons reasons = deskReasons(accountId, share, venue)
            .when(!known, Reject.UNKNOWN_ORDER)
            .when(known && original.kind == OrderKind.CANCEL, Reject.ORIGINAL_IS_A_CANCEL)
            .when(outside(qtyShares, 0, MAX_SHARES), Reject.BAD_QUANTITY)
            .when(known && session(original.type) != session(type), Reject.BAD_ORDER_TYPE);
        phaseReasons(reasons, share, type, TimeInForce.DAY);
        shapeReasons(reasons, share, known ? original.side : Side.BUY, type, TimeInForce.DAY, priceWon);
        if (refused(correlationId, reasons)) {
            return;
        }
        long part = qtyShares == 0 ? original.open : qtyShares;
        long resting = restingPrice(share, original.side, type, priceWon);
        boolean wasConditional = original.type == OrderType.CONDITIONAL && !original.isMarket();
        reasons.when(resting == original.price && wasConditional == (type == OrderType.CONDITIONAL), Reject.AMEND_CHANGES_NOTHING)
            .when(original.open == 0, Reject.NOTHING_TO_AMEND)
            .when(part > original.open, Reject.MORE_THAN_REMAINS, original.open);
        if (reasons.none() && original.side == Side.BUY && !NaiveLedger.isHouse(accountId)) {
            BigInteger available = ledger.orderable(accountId).add(ledger.freed(original, part));
            long reservation = reservationPrice(share, type, resting);
            reasons.when(ledger.cost(accountId, ledger.ownPercent(original), reservation, part).compareTo(available) > 0, Reject.NOT_ENOUGH_CASH,
                ledger.affordable(accountId, ledger.ownPercent(original), reservation, available));
        }
        if (!refused(correlationId, reasons)) {
            reduce(original, part, ReduceReason.AMENDED);
            TimeInForce force = original.timeInForce == TimeInForce.PRE_MARKET ? TimeInForce.PRE_MARKET : TimeInForce.DAY;
            enter(correlationId, number(OrderKind.AMEND, accountId, share, original.side, type, force, part, resting, original));
        }
    }

    @Override
    public void cancelOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, int originalNumber,
        long qtyShares) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code, venue);
        NaiveOrder original = orders.get(originalNumber);
        boolean known = original != null && original.account == accountId && original.share == share;
        NaiveReasons reasons = deskReasons(accountId, share, venue)
            .when(!known, Reject.UNKNOWN_ORDER)
            .when(known && original.kind == OrderKind.CANCEL, Reject.ORIGINAL_IS_A_CANCEL)
            .when(outside(qtyShares, 0, MAX_SHARES), Reject.BAD_QUANTITY);
        if (known) {
            reasons.when(original.open == 0, Reject.NOTHING_TO_CANCEL)
                .when(qtyShares > original.open, Reject.MORE_THAN_REMAINS, original.open);
        }
        if (!refused(correlationId, reasons)) {
            long part = qtyShares == 0 ? original.open : qtyShares;
            NaiveOrder cancel = number(OrderKind.CANCEL, accountId, share, original.side, original.type, TimeInForce.DAY, part,
                original.price, original);
            cancel.open = 0;
            sayAccepted(correlationId, cancel, part);
            reduce(original, part, ReduceReason.CANCELLED);
            listener.bookChanged(share.id, clock.nowMs);
        }
    }

    /** Which of the day's sessions a type is for. */
    private static int session(OrderType type) {
        return switch (type) {
            case PREVIOUS_CLOSE -> 0;
            case LIMIT, MARKET, BEST_COUNTER, BEST_OWN, CONDITIONAL -> 1;
            case TODAYS_CLOSE -> 2;
            case SINGLE_PRICE -> 3;
        };
    }

    private NaiveOrder number(OrderKind kind, int account, NaiveShare share, Side side, OrderType type, TimeInForce timeInForce,
        long quantity, long price, NaiveOrder original) {
        var order = new NaiveOrder();
        order.number = NaiveLedger.isHouse(account) ? 10_000_000 + ++houseNumbers : ++clientNumbers;
        order.original = original == null ? 0 : original.number;
        order.root = original == null ? order.number : original.root;
        order.sequence = ++sequence;
        order.kind = kind;
        order.account = account;
        order.share = share;
        order.side = side;
        order.type = type;
        order.timeInForce = timeInForce;
        order.open = quantity;
        order.price = price;
        order.credit = original != null && original.credit;
        order.loanDay = original == null ? null : original.loanDay;
        orders.put(order.number, order);
        return order;
    }

    /** Who did not pay sells at the market, for the opening auction. */
    @Override
    void forceSales() {
        for (int account = NaiveLedger.FIRST_CLIENT; account < ledger.accounts.size(); account++) {
            int seller = account;
            ledger.mustRepay(account).forEach(sale -> {
                NaiveOrder order = number(OrderKind.NEW, seller, sale.share(), Side.SELL, OrderType.MARKET, TimeInForce.DAY,
                    sale.quantity(), 0, null);
                order.credit = true;
                order.loanDay = sale.loanDay();
                enter(0, order);
            });
            ledger.mustSell(account).forEach((share, quantity) -> enter(0,
                number(OrderKind.NEW, seller, share, Side.SELL, OrderType.MARKET, TimeInForce.DAY, quantity, 0, null)));
        }
    }

    // -- time ----------------------------------------------------------------------------------------------------------

    @Override
    public void startClock(long hostTimeMs, long correlationId, long marketTimeMs, int speed, boolean frozen) {
        clock.advance(hostTimeMs);
        answer(correlationId, new NaiveReasons().when(clock.started, Reject.ALREADY_EXISTS)
            .when(outside(marketTimeMs, 1, lastMs()) || outside(speed, 1, 86_400), Reject.OUT_OF_RANGE), () -> {
            clock.start(marketTimeMs, speed, frozen);
            return clock.nowMs;
        });
    }

    private static long lastMs() {
        return NaiveClock.millis(LocalDate.of(2200, 1, 1), LocalTime.MIDNIGHT) - 1;
    }

    @Override
    public void setMarketTime(long hostTimeMs, long correlationId, long marketTimeMs) {
        clock.advance(hostTimeMs);
        answer(correlationId, new NaiveReasons().when(!clock.started, Reject.BUSY)
            .when(marketTimeMs < clock.nowMs, Reject.CLOCK_BACKWARD)
            .when(marketTimeMs > Math.min(lastMs(), clock.nowMs + 3_653 * 86_400_000L), Reject.OUT_OF_RANGE), () -> {
            clock.jump(marketTimeMs);
            return clock.nowMs;
        });
    }

    @Override
    public void setSpeed(long hostTimeMs, long correlationId, int speed) {
        clock.advance(hostTimeMs);
        answer(correlationId, new NaiveReasons().when(outside(speed, 1, 86_400), Reject.OUT_OF_RANGE), () -> {
            clock.speed(speed);
            return speed;
        });
    }

    /** There is nobody to switch on here. */
    @Override
    public void setParticipants(long hostTimeMs, long correlationId, boolean on, long seed, int intensityPercent) {
        clock.advance(hostTimeMs);
        if (on) {
            listener.commandRejected(correlationId, Reject.OUT_OF_RANGE, 0);
        } else {
            listener.commandAccepted(correlationId, 0);
        }
    }

    /** There is nobody to live a day as it is said. */
    @Override
    public void bindDay(long hostTimeMs, long correlationId, long code, int epochDay, long baseWon, long openWon, long highWon,
        long lowWon, long closeWon, long volumeShares) {
        throw new UnsupportedOperationException("no participants are compared here");
    }

    @Override
    public void setFrozen(long hostTimeMs, long correlationId, boolean frozen) {
        clock.advance(hostTimeMs);
        clock.frozen(frozen);
        answer(correlationId, new NaiveReasons(), () -> frozen ? 1 : 0);
    }

    @Override
    public void acknowledgeHistory(long hostTimeMs, long correlationId, long entry) {
        throw new UnsupportedOperationException("what history is told is compared with events, not here");
    }

    @Override
    public void listOverseas(long hostTimeMs, long correlationId, long code, String name, String englishName, InstrumentKind kind,
        long listedShares, long lotShares, long basePrice) {
        throw notHere();
    }

    @Override
    public void declareOverseasDay(long hostTimeMs, long correlationId, Currency country, int epochDay, int earlierMinutes) {
        throw notHere();
    }

    @Override
    public void moveForeignCash(long hostTimeMs, long correlationId, int accountId, Currency currency, long amount) {
        throw notHere();
    }

    @Override
    public void exchangeCash(long hostTimeMs, long correlationId, int accountId, Currency from, Currency to, long amount) {
        throw notHere();
    }

    @Override
    public void setFxRate(long hostTimeMs, long correlationId, Currency currency, long rate) {
        throw notHere();
    }

    private static RuntimeException notHere() {
        return new UnsupportedOperationException("what is traded overseas has a model of its own");
    }

    @Override
    public void resumeClock(long hostTimeMs) {
        clock.resume(hostTimeMs);
    }

    @Override
    public void tick(long hostTimeMs) {
        clock.advance(hostTimeMs);
    }

    @Override
    public void dateBegins(LocalDate date) {
        ledger.today = date;
        listener.tradingDateChanged(Math.toIntExact(date.toEpochDay()), clock.nowMs);
    }

    @Override
    public void rolls(LocalDate nextDate) {
        orders.clear();
        clientNumbers = 0;
        houseNumbers = 0;
        sequence = 0;
        ledger.shares.forEach(NaiveShare::startDay);
        ledger.nxtListings().forEach(NaiveShare::startDay);
        ledger.startDay(ledger.today, nextDate);
    }
}
