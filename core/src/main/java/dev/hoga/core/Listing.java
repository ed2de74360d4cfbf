package dev.hoga.core;

/**
 * What the id of a listing says. A stock that is traded at two venues is listed at each: at KRX under an id that counts from 0,
 * at NXT under the same one {@link #FIRST_NXT} higher. Accounts hold what is listed at KRX, whatever venue it came from.
 */
public final class Listing {
    /** The first id of a listing at NXT. */
    public static final int FIRST_NXT = InstrumentTable.MAX_INSTRUMENTS;

    private Listing() {
    }

    /** The id at KRX of what is traded. */
    public static int asset(int id) {
        return id & FIRST_NXT - 1;
    }

    /** Which of the two venues of stocks; KRX also for what is traded elsewhere. */
    public static Venue venue(int id) {
        return id < FIRST_NXT ? Venue.KRX : Venue.NXT;
    }

    /** The id under which what is listed at KRX is listed at NXT, where it is. */
    static int atNxt(int assetId) {
        return assetId + FIRST_NXT;
    }
}
