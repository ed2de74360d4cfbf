package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A brokerage that was written and read is the same brokerage, and the state's hash says whether two are the same. */
class SnapshotTest {

    private static Brokerage restored(ListState state, CoreListener listener) {
        var core = new Brokerage(listener, state);
        assertTrue(state.isReadToTheEnd());
        return core;
    }

    private static void assertSame(Brokerage expected, Brokerage actual, String where) {
        assertEquals(ListState.of(expected).values, ListState.of(actual).values, where);
        assertEquals(expected.stateHash(), actual.stateHash(), where);
    }

    @Test
    void goesOnFromAnyPointAsIfNothingHadHappened() {
        int snapshots = 0;
        for (long seed = Seeds.first(40_000); seed < Seeds.first(40_000) + 12; seed++) {
            var random = new Random(seed);
            var said = new FullEventLog();
            var core = new Brokerage(said);
            var copySaid = new FullEventLog();
            Brokerage copy = null;
            var stream = new CommandStream(new Random(seed), core.view());
            stream.beginning().forEach(command -> command.giveTo(core));
            core.acknowledgeHistory(0, 1, 0);
            said.take();
            for (int step = 1; step <= 2_500; step++) {
                String where = "seed " + seed + " step " + step;
                if (random.nextInt(100) == 0) {
                    if (copy != null) {
                        assertSame(core, copy, where);
                    }
                    copy = restored(ListState.of(core), copySaid);
                    snapshots++;
                    assertSame(core, copy, where);
                }
                Command command = stream.next();
                command.giveTo(core);
                List<String> expected = said.take();
                if (copy != null) {
                    command.giveTo(copy);
                    assertEquals(expected, copySaid.take(), where + " " + command);
                }
            }
        }
        assertTrue(snapshots > 200, "only " + snapshots);
    }

    /** A day's end of 12,000 orders is three slices and more; it is written and read between all of them. */
    @Test
    void goesOnInTheMiddleOfAJump() {
        var floor = new TradingFloor();
        for (int i = 0; i < 12_000; i++) {
            floor.buy(TradingFloor.SCRIPTED, 1, 60_000 + 100 * (i % 50));
        }
        for (int i = 0; i < 300; i++) {
            floor.client(6_000_000_000L + i, 0, 0);
            floor.core.depositShares(0, 1, floor.view.accountId(6_000_000_000L + i), TradingFloor.CODE, 1, 1);
        }
        long target = TradingFloor.OPEN_MS + 5 * TradingCalendar.DAY_MS;
        var events = new FullEventLog();
        Brokerage core = restored(ListState.of(floor.core), events);
        core.setMarketTime(10, 77, target);
        var copyEvents = new FullEventLog();
        int slices = 0;
        while (core.view().nextTickDueMs() <= 10) {
            slices++;
            events.take();
            Brokerage copy = restored(ListState.of(core), copyEvents);
            assertSame(core, copy, "slice " + slices);
            assertEquals(core.view().nextTickDueMs(), copy.view().nextTickDueMs());
            core.tick(10);
            copy.tick(10);
            assertEquals(events.take(), copyEvents.take());
            assertSame(core, copy, "slice " + slices);
        }
        assertTrue(slices >= 2, "only " + slices);
        assertEquals(target, core.view().marketTimeMs(10));
    }

    @Test
    void hashesTheSameStateToTheSameNumberOnAnyMachine() {
        var hash = new StateHash();
        hash.putLong(1);
        hash.putString("호가");
        assertEquals(-7_012_882_909_346_564_401L, hash.value());
    }

    @Test
    void hashChangesWithEveryValueOfTheState() {
        var floor = new TradingFloor();
        floor.buy(floor.alice, 10, 69_000);
        floor.lastPrice(70_000);
        floor.core.registerKey(0, 1, floor.alice, Broker.KIWOOM, Environment.LIVE, "key", "digest");
        floor.core.issueToken(0, 1, 0, 1_000, 0);
        List<Object> values = ListState.of(floor.core).values;
        var hashes = new HashSet<Long>();
        assertTrue(hashes.add(hash(values)));
        for (int i = 0; i < values.size(); i++) {
            var changed = new ArrayList<>(values);
            changed.set(i, values.get(i) instanceof Long number ? number + 1 : values.get(i) + "x");
            assertTrue(hashes.add(hash(changed)), "value " + i + " of " + values.size());
        }
    }

    private static long hash(List<Object> values) {
        var hash = new StateHash();
        for (Object value : values) {
            if (value instanceof Long number) {
                hash.putLong(number);
            } else {
                hash.putString((String) value);
            }
        }
        return hash.value();
    }

    @Test
    void hashTellsWhereOneTextEndsAndTheNextBegins() {
        assertNotEquals(hash(List.of("ab", "c")), hash(List.of("a", "bc")));
        assertNotEquals(hash(List.of(1L, 2L)), hash(List.of(2L, 1L)));
    }

    /** What changes anything changes the hash; what is refused, and time alone, do not. */
    @Test
    void hashChangesExactlyWhereACommandChangesSomething() {
        int changed = 0;
        int refused = 0;
        for (long seed = Seeds.first(50_000); seed < Seeds.first(50_000) + 4; seed++) {
            var said = new FullEventLog();
            var core = new Brokerage(said);
            var stream = new CommandStream(new Random(seed), core.view());
            stream.beginning().forEach(command -> command.giveTo(core));
            said.take();
            for (int step = 1; step <= 1_000; step++) {
                long before = core.stateHash();
                Command command = stream.next();
                command.giveTo(core);
                List<String> events = said.take();
                boolean same = before == core.stateHash();
                String where = "seed " + seed + " step " + step + " " + command + " " + events;
                boolean time = List.of("tick", "resume", "speed", "frozen", "jump", "start").contains(command.name());
                if (events.size() == 1 && events.getFirst().startsWith("rejected") || time && events.size() < 2
                    && events.stream().noneMatch(line -> line.startsWith("phase"))) {
                    refused++;
                    assertTrue(same, where);
                } else if (events.stream().anyMatch(line -> line.matches("(order|filled|reduced|traded|phase|date) .*"))) {
                    changed++;
                    assertTrue(!same, where);
                }
            }
        }
        assertTrue(changed > 500 && refused > 500, changed + " changed, " + refused + " refused");
    }

    @Test
    void hashLeavesTimeOut() {
        var floor = new TradingFloor();
        floor.core.tick(35_000);
        long before = floor.core.stateHash();
        floor.core.tick(40_000);
        floor.core.setSpeed(41_000, 1, 10);
        floor.core.setFrozen(42_000, 1, true);
        floor.core.setMarketTime(43_000, 1, TradingFloor.OPEN_MS + 3_600_000);
        floor.core.resumeClock(44_000);
        assertEquals(before, floor.core.stateHash());
        assertNotEquals(ListState.of(new TradingFloor().core).values, ListState.of(floor.core).values);
    }
}
