package dev.hoga.gateway.kiwoom;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Market;
import dev.hoga.core.Side;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.PageKeys;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One page of an account's orders, amendments and cancellations of the trading date, and what the fills of all pages come to:
 * collected along all of them, because the sums want every one.
 */
final class DayOrders implements OrderWalk.Visitor {
    /** One row more than a page holds tells that there is another page. */
    private static final int MOST_ROWS = OrderPages.ROWS_PER_PAGE + 1;

    private final int accountId;
    private final PageKeys pageKeys;
    private final Query query;
    private final String key;
    private final ArrayDeque<Row> kept = new ArrayDeque<>();
    private int tradingDate;
    private int after;
    private boolean foreignKey;
    private long soldWon;
    private long boughtWon;

    /** @param key of the page; empty for the first one */
    DayOrders(int accountId, PageKeys pageKeys, Query query, String key) {
        this.accountId = accountId;
        this.pageKeys = pageKeys;
        this.query = query;
        this.key = key;
    }

    /** Which of the orders are listed. */
    enum Which {
        ALL, OPEN, FILLED;

        private boolean admits(BrokerageView view, int order) {
            return switch (this) {
                case ALL -> true;
                case OPEN -> view.openShares(order) > 0;
                case FILLED -> view.filledShares(order) > 0;
            };
        }
    }

    /**
     * What is asked for.
     *
     * @param text all parameters that decide what is listed, as they were sent
     * @param date empty for the trading date; no orders of other days are kept
     * @param markets whose stocks
     * @param from the number with which the list begins; 0 for its natural beginning
     */
    record Query(String text, OptionalInt date, Set<Market> markets, OrderFilter traits, Which which, int from, boolean oldestFirst) {

        private boolean admits(BrokerageView view, int order) {
            boolean behind = from != 0 && (oldestFirst ? order < from : order > from);
            return !behind && which.admits(view, order) && markets.contains(view.market(view.orderInstrument(order)))
                && traits.admits(view, order);
        }
    }

    /** An order, and its stock's code with the letter of account lists. */
    record Row(OrderRow order, String listedCode) {

        private static Row read(BrokerageView view, int order) {
            return new Row(OrderRow.read(view, order), StockCode.listed(view, view.orderInstrument(order)));
        }
    }

    @Override
    public int first(BrokerageView view) {
        tradingDate = view.tradingDate();
        if (!key.isEmpty()) {
            OptionalLong last = pageKeys.open(accountId, tradingDate, query.text, key);
            foreignKey = last.isEmpty();
            after = (int) last.orElse(0);
        }
        boolean today = query.date.orElse(tradingDate) == tradingDate;
        return foreignKey || !today ? 0 : view.newestOrder(accountId);
    }

    @Override
    public boolean visit(BrokerageView view, int order) {
        if (query.admits(view, order)) {
            if (view.orderSide(order) == Side.SELL) {
                soldWon = Math.addExact(soldWon, view.filledAmountWon(order));
            } else {
                boughtWon = Math.addExact(boughtWon, view.filledAmountWon(order));
            }
            keep(view, order);
        }
        return true;
    }

    /** The walk comes from the newest: where the oldest stand first, the page is what was seen last. */
    private void keep(BrokerageView view, int order) {
        if (query.oldestFirst) {
            if (order > after) {
                kept.addFirst(Row.read(view, order));
                if (kept.size() > MOST_ROWS) {
                    kept.removeLast();
                }
            }
        } else if ((after == 0 || order < after) && kept.size() < MOST_ROWS) {
            kept.addLast(Row.read(view, order));
        }
    }

    @Override
    public int next(BrokerageView view, int order) {
        return view.olderOrder(order);
    }

    /** Whether the key was none of ours. */
    boolean foreignKey() {
        return foreignKey;
    }

    /** The rows of the page. */
    List<Row> rows() {
        List<Row> all = new ArrayList<>(kept);
        return more() ? all.subList(0, MOST_ROWS - 1) : all;
    }

    private boolean more() {
        return kept.size() == MOST_ROWS;
    }

    /** Empty on the last page. */
    String nextKey() {
        return more() ? pageKeys.seal(accountId, tradingDate, query.text, rows().getLast().order().number()) : "";
    }

    /** What all listed sales were filled for. */
    long soldWon() {
        return soldWon;
    }

    /** What all listed purchases were filled for. */
    long boughtWon() {
        return boughtWon;
    }
}
