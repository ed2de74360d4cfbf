package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FixedTest {

    @Test
    void powersOfTwoAreRightToHalfAPercent() {
        for (int exponent = -3 * Fixed.ONE_Q10; exponent < 30 * Fixed.ONE_Q10; exponent++) {
            double right = Math.pow(2, exponent / 1024.0) * 1024;
            assertEquals(right, Fixed.pow2Q10(exponent), right * 0.005 + 1, "2^" + exponent / 1024.0);
        }
        assertEquals(Fixed.pow2Q10(40 * Fixed.ONE_Q10), Fixed.pow2Q10(Long.MAX_VALUE));
        assertEquals(1, Fixed.pow2Q10(Long.MIN_VALUE));
    }

    @Test
    void logarithmsAreRightToAHundredth() {
        for (long value = 1; value > 0 && value < Long.MAX_VALUE / 3; value = value * 9 / 8 + 1) {
            assertEquals(Math.log(value) / Math.log(2), Fixed.log2Q10(value) / 1024.0, 0.011, "log2 " + value);
        }
    }

    @Test
    void rootsAreRoundedDown() {
        for (long value = 0; value < 100_000; value++) {
            assertEquals((long) Math.sqrt(value), Fixed.sqrt(value));
        }
    }

    @Test
    void bellsAndWaitsHaveTheirMeansAndDeviations() {
        var dice = new Dice(1);
        double sum = 0;
        double squares = 0;
        double waits = 0;
        int throwsMade = 200_000;
        for (int i = 0; i < throwsMade; i++) {
            int bell = dice.bell();
            sum += bell;
            squares += bell * bell;
            waits += dice.exponential(10_000);
        }
        assertEquals(0, sum / throwsMade, 0.05);
        assertEquals(Dice.BELL_DEVIATION, Math.sqrt(squares / throwsMade), 0.05);
        assertEquals(10_000, waits / throwsMade, 200);
    }

    @Test
    void theSeasonIsBusyAtBothEndsAndNeverStill() {
        long open = 9 * 3_600_000L;
        for (long at = open; at <= open + SimulatedDay.SESSION_MS; at += 1_000) {
            assertTrue(Season.percent(at) >= 59, "at " + at);
        }
        assertEquals(330, Season.percent(open));
        assertEquals(240, Season.percent(open + SimulatedDay.SESSION_MS));
        assertEquals(240, Season.percent(open + 2 * SimulatedDay.SESSION_MS));
    }
}
