package dev.hoga.server;

import dev.hoga.catalogue.TrSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One session of a script on a broker's socket: registers, says things, and hears what is pushed, record by record. */
abstract sealed class Feed implements AutoCloseable permits KiwoomFeed, KisFeed {
    /** What {@link Heard#kind} is where a message was answered. */
    static final String ANSWER = "answer";
    /** What it is where the session has ended. */
    static final String ENDED = "ended";

    protected final SocketClient socket;
    private final List<Heard> kept = new ArrayList<>();

    protected Feed(SocketClient socket) {
        this.socket = socket;
    }

    /**
     * Something heard.
     *
     * @param kind   the type or TR that was pushed, {@link #ANSWER} or {@link #ENDED}
     * @param around what stands around the values of a push
     * @param values those of a push in the order of the wire, or the answer
     */
    record Heard(String kind, Map<String, Object> around, Map<String, Object> values) {
    }

    /** Registers a type or TR for an item or key, and hears that it is done. */
    abstract void registers(String type, String item) throws IOException;

    /** What a frame has in it. */
    protected abstract List<Heard> read(String frame) throws IOException;

    /** The refusal of a message, as far as it does not depend on the message. */
    abstract Map<String, Object> refusal(List<?> codeAndValues);

    /** What is wrong with the form of a push, whatever it says; empty where nothing is. */
    abstract List<String> breaches(TrSpec tr, Heard heard);

    /** Says a message. */
    final void says(Map<String, Object> message) {
        socket.says(message);
    }

    /** The next of a kind; others that come before it are kept for those who ask for them. */
    final Heard next(String kind) throws IOException {
        for (Heard one : kept) {
            if (one.kind.equals(kind)) {
                kept.remove(one);
                return one;
            }
        }
        while (true) {
            String frame = socket.hear();
            if (frame.startsWith(SocketClient.CLOSED)) {
                var end = new Heard(ENDED, Map.of(), Map.of("how", frame));
                if (kind.equals(ENDED)) {
                    return end;
                }
                throw new IOException(frame + " while " + kind + " was waited for; heard " + kept);
            }
            List<Heard> all = new ArrayList<>(read(frame));
            Heard found = all.stream().filter(one -> one.kind.equals(kind)).findFirst().orElse(null);
            all.remove(found);
            kept.addAll(all);
            if (found != null) {
                return found;
            }
        }
    }

    /** What was heard and nobody asked for. */
    final List<Heard> unexpected() {
        return List.copyOf(kept);
    }

    @Override
    public void close() {
        socket.close();
    }
}
