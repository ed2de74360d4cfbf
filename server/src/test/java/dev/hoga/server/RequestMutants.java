package dev.hoga.server;

import dev.hoga.catalogue.BodyLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Requests made from a valid one by changing what is around its body: what is wrong or odd for either broker, and the tools to make what
 * is so for one of them.
 */
final class RequestMutants {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    private final String method;
    private final String target;
    private final Map<String, String> usual;
    private final byte[] valid;
    private final Answered validAnswer;
    private final List<Attempt> refused = new ArrayList<>();
    private final List<Attempt> taken = new ArrayList<>();

    /** What a request was answered. */
    record Answered(int status, Map<String, Object> body) {
    }

    /**
     * @param target path, and query where there is one
     * @param usual  the headers of the valid request
     * @param valid  its body
     */
    RequestMutants(String method, String target, Map<String, String> usual, byte[] valid, Answered validAnswer) {
        this.method = method;
        this.target = target;
        this.usual = new LinkedHashMap<>(usual);
        this.valid = valid;
        this.validAnswer = validAnswer;
    }

    /** Requests that must be refused. */
    List<Attempt> refused() {
        return refused;
    }

    /** Requests that real clients or strict readings of HTTP allow: the answer is that of the valid one. */
    List<Attempt> taken() {
        return taken;
    }

    // -- wrong or odd for either broker --------------------------------------------------------------------------------

    void otherMethods() {
        for (String other : METHODS) {
            if (!other.equals(method)) {
                edge("method " + other, bytes(other, target, usual(), valid), 405, true);
            }
        }
        String other = method.equals("GET") ? "POST" : "GET";
        byte[] bare = new Attempt.Writer(other + ' ' + target).with("Host", "x").body(new byte[0]);
        edge(other + " without a body and without a token", bare, 405, true);
    }

    void sizes() {
        byte[] large = new byte[BodyLimits.DEFAULT.maxBytes() + 1];
        Arrays.fill(large, (byte) ' ');
        edge("a body too large", bytes(method, target, usual(), large), 413, false);
        edge("chunks too large", writer(method, target, usual()).chunked(large), 413, false);
        edge("headers too large", bytes(method, target, set(usual(), "X-Much", "x".repeat(8 * 1024)), valid), 431, false);
        edge("a request line too long", bytes(method, withQuery("x".repeat(4 * 1024)), usual(), valid), 414, false);
    }

    void oddButRight() {
        odd("no content type", headers -> remove(headers, "Content-Type"));
        for (String type : List.of("application/json", "application/json; utf-8", "text/plain", "application/x-www-form-urlencoded", "")) {
            odd("content type '" + type + "'", headers -> set(headers, "Content-Type", type));
        }
        odd("header names in capitals", headers -> {
            var capitals = new LinkedHashMap<String, String>();
            headers.forEach((name, value) -> capitals.put(name.toUpperCase(), value));
            return capitals;
        });
        odd("a page of the web as origin", headers -> set(headers, "Origin", "https://example.com"));
        take("in chunks", writer(method, target, usual()).chunked(valid));
        take("with one more parameter behind the address", bytes(method, withQuery("a=b"), usual(), valid));
    }

    private String withQuery(String more) {
        return target + (target.indexOf('?') < 0 ? '?' : '&') + more;
    }

    // -- tools ---------------------------------------------------------------------------------------------------------

    /** The valid request's headers, to be changed. */
    Map<String, String> usual() {
        return new LinkedHashMap<>(usual);
    }

    /** Must be refused because of its headers. */
    void refuse(String name, UnaryOperator<Map<String, String>> change, Refusal refusal) {
        refuse(name, bytes(method, target, change.apply(usual()), valid), refusal);
    }

    /** Must be refused because of its headers, whatever its body. */
    void refuse(String name, UnaryOperator<Map<String, String>> change, byte[] body, Refusal refusal) {
        refuse(name, bytes(method, target, change.apply(usual()), body), refusal);
    }

    void refuse(String name, byte[] bytes, Refusal refusal) {
        refused.add(Attempt.refused(name, bytes, refusal));
    }

    /** Must be refused by the edge. @param keeps whether the connection serves the next request */
    void edge(String name, byte[] bytes, int status, boolean keeps) {
        refused.add(Attempt.refusedByEdge(name, bytes, status, keeps));
    }

    /** Must be answered as the valid one. */
    void odd(String name, UnaryOperator<Map<String, String>> change) {
        take(name, bytes(method, target, change.apply(usual()), valid));
    }

    void take(String name, byte[] bytes) {
        taken.add(new Attempt(name, bytes, validAnswer.status(), validAnswer.body(), true));
    }

    static byte[] bytes(String method, String target, Map<String, String> headers, byte[] body) {
        return writer(method, target, headers).body(body);
    }

    private static Attempt.Writer writer(String method, String target, Map<String, String> headers) {
        var writer = new Attempt.Writer(method + ' ' + target);
        headers.forEach(writer::with);
        return writer;
    }

    static Map<String, String> set(Map<String, String> headers, String name, String value) {
        headers.put(name, value);
        return headers;
    }

    static Map<String, String> remove(Map<String, String> headers, String name) {
        headers.remove(name);
        return headers;
    }

    static String shortened(String value) {
        return value.length() <= 20 ? value : value.substring(0, 20) + "…(" + value.length() + ")";
    }
}
