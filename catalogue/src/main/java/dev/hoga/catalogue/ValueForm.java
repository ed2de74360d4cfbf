package dev.hoga.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form that a request value must have because of its unit: digits where digits are needed. It binds always, unlike printed lengths
 * and
 * code lists.
 *
 * @param kind   what characters are asked for
 * @param digits how many, for {@link Kind#DIGITS}; 0 otherwise
 */
public record ValueForm(Kind kind, int digits) {

    /** Digits of a number that fits a {@code long} with room to calculate. */
    public static final int MAX_NUMBER_DIGITS = 18;

    /** Any text. */
    public static final ValueForm TEXT = new ValueForm(Kind.TEXT, 0);
    /** Digits only, at most {@link #MAX_NUMBER_DIGITS}. */
    public static final ValueForm WHOLE = new ValueForm(Kind.WHOLE, 0);
    /** An optional sign, digits and at most one point. */
    public static final ValueForm DECIMAL = new ValueForm(Kind.DECIMAL, 0);

    private static final Pattern DIGITS_WORD = Pattern.compile("digits:([1-9][0-9]?)");

    /** What characters a value is made of. */
    public enum Kind { TEXT, WHOLE, DECIMAL, DIGITS }

    /**
     * The form of a word of the conventions file, for example {@code digits:8}; throws {@link IllegalArgumentException} for an unknown
     * one.
     */
    public static ValueForm parse(final String word) {
        final Matcher digits = DIGITS_WORD.matcher(word);
        if (digits.matches()) {
            return new ValueForm(Kind.DIGITS, Integer.parseInt(digits.group(1)));
        }
        return switch (word) {
            case "text" -> TEXT;
            case "whole" -> WHOLE;
            case "decimal" -> DECIMAL;
            default -> throw new IllegalArgumentException("no such form: " + word);
        };
    }

    /** True when the value, which is not blank, has this form. */
    public boolean accepts(final String value) {
        return switch (kind) {
            case TEXT -> true;
            case WHOLE -> digitsOnly(value, 0) && value.length() <= MAX_NUMBER_DIGITS;
            case DIGITS -> digitsOnly(value, 0) && value.length() == digits;
            case DECIMAL -> decimal(value);
        };
    }

    private static boolean decimal(final String value) {
        final int start = value.startsWith("-") || value.startsWith("+") ? 1 : 0;
        final int point = value.indexOf('.');
        final String number = point < 0 ? value : value.substring(0, point) + value.substring(point + 1);
        final boolean digitsAroundPoint = point < 0 || point > start && point < value.length() - 1;
        return digitsAroundPoint && digitsOnly(number, start) && number.length() - start <= MAX_NUMBER_DIGITS;
    }

    private static boolean digitsOnly(final String value, final int start) {
        for (int i = start; i < value.length(); i++) {
            final char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return value.length() > start;
    }
}
