package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.PageKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * inquire-balance: the account's holdings with their valuation, and the totals over all of them on every page. The choices of
 * price basis (closing price of KRX, of NXT) and of lots do not differ here: there is one venue and no credit. Cash and shares
 * move at the trade, so the deposits of D+1 and D+2 are today's.
 */
final class BalanceCall implements TrCall {
    /** Official. */
    static final int ROWS_PER_PAGE = 50;
    /** Official. */
    static final int MOCK_ROWS_PER_PAGE = 20;

    /** As in the official example. */
    private static final List<String> CONDITION =
        List.of("CANO", "ACNT_PRDT_CD", "AFHR_FLPR_YN", "FNCG_AMT_AUTO_RDPT_YN", "INQR_DVSN", "UNPR_DVSN", "FUND_STTL_ICLD_YN");

    private final Engine engine;
    private final PageKeys pageKeys;
    private final OrderWalk walk;

    BalanceCall(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        this.pageKeys = pageKeys;
        walk = new OrderWalk(engine);
    }

    /** @param lastSlot the last listed holding where there are more behind it, else -1 */
    private record Page(List<HoldingRow> rows, long purchaseWon, long valueWon, long cashWon, int lastSlot, int tradingDate,
        boolean badKey) {
    }

    @Override
    public void run(Call call) {
        var trades = new DayTrades(call.accountId());
        int rows = call.mock() ? MOCK_ROWS_PER_PAGE : ROWS_PER_PAGE;
        walk.walk(call, trades, () -> call.read(engine, view -> read(view, call, rows), page -> {
            if (page.badKey) {
                call.error(Check.PAGE_KEY.code());
            } else {
                answer(call, page, trades);
            }
        }));
    }

    /** Bounded by the number of instruments. */
    private Page read(BrokerageView view, Call call, int rowsPerPage) {
        String key = Continuation.key(call);
        OptionalInt after = key.isEmpty() ? OptionalInt.empty()
            : pageKeys.open(call.accountId(), view.tradingDate(), call.tr().id(), key);
        boolean begun = key.isEmpty();
        var rows = new ArrayList<HoldingRow>();
        long purchaseWon = 0;
        long valueWon = 0;
        int lastSlot = -1;
        for (int slot = view.firstHolding(call.accountId()); slot >= 0; slot = view.nextHolding(slot)) {
            if (view.heldShares(slot) > 0) {
                HoldingRow row = HoldingRow.read(view, slot);
                purchaseWon = Math.addExact(purchaseWon, row.purchaseWon());
                valueWon = Math.addExact(valueWon, row.valueWon());
                if (begun && rows.size() < rowsPerPage) {
                    rows.add(row);
                } else if (begun) {
                    lastSlot = rows.getLast().slot();
                }
            }
            begun |= after.isPresent() && slot == after.getAsInt();
        }
        return new Page(rows, purchaseWon, valueWon, view.cashWon(call.accountId()), lastSlot, view.tradingDate(), !begun);
    }

    private void answer(Call call, Page page, DayTrades trades) {
        String nextKey = page.lastSlot < 0 ? ""
            : pageKeys.seal(call.accountId(), page.tradingDate, call.tr().id(), page.lastSlot);
        ResponseBody answer = call.newAnswer();
        Continuation.fill(answer, call, nextKey, Continuation.OLD_SEPARATOR, CONDITION);
        page.rows.forEach(row -> row.fill(DeclaredConstants.fill(answer.row("output1"), call, "output1")));
        total(DeclaredConstants.fill(answer.row("output2"), call, "output2"), page, trades);
        call.answer(answer, QueryMessages.page(call, nextKey), Continuation.header(call, nextKey));
    }

    private static void total(ResponseBody out, Page page, DayTrades trades) {
        long assetsWon = Math.addExact(page.cashWon, page.valueWon);
        out.number("dnca_tot_amt", page.cashWon)
            .number("nxdy_excc_amt", page.cashWon)
            .number("prvs_rcdl_excc_amt", page.cashWon)
            .number("thdt_buy_amt", trades.boughtWon())
            .number("thdt_sll_amt", trades.soldWon())
            .number("thdt_tlex_amt", trades.costsWon())
            .number("scts_evlu_amt", page.valueWon)
            .number("tot_evlu_amt", assetsWon)
            .number("nass_amt", assetsWon)
            .number("pchs_amt_smtl_amt", page.purchaseWon)
            .number("evlu_amt_smtl_amt", page.valueWon)
            .number("evlu_pfls_smtl_amt", page.valueWon - page.purchaseWon);
    }
}
