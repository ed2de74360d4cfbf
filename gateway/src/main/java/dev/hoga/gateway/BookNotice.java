package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;

/** A book that has changed, as it stood when the notice was made. */
public record BookNotice(InstrumentFacts instrument, Ladder asks, Ladder bids, Expected expected, InterruptionFacts interruption,
    OffHours offHours, long timeMs) {

    /** Shares of orders that wait to trade at a close. */
    public record OffHours(long askShares, long bidShares) {
    }

    static BookNotice read(BrokerageView view, InstrumentFacts instrument) {
        int id = instrument.id();
        return new BookNotice(instrument, Ladder.read(view, id, Side.SELL), Ladder.read(view, id, Side.BUY), Expected.read(view, id),
            InterruptionFacts.read(view, id),
            new OffHours(view.offHoursShares(id, Side.SELL), view.offHoursShares(id, Side.BUY)), view.bookTimeMs(id));
    }
}
