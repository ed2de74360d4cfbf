package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.Listing;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;

/**
 * An instrument as it stood when a notice was made.
 *
 * @param id of a listing, or of all venues together ({@link Listing})
 * @param code packed
 * @param quote its prices and volumes
 * @param halted whether nothing but cancellations is taken
 * @param ask the best level of what is for sale
 * @param bid the best level of what is bid for
 */
public record InstrumentFacts(int id, long code, QuoteFacts quote, boolean halted, Best ask, Best bid) {

    /**
     * The best level of a side; all 0 where the side is empty.
     *
     * @param qtyShares at that price
     * @param totalShares at all prices of the side
     */
    public record Best(long priceWon, long qtyShares, long totalShares) {

        private static Best read(BrokerageView view, int id, Side side) {
            long[] priceWon = new long[1];
            long[] qtyShares = new long[1];
            view.copyDepth(id, side, priceWon, qtyShares);
            return new Best(priceWon[0], qtyShares[0], view.totalShares(id, side));
        }
    }

    /** Reads one. @param id its id in the core */
    public static InstrumentFacts read(BrokerageView view, int id) {
        return new InstrumentFacts(id, view.code(id), QuoteFacts.read(view, id), view.halted(id), Best.read(view, id, Side.SELL),
            Best.read(view, id, Side.BUY));
    }

    /** Where it is traded; {@link Venue#SOR} stands for all venues together. */
    public Venue venue() {
        return Listing.venue(id);
    }

    /** Whether it is traded overseas; its prices are minimal units of a foreign currency then. */
    public boolean overseas() {
        return Code.isOverseas(code);
    }

    /** The lowest price asked, 0 where nothing is for sale. */
    public long bestAskWon() {
        return ask.priceWon;
    }

    /** The highest price bid, 0 where nobody bids. */
    public long bestBidWon() {
        return bid.priceWon;
    }
}
