package dev.hoga.core;

/**
 * What the id of a listing says. A stock that is traded at two venues is listed at each: at KRX under an id that counts from 0,
 * at NXT under the same one {@link #FIRST_NXT} higher. Accounts hold what is listed at KRX, whatever venue it came from. A third
 * id, as much higher again, reads both venues together; nothing is ordered under it.
 */
public final class Listing {
    /** The first id of a listing at NXT. */
    public static final int FIRST_NXT = InstrumentTable.MAX_INSTRUMENTS;

    private static final int FIRST_INTEGRATED = 2 * FIRST_NXT;

    private Listing() {
    }

    /** The id at KRX of what is traded. */
    public static int asset(int id) {
        return id & FIRST_NXT - 1;
    }

    /** The venue of a listing; {@link Venue#SOR} stands for both together. */
    public static Venue venue(int id) {
        return id < FIRST_NXT ? Venue.KRX : id < FIRST_INTEGRATED ? Venue.NXT : Venue.SOR;
    }

    /** The id that reads both venues of a listing together. */
    public static int integrated(int id) {
        return asset(id) + FIRST_INTEGRATED;
    }

    /** The id under which what is listed at KRX is listed at NXT, where it is. */
    static int atNxt(int assetId) {
        return assetId + FIRST_NXT;
    }
}
