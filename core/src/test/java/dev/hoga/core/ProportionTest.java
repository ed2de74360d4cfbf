package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void roundsHalvesUp() {
        assertEquals(3, Proportion.of(5, 1, 2));
        assertEquals(2, Proportion.of(7, 1, 3));
        assertEquals(0, Proportion.of(0, 9, 7));
        assertEquals(100_000_000, Proportion.of(100_000_000, Proportion.MOST, Proportion.MOST));
        assertEquals(50_000_001, Proportion.of(100_000_001, Proportion.MOST / 2, Proportion.MOST));
    }

    @Test
    void saysThatAResultIsTooLarge() {
        assertThrows(ArithmeticException.class, () -> Proportion.of(100_000_000, Proportion.MOST, 1));
    }

    @Test
    void isExactHoweverLargeTheProduct() {
        long seed = Seeds.first(70_000);
        var random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            long base = random.nextLong(1L << 1 + random.nextInt(30));
            long whole = 1 + random.nextLong(1L << 1 + random.nextInt(60));
            long part = random.nextLong(Math.min(Proportion.MOST, whole * 2 < 0 ? Proportion.MOST : whole * 2));
            long exact = BigDecimal.valueOf(base).multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP).longValueExact();
            assertEquals(exact, Proportion.of(base, part, whole), "seed " + seed + ": " + base + " * " + part + " / " + whole);
        }
    }
}
