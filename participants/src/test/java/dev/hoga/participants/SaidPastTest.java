package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Bars;
import dev.hoga.core.PriceLimits;
import dev.hoga.core.TickTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The days before the first one, through the view of a brokerage with the default universe. */
class SaidPastTest {
    private static final int INSTRUMENTS = 98;
    private static final int ALL = Integer.MAX_VALUE;

    private final SimulatedDay day = new SimulatedDay(new EventHash(), INSTRUMENTS, 1, 100);

    private Bars days(int id, int below, int room) {
        var bars = new Bars(room);
        day.view.copyDayBars(id, below, bars);
        return bars;
    }

    @Test
    void yearsOfDaysEndAtTheBasePrice() {
        for (int id = 0; id < INSTRUMENTS; id++) {
            Bars bars = days(id, ALL, SaidPast.DAYS + 100);
            assertEquals(SaidPast.DAYS, bars.count());
            assertEquals(day.view.basePriceWon(id), bars.closeWon(0), "instrument " + id);
            assertTrue(bars.place(0) < day.view.tradingDate());
        }
    }

    @Test
    void everyDayKeepsTheRules() {
        for (int id = 0; id < INSTRUMENTS; id++) {
            Bars bars = days(id, ALL, SaidPast.DAYS + 100);
            TickTable ticks = TickTable.of(day.view.instrumentKind(id));
            int leverage = Integer.parseInt(SimulatedDay.universe().get(id)[9]);
            for (int bar = 0; bar < bars.count(); bar++) {
                String where = "instrument " + id + " bar " + bar;
                PriceLimits limits = PriceLimits.of(bars.baseWon(bar), leverage, ticks);
                for (long price : new long[] {bars.openWon(bar), bars.highWon(bar), bars.lowWon(bar), bars.closeWon(bar)}) {
                    assertTrue(ticks.onGrid(price) && limits.contains(price), where + ": " + price + " of " + limits);
                    assertTrue(price <= bars.highWon(bar) && price >= bars.lowWon(bar), where);
                }
                assertTrue(bars.volumeShares(bar) > 0 && bars.turnoverWon(bar) > 0, where);
                LocalDate date = LocalDate.ofEpochDay(bars.place(bar));
                assertTrue(date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY, where);
                if (bar + 1 < bars.count()) {
                    assertEquals(bars.closeWon(bar + 1), bars.baseWon(bar), where);
                    assertTrue(bars.place(bar + 1) < bars.place(bar), where);
                }
            }
        }
    }

    @Test
    void pagesAreTheSameAsTheWhole() {
        Bars whole = days(3, ALL, SaidPast.DAYS + 100);
        Bars page = days(3, whole.place(99), 100);
        assertEquals(100, page.count());
        for (int bar = 0; bar < 100; bar++) {
            assertEquals(whole.closeWon(100 + bar), page.closeWon(bar));
        }
    }

    @Test
    void staysTheSameWhenDaysAreLived() {
        Bars before = days(5, ALL, SaidPast.DAYS + 100);
        day.core.setMarketTime(0, 1, SimulatedDay.OPEN_MS + 4 * SimulatedDay.DAY_MS - 3_600_000);
        day.tickTo(0);
        Bars after = days(5, ALL, SaidPast.DAYS + 100);
        int lived = after.count() - before.count();
        assertEquals(2, lived, "Friday and Monday");
        assertTrue(after.volumeShares(0) > 0 && after.volumeShares(1) > 0);
        for (int bar = 0; bar < before.count(); bar++) {
            assertEquals(before.closeWon(bar), after.closeWon(bar + lived));
            assertEquals(before.place(bar), after.place(bar + lived));
        }
    }

    @Test
    void someYearsAreWilderThanOthersAndPricesMove() {
        long highest = 0;
        for (int id = 0; id < INSTRUMENTS; id++) {
            Bars bars = days(id, ALL, SaidPast.DAYS + 100);
            long most = 0;
            long least = Long.MAX_VALUE;
            for (int bar = 0; bar < bars.count(); bar++) {
                most = Math.max(most, bars.closeWon(bar));
                least = Math.min(least, bars.closeWon(bar));
            }
            assertTrue(most > least, "instrument " + id + " stood still");
            highest = Math.max(highest, most * 100 / least);
        }
        assertTrue(highest > 150, "the widest range is " + highest + " %");
    }
}
