package dev.hoga.core;

import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/** The listed instruments, in the order of listing; an instrument's id is its place. */
final class InstrumentTable {
    /** The most instruments. */
    static final int MAX_INSTRUMENTS = 8_192;

    private static final int MISSING = -1;

    private Instrument[] instruments = new Instrument[128];
    private int count;
    private final Long2LongHashMap idByCode = new Long2LongHashMap(MISSING);

    int count() {
        return count;
    }

    /** The id of a code, or -1. */
    int id(long code) {
        return (int) idByCode.get(code);
    }

    Instrument get(int id) {
        return instruments[id];
    }

    void add(Instrument instrument) {
        if (count == instruments.length) {
            instruments = Arrays.copyOf(instruments, count * 2);
        }
        instruments[count++] = instrument;
        idByCode.put(instrument.code, instrument.id);
    }
}
