package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Brokerage;
import dev.hoga.core.Code;
import dev.hoga.core.HouseAccount;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import org.junit.jupiter.api.Test;

/** Same seed, same universe, same orders of clients: the same day. */
class SameDayTest {
    private static final int INSTRUMENTS = 98;
    private static final long QUARTER_MS = 15 * 60_000L;

    private static void order(SimulatedDay day, long atMs, Side side, long shares) {
        day.tickTo(atMs);
        day.core.placeOrder(atMs, 1, HouseAccount.SCRIPTED_TRADER.id(), Code.pack("005930"), Venue.KRX, side, OrderType.MARKET,
            TimeInForce.DAY, shares, 0);
    }

    /** A quarter of an hour with two orders of a client, in ticks of so many milliseconds. */
    private static EventHash quarter(long seed, long stepMs) {
        var hash = new EventHash();
        var day = new SimulatedDay(hash, INSTRUMENTS, seed, 100);
        day.run(0, 300_000, stepMs, at -> { });
        order(day, 300_000, Side.BUY, 3_000);
        order(day, 420_000, Side.SELL, 2_000);
        day.run(420_000, QUARTER_MS, stepMs, at -> { });
        return hash;
    }

    @Test
    void isTheSameTwiceAndAtAnySpacingOfTicks() {
        EventHash once = quarter(7, 1_000);
        assertTrue(once.events() > 50_000, "only " + once.events());
        assertEquals(once.value(), quarter(7, 1_000).value());
        assertEquals(once.value(), quarter(7, 20).value());
        assertEquals(once.value(), quarter(7, 60_000).value());
        assertNotEquals(once.value(), quarter(8, 1_000).value());
    }

    /**
     * The value stands for what this release does, on any JVM. Where it changes on purpose, a log of the old one can't be
     * replayed: {@link SimulatedMarket#BEHAVIOUR_VERSION} changes with it.
     */
    @Test
    void isTheDayOfThisBehaviourVersion() {
        assertEquals(4, SimulatedMarket.BEHAVIOUR_VERSION);
        assertEquals(-451_912_482_006_405_038L, quarter(1, 1_000).value());
    }

    @Test
    void goesOnFromASnapshotAsIfNothingHadHappened() {
        var hash = new EventHash();
        var day = new SimulatedDay(hash, INSTRUMENTS, 3, 100);
        day.run(0, 200_000, 1_000, at -> { });
        var state = new KeptState();
        day.core.write(state);
        var copyHash = new EventHash();
        var copy = new Brokerage(copyHash, SimulatedMarket::new, state);
        assertTrue(state.isEmpty(), "something is left of the state");
        assertEquals(day.core.stateHash(), copy.stateHash());
        long before = hash.value();
        var only = new EventHash();
        for (long at = 201_000; at < 400_000; at += 1_000) {
            day.tickTo(at);
            copy.tick(at);
            assertEquals(day.core.stateHash(), copy.stateHash(), "at " + at);
        }
        assertNotEquals(before, hash.value());
        assertNotEquals(only.value(), copyHash.value());
    }

    @Test
    void anotherSpacingOfTheDaysBeforeChangesNothing() {
        long[] hashes = new long[2];
        for (int run = 0; run < 2; run++) {
            var hash = new EventHash();
            var day = new SimulatedDay(hash, 12, 5, 100);
            if (run == 0) {
                day.core.setMarketTime(0, 1, SimulatedDay.OPEN_MS + 3 * SimulatedDay.DAY_MS + 60_000);
                day.tickTo(0);
            } else {
                day.run(0, 3 * SimulatedDay.DAY_MS + 60_000, 300_000, at -> { });
                day.tickTo(3 * SimulatedDay.DAY_MS + 60_000);
            }
            hashes[run] = hash.value();
            assertTrue(hash.events() > 50_000, "only " + hash.events());
        }
        assertEquals(hashes[0], hashes[1]);
    }
}
