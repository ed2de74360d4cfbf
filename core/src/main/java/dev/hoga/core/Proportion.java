package dev.hoga.core;

/** A number made larger or smaller as much as a part is of a whole, exactly, however large the product of them is. */
final class Proportion {
    /** The largest part and whole. */
    static final long MOST = 1L << 60;

    private Proportion() {
    }

    /**
     * {@code base * part / whole}, halves up.
     *
     * @param base not negative
     * @param part 0 to {@link #MOST}
     * @param whole 1 to {@link #MOST}
     * @throws ArithmeticException where the result is no long
     */
    static long of(long base, long part, long whole) {
        if (Math.multiplyHigh(base, part) == 0 && base * part >= 0) {
            return rounded(base * part / whole, base * part % whole, whole);
        }
        long quotient = 0;
        long rest = 0;
        long more = part / whole;
        long left = part % whole;
        // Long division, one bit of the base after the other; the rest stays below three wholes.
        for (int bit = Long.SIZE - 1 - Long.numberOfLeadingZeros(base); bit >= 0; bit--) {
            quotient = Math.multiplyExact(quotient, 2);
            rest *= 2;
            if ((base >> bit & 1) == 1) {
                quotient = Math.addExact(quotient, more);
                rest += left;
            }
            quotient = Math.addExact(quotient, rest / whole);
            rest %= whole;
        }
        return rounded(quotient, rest, whole);
    }

    private static long rounded(long quotient, long rest, long whole) {
        return rest >= whole - rest ? quotient + 1 : quotient;
    }
}
