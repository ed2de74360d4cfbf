package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The two tick tables. Source: rules A2. */
class TickTableTest {

    @ParameterizedTest
    @CsvSource({"1,1", "1999,1", "2000,5", "4995,5", "5000,10", "19990,10", "20000,50", "49950,50", "50000,100", "199900,100",
        "200000,500", "499500,500", "500000,1000", "10000000,1000"})
    void knowsTheTickOfASharePrice(long priceWon, long tickWon) {
        assertEquals(tickWon, TickTable.STOCK.tick(priceWon));
        assertTrue(TickTable.STOCK.onGrid(priceWon));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1999,1", "2000,5", "19990,5", "500000,5"})
    void knowsTheTickOfAFundPrice(long priceWon, long tickWon) {
        assertEquals(tickWon, TickTable.ETF.tick(priceWon));
        assertTrue(TickTable.ETF.onGrid(priceWon));
    }

    @ParameterizedTest
    @CsvSource({"2001", "4999", "5005", "19995", "20010", "50050", "199950", "200100", "499900", "500500"})
    void knowsASharePriceThatIsOffTheGrid(long priceWon) {
        assertFalse(TickTable.STOCK.onGrid(priceWon));
    }

    @Test
    void hasNoGridPriceAtZeroOrBelow() {
        assertFalse(TickTable.STOCK.onGrid(0));
        assertFalse(TickTable.STOCK.onGrid(-5));
    }

    @ParameterizedTest
    @CsvSource({"1999,2000", "2000,2005", "4995,5000", "5000,5010", "19990,20000", "20000,20050", "49950,50000", "199900,200000",
        "200000,200500", "499500,500000", "500000,501000"})
    void stepsUpAndDownAcrossTheBorders(long lowerWon, long higherWon) {
        assertEquals(higherWon, TickTable.STOCK.up(lowerWon));
        assertEquals(lowerWon, TickTable.STOCK.down(higherWon));
    }

    @ParameterizedTest
    @EnumSource(InstrumentKind.class)
    void movesEveryPriceToItsNeighboursOnTheGrid(InstrumentKind kind) {
        TickTable ticks = TickTable.of(kind);
        long first = ticks.tick(1);
        long below = first;
        for (long price = first; price <= 600_000; price++) {
            if (NaiveRules.onGrid(kind, price)) {
                assertEquals(price, ticks.floor(price));
                assertEquals(price, ticks.ceil(price));
                if (price > first) {
                    assertEquals(price, ticks.up(below));
                    assertEquals(below, ticks.down(price));
                }
                below = price;
            } else {
                assertEquals(below, ticks.floor(price));
                assertEquals(ticks.up(below), ticks.ceil(price));
            }
            assertEquals(NaiveRules.onGrid(kind, price), ticks.onGrid(price));
        }
    }
}
