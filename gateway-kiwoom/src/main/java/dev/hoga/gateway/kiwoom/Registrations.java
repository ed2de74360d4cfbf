package dev.hoga.gateway.kiwoom;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one session has registered, by group. Measured on the mock host: 100 items for each group, looked at first, and 100 for
 * the session; a failed REG registers nothing. Doubts: whether an item that stands in two groups counts twice (here once);
 * whether {@code refresh} 0 clears the group (so here) or all, and before the limits are looked at (so here) or after.
 */
final class Registrations {
    static final int ITEMS_PER_GROUP = 100;
    static final int ITEMS_PER_SESSION = 100;
    /** Our own bounds: what a session may have us remember. */
    static final int MOST_PER_SESSION = 4_000;
    static final int LONGEST_ITEM = 20;
    static final int LONGEST_GROUP = 10;

    private final Map<String, Set<Registration>> groups = new HashMap<>();

    /** One item and one type; the item may be empty where the type needs none. */
    record Registration(RealType type, String item) {
    }

    /** How a registration came out. */
    enum Outcome { DONE, TOO_MANY_IN_GROUP, TOO_MANY_IN_SESSION }

    /** @param keep whether what the group holds stays */
    Outcome register(String group, Set<Registration> wanted, boolean keep) {
        var after = new LinkedHashSet<Registration>();
        if (keep) {
            after.addAll(groups.getOrDefault(group, Set.of()));
        }
        after.addAll(wanted);
        if (items(after).size() > ITEMS_PER_GROUP) {
            return Outcome.TOO_MANY_IN_GROUP;
        }
        Set<String> inAll = items(after);
        int count = after.size();
        for (Map.Entry<String, Set<Registration>> other : groups.entrySet()) {
            if (!other.getKey().equals(group)) {
                inAll.addAll(items(other.getValue()));
                count += other.getValue().size();
            }
        }
        if (inAll.size() > ITEMS_PER_SESSION || count > MOST_PER_SESSION) {
            return Outcome.TOO_MANY_IN_SESSION;
        }
        put(group, after);
        return Outcome.DONE;
    }

    /** Takes registrations out of a group; what it does not hold is no error. */
    void remove(String group, Set<Registration> unwanted) {
        var after = new LinkedHashSet<>(groups.getOrDefault(group, Set.of()));
        after.removeAll(unwanted);
        put(group, after);
    }

    /** Forgets a group. */
    void remove(String group) {
        groups.remove(group);
    }

    private void put(String group, Set<Registration> registrations) {
        if (registrations.isEmpty()) {
            groups.remove(group);
        } else {
            groups.put(group, registrations);
        }
    }

    private static Set<String> items(Set<Registration> registrations) {
        var items = new HashSet<String>();
        for (Registration registration : registrations) {
            if (!registration.item.isEmpty() && !registration.type.ofAccount()) {
                items.add(registration.item);
            }
        }
        return items;
    }

    /** What is to be told because of them all. @param goldAccountId -1 for none */
    Set<Subject> subjects(int accountId, int goldAccountId) {
        var subjects = new LinkedHashSet<Subject>();
        for (Set<Registration> group : groups.values()) {
            for (Registration registration : group) {
                RealType type = registration.type;
                if (type.ofAccount()) {
                    subjects.add(Subject.ofAccount(type, accountId));
                    if (goldAccountId >= 0) {
                        subjects.add(Subject.ofAccount(type, goldAccountId));
                    }
                } else if (type.built()) {
                    Subject.ofStock(type, registration.item).ifPresent(subjects::add);
                }
            }
        }
        return subjects;
    }
}
