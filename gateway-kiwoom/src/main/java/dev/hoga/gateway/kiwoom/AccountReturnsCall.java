package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.AccountDay;
import dev.hoga.gateway.HoldingPager;
import dev.hoga.gateway.LoanFacts;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import dev.hoga.history.PastPurchase;
import dev.hoga.history.PastSale;
import java.util.List;

/**
 * ka10085: the holdings with what trading each of them has earned and cost today, each loan in a row. Market prices and plain numbers,
 * unlike its neighbours.
 */
final class AccountReturnsCall implements TrCall {
    private static final String LIST = "acnt_prft_rt";
    private static final String NEXTRADE = "2";
    /** As in the broker's example. */
    private static final String NO_DATE = "00000000";

    private final Engine engine;
    private final HoldingPager pager;

    AccountReturnsCall(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        pager = new HoldingPager(pageKeys);
    }

    /** What is held, and what was traded of it today. */
    private record Found(AccountHoldings account, AccountDay today) {

        private long commissionWon(HoldingRow row) {
            return today.purchases().stream().filter(it -> is(row, it.code(), it.loanDate())).mapToLong(PastPurchase::commissionWon).sum()
                + today.sales().stream().filter(it -> is(row, it.code(), it.loanDate())).mapToLong(PastSale::commissionWon).sum();
        }

        private long taxWon(HoldingRow row) {
            return today.sales().stream().filter(it -> is(row, it.code(), it.loanDate())).mapToLong(PastSale::taxWon).sum();
        }

        private long profitWon(HoldingRow row) {
            return today.sales().stream().filter(it -> is(row, it.code(), it.loanDate())).mapToLong(PastSale::profitWon).sum();
        }

        private static boolean is(HoldingRow row, String code, int loanDate) {
            return row.code().endsWith(code) && row.loan().map(LoanFacts::loanDay).orElse(0) == loanDate;
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
        call.read(engine, view -> new Found(AccountHoldings.read(view, call.accountId(), request, pager, true),
            AccountDay.read(view, call.accountId())),
            found -> found.account.page().ifPresentOrElse(page -> answer(call, page.rows(), found, page.nextKey()), call::refusePageKey));
    }

    private static void answer(Call call, List<HoldingRow> rows, Found found, String nextKey) {
        ResponseBody answer = call.newAnswer();
        for (HoldingRow row : rows) {
            ResponseBody out = answer.row(LIST);
            DeclaredConstants.fill(out, "ka10085", LIST);
            StockInfoCall.price(out, "cur_prc", row.currentWon(), row.previousCloseWon());
            out.text("stk_cd", row.code().substring(1))
                .text("stk_nm", row.name())
                .number("pur_pric", row.purchaseWon() / row.qtyShares())
                .number("pur_amt", row.purchaseWon())
                .number("rmnd_qty", row.qtyShares())
                .number("tdy_sel_pl", found.profitWon(row))
                .number("tdy_trde_cmsn", found.commissionWon(row))
                .number("tdy_trde_tax", found.taxWon(row))
                .text("crd_tp", row.creditType())
                .text("loan_dt", row.loan().isEmpty() ? NO_DATE : row.loanDate())
                .text("expr_dt", row.loan().isEmpty() ? NO_DATE : row.expiryDate())
                .number("crd_amt", row.loan().map(LoanFacts::loanWon).orElse(0L))
                .number("setl_remn", row.settledShares())
                .number("clrn_alow_qty", row.sellableShares());
        }
        call.answer(answer, OpenOrdersCall.MESSAGE, nextKey);
    }
}
