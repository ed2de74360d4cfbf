package dev.hoga.gateway;

import dev.hoga.core.Venue;

/**
 * How history spells the code of an overseas instrument, whose text alone can be another one's elsewhere: currency, venue, code.
 * Example: {@code USD.NASD.AAPL}. What is traded in won keeps its code.
 */
public final class OverseasCode {
    private static final String SEPARATOR = ".";
    private static final String ANY = "%";

    private OverseasCode() {
    }

    static String inHistory(Venue venue, String code) {
        return venue.overseas() ? prefix(venue) + code : code;
    }

    private static String prefix(Venue venue) {
        return venue.currency() + SEPARATOR + venue + SEPARATOR;
    }

    /** A pattern of all that is traded overseas. */
    public static String anywhere() {
        return ANY + SEPARATOR + ANY;
    }

    /** A pattern of all that is traded at the venues of a venue's country. */
    public static String inCountryOf(Venue venue) {
        return venue.currency() + SEPARATOR + ANY;
    }

    /** A pattern of all that is traded at a venue. */
    public static String at(Venue venue) {
        return prefix(venue) + ANY;
    }

    /** Whether history's code is one of these. */
    public static boolean isOverseas(String inHistory) {
        return inHistory.contains(SEPARATOR);
    }

    /** The venue of one. */
    public static Venue venue(String inHistory) {
        int first = inHistory.indexOf(SEPARATOR);
        return Venue.valueOf(inHistory.substring(first + 1, inHistory.lastIndexOf(SEPARATOR)));
    }

    /** The code as the venue spells it. */
    public static String text(String inHistory) {
        return inHistory.substring(inHistory.lastIndexOf(SEPARATOR) + 1);
    }
}
