package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.Bars;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.BarPeriod;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Rates;

/**
 * inquire-daily-price: the newest thirty days, weeks or months. Weeks and months are dated by their last day, as in
 * inquire-daily-itemchartprice. Prices are never adjusted, because nothing is split.
 */
final class DailyPriceCall implements TrCall {
    /** Official. */
    static final int ROWS = 30;
    private static final int MOST_DAYS = 1_024;
    private static final int VOLUME_DECIMALS = 4;

    private final QuoteCall quotes;

    DailyPriceCall(Engine engine) {
        quotes = new QuoteCall(engine);
    }

    @Override
    public void run(Call call) {
        BarPeriod period = switch (call.text("FID_PERIOD_DIV_CODE")) {
            case "W" -> BarPeriod.WEEK;
            case "M" -> BarPeriod.MONTH;
            default -> BarPeriod.DAY;
        };
        quotes.read(call, (view, id) -> read(view, id, period), bars -> {
            ResponseBody answer = call.newAnswer();
            for (int bar = 0; bar < Math.min(ROWS, bars.count()); bar++) {
                row(DeclaredConstants.fill(answer.row("output"), call, "output"), bars, bar);
            }
            call.answer(answer, Message.QUOTE);
        });
    }

    /** One bar more than is shown, against whose volume the last one's is told. */
    private static Bars read(BrokerageView view, int id, BarPeriod period) {
        var days = new Bars(MOST_DAYS);
        view.copyDayBars(id, Integer.MAX_VALUE, days);
        var bars = new Bars(ROWS + 1);
        period.merge(days, Integer.MAX_VALUE, bars);
        return bars;
    }

    private static void row(ResponseBody out, Bars bars, int bar) {
        long baseWon = bars.baseWon(bar);
        long changeWon = bars.closeWon(bar) - baseWon;
        long volumeBefore = bar + 1 < bars.count() ? bars.volumeShares(bar + 1) : 0;
        out.text("stck_bsop_date", KoreanTime.dateOf(bars.timeMs(bar)))
            .number("stck_oprc", bars.openWon(bar))
            .number("stck_hgpr", bars.highWon(bar))
            .number("stck_lwpr", bars.lowWon(bar))
            .number("stck_clpr", bars.closeWon(bar))
            .number("acml_vol", bars.volumeShares(bar))
            .decimal("prdy_vrss_vol_rate", volumeBefore == 0 ? 0
                : Rates.percent(bars.volumeShares(bar) - volumeBefore, volumeBefore, VOLUME_DECIMALS), VOLUME_DECIMALS)
            .number("prdy_vrss", changeWon)
            .text("prdy_vrss_sign", changeWon == 0 ? "3" : changeWon > 0 ? "2" : "5")
            .decimal("prdy_ctrt", Rates.hundredths(changeWon, baseWon), Rates.DECIMALS);
    }
}
