package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostClockTest {
    private final AtomicLong nanoTime = new AtomicLong(-5);

    @Test
    void startsAtTheWallClockAndFollowsTheMonotonicOne() {
        var clock = new HostClock(1_000, nanoTime::get);
        nanoTime.addAndGet(7_999_999);
        assertEquals(1_007, clock.time());
    }

    @Test
    void goesOnFromATimeThatIsInTheLogAlready() {
        var clock = new HostClock(1_000, nanoTime::get);
        clock.advanceTo(9_000);
        assertEquals(9_000, clock.time());
        nanoTime.addAndGet(2_000_000);
        assertEquals(9_002, clock.time());
    }

    @Test
    void neverGoesBack() {
        var clock = new HostClock(1_000, nanoTime::get);
        clock.advanceTo(9_000);
        clock.advanceTo(2_000);
        assertEquals(9_000, clock.time());
    }
}
