package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.hoga.core.Brokerage;
import dev.hoga.core.Code;
import dev.hoga.core.DailyRow;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.Reject;
import org.junit.jupiter.api.Test;

/** What rows are taken, by the command that brings them and by those who keep them. */
class BoundDaysTest {
    private static final int DATE = 20_500;
    private static final long CODE = Code.pack("000001");

    private static DailyRow row(int date) {
        return new DailyRow(date, 10_000, 10_000, 10_100, 9_900, 10_050, 1_000);
    }

    @Test
    void keepsTheRowOfADateUntilTheDateIsPast() {
        var days = new BoundDays();
        assertNull(days.add(2, row(DATE)));
        assertNull(days.add(2, row(DATE + 2)));
        assertEquals(row(DATE), days.of(2, DATE));
        assertEquals(row(DATE), days.of(2, DATE));
        assertNull(days.of(2, DATE + 1));
        assertEquals(row(DATE + 2), days.of(2, DATE + 2));
        assertNull(days.of(2, DATE + 3));
        assertNull(days.of(1, DATE));
        assertNull(days.of(3, DATE));
    }

    @Test
    void refusesADateTwiceAndOneBeforeIt() {
        var days = new BoundDays();
        assertNull(days.add(0, row(DATE)));
        assertEquals(Reject.ALREADY_EXISTS, days.add(0, row(DATE)));
        assertEquals(Reject.ALREADY_EXISTS, days.add(0, row(DATE - 1)));
    }

    @Test
    void refusesMoreThanItKeeps() {
        var days = new BoundDays();
        for (int i = 0; i < BoundDays.MOST_ROWS; i++) {
            assertNull(days.add(i % 500, row(DATE + i / 500)));
        }
        assertEquals(Reject.OUT_OF_RANGE, days.add(0, row(DATE + 2_000)));
        assertEquals(row(DATE + 1), days.of(0, DATE + 1));
        assertNull(days.add(0, row(DATE + 2_000)));
    }

    @Test
    void refusesWhatCannotBeOrIsLate() {
        var refused = new Reject[1];
        var heard = new BoundMarket.Strict() {
            @Override
            public void commandRejected(long correlationId, Reject reject, long detail) {
                refused[0] = reject;
            }
        };
        var core = new Brokerage(heard, SimulatedMarket::new);
        bind(core, CODE, DATE, 10_100, 1_000);
        assertEquals(Reject.UNKNOWN_INSTRUMENT, refused[0]);
        core.listInstrument(0, 1, CODE, "one", Market.KOSPI, InstrumentKind.STOCK, "-", 1_000_000, 0, 1, 10_000);
        core.startClock(0, 1, BoundMarket.midnightMs(DATE), 1, false);
        refused[0] = null;
        bind(core, CODE, DATE, 10_100, 1_000);
        assertEquals(Reject.OUT_OF_RANGE, refused[0], "today has begun");
        refused[0] = null;
        bind(core, CODE, DATE + 1, 10_105, 1_000);
        assertEquals(Reject.OUT_OF_RANGE, refused[0], "off the grid");
        refused[0] = null;
        bind(core, CODE, DATE + 1, 10_100, 1_000);
        assertNull(refused[0]);
        bind(core, CODE, DATE + 1, 10_100, 1_000);
        assertEquals(Reject.ALREADY_EXISTS, refused[0]);
        var alone = new Brokerage(heard);
        alone.listInstrument(0, 1, CODE, "one", Market.KOSPI, InstrumentKind.STOCK, "-", 1_000_000, 0, 1, 10_000);
        bind(alone, CODE, DATE, 10_100, 1_000);
        assertEquals(Reject.OUT_OF_RANGE, refused[0], "nobody is there to live it");
    }

    private static void bind(Brokerage core, long code, int date, long highWon, long volumeShares) {
        core.bindDay(0, 1, code, date, 10_000, 10_000, highWon, 9_900, 10_050, volumeShares);
    }
}
