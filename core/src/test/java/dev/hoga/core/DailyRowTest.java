package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hoga.core.DailyRow.Fault;
import org.junit.jupiter.api.Test;

class DailyRowTest {

    private static Fault fault(long base, long open, long high, long low, long close, long volume) {
        return new DailyRow(20_000, base, open, high, low, close, volume).fault(TickTable.STOCK, 1);
    }

    @Test
    void takesRealShapes() {
        // 005930 on 2026-01-02.
        assertEquals(Fault.NONE, fault(119_900, 120_200, 128_500, 120_200, 128_500, 30_463_279));
        assertEquals(Fault.NONE, fault(119_900, 0, 0, 0, 0, 0));
        assertEquals(Fault.NONE, fault(10_000, 13_000, 13_000, 13_000, 13_000, 1));
        assertEquals(Fault.NONE, fault(10_000, 10_000, 13_000, 7_000, 10_000, 4));
    }

    @Test
    void saysWhyADayCannotBe() {
        assertEquals(Fault.BASE, fault(0, 10_000, 10_000, 10_000, 10_000, 1));
        assertEquals(Fault.BASE, fault(10_005, 10_000, 10_000, 10_000, 10_000, 1));
        assertEquals(Fault.HALF_TRADED, fault(10_000, 10_000, 10_000, 10_000, 10_000, 0));
        assertEquals(Fault.HALF_TRADED, fault(10_000, 0, 0, 0, 0, 5));
        assertEquals(Fault.HALF_TRADED, fault(10_000, 10_000, 10_000, 10_000, 10_000, -1));
        assertEquals(Fault.ORDER, fault(10_000, 10_000, 10_000, 10_010, 10_010, 9));
        assertEquals(Fault.ORDER, fault(10_000, 10_000, 9_990, 9_990, 9_990, 9));
        // 319400 on 2026-01-02: its highest price was a midpoint.
        assertEquals(Fault.OFF_GRID, fault(18_790, 18_930, 24_075, 18_910, 23_700, 18_018_899));
        assertEquals(Fault.BEYOND_LIMITS, fault(10_000, 10_000, 13_010, 10_000, 10_000, 9));
        assertEquals(Fault.BEYOND_LIMITS, fault(10_000, 10_000, 10_000, 6_990, 10_000, 9));
        assertEquals(Fault.TOO_FEW_SHARES, fault(10_000, 10_000, 11_000, 9_000, 10_000, 3));
        assertEquals(Fault.TOO_FEW_SHARES, fault(10_000, 10_000, 11_000, 10_000, 11_000, 1));
        assertEquals(Fault.TOO_MANY_SHARES, fault(10_000, 10_000, 10_000, 10_000, 10_000, DailyRow.MAX_VOLUME_SHARES + 1));
    }

    @Test
    void widensLimitsWithTheLeverageOfAFund() {
        var row = new DailyRow(20_000, 10_000, 10_000, 15_000, 10_000, 15_000, 1_000);
        assertEquals(Fault.BEYOND_LIMITS, row.fault(TickTable.ETF, 1));
        assertEquals(Fault.NONE, row.fault(TickTable.ETF, -2));
    }
}
