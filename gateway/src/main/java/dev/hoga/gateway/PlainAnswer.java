package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Answers that come from the edge and not from a broker's own program. Neither broker's edge documents these bodies; both are
 * Java gateways of the Spring family, so its error document is the least surprising guess (doubt: no capture was found).
 */
public final class PlainAnswer {
    private static final String[] JSON = {"Content-Type", "application/json"};
    private static final DateTimeFormatter TIMESTAMP =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+00:00'").withZone(ZoneOffset.UTC);

    private PlainAnswer() {
    }

    /** Answers with the edge's error document: {@code {"timestamp":…,"path":…,"status":404,"error":"Not Found"}}. */
    public static void error(HttpExchange exchange, int status) {
        byte[] body = errorBody(exchange.path(), status);
        exchange.respond(status, JSON, body, body.length);
    }

    static String[] jsonHeaders() {
        return JSON;
    }

    static byte[] errorBody(String path, int status) {
        return ("{\"timestamp\":\"" + TIMESTAMP.format(Instant.now()) + "\",\"path\":\"" + escaped(path)
            + "\",\"status\":" + status + ",\"error\":\"" + ResponseHead.reason(status) + "\"}").getBytes(UTF_8);
    }

    private static String escaped(String path) {
        var out = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            // The page may be shown by a browser that ignores the content type.
            out.append(c < ' ' || c == '<' || c == '>' || c == '&' ? '?' : c);
        }
        return out.toString();
    }
}
