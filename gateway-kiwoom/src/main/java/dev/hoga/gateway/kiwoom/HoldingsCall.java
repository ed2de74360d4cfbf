package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.Rates;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

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
    private final PageKeys pageKeys;

    HoldingsCall(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        this.pageKeys = pageKeys;
    }

    /** @param lastSlot the last listed holding where there are more behind it, else -1 */
    private record Page(List<HoldingRow> rows, long purchaseWon, long valueWon, long profitWon, long cashWon, int lastSlot,
        int tradingDate, boolean badKey) {
    }

    @Override
    public void run(Call call) {
        String query = call.apiId() + call.text("qry_tp") + call.text("dmst_stex_tp");
        boolean continues = call.exchange().header("cont-yn").equalsIgnoreCase("Y");
        String key = continues ? call.exchange().header("next-key") : "";
        call.read(engine, view -> read(view, call.accountId(), query, key), page -> answer(call, query, page));
    }

    /** One walk over all holdings, of which an account has at most one for each instrument, because the totals need them all. */
    private Page read(BrokerageView view, int accountId, String query, String key) {
        OptionalInt after = key.isEmpty() ? OptionalInt.of(-1) : pageKeys.open(accountId, view.tradingDate(), query, key);
        boolean begun = after.isPresent() && after.getAsInt() < 0;
        var rows = new ArrayList<HoldingRow>();
        long purchaseWon = 0;
        long valueWon = 0;
        long profitWon = 0;
        int lastSlot = -1;
        int slot = view.firstHolding(accountId);
        while (slot >= 0) {
            if (view.heldShares(slot) > 0) {
                HoldingRow row = HoldingRow.read(view, accountId, slot);
                purchaseWon = Math.addExact(purchaseWon, row.purchaseWon());
                valueWon = Math.addExact(valueWon, row.valueWon());
                profitWon = Math.addExact(profitWon, row.profitWon());
                if (begun && rows.size() < ROWS_PER_PAGE) {
                    rows.add(row);
                } else if (begun) {
                    lastSlot = rows.getLast().slot();
                }
            }
            begun |= after.isPresent() && slot == after.getAsInt();
            slot = view.nextHolding(slot);
        }
        return new Page(rows, purchaseWon, valueWon, profitWon, view.cashWon(accountId), lastSlot,
            view.tradingDate(), !begun && !key.isEmpty());
    }

    private void answer(Call call, String query, Page page) {
        if (page.badKey) {
            call.error("1517", "next-key", OrderPages.BAD_KEY);
            return;
        }
        HoldingRow.RateSpelling rate = call.mock() ? (body, field, hundredths) -> body.text(field, padded(hundredths))
            : (body, field, hundredths) -> body.decimal(field, hundredths, Rates.DECIMALS);
        ResponseBody answer = call.newAnswer()
            .number("tot_pur_amt", page.purchaseWon)
            .number("tot_evlt_amt", page.valueWon)
            .number("tot_evlt_pl", page.profitWon)
            // Doubt: with holdings, whether the broker takes the costs of a sale off; without any, cash alone was seen.
            .number("prsm_dpst_aset_amt", Math.addExact(page.cashWon, page.valueWon));
        rate.set(answer, "tot_prft_rt", Rates.hundredths(page.profitWon, page.purchaseWon));
        DeclaredConstants.fill(answer, "kt00018", "");
        for (HoldingRow row : page.rows) {
            ResponseBody out = answer.row(LIST);
            row.fill(out, page.purchaseWon, rate);
            DeclaredConstants.fill(out, "kt00018", LIST);
        }
        String nextKey = page.lastSlot < 0 ? "" : pageKeys.seal(call.accountId(), page.tradingDate, query, page.lastSlot);
        call.answer(answer, message(call, page.rows.isEmpty()), nextKey);
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
