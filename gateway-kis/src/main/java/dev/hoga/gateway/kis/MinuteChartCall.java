package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.Bars;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;

/**
 * inquire-time-itemchartprice: bars of one minute of the trading date up to a time, the newest first. Minutes of past days are
 * not kept, whatever is asked of them.
 */
final class MinuteChartCall implements TrCall {
    /** Official. */
    static final int ROWS = 30;

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int TIME_DIGITS = 6;

    private final QuoteCall quotes;

    MinuteChartCall(Engine engine) {
        quotes = new QuoteCall(engine);
    }

    private record Chart(QuoteFacts facts, int tradingDate, Bars bars) {

        static Chart read(BrokerageView view, int id) {
            var bars = new Bars(MINUTES_A_DAY);
            view.copyMinuteBars(id, 1, Integer.MAX_VALUE, bars);
            return new Chart(QuoteFacts.read(view, id), view.tradingDate(), bars);
        }
    }

    @Override
    public void run(Call call) {
        int lastMinute = minute(call.text("FID_INPUT_HOUR_1"));
        quotes.read(call, Chart::read, chart -> {
            ResponseBody answer = call.newAnswer();
            summary(answer.object("output1"), chart.facts);
            rows(answer, chart, lastMinute);
            call.answer(answer, Message.QUOTE);
        });
    }

    /** The minute of the day of a time HHmmss; what is no time asks for all, because clients send other numbers there, too. */
    private static int minute(String time) {
        boolean digits = time.length() == TIME_DIGITS && time.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(2, 4)) : MINUTES_A_DAY;
    }

    private static void summary(ResponseBody out, QuoteFacts facts) {
        out.number("prdy_vrss", facts.changeWon())
            .text("prdy_vrss_sign", facts.changeSign())
            .decimal("prdy_ctrt", Rates.hundredths(facts.changeWon(), facts.baseWon()), Rates.DECIMALS)
            .number("stck_prdy_clpr", facts.baseWon())
            .number("acml_vol", facts.volumeShares())
            .number("acml_tr_pbmn", facts.turnoverWon())
            .text("hts_kor_isnm", facts.name())
            .number("stck_prpr", facts.lastWon());
    }

    private static void rows(ResponseBody answer, Chart chart, int lastMinute) {
        Bars bars = chart.bars;
        long turnoverWon = chart.facts.turnoverWon();
        int rows = 0;
        for (int bar = 0; bar < bars.count() && rows < ROWS; bar++) {
            if (bars.place(bar) <= lastMinute) {
                rows++;
                answer.row("output2")
                    .text("stck_bsop_date", KoreanTime.date(chart.tradingDate))
                    .text("stck_cntg_hour", KoreanTime.time(bars.timeMs(bar)))
                    .number("stck_prpr", bars.closeWon(bar))
                    .number("stck_oprc", bars.openWon(bar))
                    .number("stck_hgpr", bars.highWon(bar))
                    .number("stck_lwpr", bars.lowWon(bar))
                    .number("cntg_vol", bars.volumeShares(bar))
                    .number("acml_tr_pbmn", turnoverWon);
            }
            turnoverWon -= bars.turnoverWon(bar);
        }
    }
}
