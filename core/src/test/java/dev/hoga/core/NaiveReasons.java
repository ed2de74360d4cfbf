package dev.hoga.core;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/** Every reason to refuse a command, and what is said beside some of them. */
final class NaiveReasons {
    private final EnumSet<Reject> found = EnumSet.noneOf(Reject.class);
    private final Map<Reject, Long> details = new HashMap<>();

    NaiveReasons when(boolean applies, Reject reject) {
        if (applies) {
            found.add(reject);
        }
        return this;
    }

    NaiveReasons when(boolean applies, Reject reject, long detail) {
        details.put(reject, detail);
        return when(applies, reject);
    }

    boolean none() {
        return found.isEmpty();
    }

    /** The first in the order of {@link Reject}. */
    Reject first() {
        return found.iterator().next();
    }

    long detail() {
        return details.getOrDefault(first(), 0L);
    }
}
