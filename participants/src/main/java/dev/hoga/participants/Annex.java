package dev.hoga.participants;

import dev.hoga.core.OrderType;
import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Side;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import dev.hoga.core.TimeInForce;

/**
 * What of an instrument is traded at NXT: a liquidity provider who quotes it there around the worth that it has in its
 * {@link Pit}, some private traders, and an arbitrageur who trades one venue against the other where they cross.
 */
final class Annex {
    /** So often on average somebody comes at an ordinary moment. */
    private static final long MEAN_MS = 10_000;
    private static final long FIRST_WAKE_MS = 8_000;
    /** What is quoted here is such a part of what is quoted at KRX. */
    private static final int QUOTED_PART = 3;
    private static final int TRADED_PART = 2;
    private static final int PLACED_A_TURN = 5;
    private static final int PERCENT_OF_TICK_AWAY = 40;
    private static final int PROVIDERS_APART = 3;

    private final ParticipantDesk desk;
    private final Pit pit;
    /** Its id at NXT. */
    private final int listing;
    private final Dice dice;
    private final Ladder bids;
    private final Ladder asks;
    private final Resting resting;
    private long wakeMs;
    /** Whether nobody quotes yet today. */
    private boolean bare = true;

    /** @param seed the market's; an instrument's luck depends on it and on its code alone */
    Annex(ParticipantDesk desk, Pit pit, int listing, long seed) {
        this.desk = desk;
        this.pit = pit;
        this.listing = listing;
        dice = new Dice(Dice.mix(seed ^ Dice.mix(~desk.code(listing))));
        int provider = Roster.of(TraderKind.LIQUIDITY_PROVIDER, pit.instrument() + PROVIDERS_APART).id();
        bids = new Ladder(desk, provider, listing, Side.BUY);
        asks = new Ladder(desk, provider, listing, Side.SELL);
        resting = new Resting(desk);
    }

    int instrument() {
        return pit.instrument();
    }

    void startDay() {
        bids.startDay();
        asks.startDay();
        resting.startDay();
        bare = true;
    }

    /** The time of the wake-up that counts. */
    long wakeMs() {
        return wakeMs;
    }

    /** Chooses when to wake first. */
    long firstWake() {
        wakeMs = desk.nowMs() + 1 + dice.below((int) FIRST_WAKE_MS);
        return wakeMs;
    }

    /**
     * Lets the next trader act and chooses when the one after comes.
     *
     * @return how many orders were placed or cancelled
     */
    int turn(int seasonPercent, int intensityPercent) {
        wakeMs = desk.nowMs() + 1 + dice.exponential(Math.max(1, MEAN_MS * 10_000 / ((long) seasonPercent * intensityPercent)));
        if (desk.halted(listing) || !desk.phase(listing).continuous()) {
            return 0;
        }
        pit.endow();
        if (bare) {
            bare = false;
            return quote(bids, Ladder.LEVELS) + quote(asks, Ladder.LEVELS);
        }
        int done = quote(dice.chance(500) ? bids : asks, PLACED_A_TURN) + arbitrage();
        return dice.chance(600) ? done + trade() : done;
    }

    private int quote(Ladder ladder, int most) {
        return ladder.turn(pit.worth().price(), pit.tick() * PERCENT_OF_TICK_AWAY / 100, Math.max(1, pit.quotedShares() / QUOTED_PART),
            most, dice);
    }

    private int trade() {
        int trader = Roster.any(TraderKind.RETAIL, dice).id();
        Side side = dice.chance(500) ? Side.BUY : Side.SELL;
        long shares = Math.max(1, pit.shares(dice) / TRADED_PART);
        boolean waits = dice.chance(400);
        long priceWon = desk.bestWon(listing, waits ? side : side.opposite());
        if (priceWon == 0) {
            return 0;
        }
        if (waits) {
            return 1 + resting.add(desk.place(trader, listing, side, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon));
        }
        desk.place(trader, listing, side, OrderType.LIMIT, TimeInForce.IOC, shares, priceWon);
        return 1;
    }

    /** Buys where it is asked for less than is bid at the other venue, and sells there. */
    private int arbitrage() {
        return cross(listing, pit.instrument()) + cross(pit.instrument(), listing);
    }

    private int cross(int buyAt, int sellAt) {
        long ask = desk.bestWon(buyAt, Side.SELL);
        long bid = desk.bestWon(sellAt, Side.BUY);
        if (ask == 0 || bid <= ask || !desk.phase(buyAt).continuous() || !desk.phase(sellAt).continuous()) {
            return 0;
        }
        int trader = Roster.any(TraderKind.ARBITRAGE, dice).id();
        long shares = Math.min(pit.shares(dice), desk.sellableShares(trader, pit.instrument()));
        if (shares == 0) {
            return 0;
        }
        desk.place(trader, buyAt, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, shares, ask);
        desk.place(trader, sellAt, Side.SELL, OrderType.LIMIT, TimeInForce.IOC, shares, bid);
        return 2;
    }

    /** Takes all orders away. @return how many */
    int withdraw() {
        return bids.withdraw() + asks.withdraw() + resting.withdraw();
    }

    void write(StateWriter out) {
        dice.write(out);
        bids.write(out);
        asks.write(out);
        resting.write(out);
        out.putLong(wakeMs);
        out.putLong(bare ? 1 : 0);
    }

    void read(StateReader in) {
        dice.read(in);
        bids.read(in);
        asks.read(in);
        resting.read(in);
        wakeMs = in.getLong();
        bare = in.getLong() == 1;
    }
}
