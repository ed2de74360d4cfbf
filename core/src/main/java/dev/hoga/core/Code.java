package dev.hoga.core;

/**
 * An instrument code of one to eight upper-case ASCII letters and digits, packed into a long (first character in the highest
 * byte in use). Example: {@code Code.pack("005930")}.
 */
public final class Code {
    /** The most characters a code can have. */
    public static final int MAX_LENGTH = 8;

    /**
     * Stands for no code of its own: an amendment or cancellation that carries it means the instrument of its original order.
     * KIS's requests name none.
     */
    public static final long OF_ORIGINAL = -1;

    private Code() {
    }

    /** The packed code, or 0 where the text is no code. */
    public static long pack(CharSequence text) {
        int length = text.length();
        if (length == 0 || length > MAX_LENGTH) {
            return 0;
        }
        long packed = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return 0;
            }
            packed = packed << 8 | c;
        }
        return packed;
    }

    /** The text of a packed code. */
    public static String text(long packed) {
        var chars = new char[MAX_LENGTH];
        int start = MAX_LENGTH;
        for (long rest = packed; rest != 0; rest >>>= 8) {
            chars[--start] = (char) (rest & 0xFF);
        }
        return new String(chars, start, MAX_LENGTH - start);
    }
}
