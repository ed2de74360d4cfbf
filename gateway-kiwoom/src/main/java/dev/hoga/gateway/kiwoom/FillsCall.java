package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ViolationKind;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.OrderKind;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.OrderNumbers;
import dev.hoga.gateway.OrderPager;
import dev.hoga.gateway.PageKeys;
import java.util.List;

/**
 * ka10076: the orders of the trading date that have fills, all or in part, newest first. An order without a fill is never in
 * it, cancelled or not. With {@code ord_no} only orders older than that number.
 */
final class FillsCall implements TrCall {
    private final OrderPages pages;

    FillsCall(Engine engine, PageKeys pageKeys) {
        pages = new OrderPages(engine, pageKeys);
    }

    @Override
    public void run(Call call) {
        var filter = new OrderFilter(call.text("sell_tp"), call.text("qry_tp").equals("1"), call.text("stk_cd"),
            OrderFilter.venues(call.text("stex_tp")));
        int before = OrderNumbers.parse(call.text("ord_no"));
        if (before == OrderNumbers.NOT_A_NUMBER) {
            call.error("1517", "ord_no", ViolationKind.WRONG_FORM.reasonKo());
            return;
        }
        pages.read(call, call.apiId() + filter + before, new FilledPath(call.accountId(), filter, before), OrderRow::read,
            (rows, nextKey) -> answer(call, rows, nextKey));
    }

    private static void answer(Call call, List<OrderRow> rows, String nextKey) {
        ResponseBody answer = call.newAnswer();
        for (OrderRow row : rows) {
            ResponseBody out = answer.row("cntr");
            row.fill(out);
            DeclaredConstants.fill(out, "ka10076", "cntr");
            out.text("ord_tm", KoreanTime.time(row.timeMs()));
        }
        call.answer(answer, OpenOrdersCall.MESSAGE, nextKey);
    }

    /** Along all orders of the account. @param before only orders with a lower number; 0 for all */
    private record FilledPath(int accountId, OrderFilter filter, int before) implements OrderPager.Path {

        @Override
        public int first(BrokerageView view) {
            boolean mine = before != 0 && view.orderExists(before) && view.orderAccount(before) == accountId;
            return mine ? view.olderOrder(before) : view.newestOrder(accountId);
        }

        @Override
        public int next(BrokerageView view, int order) {
            return view.olderOrder(order);
        }

        @Override
        public boolean listed(BrokerageView view, int order) {
            return view.filledShares(order) > 0 && view.orderKind(order) != OrderKind.CANCEL && (before == 0 || order < before)
                && filter.admits(view, order);
        }
    }
}
