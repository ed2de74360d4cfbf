package dev.hoga.gateway.kiwoom;

import dev.hoga.gateway.SocketSession;
import dev.hoga.gateway.Topic;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who listens to what. A subject is forgotten with its last listener. Any thread may ask. */
final class Subjects {
    private final ConcurrentHashMap<Subject, Listened> listened = new ConcurrentHashMap<>();

    /** A topic and its number of listeners, which only changes within the map's own lock. */
    private static final class Listened {
        private final Topic topic = new Topic();
        private int listeners;
    }

    /** Begins to tell a session of a subject; on the session's thread. */
    void add(Subject subject, SocketSession session) {
        Listened found = listened.compute(subject, (key, known) -> {
            Listened now = known == null ? new Listened() : known;
            now.listeners++;
            return now;
        });
        found.topic.add(session);
    }

    /** Ends it; on the session's thread, once for each {@link #add}. */
    void remove(Subject subject, SocketSession session) {
        listened.compute(subject, (key, known) -> {
            known.topic.remove(session);
            known.listeners--;
            return known.listeners == 0 ? null : known;
        });
    }

    boolean wanted(Subject subject) {
        return listened.containsKey(subject);
    }

    Optional<Topic> topic(Subject subject) {
        Listened found = listened.get(subject);
        return found == null ? Optional.empty() : Optional.of(found.topic);
    }

    /** How many subjects anybody listens to. */
    int size() {
        return listened.size();
    }
}
