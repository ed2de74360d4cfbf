package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.DepositFacts;
import dev.hoga.gateway.HoldingPager;
import dev.hoga.gateway.Page;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import dev.hoga.gateway.Rates;

/**
 * kt00004: the account at a glance, with its holdings. Doubt: valuations are net of the costs of both sides and rates have four decimals,
 * as in kt00005, because its table has the form of that one; the estimated assets are those of kt00018.
 */
final class AccountValuationCall implements TrCall {
    private static final int RATE_DECIMALS = 4;
    private static final String LIST = "stk_acnt_evlt_prst";

    private final Engine engine;
    private final HoldingPager pager;

    AccountValuationCall(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        pager = new HoldingPager(pageKeys);
    }

    private record Found(AccountHoldings account, String name) {
    }

    @Override
    public void run(Call call) {
        PageRequest request = AccountHoldings.request(call, call.text("qry_tp") + call.text("dmst_stex_tp"));
        call.read(engine,
            view -> new Found(AccountHoldings.read(view, call.accountId(), request, pager, true), view.accountName(call.accountId())),
            found -> found.account.page().ifPresentOrElse(page -> answer(call, found, page), call::refusePageKey));
    }

    private static void answer(Call call, Found found, Page<HoldingRow> page) {
        AccountHoldings account = found.account;
        DepositFacts deposit = account.deposit();
        long netWon = Math.addExact(account.purchaseWon(), account.profitWon());
        ResponseBody answer = call.newAnswer();
        DeclaredConstants.fill(answer, "kt00004", "");
        answer.text("acnt_nm", found.name)
            .amount("entr", deposit.depositWon())
            .amount("d2_entra", deposit.lastWon())
            .amount("tot_est_amt", netWon)
            .amount("aset_evlt_amt", Math.addExact(deposit.depositWon(), netWon) - deposit.loansWon())
            .amount("tot_pur_amt", account.purchaseWon())
            .amount("prsm_dpst_aset_amt", Math.addExact(deposit.lastWon(), account.valueWon()) - deposit.loansWon());
        for (HoldingRow row : page.rows()) {
            fill(answer.row(LIST), row);
        }
        call.answer(answer, AccountHoldings.message(call, page.rows().isEmpty()), page.nextKey());
    }

    private static void fill(ResponseBody out, HoldingRow row) {
        out.text("stk_cd", row.code())
            .text("stk_nm", row.name())
            .amount("rmnd_qty", row.qtyShares())
            .amount("avg_prc", row.purchaseWon() / row.qtyShares())
            .amount("cur_prc", row.currentWon())
            .amount("evlt_amt", Math.addExact(row.purchaseWon(), row.profitWon()))
            .amount("pl_amt", row.profitWon())
            .decimal("pl_rt", Rates.percent(row.profitWon(), row.purchaseWon(), RATE_DECIMALS), RATE_DECIMALS)
            .text("loan_dt", row.loanDate())
            .amount("pur_amt", row.purchaseWon())
            .amount("setl_remn", row.settledShares())
            .amount("pred_buyq", row.boughtYesterdayShares())
            .amount("pred_sellq", row.soldYesterdayShares())
            .amount("tdy_buyq", row.boughtTodayShares())
            .amount("tdy_sellq", row.soldTodayShares());
    }
}
