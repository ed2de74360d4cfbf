package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a URL's query: percent signs and plus signs as forms write them, in UTF-8. */
public final class QueryParameters {
    /** The most parameters of a request. */
    public static final int MOST = 64;

    private QueryParameters() {
    }

    /** The parameters, of a name that stands twice the last one; empty where the query is malformed or has too many. */
    public static Optional<Map<String, String>> parse(String query) {
        var parameters = new LinkedHashMap<String, String>();
        int from = 0;
        while (from < query.length()) {
            int end = query.indexOf('&', from);
            String pair = query.substring(from, end < 0 ? query.length() : end);
            from = end < 0 ? query.length() : end + 1;
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            try {
                parameters.put(decoded(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
            if (parameters.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
