package dev.hoga.participants;

import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import java.util.ArrayDeque;

/** State in memory, read as it was written. */
final class KeptState implements StateWriter, StateReader {
    private final ArrayDeque<Object> values = new ArrayDeque<>();

    boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public void putLong(long value) {
        values.add(value);
    }

    @Override
    public void putString(String value) {
        values.add(value);
    }

    @Override
    public long getLong() {
        return (Long) values.remove();
    }

    @Override
    public String getString() {
        return (String) values.remove();
    }
}
