package dev.hoga.core;

/**
 * Foreign cash and shares of overseas trades: what open orders bind, what a fill moves. Every movement has two sides. There is
 * neither margin nor credit: an order to buy binds its price times its open shares, and what buying them costs. Shares bought in
 * China can be sold from the next day on, in Vietnam from the day of settlement on.
 */
final class ForeignLedger {
    private final ForeignCash cash;
    private final HoldingTable holdings;
    private final OrderTable orders;
    private final Outbox outbox;
    private final CoreListener listener;

    ForeignLedger(ForeignCash cash, HoldingTable holdings, OrderTable orders, Outbox outbox, CoreListener listener) {
        this.cash = cash;
        this.holdings = holdings;
        this.orders = orders;
        this.outbox = outbox;
        this.listener = listener;
    }

    long orderable(int account, Currency currency) {
        return cash.orderable(account, currency);
    }

    void reserve(int account, Currency currency, long amount) {
        cash.reserve(account, currency, amount);
    }

    /** The most shares that an amount buys at a price, costs included. */
    static long affordableShares(Currency currency, long price, long available) {
        long enough = 0;
        long tooMany = Math.min(CoreCommands.MAX_ORDER_SHARES, Math.max(0, available) / price) + 1;
        while (tooMany - enough > 1) {
            long middle = enough + tooMany >>> 1;
            if (OverseasCosts.needed(currency, price * middle) <= available) {
                enough = middle;
            } else {
                tooMany = middle;
            }
        }
        return enough;
    }

    long commission(int order, Currency currency) {
        return OverseasCosts.commission(currency, orders.filledAmountWon(order));
    }

    long levy(int order, Currency currency) {
        return AccountTable.isHouse(orders.account(order)) ? 0
            : OverseasCosts.levy(currency, orders.side(order), orders.filledAmountWon(order));
    }

    /** What a buy order must bind that still has shares open for an amount and has been filled for another. */
    private static long bound(Currency currency, long open, long filled) {
        return OverseasCosts.needed(currency, filled + open) - OverseasCosts.needed(currency, filled);
    }

    /** What a buy order sets free if its open shares become so many fewer. */
    long freed(Instrument instrument, int order, long openShares, long fewer) {
        Currency currency = instrument.venue.currency();
        long filled = orders.filledAmountWon(order);
        long price = orders.priceWon(order);
        return bound(currency, price * openShares, filled) - bound(currency, price * (openShares - fewer), filled);
    }

    /** Moves cash and shares of one trade and tells of each order's side; the maker's first. */
    void settle(Instrument instrument, int maker, int taker, long price, long shares, long timeMs) {
        boolean makerBuys = orders.side(maker) == Side.BUY;
        int buyer = makerBuys ? maker : taker;
        int seller = makerBuys ? taker : maker;
        cash.transfer(orders.account(buyer), orders.account(seller), instrument.venue.currency(), price * shares);
        int sold = orders.holding(seller);
        holdings.sell(sold, shares);
        int bought = holdings.buy(orders.account(buyer), instrument.id, shares, price * shares);
        if (daysBound(instrument) > 0) {
            holdings.addSellable(orders.account(buyer), instrument.id, -shares);
        }
        fill(instrument, maker, makerBuys ? bought : sold, price, shares, timeMs);
        fill(instrument, taker, makerBuys ? sold : bought, price, shares, timeMs);
    }

    private static int daysBound(Instrument instrument) {
        return switch (instrument.venue.currency()) {
            case CNY -> 1;
            case VND -> 2;
            default -> 0;
        };
    }

    /** Lets shares be sold whose time has come when a trading date ends, for a range of holdings. */
    void endDay(InstrumentTable instruments, int from, int to) {
        for (int slot = from; slot < to; slot++) {
            int days = daysBound(instruments.get(holdings.instrument(slot)));
            long free = days == 1 ? holdings.boughtToday(slot) : days == 2 ? holdings.boughtYesterday(slot) : 0;
            if (free != 0) {
                holdings.addSellable(holdings.account(slot), holdings.instrument(slot), free);
            }
        }
    }

    private void fill(Instrument instrument, int order, int holding, long price, long shares, long timeMs) {
        Currency currency = instrument.venue.currency();
        int account = orders.account(order);
        Side side = orders.side(order);
        long before = orders.filledAmountWon(order);
        long after = before + price * shares;
        long commission = 0;
        long levy = 0;
        if (!AccountTable.isHouse(account)) {
            commission = OverseasCosts.commission(currency, after) - OverseasCosts.commission(currency, before);
            levy = OverseasCosts.levy(currency, side, after) - OverseasCosts.levy(currency, side, before);
            cash.transfer(account, HouseAccount.COMMISSION.id(), currency, commission);
            cash.transfer(account, HouseAccount.TAX_OFFICE.id(), currency, levy);
        }
        long open = orders.openShares(order);
        long left = open - shares;
        if (side == Side.BUY && !AccountTable.isHouse(account)) {
            long limit = orders.priceWon(order);
            cash.reserve(account, currency, bound(currency, limit * left, after) - bound(currency, limit * open, before));
        }
        orders.fill(order, shares, price);
        orders.status(order, OrderLife.next(orders.status(order), left == 0 ? OrderLife.Event.FILL_REST : OrderLife.Event.FILL_PART));
        if (OrderTable.isParticipants(order)) {
            return;
        }
        listener.orderFilled(account, order, instrument.id, side, shares, price, left, commission, levy, instrument.tradeCount, timeMs);
        listener.foreignCashChanged(account, currency, cash.cash(account, currency));
        listener.holdingChanged(account, instrument.id, holdings.shares(holding), holdings.purchaseWon(holding));
        outbox.fill(account, order, instrument.id, side, shares, price, commission, levy, instrument.tradeCount,
            cash.cash(account, currency), timeMs);
    }

    /** Frees what is bound for shares that have just left the book without a trade. */
    void release(Instrument instrument, int order, long shares) {
        int account = orders.account(order);
        if (orders.side(order) == Side.SELL) {
            holdings.addSellable(account, instrument.id, shares);
        } else if (!AccountTable.isHouse(account)) {
            cash.reserve(account, instrument.venue.currency(), -freed(instrument, order, orders.openShares(order) + shares, shares));
        }
    }
}
