package dev.hoga.catalogue;

/**
 * How a value is spelled on the wire, parsed from the {@code format} words of a field row (meanings: {@code _conventions.yaml} of each broker).
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
    String words, Sign sign, int padWidth, int blankWidth, int decimals, boolean grouped, int scalePower, boolean percentSign, int chars) {

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
        Format format = new Format(words, Sign.MINUS, 0, 0, -1, false, 0, false, 0);
        for (final String word : words.split(" ")) {
            format = format.with(word, broker, length);
        }
        final boolean plus = format.sign == Sign.PLUS_MINUS && (broker == Broker.KIS || format.padWidth > 0);
        return plus ? format.withSign(Sign.MINUS) : format;
    }

    /** True when only {@link ResponseBody#price} may set the field. */
    public boolean directionSigned() {
        return sign == Sign.DIRECTION;
    }

    private Format with(final String word, final Broker broker, final int length) {
        final int colon = word.indexOf(':');
        final String name = colon < 0 ? word : word.substring(0, colon);
        final int number = colon < 0 ? 0 : Integer.parseInt(word.substring(colon + 1));
        return switch (name) {
            case "signed", "taker-signed" -> withSign(Sign.PLUS_MINUS);
            case "direction-signed" -> withSign(Sign.DIRECTION);
            case "padded" -> withPadWidth(width(word, broker == Broker.KIS ? length : number));
            case "blank-padded" -> new Format(words, sign, padWidth, width(word, length), decimals, grouped, scalePower, percentSign, chars);
            case "decimal" -> new Format(words, sign, padWidth, blankWidth, number, grouped, scalePower, percentSign, chars);
            case "comma" -> new Format(words, sign, padWidth, blankWidth, decimals, true, scalePower, percentSign, chars);
            case "scaled" -> new Format(words, sign, padWidth, blankWidth, decimals, grouped, width(word, number), percentSign, chars);
            case "percent-sign" -> new Format(words, sign, padWidth, blankWidth, decimals, grouped, scalePower, true, chars);
            case "chars" -> new Format(words, sign, padWidth, blankWidth, decimals, grouped, scalePower, percentSign, width(word, number));
            // These tell which code stands there; the spelling is the caller's text.
            case "venue-code", "prefixed-code", "short-code", "pipe-separated" -> this;
            default -> throw new IllegalArgumentException("no such format: " + word);
        };
    }

    private static int width(final String word, final int number) {
        if (number <= 0) {
            throw new IllegalArgumentException("no width for format " + word);
        }
        return number;
    }

    private Format withSign(final Sign newSign) {
        return new Format(words, newSign, padWidth, blankWidth, decimals, grouped, scalePower, percentSign, chars);
    }

    private Format withPadWidth(final int width) {
        return new Format(words, sign, width, blankWidth, decimals, grouped, scalePower, percentSign, chars);
    }
}
