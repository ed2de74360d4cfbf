package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What an unmodified client really sent, in the order of its arrival.
 *
 * @param name   of the file
 * @param events requests, frames of WebSocket sessions and ends of connections
 */
record Recording(String name, List<Event> events) {

    /** Something that arrived. */
    sealed interface Event {
    }

    /** The client ended a connection. */
    record End(long connection) implements Event {
    }

    /** A frame of a WebSocket session. @param number of the line in the recording */
    record Frame(long number, long connection, int opcode, String payload) implements Event {

        /** The frame's text, with some texts of it replaced by others. */
        String text(Map<String, String> replaced) {
            return replace(payload, replaced);
        }
    }

    /**
     * A request, or the request that opens a WebSocket.
     *
     * @param number  of the line in the recording
     * @param headers name and value, order and case as sent
     * @param body    as sent
     */
    record Request(long number, long connection, String method, String target, List<List<String>> headers, String body) implements Event {

        /** The target without its query. */
        String path() {
            return target.replaceFirst("\\?.*", "");
        }

        /** The value of a header, its name in any case; empty where it was not sent. */
        String header(String name) {
            return headers.stream().filter(header -> header.getFirst().equalsIgnoreCase(name)).map(List::getLast).findFirst().orElse("");
        }

        /**
         * The bytes that were sent, with some texts of them replaced by others.
         *
         * @param replaced recorded text to the text in its place; the length of the body is put right
         */
        byte[] bytes(Map<String, String> replaced) {
            byte[] sent = replace(body, replaced).getBytes(UTF_8);
            var head = new StringBuilder(method + ' ' + replace(target, replaced) + " HTTP/1.1\r\n");
            for (List<String> header : headers) {
                boolean length = header.getFirst().equalsIgnoreCase("Content-Length");
                String value = length ? Integer.toString(sent.length) : replace(header.getLast(), replaced);
                head.append(header.getFirst()).append(": ").append(value).append("\r\n");
            }
            byte[] lines = head.append("\r\n").toString().getBytes(UTF_8);
            byte[] all = Arrays.copyOf(lines, lines.length + sent.length);
            System.arraycopy(sent, 0, all, lines.length, sent.length);
            return all;
        }

    }

    private static String replace(String text, Map<String, String> replaced) {
        String result = text;
        for (var entry : replaced.entrySet()) {
            result = result.replace(entry.getKey(), entry.getValue());
        }
        return result;
    }

    static Recording read(Path file) throws IOException {
        var events = new ArrayList<Event>();
        for (String line : Files.readAllLines(file)) {
            Map<String, Object> event = Json.object(line.getBytes(UTF_8));
            switch ((String) event.get("kind")) {
                case "http", "ws-open" -> events.add(request(event));
                case "eof" -> events.add(new End((long) event.get("conn")));
                case "ws-frame" -> events.add(frame(event));
                default -> throw new IllegalArgumentException(file + ": what is this? " + line);
            }
        }
        return new Recording(file.getFileName().toString(), List.copyOf(events));
    }

    private static Frame frame(Map<String, Object> event) {
        if (!(boolean) event.get("fin") || !(boolean) event.get("masked") || (long) event.get("rsv") != 0) {
            throw new IllegalArgumentException("cannot be sent as it was: " + event);
        }
        return new Frame((long) event.get("n"), (long) event.get("conn"), (int) (long) event.get("opcode"), (String) event.get("payload"));
    }

    @SuppressWarnings("unchecked")
    private static Request request(Map<String, Object> event) {
        if ((boolean) event.get("chunked") || !event.get("version").equals("HTTP/1.1")) {
            throw new IllegalArgumentException("cannot be sent as it was: " + event);
        }
        String query = (String) event.get("query");
        return new Request((long) event.get("n"), (long) event.get("conn"), (String) event.get("method"),
            event.get("path") + (query.isEmpty() ? "" : "?" + query), (List<List<String>>) event.get("headers"),
            (String) event.get("body_raw"));
    }
}
