package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link PriceLevels} must do. */
abstract class PriceLevelsContract {
    static final PriceLimits LIMITS = PriceLimits.of(20_000, 1, TickTable.STOCK);

    private PriceLevels bids;
    private PriceLevels asks;

    /** Empty levels for prices within {@link #LIMITS} on the grid of shares. */
    abstract PriceLevels levels(Side side);

    @BeforeEach
    void startEmpty() {
        bids = levels(Side.BUY);
        asks = levels(Side.SELL);
    }

    private static int put(PriceLevels levels, long priceWon, int head, int tail, long shares) {
        int level = levels.open(priceWon);
        levels.queue(level, head, tail);
        levels.addShares(level, shares);
        return level;
    }

    private static List<Long> bestFirst(PriceLevels levels) {
        var prices = new ArrayList<Long>();
        for (int level = levels.best(); level != PriceLevels.NONE; level = levels.worse(level)) {
            prices.add(levels.priceWon(level));
        }
        return prices;
    }

    @Test
    void hasNoBestAndNoWorstWhileEmpty() {
        assertEquals(PriceLevels.NONE, bids.best());
        assertEquals(PriceLevels.NONE, bids.worst());
        assertEquals(PriceLevels.NONE, asks.best());
        assertEquals(PriceLevels.NONE, asks.worst());
    }

    @Test
    void putsTheHighestBidAndTheLowestAskFirst() {
        for (long price : new long[] {20_000, 19_990, 26_000, 14_000, 20_050}) {
            put(bids, price, 1, 1, 10);
            put(asks, price, 1, 1, 10);
        }
        assertEquals(List.of(26_000L, 20_050L, 20_000L, 19_990L, 14_000L), bestFirst(bids));
        assertEquals(List.of(14_000L, 19_990L, 20_000L, 20_050L, 26_000L), bestFirst(asks));
        assertEquals(14_000, bids.priceWon(bids.worst()));
        assertEquals(26_000, asks.priceWon(asks.worst()));
    }

    @Test
    void keepsTheEndsOfTheQueueAndTheSharesOfALevel() {
        int level = put(bids, 20_000, 7, 9_999_999, 1_000_000_000_000L);
        assertEquals(level, bids.open(20_000));
        assertEquals(7, bids.head(level));
        assertEquals(9_999_999, bids.tail(level));
        bids.addShares(level, -1);
        assertEquals(999_999_999_999L, bids.shares(level));
        assertEquals(999_999_999_999L, bids.sharesAt(20_000));
        assertEquals(0, bids.sharesAt(19_990));
        assertEquals(level, bids.worst());
        bids.queue(level, 15_999_999, 15_999_999);
        assertEquals(15_999_999, bids.head(level));
        assertEquals(15_999_999, bids.tail(level));
    }

    @Test
    void closesALevelWhoseQueueIsEmptyAndOpensItAgainWithoutShares() {
        int closed = put(asks, 20_000, 1, 1, 5);
        put(asks, 20_050, 2, 2, 5);
        asks.addShares(closed, -5);
        asks.queue(closed, 0, 0);
        assertEquals(List.of(20_050L), bestFirst(asks));
        int again = asks.open(20_000);
        assertEquals(0, asks.head(again));
        assertEquals(0, asks.tail(again));
        assertEquals(0, asks.shares(again));
    }

    @Test
    void keepsAHandleWhileOtherLevelsComeAndGo() {
        int kept = put(bids, 20_000, 1, 1, 1);
        for (long price = 14_000; price < 20_000; price += 10) {
            put(bids, price, 2, 2, 2);
        }
        for (long price = 14_000; price < 20_000; price += 20) {
            int level = bids.open(price);
            assertNotEquals(kept, level);
            bids.addShares(level, -2);
            bids.queue(level, 0, 0);
        }
        assertEquals(20_000, bids.priceWon(kept));
        assertEquals(1, bids.head(kept));
        assertEquals(kept, bids.best());
    }

    private static final class ModelLevel {
        final Deque<Integer> orders = new ArrayDeque<>();
        long shares;
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void behavesLikeASortedMapOfQueues(Side side) {
        for (long seed = Seeds.first(1); seed < Seeds.first(1) + 20; seed++) {
            compareWithModel(side, new Random(seed), "seed " + seed);
        }
    }

    private void compareWithModel(Side side, Random random, String seed) {
        PriceLevels levels = levels(side);
        Comparator<Long> bestFirst = side == Side.BUY ? Comparator.reverseOrder() : Comparator.naturalOrder();
        var model = new TreeMap<Long, ModelLevel>(bestFirst);
        int spread = 1 + random.nextInt(2_000);
        for (int step = 1; step <= 2_000; step++) {
            long price = TickTable.STOCK.floor(Math.clamp(20_000 + random.nextInt(-spread, spread + 1) * 4L,
                LIMITS.lowerWon(), LIMITS.upperWon()));
            if (random.nextInt(5) < (step < 1_000 ? 3 : 2)) {
                long shares = 1 + random.nextInt(1_000_000_000);
                int level = levels.open(price);
                levels.queue(level, levels.head(level) == 0 ? step : levels.head(level), step);
                levels.addShares(level, shares);
                ModelLevel expected = model.computeIfAbsent(price, none -> new ModelLevel());
                expected.orders.add(step);
                expected.shares += shares;
            } else if (!model.isEmpty()) {
                Long there = random.nextBoolean() ? model.firstKey() : model.floorKey(price);
                removeFirst(levels, model, there == null ? model.firstKey() : there);
            }
            check(levels, model, seed + " step " + step);
        }
    }

    private static void removeFirst(PriceLevels levels, TreeMap<Long, ModelLevel> model, long price) {
        ModelLevel expected = model.get(price);
        int level = levels.open(price);
        long taken = expected.orders.size() == 1 ? expected.shares : expected.shares / expected.orders.size();
        expected.orders.poll();
        expected.shares -= taken;
        levels.addShares(level, -taken);
        if (expected.orders.isEmpty()) {
            model.remove(price);
            levels.queue(level, 0, 0);
        } else {
            levels.queue(level, expected.orders.peekFirst(), expected.orders.peekLast());
        }
    }

    private static void check(PriceLevels levels, TreeMap<Long, ModelLevel> model, String where) {
        int level = levels.best();
        for (var entry : model.entrySet()) {
            assertNotEquals(PriceLevels.NONE, level, where);
            assertEquals(entry.getKey(), levels.priceWon(level), where);
            assertEquals(entry.getValue().orders.peekFirst(), levels.head(level), where);
            assertEquals(entry.getValue().orders.peekLast(), levels.tail(level), where);
            assertEquals(entry.getValue().shares, levels.shares(level), where);
            if (entry.getKey().equals(model.lastKey())) {
                assertEquals(level, levels.worst(), where);
            }
            level = levels.worse(level);
        }
        assertEquals(PriceLevels.NONE, level, where);
    }
}
