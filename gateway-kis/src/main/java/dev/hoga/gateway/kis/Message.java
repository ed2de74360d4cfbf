package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ErrorTable;

/**
 * The message of an answer that went well: its number, whose text is the catalogue's.
 *
 * @param padded account queries fill the text with blanks to 80 bytes of the broker's own two-byte code. Official examples.
 *     Orders and quotes do not: their examples are bare, and clients compare the text of an order's answer as it is.
 */
record Message(String code, boolean padded) {
    static final Message QUOTE = new Message("MCA00000", false);
    private static final int WIDTH_BYTES = 80;
    private static final int LAST_ASCII = 0x7F;

    static Message order(String code) {
        return new Message(code, false);
    }

    static Message query(String code) {
        return new Message(code, true);
    }

    String text(ErrorTable errors) {
        String text = errors.error(code).text();
        return padded ? padded(text) : text;
    }

    /** Korean takes two bytes there, ASCII one. */
    private static String padded(String text) {
        long wide = text.chars().filter(c -> c > LAST_ASCII).count();
        return text + " ".repeat((int) Math.max(0, WIDTH_BYTES - text.length() - wide));
    }
}
