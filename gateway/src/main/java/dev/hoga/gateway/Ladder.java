package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;

/** Ten levels of one side of a book, best first, with the side's total. A level without orders has price and quantity 0. */
public record Ladder(long[] pricesWon, long[] qtysShares, long totalShares) {
    /** The levels that both brokers show. */
    public static final int LEVELS = 10;

    public static Ladder read(BrokerageView view, int instrumentId, Side side) {
        var ladder = new Ladder(new long[LEVELS], new long[LEVELS], view.totalShares(instrumentId, side));
        view.copyDepth(instrumentId, side, ladder.pricesWon, ladder.qtysShares);
        return ladder;
    }
}
