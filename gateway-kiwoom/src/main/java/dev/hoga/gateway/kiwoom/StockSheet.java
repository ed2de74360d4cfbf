package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.gateway.Expected;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.Ladder;
import dev.hoga.gateway.QuoteFacts;
import dev.hoga.gateway.Rates;
import dev.hoga.gateway.RecentTrades;
import java.util.List;

/**
 * All that can be told of a stock at one moment: its prices of the day, its book, its last trade.
 *
 * @param code as it was asked for
 * @param tradeMs market time of the last trade of the trading date, 0 before the first
 * @param tradeShares its shares, below zero where the taker sold
 * @param bookMs market time of the last change of the book, 0 before the first
 */
record StockSheet(String code, int tradingDate, QuoteFacts quote, Expected expected, Ladder asks, Ladder bids, long bookMs,
    long tradeMs, long tradeShares) {
    private static final long MILLION = 1_000_000;
    private static final long THOUSAND = 1_000;

    static StockSheet read(BrokerageView view, int id, String code) {
        List<RecentTrades.Trade> last = RecentTrades.read(view, id, Integer.MAX_VALUE, 1);
        boolean traded = !last.isEmpty();
        return new StockSheet(code, view.tradingDate(), QuoteFacts.read(view, id), Expected.read(view, id),
            Ladder.read(view, id, Side.SELL), Ladder.read(view, id, Side.BUY), view.bookTimeMs(id),
            traded ? last.getFirst().timeMs() : 0, traded ? last.getFirst().signedShares() : 0);
    }

    /** Sets a price with its direction against the base price; 0 has none. */
    void price(ResponseBody out, String field, long priceWon) {
        StockInfoCall.price(out, field, priceWon, quote.baseWon());
    }

    /** Sets a side's best levels, whose names are made of the level's number, the best being 1. */
    void levels(ResponseBody out, Ladder ladder, int levels, String priceName, String sizeName) {
        for (int level = 0; level < levels; level++) {
            price(out, priceName.formatted(level + 1), ladder.pricesWon()[level]);
            if (!sizeName.isEmpty()) {
                out.number(sizeName.formatted(level + 1), ladder.qtysShares()[level]);
            }
        }
    }

    String date() {
        return KoreanTime.date(tradingDate);
    }

    /** {@code HHmmss}; empty for no time at all. */
    static String time(long ms) {
        return ms == 0 ? "" : KoreanTime.time(ms);
    }

    long changeHundredths() {
        return Rates.hundredths(quote.changeWon(), quote.baseWon());
    }

    long turnoverMillions() {
        return quote.turnoverWon() / MILLION;
    }

    long previousTurnoverMillions() {
        return quote.previousTurnoverWon() / MILLION;
    }

    /** As the document's examples count them, though their tables say shares. */
    long listedThousands() {
        return quote.listedShares() / THOUSAND;
    }
}
