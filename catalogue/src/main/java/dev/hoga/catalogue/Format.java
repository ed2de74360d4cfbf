package dev.hoga.catalogue;

/**
 * How a value is spelled on the wire, parsed from the {@code format} words of a field row (meanings: {@code _conventions.yaml} of each
 * broker).
 *
 * @param words       the words as they stand in the contract
 * @param sign        how the sign is written
 * @param padWidth    zero padded to this many characters, the sign included; 0 for none
 * @param blankWidth  padded with blanks on the right to this many characters; 0 for none
 * @param decimals    decimal places; -1 for as many as the value has
 * @param grouped     thousands are separated by commas
 * @param scalePower  written times ten to this power, without a point; 0 for none
 * @param percentSign a percent sign follows
 * @param chars       a text has exactly this many characters; 0 for any number
 */
public record Format(
    String words,
    Sign sign,
    int padWidth,
    int blankWidth,
    int decimals,
    boolean grouped,
    int scalePower,
    boolean percentSign,
    int chars) {

    /** No words: plain text, plain numbers. */
    public static final Format NONE = new Format("", Sign.MINUS, 0, 0, -1, false, 0, false, 0);

    /** How the sign of a number is written; zero never has one. */
    public enum Sign {
        /** A minus on negative values only. */
        MINUS,
        /** A plus or a minus, of the value itself. */
        PLUS_MINUS,
        /** The direction against the previous close; the price itself has no sign. */
        DIRECTION
    }

    /**
     * Parses format words.
     *
     * @param words  for example {@code signed padded:12}; empty for none
     * @param broker whose words: Kiwoom's {@code signed} writes a plus unless it is padded, KIS's never does
     * @param length the printed length of the field, the width of KIS's {@code padded} and {@code blank-padded}
     * @throws IllegalArgumentException for an unknown word, a missing or a malformed number
     */
    public static Format parse(final String words, final Broker broker, final int length) {
        if (words.isEmpty()) {
            return NONE;
        }
        final Parser parser = new Parser(broker, length);
        for (final String word : words.split(" ")) {
            parser.take(word);
        }
        return parser.format(words);
    }

    /** True when only {@link ResponseBody#price} may set the field. */
    public boolean directionSigned() {
        return sign == Sign.DIRECTION;
    }

    private static final class Parser {
        private final Broker broker;
        private final int length;
        private Sign sign = Sign.MINUS;
        private int padWidth;
        private int blankWidth;
        private int decimals = -1;
        private boolean grouped;
        private int scalePower;
        private boolean percentSign;
        private int chars;

        private Parser(final Broker broker, final int length) {
            this.broker = broker;
            this.length = length;
        }

        private void take(final String word) {
            final int colon = word.indexOf(':');
            final String name = colon < 0 ? word : word.substring(0, colon);
            final int number = colon < 0 ? 0 : Integer.parseInt(word.substring(colon + 1));
            switch (name) {
                case "signed", "taker-signed" -> sign = Sign.PLUS_MINUS;
                case "direction-signed" -> sign = Sign.DIRECTION;
                case "padded" -> padWidth = width(word, broker == Broker.KIS ? length : number);
                case "blank-padded" -> blankWidth = width(word, length);
                case "decimal" -> decimals = number;
                case "comma" -> grouped = true;
                case "scaled" -> scalePower = width(word, number);
                case "percent-sign" -> percentSign = true;
                case "chars" -> chars = width(word, number);
                // These tell which code stands there; the spelling is the caller's text.
                case "venue-code", "prefixed-code", "short-code", "pipe-separated" -> { }
                default -> throw new IllegalArgumentException("no such format: " + word);
            }
        }

        private Format format(final String words) {
            final boolean noPlus = sign == Sign.PLUS_MINUS && (broker == Broker.KIS || padWidth > 0);
            return new Format(
                words, noPlus ? Sign.MINUS : sign, padWidth, blankWidth, decimals, grouped, scalePower, percentSign, chars);
        }

        private static int width(final String word, final int number) {
            if (number <= 0) {
                throw new IllegalArgumentException("no width for format " + word);
            }
            return number;
        }
    }
}
