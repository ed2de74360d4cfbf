package dev.hoga.gateway;

import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import java.util.Optional;

/**
 * A trade. Volume, turnover and the takers' sums are those right after it; what else the instrument's facts say is of the moment
 * the notice was made, which may be some trades later.
 *
 * @param venue where it was
 * @param tradeNumber counts per instrument and day from 1
 * @param takerSide the side of the later order; empty for the trade of an auction
 * @param volumeShares shares traded today, this trade included
 * @param turnoverWon won traded today, this trade included
 * @param takers today's sums by taker, this trade included
 */
public record TradeNotice(InstrumentFacts instrument, Venue venue, long tradeNumber, Optional<Side> takerSide, long priceWon,
    long qtyShares,
    long volumeShares, long turnoverWon, TakerSums takers, long timeMs) {

    private static final String OPEN = "090000";
    private static final String CLOSE = "153000";

    /** Which part of the day it was in. Doubt: days that open or close later are told by the same times. */
    public Session session() {
        String time = KoreanTime.time(timeMs);
        return time.compareTo(OPEN) < 0 ? Session.BEFORE : time.compareTo(CLOSE) < 0 || venue == Venue.KRX && takerSide.isEmpty()
            ? Session.REGULAR : Session.AFTER;
    }

    /** The parts of a day: before the regular session, in it, after it. */
    public enum Session { BEFORE, REGULAR, AFTER }

    /** The instrument's quote as it was right after this trade, but for the day's highest and lowest price and their times. */
    public QuoteFacts quote() {
        QuoteFacts now = instrument.quote();
        return new QuoteFacts(now.name(), now.sector(), now.parWon(), now.listedShares(), now.baseWon(), priceWon, now.openWon(),
            now.highWon(), now.lowWon(), now.times(), now.upperWon(), now.lowerWon(), volumeShares, now.previousVolumeShares(),
            turnoverWon, now.previousTurnoverWon(), takers);
    }
}
