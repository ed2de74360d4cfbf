package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LifeClockTest {
    private final AtomicLong nanoTime = new AtomicLong(17);
    private final LifeClock clock = new LifeClock(5_000, nanoTime::get);

    @Test
    void runsWithTheMonotonicClock() {
        pass(1_000);
        assertEquals(6_000, clock.time());
        pass(1_000);
        assertEquals(7_000, clock.time());
    }

    @Test
    void leavesOutTheTimeInWhichTheProcessStoodStill() {
        pass(500);
        assertEquals(5_500, clock.time());
        pass(3_600_000);
        assertEquals(5_500, clock.time());
        pass(500);
        assertEquals(6_000, clock.time());
    }

    private void pass(long ms) {
        nanoTime.addAndGet(TimeUnit.MILLISECONDS.toNanos(ms));
    }
}
