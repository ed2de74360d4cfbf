package dev.hoga.core;

import java.util.Arrays;

/**
 * The books of every instrument. In continuous trading an incoming order trades with the best resting ones by price, then
 * time, each at the earlier order's price, and what is left rests or goes; while an auction collects orders, they all rest.
 * Source: KRX Business Regulation art. 22, 24.
 *
 * <p>Resting market orders come before all limit orders of their side, except a limit order at the extreme limit (the lower
 * for a sell, the upper for a buy), with which they share a rank and stand by time (art. 22).
 *
 * <p>A resting order whose price is 0 is a market order, also where it came as a conditional limit order. Orders that trade at
 * a close rest apart from all others.
 */
final class OrderBook {
    private final OrderTable orders;
    private final AccountTable accounts;
    private final Ledger ledger;
    private final IndexBoard indices;
    private final CoreListener listener;
    final Interruptions interruptions;
    private final Phase[] phases = new Phase[Venue.COUNT];

    OrderBook(OrderTable orders, AccountTable accounts, Ledger ledger, IndexBoard indices, CoreListener listener) {
        this.orders = orders;
        this.accounts = accounts;
        this.ledger = ledger;
        this.indices = indices;
        this.listener = listener;
        interruptions = new Interruptions(listener);
        Arrays.fill(phases, Phase.CLOSED);
    }

    /** Says what a venue's session does from now on. */
    void phase(Venue venue, Phase next) {
        phases[venue.ordinal()] = next;
    }

    /** What the session does where an instrument is traded. */
    Phase venuePhase(Instrument instrument) {
        return phases[instrument.venue.ordinal()];
    }

    /** What the session does with one instrument: one that is interrupted collects orders for an auction of its own. */
    Phase phase(Instrument instrument) {
        Phase phase = venuePhase(instrument);
        if (!instrument.interrupted) {
            return instrument.paused && phase.continuous() ? Phase.PAUSE : phase;
        }
        return phase.continuous() ? Phase.VOLATILITY_AUCTION : Phase.CLOSING_AUCTION;
    }

    /** Matches an order that has just been taken; what is left rests, or goes where the order may not rest. */
    void enter(Instrument instrument, int order, long timeMs) {
        if ((venuePhase(instrument) != Phase.CONTINUOUS || instrument.interrupted) && collects(instrument, order, timeMs)) {
            return;
        }
        TimeInForce timeInForce = orders.timeInForce(order);
        if (timeInForce != TimeInForce.FOK || fillable(instrument, order, timeMs)) {
            match(instrument, order, timeMs);
        }
        long left = orders.openShares(order);
        if (left == 0) {
            orders.over(order);
            return;
        }
        if (timeInForce == TimeInForce.DAY || timeInForce == TimeInForce.PRE_MARKET) {
            addToOpenOrders(order);
            rest(instrument, order);
            touched(instrument, timeMs);
        } else {
            orders.openShares(order, 0);
            noteReduced(instrument, order, left, ReduceReason.NOT_FILLED_AT_ONCE, timeMs);
            ledger.release(instrument, order, left);
            orders.over(order);
        }
    }

    /** Lets an order rest, or trade at a close; false where it is to match as in the continuous session. */
    private boolean collects(Instrument instrument, int order, long timeMs) {
        Phase phase = venuePhase(instrument);
        if (phase.continuous() && !instrument.interrupted) {
            return false;
        }
        addToOpenOrders(order);
        rest(instrument, order);
        touched(instrument, timeMs);
        if (orders.type(order).atClose() && phase != Phase.CLOSE_PRICE_ENTRY) {
            tradeAtClose(instrument, timeMs);
        }
        return true;
    }

    /** Lets orders at a close trade by time, as far as there are both buyers and sellers. @return how many trades */
    int tradeAtClose(Instrument instrument, long timeMs) {
        PriceLevels buys = instrument.closePriceOrders(Side.BUY);
        PriceLevels sells = instrument.closePriceOrders(Side.SELL);
        int trades = 0;
        while (buys.best() != PriceLevels.NONE && sells.best() != PriceLevels.NONE) {
            int buy = buys.head(buys.best());
            int sell = sells.head(sells.best());
            long shares = Math.min(orders.openShares(buy), orders.openShares(sell));
            long priceWon = orders.priceWon(buy);
            Side takerSide = orders.sequence(buy) > orders.sequence(sell) ? Side.BUY : Side.SELL;
            instrument.tradeAtClose(takerSide, priceWon, shares);
            listener.traded(instrument.id, instrument.tradeCount, takerSide, priceWon, shares, timeMs);
            exchange(instrument, buy, sell, priceWon, shares, timeMs);
            trades++;
        }
        return trades;
    }

    /** Settles shares between two resting orders and takes them out of the book. */
    void exchange(Instrument instrument, int buy, int sell, long priceWon, long shares, long timeMs) {
        touched(instrument, timeMs);
        boolean buyFirst = orders.sequence(buy) < orders.sequence(sell);
        ledger.settle(instrument, buyFirst ? buy : sell, buyFirst ? sell : buy, priceWon, shares, timeMs);
        takeOut(instrument, buy, shares);
        takeOut(instrument, sell, shares);
    }

    /**
     * Turns the conditional limit orders of an instrument into market orders, by price, then time; all count as received now
     * (ER 15). @return how many orders were looked at
     */
    int convertConditionals(Instrument instrument, long timeMs) {
        int seen = 0;
        for (Side side : Side.values()) {
            PriceLevels levels = instrument.limitOrders(side);
            for (int level = levels.best(); level != PriceLevels.NONE; ) {
                int worse = levels.worse(level);
                for (int order = levels.head(level); order != 0; seen++) {
                    int next = orders.next(order);
                    if (orders.type(order) == OrderType.CONDITIONAL) {
                        convert(instrument, order, timeMs);
                    }
                    order = next;
                }
                level = worse;
            }
        }
        return seen;
    }

    /** Ends the orders of an instrument that were for the pre-market. @return how many orders were looked at */
    int expirePreMarket(Instrument instrument, long timeMs) {
        int seen = 0;
        for (Side side : Side.values()) {
            PriceLevels levels = instrument.limitOrders(side);
            for (int level = levels.best(); level != PriceLevels.NONE; ) {
                int worse = levels.worse(level);
                for (int order = levels.head(level); order != 0; seen++) {
                    int next = orders.next(order);
                    if (orders.timeInForce(order) == TimeInForce.PRE_MARKET) {
                        reduce(instrument, order, orders.openShares(order), ReduceReason.EXPIRED, timeMs);
                    }
                    order = next;
                }
                level = worse;
            }
        }
        return seen;
    }

    private void convert(Instrument instrument, int order, long timeMs) {
        countShares(instrument, order, -orders.openShares(order));
        leaveQueue(instrument, order, orders.openShares(order));
        orders.priceWon(order, 0);
        orders.receiveAgain(order);
        rest(instrument, order);
        touched(instrument, timeMs);
    }

    /** The worst price an order may trade at. */
    private long limitWon(Instrument instrument, int order) {
        if (orders.type(order) != OrderType.MARKET) {
            return orders.priceWon(order);
        }
        return orders.side(order) == Side.BUY ? instrument.upperLimitWon : instrument.lowerLimitWon;
    }

    private void match(Instrument instrument, int taker, long timeMs) {
        Side side = orders.side(taker);
        long limitWon = limitWon(instrument, taker);
        if (!instrument.meetsAny(side, limitWon)) {
            return;
        }
        Side opposite = side.opposite();
        PriceLevels limits = instrument.limitOrders(opposite);
        PriceLevels markets = instrument.marketOrders(opposite);
        long lastWon = instrument.lastWon;
        long lowestWon = instrument.volatility.lowestWon(lastWon, instrument.volatilityPerMille);
        long highestWon = instrument.volatility.highestWon(lastWon, instrument.volatilityPerMille);
        long left = orders.openShares(taker);
        while (left > 0) {
            int level = limits.best();
            int maker;
            long priceWon;
            if (markets.best() != PriceLevels.NONE && marketOrderIsFirst(instrument, opposite, level)) {
                maker = markets.head(markets.best());
                priceWon = deemedAgainst(instrument, opposite, taker);
            } else if (level != PriceLevels.NONE && crosses(side, limitWon, limits.priceWon(level))) {
                maker = limits.head(level);
                priceWon = limits.priceWon(level);
            } else {
                return;
            }
            if (priceWon < lowestWon || priceWon > highestWon) {
                interruptions.begin(instrument, priceWon, lastWon, instrument.volatilityPerMille, timeMs);
                return;
            }
            long shares = Math.min(left, orders.openShares(maker));
            trade(instrument, maker, taker, priceWon, shares, timeMs);
            left -= shares;
        }
    }

    private void trade(Instrument instrument, int maker, int taker, long priceWon, long shares, long timeMs) {
        Side takerSide = orders.side(maker).opposite();
        if (makesDaysPrices(instrument)) {
            instrument.trade(takerSide, priceWon, shares, timeMs);
        } else {
            instrument.tradeAfterHours(takerSide, priceWon, shares, timeMs);
        }
        touched(instrument, timeMs);
        listener.traded(instrument.id, instrument.tradeCount, takerSide, priceWon, shares, timeMs);
        ledger.settle(instrument, maker, taker, priceWon, shares, timeMs);
        takeOut(instrument, maker, shares);
    }

    /** Whether trades are the day's: at KRX those of the regular session, at NXT all. */
    boolean makesDaysPrices(Instrument instrument) {
        Phase phase = venuePhase(instrument);
        return instrument.venue == Venue.NXT || phase != Phase.AFTER_MARKET && phase != Phase.PRE_MARKET;
    }

    private static boolean crosses(Side side, long limitWon, long priceWon) {
        return side == Side.BUY ? priceWon <= limitWon : priceWon >= limitWon;
    }

    /** Whether the first resting market order of a side comes before the best limit level of that side. */
    private boolean marketOrderIsFirst(Instrument instrument, Side side, int bestLevel) {
        if (bestLevel == PriceLevels.NONE) {
            return true;
        }
        PriceLevels limits = instrument.limitOrders(side);
        long extreme = side == Side.SELL ? instrument.lowerLimitWon : instrument.upperLimitWon;
        if (limits.priceWon(bestLevel) != extreme) {
            return true;
        }
        PriceLevels markets = instrument.marketOrders(side);
        return orders.sequence(markets.head(markets.best())) < orders.sequence(limits.head(bestLevel));
    }

    /**
     * The price at which a resting market order trades with an incoming one: its deemed price, which an incoming limit order
     * pulls to its own price where that is worse for the newcomer's counterparty (art. 24(2): the lowest bid, the highest
     * ask).
     */
    private long deemedAgainst(Instrument instrument, Side restingSide, int taker) {
        long deemed = instrument.deemedWon(restingSide);
        if (orders.type(taker) == OrderType.MARKET) {
            return deemed;
        }
        long limit = orders.priceWon(taker);
        return restingSide == Side.SELL ? Math.min(deemed, limit) : Math.max(deemed, limit);
    }

    /** Whether all of an order would fill at once. A price too far away, where it would, begins an interruption instead. */
    private boolean fillable(Instrument instrument, int order, long timeMs) {
        long worstWon = worstToFill(instrument, order);
        if (worstWon == 0) {
            return false;
        }
        long lastWon = instrument.lastWon;
        int perMille = instrument.volatilityPerMille;
        boolean near = worstWon >= instrument.volatility.lowestWon(lastWon, perMille)
            && worstWon <= instrument.volatility.highestWon(lastWon, perMille);
        if (!near) {
            interruptions.begin(instrument, worstWon, lastWon, perMille, timeMs);
        }
        return near;
    }

    /** The last price at which an order would trade to be filled at once, 0 where it would not be. */
    private long worstToFill(Instrument instrument, int order) {
        Side side = orders.side(order);
        PriceLevels markets = instrument.marketOrders(side.opposite());
        PriceLevels limits = instrument.limitOrders(side.opposite());
        long limitWon = limitWon(instrument, order);
        long wanted = orders.openShares(order);
        long worstWon = 0;
        if (markets.best() != PriceLevels.NONE) {
            wanted -= markets.shares(markets.best());
            worstWon = deemedAgainst(instrument, side.opposite(), order);
        }
        for (int level = limits.best(); wanted > 0 && level != PriceLevels.NONE; level = limits.worse(level)) {
            worstWon = limits.priceWon(level);
            if (!crosses(side, limitWon, worstWon)) {
                return 0;
            }
            wanted -= limits.shares(level);
        }
        return wanted <= 0 ? worstWon : 0;
    }

    private PriceLevels levels(Instrument instrument, int order) {
        Side side = orders.side(order);
        if (orders.priceWon(order) == 0) {
            return instrument.openMarketOrders(side);
        }
        return orders.type(order).atClose() ? instrument.openClosePriceOrders(side) : instrument.limitOrders(side);
    }

    /** Counts shares into (or out of) what stands on a side of the book; orders at a close do not stand there. */
    private void countShares(Instrument instrument, int order, long shares) {
        if (!orders.type(order).atClose()) {
            instrument.addShares(orders.side(order), shares);
        }
    }

    /** Puts an open order at the end of its level's queue. */
    void rest(Instrument instrument, int order) {
        PriceLevels levels = levels(instrument, order);
        int level = levels.open(orders.priceWon(order));
        int tail = levels.tail(level);
        orders.level(order, level);
        orders.previous(order, tail);
        orders.next(order, 0);
        orders.next(tail, order);
        levels.queue(level, tail == 0 ? order : levels.head(level), order);
        levels.addShares(level, orders.openShares(order));
        countShares(instrument, order, orders.openShares(order));
        instrument.noteBest(orders.side(order));
    }

    /** Takes shares of a resting order out of its level; with its last ones it leaves the queue and the open orders. */
    private void takeOut(Instrument instrument, int order, long shares) {
        countShares(instrument, order, -shares);
        if (orders.openShares(order) > 0) {
            levels(instrument, order).addShares(orders.level(order), -shares);
            return;
        }
        removeFromOpenOrders(order);
        leaveQueue(instrument, order, shares);
    }

    /** Takes an order out of its level's queue, with the shares of it that count there. */
    private void leaveQueue(Instrument instrument, int order, long shares) {
        PriceLevels levels = levels(instrument, order);
        int level = orders.level(order);
        int previous = orders.previous(order);
        int next = orders.next(order);
        orders.next(previous, next);
        orders.previous(next, previous);
        levels.addShares(level, -shares);
        if (previous == 0 || next == 0) {
            levels.queue(level, previous == 0 ? next : levels.head(level), next == 0 ? previous : levels.tail(level));
            instrument.noteBest(orders.side(order));
        }
    }

    /**
     * Takes shares of a resting order out of the book without a trade. The level and what was bound come last, because they
     * may have to be waited for: the next command begins in the meantime.
     */
    void reduce(Instrument instrument, int order, long shares, ReduceReason reason, long timeMs) {
        orders.openShares(order, orders.openShares(order) - shares);
        touched(instrument, timeMs);
        noteReduced(instrument, order, shares, reason, timeMs);
        takeOut(instrument, order, shares);
        ledger.release(instrument, order, shares);
    }

    private void noteReduced(Instrument instrument, int order, long shares, ReduceReason reason, long timeMs) {
        long left = orders.openShares(order);
        if (left == 0) {
            orders.status(order, OrderLife.next(orders.status(order), switch (reason) {
                case CANCELLED, NOT_FILLED_AT_ONCE -> OrderLife.Event.CANCEL_REST;
                case AMENDED -> OrderLife.Event.AMEND_REST;
                case EXPIRED -> OrderLife.Event.EXPIRE;
            }));
        }
        if (!OrderTable.isParticipants(order)) {
            listener.orderReduced(orders.account(order), order, instrument.id, reason, shares, left, timeMs);
        }
    }

    private void addToOpenOrders(int order) {
        int account = orders.account(order);
        int older = accounts.newestOpenOrder(account);
        orders.olderOpen(order, older);
        orders.newerOpen(older, order);
        accounts.newestOpenOrder(account, order);
        accounts.addOpenCount(account, 1);
    }

    private void removeFromOpenOrders(int order) {
        int account = orders.account(order);
        int older = orders.olderOpen(order);
        int newer = orders.newerOpen(order);
        orders.newerOpen(older, newer);
        orders.olderOpen(newer, older);
        if (newer == 0) {
            accounts.newestOpenOrder(account, older);
        }
        accounts.addOpenCount(account, -1);
        orders.over(order);
    }

    private static void touched(Instrument instrument, long timeMs) {
        instrument.bookTimeMs = timeMs;
        instrument.bookChanged = true;
    }

    /** Tells once that the book has changed, where it has. */
    void tellBookChanged(Instrument instrument) {
        if (instrument.bookChanged) {
            instrument.bookChanged = false;
            indices.note(instrument);
            listener.bookChanged(instrument.id, instrument.bookTimeMs);
        }
    }

    /**
     * The first resting order of an instrument, market orders first, those at a close last, bids before asks; 0 where the book
     * is empty.
     */
    int firstResting(Instrument instrument) {
        int first = head(instrument.marketOrders(Side.BUY));
        first = first == 0 ? head(instrument.marketOrders(Side.SELL)) : first;
        first = first == 0 ? head(instrument.bids) : first;
        first = first == 0 ? head(instrument.asks) : first;
        return first == 0 ? firstAtClose(instrument) : first;
    }

    /** The first order that rests to trade at a close, 0 for none. */
    int firstAtClose(Instrument instrument) {
        int first = head(instrument.closePriceOrders(Side.BUY));
        return first == 0 ? head(instrument.closePriceOrders(Side.SELL)) : first;
    }

    private static int head(PriceLevels levels) {
        int best = levels.best();
        return best == PriceLevels.NONE ? 0 : levels.head(best);
    }

    /** Writes the orders of one side's queue, best level first, and a 0. */
    void writeQueue(StateWriter out, PriceLevels levels) {
        for (int level = levels.best(); level != PriceLevels.NONE; level = levels.worse(level)) {
            for (int order = levels.head(level); order != 0; order = orders.next(order)) {
                out.putLong(order);
            }
        }
        out.putLong(0);
    }
}
