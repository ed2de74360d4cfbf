package dev.hoga.gateway.kis;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.gateway.OrderWalk;

/** Adds up what an account has traded on the trading date. */
final class DayTrades implements OrderWalk.Visitor {
    private final int accountId;
    private long boughtWon;
    private long soldWon;
    private long costsWon;

    DayTrades(int accountId) {
        this.accountId = accountId;
    }

    @Override
    public int first(BrokerageView view) {
        return view.newestOrder(accountId);
    }

    @Override
    public boolean visit(BrokerageView view, int order) {
        long filledWon = view.filledAmountWon(order);
        if (view.orderSide(order) == Side.BUY) {
            boughtWon = Math.addExact(boughtWon, filledWon);
        } else {
            soldWon = Math.addExact(soldWon, filledWon);
        }
        costsWon = Math.addExact(costsWon, view.orderCommissionWon(order) + view.orderTaxWon(order));
        return true;
    }

    @Override
    public int next(BrokerageView view, int order) {
        return view.olderOrder(order);
    }

    long boughtWon() {
        return boughtWon;
    }

    long soldWon() {
        return soldWon;
    }

    /** Commissions and taxes. */
    long costsWon() {
        return costsWon;
    }
}
