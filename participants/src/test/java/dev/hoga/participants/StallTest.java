package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Code;
import dev.hoga.core.Currency;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Phase;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import org.junit.jupiter.api.Test;

/** The simulated market of overseas stocks: quoted while their venue is open, and silent at other times. */
class StallTest {
    private static final long HOUR_MS = 3_600_000;
    /** 23:40, in America's regular session. */
    private static final long NIGHT_MS = 14 * HOUR_MS + 40 * 60_000;

    private final SimulatedDay day = market(7);
    private final int apple = day.view.instrumentId(Code.pack(Venue.NASD, "AAPL"));

    private static SimulatedDay market(long seed) {
        var day = new SimulatedDay(new EventHash(), 3, seed, 100);
        day.core.listOverseas(0, 1, Code.pack(Venue.NASD, "AAPL"), "애플", "APPLE INC", InstrumentKind.STOCK, 1_000_000_000, 1, 2_700_000);
        day.core.listOverseas(0, 1, Code.pack(Venue.SEHK, "00700"), "텐센트", "TENCENT", InstrumentKind.STOCK, 1_000_000_000, 100, 600_000);
        day.core.setFxRate(0, 1, Currency.USD, 14_000_000);
        return day;
    }

    private int levels(int instrument, Side side) {
        return day.view.copyDepth(instrument, side, new long[10], new long[10]);
    }

    @Test
    void quotesBothSidesAndTradesWhileTheVenueIsOpen() {
        day.core.setMarketTime(0, 1, SimulatedDay.OPEN_MS + NIGHT_MS - HOUR_MS);
        day.tickTo(0);
        day.tickTo(HOUR_MS);
        assertEquals(Phase.CONTINUOUS, day.view.phase(Venue.NASD));
        assertTrue(levels(apple, Side.BUY) >= 9 && levels(apple, Side.SELL) >= 9, "a quote can have been taken since");
        assertTrue(day.view.volumeShares(apple) > 0);
        long off = Math.abs(day.view.lastPriceWon(apple) - 2_700_000);
        assertTrue(off > 0 && off < 2_700_000 / 7, "the price moves, but not far: " + off);
    }

    @Test
    void isSilentOutsideOfTheSession() {
        int tencent = day.view.instrumentId(Code.pack(Venue.SEHK, "00700"));
        day.tickTo(20 * 60_000);
        assertEquals(0, levels(apple, Side.BUY), "America sleeps by day");
        assertEquals(0, levels(tencent, Side.BUY), "Hong Kong opens at half past ten");
        day.tickTo(2 * HOUR_MS);
        assertTrue(levels(tencent, Side.BUY) >= 9);
        day.core.setMarketTime(2 * HOUR_MS, 1, SimulatedDay.OPEN_MS + 8 * HOUR_MS + 60_000);
        day.tickTo(2 * HOUR_MS + 1);
        assertEquals(0, levels(tencent, Side.BUY), "all orders end with the session");
    }

    @Test
    void withdrawsWhenItIsSwitchedOff() {
        day.core.setMarketTime(0, 1, SimulatedDay.OPEN_MS + NIGHT_MS);
        day.tickTo(0);
        day.core.setParticipants(0, 1, false, 7, 100);
        day.tickTo(1_000);
        assertEquals(0, levels(apple, Side.BUY) + levels(apple, Side.SELL));
        day.core.setParticipants(1_000, 1, true, 7, 100);
        day.tickTo(120_000);
        assertTrue(levels(apple, Side.BUY) >= 9);
    }

    @Test
    void isTheSameNightForTheSameSeedAlone() {
        long[] hashes = new long[3];
        for (int at = 0; at < hashes.length; at++) {
            SimulatedDay one = market(at == 2 ? 8 : 7);
            one.core.setMarketTime(0, 1, SimulatedDay.OPEN_MS + NIGHT_MS);
            one.tickTo(0);
            hashes[at] = one.core.stateHash();
        }
        assertEquals(hashes[0], hashes[1]);
        assertTrue(hashes[0] != hashes[2]);
    }

    @Test
    void movesTheRateOfExchangeFromDateToDateAndNotFar() {
        day.core.setMarketTime(0, 1, SimulatedDay.OPEN_MS + 24 * HOUR_MS);
        day.tickTo(1);
        long moved = day.view.fxRate(Currency.USD);
        assertTrue(moved != 14_000_000 && Math.abs(moved - 14_000_000) <= 14_000_000 * 6 / 1_000, "" + moved);
    }
}
