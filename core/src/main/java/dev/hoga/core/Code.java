package dev.hoga.core;

/**
 * An instrument code of one to eight upper-case ASCII letters and digits, packed into a long (first character in the highest
 * byte in use). Example: {@code Code.pack("005930")}.
 */
public final class Code {
    /** The most characters a code can have. */
    public static final int MAX_LENGTH = 8;
    /** The most characters of one that is listed overseas. */
    public static final int MAX_OVERSEAS_LENGTH = 7;
    private static final int VENUE_SHIFT = 56;

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

    /**
     * The packed code of an overseas venue's instrument, of at most {@value #MAX_OVERSEAS_LENGTH} characters; 0 where the text is
     * none. The venue stands in the highest byte, below all characters: the same text can be something else elsewhere.
     */
    public static long pack(Venue overseas, CharSequence text) {
        long packed = text.length() > MAX_OVERSEAS_LENGTH ? 0 : pack(text);
        return packed == 0 ? 0 : packed | (overseas.ordinal() + 1L) << VENUE_SHIFT;
    }

    /** Whether a packed code is an overseas venue's. */
    public static boolean isOverseas(long packed) {
        long first = packed >>> VENUE_SHIFT;
        return first > 0 && first <= Venue.COUNT;
    }

    /** The venue of an overseas code. */
    public static Venue venue(long packed) {
        return Venue.of((int) (packed >>> VENUE_SHIFT) - 1);
    }

    /** The text of a packed code, without its venue. */
    public static String text(long packed) {
        var chars = new char[MAX_LENGTH];
        int start = MAX_LENGTH;
        long code = isOverseas(packed) ? packed & (1L << VENUE_SHIFT) - 1 : packed;
        for (long rest = code; rest != 0; rest >>>= 8) {
            chars[--start] = (char) (rest & 0xFF);
        }
        return new String(chars, start, MAX_LENGTH - start);
    }
}
