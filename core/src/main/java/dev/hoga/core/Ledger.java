package dev.hoga.core;

/**
 * Cash and shares: what open orders bind, what a fill moves. Every movement has two sides, so won and the shares of each
 * instrument sum to zero over all accounts.
 *
 * <p>What concerns one account is told for clients and the house alone: participants read their own accounts where they need
 * to, and nobody else may.
 *
 * <p>A buy order binds its price (one without a price of the client's the upper limit) times its open shares, and the
 * commission that this would add; what it binds never grows, so a fill can never overdraw. Commission and tax are cut on the
 * order's cumulative filled amount, so that many small fills cost what one large one costs.
 */
final class Ledger {
    private final AccountTable accounts;
    private final HoldingTable holdings;
    private final OrderTable orders;
    private final Outbox outbox;
    private final CoreListener listener;

    Ledger(AccountTable accounts, HoldingTable holdings, OrderTable orders, Outbox outbox, CoreListener listener) {
        this.accounts = accounts;
        this.holdings = holdings;
        this.orders = orders;
        this.outbox = outbox;
        this.listener = listener;
    }

    /** What a new buy order binds. */
    long costWon(int account, long boundPriceWon, long shares) {
        long amount = Math.multiplyExact(boundPriceWon, shares);
        return Math.addExact(amount, Costs.commissionWon(accounts.feeRatePpb(account), amount));
    }

    /** The most shares an amount of won buys at a price, commission included. */
    long affordableShares(int account, long priceWon, long availableWon) {
        long enough = 0;
        long tooMany = Math.max(0, availableWon) / priceWon + 1;
        while (tooMany - enough > 1) {
            long middle = enough + tooMany >>> 1;
            if (costWon(account, priceWon, middle) <= availableWon) {
                enough = middle;
            } else {
                tooMany = middle;
            }
        }
        return enough;
    }

    /** Commission charged on an order so far. */
    long commissionWon(int order) {
        return Costs.commissionWon(accounts.feeRatePpb(orders.account(order)), orders.filledAmountWon(order));
    }

    /** Tax charged on an order of the trading date so far. */
    long taxWon(int order, Instrument instrument) {
        boolean taxed = orders.side(order) == Side.SELL && !AccountTable.isHouse(orders.account(order));
        return taxed ? Costs.saleTaxWon(instrument.saleTaxPpb, orders.filledAmountWon(order)) : 0;
    }

    /** What a buy order must bind that still has shares open for so many won and has been filled for so many. */
    private static long boundWon(long feeRatePpb, long openWon, long filledWon) {
        return openWon + Costs.commissionWon(feeRatePpb, filledWon + openWon) - Costs.commissionWon(feeRatePpb, filledWon);
    }

    /** What a buy order sets free if its open shares become so many fewer. */
    long freedWon(int order, long boundPriceWon, long openShares, long fewer) {
        long rate = accounts.feeRatePpb(orders.account(order));
        long filledWon = orders.filledAmountWon(order);
        return boundWon(rate, boundPriceWon * openShares, filledWon)
            - boundWon(rate, boundPriceWon * (openShares - fewer), filledWon);
    }

    /** Moves cash and shares of one trade and tells of each order's side; the maker's first. */
    void settle(Instrument instrument, int maker, int taker, long priceWon, long shares, long timeMs) {
        boolean makerBuys = orders.side(maker) == Side.BUY;
        int buyer = makerBuys ? maker : taker;
        int seller = makerBuys ? taker : maker;
        accounts.transfer(orders.account(buyer), orders.account(seller), Math.multiplyExact(priceWon, shares));
        int sold = orders.holding(seller);
        holdings.sell(sold, shares);
        int bought = holdings.buy(orders.account(buyer), instrument.id, shares, priceWon * shares);
        fill(instrument, maker, makerBuys ? bought : sold, priceWon, shares, timeMs);
        fill(instrument, taker, makerBuys ? sold : bought, priceWon, shares, timeMs);
    }

    private void fill(Instrument instrument, int order, int holding, long priceWon, long shares, long timeMs) {
        int account = orders.account(order);
        Side side = orders.side(order);
        long before = orders.filledAmountWon(order);
        long after = before + priceWon * shares;
        long rate = accounts.feeRatePpb(account);
        long commissionNow = Costs.commissionWon(rate, after) - Costs.commissionWon(rate, before);
        long taxNow = 0;
        accounts.transfer(account, HouseAccount.COMMISSION.id(), commissionNow);
        if (side == Side.SELL && !AccountTable.isHouse(account)) {
            taxNow = Costs.saleTaxWon(instrument.saleTaxPpb, after) - Costs.saleTaxWon(instrument.saleTaxPpb, before);
            accounts.transfer(account, HouseAccount.TAX_OFFICE.id(), taxNow);
        }
        long open = orders.openShares(order);
        long left = open - shares;
        orders.fill(order, shares, priceWon);
        orders.status(order, OrderLife.next(orders.status(order), left == 0 ? OrderLife.Event.FILL_REST : OrderLife.Event.FILL_PART));
        if (side == Side.BUY && !AccountTable.isHouse(account)) {
            long boundPriceWon = boundPriceWon(instrument, order);
            accounts.addReserved(account, boundWon(rate, boundPriceWon * left, after) - boundWon(rate, boundPriceWon * open, before));
        }
        if (OrderTable.isParticipants(order)) {
            return;
        }
        listener.orderFilled(account, order, instrument.id, side, shares, priceWon, left, commissionNow, taxNow,
            instrument.tradeCount, timeMs);
        listener.cashChanged(account, accounts.cashWon(account));
        listener.holdingChanged(account, instrument.id, holdings.shares(holding), holdings.purchaseWon(holding));
        outbox.fill(account, order, instrument.id, side, shares, priceWon, commissionNow, taxNow, instrument.tradeCount,
            accounts.cashWon(account), timeMs);
    }

    /**
     * The price at which an order binds cash: the one it rests at, or the upper limit where it may trade at any. Source: rules
     * D1.
     */
    static long boundPriceWon(Instrument instrument, OrderType type, long priceWon) {
        return type.bindsItsPrice() ? priceWon : instrument.upperLimitWon;
    }

    long boundPriceWon(Instrument instrument, int order) {
        return boundPriceWon(instrument, orders.type(order), orders.priceWon(order));
    }

    /** Frees what is bound for shares that have just left the book without a trade. */
    void release(Instrument instrument, int order, long shares) {
        int account = orders.account(order);
        if (orders.side(order) == Side.SELL) {
            holdings.addSellable(account, instrument.id, shares);
        } else if (!AccountTable.isHouse(account)) {
            long boundPriceWon = boundPriceWon(instrument, order);
            accounts.addReserved(account, -freedWon(order, boundPriceWon, orders.openShares(order) + shares, shares));
        }
    }
}
