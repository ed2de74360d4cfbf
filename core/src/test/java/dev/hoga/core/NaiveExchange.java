package dev.hoga.core;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * The brokerage once more, written from the rule book (rules A2 to A5, D1, D3) and the words of {@link CoreCommands} to be
 * obviously right and not fast: collections, big numbers, nothing kept that can be worked out. Refusals are data: every
 * reason that applies is collected, and the first in the order of {@link Reject} is the answer.
 */
final class NaiveExchange extends NaiveOffice {
    final Map<Integer, NaiveOrder> orders = new HashMap<>();
    private int clientNumbers;
    private int houseNumbers;
    private int sequence;

    NaiveExchange(CoreListener listener) {
        super(listener);
    }

    // -- orders --------------------------------------------------------------------------------------------------------

    private NaiveReasons deskReasons(int accountId, NaiveShare share, Venue venue) {
        LocalDate today = NaiveClock.dayOf(clock.nowMs);
        boolean tradingDay = today.equals(clock.date);
        boolean before = clock.nowMs < NaiveClock.millis(clock.date, NaiveClock.OPEN);
        return new NaiveReasons().when(!ledger.trades(accountId), Reject.UNKNOWN_ACCOUNT)
            .when(share == null, Reject.UNKNOWN_INSTRUMENT)
            .when(venue != Venue.KRX, Reject.VENUE_NOT_OPEN)
            .when(!clock.open && !tradingDay, Reject.NOT_A_TRADING_DAY)
            .when(!clock.open && before, Reject.MARKET_NOT_OPEN)
            .when(!clock.open, Reject.MARKET_CLOSED);
    }

    private static void shapeReasons(NaiveReasons reasons, NaiveShare share, OrderType type, TimeInForce timeInForce,
        long priceWon) {
        reasons.when(type == OrderType.BEST_OWN && timeInForce != TimeInForce.DAY, Reject.BAD_ORDER_TYPE)
            .when(type != OrderType.LIMIT && priceWon != 0, Reject.PRICE_NOT_ALLOWED)
            .when(type == OrderType.LIMIT && priceWon <= 0, Reject.PRICE_REQUIRED);
        if (share != null && type == OrderType.LIMIT && priceWon > 0) {
            reasons.when(!NaiveRules.onGrid(share.kind, priceWon), Reject.OFF_TICK)
                .when(outside(priceWon, share.lower(), share.upper()), Reject.OUTSIDE_PRICE_LIMITS);
        }
    }

    private static long restingPrice(NaiveShare share, Side side, OrderType type, long priceWon) {
        return switch (type) {
            case LIMIT -> priceWon;
            case MARKET -> 0;
            case BEST_COUNTER -> share.bestCounter(side);
            case BEST_OWN -> share.bestOwn(side);
        };
    }

    private static long reservationPrice(NaiveShare share, OrderType type, long priceWon) {
        return type == OrderType.LIMIT ? priceWon : share.upper();
    }

    @Override
    public void placeOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, Side side,
        OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code);
        NaiveReasons reasons = deskReasons(accountId, share, venue)
            .when(share != null && share.halted, Reject.INSTRUMENT_HALTED)
            .when(outside(qtyShares, 1, MAX_SHARES), Reject.BAD_QUANTITY);
        shapeReasons(reasons, share, type, timeInForce, priceWon);
        if (reasons.none() && !NaiveLedger.isHouse(accountId)) {
            long sellable = ledger.sellable(accountId, share.id);
            long reservation = reservationPrice(share, type, priceWon);
            reasons.when(side == Side.SELL && sellable < qtyShares, Reject.NOT_ENOUGH_SHARES, sellable);
            if (side == Side.BUY && ledger.cost(accountId, reservation, qtyShares).compareTo(ledger.orderable(accountId)) > 0) {
                reasons.when(true, Reject.NOT_ENOUGH_CASH,
                    ledger.affordable(accountId, reservation, ledger.orderable(accountId)));
            }
        }
        if (!refused(correlationId, reasons)) {
            long resting = restingPrice(share, side, type, priceWon);
            NaiveOrder order = number(OrderKind.NEW, accountId, share, side, type, timeInForce, qtyShares, resting, null);
            enter(correlationId, order);
        }
    }

    @Override
    public void amendOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, int originalNumber,
        OrderType type, long qtyShares, long priceWon) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code);
        NaiveOrder original = orders.get(originalNumber);
        boolean known = original != null && original.account == accountId && original.share == share;
        NaiveReasons reasons = deskReasons(accountId, share, venue)
            .when(share != null && share.halted, Reject.INSTRUMENT_HALTED)
            .when(!known, Reject.UNKNOWN_ORDER)
            .when(known && original.kind == OrderKind.CANCEL, Reject.ORIGINAL_IS_A_CANCEL)
            .when(outside(qtyShares, 0, MAX_SHARES), Reject.BAD_QUANTITY);
        shapeReasons(reasons, share, type, TimeInForce.DAY, priceWon);
        if (refused(correlationId, reasons)) {
            return;
        }
        long part = qtyShares == 0 ? original.open : qtyShares;
        long resting = restingPrice(share, original.side, type, priceWon);
        reasons.when(resting == original.price, Reject.AMEND_CHANGES_NOTHING)
            .when(original.open == 0, Reject.NOTHING_TO_AMEND)
            .when(part > original.open, Reject.MORE_THAN_REMAINS, original.open);
        if (reasons.none() && original.side == Side.BUY && !NaiveLedger.isHouse(accountId)) {
            BigInteger available = ledger.orderable(accountId).add(ledger.freed(original, part));
            long reservation = reservationPrice(share, type, priceWon);
            reasons.when(ledger.cost(accountId, reservation, part).compareTo(available) > 0, Reject.NOT_ENOUGH_CASH,
                ledger.affordable(accountId, reservation, available));
        }
        if (!refused(correlationId, reasons)) {
            reduce(original, part, ReduceReason.AMENDED);
            enter(correlationId, number(OrderKind.AMEND, accountId, share, original.side, type, TimeInForce.DAY, part, resting,
                original));
        }
    }

    @Override
    public void cancelOrder(long hostTimeMs, long correlationId, int accountId, long code, Venue venue, int originalNumber,
        long qtyShares) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code);
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
        orders.put(order.number, order);
        return order;
    }

    /** Tells of an order, lets it trade, and lets the rest of it rest or go. */
    private void enter(long correlationId, NaiveOrder order) {
        NaiveShare share = order.share;
        int tradesBefore = share.tradesToday.size();
        sayAccepted(correlationId, order, order.open);
        long there = share.resting.stream().filter(maker -> maker.side != order.side && order.meets(maker))
            .mapToLong(maker -> maker.open).sum();
        boolean amended = order.kind == OrderKind.AMEND;
        if (order.timeInForce != TimeInForce.FOK || there >= order.open) {
            for (NaiveOrder maker = share.first(order.side.opposite());
                order.open > 0 && maker != null && order.meets(maker); maker = share.first(order.side.opposite())) {
                trade(maker, order);
            }
        }
        boolean rests = order.open > 0 && order.timeInForce == TimeInForce.DAY;
        if (rests) {
            share.resting.add(order);
        } else if (order.open > 0) {
            reduce(order, order.open, ReduceReason.NOT_FILLED_AT_ONCE);
        }
        if (rests || amended || share.tradesToday.size() > tradesBefore) {
            listener.bookChanged(share.id, clock.nowMs);
        }
    }

    private void trade(NaiveOrder maker, NaiveOrder taker) {
        NaiveShare share = maker.share;
        long price = share.tradePrice(maker, taker);
        long quantity = Math.min(maker.open, taker.open);
        BigInteger amount = BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
        share.last = price;
        share.tradesToday.add(new NaiveShare.Trade(taker.side, price, quantity, clock.nowMs));
        listener.traded(share.id, share.tradesToday.size(), taker.side, price, quantity, clock.nowMs);
        NaiveOrder buy = maker.side == Side.BUY ? maker : taker;
        NaiveOrder sell = maker.side == Side.BUY ? taker : maker;
        ledger.transfer(buy.account, sell.account, amount);
        ledger.sell(sell.account, share.id, quantity);
        ledger.buy(buy.account, share.id, quantity, amount);
        fill(maker, quantity, price, amount);
        fill(taker, quantity, price, amount);
        if (maker.open == 0) {
            share.resting.remove(maker);
        }
    }

    /** Costs are cut on what the order has filled in all, so that parts cost what one fill costs. */
    private void fill(NaiveOrder order, long quantity, long price, BigInteger amount) {
        int account = order.account;
        BigInteger before = order.filled;
        order.filled = before.add(amount);
        order.open -= quantity;
        long rate = ledger.accounts.get(account).ratePpb;
        BigInteger commission = NaiveRules.commission(rate, order.filled).subtract(NaiveRules.commission(rate, before));
        ledger.transfer(account, HouseAccount.COMMISSION.id(), commission);
        BigInteger tax = BigInteger.ZERO;
        if (order.side == Side.SELL && !NaiveLedger.isHouse(account)) {
            tax = NaiveRules.saleTax(order.share.kind, clock.date.getYear(), order.filled)
                .subtract(NaiveRules.saleTax(order.share.kind, clock.date.getYear(), before));
            ledger.transfer(account, HouseAccount.TAX_OFFICE.id(), tax);
        }
        ledger.traded(account, order.side, amount, commission.add(tax));
        listener.orderFilled(account, order.number, order.share.id, order.side, quantity, price, order.open,
            commission.longValueExact(), tax.longValueExact(), order.share.tradesToday.size(), clock.nowMs);
        sayCash(account);
        sayHolding(account, order.share);
    }

    private void reduce(NaiveOrder order, long quantity, ReduceReason reason) {
        order.open -= quantity;
        if (order.open == 0) {
            order.share.resting.remove(order);
        }
        listener.orderReduced(order.account, order.number, order.share.id, reason, quantity, order.open, clock.nowMs);
    }

    private void sayAccepted(long correlationId, NaiveOrder order, long quantity) {
        listener.orderAccepted(correlationId, order.account, order.number, order.original, order.root, order.kind,
            order.share.id, order.side, order.type, order.timeInForce, quantity, order.price, clock.nowMs);
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

    @Override
    public void setFrozen(long hostTimeMs, long correlationId, boolean frozen) {
        clock.advance(hostTimeMs);
        clock.frozen(frozen);
        answer(correlationId, new NaiveReasons(), () -> frozen ? 1 : 0);
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
        listener.tradingDateChanged(Math.toIntExact(date.toEpochDay()), clock.nowMs);
    }

    @Override
    public void opens() {
        listener.phaseChanged(Venue.KRX, Phase.CONTINUOUS, clock.nowMs);
    }

    /** All orders end; market orders first, then the best price, then the earlier order; buys before sells. */
    @Override
    public void closes() {
        listener.phaseChanged(Venue.KRX, Phase.CLOSED, clock.nowMs);
        for (NaiveShare share : ledger.shares) {
            var ending = new ArrayList<NaiveOrder>();
            for (boolean market : new boolean[] {true, false}) {
                for (Side side : Side.values()) {
                    share.queue(side).stream().filter(order -> order.isMarket() == market).forEach(ending::add);
                }
            }
            ending.forEach(order -> reduce(order, order.open, ReduceReason.EXPIRED));
            if (!ending.isEmpty()) {
                listener.bookChanged(share.id, clock.nowMs);
            }
        }
    }

    @Override
    public void rolls(LocalDate nextDate) {
        orders.clear();
        clientNumbers = 0;
        houseNumbers = 0;
        sequence = 0;
        ledger.shares.forEach(NaiveShare::startDay);
        ledger.startDay();
    }
}
