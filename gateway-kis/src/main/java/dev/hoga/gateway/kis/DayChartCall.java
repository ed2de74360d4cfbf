package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.Bars;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.BarPeriod;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Ladder;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;

/** inquire-daily-itemchartprice: bars of days, weeks, months or years between two days, the newest first. */
final class DayChartCall implements TrCall {
    /** Official. */
    static final int ROWS = 100;

    /** As many days as the market can tell of. */
    private static final int DAYS = 1_024;

    private final QuoteCall quotes;

    DayChartCall(Engine engine) {
        quotes = new QuoteCall(engine);
    }

    private record Chart(QuoteFacts facts, long askWon, long bidWon, int tradingDate, Bars days) {

        static Chart read(BrokerageView view, int id) {
            var days = new Bars(DAYS);
            view.copyDayBars(id, Integer.MAX_VALUE, days);
            return new Chart(QuoteFacts.read(view, id), Ladder.read(view, id, Side.SELL).pricesWon()[0],
                Ladder.read(view, id, Side.BUY).pricesWon()[0], view.tradingDate(), days);
        }

        /** The newest day before the trading date; there may be none. */
        int previousDay() {
            int bar = 0;
            while (bar < days.count() && days.place(bar) >= tradingDate) {
                bar++;
            }
            return bar;
        }
    }

    @Override
    public void run(Call call) {
        quotes.read(call, Chart::read, chart -> {
            ResponseBody answer = call.newAnswer();
            summary(DeclaredConstants.fill(answer.object("output1"), call, "output1"), call, chart);
            rows(answer, call, chart);
            call.answer(answer, Message.QUOTE);
        });
    }

    private static void summary(ResponseBody out, Call call, Chart chart) {
        QuoteFacts facts = chart.facts;
        int previous = chart.previousDay();
        boolean known = previous < chart.days.count();
        out.number("prdy_vrss", facts.changeWon())
            .text("prdy_vrss_sign", facts.changeSign())
            .decimal("prdy_ctrt", Rates.hundredths(facts.changeWon(), facts.baseWon()), Rates.DECIMALS)
            .number("stck_prdy_clpr", facts.baseWon())
            .number("acml_vol", facts.volumeShares())
            .number("acml_tr_pbmn", facts.turnoverWon())
            .text("hts_kor_isnm", facts.name())
            .number("stck_prpr", facts.lastWon())
            .text("stck_shrn_iscd", call.text("FID_INPUT_ISCD"))
            .number("prdy_vol", facts.previousVolumeShares())
            .number("stck_mxpr", facts.upperWon())
            .number("stck_llam", facts.lowerWon())
            .number("stck_oprc", facts.openWon())
            .number("stck_hgpr", facts.highWon())
            .number("stck_lwpr", facts.lowWon())
            .number("stck_prdy_oprc", known ? chart.days.openWon(previous) : 0)
            .number("stck_prdy_hgpr", known ? chart.days.highWon(previous) : 0)
            .number("stck_prdy_lwpr", known ? chart.days.lowWon(previous) : 0)
            .number("askp", chart.askWon)
            .number("bidp", chart.bidWon)
            .number("prdy_vrss_vol", facts.volumeShares() - facts.previousVolumeShares())
            .decimal("vol_tnrt", Rates.hundredths(facts.volumeShares(), facts.listedShares()), Rates.DECIMALS)
            .number("stck_fcam", facts.parWon())
            .number("lstn_stcn", facts.listedShares())
            .number("cpfn", facts.capital())
            .number("hts_avls", facts.marketCap());
    }

    /** Longer bars are dated by their last day. */
    private static void rows(ResponseBody answer, Call call, Chart chart) {
        String from = call.text("FID_INPUT_DATE_1");
        String to = call.text("FID_INPUT_DATE_2");
        BarPeriod period = switch (call.text("FID_PERIOD_DIV_CODE")) {
            case "W" -> BarPeriod.WEEK;
            case "M" -> BarPeriod.MONTH;
            case "Y" -> BarPeriod.YEAR;
            default -> BarPeriod.DAY;
        };
        var bars = new Bars(DAYS);
        period.merge(chart.days, Integer.MAX_VALUE, bars);
        int rows = 0;
        for (int bar = 0; bar < bars.count() && rows < ROWS; bar++) {
            String date = KoreanTime.dateOf(bars.timeMs(bar));
            if (from.compareTo(date) <= 0 && (to.isEmpty() || to.compareTo(date) >= 0)) {
                row(DeclaredConstants.fill(answer.row("output2"), call, "output2"), date, bars, bar);
                rows++;
            }
        }
    }

    private static void row(ResponseBody out, String date, Bars bars, int bar) {
        long changeWon = bars.closeWon(bar) - bars.baseWon(bar);
        out.text("stck_bsop_date", date)
            .number("stck_clpr", bars.closeWon(bar))
            .number("stck_oprc", bars.openWon(bar))
            .number("stck_hgpr", bars.highWon(bar))
            .number("stck_lwpr", bars.lowWon(bar))
            .number("acml_vol", bars.volumeShares(bar))
            .number("acml_tr_pbmn", bars.turnoverWon(bar))
            .text("mod_yn", bars.openWon(bar) == 0 ? "Y" : "N")
            .text("prdy_vrss_sign", changeWon == 0 ? "3" : changeWon > 0 ? "2" : "5")
            .number("prdy_vrss", changeWon);
    }
}
