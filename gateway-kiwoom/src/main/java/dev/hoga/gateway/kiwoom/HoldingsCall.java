package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.HoldingPager;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Page;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.PageRequest;
import dev.hoga.gateway.Rates;
import java.util.Optional;

/**
 * kt00018: the account's holdings with their valuation, and the totals over all of them on every page. The query types
 * "combined" and "separate" differ only where a stock is held in several credit lots, which do not exist yet. The venue
 * decides whose prices are used; there is only KRX yet.
 */
final class HoldingsCall implements TrCall {
    /** Rows of a page. Doubt: the broker's own number is not known. */
    static final int ROWS_PER_PAGE = 100;
    private static final int RATE_WIDTH = 12;
    private static final String LIST = "acnt_evlt_remn_indv_tot";

    private final Engine engine;
    private final HoldingPager pager;

    HoldingsCall(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        pager = new HoldingPager(pageKeys);
    }

    /** The totals over all holdings, added up while a page is read. */
    private static final class Account {
        private long purchaseWon;
        private long valueWon;
        private long profitWon;
        private long cashWon;
        private Optional<Page<HoldingRow>> page = Optional.empty();

        private HoldingRow add(HoldingRow row) {
            purchaseWon = Math.addExact(purchaseWon, row.purchaseWon());
            valueWon = Math.addExact(valueWon, row.valueWon());
            profitWon = Math.addExact(profitWon, row.profitWon());
            return row;
        }
    }

    @Override
    public void run(Call call) {
        boolean continues = call.exchange().header("cont-yn").equalsIgnoreCase("Y");
        var request = new PageRequest(call.apiId() + call.text("qry_tp") + call.text("dmst_stex_tp"),
            continues ? call.exchange().header("next-key") : "", ROWS_PER_PAGE);
        call.read(engine, view -> read(view, call.accountId(), request), account -> account.page.ifPresentOrElse(
            page -> answer(call, account, page), () -> call.error("1517", "next-key", OrderPages.BAD_KEY)));
    }

    private Account read(BrokerageView view, int accountId, PageRequest request) {
        var account = new Account();
        account.cashWon = view.cashWon(accountId);
        account.page = pager.read(view, accountId, request, slot -> account.add(HoldingRow.read(view, accountId, slot)));
        return account;
    }

    private static void answer(Call call, Account account, Page<HoldingRow> page) {
        HoldingRow.RateSpelling rate = call.mock() ? (body, field, hundredths) -> body.text(field, padded(hundredths))
            : (body, field, hundredths) -> body.decimal(field, hundredths, Rates.DECIMALS);
        ResponseBody answer = call.newAnswer()
            .number("tot_pur_amt", account.purchaseWon)
            .number("tot_evlt_amt", account.valueWon)
            .number("tot_evlt_pl", account.profitWon)
            // Doubt: with holdings, whether the broker takes the costs of a sale off; without any, cash alone was seen.
            .number("prsm_dpst_aset_amt", Math.addExact(account.cashWon, account.valueWon));
        rate.set(answer, "tot_prft_rt", Rates.hundredths(account.profitWon, account.purchaseWon));
        DeclaredConstants.fill(answer, "kt00018", "");
        for (HoldingRow row : page.rows()) {
            ResponseBody out = answer.row(LIST);
            row.fill(out, account.purchaseWon, rate);
            DeclaredConstants.fill(out, "kt00018", LIST);
        }
        call.answer(answer, message(call, page.rows().isEmpty()), page.nextKey());
    }

    /** A rate as the mock host writes it: twelve characters with leading zeros, a minus in the first place. */
    static String padded(long hundredths) {
        String digits = KoreanTime.digits(Math.abs(hundredths), Rates.DECIMALS + 1);
        int point = digits.length() - Rates.DECIMALS;
        String text = digits.substring(0, point) + '.' + digits.substring(point);
        String sign = hundredths < 0 ? "-" : "";
        return sign + "0".repeat(Math.max(0, RATE_WIDTH - sign.length() - text.length())) + text;
    }

    /** Both mock texts and the first live one were seen; the live one of an empty account follows its mock twin. */
    private static String message(Call call, boolean empty) {
        if (call.mock()) {
            return empty ? "모의투자 해당조회내역이 없습니다." : "모의투자 조회완료";
        }
        return empty ? "해당조회내역이 없습니다." : "조회가 완료되었습니다";
    }
}
