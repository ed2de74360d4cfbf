package dev.hoga.core;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The part of the naive exchange where orders meet: continuous trading, auctions, trades at a close, the ends of orders. */
abstract class NaiveFloor extends NaiveOffice {
    /** Counts receipts. */
    int sequence;

    NaiveFloor(CoreListener listener) {
        super(listener);
    }

    abstract void forceSales();

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
        if (clock.krx.auction()) {
            share.resting.add(order);
            listener.bookChanged(share.id, clock.nowMs);
            return;
        }
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
        share.last = price;
        sayTraded(share, taker.side, price, Math.min(maker.open, taker.open), clock.krx == Phase.CONTINUOUS);
        exchange(maker, taker, price, Math.min(maker.open, taker.open));
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
            ledger.sell(sell.account, share.id, quantity);
        }
        if (!buy.credit) {
            ledger.buy(buy.account, share.id, quantity, amount);
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
        listener.loanChanged(order.account, order.share.id, Math.toIntExact(loan.day().toEpochDay()), loan.shares(),
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
    private void auction(NaiveShare share, Phase phase, boolean counts, boolean bySize) {
        var auction = new NaiveAuction(share, share.nearest(phase), false);
        if (share.halted || auction.price == 0) {
            return;
        }
        if (counts) {
            share.last = auction.price;
        } else {
            share.singlePrice = auction.price;
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
        if (order.side == Side.SELL && !order.credit) {
            ledger.endLent(account, order.share.id, quantity);
        } else if (!NaiveLedger.isHouse(account) && !order.credit) {
            int percent = ledger.ownPercent(order);
            ledger.lend(account, order.share, quantity,
                NaiveLedger.lent(percent, order.filled).subtract(NaiveLedger.lent(percent, before)));
        }
        ledger.traded(account, order.side, amount, commission.add(tax));
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
    public void turns(Venue venue, Phase before, Phase now) {
        listener.phaseChanged(venue, now, clock.nowMs);
        if (venue != Venue.KRX || before == Phase.CLOSED) {
            return;
        }
        switch (now) {
            case OPENING_AUCTION -> {
                ledger.shares.forEach(share -> expire(share, share.atClose));
                forceSales();
            }
            case CONTINUOUS -> ledger.shares.forEach(share -> auction(share, now, true, true));
            case CLOSING_AUCTION -> ledger.shares.forEach(this::convert);
            case CLOSE_PRICE_ENTRY -> {
                for (NaiveShare share : ledger.shares) {
                    auction(share, now, true, false);
                    share.close();
                }
                expireAll();
            }
            case CLOSE_PRICE -> {
                for (NaiveShare share : ledger.shares) {
                    if (!share.halted && tradeAtClose(share)) {
                        listener.bookChanged(share.id, clock.nowMs);
                    }
                }
            }
            case SINGLE_PRICE, CLOSED -> {
                if (before == Phase.SINGLE_PRICE) {
                    ledger.shares.forEach(share -> auction(share, Phase.SINGLE_PRICE, false, false));
                }
                if (before != Phase.SINGLE_PRICE || now == Phase.CLOSED) {
                    expireAll();
                }
            }
            case AFTER_MARKET -> expireAll();
            default -> throw new IllegalStateException("KRX has no " + now);
        }
    }

    @Override
    public void showsExpected() {
        for (NaiveShare share : ledger.shares) {
            if (expected(share).price != 0) {
                listener.bookChanged(share.id, clock.nowMs);
            }
        }
    }

    /** The auction as it would end now; nothing where a halt keeps it from ending. */
    final NaiveAuction expected(NaiveShare share) {
        var auction = new NaiveAuction(share, share.nearest(clock.krx), false);
        if (share.halted || !clock.showsExpected()) {
            auction.price = 0;
            auction.quantity = 0;
        }
        return auction;
    }

    /** 15:20:00: by price, then time, buys before sells. */
    private void convert(NaiveShare share) {
        boolean any = false;
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
    private void expireAll() {
        for (NaiveShare share : ledger.shares) {
            var ending = new ArrayList<NaiveOrder>();
            for (boolean market : new boolean[] {true, false}) {
                for (Side side : Side.values()) {
                    share.queue(side).stream().filter(order -> order.isMarket() == market).forEach(ending::add);
                }
            }
            ending.addAll(bySide(share.atClose));
            expire(share, ending);
        }
    }

    private static List<NaiveOrder> bySide(List<NaiveOrder> orders) {
        return orders.stream().sorted(Comparator.comparing((NaiveOrder order) -> order.side)).toList();
    }

    private void expire(NaiveShare share, List<NaiveOrder> orders) {
        List<NaiveOrder> ending = orders == share.atClose ? bySide(orders) : orders;
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
            if (!halted && clock.krx == Phase.CONTINUOUS) {
                auction(share, clock.krx, true, true);
            } else if (!halted && clock.krx == Phase.CLOSE_PRICE && tradeAtClose(share)) {
                listener.bookChanged(share.id, clock.nowMs);
            }
            return share.id;
        });
    }
}
