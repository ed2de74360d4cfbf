package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.DayTrades;
import dev.hoga.gateway.DepositFacts;
import dev.hoga.gateway.HoldingPager;
import dev.hoga.gateway.OrderWalk;
import dev.hoga.gateway.Page;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import dev.hoga.gateway.Rates;

/**
 * kt00005: deposit and holdings on a fill basis. Unlike kt00018 its valuations are net of the costs of both sides, and its rates
 * have four decimals. Source: rules D4, recomputed there from the broker's own example.
 */
final class FilledBalanceCall implements TrCall {
    private static final int RATE_DECIMALS = 4;
    private static final String LIST = "stk_cntr_remn";

    private final Engine engine;
    private final HoldingPager pager;
    private final OrderWalk walk;

    FilledBalanceCall(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        pager = new HoldingPager(pageKeys);
        walk = new OrderWalk(engine);
    }

    @Override
    public void run(Call call) {
        PageRequest request = AccountHoldings.request(call, call.text("dmst_stex_tp"));
        var today = new DayTrades(call.accountId());
        walk.walk(call, today, () -> call.read(engine, view -> AccountHoldings.read(view, call.accountId(), request, pager, true),
            account -> account.page().ifPresentOrElse(page -> answer(call, account, page, today),
                call::refusePageKey)));
    }

    private static void answer(Call call, AccountHoldings account, Page<HoldingRow> page, DayTrades today) {
        DepositFacts deposit = account.deposit();
        ResponseBody answer = call.newAnswer();
        DeclaredConstants.fill(answer, "kt00005", "");
        DepositCall.orderable(answer, "%sord_alow_amt", deposit);
        answer.amount("entr", deposit.depositWon())
            .amount("entr_d1", deposit.nextDayWon())
            .amount("entr_d2", deposit.lastWon())
            .amount("pymn_alow_amt", deposit.withdrawableWon())
            .amount("ord_alowa", Math.max(0, deposit.orderableWon()))
            .amount("ch_uncla", deposit.unpaidWon())
            .amount("nrpy_loan", deposit.loansWon())
            .amount("crd_loan_tot", deposit.loansWon())
            .amount("crd_loan_ls_tot", deposit.loansWon())
            .decimal("crd_grnt_rt", deposit.collateralHundredths(), Rates.DECIMALS)
            .amount("repl_amt", deposit.substituteWon())
            .amount("profa_ch", deposit.marginWon(today))
            .amount("stk_buy_tot_amt", account.purchaseWon())
            .amount("evlt_amt_tot", Math.addExact(account.purchaseWon(), account.profitWon()))
            .amount("tot_pl_tot", account.profitWon())
            .decimal("tot_pl_rt", Rates.percent(account.profitWon(), account.purchaseWon(), RATE_DECIMALS), RATE_DECIMALS)
            // Doubt: what counts into it beside the orderable cash, which the proceeds of sales already are.
            .amount("tot_re_buy_alowa", Math.max(0, deposit.orderableWon()));
        for (HoldingRow row : page.rows()) {
            fill(answer.row(LIST), row);
        }
        call.answer(answer, AccountHoldings.message(call, page.rows().isEmpty()), page.nextKey());
    }

    private static void fill(ResponseBody out, HoldingRow row) {
        out.text("crd_tp", row.creditType())
            .text("loan_dt", row.loanDate())
            .text("expr_dt", row.expiryDate())
            .text("stk_cd", row.code())
            .text("stk_nm", row.name())
            .amount("setl_remn", row.settledShares())
            .amount("cur_qty", row.qtyShares())
            .amount("cur_prc", row.currentWon())
            .amount("buy_uv", row.purchaseWon() / row.qtyShares())
            .amount("pur_amt", row.purchaseWon())
            .amount("evlt_amt", Math.addExact(row.purchaseWon(), row.profitWon()))
            .amount("evltv_prft", row.profitWon())
            .decimal("pl_rt", Rates.percent(row.profitWon(), row.purchaseWon(), RATE_DECIMALS), RATE_DECIMALS);
    }
}
