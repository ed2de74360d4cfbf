package dev.hoga.core;

/**
 * Cash and shares: what open orders bind, what a fill moves. Every movement has two sides, so won and the shares of each
 * instrument sum to zero over all accounts.
 *
 * <p>What concerns one account is told for clients and the house alone: participants read their own accounts where they need
 * to, and nobody else may.
 *
 * <p>A buy order binds the margin on its price (one without a price of the client's the upper limit) times its open shares,
 * and the commission that this would add; what it binds never grows, so a fill can never overdraw. What of a purchase is not
 * margin is lent until settlement. All of it is cut on the order's cumulative filled amount, so that many small fills cost
 * what one large one costs.
 */
final class Ledger {
    /** Percent. */
    private static final int ALL = 100;
    /** In place of a loan date. */
    private static final int FOR_CASH = 0;

    private final AccountTable accounts;
    private final HoldingTable holdings;
    private final LentTable lent;
    private final DepositTable deposits;
    private final LoanTable loans;
    private final DayTradeTable trades;
    private final OrderTable orders;
    private final TallyTable tallies;
    private final Outbox outbox;
    private final CoreListener listener;
    private final ForeignLedger foreign;

    private Dates dates;

    /** What loans are dated by. */
    interface Dates {

        /** Days since 1970-01-01. */
        int tradingDate();

        /** When the trades of the trading date are settled. */
        int settlementDate();
    }

    Ledger(AccountTable accounts, DepositTable deposits, HoldingTable holdings, LentTable lent, LoanTable loans,
        DayTradeTable trades, OrderTable orders, TallyTable tallies, Outbox outbox, CoreListener listener, ForeignLedger foreign) {
        this.foreign = foreign;
        this.accounts = accounts;
        this.holdings = holdings;
        this.lent = lent;
        this.deposits = deposits;
        this.loans = loans;
        this.trades = trades;
        this.orders = orders;
        this.tallies = tallies;
        this.outbox = outbox;
        this.listener = listener;
    }

    /** Whether the orders of an account are program orders. */
    boolean isProgram(int account) {
        return tallies.program(account);
    }

    /** Says what day it is; once, before the first trade. */
    void knows(Dates those) {
        dates = those;
    }

    /** The part of a price, in percent, that must be the client's own in an order to buy. */
    private int ownPercent(int order, Instrument instrument) {
        return orders.onCredit(order) ? instrument.grade.guaranteePercent() : marginPercent(orders.account(order), instrument);
    }

    /** The part of a price, in percent, that an account must have: the instrument's margin rate, or all of it. */
    int marginPercent(int account, Instrument instrument) {
        return accounts.onMargin(account) ? instrument.marginPercent : ALL;
    }

    /** What of a purchase need not be there at once, rounded down. */
    static long lentWon(int marginPercent, long amountWon) {
        if (marginPercent == ALL) {
            return 0;
        }
        int rest = ALL - marginPercent;
        return amountWon / ALL * rest + amountWon % ALL * rest / ALL;
    }

    /** What a purchase of so many won must find: the margin, rounded up, and the commission, with the tax on that. */
    private long needWon(int account, int marginPercent, long amountWon) {
        long commissionWon = Costs.commissionWon(accounts.feeRatePpb(account), amountWon);
        return amountWon - lentWon(marginPercent, amountWon) + commissionWon + addedTaxWon(account, commissionWon);
    }

    /** Tax on what an account is charged: gold accounts bear it. */
    private long addedTaxWon(int account, long commissionWon) {
        return accounts.isGold(account) ? Costs.addedTaxWon(commissionWon) : 0;
    }

    /** What a new buy order may use, in the instrument's currency. */
    long orderable(int account, Instrument instrument) {
        return instrument.overseas ? foreign.orderable(account, instrument.venue.currency()) : accounts.orderableWon(account);
    }

    /** Binds what a new buy order needs, in the instrument's currency. */
    void reserve(int account, Instrument instrument, long cost) {
        if (instrument.overseas) {
            foreign.reserve(account, instrument.venue.currency(), cost);
        } else {
            accounts.addReserved(account, cost);
        }
    }

    /** The most shares that an amount buys, costs included, in the instrument's currency. */
    long affordableShares(int account, Instrument instrument, int ownPercent, long price, long available) {
        return instrument.overseas ? ForeignLedger.affordableShares(instrument.venue.currency(), price, available)
            : affordableShares(account, ownPercent, price, available);
    }

    /** What a new buy order binds. @param ownPercent what of the price must be the client's own */
    long costWon(int account, Instrument instrument, int ownPercent, long boundPriceWon, long shares) {
        if (instrument.overseas) {
            return OverseasCosts.needed(instrument.venue.currency(), Math.multiplyExact(boundPriceWon, shares));
        }
        return needWon(account, ownPercent, Math.multiplyExact(boundPriceWon, shares));
    }

    /** The most shares an amount of won buys at a price and a margin rate, commission included. */
    long affordableShares(int account, int marginPercent, long priceWon, long availableWon) {
        long enough = 0;
        long tooMany = Math.max(0, availableWon) / marginPercent * ALL / priceWon + ALL / priceWon + 2;
        while (tooMany - enough > 1) {
            long middle = enough + tooMany >>> 1;
            if (needWon(account, marginPercent, priceWon * middle) <= availableWon) {
                enough = middle;
            } else {
                tooMany = middle;
            }
        }
        return enough;
    }

    /** What a sale brings at the lower limit when its costs are paid. */
    long leastProceedsWon(int account, Instrument instrument, long shares) {
        long amountWon = instrument.lowerLimitWon * shares;
        return amountWon - Costs.commissionWon(accounts.feeRatePpb(account), amountWon)
            - Costs.saleTaxWon(instrument.saleTaxPpb, amountWon);
    }

    /** The fewest shares whose sale brings so much even at the lower limit; the most in an order where none do. */
    long sharesToRaise(int account, Instrument instrument, long won) {
        long tooFew = 0;
        long enough = CoreCommands.MAX_ORDER_SHARES;
        while (enough - tooFew > 1) {
            long middle = tooFew + enough >>> 1;
            if (leastProceedsWon(account, instrument, middle) >= won) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    /** Commission charged on an order so far. */
    long commissionWon(int order, Instrument instrument) {
        if (instrument.overseas) {
            return foreign.commission(order, instrument.venue.currency());
        }
        return Costs.commissionWon(accounts.feeRatePpb(orders.account(order)), orders.filledAmountWon(order));
    }

    /** Tax charged on an order of the trading date so far. */
    long taxWon(int order, Instrument instrument) {
        if (instrument.overseas) {
            return foreign.levy(order, instrument.venue.currency());
        }
        return taxWon(order, instrument, orders.filledAmountWon(order), commissionWon(order, instrument));
    }

    /** The same where it has been filled for so many won, which cost so much commission. */
    private long taxWon(int order, Instrument instrument, long filledWon, long commissionWon) {
        int account = orders.account(order);
        boolean taxed = orders.side(order) == Side.SELL && !AccountTable.isHouse(account);
        return (taxed ? Costs.saleTaxWon(instrument.saleTaxPpb, filledWon) : 0) + addedTaxWon(account, commissionWon);
    }

    /** Moves won of a trade: when it is settled, or at once. */
    private void move(Instrument instrument, int from, int to, long won) {
        if (instrument.kind.gold()) {
            deposits.pay(from, to, won);
        } else {
            accounts.transfer(from, to, won);
        }
    }

    /** What a buy order must bind that still has shares open for so many won and has been filled for so many. */
    private long boundWon(int account, int marginPercent, long openWon, long filledWon) {
        return needWon(account, marginPercent, filledWon + openWon) - needWon(account, marginPercent, filledWon);
    }

    /** What a buy order sets free if its open shares become so many fewer. */
    long freedWon(Instrument instrument, int order, long openShares, long fewer) {
        if (instrument.overseas) {
            return foreign.freed(instrument, order, openShares, fewer);
        }
        int account = orders.account(order);
        int margin = ownPercent(order, instrument);
        long filledWon = orders.filledAmountWon(order);
        long boundPriceWon = boundPriceWon(instrument, order);
        return boundWon(account, margin, boundPriceWon * openShares, filledWon)
            - boundWon(account, margin, boundPriceWon * (openShares - fewer), filledWon);
    }

    /** Moves cash and shares of one trade and tells of each order's side; the maker's first. Loans come before, repayments after. */
    void settle(Instrument instrument, int maker, int taker, long priceWon, long shares, long timeMs) {
        if (instrument.overseas) {
            foreign.settle(instrument, maker, taker, priceWon, shares, timeMs);
            return;
        }
        boolean makerBuys = orders.side(maker) == Side.BUY;
        int buyer = makerBuys ? maker : taker;
        int seller = makerBuys ? taker : maker;
        int bought = orders.onCredit(buyer) ? borrow(instrument, buyer, priceWon * shares, shares, timeMs) : HoldingTable.NONE;
        move(instrument, orders.account(buyer), orders.account(seller), Math.multiplyExact(priceWon, shares));
        tallies.add(instrument.assetId, orders.account(buyer), orders.account(seller), shares, priceWon * shares);
        int sold = orders.holding(seller);
        long costWon = orders.onCredit(seller) ? 0 : holdings.sell(sold, shares);
        if (bought == HoldingTable.NONE) {
            bought = holdings.buy(orders.account(buyer), instrument.assetId, shares, priceWon * shares);
        }
        fill(instrument, maker, makerBuys ? bought : sold, priceWon, shares, timeMs);
        fill(instrument, taker, makerBuys ? sold : bought, priceWon, shares, timeMs);
        if (orders.onCredit(seller)) {
            repay(instrument, seller, priceWon, shares, timeMs);
        } else {
            noteSold(instrument, seller, sold, priceWon, shares, costWon);
        }
        noteBought(instrument, buyer, bought, priceWon, shares);
    }

    /** Notes what a buyer's fill, which is the order's last so far, comes to on this date; tax is what is on gold's commission. */
    private void noteBought(Instrument instrument, int order, int holding, long priceWon, long shares) {
        int account = orders.account(order);
        if (AccountTable.isClient(account)) {
            trades.bought(holding, orders.onCredit(order) ? dates.tradingDate() : FOR_CASH, shares, priceWon * shares,
                newestCommissionWon(order, priceWon * shares) + newestTaxWon(instrument, order, priceWon * shares));
        }
    }

    /** The same of a seller's fill of what is held for cash. */
    private void noteSold(Instrument instrument, int order, int holding, long priceWon, long shares, long costWon) {
        if (AccountTable.isClient(orders.account(order))) {
            trades.sold(holding, FOR_CASH, shares, priceWon * shares, costWon, newestCommissionWon(order, priceWon * shares),
                newestTaxWon(instrument, order, priceWon * shares), 0);
        }
    }

    /** What an order's last fill, of so many won, has added to its commission. */
    private long newestCommissionWon(int order, long amountWon) {
        long rate = accounts.feeRatePpb(orders.account(order));
        long after = orders.filledAmountWon(order);
        return Costs.commissionWon(rate, after) - Costs.commissionWon(rate, after - amountWon);
    }

    /** What it has added to the tax. */
    private long newestTaxWon(Instrument instrument, int order, long amountWon) {
        long rate = accounts.feeRatePpb(orders.account(order));
        long after = orders.filledAmountWon(order);
        long before = after - amountWon;
        return taxWon(order, instrument, after, Costs.commissionWon(rate, after))
            - taxWon(order, instrument, before, Costs.commissionWon(rate, before));
    }

    /** Lends for what is bought on credit; the loan is paid out when the purchase is settled. @return the holding */
    private int borrow(Instrument instrument, int order, long amountWon, long shares, long timeMs) {
        int account = orders.account(order);
        int percent = instrument.grade.guaranteePercent();
        long before = orders.filledAmountWon(order);
        long loanWon = lentWon(percent, before + amountWon) - lentWon(percent, before);
        int holding = holdings.addSellable(account, instrument.assetId, 0);
        int lot = loans.buy(holding, dates.tradingDate(), dates.settlementDate(), shares, amountWon, loanWon);
        accounts.transfer(HouseAccount.LENDER.id(), account, loanWon);
        deposits.addLoan(account, loanWon, loanWon);
        outbox.cash(account, loanWon, accounts.cashWon(account), timeMs);
        tellLoan(account, instrument, lot);
        return holding;
    }

    /** Pays loans back for shares that are sold, with the interest from settlement to settlement, the oldest loan first. */
    private void repay(Instrument instrument, int order, long priceWon, long shares, long timeMs) {
        long commissionWon = newestCommissionWon(order, priceWon * shares);
        long taxWon = newestTaxWon(instrument, order, priceWon * shares);
        int account = orders.account(order);
        int holding = orders.holding(order);
        int loanDay = orders.loanDay(order);
        loans.bind(holding, loanDay, -shares);
        long left = shares;
        int lot = loanDay == LoanTable.ALL_DATES ? loans.first(holding) : loans.find(holding, loanDay);
        while (left > 0) {
            long part = loans.part(lot, loanDay, left);
            int next = loans.next(lot);
            if (part > 0) {
                long costBeforeWon = loans.purchaseWon(lot);
                long interestWon = payBack(account, lot, part, timeMs);
                // Costs of the fill are shared out by shares; what the cut leaves over is the last lot's.
                long lotCommissionWon = HoldingTable.shareFloor(commissionWon, part, left);
                long lotTaxWon = HoldingTable.shareFloor(taxWon, part, left);
                trades.sold(holding, loans.loanDay(lot), part, priceWon * part, costBeforeWon - loans.purchaseWon(lot),
                    lotCommissionWon, lotTaxWon, interestWon);
                commissionWon -= lotCommissionWon;
                taxWon -= lotTaxWon;
                tellLoan(account, instrument, lot);
                loans.dropIfEmpty(lot);
                left -= part;
            }
            lot = next;
        }
        listener.cashChanged(account, accounts.cashWon(account));
    }

    /** @return the interest */
    private long payBack(int account, int lot, long shares, long timeMs) {
        long repaidWon = loans.sell(lot, shares);
        long interestWon = CreditInterest.won(repaidWon, dates.settlementDate() - loans.settledDay(lot));
        accounts.transfer(account, HouseAccount.LENDER.id(), repaidWon);
        accounts.transfer(account, HouseAccount.INTEREST.id(), interestWon);
        deposits.addLoan(account, -repaidWon, -repaidWon - interestWon);
        outbox.cash(account, -repaidWon - interestWon, accounts.cashWon(account), timeMs);
        return interestWon;
    }

    private void tellLoan(int account, Instrument instrument, int lot) {
        listener.loanChanged(account, instrument.assetId, loans.loanDay(lot), loans.shares(lot), loans.purchaseWon(lot), loans.loanWon(lot));
    }

    private void fill(Instrument instrument, int order, int holding, long priceWon, long shares, long timeMs) {
        int account = orders.account(order);
        Side side = orders.side(order);
        long before = orders.filledAmountWon(order);
        long after = before + priceWon * shares;
        long rate = accounts.feeRatePpb(account);
        long commissionBefore = Costs.commissionWon(rate, before);
        long commissionAfter = Costs.commissionWon(rate, after);
        long commissionNow = commissionAfter - commissionBefore;
        long taxNow = taxWon(order, instrument, after, commissionAfter) - taxWon(order, instrument, before, commissionBefore);
        move(instrument, account, HouseAccount.COMMISSION.id(), commissionNow);
        if (taxNow != 0) {
            move(instrument, account, HouseAccount.TAX_OFFICE.id(), taxNow);
        }
        long open = orders.openShares(order);
        long left = open - shares;
        orders.fill(order, shares, priceWon);
        orders.status(order, OrderLife.next(orders.status(order), left == 0 ? OrderLife.Event.FILL_REST : OrderLife.Event.FILL_PART));
        if (side == Side.SELL) {
            sold(order, account, holding, shares);
        } else if (!AccountTable.isHouse(account)) {
            int margin = ownPercent(order, instrument);
            long boundPriceWon = boundPriceWon(instrument, order);
            accounts.addReserved(account,
                boundWon(account, margin, boundPriceWon * left, after) - boundWon(account, margin, boundPriceWon * open, before));
            if (margin < ALL && !orders.onCredit(order)) {
                lent.lend(account, holding, shares, lentWon(margin, after) - lentWon(margin, before));
            }
        }
        if (OrderTable.isParticipants(order)) {
            return;
        }
        listener.orderFilled(account, order, instrument.id, side, shares, priceWon, left, commissionNow, taxNow,
            instrument.tradeCount, timeMs);
        listener.cashChanged(account, accounts.cashWon(account));
        if (!orders.onCredit(order)) {
            listener.holdingChanged(account, instrument.assetId, holdings.shares(holding), holdings.purchaseWon(holding));
        }
        outbox.fill(account, order, instrument.id, side, shares, priceWon, commissionNow, taxNow, instrument.tradeCount,
            accounts.cashWon(account), timeMs);
    }

    private void sold(int order, int account, int holding, long shares) {
        if (!orders.onCredit(order)) {
            lent.sell(account, holding, shares);
        }
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
        if (instrument.overseas) {
            foreign.release(instrument, order, shares);
            return;
        }
        int account = orders.account(order);
        if (orders.side(order) == Side.SELL && orders.onCredit(order)) {
            loans.bind(orders.holding(order), orders.loanDay(order), -shares);
        } else if (orders.side(order) == Side.SELL) {
            holdings.addSellable(account, instrument.assetId, shares);
        } else if (!AccountTable.isHouse(account)) {
            accounts.addReserved(account, -freedWon(instrument, order, orders.openShares(order) + shares, shares));
        }
    }
}
