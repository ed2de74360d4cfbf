package dev.hoga.core;

/**
 * Ends call auctions: all that trades does so at the single price, and what is left stays in the book, which crosses no more.
 * Source: KRX Business Regulation art. 23.
 */
final class Auctioneer {
    private final OrderBook book;
    private final CoreListener listener;
    private final CallAuction auction = new CallAuction();
    private final AuctionFills buys;
    private final AuctionFills sells;

    Auctioneer(OrderTable orders, OrderBook book, CoreListener listener) {
        this.book = book;
        this.listener = listener;
        buys = new AuctionFills(orders);
        sells = new AuctionFills(orders);
    }

    /** Ends an opening auction, or one that reopens the trading of an instrument. @return how many fills there were */
    int open(Instrument instrument, long timeMs) {
        return hold(instrument, instrument.lastWon, true, timeMs);
    }

    /** Ends the closing auction. @return how many fills there were */
    int close(Instrument instrument, long timeMs) {
        return hold(instrument, instrument.lastWon, false, timeMs);
    }

    /** Ends the auction of a volatility interruption that did not begin with the opening auction. @return how many fills there were */
    int reopen(Instrument instrument, boolean afterHours, long timeMs) {
        if (!afterHours) {
            return hold(instrument, instrument.lastWon, false, timeMs);
        }
        if (!auction.find(instrument)) {
            return 0;
        }
        instrument.tradeAfterHours(auction.priceWon(), auction.shares(), timeMs);
        instrument.volatility.auctionFound(auction.priceWon());
        return trade(instrument, false, timeMs);
    }

    /** Ends an auction after hours, whose last price is its own. @return how many fills there were */
    int afterHours(Instrument instrument, long timeMs) {
        if (!auction.find(instrument, lastAfterHoursWon(instrument))) {
            return 0;
        }
        instrument.tradeSinglePrice(auction.priceWon(), auction.shares());
        return trade(instrument, false, timeMs);
    }

    /** The last price of the auctions after hours; before the first that of the day, which is its close where it has one. */
    static long lastAfterHoursWon(Instrument instrument) {
        return instrument.singlePriceWon == 0 ? instrument.lastWon : instrument.singlePriceWon;
    }

    /** Whether an auction that ended now would trade anything. */
    boolean expects(Instrument instrument) {
        return auction.find(instrument);
    }

    /** The price that an auction of the regular session would end with now, 0 where it would trade nothing. */
    long expectedWon(Instrument instrument) {
        return auction.find(instrument) ? auction.priceWon() : 0;
    }

    private int hold(Instrument instrument, long nearestToWon, boolean sharesOut, long timeMs) {
        if (!auction.find(instrument, nearestToWon)) {
            return 0;
        }
        instrument.trade(auction.priceWon(), auction.shares(), timeMs);
        instrument.volatility.auctionFound(auction.priceWon());
        return trade(instrument, sharesOut, timeMs);
    }

    private int trade(Instrument instrument, boolean sharesOut, long timeMs) {
        long priceWon = auction.priceWon();
        listener.auctionTraded(instrument.id, instrument.tradeCount, priceWon, auction.shares(), timeMs);
        allot(buys, instrument, Side.BUY, sharesOut);
        allot(sells, instrument, Side.SELL, sharesOut);
        int buy = 0;
        int sell = 0;
        long buyLeft = buys.shares(0);
        long sellLeft = sells.shares(0);
        int fills = 0;
        while (buy < buys.count()) {
            long shares = Math.min(buyLeft, sellLeft);
            book.exchange(instrument, buys.order(buy), sells.order(sell), priceWon, shares, timeMs);
            fills += 2;
            buyLeft -= shares;
            sellLeft -= shares;
            if (buyLeft == 0 && ++buy < buys.count()) {
                buyLeft = buys.shares(buy);
            }
            if (sellLeft == 0 && ++sell < sells.count()) {
                sellLeft = sells.shares(sell);
            }
        }
        book.tellBookChanged(instrument);
        return fills;
    }

    private void allot(AuctionFills fills, Instrument instrument, Side side, boolean sharesOut) {
        long limitWon = side == Side.BUY ? instrument.upperLimitWon : instrument.lowerLimitWon;
        PriceLevels limits = instrument.limitOrders(side);
        PriceLevels markets = instrument.marketOrders(side);
        if (sharesOut && auction.priceWon() == limitWon) {
            fills.bySize(limits, markets, limitWon, auction.shares());
        } else {
            fills.byPriceAndTime(limits, markets, limitWon, auction.shares());
        }
    }
}
