package dev.hoga.gateway;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who listens to what. A subject is forgotten with its last listener. Any thread may ask.
 *
 * @param <S> what a broker's clients can listen to; a value
 */
public final class Topics<S> {
    private final ConcurrentHashMap<S, Listened> listened = new ConcurrentHashMap<>();

    /** A topic and its number of listeners, which only changes within the map's own lock. */
    private static final class Listened {
        private final Topic topic = new Topic();
        private int listeners;
    }

    /** Begins to tell a session of a subject; on the session's thread. */
    public void add(S subject, SocketSession session) {
        Listened found = listened.compute(subject, (key, known) -> {
            Listened now = known == null ? new Listened() : known;
            now.listeners++;
            return now;
        });
        found.topic.add(session);
    }

    /** Ends it; on the session's thread, once for each {@link #add}. */
    public void remove(S subject, SocketSession session) {
        listened.compute(subject, (key, known) -> {
            known.topic.remove(session);
            known.listeners--;
            return known.listeners == 0 ? null : known;
        });
    }

    /** Whether nobody listens to anything. */
    public boolean isEmpty() {
        return listened.isEmpty();
    }

    public boolean wanted(S subject) {
        return listened.containsKey(subject);
    }

    public Optional<Topic> topic(S subject) {
        Listened found = listened.get(subject);
        return found == null ? Optional.empty() : Optional.of(found.topic);
    }

    /** How many subjects anybody listens to. */
    public int size() {
        return listened.size();
    }
}
