package dev.hoga.catalogue;

/** Spells numbers as a {@link Format} wants them. Exact: what would have to be rounded or cut throws. */
final class NumberSpelling {

    private static final int GROUP = 3;
    private static final int MAX_DECIMALS = 18;

    private NumberSpelling() {
    }

    /**
     * Appends {@code unscaled / 10^scale}.
     *
     * @param direction for a direction-signed field the sign of the change against the previous close; 0 otherwise
     * @throws ArithmeticException when the value has more decimals than the field, or is wider than it
     */
    static void append(final JsonBuffer out, final Format format, final long unscaled, final int scale, final int direction) {
        final int target = format.scalePower() > 0 ? format.scalePower() : format.decimals() >= 0 ? format.decimals() : scale;
        final long value = rescale(unscaled, scale, target);
        final long digits = Math.absExact(value);
        final int decimals = format.scalePower() > 0 ? 0 : target;
        final int digitCount = Math.max(JsonBuffer.digitCount(digits), decimals + 1);
        final int wholeDigits = digitCount - decimals;
        final char sign = sign(format, value, direction);
        final int commas = format.grouped() ? (wholeDigits - 1) / GROUP : 0;
        final int width = digitCount + commas + (decimals > 0 ? 1 : 0) + (sign == 0 ? 0 : 1);
        final int room = Math.max(format.padWidth(), format.chars());
        if (room > 0 && width > room) {
            throw new ArithmeticException(unscaled + "e-" + scale + " is wider than " + room);
        }
        if (sign != 0) {
            out.put(sign);
        }
        out.putRepeated('0', Math.max(0, room - width));
        appendWhole(out, digits / power10(decimals), wholeDigits, format.grouped());
        if (decimals > 0) {
            out.put('.');
            out.putDigits(digits % power10(decimals), decimals);
        }
        if (format.percentSign()) {
            out.put('%');
        }
    }

    private static void appendWhole(final JsonBuffer out, final long whole, final int wholeDigits, final boolean grouped) {
        if (!grouped) {
            out.putDigits(whole, wholeDigits);
            return;
        }
        int left = wholeDigits;
        int take = left % GROUP == 0 ? GROUP : left % GROUP;
        while (left > 0) {
            left -= take;
            out.putDigits(whole / power10(left), take);
            if (left > 0) {
                out.put(',');
            }
            take = GROUP;
        }
    }

    private static char sign(final Format format, final long value, final int direction) {
        if (value == 0) {
            return 0;
        }
        return switch (format.sign()) {
            case MINUS -> value < 0 ? '-' : 0;
            case PLUS_MINUS -> value < 0 ? '-' : '+';
            case DIRECTION -> direction < 0 ? '-' : direction > 0 ? '+' : 0;
        };
    }

    private static long rescale(final long unscaled, final int scale, final int target) {
        if (scale <= target) {
            return Math.multiplyExact(unscaled, power10(target - scale));
        }
        final long divisor = power10(scale - target);
        if (unscaled % divisor != 0) {
            throw new ArithmeticException(unscaled + "e-" + scale + " has more than " + target + " decimals; round it first");
        }
        return unscaled / divisor;
    }

    private static long power10(final int exponent) {
        if (exponent > MAX_DECIMALS) {
            throw new ArithmeticException("too many decimals: " + exponent);
        }
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
