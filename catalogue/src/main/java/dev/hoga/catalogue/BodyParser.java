package dev.hoga.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one JSON object within {@link BodyLimits}. */
final class BodyParser {

    /** Keys are not interned: they are the clients' own, and interned strings stay. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(1000).maxNumberLength(4096).maxStringLength(1 << 20).maxNameLength(1 << 20).build())
        .build();

    private final BodyLimits limits;
    private final Map<String, RequestBody.Value> values = new LinkedHashMap<>();

    BodyParser(final BodyLimits limits) {
        this.limits = limits;
    }

    RequestBody parse(final byte[] bytes, final int offset, final int length) {
        if (length == 0) {
            return RequestBody.ofValues(values);
        }
        if (length > limits.maxBytes()) {
            return RequestBody.failed(ViolationKind.TOO_LARGE, Violation.BODY);
        }
        try (JsonParser parser = JSON.createParser(bytes, offset, length)) {
            final boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            return isObject ? object(parser) : RequestBody.failed(ViolationKind.NOT_JSON, Violation.BODY);
        } catch (final StreamConstraintsException e) {
            // The factory's own bounds lie behind ours; they only stop what is enormous.
            return RequestBody.failed(ViolationKind.TOO_LARGE, Violation.BODY);
        } catch (final IOException e) {
            return RequestBody.failed(ViolationKind.NOT_JSON, Violation.BODY);
        }
    }

    private RequestBody object(final JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            final String name = parser.currentName();
            if (name.length() > limits.maxNameLength() || values.size() == limits.maxFields()) {
                return RequestBody.failed(ViolationKind.TOO_LARGE, Violation.BODY);
            }
            if (values.containsKey(name)) {
                return RequestBody.failed(ViolationKind.DUPLICATE, name);
            }
            final JsonToken token = parser.nextToken();
            if (token.isScalarValue()) {
                final String text = token == JsonToken.VALUE_NULL ? "" : parser.getText();
                if (text.length() > limits.maxTextLength()) {
                    return RequestBody.failed(ViolationKind.TOO_LARGE, name);
                }
                values.put(name, new RequestBody.Value(RequestBody.Shape.SCALAR, text));
            } else {
                final boolean isObject = token == JsonToken.START_OBJECT;
                if (!skip(parser)) {
                    return RequestBody.failed(ViolationKind.TOO_DEEP, name);
                }
                values.put(name, new RequestBody.Value(isObject ? RequestBody.Shape.OBJECT : RequestBody.Shape.ARRAY, ""));
            }
        }
        return parser.nextToken() == null ? RequestBody.ofValues(values) : RequestBody.failed(ViolationKind.NOT_JSON, Violation.BODY);
    }

    /** Passes over the object or array that has just begun; false when it is nested too deeply. */
    private boolean skip(final JsonParser parser) throws IOException {
        int depth = 2;
        while (depth > 1) {
            if (depth > limits.maxDepth()) {
                return false;
            }
            final JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("the body ends within an object or array");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return true;
    }
}
