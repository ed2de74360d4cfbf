package dev.hoga.core;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The part of the naive exchange where orders meet: continuous trading, auctions, trades at a close, the ends of orders. */
abstract class NaiveFloor extends NaiveOffice {
    private static final List<Phase> AFTER_HOURS = List.of(Phase.SINGLE_PRICE, Phase.AFTER_MARKET);

    /** Counts receipts. */
    int sequence;

    NaiveFloor(CoreListener listener) {
        super(listener);
    }

    abstract void forceSales();

    private List<NaiveShare> shares(Venue venue) {
        return ledger.shares.stream().filter(share -> share.venue() == venue).toList();
    }

    /** Tells of an order, lets it trade, and lets the rest of it rest or go. */
    final void enter(long correlationId, NaiveOrder order) {
        NaiveShare share = order.share;
        int tradesBefore = share.tradesToday.size();
        sayAccepted(correlationId, order, order.open);
        if (NaiveOrder.isAtClose(order.type)) {
            share.atClose.add(order);
            if (clock.krx != Phase.CLOSE_PRICE_ENTRY) {
                tradeAtClose(share);
            }
            listener.bookChanged(share.id, clock.nowMs);
            return;
        }
        if (phase(share).auction()) {
            share.resting.add(order);
            listener.bookChanged(share.id, clock.nowMs);
            return;
        }
        long there = share.resting.stream().filter(maker -> maker.side != order.side && order.meets(maker))
            .mapToLong(maker -> maker.open).sum();
        boolean amended = order.kind == OrderKind.AMEND;
        boolean interrupts = false;
        if (order.timeInForce == TimeInForce.FOK) {
            long worst = there < order.open ? 0 : worstPrice(order);
            interrupts = worst != 0 && interrupts(share, worst, share.last);
            if (interrupts) {
                interrupt(share);
            } else if (worst != 0) {
                interrupts = match(order);
            }
        } else {
            interrupts = match(order);
        }
        boolean rests = order.open > 0 && (order.timeInForce == TimeInForce.DAY || order.timeInForce == TimeInForce.PRE_MARKET);
        if (rests) {
            share.resting.add(order);
        } else if (order.open > 0) {
            reduce(order, order.open, ReduceReason.NOT_FILLED_AT_ONCE);
        }
        if (rests || amended || interrupts || share.tradesToday.size() > tradesBefore) {
            listener.bookChanged(share.id, clock.nowMs);
        }
    }

    /** Trades as far as prices go; true where one is too far away and interrupts. */
    private boolean match(NaiveOrder order) {
        NaiveShare share = order.share;
        long lastPrice = share.last;
        for (NaiveOrder maker = share.first(order.side.opposite());
            order.open > 0 && maker != null && order.meets(maker); maker = share.first(order.side.opposite())) {
            if (interrupts(share, share.tradePrice(maker, order), lastPrice)) {
                interrupt(share);
                return true;
            }
            trade(maker, order);
        }
        return false;
    }

    /** The price of the last trade that fills an order for which there is enough. */
    private static long worstPrice(NaiveOrder order) {
        long wanted = order.open;
        long worst = 0;
        for (NaiveOrder maker : order.share.queue(order.side.opposite())) {
            if (wanted > 0) {
                worst = order.share.tradePrice(maker, order);
                wanted -= maker.open;
            }
        }
        return worst;
    }

    /** NXT has interruptions of its own from 2026-09-14. */
    private boolean knowsInterruptions(NaiveShare share) {
        return share.venue() == Venue.KRX || !clock.date.isBefore(LocalDate.of(2026, 9, 14));
    }

    private boolean interrupts(NaiveShare share, long price, long lastPrice) {
        return knowsInterruptions(share) && share.interrupts(price, lastPrice);
    }

    private void interrupt(NaiveShare share) {
        share.interruptedAtOpening = false;
        share.interruptionTold = true;
        share.interruptedUntilMs = clock.interruptionEnds(share.id, ++share.interruptions);
        listener.interruptionChanged(share.id, true, clock.nowMs);
    }

    private void uninterrupt(NaiveShare share) {
        share.interruptedUntilMs = 0;
        if (share.interruptionTold) {
            listener.interruptionChanged(share.id, false, clock.nowMs);
        }
    }

    /** What the session does with a share. */
    final Phase phase(NaiveShare share) {
        Phase phase = clock.phase(share.venue());
        if (!share.interrupted()) {
            boolean paused = share.krx.interrupted() && !knowsInterruptions(share);
            return paused && phase.continuous() ? Phase.PAUSE : phase;
        }
        return phase.continuous() ? Phase.VOLATILITY_AUCTION : Phase.CLOSING_AUCTION;
    }

    @Override
    public void interruptionEnds(int id) {
        NaiveShare share = ledger.listings().stream().filter(one -> one.id == id).findFirst().orElseThrow();
        if (!share.interrupted() || share.interruptedUntilMs > clock.nowMs) {
            return;
        }
        boolean closing = phase(share) == Phase.CLOSING_AUCTION;
        Phase phase = clock.phase(share.venue());
        uninterrupt(share);
        boolean changed = !auction(share, phase, makesDaysPrices(share), share.interruptedAtOpening);
        if (closing) {
            share.close();
            changed |= !share.resting.isEmpty();
            inOrderOfEnd(share).forEach(order -> reduce(order, order.open, ReduceReason.EXPIRED));
        }
        if (changed) {
            listener.bookChanged(share.id, clock.nowMs);
        }
    }

    @Override
    public void interruptInstrument(long hostTimeMs, long correlationId, long code) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code);
        NaiveReasons reasons = closedReasons(share == null ? Venue.KRX : share.venue()).when(share == null, Reject.UNKNOWN_INSTRUMENT);
        if (share != null && clock.phase(share.venue()) != Phase.CLOSED) {
            reasons.when(share.isGold() || phase(share) != Phase.CONTINUOUS && phase(share) != Phase.AFTER_MARKET, Reject.NOT_IN_THIS_PHASE)
                .when(share.halted, Reject.INSTRUMENT_HALTED);
        }
        answer(correlationId, reasons, () -> {
            interrupt(share);
            listener.bookChanged(share.id, clock.nowMs);
            return share.id;
        });
    }

    @Override
    public void breakCircuit(long hostTimeMs, long correlationId, int stage) {
        clock.advance(hostTimeMs);
        NaiveReasons reasons = closedReasons(Venue.KRX);
        boolean open = clock.krx != Phase.CLOSED;
        if (stage == 1 || stage == 2) {
            boolean soon = clock.nowMs > clock.closingMs() - 30 * 60_000;
            reasons.when(open && (clock.krx != Phase.CONTINUOUS || soon || stage <= clock.breakerStage), Reject.NOT_IN_THIS_PHASE);
        } else if (stage == 3) {
            boolean regular = List.of(Phase.PRE_OPEN, Phase.OPENING_AUCTION, Phase.CONTINUOUS, Phase.HALTED, Phase.REOPENING_AUCTION,
                Phase.CLOSING_AUCTION).contains(clock.krx);
            reasons.when(open && !regular, Reject.NOT_IN_THIS_PHASE);
        } else {
            reasons.when(true, Reject.OUT_OF_RANGE);
        }
        answer(correlationId, reasons, () -> {
            clock.stop(stage);
            return stage;
        });
    }

    private void closeEarly() {
        for (NaiveShare share : shares(Venue.KRX)) {
            boolean interrupted = share.interrupted();
            if (interrupted) {
                uninterrupt(share);
            }
            share.close();
            if (interrupted) {
                listener.bookChanged(share.id, clock.nowMs);
            }
        }
        expireAll(Venue.KRX);
    }

    private void open(NaiveShare share) {
        long price = share.halted ? 0 : new NaiveAuction(share, share.last, false).price;
        if (price != 0 && share.tooFarFromAuction(price)) {
            interrupt(share);
            share.interruptedAtOpening = true;
            listener.bookChanged(share.id, clock.nowMs);
        } else {
            auction(share, clock.phase(share.venue()), true, true);
        }
    }

    private void closes(NaiveShare share) {
        long price = share.halted ? 0 : new NaiveAuction(share, share.last, false).price;
        int perMille = NaiveRules.closingPerMille(share, clock.isExpiry());
        if (price != 0 && !share.isGold() && (share.tooFarFromAuction(price) || NaiveRules.tooFar(share.last, price, perMille))) {
            interrupt(share);
            listener.bookChanged(share.id, clock.nowMs);
        } else {
            auction(share, clock.phase(share.venue()), true, false);
            share.close();
        }
    }

    private void trade(NaiveOrder maker, NaiveOrder taker) {
        NaiveShare share = maker.share;
        long price = share.tradePrice(maker, taker);
        share.last = price;
        sayTraded(share, taker.side, price, Math.min(maker.open, taker.open), makesDaysPrices(share));
        exchange(maker, taker, price, Math.min(maker.open, taker.open));
    }

    private boolean makesDaysPrices(NaiveShare share) {
        return share.venue() == Venue.NXT || clock.krx != Phase.AFTER_MARKET;
    }

    private void sayTraded(NaiveShare share, Side taker, long price, long quantity, boolean counts) {
        share.tradesToday.add(new NaiveShare.Trade(taker, price, quantity, clock.nowMs, counts));
        if (taker == null) {
            listener.auctionTraded(share.id, share.tradesToday.size(), price, quantity, clock.nowMs);
        } else {
            listener.traded(share.id, share.tradesToday.size(), taker, price, quantity, clock.nowMs);
        }
    }

    /** Shares and money change hands; the earlier order is told of first. */
    private void exchange(NaiveOrder earlier, NaiveOrder later, long price, long quantity) {
        NaiveShare share = earlier.share;
        BigInteger amount = BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
        NaiveOrder buy = earlier.side == Side.BUY ? earlier : later;
        NaiveOrder sell = earlier.side == Side.BUY ? later : earlier;
        if (buy.credit) {
            BigInteger lent = NaiveLedger.lent(ledger.ownPercent(buy), buy.filled.add(amount))
                .subtract(NaiveLedger.lent(ledger.ownPercent(buy), buy.filled));
            sayLoan(buy, ledger.borrow(buy.account, share, quantity, amount, lent, settlementDate()));
        }
        ledger.transfer(buy.account, sell.account, amount);
        if (!sell.credit) {
            ledger.sell(sell.account, share.krx.id, quantity);
        }
        if (!buy.credit) {
            ledger.buy(buy.account, share.krx.id, quantity, amount);
        }
        fill(earlier, quantity, price, amount);
        fill(later, quantity, price, amount);
        if (sell.credit) {
            ledger.repay(sell, quantity, settlementDate()).forEach(loan -> sayLoan(sell, loan));
            sayCash(sell.account);
        }
        for (NaiveOrder order : List.of(earlier, later)) {
            if (order.open == 0) {
                share.resting.remove(order);
                share.atClose.remove(order);
            }
        }
    }

    private LocalDate settlementDate() {
        return clock.tradingDayFrom(clock.tradingDayFrom(clock.date.plusDays(1)).plusDays(1));
    }

    private void sayLoan(NaiveOrder order, NaiveLedger.Loan loan) {
        listener.loanChanged(order.account, order.share.krx.id, Math.toIntExact(loan.day().toEpochDay()), loan.shares(),
            loan.purchase().longValueExact(), loan.won().longValueExact());
    }

    private boolean tradeAtClose(NaiveShare share) {
        boolean traded = false;
        while (true) {
            var buy = share.atClose.stream().filter(order -> order.side == Side.BUY).findFirst();
            var sell = share.atClose.stream().filter(order -> order.side == Side.SELL).findFirst();
            if (buy.isEmpty() || sell.isEmpty()) {
                return traded;
            }
            boolean buyFirst = buy.get().sequence < sell.get().sequence;
            NaiveOrder earlier = buyFirst ? buy.get() : sell.get();
            NaiveOrder later = buyFirst ? sell.get() : buy.get();
            long quantity = Math.min(earlier.open, later.open);
            sayTraded(share, later.side, earlier.price, quantity, false);
            exchange(earlier, later, earlier.price, quantity);
            traded = true;
        }
    }

    /** Ends a call auction. @param counts whether its price is one of the day's @param bySize whether a limit is shared out */
    private boolean auction(NaiveShare share, Phase phase, boolean counts, boolean bySize) {
        var auction = new NaiveAuction(share, share.nearest(phase), false);
        if (share.halted || auction.price == 0) {
            return false;
        }
        if (phase == Phase.SINGLE_PRICE) {
            share.singlePrice = auction.price;
        } else {
            share.last = auction.price;
            share.auctionPrice = auction.price;
        }
        var buys = auction.fills(Side.BUY, bySize);
        var sells = auction.fills(Side.SELL, bySize);
        sayTraded(share, null, auction.price, auction.quantity, counts);
        while (!buys.isEmpty()) {
            NaiveOrder buy = buys.keySet().iterator().next();
            NaiveOrder sell = sells.keySet().iterator().next();
            long quantity = Math.min(buys.get(buy), sells.get(sell));
            exchange(buy.sequence < sell.sequence ? buy : sell, buy.sequence < sell.sequence ? sell : buy, auction.price, quantity);
            take(buys, buy, quantity);
            take(sells, sell, quantity);
        }
        listener.bookChanged(share.id, clock.nowMs);
        return true;
    }

    private static void take(Map<NaiveOrder, Long> fills, NaiveOrder order, long quantity) {
        fills.computeIfPresent(order, (same, left) -> left == quantity ? null : left - quantity);
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
        BigInteger added = ledger.addedTax(account, NaiveRules.commission(rate, order.filled))
            .subtract(ledger.addedTax(account, NaiveRules.commission(rate, before)));
        ledger.transfer(account, HouseAccount.TAX_OFFICE.id(), added);
        tax = tax.add(added);
        if (order.side == Side.SELL && !order.credit) {
            ledger.endLent(account, order.share.krx.id, quantity);
        } else if (!NaiveLedger.isHouse(account) && !order.credit) {
            int percent = ledger.ownPercent(order);
            ledger.lend(account, order.share, quantity,
                NaiveLedger.lent(percent, order.filled).subtract(NaiveLedger.lent(percent, before)));
        }
        ledger.traded(account, order.side, amount, commission.add(tax), order.share.isGold());
        listener.orderFilled(account, order.number, order.share.id, order.side, quantity, price, order.open,
            commission.longValueExact(), tax.longValueExact(), order.share.tradesToday.size(), clock.nowMs);
        sayCash(account);
        if (!order.credit) {
            sayHolding(account, order.share);
        }
    }

    final void reduce(NaiveOrder order, long quantity, ReduceReason reason) {
        order.open -= quantity;
        if (order.open == 0) {
            order.share.resting.remove(order);
            order.share.atClose.remove(order);
        }
        listener.orderReduced(order.account, order.number, order.share.id, reason, quantity, order.open, clock.nowMs);
    }

    final void sayAccepted(long correlationId, NaiveOrder order, long quantity) {
        listener.orderAccepted(correlationId, order.account, order.number, order.original, order.root, order.kind,
            order.share.id, order.side, order.type, order.timeInForce, quantity, order.price, clock.nowMs);
    }

    @Override
    public void saysPhase(Venue venue) {
        listener.phaseChanged(venue, clock.phase(venue), clock.nowMs);
    }

    private void turnsNxt(Phase before, Phase now) {
        List<NaiveShare> shares = ledger.nxtListings();
        switch (now) {
            case PAUSE -> {
                shares.forEach(this::stop);
                if (before == Phase.PRE_MARKET) {
                    shares.forEach(share -> expire(share, share.resting.stream()
                        .filter(order -> order.timeInForce == TimeInForce.PRE_MARKET).toList()));
                }
            }
            case HALTED -> {
                if (before == Phase.MAIN) {
                    shares.forEach(this::stop);
                }
            }
            case MAIN -> {
                if (before == Phase.HALTED) {
                    shares.stream().filter(share -> !share.halted).forEach(this::goOn);
                } else {
                    shares.forEach(share -> auction(share, now, true, false));
                }
            }
            case AFTER_MARKET -> shares.forEach(share -> auction(share, now, true, false));
            case CLOSED -> shares.forEach(this::expireAll);
            default -> { }
        }
    }

    private void stop(NaiveShare share) {
        if (share.interrupted()) {
            uninterrupt(share);
            listener.bookChanged(share.id, clock.nowMs);
        }
    }

    /** NXT goes on after a halt. */
    private void goOn(NaiveShare share) {
        if (knowsInterruptions(share)) {
            share.interruptedAtOpening = false;
            share.interruptionTold = false;
            share.interruptedUntilMs = clock.nxtReopens(share.id);
            listener.bookChanged(share.id, clock.nowMs);
        } else {
            auction(share, Phase.MAIN, true, false);
        }
    }

    private void expire(NaiveShare share, List<NaiveOrder> some) {
        List<NaiveOrder> ending = inOrderOfEnd(share).stream().filter(some::contains).toList();
        ending.forEach(order -> reduce(order, order.open, ReduceReason.EXPIRED));
        if (!ending.isEmpty()) {
            listener.bookChanged(share.id, clock.nowMs);
        }
    }

    @Override
    public void turns(Venue venue, Phase before, Phase now) {
        if (venue == Venue.NXT) {
            turnsNxt(before, now);
            return;
        }
        if (before == Phase.CLOSED) {
            return;
        }
        if (venue == Venue.GOLD && now == Phase.CONTINUOUS) {
            shares(Venue.GOLD).forEach(this::open);
        } else if (venue == Venue.GOLD && now == Phase.CLOSED) {
            shares(Venue.GOLD).forEach(this::closes);
            expireAll(Venue.GOLD);
        }
        if (venue == Venue.GOLD) {
            return;
        }
        switch (now) {
            case OPENING_AUCTION -> {
                shares(Venue.KRX).forEach(this::expireAtClose);
                forceSales();
            }
            case CONTINUOUS -> {
                for (NaiveShare share : shares(Venue.KRX)) {
                    if (before == Phase.REOPENING_AUCTION) {
                        auction(share, now, true, true);
                    } else {
                        open(share);
                    }
                }
            }
            case HALTED -> {
                shares(Venue.KRX).forEach(this::stop);
            }
            case REOPENING_AUCTION -> { }
            case CLOSING_AUCTION -> shares(Venue.KRX).forEach(this::convert);
            case CLOSE_PRICE_ENTRY -> {
                shares(Venue.KRX).forEach(this::closes);
                expireAll(Venue.KRX);
            }
            case CLOSE_PRICE -> {
                for (NaiveShare share : shares(Venue.KRX)) {
                    if (!share.halted && tradeAtClose(share)) {
                        listener.bookChanged(share.id, clock.nowMs);
                    }
                }
            }
            case SINGLE_PRICE, CLOSED -> {
                if (now == Phase.CLOSED && !AFTER_HOURS.contains(before)) {
                    closeEarly();
                    return;
                }
                if (before == Phase.SINGLE_PRICE) {
                    shares(Venue.KRX).forEach(share -> auction(share, Phase.SINGLE_PRICE, false, false));
                }
                if (before != Phase.SINGLE_PRICE || now == Phase.CLOSED) {
                    expireAll(Venue.KRX);
                }
            }
            case AFTER_MARKET -> expireAll(Venue.KRX);
            default -> throw new IllegalStateException("KRX has no " + now);
        }
    }

    @Override
    public void showsExpected() {
        for (NaiveShare share : shares(Venue.KRX)) {
            if (expected(share).price != 0) {
                listener.bookChanged(share.id, clock.nowMs);
            }
        }
    }

    /** The auction as it would end now; nothing where a halt keeps it from ending. */
    final NaiveAuction expected(NaiveShare share) {
        var auction = new NaiveAuction(share, share.nearest(clock.phase(share.venue())), false);
        boolean shows = share.venue() == Venue.KRX ? clock.showsExpected() : phase(share).auction();
        if (share.halted || !share.interrupted() && !shows) {
            auction.price = 0;
            auction.quantity = 0;
        }
        return auction;
    }

    /** 15:20:00: by price, then time, buys before sells. */
    private void convert(NaiveShare share) {
        boolean any = share.interrupted();
        if (any) {
            uninterrupt(share);
        }
        for (Side side : Side.values()) {
            for (NaiveOrder order : share.queue(side)) {
                if (order.type == OrderType.CONDITIONAL) {
                    order.price = 0;
                    order.sequence = ++sequence;
                    any = true;
                }
            }
        }
        if (any) {
            listener.bookChanged(share.id, clock.nowMs);
        }
    }

    /** All orders end; market orders first, then the best price, then the earlier order; buys before sells. */
    private void expireAll(Venue venue) {
        shares(venue).forEach(this::expireAll);
    }

    private void expireAll(NaiveShare share) {
        boolean ends = share.interrupted() && clock.phase(share.venue()) == Phase.CLOSED;
        if (ends) {
            uninterrupt(share);
        }
        List<NaiveOrder> ending = share.interrupted() ? List.of() : inOrderOfEnd(share);
        ending.forEach(order -> reduce(order, order.open, ReduceReason.EXPIRED));
        if (ends || !ending.isEmpty()) {
            listener.bookChanged(share.id, clock.nowMs);
        }
    }

    private static List<NaiveOrder> inOrderOfEnd(NaiveShare share) {
        var ending = new ArrayList<NaiveOrder>();
        for (boolean market : new boolean[] {true, false}) {
            for (Side side : Side.values()) {
                share.queue(side).stream().filter(order -> order.isMarket() == market).forEach(ending::add);
            }
        }
        ending.addAll(bySide(share.atClose));
        return ending;
    }

    private static List<NaiveOrder> bySide(List<NaiveOrder> orders) {
        return orders.stream().sorted(Comparator.comparing((NaiveOrder order) -> order.side)).toList();
    }

    private void expireAtClose(NaiveShare share) {
        List<NaiveOrder> ending = bySide(share.atClose);
        ending.forEach(order -> reduce(order, order.open, ReduceReason.EXPIRED));
        if (!ending.isEmpty()) {
            listener.bookChanged(share.id, clock.nowMs);
        }
    }

    @Override
    public void haltInstrument(long hostTimeMs, long correlationId, long code, boolean halted) {
        clock.advance(hostTimeMs);
        NaiveShare share = share(code);
        answer(correlationId, new NaiveReasons().when(share == null, Reject.UNKNOWN_INSTRUMENT), () -> {
            share.halted = halted;
            if (share.nxt != null) {
                share.nxt.halted = halted;
            }
            Phase phase = clock.phase(share.venue());
            if (!halted && !share.interrupted() && phase == Phase.CONTINUOUS) {
                auction(share, phase, true, true);
            } else if (!halted && !share.interrupted() && phase == Phase.AFTER_MARKET) {
                auction(share, phase, false, false);
            } else if (!halted && !share.interrupted() && phase == Phase.CLOSE_PRICE && tradeAtClose(share)) {
                listener.bookChanged(share.id, clock.nowMs);
            }
            if (!halted && share.nxt != null && !share.nxt.interrupted() && phase(share.nxt).continuous()) {
                goOn(share.nxt);
            }
            return share.id;
        });
    }
}
