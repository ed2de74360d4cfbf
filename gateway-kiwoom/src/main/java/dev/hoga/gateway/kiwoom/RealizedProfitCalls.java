package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.AccountDay;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.Rates;
import dev.hoga.history.History;
import dev.hoga.history.PastDay;
import dev.hoga.history.PastSale;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * ka10072, ka10073, ka10074 and ka10077: realised profit. A row is what was sold of a stock on a date, for cash or of one loan date:
 * what came in, less what it had cost, the commissions of both sides, the tax and the loan's interest, so that a holding's profit in
 * kt00018 is what its sale at that price realises. The newest first; the trading date's sales come from the core, others from history.
 */
final class RealizedProfitCalls {
    /** Rows of a page. Doubt: the broker's own number is not known. */
    static final int ROWS_PER_PAGE = 100;
    /** The most dates that one ka10074 adds up: forty years of them. */
    private static final int MOST_DAYS = 10_000;
    private static final String STOCK = "stk_cd";
    private static final String FROM = "strt_dt";

    private final Engine engine;
    private final History history;
    private final PageKeys pageKeys;

    RealizedProfitCalls(Engine engine, History history, PageKeys pageKeys) {
        this.engine = engine;
        this.history = history;
        this.pageKeys = pageKeys;
    }

    /** A page of sales. @param badKey whether the client's key was none of ours */
    private record Page(AccountDay today, boolean badKey, List<PastSale> rows, String nextKey) {
    }

    /** What the page is shown with. */
    private record Shown(Page page, StockNames names, long withdrawableWon) {
    }

    /** Spells a page. */
    private interface Spelling {
        ResponseBody of(Call call, Shown shown);
    }

    /** ka10072: one date. */
    void onDate(Call call) {
        OptionalInt date = RequestDate.of(call, FROM);
        if (date.isPresent()) {
            list(call, date.getAsInt(), date.getAsInt(), (to, shown) -> {
                ResponseBody answer = to.newAnswer();
                for (PastSale sale : shown.page.rows) {
                    row(answer.row("dt_stk_div_rlzt_pl"), sale, shown)
                        .text("stk_cd_1", sale.code())
                        .text("tdy_sel_pl_1", Long.toString(sale.profitWon()));
                }
                return answer;
            });
        }
    }

    /** ka10073: a period. */
    void inPeriod(Call call) {
        period(call, (from, to) -> list(call, from, to, (caller, shown) -> {
            ResponseBody answer = caller.newAnswer();
            for (PastSale sale : shown.page.rows) {
                row(answer.row("dt_stk_rlzt_pl"), sale, shown)
                    .text("dt", KoreanTime.date(sale.date()))
                    .number("tdy_htssel_cmsn", sale.commissionWon());
            }
            return answer;
        }));
    }

    private interface Period {
        void run(int from, int to);
    }

    private static void period(Call call, Period then) {
        OptionalInt from = RequestDate.of(call, FROM);
        OptionalInt to = from.isEmpty() ? OptionalInt.empty() : RequestDate.of(call, "end_dt");
        if (to.isPresent()) {
            then.run(from.getAsInt(), to.getAsInt());
        }
    }

    private static ResponseBody row(ResponseBody out, PastSale sale, Shown shown) {
        boolean cash = sale.loanDate() == 0;
        return sale(out, sale, shown)
            .number("wthd_alowa", shown.withdrawableWon)
            .text("loan_dt", cash ? "" : KoreanTime.date(sale.loanDate()))
            .text("crd_tp", cash ? "현금잔고" : "융자잔고");
    }

    /** What rows of ka10077 have as well. */
    private static ResponseBody sale(ResponseBody out, PastSale sale, Shown shown) {
        return out.text("stk_nm", shown.names.of(sale.code()))
            .number("cntr_qty", sale.qtyShares())
            .number("buy_uv", sale.costWon() / sale.qtyShares())
            .number("cntr_pric", sale.amountWon() / sale.qtyShares())
            .number("tdy_sel_pl", sale.profitWon())
            .decimal("pl_rt", Rates.hundredths(sale.profitWon(), sale.costWon()), Rates.DECIMALS)
            .text(STOCK, sale.code())
            .number("tdy_trde_cmsn", sale.commissionsWon())
            .number("tdy_trde_tax", sale.taxWon());
    }

    /** ka10077: the trading date's sales of a stock. */
    void today(Call call) {
        list(call, 0, Integer.MAX_VALUE, true, (to, shown) -> {
            ResponseBody answer = to.newAnswer().number("tdy_rlzt_pl",
                of(shown.page.today, 0, Integer.MAX_VALUE, to.text(STOCK)).stream().mapToLong(PastSale::profitWon).sum());
            shown.page.rows.forEach(sale -> sale(answer.row("tdy_rlzt_pl_dtl"), sale, shown));
            return answer;
        });
    }

    private static List<PastSale> of(AccountDay today, int from, int to, String code) {
        return today.date() < from || today.date() > to ? List.of()
            : today.sales().stream().filter(sale -> code.isEmpty() || sale.code().equals(code)).toList();
    }

    // -- pages of sales --------------------------------------------------------------------------------------------------

    private void list(Call call, int from, int to, Spelling spelling) {
        list(call, from, to, false, spelling);
    }

    private void list(Call call, int from, int to, boolean todayAlone, Spelling spelling) {
        String query = String.join(" ", call.apiId(), Integer.toString(from), Integer.toString(to), call.text(STOCK));
        call.read(engine, view -> AccountDay.read(view, call.accountId()),
            today -> call.await(page(call, today, query, from, to, todayAlone), page -> {
                if (page.badKey) {
                    call.refusePageKey();
                } else {
                    call.read(engine, view -> show(view, call.accountId(), page),
                        shown -> call.answer(spelling.of(call, shown), OpenOrdersCall.MESSAGE, page.nextKey));
                }
            }));
    }

    private static Shown show(BrokerageView view, int accountId, Page page) {
        return new Shown(page, StockNames.read(view, page.rows.stream().map(PastSale::code).toList()), view.withdrawableWon(accountId));
    }

    /**
     * The trading date's sales come first; a key tells how many of them are over, counted from -1 down, or the entry of the last one that
     * history told of.
     */
    private CompletableFuture<Page> page(Call call, AccountDay today, String query, int from, int to, boolean todayAlone) {
        String key = call.pageKey();
        OptionalLong last = key.isEmpty() ? OptionalLong.of(0) : pageKeys.open(call.accountId(), today.date(), query, key);
        if (last.isEmpty()) {
            return CompletableFuture.completedFuture(new Page(today, true, List.of(), ""));
        }
        long after = last.getAsLong();
        boolean begun = after > 0;
        List<PastSale> now = begun ? List.of() : of(today, from, to, call.text(STOCK));
        int over = begun ? 0 : (int) -after;
        var rows = new ArrayList<>(now.subList(Math.min(over, now.size()), now.size()));
        int more = ROWS_PER_PAGE + 1 - rows.size();
        CompletableFuture<List<PastSale>> past = todayAlone || more <= 0 || from >= today.date()
            ? CompletableFuture.completedFuture(List.of())
            : history.sales(today.accountNumber(), from, Math.min(to, today.date() - 1), call.text(STOCK),
                begun ? after - 1 : Long.MAX_VALUE, more, today.entriesBefore());
        return past.thenApply(found -> {
            rows.addAll(found);
            if (rows.size() <= ROWS_PER_PAGE) {
                return new Page(today, false, rows, "");
            }
            List<PastSale> page = rows.subList(0, ROWS_PER_PAGE);
            PastSale end = page.getLast();
            long place = end.date() == today.date() ? -(over + ROWS_PER_PAGE) : end.entry() + 1;
            return new Page(today, false, page, pageKeys.seal(call.accountId(), today.date(), query, place));
        });
    }

    // -- ka10074 -------------------------------------------------------------------------------------------------------

    /** What each date came to, and the sums over all of them on every page. */
    void byDay(Call call) {
        period(call, (from, to) -> call.read(engine, view -> AccountDay.read(view, call.accountId()), today -> {
            CompletableFuture<List<PastDay>> past = from >= today.date() ? CompletableFuture.completedFuture(List.of())
                : history.days(today.accountNumber(), from, Math.min(to, today.date() - 1), MOST_DAYS, today.entriesBefore());
            call.await(past, found -> {
                var days = new ArrayList<PastDay>();
                if (from <= today.date() && to >= today.date() && !(today.purchases().isEmpty() && today.sales().isEmpty())) {
                    days.add(today.total());
                }
                days.addAll(found);
                answerDays(call, today.date(), days);
            });
        }));
    }

    private void answerDays(Call call, int tradingDate, List<PastDay> days) {
        String query = String.join(" ", call.apiId(), call.text(FROM), call.text("end_dt"));
        String key = call.pageKey();
        OptionalLong after = key.isEmpty() ? OptionalLong.of(Long.MAX_VALUE) : pageKeys.open(call.accountId(), tradingDate, query, key);
        if (after.isEmpty()) {
            call.refusePageKey();
            return;
        }
        List<PastDay> rest = days.stream().filter(day -> day.date() < after.getAsLong()).toList();
        List<PastDay> page = rest.subList(0, Math.min(ROWS_PER_PAGE, rest.size()));
        ResponseBody answer = call.newAnswer()
            .number("tot_buy_amt", days.stream().mapToLong(PastDay::boughtWon).sum())
            .number("tot_sell_amt", days.stream().mapToLong(PastDay::soldWon).sum())
            .number("rlzt_pl", days.stream().mapToLong(PastDay::profitWon).sum())
            .number("trde_cmsn", days.stream().mapToLong(PastDay::commissionWon).sum())
            .number("trde_tax", days.stream().mapToLong(PastDay::taxWon).sum());
        for (PastDay day : page) {
            answer.row("dt_rlzt_pl").text("dt", KoreanTime.date(day.date()))
                .number("buy_amt", day.boughtWon())
                .number("sell_amt", day.soldWon())
                .number("tdy_sel_pl", day.profitWon())
                .number("tdy_trde_cmsn", day.commissionWon())
                .number("tdy_trde_tax", day.taxWon());
        }
        String nextKey = rest.size() > page.size() ? pageKeys.seal(call.accountId(), tradingDate, query, page.getLast().date()) : "";
        call.answer(answer, OpenOrdersCall.MESSAGE, nextKey);
    }
}
