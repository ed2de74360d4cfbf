package dev.hoga.core;

import java.util.ArrayList;
import java.util.List;

/** State as a list of what was written, to be read again from the start. */
final class ListState implements StateWriter, StateReader {
    final List<Object> values = new ArrayList<>();
    private int position;

    static ListState of(Brokerage core) {
        var state = new ListState();
        core.write(state);
        return state;
    }

    @Override
    public void putLong(long value) {
        values.add(value);
    }

    @Override
    public void putString(String value) {
        values.add(value);
    }

    private Object next() {
        if (position == values.size()) {
            throw new IllegalStateException("the state ends early");
        }
        return values.get(position++);
    }

    @Override
    public long getLong() {
        return (Long) next();
    }

    @Override
    public String getString() {
        return (String) next();
    }

    boolean isReadToTheEnd() {
        return position == values.size();
    }
}
