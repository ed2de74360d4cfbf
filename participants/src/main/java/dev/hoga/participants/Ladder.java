package dev.hoga.participants;

import dev.hoga.core.OrderType;
import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Side;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import dev.hoga.core.TickTable;
import dev.hoga.core.TimeInForce;
import java.util.Arrays;

/**
 * One side of a liquidity provider's quotes in one instrument: an order on each of the next prices beyond what it holds right.
 * Each turn mends a little of it, so that a book that was swept refills over time; one that finds nothing to mend places one of
 * the quotes anew, of another size.
 */
final class Ladder {
    /** Prices quoted. */
    static final int LEVELS = 13;
    /** Room for orders that the price has moved away from. */
    private static final int SLOTS = 20;
    private static final int SLACK_LEVELS = 5;
    private static final int CANCELS_A_TURN = 3;

    private final ParticipantDesk desk;
    private final int trader;
    private final int instrument;
    private final Side side;
    private final long[] orders = new long[SLOTS];
    private final long[] levelWon = new long[LEVELS];

    Ladder(ParticipantDesk desk, int trader, int instrument, Side side) {
        this.desk = desk;
        this.trader = trader;
        this.instrument = instrument;
        this.side = side;
    }

    /** Mends the quotes within the day's limits. */
    int turn(long price, long away, long usualShares, int most, Dice dice) {
        return turn(price, away, desk.lowerLimitWon(instrument), desk.upperLimitWon(instrument), usualShares, most, dice);
    }

    /**
     * Mends the quotes.
     *
     * @param price around which to quote, in won of {@link Worth#PRICE_BITS} fraction bits
     * @param away how far from it the first quote stands at least
     * @param lowestWon the lowest price to quote; likewise the highest
     * @param most how many orders to place at most
     * @return how many orders were placed or cancelled
     */
    int turn(long price, long away, long lowestWon, long highestWon, long usualShares, int most, Dice dice) {
        int levels = chooseLevels(price, away, lowestWon, highestWon);
        long farthestWon = levels == 0 ? 0 : levelWon[levels - 1] + sign() * SLACK_LEVELS * desk.ticks(instrument).tick(levelWon[0]);
        int present = 0;
        int cancelled = 0;
        int free = 0;
        for (int i = 0; i < SLOTS; i++) {
            if (desk.openShares(orders[i]) == 0) {
                orders[i] = 0;
                free++;
                continue;
            }
            long priceWon = desk.priceWon(orders[i]);
            boolean wrong = levels == 0 || (levelWon[0] - priceWon) * sign() > 0 || (priceWon - farthestWon) * sign() > 0;
            if (!wrong) {
                present |= bit(priceWon, levels);
            } else if (cancelled < CANCELS_A_TURN) {
                desk.cancel(orders[i]);
                orders[i] = 0;
                cancelled++;
                free++;
            }
        }
        if (cancelled == 0 && present == (1 << levels) - 1) {
            int slot = dice.below(SLOTS);
            if (orders[slot] != 0) {
                present &= ~bit(desk.priceWon(orders[slot]), levels);
                desk.cancel(orders[slot]);
                orders[slot] = 0;
                cancelled++;
                free++;
            }
        }
        return cancelled + fill(levels, present, usualShares, Math.min(most, free), dice);
    }

    private int fill(int levels, int present, long usualShares, int most, Dice dice) {
        int placed = 0;
        int slot = 0;
        for (int level = 0; level < levels && placed < most; level++) {
            if ((present >> level & 1) == 0) {
                long shares = Math.max(1, usualShares * (4 + level) * (2 + dice.below(13)) / 32);
                long order = desk.place(trader, instrument, side, OrderType.LIMIT, TimeInForce.DAY, shares, levelWon[level]);
                if (order == ParticipantDesk.REFUSED) {
                    return placed;
                }
                while (orders[slot] != 0) {
                    slot++;
                }
                orders[slot] = order;
                placed++;
            }
        }
        return placed;
    }

    /** 1 where worse prices are higher, -1 where they are lower. */
    private int sign() {
        return side == Side.SELL ? 1 : -1;
    }

    /** The prices to quote, the best first: on the grid, within the limits and not through the other side. */
    private int chooseLevels(long price, long away, long lower, long upper) {
        TickTable ticks = desk.ticks(instrument);
        long counter = desk.bestWon(instrument, side.opposite());
        long won;
        if (side == Side.BUY) {
            long wish = Math.max(1, price - away >> Worth.PRICE_BITS);
            won = ticks.floor(Math.min(wish, upper));
            won = counter == 0 ? won : Math.min(won, ticks.down(ticks.floor(counter)));
        } else {
            long wish = Math.max(1, (price + away >> Worth.PRICE_BITS) + 1);
            won = ticks.ceil(Math.max(wish, lower));
            won = counter == 0 ? won : Math.max(won, ticks.up(ticks.ceil(counter)));
        }
        int levels = 0;
        while (levels < LEVELS && won >= lower && won <= upper && won > 0) {
            levelWon[levels++] = won;
            won = side == Side.BUY ? ticks.down(won) : ticks.up(won);
        }
        return levels;
    }

    private int bit(long priceWon, int levels) {
        for (int level = 0; level < levels; level++) {
            if (levelWon[level] == priceWon) {
                return 1 << level;
            }
        }
        return 0;
    }

    /** Takes the quotes away that are better than a price. @return how many */
    int withdrawBetter(long thanWon) {
        int cancelled = 0;
        for (int i = 0; i < SLOTS; i++) {
            if (desk.openShares(orders[i]) != 0 && (desk.priceWon(orders[i]) - thanWon) * sign() < 0) {
                cancelled += desk.cancel(orders[i]) ? 1 : 0;
                orders[i] = 0;
            }
        }
        return cancelled;
    }

    /** Takes all quotes away. @return how many */
    int withdraw() {
        int cancelled = 0;
        for (int i = 0; i < SLOTS; i++) {
            cancelled += desk.cancel(orders[i]) ? 1 : 0;
            orders[i] = 0;
        }
        return cancelled;
    }

    /** Forgets orders of a day that is over. */
    void startDay() {
        Arrays.fill(orders, 0);
    }

    void write(StateWriter out) {
        out.putLongs(orders, 0, SLOTS);
    }

    void read(StateReader in) {
        in.getLongs(orders, 0, SLOTS);
    }
}
