package dev.hoga.core;

import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * The listed instruments, in the order of listing; an instrument's id is its place. Those that NXT trades too are listed a
 * second time, under the ids of {@link Listing}; they are not counted.
 */
final class InstrumentTable {
    /** The most instruments. */
    static final int MAX_INSTRUMENTS = 8_192;

    private static final int MISSING = -1;

    private Instrument[] listings = new Instrument[128];
    private int count;
    private final Long2LongHashMap idByCode = new Long2LongHashMap(MISSING);

    int count() {
        return count;
    }

    /** The id of a code at KRX or overseas, or -1. */
    int id(long code) {
        return (int) idByCode.get(code);
    }

    /** The id of a code at a venue, or -1. */
    int id(long code, Venue venue) {
        int id = id(code);
        if (id >= 0 && venue == Venue.SOR && listings[id].venue == Venue.KRX) {
            return Listing.integrated(id);
        }
        Instrument listing = id < 0 ? null : at(venue, id);
        return listing == null ? MISSING : listing.id;
    }

    Instrument get(int id) {
        return listings[id];
    }

    /** Whether there is a listing of an id. */
    boolean exists(int id) {
        return id >= 0 && id < listings.length && listings[id] != null;
    }

    /** Whether NXT trades what is listed at KRX under an id. */
    boolean atNxt(int id) {
        return exists(Listing.atNxt(id));
    }

    /** The listing at NXT of what is listed at KRX under an id; there must be one. */
    Instrument nxt(int id) {
        return listings[Listing.atNxt(id)];
    }

    /** Where an instrument is traded at a venue; null where it is not. */
    Instrument at(Venue venue, int id) {
        Instrument listing = listings[venue == Venue.NXT && atNxt(id) ? Listing.atNxt(id) : id];
        return listing.venue == venue ? listing : null;
    }

    void add(Instrument instrument) {
        put(instrument);
        if (instrument.venue != Venue.NXT) {
            count++;
            idByCode.put(instrument.code, instrument.id);
        }
    }

    private void put(Instrument instrument) {
        if (instrument.id >= listings.length) {
            listings = Arrays.copyOf(listings, Integer.highestOneBit(instrument.id) * 2);
        }
        listings[instrument.id] = instrument;
    }
}
