package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.Phase;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The market's switch, its intensity, and what comes to it while it is on. */
class SwitchTest {
    private final EventHash events = new EventHash();
    private final SimulatedDay day = new SimulatedDay(events, 10, 1, 100);

    private long shares() {
        long sum = 0;
        for (int id = 0; id < day.view.instrumentCount(); id++) {
            sum += day.view.totalShares(id, Side.BUY) + day.view.totalShares(id, Side.SELL);
        }
        return sum;
    }

    @Test
    void booksAreFilledWithinSecondsOfTheOpen() {
        day.tickTo(3_000);
        for (int id = 0; id < day.view.instrumentCount(); id++) {
            assertEquals(10, day.view.copyDepth(id, Side.BUY, new long[10], new long[10]), "instrument " + id);
            assertEquals(10, day.view.copyDepth(id, Side.SELL, new long[10], new long[10]), "instrument " + id);
        }
    }

    @Test
    void offTheyWithdrawEverythingAndAreSilent() {
        day.tickTo(60_000);
        assertTrue(shares() > 0);
        day.core.setParticipants(60_000, 1, false, 1, 100);
        assertEquals(0, shares());
        long before = events.events();
        day.tickTo(600_000);
        assertEquals(before, events.events());
        assertEquals(SimulatedDay.CONTINUOUS_MS, day.view.nextTickDueMs(), "only the closing auction is due");
    }

    @Test
    void onAgainTheyComeBackOnce() {
        day.tickTo(60_000);
        long perMinute = events.events();
        day.core.setParticipants(60_000, 1, false, 1, 100);
        day.core.setParticipants(60_000, 1, true, 1, 100);
        long before = events.events();
        day.tickTo(120_000);
        assertTrue(events.events() - before < perMinute * 3 / 2, perMinute + " in the first minute, then " + (events.events() - before));
        assertTrue(shares() > 0);
    }

    @Test
    void moreHappensAtAHigherIntensity() {
        var calmEvents = new EventHash();
        var calm = new SimulatedDay(calmEvents, 10, 1, 25);
        var wildEvents = new EventHash();
        var wild = new SimulatedDay(wildEvents, 10, 1, 400);
        calm.tickTo(600_000);
        wild.tickTo(600_000);
        assertTrue(wildEvents.events() > 4 * calmEvents.events(), calmEvents.events() + " and " + wildEvents.events());
    }

    @Test
    void anIntensityOutOfRangeIsRefused() {
        assertThrows(IllegalStateException.class, () -> day.core.setParticipants(0, 1, true, 1, 0));
        assertThrows(IllegalStateException.class, () -> day.core.setParticipants(0, 1, true, 1, 1_001));
    }

    @Test
    void anInstrumentListedWhileTheyAreOnIsTraded() {
        day.tickTo(10_000);
        day.core.listInstrument(10_000, 1, Code.pack("NEW"), "name", Market.KOSDAQ, InstrumentKind.STOCK, "sector", 50_000_000, 500, 1,
            10_000);
        day.tickTo(20_000);
        int id = day.view.instrumentId(Code.pack("NEW"));
        assertEquals(10, day.view.copyDepth(id, Side.BUY, new long[10], new long[10]));
    }

    @Test
    void aHaltedInstrumentRests() {
        day.tickTo(10_000);
        long code = day.view.code(0);
        day.core.haltInstrument(10_000, 1, code, true);
        long before = day.view.volumeShares(0);
        day.tickTo(300_000);
        assertEquals(before, day.view.volumeShares(0));
        day.core.haltInstrument(300_000, 1, code, false);
        day.tickTo(600_000);
        assertTrue(day.view.volumeShares(0) > before);
    }

    @Test
    void theyTradeAgainTheNextDay() {
        day.core.setMarketTime(0, 1, SimulatedDay.OPEN_MS + 3 * SimulatedDay.DAY_MS + 90_000);
        day.tickTo(0);
        assertTrue(shares() > 0);
        assertTrue(day.view.previousVolumeShares(0) > 0);
        assertTrue(day.view.volumeShares(0) > 0);
    }

    @Test
    void theySendOrdersToTheAuctionsAndOnlyThereWhenNobodyQuotes() {
        day.core.setMarketTime(0, 1, SimulatedDay.OPEN_MS + 3 * SimulatedDay.DAY_MS - 60_000);
        day.tickTo(0);
        assertEquals(Phase.OPENING_AUCTION, day.view.phase(Venue.KRX));
        assertTrue(shares() > 0);
        assertEquals(0, day.view.volumeShares(0));
        day.core.setMarketTime(0, 1, SimulatedDay.OPEN_MS + 3 * SimulatedDay.DAY_MS + SimulatedDay.CONTINUOUS_MS + 500_000);
        day.tickTo(0);
        assertEquals(Phase.CLOSING_AUCTION, day.view.phase(Venue.KRX));
        long[] before = volumes();
        day.core.setMarketTime(0, 1, SimulatedDay.OPEN_MS + 3 * SimulatedDay.DAY_MS + SimulatedDay.SESSION_MS + 60_000);
        day.tickTo(0);
        long[] after = volumes();
        for (int id = 0; id < before.length; id++) {
            assertTrue(after[id] > before[id], "nothing traded at the close in instrument " + id);
        }
        assertEquals(0, shares(), "nobody stays after the close");
    }

    private long[] volumes() {
        return IntStream.range(0, day.view.instrumentCount()).mapToLong(day.view::volumeShares).toArray();
    }
}
