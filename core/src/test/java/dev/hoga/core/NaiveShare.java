package dev.hoga.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An instrument as the naive exchange keeps it: its orders in one list, every question answered by looking through it. */
final class NaiveShare {
    final int id;
    /** What accounts hold: the share as KRX lists it. */
    final NaiveShare krx;
    /** The share as NXT lists it, or null. */
    NaiveShare nxt;
    final long code;
    final InstrumentKind kind;
    final Market market;
    final String sector;
    final int leverage;
    final long listed;
    final List<NaiveOrder> resting = new ArrayList<>();
    /** Orders that trade at a close. */
    final List<NaiveOrder> atClose = new ArrayList<>();
    long base;
    long last;
    List<Trade> tradesToday = new ArrayList<>();
    List<Trade> tradesBefore = List.of();
    boolean halted;
    int marginPercent = 100;
    int nextMarginPercent = 100;
    CreditGrade grade = CreditGrade.NONE;
    CreditGrade nextGrade = CreditGrade.NONE;
    /** What a static interruption looks back at. */
    long auctionPrice;
    /** When the auction of an interruption ends, 0 for none. */
    long interruptedUntilMs;
    int interruptions;
    /** Whether it is one of volatility, which everybody is told of. */
    boolean interruptionTold;
    /** Whether the last one only made the opening auction longer. */
    boolean interruptedAtOpening;
    /** 0 before the close. */
    long close;
    /** The last price after hours, 0 before the first. */
    long singlePrice;

    /** @param taker null in an auction @param counts whether its price is one of the day's */
    record Trade(Side taker, long price, long quantity, long timeMs, boolean counts) {
    }

    /** The trades that open, high and low are taken from. */
    List<Trade> pricesToday() {
        return tradesToday.stream().filter(Trade::counts).toList();
    }

    /** 기세 and close (BR 2(9)). */
    void close() {
        if (pricesToday().isEmpty()) {
            long ask = limit(Side.SELL, false);
            long bid = limit(Side.BUY, true);
            last = ask != 0 && ask < base ? ask : bid > base ? bid : last;
        }
        close = last;
    }

    /** What an auction's price is near to. */
    long nearest(Phase phase) {
        return phase != Phase.SINGLE_PRICE || singlePrice == 0 ? last : singlePrice;
    }

    /** The listing at NXT of what KRX lists. */
    private NaiveShare(int id, NaiveShare krx) {
        this.id = id;
        this.krx = krx;
        code = krx.code;
        market = krx.market;
        kind = krx.kind;
        sector = krx.sector;
        leverage = krx.leverage;
        listed = krx.listed;
        halted = krx.halted;
        marginPercent = krx.marginPercent;
        nextMarginPercent = krx.nextMarginPercent;
        grade = krx.grade;
        nextGrade = krx.nextGrade;
        setBase(krx.base);
    }

    void listAtNxt() {
        nxt = new NaiveShare(8_192 + id, this);
    }

    Venue venue() {
        return krx != this ? Venue.NXT : isGold() ? Venue.GOLD : Venue.KRX;
    }

    boolean isUsed() {
        return !tradesToday.isEmpty() || !resting.isEmpty() || !atClose.isEmpty() || interrupted();
    }

    NaiveShare(int id, long code, Market market, InstrumentKind kind, String sector, int leverage, long listed, long base) {
        this.id = id;
        krx = this;
        this.code = code;
        this.market = market;
        this.kind = kind;
        this.sector = sector;
        this.leverage = leverage;
        this.listed = listed;
        setBase(base);
    }

    void setBase(long price) {
        base = price;
        last = price;
        close = close == 0 ? 0 : price;
        auctionPrice = price;
        interruptedUntilMs = 0;
        interruptions = 0;
    }

    void startDay() {
        marginPercent = nextMarginPercent;
        grade = nextGrade;
        last = close == 0 ? last : close;
        close = 0;
        singlePrice = 0;
        setBase(krx == this ? NaiveRules.ceil(kind, last) : krx.base);
        tradesBefore = tradesToday;
        tradesToday = new ArrayList<>();
    }

    boolean isGold() {
        return kind == InstrumentKind.GOLD || kind == InstrumentKind.MINI_GOLD;
    }

    boolean interrupted() {
        return interruptedUntilMs != 0;
    }

    /** Whether a trade at a price is too far from the last auction's price. */
    boolean tooFarFromAuction(long price) {
        return !isGold() && NaiveRules.tooFar(auctionPrice, price, 100);
    }

    /** Whether a trade at a price in continuous trading interrupts, the last price having been this one. */
    boolean interrupts(long price, long lastPrice) {
        return !isGold() && (tooFarFromAuction(price) || NaiveRules.tooFar(lastPrice, price, NaiveRules.dynamicPerMille(this)));
    }

    /** The quantities of today's trades with a taker of a side. */
    List<Long> takenBy(Side taker) {
        return tradesToday.stream().filter(trade -> trade.taker == taker).map(Trade::quantity).toList();
    }

    /** When today's trades first reached a price, 0 where they never did. */
    long firstTimeMs(long price) {
        return pricesToday().stream().filter(trade -> trade.price == price).findFirst().map(Trade::timeMs).orElse(0L);
    }

    long upper() {
        return NaiveRules.upper(kind, leverage, base);
    }

    long lower() {
        return NaiveRules.lower(kind, leverage, base);
    }

    /** The resting orders of a side, the next to trade first. */
    List<NaiveOrder> queue(Side side) {
        return resting.stream().filter(order -> order.side == side)
            .sorted((a, b) -> a == b ? 0 : a.comesBefore(b) ? -1 : 1).toList();
    }

    /** The first resting order of a side, or null. */
    NaiveOrder first(Side side) {
        NaiveOrder first = null;
        for (NaiveOrder order : resting) {
            if (order.side == side && (first == null || order.comesBefore(first))) {
                first = order;
            }
        }
        return first;
    }

    /** The lowest or highest price among the resting limit orders of a side, 0 where there is none. */
    private long limit(Side side, boolean highest) {
        var prices = resting.stream().filter(order -> order.side == side && !order.isMarket()).mapToLong(order -> order.price);
        return (highest ? prices.max() : prices.min()).orElse(0);
    }

    /**
     * The deemed price of resting market orders (rules A3, BR 24(2)). A sell: the lower of the best limit ask less a tick (not
     * below the lower limit; without one, the last price moved down to the grid) and the lowest limit bid; a buy mirrored.
     *
     * @param newcomer the price of a limit order that is coming in on the other side, else 0
     */
    long deemed(Side side, long newcomer) {
        if (side == Side.SELL) {
            long ask = limit(Side.SELL, false);
            long deemed = ask == 0 ? NaiveRules.floor(kind, last) : Math.max(lower(), NaiveRules.down(kind, ask));
            long bid = limit(Side.BUY, false);
            deemed = bid == 0 ? deemed : Math.min(deemed, bid);
            return newcomer == 0 ? deemed : Math.min(deemed, newcomer);
        }
        long bid = limit(Side.BUY, true);
        long deemed = bid == 0 ? NaiveRules.ceil(kind, last) : Math.min(upper(), NaiveRules.up(kind, bid));
        long ask = limit(Side.SELL, true);
        deemed = ask == 0 ? deemed : Math.max(deemed, ask);
        return newcomer == 0 ? deemed : Math.max(deemed, newcomer);
    }

    /** The price at which a resting order trades with one that comes in: the earlier order's (rules A5). */
    long tradePrice(NaiveOrder maker, NaiveOrder taker) {
        return maker.isMarket() ? deemed(maker.side, taker.isMarket() ? 0 : taker.price) : maker.price;
    }

    /** What the book shows for an order. */
    long shown(NaiveOrder order) {
        return order.isMarket() ? deemed(order.side, 0) : order.price;
    }

    /** The best price that a side of the book shows, 0 where it is empty. */
    long best(Side side) {
        var prices = resting.stream().filter(order -> order.side == side).map(this::shown);
        return (side == Side.BUY ? prices.max(Comparator.naturalOrder()) : prices.min(Comparator.naturalOrder())).orElse(0L);
    }

    /** 최유리 (ER 3). */
    long bestCounter(Side side) {
        long counter = best(side.opposite());
        long own = best(side);
        if (counter != 0) {
            return counter;
        }
        if (side == Side.BUY) {
            return own == 0 ? NaiveRules.ceil(kind, last) : Math.min(upper(), NaiveRules.up(kind, own));
        }
        return own == 0 ? NaiveRules.floor(kind, last) : Math.max(lower(), NaiveRules.down(kind, own));
    }

    /** 최우선 (ER 4). */
    long bestOwn(Side side) {
        long own = best(side);
        if (own != 0) {
            return own;
        }
        return side == Side.BUY ? NaiveRules.floor(kind, last) : NaiveRules.ceil(kind, last);
    }
}
