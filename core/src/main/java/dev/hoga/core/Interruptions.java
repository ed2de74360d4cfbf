package dev.hoga.core;

/**
 * Begins and ends volatility interruptions: for two minutes and up to {@link SessionPlan#RANDOM_END_MS} more, orders of the
 * instrument are collected for an auction. Source: KRX Enforcement Rule art. 35, 41-2.
 */
final class Interruptions {
    static final long LENGTH_MS = 120_000;
    /** How long NXT collects orders before trading goes on after a halt. Source: notices of the brokers for 2026-09-14. */
    static final long REOPENING_MS = 30_000;

    private final CoreListener listener;
    private MarketDay day;

    Interruptions(CoreListener listener) {
        this.listener = listener;
    }

    /** Says who keeps the time. */
    void keptBy(MarketDay timekeeper) {
        day = timekeeper;
    }

    /**
     * Begins one because of a price that is too far away.
     *
     * @param lastWon the last price when the order came that would have traded, 0 where the last price does not count
     */
    void begin(Instrument instrument, long priceWon, long lastWon, int perMille, long timeMs) {
        boolean tooFarFromAuction = instrument.volatility.staticAt(priceWon);
        boolean tooFarFromLast = lastWon != 0 && Volatility.dynamicAt(priceWon, lastWon, perMille);
        Interruption kind = Interruption.DYNAMIC;
        if (tooFarFromAuction) {
            kind = tooFarFromLast ? Interruption.STATIC_AND_DYNAMIC : Interruption.STATIC;
        }
        begin(instrument, kind, priceWon, lastWon, timeMs);
    }

    /** Begins one because it was ordered. @return why not, or null */
    Reject order(Instrument instrument, Phase now, long timeMs) {
        if (instrument.overseas || instrument.kind.gold() || now != Phase.CONTINUOUS && now != Phase.AFTER_MARKET) {
            return Reject.NOT_IN_THIS_PHASE;
        }
        if (instrument.halted) {
            return Reject.INSTRUMENT_HALTED;
        }
        begin(instrument, Interruption.ORDERED, instrument.lastWon, instrument.lastWon, timeMs);
        return null;
    }

    /** Begins an auction that is none of volatility but ends a halt. */
    void reopen(Instrument instrument, long timeMs) {
        Volatility volatility = instrument.volatility;
        volatility.kind = Interruption.REOPENING;
        volatility.dynamicBaseWon = instrument.lastWon;
        volatility.untilMs = timeMs + REOPENING_MS;
        collect(instrument, timeMs);
        day.endInterruptionAt(volatility.untilMs, instrument.id);
    }

    private static void collect(Instrument instrument, long timeMs) {
        instrument.interrupted = true;
        instrument.bookTimeMs = timeMs;
        instrument.bookChanged = true;
    }

    private void begin(Instrument instrument, Interruption kind, long priceWon, long lastWon, long timeMs) {
        Volatility volatility = instrument.volatility;
        volatility.kind = kind;
        volatility.triggerWon = priceWon;
        volatility.staticBaseWon = volatility.staticReferenceWon();
        volatility.dynamicBaseWon = lastWon;
        volatility.beganMs = timeMs;
        volatility.count++;
        volatility.untilMs = timeMs + LENGTH_MS + day.drawnEndMs(instrument.id, volatility.count);
        collect(instrument, timeMs);
        day.pauseNxt(instrument, true);
        day.endInterruptionAt(volatility.untilMs, instrument.id);
        listener.interruptionChanged(instrument.id, true, timeMs);
    }

    /** Ends one; its auction is another's to hold. */
    void end(Instrument instrument, long timeMs) {
        instrument.volatility.untilMs = 0;
        instrument.interrupted = false;
        day.pauseNxt(instrument, false);
        instrument.bookTimeMs = timeMs;
        instrument.bookChanged = true;
        if (instrument.volatility.kind != Interruption.REOPENING) {
            listener.interruptionChanged(instrument.id, false, timeMs);
        }
    }
}
