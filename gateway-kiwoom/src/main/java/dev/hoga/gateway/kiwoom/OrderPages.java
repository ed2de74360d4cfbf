package dev.hoga.gateway.kiwoom;

import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.OrderPager;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Pages of an account's orders, newest first, asked for by header {@code next-key}. */
final class OrderPages {
    /** Rows of a page. Doubt: the broker's own number is not known. */
    static final int ROWS_PER_PAGE = 100;
    /** Orders looked at in one read. */
    static final int ORDERS_PER_READ = OrderWalk.ORDERS_PER_READ;

    private final OrderPager pager;

    /** Answers an error where a client asks for a further page of what has only one. @return whether it did */
    static boolean refusesKey(Call call) {
        boolean asks = !call.pageKey().isEmpty();
        if (asks) {
            call.refusePageKey();
        }
        return asks;
    }

    OrderPages(Engine engine, PageKeys pageKeys) {
        pager = new OrderPager(engine, pageKeys);
    }

    /**
     * Reads a page and hands it on with the next key, or answers that the client's key is none of ours.
     *
     * @param query all parameters that decide what is listed
     * @param row makes a row of an order, on the core's thread
     */
    <R> void read(Call call, String query, OrderPager.Path path, BiFunction<BrokerageView, Integer, R> row,
        BiConsumer<List<R>, String> then) {
        pager.read(call, new PageRequest(query, call.pageKey(), ROWS_PER_PAGE), path, row, found -> found.ifPresentOrElse(
            page -> then.accept(page.rows(), page.nextKey()), call::refusePageKey));
    }
}
