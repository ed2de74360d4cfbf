package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.OpenOrderPath;
import dev.hoga.gateway.OrderPager;
import dev.hoga.gateway.Page;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import java.util.List;

/** inquire-psbl-rvsecncl: what is still in the book, newest first. The order by stock that can be asked for is not kept. */
final class OpenOrdersCall implements TrCall {
    /** Official. */
    static final int ROWS_PER_PAGE = 50;

    /** As in the official example. */
    private static final List<String> CONDITION = List.of("CANO", "ACNT_PRDT_CD");

    private final OrderPager pager;

    OpenOrdersCall(Engine engine, PageKeys pageKeys) {
        pager = new OrderPager(engine, pageKeys);
    }

    @Override
    public void run(Call call) {
        String side = call.text("INQR_DVSN_2");
        var path = new OpenOrderPath(call.accountId(), (view, order) -> fits(view, order, side));
        var request = new PageRequest(call.tr().id(), Continuation.key(call), ROWS_PER_PAGE);
        pager.read(call, request, path, OrderRow::read,
            found -> found.ifPresentOrElse(page -> answer(call, page), () -> call.error(Check.PAGE_KEY.code())));
    }

    private static boolean fits(BrokerageView view, int order, String side) {
        return switch (side) {
            case "1" -> view.orderSide(order) == Side.SELL;
            case "2" -> view.orderSide(order) == Side.BUY;
            default -> true;
        };
    }

    private static void answer(Call call, Page<OrderRow> page) {
        ResponseBody answer = call.newAnswer();
        Continuation.fill(answer, call, page.nextKey(), Continuation.OLD_SEPARATOR, CONDITION);
        for (OrderRow row : page.rows()) {
            row.fill(DeclaredConstants.fill(answer.row("output"), call, "output"), call)
                .text("rvse_cncl_dvsn_name", row.changeWord())
                .number("psbl_qty", row.openShares())
                // Doubt: the broker's word for the exchange.
                .text("excg_id_dvsn_name", "KRX");
        }
        call.answer(answer, QueryMessages.list(call, page.rows().isEmpty(), page.nextKey()),
            Continuation.header(call, page.nextKey()));
    }
}
