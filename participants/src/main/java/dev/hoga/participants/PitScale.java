package dev.hoga.participants;

import dev.hoga.core.DailyRow;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;

/**
 * How large the market of one instrument is: large companies trade more often and in larger pieces, and some are liked more
 * than their size says. Reckoned once a day.
 *
 * @param usualWon a small trade; the average one is some three times larger
 * @param takersADay how many trades somebody asks for on an ordinary day
 * @param small whether a story can double or halve it
 */
record PitScale(long usualWon, long takersADay, boolean small) {
    private static final int SMALLEST_CAP_LOG2_Q10 = Fixed.log2Q10(100_000_000_000L);
    private static final long USUAL_WON = 350_000;
    private static final int USUAL_GROWS_PERCENT = 20;
    private static final long TAKERS = 490;
    private static final int TAKERS_GROW_PERCENT = 41;
    private static final int FUNDS_MORE_Q10 = 512;
    private static final long SMALL_CAP_WON = 12_000_000_000_000L;
    private static final long MOST_TAKERS = 45_000;
    private static final long FEWEST_TAKERS = 150;
    /** A turnover of 100 million won is some 300 trades, one ten times as large not quite three times as many. */
    private static final int SMALL_TURNOVER_LOG2_Q10 = Fixed.log2Q10(100_000_000L);
    private static final long TRADES_OF_SMALL_TURNOVER = 300;
    private static final int TRADES_GROW_PERCENT = 45;
    private static final int TIMES_USUAL = 3;

    /** @param liking seeds how much the instrument is liked */
    static PitScale of(ParticipantDesk desk, int instrument, long liking) {
        long capWon = Math.max(1, desk.listedShares(instrument) * desk.baseWon(instrument));
        long growth = Math.max(0, Fixed.log2Q10(capWon) - SMALLEST_CAP_LOG2_Q10);
        long liked = 230L * new Dice(liking).bell() + (desk.kind(instrument) == InstrumentKind.ETF ? FUNDS_MORE_Q10 : 0);
        long usual = USUAL_WON * Fixed.pow2Q10(growth * USUAL_GROWS_PERCENT / 100) / Fixed.ONE_Q10;
        long takers = TAKERS * Fixed.pow2Q10(growth * TAKERS_GROW_PERCENT / 100 + liked) / Fixed.ONE_Q10;
        return new PitScale(usual, Math.clamp(takers, FEWEST_TAKERS, MOST_TAKERS), capWon < SMALL_CAP_WON);
    }

    /** The market of a day that is bound to a row: its volume says how often and in what pieces is traded. */
    static PitScale of(DailyRow row) {
        if (!row.traded()) {
            return new PitScale(1, 1, false);
        }
        long turnoverWon = Math.max(1, row.volumeShares() * ((row.highWon() + row.lowWon()) / 2));
        long growth = Fixed.log2Q10(turnoverWon) - SMALL_TURNOVER_LOG2_Q10;
        long trades = TRADES_OF_SMALL_TURNOVER * Fixed.pow2Q10(growth * TRADES_GROW_PERCENT / 100) / Fixed.ONE_Q10;
        trades = Math.clamp(trades, 1, Math.min(row.volumeShares(), MOST_TAKERS));
        return new PitScale(Math.max(1, turnoverWon / trades / TIMES_USUAL), 2 * trades, false);
    }

    /** The size of a trade: mostly small, seldom a hundred times as large. */
    long shares(long priceWon, Dice dice) {
        long won = usualWon * Fixed.pow2Q10(Math.min(7 * Fixed.ONE_Q10, dice.exponential(Fixed.ONE_Q10))) / Fixed.ONE_Q10;
        return Math.max(1, won / Math.max(1, priceWon));
    }

    /** What a liquidity provider offers at its best price. */
    long quotedShares(long priceWon) {
        return Math.max(2, usualWon * 6 / Math.max(1, priceWon));
    }

    void write(StateWriter out) {
        out.putLong(usualWon);
        out.putLong(takersADay);
        out.putLong(small ? 1 : 0);
    }

    static PitScale read(StateReader in) {
        return new PitScale(in.getLong(), in.getLong(), in.getLong() == 1);
    }
}
