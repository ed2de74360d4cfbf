package dev.hoga.participants;

import dev.hoga.core.Currency;
import dev.hoga.core.OrderType;
import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Phase;
import dev.hoga.core.Side;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import dev.hoga.core.TimeInForce;

/**
 * The market of one overseas instrument, simpler and slower than a {@link Pit}: one trader quotes both sides around a worth that
 * wanders, another trades with what is quoted now and then. Prices are minimal units of the currency.
 */
final class Stall {
    /** Quotes on each side. */
    static final int LEVELS = 10;
    static final long MEAN_WAIT_MS = 12_000;

    private static final int WORTH_BITS = 8;
    /** Deviation of the worth from one turn to the next: 1.5 % over the two thousand turns of a session. */
    private static final long MOVE_PPM = 340;
    private static final long MILLION = 1_000_000;
    /** The worth stays within such a part of the day's base price. */
    private static final long FAR_PART = 7;
    /** Quotes are such a part of the price apart, or a tick. */
    private static final long STEP_PART = 4_000;
    private static final int TAKES_PER_MILLE = 600;
    private static final long QUOTED_SHARES = 100;
    private static final long TRADERS_CASH = 100_000_000_000_000L;
    private static final long TRADERS_SHARES = 100_000_000;

    private final ParticipantDesk desk;
    private final int instrument;
    private final Currency currency;
    private final int provider;
    private final int taker;
    private final Dice dice;
    private final long[] quotes = new long[2 * LEVELS];
    private long worth;
    private int date;
    private long wakeMs;

    /** @param seed the market's; an instrument's luck depends on it and on its code alone */
    Stall(ParticipantDesk desk, int instrument, long seed) {
        this.desk = desk;
        this.instrument = instrument;
        currency = desk.venue(instrument).currency();
        dice = new Dice(Dice.mix(seed ^ Dice.mix(desk.code(instrument))));
        provider = Roster.of(TraderKind.LIQUIDITY_PROVIDER, instrument).id();
        taker = Roster.of(TraderKind.RETAIL, instrument).id();
    }

    int instrument() {
        return instrument;
    }

    long wakeMs() {
        return wakeMs;
    }

    /** Whether the session lets orders match now. */
    boolean open() {
        Phase phase = desk.phase(instrument);
        return phase == Phase.PRE_MARKET || phase == Phase.CONTINUOUS || phase == Phase.AFTER_MARKET;
    }

    /** Chooses when to act next. */
    long waits(int intensityPercent) {
        wakeMs = desk.nowMs() + 1 + dice.exponential(MEAN_WAIT_MS * 100 / intensityPercent);
        return wakeMs;
    }

    /** Quotes anew, and trades perhaps. @return how many orders were placed or cancelled */
    int turn() {
        if (date != desk.overseasDate(instrument)) {
            startDay();
        }
        if (desk.halted(instrument)) {
            return 0;
        }
        wander();
        int done = withdraw();
        long middle = desk.ticks(instrument).floor(worth >> WORTH_BITS);
        long step = Math.max(desk.ticks(instrument).tick(middle), middle / STEP_PART);
        for (int level = 0; level < LEVELS; level++) {
            long away = step * level;
            quotes[2 * level] = place(provider, Side.BUY, quoted(), desk.ticks(instrument).floor(middle - away));
            quotes[2 * level + 1] = place(provider, Side.SELL, quoted(), desk.ticks(instrument).ceil(middle + 1 + away));
            done += 2;
        }
        if (dice.chance(TAKES_PER_MILLE)) {
            Side side = dice.chance(500) ? Side.BUY : Side.SELL;
            long price = desk.bestWon(instrument, side.opposite());
            place(taker, side, Math.max(desk.lotShares(instrument), (1 + dice.below(40)) / desk.lotShares(instrument)
                * desk.lotShares(instrument)), price);
            done++;
        }
        return done;
    }

    private void startDay() {
        date = desk.overseasDate(instrument);
        worth = desk.lastWon(instrument) << WORTH_BITS;
        for (int trader : new int[] {provider, taker}) {
            desk.fund(trader, currency, TRADERS_CASH);
            desk.endow(trader, instrument, TRADERS_SHARES);
        }
    }

    private void wander() {
        long base = desk.baseWon(instrument) << WORTH_BITS;
        long moved = worth + worth / MILLION * MOVE_PPM * dice.bell() / Dice.BELL_DEVIATION;
        worth = Math.clamp(moved, Math.max(base - base / FAR_PART, desk.lowerLimitWon(instrument) << WORTH_BITS),
            Math.min(base + base / FAR_PART, desk.upperLimitWon(instrument) << WORTH_BITS));
    }

    private long quoted() {
        long lot = desk.lotShares(instrument);
        return Math.max(lot, QUOTED_SHARES / lot * lot) * (1 + dice.below(9));
    }

    private long place(int trader, Side side, long shares, long price) {
        boolean allowed = price >= desk.lowerLimitWon(instrument) && price <= desk.upperLimitWon(instrument);
        return allowed && price > 0
            ? desk.place(trader, instrument, side, OrderType.LIMIT, TimeInForce.DAY, shares, price) : ParticipantDesk.REFUSED;
    }

    /** Takes all quotes back. @return how many there were */
    int withdraw() {
        int cancelled = 0;
        for (int at = 0; at < quotes.length; at++) {
            if (quotes[at] != ParticipantDesk.REFUSED && desk.cancel(quotes[at])) {
                cancelled++;
            }
            quotes[at] = ParticipantDesk.REFUSED;
        }
        return cancelled;
    }

    void write(StateWriter out) {
        dice.write(out);
        out.putLong(worth);
        out.putLong(date);
        out.putLong(wakeMs);
        for (long quote : quotes) {
            out.putLong(quote);
        }
    }

    void read(StateReader in) {
        dice.read(in);
        worth = in.getLong();
        date = (int) in.getLong();
        wakeMs = in.getLong();
        for (int at = 0; at < quotes.length; at++) {
            quotes[at] = in.getLong();
        }
    }
}
