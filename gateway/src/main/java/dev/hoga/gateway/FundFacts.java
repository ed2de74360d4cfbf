package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.InstrumentKind;
import java.util.Optional;

/**
 * What a fund is worth by the index that it follows: its base price of the day moved as far as the index has since the day before, times
 * the fund's leverage. Values are hundredths of a won, halves away from zero. A fund whose index is not reckoned here has none.
 *
 * @param baseWorth what it was worth when the day began, which is its base price
 * @param indexPpm how far the index has moved, in millionths
 */
public record FundFacts(InstrumentFacts instrument, long worth, long baseWorth, long indexPpm) {
    private static final int KOSPI_200 = 2001;
    private static final int KOSDAQ = 1001;
    private static final long HUNDRED = 100;
    private static final int PPM_DECIMALS = 6;
    private static final long MILLION = 1_000_000;

    /** Reads a fund; empty for what is none, and for one whose index is not reckoned here. */
    static Optional<FundFacts> read(BrokerageView view, int id) {
        int index = view.instrumentKind(id) == InstrumentKind.ETF ? view.indices().indexId(followed(view.sector(id))) : -1;
        if (index < 0) {
            return Optional.empty();
        }
        InstrumentFacts instrument = InstrumentFacts.read(view, id);
        long before = view.indices().previousLevel(index);
        long change = view.indices().level(index) - before;
        long baseWon = instrument.quote().baseWon();
        long moved = Rates.quotient(baseWon * view.leverage(id) * change, before, Rates.DECIMALS);
        return Optional.of(new FundFacts(instrument, baseWon * HUNDRED + moved, baseWon * HUNDRED,
            Rates.quotient(change, before, PPM_DECIMALS)));
    }

    /** The exchange's number of what a fund follows, 0 for none. There is no index of KOSDAQ 150: all of KOSDAQ stands for it. */
    private static int followed(String sector) {
        if (sector.startsWith("KOSPI 200")) {
            return KOSPI_200;
        }
        return sector.startsWith("KOSDAQ 150") ? KOSDAQ : 0;
    }

    /** How much more it is worth than when the day began. */
    public long change() {
        return worth - baseWorth;
    }

    /** The same in hundredths of a percent. */
    public long changeHundredths() {
        return Rates.hundredths(change(), baseWorth);
    }

    /** How far its worth is from where the index alone would have brought it, in hundredths of a percent: 0 without leverage. */
    public long offIndexHundredths() {
        long alone = baseWorth + Rates.quotient(baseWorth * indexPpm, MILLION, 0);
        return Rates.hundredths(worth - alone, alone);
    }

    /** How far its price is from its worth, in hundredths of a percent. */
    public long premiumHundredths() {
        return Rates.hundredths(instrument.quote().lastWon() * HUNDRED - worth, worth);
    }
}
