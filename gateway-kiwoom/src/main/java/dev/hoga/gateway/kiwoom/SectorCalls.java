package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ViolationKind;
import dev.hoga.core.Bars;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.IndexScope;
import dev.hoga.core.Market;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.IndexFacts;
import dev.hoga.gateway.InstrumentFacts;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.LevelRange;
import dev.hoga.gateway.Members;
import dev.hoga.gateway.PageKeys;
import dev.hoga.gateway.Rates;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * ka20001, ka20002 and ka20006: an index now, its stocks, its days; ka10101 and ka10102: the lists of sectors and of the exchange's
 * members. The market that a request names beside the sector's code decides nothing.
 */
final class SectorCalls {
    /** Rows of a page. Doubt: the broker's own numbers are not known. */
    static final int STOCKS_PER_PAGE = 100;
    static final int DAYS_PER_PAGE = 600;

    private static final String SECTOR = "inds_cd";
    private static final String NEXTRADE = "2";
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int DAYS_OF_52_WEEKS = 364;
    private static final long MILLION = 1_000_000;
    private static final long THOUSAND = 1_000;

    private final Engine engine;
    private final PageKeys pageKeys;

    SectorCalls(Engine engine, PageKeys pageKeys) {
        this.engine = engine;
        this.pageKeys = pageKeys;
    }

    /** What a request came to. */
    private sealed interface Outcome<T> {
        record UnknownSector<T>() implements Outcome<T> {
        }

        record ForeignKey<T>() implements Outcome<T> {
        }

        record Found<T>(T facts, String nextKey) implements Outcome<T> {
        }
    }

    private <T> void read(Call call, BiFunction<BrokerageView, Integer, Outcome<T>> facts, Consumer<Outcome.Found<T>> then) {
        String code = call.text(SECTOR);
        call.read(engine, view -> {
            int id = view.indices().indexId(SectorCode.number(code));
            return id < 0 ? new Outcome.UnknownSector<T>() : facts.apply(view, id);
        }, outcome -> {
            switch (outcome) {
                // Doubt: the number for a sector that does not exist is not known.
                case Outcome.UnknownSector<T>() -> call.error("1517", SECTOR, ViolationKind.WRONG_FORM.reasonKo());
                case Outcome.ForeignKey<T>() -> call.refusePageKey();
                case Outcome.Found<T> found -> then.accept(found);
            }
        });
    }

    // -- ka20001 -------------------------------------------------------------------------------------------------------

    private record Sheet(IndexFacts index, LevelRange year, Bars minutes) {

        static Sheet read(BrokerageView view, int id) {
            IndexFacts index = IndexFacts.read(view, id);
            Bars days = LevelRange.room();
            view.indices().copyIndexDayBars(id, Integer.MAX_VALUE, days);
            var minutes = new Bars(MINUTES_OF_A_DAY);
            view.indices().copyIndexMinuteBars(id, 1, Integer.MAX_VALUE, minutes);
            return new Sheet(index, LevelRange.of(days, view.tradingDate() - DAYS_OF_52_WEEKS, index.level(), view.tradingDate()), minutes);
        }
    }

    /** ka20001, with the day's minutes as its rows. */
    void now(Call call) {
        if (OrderPages.refusesKey(call)) {
            return;
        }
        this.<Sheet>read(call, (view, id) -> new Outcome.Found<>(Sheet.read(view, id), ""), found -> {
            ResponseBody answer = call.newAnswer();
            IndexFacts index = found.facts.index;
            head(answer, index);
            year(answer, index, found.facts.year);
            rows(answer, index, found.facts.minutes);
            call.answer(answer, Call.OK_MESSAGE);
        });
    }

    private static void head(ResponseBody out, IndexFacts index) {
        IndexFacts.Breadth breadth = index.breadth();
        level(out, "cur_prc", index.level(), index);
        level(out, "open_pric", index.openLevel(), index);
        level(out, "high_pric", index.highLevel(), index);
        level(out, "low_pric", index.lowLevel(), index);
        out.text("pred_pre_sig", index.changeSign())
            .decimal("pred_pre", index.change(), Rates.DECIMALS)
            .decimal("flu_rt", index.changeHundredths(), Rates.DECIMALS)
            .number("trde_qty", index.volumeThousands())
            .number("trde_prica", index.turnoverMillions())
            .number("trde_frmatn_stk_num", breadth.traded())
            .decimal("trde_frmatn_rt", breadth.tradedHundredths(), Rates.DECIMALS)
            .number("upl", breadth.upperLimit())
            .number("rising", breadth.up())
            .number("stdns", breadth.unchanged())
            .number("fall", breadth.down())
            .number("lst", breadth.lowerLimit());
    }

    private static void year(ResponseBody out, IndexFacts index, LevelRange year) {
        level(out, "52wk_hgst_pric", year.high(), index);
        level(out, "52wk_lwst_pric", year.low(), index);
        out.text("52wk_hgst_pric_dt", KoreanTime.date(year.highDay()))
            .decimal("52wk_hgst_pric_pre_rt", Rates.hundredths(index.level() - year.high(), year.high()), Rates.DECIMALS)
            .text("52wk_lwst_pric_dt", KoreanTime.date(year.lowDay()))
            .decimal("52wk_lwst_pric_pre_rt", Rates.hundredths(index.level() - year.low(), year.low()), Rates.DECIMALS);
    }

    private static void rows(ResponseBody out, IndexFacts index, Bars minutes) {
        long sumShares = index.volumeShares();
        for (int bar = 0; bar < minutes.count(); bar++) {
            long level = minutes.closeWon(bar);
            ResponseBody row = out.row("inds_cur_prc_tm");
            level(row, "cur_prc_n", level, index);
            row.text("tm_n", KoreanTime.time(minutes.timeMs(bar)))
                .text("pred_pre_sig_n", IndexFacts.sign(level, index.previousLevel()))
                .decimal("pred_pre_n", level - index.previousLevel(), Rates.DECIMALS)
                .decimal("flu_rt_n", Rates.hundredths(level - index.previousLevel(), index.previousLevel()), Rates.DECIMALS)
                .number("trde_qty_n", minutes.volumeShares(bar) / THOUSAND)
                .number("acc_trde_qty_n", sumShares / THOUSAND);
            sumShares -= minutes.volumeShares(bar);
        }
    }

    private static void level(ResponseBody out, String field, long level, IndexFacts index) {
        IndexFrames.level(out, field, level, index);
    }

    // -- ka20002 -------------------------------------------------------------------------------------------------------

    /** ka20002: the stocks of an index in the order of their listing. Looks at every instrument at most once. */
    void stocks(Call call) {
        String key = call.pageKey();
        String query = call.apiId() + ' ' + call.text(SECTOR) + ' ' + call.text("stex_tp");
        boolean none = call.text("stex_tp").equals(NEXTRADE);
        this.<List<InstrumentFacts>>read(call, (view, id) -> {
            OptionalLong last = key.isEmpty() ? OptionalLong.of(-1)
                : pageKeys.open(call.accountId(), view.tradingDate(), query, key);
            return last.isEmpty() ? new Outcome.ForeignKey<>()
                : page(view, id, none ? view.instrumentCount() : (int) last.getAsLong() + 1,
                    end -> pageKeys.seal(call.accountId(), view.tradingDate(), query, end));
        }, found -> {
            ResponseBody answer = call.newAnswer();
            found.facts.forEach(stock -> stock(answer.row("inds_stkpc"), stock));
            call.answer(answer, Call.OK_MESSAGE, found.nextKey);
        });
    }

    private static Outcome<List<InstrumentFacts>> page(BrokerageView view, int index, int from, IntFunction<String> seal) {
        var stocks = new ArrayList<InstrumentFacts>();
        for (int id = from; id < view.instrumentCount(); id++) {
            if (view.indices().isMember(index, id)) {
                if (stocks.size() == STOCKS_PER_PAGE) {
                    return new Outcome.Found<>(stocks, seal.apply(stocks.getLast().id()));
                }
                stocks.add(InstrumentFacts.read(view, id));
            }
        }
        return new Outcome.Found<>(stocks, "");
    }

    private static void stock(ResponseBody out, InstrumentFacts stock) {
        long baseWon = stock.quote().baseWon();
        out.text("stk_cd", Code.text(stock.code()))
            .text("stk_nm", stock.quote().name())
            .text("pred_pre_sig", stock.quote().changeSign())
            .number("pred_pre", stock.quote().changeWon())
            .decimal("flu_rt", Rates.hundredths(stock.quote().changeWon(), baseWon), Rates.DECIMALS)
            .number("now_trde_qty", stock.quote().volumeShares());
        StockInfoCall.price(out, "cur_prc", stock.quote().lastWon(), baseWon);
        StockInfoCall.price(out, "sel_bid", stock.bestAskWon(), baseWon);
        StockInfoCall.price(out, "buy_bid", stock.bestBidWon(), baseWon);
        StockInfoCall.price(out, "open_pric", stock.quote().openWon(), baseWon);
        StockInfoCall.price(out, "high_pric", stock.quote().highWon(), baseWon);
        StockInfoCall.price(out, "low_pric", stock.quote().lowWon(), baseWon);
    }

    // -- ka20006 -------------------------------------------------------------------------------------------------------

    /** ka20006: the days of an index up to one, the newest first, levels a hundredfold. */
    void days(Call call) {
        OptionalInt day = RequestDate.of(call, "base_dt");
        if (day.isEmpty()) {
            return;
        }
        String key = call.pageKey();
        String query = call.apiId() + ' ' + call.text(SECTOR) + ' ' + call.text("base_dt");
        this.<Bars>read(call, (view, id) -> {
            OptionalLong last = key.isEmpty() ? OptionalLong.of(day.getAsInt() + 1L)
                : pageKeys.open(call.accountId(), view.tradingDate(), query, key);
            if (last.isEmpty()) {
                return new Outcome.ForeignKey<>();
            }
            var bars = new Bars(DAYS_PER_PAGE + 1);
            view.indices().copyIndexDayBars(id, (int) last.getAsLong(), bars);
            String nextKey = bars.count() <= DAYS_PER_PAGE ? ""
                : pageKeys.seal(call.accountId(), view.tradingDate(), query, bars.place(DAYS_PER_PAGE - 1));
            return new Outcome.Found<>(bars, nextKey);
        }, found -> {
            ResponseBody answer = call.newAnswer().text(SECTOR, call.text(SECTOR));
            for (int bar = 0; bar < Math.min(DAYS_PER_PAGE, found.facts.count()); bar++) {
                day(answer.row("inds_dt_pole_qry"), found.facts, bar);
            }
            call.answer(answer, Call.OK_MESSAGE, found.nextKey);
        });
    }

    private static void day(ResponseBody row, Bars bars, int bar) {
        row.decimal("cur_prc", bars.closeWon(bar), Rates.DECIMALS)
            .decimal("open_pric", bars.openWon(bar), Rates.DECIMALS)
            .decimal("high_pric", bars.highWon(bar), Rates.DECIMALS)
            .decimal("low_pric", bars.lowWon(bar), Rates.DECIMALS)
            .number("trde_qty", bars.volumeShares(bar) / THOUSAND)
            .number("trde_prica", bars.turnoverWon(bar) / MILLION)
            .text("dt", KoreanTime.date(bars.place(bar)));
    }

    // -- ka10101, ka10102 ------------------------------------------------------------------------------------------------

    /** One index on the list. @param number the exchange's */
    private record Sector(int number, String name, Market market, IndexScope scope) {

        /** As ka10101 asks for it: KOSPI 200 is a market of its own. */
        String marketCode() {
            if (scope == IndexScope.LARGE) {
                return "2";
            }
            return market == Market.KOSPI ? "0" : "1";
        }
    }

    /** ka10101. A market without indices here has an empty list. */
    void codes(Call call) {
        if (OrderPages.refusesKey(call)) {
            return;
        }
        String market = call.text("mrkt_tp");
        call.read(engine, view -> {
            var sectors = new ArrayList<Sector>();
            for (int id = 0; id < view.indices().indexCount(); id++) {
                sectors.add(new Sector(view.indices().indexNumber(id), view.indices().indexName(id), view.indices().indexMarket(id),
                    view.indices().indexScope(id)));
            }
            return sectors;
        }, sectors -> {
            ResponseBody answer = call.newAnswer();
            sectors.stream().filter(sector -> sector.marketCode().equals(market)).forEach(sector -> {
                String code = SectorCode.of(sector.number);
                answer.row("list")
                    .text("marketCode", market)
                    .text("code", code)
                    .text("name", sector.name)
                    // Guessed: the code's last two digits as a number.
                    .text("group", Integer.toString(Integer.parseInt(code.substring(1))));
            });
            call.answer(answer, Call.OK_MESSAGE);
        });
    }

    /** ka10102. Guessed: 1 marks the branch of a foreign firm. */
    static void members(Call call) {
        if (OrderPages.refusesKey(call)) {
            return;
        }
        ResponseBody answer = call.newAnswer();
        for (Members.Member member : Members.all()) {
            answer.row("list").text("code", member.code()).text("name", member.name()).text("gb", member.foreign() ? "1" : "0");
        }
        call.answer(answer, Call.OK_MESSAGE);
    }
}
