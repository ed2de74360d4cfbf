package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;

/** Along an account's open orders; from one that is no longer open, along all orders until the next open one. */
public record OpenOrderPath(int accountId, OrderFilter filter) implements OrderPager.Path {

    /** Which of the open orders are listed. */
    @FunctionalInterface
    public interface OrderFilter {
        boolean admits(BrokerageView view, int order);
    }

    @Override
    public int first(BrokerageView view) {
        return view.newestOpenOrder(accountId);
    }

    @Override
    public int next(BrokerageView view, int order) {
        return view.orderStatus(order).open() ? view.olderOpenOrder(order) : view.olderOrder(order);
    }

    @Override
    public boolean listed(BrokerageView view, int order) {
        return view.orderStatus(order).open() && filter.admits(view, order);
    }
}
