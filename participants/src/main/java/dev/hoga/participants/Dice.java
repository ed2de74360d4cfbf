package dev.hoga.participants;

import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;

/** Randomness with one long of state (SplitMix64): the same seed throws the same numbers for ever. */
final class Dice {
    /** The standard deviation of {@link #bell}. */
    static final int BELL_DEVIATION = 4;

    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;
    /** The natural logarithm of two, in 1,024ths. */
    private static final int LN2_Q10 = 710;
    private static final int UNIFORM_BITS = 63;

    private long state;

    Dice(long seed) {
        state = mix(seed);
    }

    /** Scatters a number over all longs; neighbours end far from each other. */
    static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** From 0 to a bound, exclusive. */
    int below(int bound) {
        return (int) ((next() >>> Integer.SIZE) * bound >>> Integer.SIZE);
    }

    /** True so many times in a thousand. */
    boolean chance(int inThousand) {
        return below(1_000) < inThousand;
    }

    /** Near a normal distribution around 0 with deviation {@value #BELL_DEVIATION}: the sum of 64 coins. */
    int bell() {
        return Long.bitCount(next()) - Long.SIZE / 2;
    }

    /** Exponentially distributed around a mean: the wait for what happens at any moment alike. */
    long exponential(long mean) {
        long minusLog2Q10 = UNIFORM_BITS * Fixed.ONE_Q10 - Fixed.log2Q10(next() >>> 1 | 1);
        return mean * minusLog2Q10 / Fixed.ONE_Q10 * LN2_Q10 / Fixed.ONE_Q10;
    }

    /** 1 in half of the cases, 2 in a quarter, and so on; at most a limit. */
    int geometric(int limit) {
        return Math.min(limit, 1 + Long.numberOfTrailingZeros(next()));
    }

    void write(StateWriter out) {
        out.putLong(state);
    }

    void read(StateReader in) {
        state = in.getLong();
    }
}
