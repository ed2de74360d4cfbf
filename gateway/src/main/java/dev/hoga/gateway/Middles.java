package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;

/** Half way between the best prices of each venue's book, cut to the won (중간가); 0 where a side is empty or there is no book. */
public record Middles(long krxWon, long nxtWon) {

    static Middles read(BrokerageView view, long code) {
        return new Middles(middle(view, view.instrumentId(code, Venue.KRX)), middle(view, view.instrumentId(code, Venue.NXT)));
    }

    private static long middle(BrokerageView view, int listing) {
        if (listing < 0) {
            return 0;
        }
        long ask = best(view, listing, Side.SELL);
        long bid = best(view, listing, Side.BUY);
        return ask == 0 || bid == 0 ? 0 : (ask + bid) / 2;
    }

    private static long best(BrokerageView view, int listing, Side side) {
        long[] priceWon = new long[1];
        view.copyDepth(listing, side, priceWon, new long[1]);
        return priceWon[0];
    }
}
