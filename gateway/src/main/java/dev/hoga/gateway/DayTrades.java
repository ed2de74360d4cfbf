package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;

/** Adds up what an account has traded on the trading date. */
public final class DayTrades implements OrderWalk.Visitor {
    private final int accountId;
    private final long[] amountWon = new long[Side.values().length];
    private final long[] costsWon = new long[Side.values().length];

    public DayTrades(int accountId) {
        this.accountId = accountId;
    }

    @Override
    public int first(BrokerageView view) {
        return view.newestOrder(accountId);
    }

    @Override
    public boolean visit(BrokerageView view, int order) {
        int side = view.orderSide(order).ordinal();
        amountWon[side] = Math.addExact(amountWon[side], view.filledAmountWon(order));
        costsWon[side] = Math.addExact(costsWon[side], view.orderCommissionWon(order) + view.orderTaxWon(order));
        return true;
    }

    @Override
    public int next(BrokerageView view, int order) {
        return view.olderOrder(order);
    }

    /** What was bought, or sold, without costs. */
    public long amountWon(Side side) {
        return amountWon[side.ordinal()];
    }

    /** Commissions and taxes of a side. */
    public long costsWon(Side side) {
        return costsWon[side.ordinal()];
    }

    /** What is paid for what was bought. */
    public long paidWon() {
        return Math.addExact(amountWon(Side.BUY), costsWon(Side.BUY));
    }

    /** What comes in for what was sold. */
    public long receivedWon() {
        return amountWon(Side.SELL) - costsWon(Side.SELL);
    }
}
