package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The day's price limits. Source: rules A2, H1, H2; numbers worked by hand. */
class PriceLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "70000, 91000, 49000",
        "9990, 12980, 7000",
        "199900, 259500, 140000",
        "200000, 260000, 140000",
        "1999, 2595, 1400",
        "2000, 2600, 1400",
        "500000, 650000, 350000",
        "998000, 1297000, 699000",
    })
    void cutsTheWidthAtTheBaseThenMovesInwardAtEachLimit(long baseWon, long upperWon, long lowerWon) {
        assertEquals(new PriceLimits(upperWon, lowerWon), PriceLimits.of(baseWon, 1, TickTable.STOCK));
    }

    /** 30 % of 2,005 is 601.5, cut to 600: 1,405, where 2,005 x 0.7 = 1,403.5 would give 1,404. */
    @ParameterizedTest
    @CsvSource({"2005, 1405, 1404", "2015, 1415, 1411", "5030, 3530, 3525", "20150, 14150, 14110"})
    void putsTheLowerLimitAboveSevenTenthsWhereTheCutWidthSaysSo(long baseWon, long lowerWon, long naiveWon) {
        assertEquals(naiveWon, TickTable.STOCK.ceil(Math.ceilDiv(baseWon * 7, 10L)));
        assertEquals(lowerWon, PriceLimits.of(baseWon, 1, TickTable.STOCK).lowerWon());
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 1", "2, 3, 1", "3, 4, 2", "4, 5, 3", "6, 7, 5", "7, 9, 5"})
    void leavesRoomOfAWonAtTheLowestPrices(long baseWon, long upperWon, long lowerWon) {
        assertEquals(new PriceLimits(upperWon, lowerWon), PriceLimits.of(baseWon, 1, TickTable.STOCK));
    }

    @ParameterizedTest
    @CsvSource({"10000, 1, 13000, 7000", "10000, -1, 13000, 7000", "10000, 2, 16000, 4000", "10000, -2, 16000, 4000",
        "20005, 1, 26005, 14005", "1995, 1, 2590, 1397", "1995, 2, 3190, 799", "3000, 3, 5700, 300"})
    void widensForLeveragedAndInverseFunds(long baseWon, int leverage, long upperWon, long lowerWon) {
        assertEquals(new PriceLimits(upperWon, lowerWon), PriceLimits.of(baseWon, leverage, TickTable.ETF));
    }

    @Test
    void containsItsOwnEnds() {
        PriceLimits limits = PriceLimits.of(70_000, 1, TickTable.STOCK);
        assertTrue(limits.contains(49_000) && limits.contains(91_000));
        assertFalse(limits.contains(48_950) || limits.contains(91_100));
    }

    @ParameterizedTest
    @EnumSource(InstrumentKind.class)
    void agreesWithTheRuleBookForEveryBase(InstrumentKind kind) {
        for (long base = TickTable.of(kind).tick(1); base <= 700_000; base = TickTable.of(kind).up(base)) {
            for (int leverage : kind == InstrumentKind.ETF ? new int[] {-2, -1, 1, 2, 3} : new int[] {1}) {
                var expected = new PriceLimits(NaiveRules.upper(kind, leverage, base), NaiveRules.lower(kind, leverage, base));
                assertEquals(expected, PriceLimits.of(kind, base, leverage),
                    "base " + base + " leverage " + leverage);
            }
        }
    }
}
