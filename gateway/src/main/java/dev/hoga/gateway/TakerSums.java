package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;
import java.util.Optional;

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

    /** With a trade more; one without a taker changes nothing. */
    TakerSums plus(Optional<Side> takerSide, long shares) {
        return with(takerSide, shares, 1);
    }

    TakerSums minus(Optional<Side> takerSide, long shares) {
        return with(takerSide, -shares, -1);
    }

    private TakerSums with(Optional<Side> takerSide, long shares, int trades) {
        return takerSide.map(side -> side == Side.BUY
            ? new TakerSums(boughtShares + shares, soldShares, buys + trades, sells)
            : new TakerSums(boughtShares, soldShares + shares, buys, sells + trades)).orElse(this);
    }

    /**
     * 체결강도, in hundredths of a percent: what was bought for each share that was sold. 0 before the first sale. Recomputed from
     * both brokers' recorded frames: 3,266,718 against 3,645,181 is 89.62.
     */
    public long strengthHundredths() {
        return Rates.hundredths(boughtShares, soldShares);
    }
}
