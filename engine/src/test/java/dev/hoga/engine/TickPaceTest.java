package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TickPaceTest {
    private static final long NOW_MS = 1_000_000;

    private final TickPace pace = new TickPace();

    @Test
    void sendsNothingBeforeAnythingIsDue() {
        assertFalse(pace.due(NOW_MS, NOW_MS + 1, NOW_MS - 500, true));
        assertTrue(pace.due(NOW_MS + 1, NOW_MS + 1, NOW_MS - 500, true));
    }

    @Test
    void waitsForTheIntervalWhereAllThatWasDueIsDone() {
        tickAt(NOW_MS);
        long dueMs = NOW_MS + 1;
        assertFalse(pace.due(NOW_MS + TickPace.INTERVAL_MS - 1, dueMs, NOW_MS, true));
        assertTrue(pace.due(NOW_MS + TickPace.INTERVAL_MS, dueMs, NOW_MS, true));
    }

    @Test
    void goesOnAtOnceWithWorkThatWasLeft() {
        tickAt(NOW_MS);
        assertTrue(pace.due(NOW_MS, NOW_MS, NOW_MS, true));
    }

    @Test
    void waitsForThoseWhoFollowButNotForLong() {
        tickAt(NOW_MS);
        assertFalse(pace.due(NOW_MS + TickPace.INTERVAL_MS - 1, NOW_MS, NOW_MS, false));
        assertTrue(pace.due(NOW_MS + TickPace.INTERVAL_MS, NOW_MS, NOW_MS, false));
    }

    @Test
    void waitsForTheIntervalWhereATickCouldDoNothing() {
        pace.sent(NOW_MS, true);
        pace.came(false);
        assertFalse(pace.due(NOW_MS + TickPace.INTERVAL_MS - 1, NOW_MS, NOW_MS, true));
        assertTrue(pace.due(NOW_MS + TickPace.INTERVAL_MS, NOW_MS, NOW_MS, true));
    }

    @Test
    void hasOneUnderWayAtATimeUntilItIsTakenForLost() {
        pace.sent(NOW_MS, true);
        assertFalse(pace.due(NOW_MS + TickPace.LOST_MS - 1, NOW_MS, NOW_MS, true));
        assertTrue(pace.due(NOW_MS + TickPace.LOST_MS, NOW_MS, NOW_MS, true));
    }

    @Test
    void triesAgainAfterTheIntervalWhereTheLogTookNone() {
        pace.sent(NOW_MS, false);
        assertFalse(pace.due(NOW_MS + 1, NOW_MS, NOW_MS, true));
        assertTrue(pace.due(NOW_MS + TickPace.INTERVAL_MS, NOW_MS, NOW_MS, true));
    }

    private void tickAt(long hostMs) {
        pace.sent(hostMs, true);
        pace.came(true);
    }
}
