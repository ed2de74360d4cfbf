package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SortedPriceLevelsTest extends PriceLevelsContract {

    @Override
    PriceLevels levels(Side side) {
        return new SortedPriceLevels(side);
    }

    @Test
    void takesPricesWithoutAnyBound() {
        var levels = new SortedPriceLevels(Side.SELL);
        for (long price : new long[] {Long.MAX_VALUE, 1, 1_000_000_000_000L}) {
            levels.queue(levels.open(price), 1, 1);
        }
        assertEquals(1, levels.priceWon(levels.best()));
        assertEquals(Long.MAX_VALUE, levels.priceWon(levels.worst()));
    }
}
