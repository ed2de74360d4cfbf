package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.HoldingPager;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ka10085: the holdings with what trading each of them has cost today. Market prices and plain numbers, unlike its neighbours. */
final class AccountReturnsCall implements TrCall {
    private static final String LIST = "acnt_prft_rt";
    private static final String NEXTRADE = "2";
    private static final Cost FREE = new Cost(0, 0);

    private final Engine engine;
    private final HoldingPager pager;
    private final OrderWalk walk;

    AccountReturnsCall(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        pager = new HoldingPager(pageKeys);
        walk = new OrderWalk(engine);
    }

    private record Cost(long commissionWon, long taxWon) {

        private Cost plus(Cost more) {
            return new Cost(commissionWon + more.commissionWon, taxWon + more.taxWon);
        }
    }

    /** What the account's orders of the trading date have cost, by the stock's code as account lists spell it. */
    private static final class Costs implements OrderWalk.Visitor {
        private final int accountId;
        private final Map<String, Cost> byCode = new HashMap<>();

        Costs(int accountId) {
            this.accountId = accountId;
        }

        @Override
        public int first(BrokerageView view) {
            return view.newestOrder(accountId);
        }

        @Override
        public boolean visit(BrokerageView view, int order) {
            if (view.filledShares(order) > 0) {
                byCode.merge(StockCode.listed(view, view.orderInstrument(order)),
                    new Cost(view.orderCommissionWon(order), view.orderTaxWon(order)), Cost::plus);
            }
            return true;
        }

        @Override
        public int next(BrokerageView view, int order) {
            return view.olderOrder(order);
        }
    }

    @Override
    public void run(Call call) {
        String venue = call.text("stex_tp");
        if (venue.equals(NEXTRADE)) {
            if (!OrderPages.refusesKey(call)) {
                call.answer(call.newAnswer(), OpenOrdersCall.MESSAGE);
            }
            return;
        }
        PageRequest request = AccountHoldings.request(call, venue);
        var costs = new Costs(call.accountId());
        walk.walk(call, costs, () -> call.read(engine, view -> AccountHoldings.read(view, call.accountId(), request, pager, false),
            account -> account.page().ifPresentOrElse(page -> answer(call, page.rows(), costs, page.nextKey()),
                call::refusePageKey)));
    }

    private static void answer(Call call, List<HoldingRow> rows, Costs costs, String nextKey) {
        ResponseBody answer = call.newAnswer();
        for (HoldingRow row : rows) {
            Cost cost = costs.byCode.getOrDefault(row.code(), FREE);
            ResponseBody out = answer.row(LIST);
            DeclaredConstants.fill(out, "ka10085", LIST);
            StockInfoCall.price(out, "cur_prc", row.currentWon(), row.previousCloseWon());
            out.text("stk_cd", row.code().substring(1))
                .text("stk_nm", row.name())
                .number("pur_pric", row.purchaseWon() / row.qtyShares())
                .number("pur_amt", row.purchaseWon())
                .number("rmnd_qty", row.qtyShares())
                .number("tdy_trde_cmsn", cost.commissionWon)
                .number("tdy_trde_tax", cost.taxWon)
                .number("setl_remn", row.settledShares())
                .number("clrn_alow_qty", row.sellableShares());
        }
        call.answer(answer, OpenOrdersCall.MESSAGE, nextKey);
    }
}
