package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An instrument's newest trades of the trading date, the newest first, each with the day's sums right after it. */
public final class RecentTrades {

    private RecentTrades() {
    }

    /**
     * A trade.
     *
     * @param place how many trades there were before it
     * @param volumeShares of the day, up to it
     * @param turnoverWon the same
     */
    public record Trade(int place, long timeMs, long priceWon, long qtyShares, Optional<Side> taker, long volumeShares, long turnoverWon,
        TakerSums takers) {

        /** Its shares, below zero where the taker sold. */
        public long signedShares() {
            return taker.filter(side -> side == Side.SELL).isPresent() ? -qtyShares : qtyShares;
        }
    }

    /**
     * Reads trades that have fewer before them than a number, so many at most. The sums go back from the day's own; trades at a close,
     * which are not told one by one, count as if they had been the first.
     */
    public static List<Trade> read(BrokerageView view, int id, int below, int limit) {
        var trades = new ArrayList<Trade>();
        var sums = new Object() {
            private long volumeShares = view.volumeShares(id);
            private long turnoverWon = view.turnoverWon(id);
            private TakerSums takers = TakerSums.read(view, id);
        };
        int looked = below == Integer.MAX_VALUE ? limit : Integer.MAX_VALUE;
        view.tellTrades(id, Integer.MAX_VALUE, looked, (place, priceWon, qtyShares, takenShares, timeMs) -> {
            Optional<Side> taker = takenShares == 0 ? Optional.empty() : Optional.of(takenShares > 0 ? Side.BUY : Side.SELL);
            if (place < below && trades.size() < limit) {
                trades.add(new Trade(place, timeMs, priceWon, qtyShares, taker, sums.volumeShares, sums.turnoverWon, sums.takers));
            }
            sums.volumeShares -= qtyShares;
            sums.turnoverWon -= priceWon * qtyShares;
            sums.takers = sums.takers.minus(taker, qtyShares);
        });
        return trades;
    }
}
