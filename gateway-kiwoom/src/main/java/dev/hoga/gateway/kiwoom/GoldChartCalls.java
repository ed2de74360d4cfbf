package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ViolationKind;
import dev.hoga.core.Bars;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Gold's charts: ka50079 and ka50091 of trades, ka50080 and ka50092 of minutes, both of the trading date, ka50081 of days, and
 * ka50012, the same days told with their changes; the newest first. And ka50100, its prices of today.
 */
final class GoldChartCalls {
    private static final Set<Integer> TRADES_A_BAR = Set.of(1, 3, 5, 10, 30);
    private static final Set<Integer> MINUTES_A_BAR = Set.of(1, 3, 5, 10, 15, 30, 45, 60);
    private static final int NOT_ONE = -1;
    private static final long MILLION = 1_000_000;
    private static final long THOUSAND = 1_000;

    private final Engine engine;
    private final PageKeys pageKeys;

    GoldChartCalls(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        this.pageKeys = pageKeys;
    }

    /** Copies bars of an instrument that stand below a place. */
    @FunctionalInterface
    private interface Copy {
        void bars(BrokerageView view, int id, int below, Bars out);
    }

    /** One bar of a page. @param volumeTo grams that were traded on the trading date up to its end, for {@code turnoverTo} won */
    private record Bar(QuoteFacts facts, Bars bars, int at, long volumeTo, long turnoverTo) {

        long changeWon() {
            return bars.closeWon(at) - bars.baseWon(at);
        }

        /** 1 upper limit, 2 up, 3 unchanged, 4 lower limit, 5 down; the limits are those of the trading date. */
        String sign() {
            boolean today = bars.baseWon(at) == facts.baseWon();
            if (changeWon() == 0) {
                return "3";
            }
            if (changeWon() > 0) {
                return today && bars.closeWon(at) == facts.upperWon() ? "1" : "2";
            }
            return today && bars.closeWon(at) == facts.lowerWon() ? "4" : "5";
        }

        void prices(ResponseBody row, String closeField) {
            row.number(closeField, bars.closeWon(at))
                .number("open_pric", bars.openWon(at))
                .number("high_pric", bars.highWon(at))
                .number("low_pric", bars.lowWon(at));
        }

        /** What bars of the trading date have beside their prices. */
        void ofToday(ResponseBody row) {
            String time = KoreanTime.dateTime(bars.timeMs(at));
            row.number("pred_pre", changeWon())
                .number("trde_qty", bars.volumeShares(at))
                .text("cntr_tm", time)
                .text("dt", time)
                .text("pred_pre_sig", sign());
        }

        void price(ResponseBody row, String field, long won) {
            StockInfoCall.price(row, field, won, bars.baseWon(at));
        }
    }

    /** ka50079. */
    void trades(Call call) {
        trades(call, "cur_prc");
    }

    /** ka50091. */
    void tradesOfToday(Call call) {
        trades(call, "cntr_pric");
    }

    private void trades(Call call, String closeField) {
        int each = scope(call, TRADES_A_BAR);
        if (each != NOT_ONE) {
            page(call, Integer.MAX_VALUE, (view, id, below, out) -> view.copyTradeBars(id, each, below, out), "gds_tic_chart_qry",
                (row, bar) -> {
                    bar.prices(row, closeField);
                    bar.ofToday(row);
                });
        }
    }

    /** ka50080. */
    void minutes(Call call) {
        minutes(call, (row, bar) -> {
            bar.prices(row, "cur_prc");
            bar.ofToday(row);
            row.number("acc_trde_qty", bar.volumeTo);
        });
    }

    /** ka50092. */
    void minutesOfToday(Call call) {
        minutes(call, (row, bar) -> {
            bar.prices(row, "cntr_pric");
            bar.ofToday(row);
            row.number("acc_trde_qty", bar.volumeTo).number("acc_trde_prica", bar.turnoverTo / MILLION);
        });
    }

    private void minutes(Call call, BiConsumer<ResponseBody, Bar> spell) {
        int each = scope(call, MINUTES_A_BAR);
        if (each != NOT_ONE) {
            page(call, Integer.MAX_VALUE, (view, id, below, out) -> view.copyMinuteBars(id, each, below, out), "gds_min_chart_qry", spell);
        }
    }

    /** ka50081. */
    void days(Call call) {
        days(call, "gds_day_chart_qry", (row, bar) -> {
            bar.prices(row, "cur_prc");
            row.number("acc_trde_qty", bar.bars.volumeShares(bar.at))
                .number("acc_trde_prica", bar.bars.turnoverWon(bar.at) / MILLION)
                .text("dt", KoreanTime.date(bar.bars.place(bar.at)))
                .text("pred_pre_sig", bar.sign());
        });
    }

    /** ka50012. */
    void trend(Call call) {
        days(call, "gold_daly_trnsn", (row, bar) -> {
            Bars bars = bar.bars;
            DeclaredConstants.fill(row, "ka50012", "gold_daly_trnsn");
            bar.price(row, "cur_prc", bars.closeWon(bar.at));
            bar.price(row, "open_pric", bars.openWon(bar.at));
            bar.price(row, "high_pric", bars.highWon(bar.at));
            bar.price(row, "low_pric", bars.lowWon(bar.at));
            row.number("pred_pre", bar.changeWon())
                .decimal("flu_rt", Rates.hundredths(bar.changeWon(), bars.baseWon(bar.at)), Rates.DECIMALS)
                .number("trde_qty", bars.volumeShares(bar.at) / THOUSAND)
                .number("acc_trde_prica", bars.turnoverWon(bar.at) / MILLION)
                .text("dt", KoreanTime.date(bars.place(bar.at)))
                .text("pre_sig", bar.sign());
        });
    }

    private void days(Call call, String list, BiConsumer<ResponseBody, Bar> spell) {
        RequestDate.of(call, "base_dt").ifPresent(day -> page(call, day + 1, BrokerageView::copyDayBars, list, spell));
    }

    /** ka50100. */
    void prices(Call call) {
        call.read(engine, view -> {
            int id = GoldCode.find(view, call.text("stk_cd"));
            return id < 0 ? Optional.<QuoteFacts>empty() : Optional.of(QuoteFacts.read(view, id));
        }, found -> found.ifPresentOrElse(quote -> {
            ResponseBody answer = call.newAnswer()
                .text("pred_pre_sig", quote.changeSign())
                .number("pred_pre", quote.changeWon())
                .decimal("flu_rt", Rates.hundredths(quote.changeWon(), quote.baseWon()), Rates.DECIMALS)
                .number("trde_qty", quote.volumeShares())
                .decimal("pred_rt", quote.volumeRatioHundredths(), Rates.DECIMALS)
                .number("pred_close_pric", quote.baseWon());
            StockInfoCall.price(answer, "open_pric", quote.openWon(), quote.baseWon());
            StockInfoCall.price(answer, "high_pric", quote.highWon(), quote.baseWon());
            StockInfoCall.price(answer, "low_pric", quote.lowWon(), quote.baseWon());
            StockInfoCall.price(answer, "upl_pric", quote.upperWon(), quote.baseWon());
            StockInfoCall.price(answer, "lst_pric", quote.lowerWon(), quote.baseWon());
            call.answer(answer, Call.OK_MESSAGE);
        }, () -> call.error("1902", call.text("stk_cd"))));
    }

    /** How many trades or minutes make a bar, or {@link #NOT_ONE} where that was answered with an error. */
    private static int scope(Call call, Set<Integer> known) {
        String text = call.text("tic_scope");
        boolean number = !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number && known.contains(Integer.parseInt(text))) {
            return Integer.parseInt(text);
        }
        call.error("1517", "tic_scope", ViolationKind.WRONG_FORM.reasonKo());
        return NOT_ONE;
    }

    /** What a request came to. */
    private sealed interface Found {
        record UnknownGold() implements Found {
        }

        record ForeignKey() implements Found {
        }

        /** @param rows the bars shown; there may be one more, which tells that there is another page */
        record Page(QuoteFacts facts, Bars bars, int rows, String nextKey) implements Found {
        }
    }

    private void page(Call call, int below, Copy copy, String list, BiConsumer<ResponseBody, Bar> spell) {
        String query = call.apiId() + ' ' + call.text("stk_cd") + ' ' + call.text("tic_scope") + ' ' + call.text("base_dt");
        call.read(engine, view -> read(view, call, query, below, copy), found -> {
            switch (found) {
                case Found.UnknownGold() -> call.error("1902", call.text("stk_cd"));
                case Found.ForeignKey() -> call.refusePageKey();
                case Found.Page page -> call.answer(spelled(call, page, list, spell), Call.OK_MESSAGE, page.nextKey);
            }
        });
    }

    private static ResponseBody spelled(Call call, Found.Page page, String list, BiConsumer<ResponseBody, Bar> spell) {
        ResponseBody answer = call.newAnswer();
        long volumeTo = page.facts.volumeShares();
        long turnoverTo = page.facts.turnoverWon();
        for (int at = 0; at < page.rows; at++) {
            spell.accept(answer.row(list), new Bar(page.facts, page.bars, at, volumeTo, turnoverTo));
            volumeTo -= page.bars.volumeShares(at);
            turnoverTo -= page.bars.turnoverWon(at);
        }
        return answer;
    }

    private Found read(BrokerageView view, Call call, String query, int below, Copy copy) {
        int id = GoldCode.find(view, call.text("stk_cd"));
        if (id < 0) {
            return new Found.UnknownGold();
        }
        String key = call.pageKey();
        OptionalLong last = key.isEmpty() ? OptionalLong.of(below) : pageKeys.open(call.accountId(), view.tradingDate(), query, key);
        if (last.isEmpty()) {
            return new Found.ForeignKey();
        }
        var bars = new Bars(ChartCalls.BARS_PER_PAGE + 1);
        copy.bars(view, id, (int) last.getAsLong(), bars);
        int rows = Math.min(ChartCalls.BARS_PER_PAGE, bars.count());
        String nextKey = bars.count() > rows ? pageKeys.seal(call.accountId(), view.tradingDate(), query, bars.place(rows - 1)) : "";
        return new Found.Page(QuoteFacts.read(view, id), bars, rows, nextKey);
    }
}
