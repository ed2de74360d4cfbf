package dev.hoga.participants;

import dev.hoga.core.Bars;
import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.PastMarket;
import dev.hoga.core.PriceLimits;
import dev.hoga.core.TickTable;

/**
 * The days before an instrument's first one here, as they are said to have been: nobody traded on them. Walks back from the
 * first base price, with turbulent and quiet times; each day keeps the price limits that its base price gives, and every price
 * is on the grid. The same code and base price have the same past, whatever the market's seed.
 */
public final class SaidPast implements PastMarket {
    /** How many days there are: five years of them, so that a chart of days has a second and a third page as the brokers' have. */
    public static final int DAYS = 1_300;

    private static final long BILLION = 1_000_000_000L;
    private static final int TURBULENCE_FADES = 12;
    private static final int TURBULENCE_TOSS = 40;
    /** The closes of two days differ by at most a part of what the limits allow. */
    private static final int MOST_MOVE_PERCENT = 25;
    private static final int MOST_GOLD_MOVE_PERCENT = 8;
    /** How far gold moves in a day. */
    private static final long GOLD_DAILY_PPB = 10_000_000;
    private static final long USUAL_TURNOVER_PART = 350;

    @Override
    public void copyDays(long code, InstrumentKind kind, int leverage, long listedShares, long firstBaseWon, Dates before,
        int below, Bars out) {
        var dice = new Dice(Dice.mix(code) ^ firstBaseWon);
        TickTable ticks = Code.isOverseas(code) ? TickTable.of(Code.venue(code)) : TickTable.of(kind);
        long dailyPpb = switch (kind) {
            case ETF -> 10_000_000L * Math.abs(leverage);
            case GOLD, MINI_GOLD -> GOLD_DAILY_PPB;
            case STOCK -> 14_000_000 + dice.below(18_000_000);
        };
        long turbulence = 0;
        long closeWon = firstBaseWon;
        int date = before.tradingDayBefore(before.firstDate());
        for (int day = 0; day < DAYS && !out.full(); day++) {
            turbulence += TURBULENCE_TOSS * (long) dice.bell() - turbulence / TURBULENCE_FADES;
            long moveWon = move(kind, closeWon, dailyPpb, turbulence, dice);
            long baseWon = baseBefore(kind, code, closeWon, moveWon, leverage, ticks);
            PriceLimits limits = limits(kind, code, baseWon, leverage, ticks);
            long reach = Math.max(ticks.tick(closeWon), closeWon / 1_000 * (dailyPpb / 1_000_000) * Fixed.pow2Q10(turbulence)
                / Fixed.ONE_Q10);
            long openWon = within(baseWon + reach * dice.bell() / (3L * Dice.BELL_DEVIATION), limits, ticks);
            long highWon = within(Math.max(openWon, closeWon) + reach * dice.below(1_000) / 2_000, limits, ticks);
            long lowWon = within(Math.min(openWon, closeWon) - reach * dice.below(1_000) / 2_000, limits, ticks);
            highWon = Math.max(highWon, Math.max(openWon, closeWon));
            lowWon = Math.min(lowWon, Math.min(openWon, closeWon));
            long volume = Math.max(1, listedShares / USUAL_TURNOVER_PART * Fixed.pow2Q10(turbulence + 100L * dice.bell())
                / Fixed.ONE_Q10);
            if (date < below) {
                long middleWon = (openWon + highWon + lowWon + closeWon) / 4;
                out.add(date, before.startMs(date), baseWon, openWon, highWon, lowWon, closeWon, volume, volume * middleWon);
            }
            closeWon = baseWon;
            date = before.tradingDayBefore(date);
        }
    }

    private static long move(InstrumentKind kind, long closeWon, long dailyPpb, long turbulence, Dice dice) {
        long ppb = dailyPpb * Fixed.pow2Q10(turbulence) / Fixed.ONE_Q10 * dice.bell() / Dice.BELL_DEVIATION;
        long most = closeWon * (kind.gold() ? MOST_GOLD_MOVE_PERCENT : MOST_MOVE_PERCENT) / 100;
        return Math.clamp(closeWon * ppb / BILLION, -most, most);
    }

    /** A base price from which a day can have come to this close by about this much. */
    private static long baseBefore(InstrumentKind kind, long code, long closeWon, long moveWon, int leverage, TickTable ticks) {
        long baseWon = ticks.floor(Math.max(1, closeWon - moveWon));
        return limits(kind, code, Math.max(1, baseWon), leverage, ticks).contains(closeWon) && baseWon > 0 ? baseWon : closeWon;
    }

    private static PriceLimits limits(InstrumentKind kind, long code, long baseWon, int leverage, TickTable ticks) {
        return Code.isOverseas(code) ? PriceLimits.overseas(Code.venue(code), baseWon, ticks) : PriceLimits.of(kind, baseWon, leverage);
    }

    private static long within(long priceWon, PriceLimits limits, TickTable ticks) {
        return ticks.floor(Math.clamp(priceWon, limits.lowerWon(), limits.upperWon()));
    }
}
