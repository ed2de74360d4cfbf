package dev.hoga.gateway;

import dev.hoga.core.Side;
import java.util.Optional;

/**
 * A trade. Volume, turnover and the takers' sums are those right after it; what else the instrument's facts say is of the moment
 * the notice was made, which may be some trades later.
 *
 * @param tradeNumber counts per instrument and day from 1
 * @param takerSide the side of the later order; empty for the trade of an auction
 * @param volumeShares shares traded today, this trade included
 * @param turnoverWon won traded today, this trade included
 * @param takers today's sums by taker, this trade included
 */
public record TradeNotice(InstrumentFacts instrument, long tradeNumber, Optional<Side> takerSide, long priceWon, long qtyShares,
    long volumeShares, long turnoverWon, TakerSums takers, long timeMs) {

    /** The instrument's quote as it was right after this trade, but for the day's highest and lowest price and their times. */
    public QuoteFacts quote() {
        QuoteFacts now = instrument.quote();
        return new QuoteFacts(now.name(), now.sector(), now.parWon(), now.listedShares(), now.baseWon(), priceWon, now.openWon(),
            now.highWon(), now.lowWon(), now.times(), now.upperWon(), now.lowerWon(), volumeShares, now.previousVolumeShares(),
            turnoverWon, now.previousTurnoverWon(), takers);
    }
}
