package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DensePriceLevelsTest extends PriceLevelsContract {

    @Override
    PriceLevels levels(Side side) {
        return new DensePriceLevels(side, LIMITS, TickTable.STOCK);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 10, 1_540, 2_000, 2_600, 4_995, 6_000, 16_000, 20_000, 28_000, 50_000, 150_000, 199_900, 260_000,
        500_000, 700_000, 5_000_000})
    void numbersEveryGridPriceBetweenTheLimitsOnce(long baseWon) {
        PriceLimits limits = PriceLimits.of(baseWon, 1, TickTable.STOCK);
        var levels = new DensePriceLevels(Side.BUY, limits, TickTable.STOCK);
        int expected = 0;
        for (long price = limits.lowerWon(); price <= limits.upperWon(); price = TickTable.STOCK.up(price)) {
            assertEquals(expected, levels.open(price));
            assertEquals(price, levels.priceWon(expected));
            expected++;
        }
        assertEquals(expected, DensePriceLevels.levelCount(limits, TickTable.STOCK));
    }

    @Test
    void spansThreeBandsOfALeveragedFundAndOfACheapShare() {
        PriceLimits wide = new PriceLimits(6_000, 1_990);
        var levels = new DensePriceLevels(Side.SELL, wide, TickTable.STOCK);
        assertEquals(0, levels.open(1_990));
        assertEquals(10, levels.open(2_000));
        assertEquals(11, levels.open(2_005));
        assertEquals(610, levels.open(5_000));
        assertEquals(710, levels.open(6_000));
        assertEquals(711, DensePriceLevels.levelCount(wide, TickTable.STOCK));
    }

    @Test
    void isTakenUpToItsMostLevelsAndTheSortedOneBeyond() {
        PriceLimits most = new PriceLimits(2_000 + 5L * (DensePriceLevels.MAX_LEVELS - 1), 2_000);
        assertEquals(DensePriceLevels.MAX_LEVELS, DensePriceLevels.levelCount(most, TickTable.ETF));
        PriceLevels dense = assertInstanceOf(DensePriceLevels.class, PriceLevels.of(Side.BUY, most, TickTable.ETF));
        dense.queue(dense.open(most.upperWon()), 1, 1);
        dense.queue(dense.open(most.lowerWon()), 2, 2);
        assertEquals(most.upperWon(), dense.priceWon(dense.best()));
        assertEquals(most.lowerWon(), dense.priceWon(dense.worse(dense.best())));
        PriceLimits more = new PriceLimits(most.upperWon() + 5, 2_000);
        assertInstanceOf(SortedPriceLevels.class, PriceLevels.of(Side.BUY, more, TickTable.ETF));
    }

    @Test
    void holdsEveryShareBelowSevenMillionWon() {
        for (long base = 1; base < 6_000_000; base = TickTable.STOCK.up(base)) {
            long count = DensePriceLevels.levelCount(PriceLimits.of(base, 1, TickTable.STOCK), TickTable.STOCK);
            assertTrue(count <= DensePriceLevels.MAX_LEVELS, "base " + base + " has " + count + " levels");
        }
    }
}
