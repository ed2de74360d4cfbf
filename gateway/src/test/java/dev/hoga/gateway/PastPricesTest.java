package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hoga.core.Bars;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Days put together to longer bars, and the highest and lowest of them. */
class PastPricesTest {
    private static final int FRIDAY = day("2026-11-20");

    private static int day(String text) {
        return (int) LocalDate.parse(text).toEpochDay();
    }

    /** Friday, Thursday (without a trade), Monday, and the Friday before, which is in the same month. */
    private static Bars days() {
        var days = new Bars(8);
        days.add(FRIDAY, 4, 700, 700, 730, 690, 720, 10, 7_100);
        days.add(FRIDAY - 1, 3, 700, 0, 0, 0, 700, 0, 0);
        days.add(FRIDAY - 4, 2, 680, 685, 710, 660, 700, 5, 3_450);
        days.add(FRIDAY - 7, 1, 650, 655, 740, 650, 680, 20, 13_500);
        return days;
    }

    private static String line(Bars bars, int bar) {
        return LocalDate.ofEpochDay(bars.place(bar)) + " " + bars.baseWon(bar) + ": " + bars.openWon(bar) + " " + bars.highWon(bar) + " "
            + bars.lowWon(bar) + " " + bars.closeWon(bar) + " x " + bars.volumeShares(bar) + " = " + bars.turnoverWon(bar);
    }

    private static Bars merged(BarPeriod period, int below) {
        var out = new Bars(9);
        period.merge(days(), below, out);
        return out;
    }

    @Test
    void weeksBeginWithTheirFirstDay() {
        Bars weeks = merged(BarPeriod.WEEK, Integer.MAX_VALUE);
        assertEquals(2, weeks.count());
        assertEquals("2026-11-16 680: 685 730 660 720 x 15 = 10550", line(weeks, 0));
        assertEquals("2026-11-13 650: 655 740 650 680 x 20 = 13500", line(weeks, 1));
        assertEquals("2026-11-13 650: 655 740 650 680 x 20 = 13500", line(merged(BarPeriod.WEEK, FRIDAY - 4), 0));
    }

    @Test
    void monthsAndYearsHoldAllTheirDays() {
        assertEquals("2026-11-13 650: 655 740 650 720 x 35 = 24050", line(merged(BarPeriod.MONTH, Integer.MAX_VALUE), 0));
        assertEquals("2026-11-13 650: 655 740 650 720 x 35 = 24050", line(merged(BarPeriod.YEAR, Integer.MAX_VALUE), 0));
        assertEquals(4, merged(BarPeriod.DAY, Integer.MAX_VALUE).count());
    }

    @Test
    void findsTheHighestAndTheLowestOfSoManyDaysOrSinceADate() {
        assertEquals(new PriceRange(740, FRIDAY - 7, 650, FRIDAY - 7), PriceRange.of(days(), 9, 0));
        assertEquals(new PriceRange(730, FRIDAY, 660, FRIDAY - 4), PriceRange.of(days(), 3, 0));
        assertEquals(new PriceRange(730, FRIDAY, 690, FRIDAY), PriceRange.of(days(), 9, FRIDAY - 3));
        assertEquals(new PriceRange(0, 0, 0, 0), PriceRange.of(new Bars(1), 9, 0));
    }

    @Test
    void saysHowFarAPriceIsFromThem() {
        PriceRange range = PriceRange.of(days(), 3, 0);
        assertEquals(-137, range.fromHighHundredths(720));
        assertEquals(909, range.fromLowHundredths(720));
        assertEquals("20261120", range.highDay());
        assertEquals("", PriceRange.of(new Bars(1), 9, 0).lowDay());
    }
}
