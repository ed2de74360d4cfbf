package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.OpenOrderPath;
import dev.hoga.gateway.OrderPager;
import dev.hoga.gateway.Page;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import java.util.List;

/**
 * Overseas inquire-nccs: what is still in the book, newest first; NASD means all of America. The order that can be asked for is not
 * kept.
 */
final class OverseasOpenOrdersCall implements TrCall {
    /** Official. */
    static final int ROWS_PER_PAGE = 40;

    private static final List<String> CONDITION = List.of("CANO", "ACNT_PRDT_CD", "OVRS_EXCG_CD");

    private final OrderPager pager;

    OverseasOpenOrdersCall(Engine engine, PageKeys pageKeys) {
        pager = new OrderPager(engine, pageKeys);
    }

    /** The open orders of some exchanges. */
    private record Path(OpenOrderPath open) implements OrderPager.Path {

        @Override
        public int first(BrokerageView view) {
            return open.first(view);
        }

        @Override
        public int next(BrokerageView view, int order) {
            return open.next(view, order);
        }

        @Override
        public boolean listed(BrokerageView view, int order) {
            return open.listed(view, order);
        }

        @Override
        public boolean overseas() {
            return true;
        }
    }

    @Override
    public void run(Call call) {
        String asked = call.text("OVRS_EXCG_CD");
        List<OverseasExchange> exchanges = asked.isEmpty() ? List.of(OverseasExchange.values()) : OverseasExchange.listed(asked, true);
        var path = new Path(new OpenOrderPath(call.accountId(),
            (view, order) -> exchanges.contains(OverseasExchange.of(view.venue(view.orderInstrument(order))))));
        var request = new PageRequest(call.tr().id() + asked, Continuation.key(call), ROWS_PER_PAGE);
        pager.read(call, request, path, OverseasOrderRow::read,
            found -> found.ifPresentOrElse(page -> answer(call, page), () -> call.error(Check.PAGE_KEY.code())));
    }

    private static void answer(Call call, Page<OverseasOrderRow> page) {
        ResponseBody answer = call.newAnswer();
        Continuation.fill(answer, call, page.nextKey(), Continuation.SEPARATOR, CONDITION);
        for (OverseasOrderRow row : page.rows()) {
            row.fill(DeclaredConstants.fill(answer.row("output"), call, "output"), call)
                .text("rvse_cncl_dvsn_cd", row.changeCode())
                .text("rvse_cncl_dvsn_cd_name", row.changeWord())
                .text("natn_cd", row.exchange().countryNumber())
                .text("natn_kor_name", row.exchange().countryWord());
        }
        call.answer(answer, QueryMessages.list(call, page.rows().isEmpty(), page.nextKey()), Continuation.header(call, page.nextKey()));
    }
}
