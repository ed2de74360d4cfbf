package dev.hoga.participants;

/** Roots, powers and logarithms in whole numbers; where a name ends in Q10, 1,024 is one. */
final class Fixed {
    static final int ONE_Q10 = 1_024;

    private static final int FRACTION_BITS = 10;
    private static final int FRACTION_MASK = ONE_Q10 - 1;
    /** Makes a parabola of the distance between a chord and the curve of 2 to the x; the error is below 0.3 %. */
    private static final int BEND_Q10 = 352;
    private static final int MIN_EXPONENT_Q10 = -10 * ONE_Q10;
    private static final int MAX_EXPONENT_Q10 = 40 * ONE_Q10;

    private Fixed() {
    }

    /** Two to a power between -10 and 40, which is where a power beyond is cut to. */
    static long pow2Q10(long exponentQ10) {
        int exponent = (int) Math.clamp(exponentQ10, MIN_EXPONENT_Q10, MAX_EXPONENT_Q10);
        long fraction = exponent & FRACTION_MASK;
        long mantissa = ONE_Q10 + fraction - (fraction * (ONE_Q10 - fraction) * BEND_Q10 >> 2 * FRACTION_BITS);
        int whole = exponent >> FRACTION_BITS;
        return whole >= 0 ? mantissa << whole : mantissa >> -whole;
    }

    /** The logarithm to base two of a positive number. */
    static int log2Q10(long value) {
        int leading = Long.numberOfLeadingZeros(value);
        int whole = Long.SIZE - 1 - leading;
        long fraction = whole == 0 ? 0 : value << leading + 1 >>> Long.SIZE - FRACTION_BITS;
        return (whole << FRACTION_BITS) + (int) (fraction + (fraction * (ONE_Q10 - fraction) * BEND_Q10 >> 2 * FRACTION_BITS));
    }

    /** The square root, rounded down. */
    static long sqrt(long value) {
        if (value < 2) {
            return Math.max(0, value);
        }
        long root = 1L << (Long.SIZE - Long.numberOfLeadingZeros(value) + 1) / 2;
        while (true) {
            long next = root + value / root >> 1;
            if (next >= root) {
                return root;
            }
            root = next;
        }
    }
}
