package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Listing;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;

/**
 * Ten levels of one side of a book, best first, with the side's total. A level without orders has price and quantity 0.
 *
 * @param nxtShares what of each level, and {@code totalNxtShares} what of the total, stands at NXT
 */
public record Ladder(long[] pricesWon, long[] qtysShares, long totalShares, long[] nxtShares, long totalNxtShares) {
    /** The levels that both brokers show. */
    public static final int LEVELS = 10;

    /** Of a venue, or of all venues together. */
    public static Ladder read(BrokerageView view, int instrumentId, Side side) {
        int nxt = Listing.venue(instrumentId) == Venue.KRX ? -1 : view.instrumentId(view.code(instrumentId), Venue.NXT);
        var ladder = new Ladder(new long[LEVELS], new long[LEVELS], view.totalShares(instrumentId, side), new long[LEVELS],
            nxt < 0 ? 0 : view.totalShares(nxt, side));
        int levels = view.copyDepth(instrumentId, side, ladder.pricesWon, ladder.qtysShares);
        for (int level = 0; level < levels && nxt >= 0; level++) {
            ladder.nxtShares[level] = instrumentId == nxt ? ladder.qtysShares[level]
                : Math.min(ladder.qtysShares[level], view.sharesAt(nxt, side, ladder.pricesWon[level]));
        }
        return ladder;
    }

    /** What of a level stands at KRX. */
    public long krxShares(int level) {
        return qtysShares[level] - nxtShares[level];
    }

    public long totalKrxShares() {
        return totalShares - totalNxtShares;
    }
}
