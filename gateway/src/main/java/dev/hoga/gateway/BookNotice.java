package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;

/** A book that has changed, as it stood when the notice was made. */
public record BookNotice(InstrumentFacts instrument, Ladder asks, Ladder bids, Middles middles, Expected expected,
    InterruptionFacts interruption, long timeMs) {

    static BookNotice read(BrokerageView view, InstrumentFacts instrument) {
        int id = instrument.id();
        return new BookNotice(instrument, Ladder.read(view, id, Side.SELL), Ladder.read(view, id, Side.BUY),
            Middles.read(view, instrument.code()), Expected.read(view, id),
            InterruptionFacts.read(view, id), view.bookTimeMs(id));
    }
}
