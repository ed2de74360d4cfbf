package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.OrderKind;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.Rates;
import dev.hoga.history.History;
import dev.hoga.history.OrderPlace;
import dev.hoga.history.OrderQuery;
import dev.hoga.history.OrderTotals;
import dev.hoga.history.PastOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * inquire-daily-ccld: orders with their fills, and the totals over all that fit, on every page. The trading date's orders come
 * from the core, those of dates that are over from history. One TR goes back three months, the other begins where that ends.
 */
final class OrderHistoryCall implements TrCall {
    /** Official. */
    static final int ROWS_PER_PAGE = 100;
    /** Official. */
    static final int MOCK_ROWS_PER_PAGE = 15;
    private static final String OLDER_THAN_THREE_MONTHS = "CTSC9215R";
    private static final List<String> CONDITION =
        List.of("CANO", "ACNT_PRDT_CD", "INQR_STRT_DT", "INQR_END_DT", "SLL_BUY_DVSN_CD", "CCLD_DVSN");
    private static final int AVERAGE_DECIMALS = 4;

    private final Engine engine;
    private final History history;
    private final OrderWalk walk;
    private final PageKeys pageKeys;

    OrderHistoryCall(Engine engine, History history, PageKeys pageKeys) {
        this.engine = engine;
        this.history = history;
        walk = new OrderWalk(engine);
        this.pageKeys = pageKeys;
    }

    @Override
    public void run(Call call) {
        var page = new Page(call);
        walk.walk(call, page, () -> {
            if (page.badKey) {
                call.error(Check.PAGE_KEY.code());
            } else {
                page.past().ifPresentOrElse(query -> addPast(call, page, query), () -> answer(call, page));
            }
        });
    }

    private void addPast(Call call, Page page, OrderQuery query) {
        var totals = history.totals(query, page.entriesBefore);
        var orders = history.orders(query, page.after, !page.oldestFirst, page.mostRows, page.entriesBefore);
        call.await(totals.thenCombine(orders, Past::new),
            past -> call.read(engine, view -> past.orders.stream().map(order -> OrderRow.read(view, order)).toList(), rows -> {
                page.add(past.totals, rows);
                answer(call, page);
            }));
    }

    private record Past(OrderTotals totals, List<PastOrder> orders) {
    }

    private void answer(Call call, Page page) {
        List<OrderRow> rows = page.rows();
        String nextKey = page.more()
            ? pageKeys.seal(call.accountId(), page.tradingDate, call.tr().id(), place(rows.getLast()).packed()) : "";
        ResponseBody answer = call.newAnswer();
        Continuation.fill(answer, call, nextKey, separator(call), CONDITION);
        rows.forEach(row -> fill(row, call, DeclaredConstants.fill(answer.row("output1"), call, "output1")));
        OrderTotals totals = page.totals;
        answer.object("output2")
            .number("tot_ord_qty", totals.orderedShares())
            .number("tot_ccld_qty", totals.filledShares())
            .number("tot_ccld_amt", totals.filledAmountWon())
            .number("prsm_tlex_smtl", totals.costsWon())
            .decimal("pchs_avg_pric", Rates.quotient(totals.filledAmountWon(), totals.filledShares(), AVERAGE_DECIMALS),
                AVERAGE_DECIMALS);
        call.answer(answer, QueryMessages.list(call, rows.isEmpty(), nextKey), Continuation.header(call, nextKey));
    }

    private static OrderPlace place(OrderRow row) {
        return new OrderPlace(row.date(), row.number());
    }

    /** The former id answers as it did. Official examples. */
    private static String separator(Call call) {
        return call.variant().was().contains(call.trId()) ? Continuation.OLD_SEPARATOR : Continuation.SEPARATOR;
    }

    private static void fill(OrderRow row, Call call, ResponseBody out) {
        row.fill(out, call)
            .text("ord_dt", KoreanTime.date(row.date()))
            .text("sll_buy_dvsn_cd_name", row.sideWord())
            .text("loan_dt", row.loanDate())
            .number("avg_prvs", row.averageWon())
            .text("cncl_yn", row.cancelled() ? "Y" : "N")
            .number("cncl_cfrm_qty", row.cancelledShares())
            .number("rmn_qty", row.openShares())
            .text("ccld_cndt_name", row.conditionWord())
            .text("prdt_type_cd", ProductInfoCall.STOCK)
            .text("ord_orgno", OrderCalls.branch(call));
    }

    /** One page and the totals, collected along all orders of the day and then of the past. */
    private final class Page implements OrderWalk.Visitor {
        private final Call call;
        private final HistoryFilter filter;
        private final String key;
        private final boolean older;
        private final boolean oldestFirst;
        /** One row more than the page holds tells whether there is another page. */
        private final int mostRows;
        private final ArrayDeque<OrderRow> kept = new ArrayDeque<>();
        private long accountNumber;
        private int tradingDate;
        private long entriesBefore;
        private OrderPlace after;
        private boolean badKey;
        private OrderTotals totals = OrderTotals.NONE;

        Page(Call call) {
            this.call = call;
            filter = HistoryFilter.of(call);
            key = Continuation.key(call);
            older = call.variant().tr().equals(OLDER_THAN_THREE_MONTHS);
            oldestFirst = call.text("INQR_DVSN").equals("01");
            mostRows = (call.mock() ? MOCK_ROWS_PER_PAGE : ROWS_PER_PAGE) + 1;
            after = OrderPlace.start(!oldestFirst);
        }

        @Override
        public int first(BrokerageView view) {
            accountNumber = view.accountNumber(call.accountId());
            tradingDate = view.tradingDate();
            entriesBefore = view.nextHistoryEntry();
            if (!key.isEmpty()) {
                OptionalLong last = pageKeys.open(call.accountId(), tradingDate, call.tr().id(), key);
                badKey = last.isEmpty();
                last.ifPresent(place -> after = OrderPlace.ofPacked(place));
            }
            return badKey || older || !filter.covers(tradingDate) ? 0 : view.newestOrder(call.accountId());
        }

        @Override
        public boolean visit(BrokerageView view, int order) {
            if (filter.admits(view, order)) {
                OrderRow row = OrderRow.read(view, order);
                totals = totals.plus(new OrderTotals(row.kind() == OrderKind.CANCEL ? 0 : row.qtyShares(), row.filledShares(),
                    row.filledAmountWon(), row.costsWon()));
                keep(row);
            }
            return true;
        }

        @Override
        public int next(BrokerageView view, int order) {
            return view.olderOrder(order);
        }

        /** The walk comes from the newest: oldest first, the last rows seen are the page. */
        private void keep(OrderRow row) {
            long place = place(row).packed();
            if (oldestFirst) {
                if (place > after.packed()) {
                    kept.addFirst(row);
                    if (kept.size() > mostRows) {
                        kept.removeLast();
                    }
                }
            } else if (place < after.packed() && kept.size() < mostRows) {
                kept.addLast(row);
            }
        }

        /** What to ask history for; empty where nothing of the past fits. */
        Optional<OrderQuery> past() {
            return filter.past(accountNumber, tradingDate, older);
        }

        /** Adds the next rows of the past, in the order of the page, and the sums over all of it. */
        void add(OrderTotals past, List<OrderRow> rows) {
            totals = totals.plus(past);
            if (oldestFirst) {
                rows.reversed().forEach(kept::addFirst);
            } else {
                kept.addAll(rows);
            }
            while (kept.size() > mostRows) {
                kept.removeLast();
            }
        }

        boolean more() {
            return kept.size() == mostRows;
        }

        List<OrderRow> rows() {
            List<OrderRow> all = new ArrayList<>(kept);
            return more() ? all.subList(0, mostRows - 1) : all;
        }
    }
}
