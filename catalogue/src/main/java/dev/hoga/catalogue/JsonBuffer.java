package dev.hoga.catalogue;

import java.util.Arrays;

/** UTF-8 JSON bytes that grow, up to a limit. Belongs to one thread; keeps its memory between answers. */
final class JsonBuffer {

    /** The longest answer; the largest real pages are far below. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int INITIAL_BYTES = 8 * 1024;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int MAX_ESCAPED_BYTES_PER_CHAR = 6;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int length;

    void clear() {
        length = 0;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void put(final char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    void put(final byte[] raw) {
        reserve(raw.length);
        System.arraycopy(raw, 0, bytes, length, raw.length);
        length += raw.length;
    }

    void putRepeated(final char ascii, final int times) {
        reserve(times);
        Arrays.fill(bytes, length, length + times, (byte) ascii);
        length += times;
    }

    /**
     * Appends text between quotes, escaped as JSON wants it; anything beyond ASCII stays UTF-8. A lone half of a surrogate pair becomes a
     * question mark.
     */
    void putQuoted(final String text) {
        reserve(text.length() * MAX_ESCAPED_BYTES_PER_CHAR + 2);
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c < 0x80) {
                putAscii(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                putCodePoint(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                putCodePoint(Character.isSurrogate(c) ? '?' : c);
            }
        }
        bytes[length++] = '"';
    }

    /** Appends a whole number in decimal digits without making a string. */
    void putLong(final long value) {
        if (value == Long.MIN_VALUE) {
            throw new ArithmeticException("number out of range: " + value);
        }
        if (value < 0) {
            put('-');
        }
        putDigits(Math.abs(value), digitCount(Math.abs(value)));
    }

    /** Appends the last {@code count} digits of a number that is not negative, with leading zeros. */
    void putDigits(final long value, final int count) {
        reserve(count);
        long rest = value;
        for (int at = length + count - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    static int digitCount(final long value) {
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        return count;
    }

    private void putAscii(final char c) {
        switch (c) {
            case '"', '\\' -> putEscape(c);
            case '\n' -> putEscape('n');
            case '\r' -> putEscape('r');
            case '\t' -> putEscape('t');
            default -> {
                if (c >= 0x20) {
                    bytes[length++] = (byte) c;
                } else {
                    putEscape('u');
                    bytes[length++] = '0';
                    bytes[length++] = '0';
                    bytes[length++] = HEX[c >> 4];
                    bytes[length++] = HEX[c & 0xf];
                }
            }
        }
    }

    private void putEscape(final char c) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
    }

    private void putCodePoint(final int c) {
        if (c < 0x80) {
            bytes[length++] = (byte) c;
            return;
        }
        if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | c >> 6);
        } else {
            if (c < 0x10000) {
                bytes[length++] = (byte) (0xe0 | c >> 12);
            } else {
                bytes[length++] = (byte) (0xf0 | c >> 18);
                bytes[length++] = (byte) (0x80 | c >> 12 & 0x3f);
            }
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
        }
        bytes[length++] = (byte) (0x80 | c & 0x3f);
    }

    private void reserve(final int more) {
        final long needed = (long) length + more;
        if (needed <= bytes.length) {
            return;
        }
        if (needed > MAX_BYTES) {
            throw new IllegalStateException("answer longer than " + MAX_BYTES + " bytes");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(MAX_BYTES, Math.max(needed, bytes.length * 2L)));
    }
}
