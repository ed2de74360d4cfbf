package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final Quota FIVE = new Quota(5, 1_000);
    private final RateLimiter limiter = new RateLimiter();

    @Test
    void letsAWindowsCallsThroughAndNotOneMore() {
        for (int i = 0; i < 5; i++) {
            assertTrue(limiter.allows("a", "op", FIVE, 100 * i));
        }
        assertFalse(limiter.allows("a", "op", FIVE, 999));
        assertTrue(limiter.allows("a", "op", FIVE, 1_000));
        assertFalse(limiter.allows("a", "op", FIVE, 1_099));
        assertTrue(limiter.allows("a", "op", FIVE, 1_100));
    }

    @Test
    void keepsSubjectsAndOperationsApart() {
        var one = new Quota(1, 1_000);
        assertTrue(limiter.allows("a", "op", one, 0));
        assertFalse(limiter.allows("a", "op", one, 0));
        assertTrue(limiter.allows("b", "op", one, 0));
        assertTrue(limiter.allows("a", "other", one, 0));
    }

    @Test
    void agreesWithAListOfTimes() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var allowed = new ArrayDeque<Long>();
        long now = 0;
        for (int i = 0; i < 10_000; i++) {
            now += random.nextInt(300);
            while (!allowed.isEmpty() && now - allowed.peek() >= FIVE.windowMs()) {
                allowed.poll();
            }
            boolean expected = allowed.size() < FIVE.calls();
            assertEquals(expected, limiter.allows("a", "op", FIVE, now), "seed " + seed + ", call " + i);
            if (expected) {
                allowed.add(now);
            }
        }
    }

    @Test
    void forgetsSubjectsThatAreLongGone() {
        for (int i = 0; i <= RateLimiter.MOST_WINDOWS; i++) {
            limiter.allows("s" + i, "op", FIVE, i < RateLimiter.MOST_WINDOWS ? 0 : 100_000);
        }
        assertTrue(limiter.windowCount() < 10, "the old ones are gone");
    }

    @Test
    void refusesQuotasOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Quota(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Quota(1, 0));
    }
}
