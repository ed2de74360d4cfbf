package dev.hoga.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The outermost keys of a request with their values as text. JSON numbers and booleans are taken by their text, because clients send
 * them where the
 * contract says string; {@code null} counts as an empty text. Immutable.
 */
public final class RequestBody {

    /** What stands behind a key. */
    enum Shape { SCALAR, OBJECT, ARRAY }

    record Value(Shape shape, String text) {
    }

    /** How reading the bytes failed. */
    record Failure(ViolationKind kind, String field) {
    }

    private final Map<String, Value> values;
    private final Failure failure;

    private RequestBody(final Map<String, Value> values, final Failure failure) {
        this.values = values;
        this.failure = failure;
    }

    /**
     * Reads a JSON body. Never throws for what a client sent: what is wrong with the bytes is the first thing that {@link
     * RequestValidator#validate} says.
     * No bytes at all are an object without keys.
     */
    public static RequestBody parse(final byte[] bytes, final BodyLimits limits) {
        return parse(bytes, 0, bytes.length, limits);
    }

    /** Like {@link #parse(byte[], BodyLimits)}, for a part of an array. */
    public static RequestBody parse(final byte[] bytes, final int offset, final int length, final BodyLimits limits) {
        return new BodyParser(limits).parse(bytes, offset, length);
    }

    /** A body with these texts, keys as they are. */
    public static RequestBody of(final Map<String, String> texts) {
        return new RequestBody(scalars(new LinkedHashMap<>(), texts), null);
    }

    /** The parameters of a URL's query: KIS takes their names in any case. The last of two that differ only by case counts. */
    public static RequestBody ofQuery(final Map<String, String> parameters) {
        return new RequestBody(scalars(new TreeMap<>(String.CASE_INSENSITIVE_ORDER), parameters), null);
    }

    static RequestBody ofValues(final Map<String, Value> values) {
        return new RequestBody(values, null);
    }

    static RequestBody failed(final ViolationKind kind, final String field) {
        return new RequestBody(Map.of(), new Failure(kind, field));
    }

    private static Map<String, Value> scalars(final Map<String, Value> into, final Map<String, String> texts) {
        texts.forEach((name, text) -> into.put(name, new Value(Shape.SCALAR, text)));
        return into;
    }

    /** The text of a key; empty when the key is absent, {@code null}, an object or an array. */
    public String text(final String name) {
        final Value value = values.get(name);
        return value == null ? "" : value.text();
    }

    /** True when the key is there, whatever its value. */
    public boolean has(final String name) {
        return values.containsKey(name);
    }

    /** The keys, as sent. */
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** What stands behind a key; null when the key is absent. Every field of every request is asked for. */
    Value valueOrNull(final String name) {
        return values.get(name);
    }

    @Override
    public String toString() {
        // Values may be keys and secrets.
        return "RequestBody" + List.copyOf(values.keySet());
    }
}
