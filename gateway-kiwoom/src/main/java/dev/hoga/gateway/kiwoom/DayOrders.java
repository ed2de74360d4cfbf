package dev.hoga.gateway.kiwoom;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.Market;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.PageKeys;
import dev.hoga.history.OrderQuery;
import dev.hoga.history.PastOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One page of an account's orders, amendments and cancellations of a date, and what the fills of all pages come to: collected along all
 * of them, because the sums want every one. Those of the trading date are walked along in the core, those of a date before in history.
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
    private long accountNumber;
    private long entriesBefore;
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
     * @param date empty for the trading date
     * @param markets whose stocks
     * @param from the number with which the list begins; 0 for its natural beginning
     */
    record Query(String text, OptionalInt date, Set<Market> markets, OrderFilter traits, Which which, int from, boolean oldestFirst) {

        private boolean admits(BrokerageView view, int order) {
            return !behind(order) && which.admits(view, order) && markets.contains(view.market(view.orderInstrument(order)))
                && traits.admits(view, order);
        }

        /** Whether an order stands before the list's beginning. */
        private boolean behind(int order) {
            return from != 0 && (oldestFirst ? order < from : order > from);
        }
    }

    /** An order, and its stock's code with the letter of account lists. */
    record Row(OrderRow order, String listedCode) {

        private static Row read(BrokerageView view, int order) {
            return new Row(OrderRow.read(view, order), StockCode.listed(view, view.orderInstrument(order)));
        }

        private static Row read(BrokerageView view, PastOrder order, int instrument) {
            return new Row(OrderRow.read(view, order, instrument), StockCode.listed(view, instrument));
        }
    }

    @Override
    public int first(BrokerageView view) {
        tradingDate = view.tradingDate();
        accountNumber = view.accountNumber(accountId);
        entriesBefore = view.nextHistoryEntry();
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
            add(view.orderSide(order), view.filledAmountWon(order));
            keep(order, () -> Row.read(view, order));
        }
        return true;
    }

    /** What history is to be asked for; empty where the date is not over, or nothing of it can fit. */
    Optional<OrderQuery> past() {
        int date = query.date.orElse(tradingDate);
        if (foreignKey || date >= tradingDate || query.which == Which.OPEN || query.markets.isEmpty()
            || !query.traits.venues().contains(Venue.KRX)) {
            return Optional.empty();
        }
        Optional<Side> side = switch (query.traits.side()) {
            case "1" -> Optional.of(Side.SELL);
            case "2" -> Optional.of(Side.BUY);
            default -> Optional.empty();
        };
        return Optional.of(new OrderQuery(accountNumber, date, date, query.traits.codeText(), side, 0, query.which == Which.FILLED,
            Optional.empty()));
    }

    /** How far history must be to tell of that date. */
    long entriesBefore() {
        return entriesBefore;
    }

    /** Takes note of an order of a date that is over; they come from the newest, as on the walk. */
    void visit(BrokerageView view, PastOrder order) {
        int instrument = view.instrumentId(Code.pack(order.code()));
        if (!query.behind(order.orderNumber()) && query.markets.contains(view.market(instrument))) {
            add(order.side(), order.filledAmountWon());
            keep(order.orderNumber(), () -> Row.read(view, order, instrument));
        }
    }

    private void add(Side side, long amountWon) {
        if (side == Side.SELL) {
            soldWon = Math.addExact(soldWon, amountWon);
        } else {
            boughtWon = Math.addExact(boughtWon, amountWon);
        }
    }

    /** The walk comes from the newest: where the oldest stand first, the page is what was seen last. */
    private void keep(int order, Supplier<Row> row) {
        if (query.oldestFirst) {
            if (order > after) {
                kept.addFirst(row.get());
                if (kept.size() > MOST_ROWS) {
                    kept.removeLast();
                }
            }
        } else if ((after == 0 || order < after) && kept.size() < MOST_ROWS) {
            kept.addLast(row.get());
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
