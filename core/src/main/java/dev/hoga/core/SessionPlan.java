package dev.hoga.core;

import static dev.hoga.core.SessionPlan.Moves.NEVER;
import static dev.hoga.core.SessionPlan.Moves.ONLY_ON_ORDINARY_DAYS;
import static dev.hoga.core.SessionPlan.Moves.WITH_CLOSE;
import static dev.hoga.core.SessionPlan.Moves.WITH_OPEN;

/**
 * When each phase of a trading date begins at a venue: the tables below, by date, and what days with other hours make of
 * them. Times are Korean; each phase lasts until the next begins; before the first it is {@link Phase#CLOSED}.
 *
 * <p>A phase that follows an auction begins up to {@link #RANDOM_END_MS} later than the table says: no one knows the moment
 * at which an auction ends (ER 35). Source: KRX Business Regulation art. 4, 5, Enforcement Rule art. 11, 35, 51, 51-2; what
 * begins on 2026-09-14 and all of NXT from notices of the brokers.
 */
final class SessionPlan {
    /** The longest an auction goes on after its nominal end. */
    static final long RANDOM_END_MS = 30_000;
    /** The most that a day's opening or closing can be moved. */
    static final int MAX_LATER_MINUTES = 120;
    /** 2025-03-04: the first day of NXT. */
    static final int FIRST_DAY_OF_NXT = 20_151;
    /** 2026-09-14: the first day of KRX's after-market, which takes the place of the auctions after hours. */
    static final int FIRST_DAY_OF_AFTER_MARKET = 20_710;

    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;

    /** What a beginning does on a day that opens or closes later than others. */
    enum Moves { WITH_OPEN, WITH_CLOSE, NEVER, ONLY_ON_ORDINARY_DAYS }

    /** One row of a table. @param startMs since midnight */
    private record Row(long startMs, Phase phase, Moves moves) {
    }

    private static Row row(int hour, int minute, Phase phase, Moves moves) {
        return new Row(hour * HOUR_MS + minute * MINUTE_MS, phase, moves);
    }

    private static final Row[] KRX_UNTIL_2026_09_11 = {
        row( 8, 30, Phase.PRE_OPEN, WITH_OPEN),
        row( 8, 40, Phase.OPENING_AUCTION, WITH_OPEN),
        row( 9,  0, Phase.CONTINUOUS, WITH_OPEN),
        row(15, 20, Phase.CLOSING_AUCTION, WITH_CLOSE),
        row(15, 30, Phase.CLOSE_PRICE_ENTRY, WITH_CLOSE),
        row(15, 40, Phase.CLOSE_PRICE, WITH_CLOSE),
        row(16,  0, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(16, 10, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(16, 20, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(16, 30, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(16, 40, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(16, 50, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(17,  0, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(17, 10, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(17, 20, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(17, 30, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(17, 40, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(17, 50, Phase.SINGLE_PRICE, WITH_CLOSE),
        row(18,  0, Phase.CLOSED, NEVER),
    };

    private static final Row[] KRX_FROM_2026_09_14 = {
        row( 8, 30, Phase.PRE_OPEN, WITH_OPEN),
        row( 8, 40, Phase.OPENING_AUCTION, WITH_OPEN),
        row( 9,  0, Phase.CONTINUOUS, WITH_OPEN),
        row(15, 20, Phase.CLOSING_AUCTION, WITH_CLOSE),
        row(15, 30, Phase.CLOSE_PRICE_ENTRY, WITH_CLOSE),
        row(15, 40, Phase.CLOSE_PRICE, WITH_CLOSE),
        row(16,  0, Phase.AFTER_MARKET, WITH_CLOSE),
        row(20,  0, Phase.CLOSED, NEVER),
    };

    private static final Row[] NXT = {
        row( 8,  0, Phase.PRE_MARKET, ONLY_ON_ORDINARY_DAYS),
        row( 8, 50, Phase.PAUSE, ONLY_ON_ORDINARY_DAYS),
        new Row(9 * HOUR_MS + MINUTE_MS / 2, Phase.MAIN, WITH_OPEN),
        row(15, 20, Phase.PAUSE, WITH_CLOSE),
        row(15, 30, Phase.AFTER_MARKET_AUCTION, WITH_CLOSE),
        row(15, 40, Phase.AFTER_MARKET, WITH_CLOSE),
        row(20,  0, Phase.CLOSED, NEVER),
    };

    /** When entry begins is not told by any source that was found: that of shares is taken. */
    private static final Row[] GOLD = {
        row( 8, 30, Phase.OPENING_AUCTION, WITH_OPEN),
        row( 9,  0, Phase.CONTINUOUS, WITH_OPEN),
        row(15, 20, Phase.CLOSING_AUCTION, WITH_CLOSE),
        row(15, 30, Phase.CLOSED, WITH_CLOSE),
    };

    private static final Row[] NO_SESSION = {};

    private final long[] startMs;
    private final Phase[] phase;
    private int count;

    /**
     * The plan of a trading date.
     *
     * @param openLaterMinutes how much later than usual the regular session opens, and closes
     */
    static SessionPlan of(Venue venue, int epochDay, int openLaterMinutes, int closeLaterMinutes) {
        return new SessionPlan(rows(venue, epochDay), openLaterMinutes * MINUTE_MS, closeLaterMinutes * MINUTE_MS);
    }

    private static Row[] rows(Venue venue, int epochDay) {
        return switch (venue) {
            case KRX -> epochDay < FIRST_DAY_OF_AFTER_MARKET ? KRX_UNTIL_2026_09_11 : KRX_FROM_2026_09_14;
            case NXT -> epochDay < FIRST_DAY_OF_NXT ? NO_SESSION : NXT;
            case GOLD -> GOLD;
            default -> NO_SESSION;
        };
    }

    /** A plan of phases that nothing moves. @param minutes since midnight, in ascending order, one for each phase */
    static SessionPlan fixed(int[] minutes, Phase[] phases) {
        var rows = new Row[phases.length];
        for (int at = 0; at < rows.length; at++) {
            rows[at] = row(0, minutes[at], phases[at], WITH_OPEN);
        }
        return new SessionPlan(rows, 0, 0);
    }

    private SessionPlan(Row[] rows, long openLaterMs, long closeLaterMs) {
        startMs = new long[rows.length];
        phase = new Phase[rows.length];
        boolean ordinary = openLaterMs == 0 && closeLaterMs == 0;
        for (Row row : rows) {
            switch (row.moves) {
                case WITH_OPEN -> add(row.startMs + openLaterMs, row.phase);
                case WITH_CLOSE -> add(row.startMs + closeLaterMs, row.phase);
                case ONLY_ON_ORDINARY_DAYS -> {
                    if (ordinary) {
                        add(row.startMs, row.phase);
                    }
                }
                case NEVER -> {
                    // What has been moved behind the end does not take place.
                    while (count > 0 && startMs[count - 1] >= row.startMs) {
                        count--;
                    }
                    add(row.startMs, row.phase);
                }
            }
        }
    }

    private void add(long start, Phase next) {
        startMs[count] = start;
        phase[count++] = next;
    }

    /** How many phases begin. */
    int count() {
        return count;
    }

    /** When a phase begins, milliseconds since midnight; see {@link #randomMs}. */
    long startMs(int index) {
        return startMs[index];
    }

    /** When a phase that there is begins first, milliseconds since midnight. */
    long startMs(Phase first) {
        int index = 0;
        while (phase[index] != first) {
            index++;
        }
        return startMs[index];
    }

    Phase phase(int index) {
        return phase[index];
    }

    /** The index of the phase at a time of day, auctions ending when they should; -1 before the first. */
    int indexAt(long msOfDay) {
        int index = -1;
        while (index + 1 < count && startMs[index + 1] <= msOfDay) {
            index++;
        }
        return index;
    }

    /** How much later a phase begins because the auction before it ends at random: 0 to {@link #RANDOM_END_MS}. */
    long randomMs(int index, long seed, int epochDay) {
        boolean endsAuction = index > 0 && phase[index - 1].auction() && phase[index] != Phase.OPENING_AUCTION;
        return endsAuction ? drawnMs(seed, epochDay, index) : 0;
    }

    /** A draw of 0 to {@link #RANDOM_END_MS}, another one for everything that ends on a day. */
    static long drawnMs(long seed, int epochDay, long what) {
        return Math.floorMod(mix(mix(seed ^ epochDay) + what), RANDOM_END_MS + 1);
    }

    /** Spreads the bits of a number over all of it (the finalizer of SplitMix64). */
    private static long mix(long number) {
        long mixed = (number ^ number >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }
}
