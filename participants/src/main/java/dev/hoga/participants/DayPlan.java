package dev.hoga.participants;

import dev.hoga.core.DailyRow;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;

/**
 * How a day comes to its row: what the instrument is worth second by second, a seeded bridge from the open over the highest and
 * the lowest price, in seeded order at seeded times, to the close; and how much has traded by when. Times are milliseconds since
 * the day began.
 */
final class DayPlan {
    /** What the auctions trade, but for what would take too many orders of the size that the exchange allows. */
    private static final int OPENING_PERCENT = 6;
    private static final int CLOSING_PERCENT = 8;
    private static final int HUNDRED = 100;
    private static final int MOST_PIECES = 50;
    /** The bridge is at its end a little before the closing auction, and gives up an extreme that stays out of reach so long. */
    private static final long EARLY_MS = 60_000;
    private static final long GIVE_UP_MS = 45 * 60_000;
    private static final int THOUSAND = 1_000;
    private static final int MILLION = 1_000_000;
    private static final int FIRST_FROM_PER_MILLE = 30;
    private static final int FIRST_WITHIN_PER_MILLE = 420;
    private static final int SECOND_AFTER_PER_MILLE = 100;
    private static final int SECOND_UNTIL_PER_MILLE = 800;
    /** A second's deviation is such a part of the day's range. */
    private static final int RANGE_PART = 300;
    /** The extremes, then the close. */
    private static final int LAST_STAGE = 2;

    private final DailyRow row;
    private final long mostShares;
    private final boolean highFirst;
    private final int firstPerMille;
    private final int secondPerMille;
    private int stage;
    private long startMs;
    private long worth;

    /** @param mostShares of one order */
    DayPlan(DailyRow row, long mostShares, Dice dice) {
        this.row = row;
        this.mostShares = mostShares;
        highFirst = dice.chance(500);
        firstPerMille = FIRST_FROM_PER_MILLE + dice.below(FIRST_WITHIN_PER_MILLE);
        int secondFrom = firstPerMille + SECOND_AFTER_PER_MILLE;
        secondPerMille = secondFrom + dice.below(SECOND_UNTIL_PER_MILLE - secondFrom);
        worth = row.openWon() << Worth.PRICE_BITS;
    }

    private DayPlan(StateReader in) {
        row = DailyRow.read(in);
        mostShares = in.getLong();
        highFirst = in.getLong() == 1;
        firstPerMille = (int) in.getLong();
        secondPerMille = (int) in.getLong();
        stage = (int) in.getLong();
        startMs = in.getLong();
        worth = in.getLong();
    }

    DailyRow row() {
        return row;
    }

    /** What the instrument is held to be worth now, in won of {@link Worth#PRICE_BITS} fraction bits. */
    long worth() {
        return worth;
    }

    // -- prices --------------------------------------------------------------------------------------------------------

    /** Lets a second of continuous trading pass. @param highWon the day's highest price until now; likewise the lowest */
    void second(long nowMs, long closingMs, long highWon, long lowWon, int seasonRootPercent, Dice dice) {
        begin(nowMs);
        advance(nowMs, closingMs, highWon, lowWon);
        long leftSeconds = (dueMs(closingMs) - nowMs) / THOUSAND;
        long goal = goalWon() << Worth.PRICE_BITS;
        if (leftSeconds <= 1) {
            worth = goal;
            return;
        }
        long range = row.highWon() - row.lowWon() << Worth.PRICE_BITS;
        worth += (goal - worth) / leftSeconds + range / RANGE_PART * seasonRootPercent / HUNDRED * dice.bell() / Dice.BELL_DEVIATION;
        worth = Math.clamp(worth, row.lowWon() << Worth.PRICE_BITS, row.highWon() << Worth.PRICE_BITS);
    }

    /** Begins continuous trading, once. */
    void begin(long nowMs) {
        startMs = startMs == 0 ? nowMs : startMs;
    }

    private void advance(long nowMs, long closingMs, long highWon, long lowWon) {
        while (stage < LAST_STAGE) {
            boolean high = stage == 0 == highFirst;
            boolean apart = high ? row.highIsApart() : row.lowIsApart();
            boolean hit = high ? highWon >= row.highWon() : lowWon != 0 && lowWon <= row.lowWon();
            if (apart && !hit && nowMs < dueMs(closingMs) + GIVE_UP_MS) {
                return;
            }
            stage++;
        }
    }

    /** The price that the worth is on its way to. */
    long goalWon() {
        if (stage == LAST_STAGE) {
            return row.closeWon();
        }
        return stage == 0 == highFirst ? row.highWon() : row.lowWon();
    }

    /** Whether the highest or lowest price should have traded by now, and has not. */
    boolean extremeIsDue(long nowMs, long closingMs, long highWon, long lowWon) {
        advance(nowMs, closingMs, highWon, lowWon);
        return stage < LAST_STAGE && nowMs >= dueMs(closingMs);
    }

    private long dueMs(long closingMs) {
        long lengthMs = Math.max(0, closingMs - EARLY_MS - startMs);
        return switch (stage) {
            case 0 -> startMs + lengthMs * firstPerMille / THOUSAND;
            case 1 -> startMs + lengthMs * secondPerMille / THOUSAND;
            default -> startMs + lengthMs;
        };
    }

    // -- shares --------------------------------------------------------------------------------------------------------

    /** What the opening auction is to trade. */
    long openingShares() {
        long left = row.volumeShares() - extremesLeft(0, 0) - closingShare();
        return Math.clamp(ofAuction(OPENING_PERCENT), 1, Math.max(1, left));
    }

    private long ofAuction(int percent) {
        return Math.min(row.volumeShares() * percent / HUNDRED, mostShares * MOST_PIECES);
    }

    /** Shares that may still trade in continuous trading at no price that is asked for, so that one is left for each that is. */
    long spareShares(long volumeShares, long highWon, long lowWon) {
        return row.volumeShares() - volumeShares - extremesLeft(highWon, lowWon) - closingShare();
    }

    /** Shares that are to have traded by a time. */
    long plannedShares(long nowMs, long closingMs) {
        long before = Season.area(startMs);
        long whole = Math.max(1, Season.area(closingMs) - before);
        long part = Math.clamp(Season.area(nowMs) - before, 0, whole);
        long continuous = row.volumeShares() - ofAuction(OPENING_PERCENT) - ofAuction(CLOSING_PERCENT);
        return ofAuction(OPENING_PERCENT) + continuous * (part * MILLION / whole) / MILLION;
    }

    private int extremesLeft(long highWon, long lowWon) {
        return (row.highIsApart() && highWon < row.highWon() ? 1 : 0)
            + (row.lowIsApart() && (lowWon == 0 || lowWon > row.lowWon()) ? 1 : 0);
    }

    /** The share that is kept for the close. */
    private int closingShare() {
        return row.volumeShares() > 1 ? 1 : 0;
    }

    void write(StateWriter out) {
        row.write(out);
        out.putLong(mostShares);
        out.putLong(highFirst ? 1 : 0);
        out.putLong(firstPerMille);
        out.putLong(secondPerMille);
        out.putLong(stage);
        out.putLong(startMs);
        out.putLong(worth);
    }

    static DayPlan read(StateReader in) {
        return new DayPlan(in);
    }
}
