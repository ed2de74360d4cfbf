package dev.hoga.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A wrong (or oddly right) thing to say on a WebSocket, and the one right reaction to it.
 *
 * @param name  what is odd about it
 * @param bytes the frames, or what is in place of them
 * @param hears parts of the texts that are answered, in their order, and {@code pong …} for a pong
 * @param end   how the connection ends; {@link #STAYS} where it does not
 */
record SocketAttempt(String name, byte[] bytes, List<Object> hears, String end) {
    static final String STAYS = "stays";
    /** Ended without a goodbye. */
    static final String DROPPED = "dropped";

    static SocketAttempt answered(String name, byte[] bytes, Object... hears) {
        return new SocketAttempt(name, bytes, List.of(hears), STAYS);
    }

    /** @param end the goodbye: {@code closed 1003} */
    static SocketAttempt ended(String name, byte[] bytes, String end, Object... hears) {
        return new SocketAttempt(name, bytes, List.of(hears), end);
    }

    /** The pong to a ping with this payload. */
    static String pong(byte[] payload) {
        return "pong " + new String(payload, ISO_8859_1);
    }

    /** How a goodbye with a status is told of. */
    static String closed(int status) {
        return "closed " + status;
    }

    /** What is wrong with a reaction; empty where nothing is. */
    List<String> breaches(List<Object> heard, String ended) {
        var wrong = new ArrayList<String>();
        if (!end.equals(ended)) {
            wrong.add("ends as '" + ended + "' and not '" + end + "'");
        }
        if (heard.size() != hears.size()) {
            wrong.add(heard.size() + " answers and not " + hears.size());
        }
        for (int i = 0; i < Math.min(heard.size(), hears.size()); i++) {
            wrong.addAll(BodyPattern.missing(hears.get(i), heard.get(i), new HashMap<>()));
        }
        return wrong;
    }

    /** A part of an answer. */
    static Map<String, Object> part(Object... namesAndValues) {
        var part = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            part.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return part;
    }
}
