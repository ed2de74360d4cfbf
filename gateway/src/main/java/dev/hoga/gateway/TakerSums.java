package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;

/**
 * What a day's trades come to by the side of their taker, the later of the two orders. Trades of an auction have no taker, so
 * both sides together may be less than the day's volume.
 *
 * @param boughtShares shares of trades whose taker bought
 * @param soldShares shares of trades whose taker sold
 * @param buys the number of the former
 * @param sells the number of the latter
 */
public record TakerSums(long boughtShares, long soldShares, long buys, long sells) {

    static TakerSums read(BrokerageView view, int id) {
        return new TakerSums(view.takerShares(id, Side.BUY), view.takerShares(id, Side.SELL), view.takerTrades(id, Side.BUY),
            view.takerTrades(id, Side.SELL));
    }

    TakerSums plus(Side takerSide, long shares) {
        return takerSide == Side.BUY ? new TakerSums(boughtShares + shares, soldShares, buys + 1, sells)
            : new TakerSums(boughtShares, soldShares + shares, buys, sells + 1);
    }

    TakerSums minus(Side takerSide, long shares) {
        return takerSide == Side.BUY ? new TakerSums(boughtShares - shares, soldShares, buys - 1, sells)
            : new TakerSums(boughtShares, soldShares - shares, buys, sells - 1);
    }

    /**
     * 체결강도, in hundredths of a percent: what was bought for each share that was sold. 0 before the first sale. Recomputed from
     * both brokers' recorded frames: 3,266,718 against 3,645,181 is 89.62.
     */
    public long strengthHundredths() {
        return Rates.hundredths(boughtShares, soldShares);
    }
}
