package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import dev.hoga.gateway.RecentTrades;
import java.util.List;

/** inquire-ccnl: the newest trades of the trading date, each with the strength of the takers right after it. */
final class TradesCall implements TrCall {
    /** As in the official example. */
    static final int ROWS = 30;

    private final QuoteCall quotes;

    TradesCall(Engine engine) {
        quotes = new QuoteCall(engine);
    }

    private record Newest(QuoteFacts facts, List<RecentTrades.Trade> trades) {

        static Newest read(BrokerageView view, int id) {
            return new Newest(QuoteFacts.read(view, id), RecentTrades.read(view, id, Integer.MAX_VALUE, ROWS));
        }
    }

    @Override
    public void run(Call call) {
        quotes.read(call, Newest::read, newest -> {
            ResponseBody answer = call.newAnswer();
            long baseWon = newest.facts.baseWon();
            for (RecentTrades.Trade trade : newest.trades) {
                long changeWon = trade.priceWon() - baseWon;
                answer.row("output").text("stck_cntg_hour", KoreanTime.time(trade.timeMs()))
                    .number("stck_prpr", trade.priceWon())
                    .number("prdy_vrss", changeWon)
                    .text("prdy_vrss_sign", newest.facts.signOf(trade.priceWon()))
                    .number("cntg_vol", trade.qtyShares())
                    .decimal("tday_rltv", trade.takers().strengthHundredths(), Rates.DECIMALS)
                    .decimal("prdy_ctrt", Rates.hundredths(changeWon, baseWon), Rates.DECIMALS);
            }
            call.answer(answer, Message.QUOTE);
        });
    }
}
