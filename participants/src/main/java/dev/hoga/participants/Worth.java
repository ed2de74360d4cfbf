package dev.hoga.participants;

import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Side;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;

/**
 * What the market's traders hold one instrument to be worth. News move it a little every second, more in turbulent times,
 * which last; large trades move it too, partly for good and partly for minutes. Prices here are won in 2<sup>20</sup>ths.
 */
final class Worth {
    static final int PRICE_BITS = 20;

    private static final long BILLION = 1_000_000_000L;
    private static final int TRADING_SECONDS_ROOT = 153;
    /** Turbulence, a logarithm to base two in 1,024ths: it fades by such a part a minute and is stirred by so much a toss. */
    private static final int TURBULENCE_FADES = 24;
    private static final int TURBULENCE_TOSS = 58;
    /** A story draws its instrument's worth to an end by such a part of the rest every second. */
    private static final int STORY_PACE = 700;
    /** What trades did fades by such a part a second, and stays for good by such a part. */
    private static final int IMPACT_FADES = 240;
    private static final int IMPACT_STAYS = 1_200;
    private static final int FAR_PERCENT = 60;

    private final long dailyMovePpb;
    private final int betaPercent;
    private long worth;
    private long impact;
    private long turbulence;
    private long storyEnd;
    private long storyBeginsMs;

    /**
     * @param dailyMovePpb the deviation of a day's own move, in parts per billion
     * @param betaPercent how much of the whole market's move it shares
     */
    Worth(long dailyMovePpb, int betaPercent) {
        this.dailyMovePpb = dailyMovePpb;
        this.betaPercent = betaPercent;
    }

    /** The middle between the best prices, or the last price where a side is empty. */
    static long middle(ParticipantDesk desk, int instrument) {
        long bid = desk.bestWon(instrument, Side.BUY);
        long ask = desk.bestWon(instrument, Side.SELL);
        return bid == 0 || ask == 0 ? desk.lastWon(instrument) << PRICE_BITS : bid + ask << PRICE_BITS - 1;
    }

    /** The tick at the last price. */
    static long tick(ParticipantDesk desk, int instrument) {
        return desk.ticks(instrument).tick(desk.lastWon(instrument)) << PRICE_BITS;
    }

    /** The price around which quotes stand. */
    long price() {
        return worth + impact;
    }

    /** The day's own move of a usual day, as an amount at the present price. */
    long dailyMove() {
        return part(worth, dailyMovePpb);
    }

    private static long part(long price, long ppb) {
        return (price >> 10) * ppb / (BILLION >> 10);
    }

    /** Begins a day near a price, with the news of the night, and on some days with a story. */
    void startDay(long lastWon, long dayStartMs, Dice dice, boolean mayHaveStory) {
        worth = lastWon << PRICE_BITS;
        worth += part(worth, dailyMovePpb) * dice.bell() / (4L * Dice.BELL_DEVIATION);
        impact = 0;
        turbulence /= 2;
        storyEnd = 0;
        if (mayHaveStory && dice.chance(25)) {
            int movePercent = 22 + dice.below(32);
            storyEnd = (lastWon << PRICE_BITS) / 100 * (dice.chance(620) ? 100 + movePercent : 100 - movePercent);
            storyBeginsMs = dayStartMs + dice.below(5 * 3_600_000);
        }
    }

    /**
     * Lets a second pass.
     *
     * @param marketPpb how far the whole market's news move in it, in parts per billion
     * @param seasonRootPercent the root of the season's activity
     */
    void second(long nowMs, long marketPpb, int seasonRootPercent, Dice dice) {
        long ownPpb = dailyMovePpb / TRADING_SECONDS_ROOT * Fixed.pow2Q10(turbulence) / Fixed.ONE_Q10 * seasonRootPercent / 100
            * dice.bell() / Dice.BELL_DEVIATION;
        worth += part(worth, ownPpb + marketPpb * betaPercent / 100) + impact / IMPACT_STAYS;
        impact -= impact / IMPACT_FADES;
        if (storyEnd != 0 && nowMs >= storyBeginsMs) {
            worth += (storyEnd - worth) / STORY_PACE;
        }
    }

    /** Lets a minute pass. */
    void minute(Dice dice) {
        turbulence = stir(turbulence, dice);
    }

    /** The turbulence a minute later. */
    static long stir(long turbulence, Dice dice) {
        return turbulence - turbulence / TURBULENCE_FADES + TURBULENCE_TOSS * (long) dice.bell();
    }

    /** Makes the worth another, for what has no worth of its own: a fund is worth what it holds. */
    void follow(long price) {
        worth = price;
    }

    /** Learns from a trade: a price far from what was held right says that somebody knows, or wants, something. */
    void learn(long tradeWon, long tickWon) {
        long off = (tradeWon << PRICE_BITS) - price();
        long usual = Math.max((tickWon << PRICE_BITS) * 3 / 2, dailyMove() / 48);
        long beyond = Math.max(0, Math.abs(off) - usual);
        impact += off / 128 + Long.signum(off) * beyond / 2;
    }

    /** How turbulent it is now, where 1,024 is usual. */
    long turbulenceQ10() {
        return Fixed.pow2Q10(turbulence);
    }

    /** Keeps the worth within a range that prices can follow. */
    void keepNear(long baseWon) {
        long base = baseWon << PRICE_BITS;
        worth = Math.clamp(worth, base - base / 100 * FAR_PERCENT, base + base / 100 * FAR_PERCENT);
    }

    void write(StateWriter out) {
        out.putLong(worth);
        out.putLong(impact);
        out.putLong(turbulence);
        out.putLong(storyEnd);
        out.putLong(storyBeginsMs);
    }

    void read(StateReader in) {
        worth = in.getLong();
        impact = in.getLong();
        turbulence = in.getLong();
        storyEnd = in.getLong();
        storyBeginsMs = in.getLong();
    }
}
