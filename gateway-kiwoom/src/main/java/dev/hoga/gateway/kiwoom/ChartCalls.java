package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ViolationKind;
import dev.hoga.core.Bars;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.BarPeriod;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Ladder;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import dev.hoga.gateway.RecentTrades;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * ka10079, ka10080, ka10081 to ka10083, ka10094 and ka10005: bars of trades and minutes of the trading date, and of days, weeks, months and
 * years, the newest first. A key for the next page says where the last one ended, so bars that have come meanwhile shift nothing.
 */
final class ChartCalls {
    /** Rows of a page. Doubt: what clients tell of, not the document. */
    static final int BARS_PER_PAGE = 900;
    static final int DAYS_PER_PAGE = 600;
    /** Rows of a page of ka10005. Our own: the broker's number is not known. */
    static final int HISTORY_PER_PAGE = 100;

    /** Rows of a page of ka10003. Our own, too. */
    static final int FILLS_PER_PAGE = 100;
    /** As many days as the market can tell of. */
    private static final int MOST_DAYS = 2_048;

    private static final Set<Integer> TRADES_A_BAR = Set.of(1, 3, 5, 10, 30);
    private static final Set<Integer> MINUTES_A_BAR = Set.of(1, 3, 5, 10, 15, 30, 45, 60);
    private static final int NOT_ONE = -1;
    private static final long MILLION = 1_000_000;

    private final Engine engine;
    private final PageKeys pageKeys;

    ChartCalls(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        this.pageKeys = pageKeys;
    }

    /** Copies bars of an instrument that stand below a place. */
    @FunctionalInterface
    private interface Copy {
        void bars(BrokerageView view, int id, int below, Bars out);
    }

    /** What a request came to. */
    private sealed interface Outcome {
        record UnknownStock() implements Outcome {
        }

        record ForeignKey() implements Outcome {
        }

        /** @param rows the bars shown; there may be one more, which tells that there is another page */
        record Page(QuoteFacts facts, Bars bars, int rows, long tradesToday, String nextKey) implements Outcome {
        }
    }

    /** ka10079. */
    void trades(Call call) {
        int each = scope(call, TRADES_A_BAR);
        if (each != NOT_ONE) {
            page(call, BARS_PER_PAGE, Integer.MAX_VALUE, (view, id, below, out) -> view.copyTradeBars(id, each, below, out), page -> {
                ResponseBody answer = call.newAnswer().text("stk_cd", call.text("stk_cd"))
                    .number("last_tic_cnt", page.rows == 0 ? 0 : Math.min(each, page.tradesToday - page.bars.place(0)));
                for (int bar = 0; bar < page.rows; bar++) {
                    ResponseBody row = bar(answer.row("stk_tic_chart_qry"), page, bar);
                    prices(row.text("cntr_tm", KoreanTime.dateTime(page.bars.timeMs(bar))), page.bars, bar);
                }
                return answer;
            });
        }
    }

    /** ka10080. Minutes of past days are not kept: asked for up to one of them, there are none. */
    void minutes(Call call) {
        int each = scope(call, MINUTES_A_BAR);
        int day = call.text("base_dt").isEmpty() ? Integer.MAX_VALUE - 1 : date(call);
        if (each != NOT_ONE && day != NOT_ONE) {
            Copy copy = (view, id, below, out) -> {
                if (day >= view.tradingDate()) {
                    view.copyMinuteBars(id, each, below, out);
                }
            };
            page(call, BARS_PER_PAGE, Integer.MAX_VALUE, copy, page -> {
                ResponseBody answer = call.newAnswer().text("stk_cd", call.text("stk_cd"));
                for (int bar = 0; bar < page.rows; bar++) {
                    ResponseBody row = bar(answer.row("stk_min_pole_chart_qry"), page, bar);
                    signedPrices(row.text("cntr_tm", KoreanTime.dateTime(page.bars.timeMs(bar))), page.bars, bar);
                }
                return answer;
            });
        }
    }

    /** ka10081. */
    void days(Call call) {
        int day = date(call);
        if (day != NOT_ONE) {
            page(call, DAYS_PER_PAGE, day + 1, BrokerageView::copyDayBars, page -> {
                ResponseBody answer = call.newAnswer().text("stk_cd", call.text("stk_cd"));
                for (int bar = 0; bar < page.rows; bar++) {
                    ResponseBody row = bar(answer.row("stk_dt_pole_chart_qry"), page, bar);
                    prices(row, page.bars, bar);
                    row.number("trde_prica", page.bars.turnoverWon(bar) / MILLION)
                        .text("dt", KoreanTime.date(page.bars.place(bar)))
                        .decimal("trde_tern_rt", Rates.hundredths(page.bars.volumeShares(bar), page.facts.listedShares()),
                            Rates.DECIMALS);
                }
                return answer;
            });
        }
    }

    /** ka10082. */
    void weeks(Call call) {
        periods(call, BarPeriod.WEEK, "stk_stk_pole_chart_qry");
    }

    /** ka10083. */
    void months(Call call) {
        periods(call, BarPeriod.MONTH, "stk_mth_pole_chart_qry");
    }

    /** ka10094, which has no changes. */
    void years(Call call) {
        periods(call, BarPeriod.YEAR, "stk_yr_pole_chart_qry");
    }

    /** Longer bars are dated by their first day, and tell their turnover in won. */
    private void periods(Call call, BarPeriod period, String list) {
        int day = date(call);
        if (day == NOT_ONE) {
            return;
        }
        Copy copy = (view, id, below, out) -> {
            var days = new Bars(MOST_DAYS);
            view.copyDayBars(id, day + 1, days);
            period.merge(days, below, out);
        };
        page(call, DAYS_PER_PAGE, Integer.MAX_VALUE, copy, page -> {
            ResponseBody answer = call.newAnswer().text("stk_cd", call.text("stk_cd"));
            for (int bar = 0; bar < page.rows; bar++) {
                ResponseBody row = answer.row(list);
                prices(row, page.bars, bar);
                row.number("trde_prica", page.bars.turnoverWon(bar)).text("dt", KoreanTime.date(page.bars.place(bar)));
                if (period == BarPeriod.YEAR) {
                    row.number("trde_qty", page.bars.volumeShares(bar));
                } else {
                    bar(row, page, bar).decimal("trde_tern_rt",
                        Rates.hundredths(page.bars.volumeShares(bar), page.facts.listedShares()), Rates.DECIMALS);
                }
            }
            return answer;
        });
    }

    /** ka10003: single trades of the trading date. The best prices are those of now, because a trade's own are not kept. */
    void fills(Call call) {
        String key = call.pageKey();
        String query = call.apiId() + ' ' + call.text("stk_cd");
        call.read(engine, view -> readFills(view, call, query, key), found -> {
            switch (found) {
                case Fills.UnknownStock() -> call.error("1902", call.text("stk_cd"));
                case Fills.ForeignKey() -> call.refusePageKey();
                case Fills.Page page -> answerFills(call, page);
            }
        });
    }

    /** What ka10003 came to. */
    private sealed interface Fills {
        record UnknownStock() implements Fills {
        }

        record ForeignKey() implements Fills {
        }

        record Page(QuoteFacts facts, long askWon, long bidWon, List<RecentTrades.Trade> trades, String nextKey) implements Fills {
        }
    }

    private Fills readFills(BrokerageView view, Call call, String query, String key) {
        int id = StockCode.quoted(view, call.text("stk_cd"));
        if (id < 0) {
            return new Fills.UnknownStock();
        }
        OptionalLong below =
            key.isEmpty() ? OptionalLong.of(Integer.MAX_VALUE) : pageKeys.open(call.accountId(), view.tradingDate(), query, key);
        if (below.isEmpty()) {
            return new Fills.ForeignKey();
        }
        List<RecentTrades.Trade> trades = RecentTrades.read(view, id, (int) below.getAsLong(), FILLS_PER_PAGE + 1);
        boolean more = trades.size() > FILLS_PER_PAGE;
        List<RecentTrades.Trade> page = more ? trades.subList(0, FILLS_PER_PAGE) : trades;
        return new Fills.Page(QuoteFacts.read(view, id), Ladder.read(view, id, Side.SELL).pricesWon()[0],
            Ladder.read(view, id, Side.BUY).pricesWon()[0], page,
            more ? pageKeys.seal(call.accountId(), view.tradingDate(), query, page.getLast().place()) : "");
    }

    private static void answerFills(Call call, Fills.Page page) {
        ResponseBody answer = call.newAnswer();
        long baseWon = page.facts.baseWon();
        for (RecentTrades.Trade trade : page.trades) {
            long changeWon = trade.priceWon() - baseWon;
            ResponseBody row = answer.row("cntr_infr");
            StockInfoCall.price(row, "cur_prc", trade.priceWon(), baseWon);
            StockInfoCall.price(row, "pri_sel_bid_unit", page.askWon, baseWon);
            StockInfoCall.price(row, "pri_buy_bid_unit", page.bidWon, baseWon);
            row.text("tm", KoreanTime.time(trade.timeMs()))
                .number("pred_pre", changeWon)
                .decimal("pre_rt", Rates.hundredths(changeWon, baseWon), Rates.DECIMALS)
                .number("cntr_trde_qty", trade.signedShares())
                .text("sign", page.facts.signOf(trade.priceWon()))
                .number("acc_trde_qty", trade.volumeShares())
                .number("acc_trde_prica", trade.turnoverWon())
                .decimal("cntr_str", trade.takers().strengthHundredths(), Rates.DECIMALS)
                .text("stex_tp", "KRX");
        }
        call.answer(answer, Call.OK_MESSAGE, page.nextKey);
    }

    /** ka10005, days without a beginning of their own. */
    void history(Call call) {
        page(call, HISTORY_PER_PAGE, Integer.MAX_VALUE, BrokerageView::copyDayBars, page -> {
            ResponseBody answer = call.newAnswer();
            for (int bar = 0; bar < page.rows; bar++) {
                ResponseBody row = answer.row("stk_ddwkmm");
                DeclaredConstants.fill(row, "ka10005", "stk_ddwkmm");
                Bars bars = page.bars;
                long baseWon = bars.baseWon(bar);
                StockInfoCall.price(row, "open_pric", bars.openWon(bar), baseWon);
                StockInfoCall.price(row, "high_pric", bars.highWon(bar), baseWon);
                StockInfoCall.price(row, "low_pric", bars.lowWon(bar), baseWon);
                StockInfoCall.price(row, "close_pric", bars.closeWon(bar), baseWon);
                row.text("date", KoreanTime.date(bars.place(bar)))
                    .number("pre", bars.closeWon(bar) - baseWon)
                    .decimal("flu_rt", Rates.hundredths(bars.closeWon(bar) - baseWon, baseWon), Rates.DECIMALS)
                    .number("trde_qty", bars.volumeShares(bar))
                    .number("trde_prica", bars.turnoverWon(bar) / MILLION);
            }
            return answer;
        });
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

    /** The day asked for, or {@link #NOT_ONE} where that was answered with an error. */
    private static int date(Call call) {
        return RequestDate.of(call, "base_dt").orElse(NOT_ONE);
    }

    private void page(Call call, int rowsPerPage, int below, Copy copy, Function<Outcome.Page, ResponseBody> spell) {
        String key = call.pageKey();
        String query = call.apiId() + ' ' + call.text("stk_cd") + ' ' + call.text("tic_scope") + ' ' + call.text("base_dt");
        call.read(engine, view -> read(view, call, query, key, rowsPerPage, below, copy), outcome -> {
            switch (outcome) {
                case Outcome.UnknownStock() -> call.error("1902", call.text("stk_cd"));
                case Outcome.ForeignKey() -> call.refusePageKey();
                case Outcome.Page page -> call.answer(spell.apply(page), Call.OK_MESSAGE, page.nextKey);
            }
        });
    }

    private Outcome read(BrokerageView view, Call call, String query, String key, int rowsPerPage, int below, Copy copy) {
        int id = StockCode.quoted(view, call.text("stk_cd"));
        if (id < 0) {
            return new Outcome.UnknownStock();
        }
        OptionalLong last = key.isEmpty() ? OptionalLong.of(below) : pageKeys.open(call.accountId(), view.tradingDate(), query, key);
        if (last.isEmpty()) {
            return new Outcome.ForeignKey();
        }
        var bars = new Bars(rowsPerPage + 1);
        copy.bars(view, id, (int) last.getAsLong(), bars);
        int rows = Math.min(rowsPerPage, bars.count());
        String nextKey = bars.count() > rows ? pageKeys.seal(call.accountId(), view.tradingDate(), query, bars.place(rows - 1)) : "";
        var newest = new Bars(1);
        view.copyTradeBars(id, 1, Integer.MAX_VALUE, newest);
        return new Outcome.Page(QuoteFacts.read(view, id), bars, rows, newest.count() == 0 ? 0 : newest.place(0) + 1, nextKey);
    }

    /** What bars of every kind show. */
    private static ResponseBody bar(ResponseBody row, Outcome.Page page, int bar) {
        Bars bars = page.bars;
        long baseWon = bars.baseWon(bar);
        return row.number("trde_qty", bars.volumeShares(bar))
            .number("pred_pre", bars.closeWon(bar) - baseWon)
            .text("pred_pre_sig", sign(page.facts, bars.closeWon(bar), baseWon));
    }

    private static void prices(ResponseBody row, Bars bars, int bar) {
        row.number("cur_prc", bars.closeWon(bar)).number("open_pric", bars.openWon(bar)).number("high_pric", bars.highWon(bar))
            .number("low_pric", bars.lowWon(bar));
    }

    /** The same where the sign of a price is its direction against the base price of its day. */
    private static void signedPrices(ResponseBody row, Bars bars, int bar) {
        long baseWon = bars.baseWon(bar);
        StockInfoCall.price(row, "cur_prc", bars.closeWon(bar), baseWon);
        StockInfoCall.price(row, "open_pric", bars.openWon(bar), baseWon);
        StockInfoCall.price(row, "high_pric", bars.highWon(bar), baseWon);
        StockInfoCall.price(row, "low_pric", bars.lowWon(bar), baseWon);
    }

    /** 1 upper limit, 2 up, 3 unchanged, 4 lower limit, 5 down; the limits are those of the trading date. */
    private static String sign(QuoteFacts facts, long closeWon, long baseWon) {
        if (closeWon == baseWon) {
            return "3";
        }
        boolean today = baseWon == facts.baseWon();
        if (closeWon > baseWon) {
            return today && closeWon == facts.upperWon() ? "1" : "2";
        }
        return today && closeWon == facts.lowerWon() ? "4" : "5";
    }
}
