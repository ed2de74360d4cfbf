package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.HoldingPager;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Page;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import dev.hoga.gateway.Rates;

/**
 * kt00018: the account's holdings with their valuation, and the totals over all of them on every page. The query types
 * "combined" and "separate" differ where a stock is held in several credit lots. The venue
 * decides whose prices are used; there is only KRX yet.
 */
final class HoldingsCall implements TrCall {
    private static final int RATE_WIDTH = 12;
    /** A stock's loans in one row. */
    private static final String COMBINED = "1";
    private static final String LIST = "acnt_evlt_remn_indv_tot";

    private final Engine engine;
    private final HoldingPager pager;

    HoldingsCall(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        pager = new HoldingPager(pageKeys);
    }

    @Override
    public void run(Call call) {
        PageRequest request = AccountHoldings.request(call, call.text("qry_tp") + call.text("dmst_stex_tp"));
        call.read(engine, view -> AccountHoldings.read(view, call.accountId(), request, pager, !call.text("qry_tp").equals(COMBINED)),
            account -> account.page().ifPresentOrElse(page -> answer(call, account, page),
                call::refusePageKey));
    }

    private static void answer(Call call, AccountHoldings account, Page<HoldingRow> page) {
        HoldingRow.RateSpelling rate = call.mock() ? (body, field, hundredths) -> body.text(field, padded(hundredths))
            : (body, field, hundredths) -> body.decimal(field, hundredths, Rates.DECIMALS);
        ResponseBody answer = call.newAnswer()
            .amount("tot_pur_amt", account.purchaseWon())
            .amount("tot_evlt_amt", account.valueWon())
            .amount("tot_evlt_pl", account.profitWon())
            .amount("tot_crd_loan_amt", account.deposit().loansWon())
            // Doubt: with holdings, whether the broker takes the costs of a sale off; without any, cash alone was seen.
            .amount("prsm_dpst_aset_amt", Math.addExact(account.deposit().lastWon(), account.valueWon()) - account.deposit().loansWon());
        rate.set(answer, "tot_prft_rt", Rates.hundredths(account.profitWon(), account.purchaseWon()));
        DeclaredConstants.fill(answer, "kt00018", "");
        for (HoldingRow row : page.rows()) {
            ResponseBody out = answer.row(LIST);
            row.fill(out, account.purchaseWon(), rate);
            DeclaredConstants.fill(out, "kt00018", LIST);
        }
        call.answer(answer, AccountHoldings.message(call, page.rows().isEmpty()), page.nextKey());
    }

    /** A rate as the mock host writes it: twelve characters with leading zeros, a minus in the first place. */
    static String padded(long hundredths) {
        String digits = KoreanTime.digits(Math.abs(hundredths), Rates.DECIMALS + 1);
        int point = digits.length() - Rates.DECIMALS;
        String text = digits.substring(0, point) + '.' + digits.substring(point);
        String sign = hundredths < 0 ? "-" : "";
        return sign + "0".repeat(Math.max(0, RATE_WIDTH - sign.length() - text.length())) + text;
    }
}
