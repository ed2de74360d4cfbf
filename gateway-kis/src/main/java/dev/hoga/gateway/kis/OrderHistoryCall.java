package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.OrderKind;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.Rates;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * inquire-daily-ccld: orders with their fills, and the totals over all that fit, on every page. Only the trading date's orders
 * exist yet: a range without it, and the TR for what is older than three months, find nothing.
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

    private final OrderWalk walk;
    private final PageKeys pageKeys;

    OrderHistoryCall(Engine engine, PageKeys pageKeys) {
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
                answer(call, page);
            }
        });
    }

    private void answer(Call call, Page page) {
        List<OrderRow> rows = page.rows();
        String nextKey = page.more()
            ? pageKeys.seal(call.accountId(), page.tradingDate, call.tr().id(), rows.getLast().number()) : "";
        ResponseBody answer = call.newAnswer();
        Continuation.fill(answer, call, nextKey, separator(call), CONDITION);
        String date = KoreanTime.date(page.tradingDate);
        rows.forEach(row -> fill(row, call, DeclaredConstants.fill(answer.row("output1"), call, "output1"), date));
        answer.object("output2")
            .number("tot_ord_qty", page.orderedShares)
            .number("tot_ccld_qty", page.filledShares)
            .number("tot_ccld_amt", page.filledWon)
            .number("prsm_tlex_smtl", page.costsWon)
            .decimal("pchs_avg_pric", Rates.quotient(page.filledWon, page.filledShares, AVERAGE_DECIMALS), AVERAGE_DECIMALS);
        call.answer(answer, QueryMessages.list(call, rows.isEmpty(), nextKey), Continuation.header(call, nextKey));
    }

    /** The former id answers as it did. Official examples. */
    private static String separator(Call call) {
        return call.variant().was().contains(call.trId()) ? Continuation.OLD_SEPARATOR : Continuation.SEPARATOR;
    }

    private static void fill(OrderRow row, Call call, ResponseBody out, String date) {
        row.fill(out, call)
            .text("ord_dt", date)
            .text("sll_buy_dvsn_cd_name", row.sideWord())
            .number("avg_prvs", row.averageWon())
            .text("cncl_yn", row.cancelled() ? "Y" : "N")
            .number("cncl_cfrm_qty", row.cancelledShares())
            .number("rmn_qty", row.openShares())
            .text("ccld_cndt_name", row.conditionWord())
            .text("prdt_type_cd", ProductInfoCall.STOCK)
            .text("ord_orgno", OrderCalls.branch(call));
    }

    /** One page and the totals, collected along all orders of the day. */
    private final class Page implements OrderWalk.Visitor {
        private final Call call;
        private final HistoryFilter filter;
        private final String key;
        private final boolean oldestFirst;
        /** One row more than the page holds tells whether there is another page. */
        private final int mostRows;
        private final ArrayDeque<OrderRow> kept = new ArrayDeque<>();
        private int tradingDate;
        private int after;
        private boolean badKey;
        private long orderedShares;
        private long filledShares;
        private long filledWon;
        private long costsWon;

        Page(Call call) {
            this.call = call;
            filter = HistoryFilter.of(call);
            key = Continuation.key(call);
            oldestFirst = call.text("INQR_DVSN").equals("01");
            mostRows = (call.mock() ? MOCK_ROWS_PER_PAGE : ROWS_PER_PAGE) + 1;
        }

        @Override
        public int first(BrokerageView view) {
            tradingDate = view.tradingDate();
            if (!key.isEmpty()) {
                OptionalInt last = pageKeys.open(call.accountId(), tradingDate, call.tr().id(), key);
                badKey = last.isEmpty();
                after = last.orElse(0);
            }
            boolean covered = filter.covers(tradingDate) && !call.variant().tr().equals(OLDER_THAN_THREE_MONTHS);
            return badKey || !covered ? 0 : view.newestOrder(call.accountId());
        }

        @Override
        public boolean visit(BrokerageView view, int order) {
            if (filter.admits(view, order)) {
                OrderRow row = OrderRow.read(view, order);
                add(row);
                keep(row);
            }
            return true;
        }

        @Override
        public int next(BrokerageView view, int order) {
            return view.olderOrder(order);
        }

        private void add(OrderRow row) {
            orderedShares = Math.addExact(orderedShares, row.kind() == OrderKind.CANCEL ? 0 : row.qtyShares());
            filledShares = Math.addExact(filledShares, row.filledShares());
            filledWon = Math.addExact(filledWon, row.filledAmountWon());
            costsWon = Math.addExact(costsWon, row.costsWon());
        }

        /** The walk comes from the newest: oldest first, the last rows seen are the page. */
        private void keep(OrderRow row) {
            if (oldestFirst) {
                if (row.number() > after) {
                    kept.addFirst(row);
                    if (kept.size() > mostRows) {
                        kept.removeLast();
                    }
                }
            } else if ((after == 0 || row.number() < after) && kept.size() < mostRows) {
                kept.addLast(row);
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
