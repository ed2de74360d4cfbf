package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;

/**
 * An instrument as it stood when a notice was made.
 *
 * @param code packed
 * @param quote its prices and volumes
 * @param bestAskWon the lowest price asked, 0 where nothing is for sale
 * @param bestBidWon the highest price bid, 0 where nobody bids
 */
public record InstrumentFacts(int id, long code, QuoteFacts quote, long bestAskWon, long bestBidWon) {

    static InstrumentFacts read(BrokerageView view, int id) {
        return new InstrumentFacts(id, view.code(id), QuoteFacts.read(view, id), best(view, id, Side.SELL),
            best(view, id, Side.BUY));
    }

    private static long best(BrokerageView view, int id, Side side) {
        long[] priceWon = new long[1];
        view.copyDepth(id, side, priceWon, new long[1]);
        return priceWon[0];
    }
}
