package dev.hoga.gateway.kis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A client's message: {@code {"header":{…},"body":{"input":{"tr_id":…,"tr_key":…}}}}. Nothing a client sends makes the reading fail.
 * Texts are values, and in the header numbers too, because clients send {@code tr_type} as either; what is something else stands for
 * an empty text (a code as a number has lost its zeros).
 * Other keys are passed over, as real clients send some.
 *
 * @param isJson false where it is no JSON object within the limits; then the rest is empty
 * @param hasBody whether there is an object {@code body}
 */
record SocketRequest(boolean isJson, Optional<Map<String, String>> header, boolean hasBody, Optional<Map<String, String>> input) {
    static final int LONGEST_TR_KEY = 32;
    private static final int MOST_DEPTH = 32;
    private static final int MOST_KEYS = 64;
    private static final String PINGPONG = "PINGPONG";
    private static final String REGISTER = "1";
    private static final String UNREGISTER = "2";
    private static final JsonFactory JSON = new JsonFactoryBuilder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).maxNumberLength(100).build())
        .build();
    private static final SocketRequest NO_JSON = new SocketRequest(false, Optional.empty(), false, Optional.empty());

    static SocketRequest parse(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return NO_JSON;
            }
            var reading = new Reading(parser);
            reading.outermost();
            return parser.nextToken() == null && reading.keys <= MOST_KEYS ? reading.request() : NO_JSON;
        } catch (IOException notJson) {
            return NO_JSON;
        }
    }

    /** Whether it says a heartbeat back, as many clients do. */
    boolean isPingPong() {
        return ofHeader("tr_id").equals(PINGPONG);
    }

    /** What is wrong with it as far as it can be told without the session; empty where nothing is. */
    Optional<SocketCheck> flaw() {
        return Optional.ofNullable(flawOrNull());
    }

    private SocketCheck flawOrNull() {
        if (!isJson) {
            return SocketCheck.JSON;
        }
        if (header.isEmpty()) {
            return SocketCheck.HEADER;
        }
        if (approvalKey().isEmpty()) {
            return SocketCheck.APPROVAL_KEY_THERE;
        }
        String customerType = ofHeader("custtype");
        if (!customerType.isEmpty() && !customerType.equals("P") && !customerType.equals("B")) {
            return SocketCheck.CUSTOMER_TYPE;
        }
        if (!ofHeader("tr_type").equals(REGISTER) && !ofHeader("tr_type").equals(UNREGISTER)) {
            return SocketCheck.TR_TYPE;
        }
        return flawOfBody();
    }

    private SocketCheck flawOfBody() {
        if (!hasBody) {
            return SocketCheck.BODY;
        }
        if (input.isEmpty()) {
            return SocketCheck.INPUT;
        }
        if (trId().isEmpty()) {
            return SocketCheck.TR_ID_THERE;
        }
        if (!input.get().containsKey("tr_key")) {
            return SocketCheck.TR_KEY_THERE;
        }
        return trKey().isEmpty() || trKey().length() > LONGEST_TR_KEY ? SocketCheck.TR_KEY_FORM : null;
    }

    /** Whether it asks for a registration; otherwise it asks for the end of one. */
    boolean registers() {
        return ofHeader("tr_type").equals(REGISTER);
    }

    String approvalKey() {
        return ofHeader("approval_key");
    }

    String trId() {
        return ofInput("tr_id");
    }

    String trKey() {
        return ofInput("tr_key");
    }

    private String ofHeader(String key) {
        return header.map(values -> values.getOrDefault(key, "")).orElse("");
    }

    private String ofInput(String key) {
        return input.map(values -> values.getOrDefault(key, "")).orElse("");
    }

    @Override
    public String toString() {
        // It may hold an approval key.
        return "SocketRequest " + trId();
    }

    /** What is known of a message while it is read. */
    private static final class Reading {
        private final JsonParser parser;
        private Map<String, String> header;
        private Map<String, String> input;
        private boolean hasBody;
        private int keys;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        SocketRequest request() {
            return new SocketRequest(true, Optional.ofNullable(header), hasBody, Optional.ofNullable(input));
        }

        void outermost() throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
                keys++;
                if (isObject && name.equals("header")) {
                    header = texts(true);
                } else if (isObject && name.equals("body")) {
                    hasBody = true;
                    body();
                } else {
                    parser.skipChildren();
                }
            }
        }

        private void body() throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
                keys++;
                if (isObject && name.equals("input")) {
                    input = texts(false);
                } else {
                    parser.skipChildren();
                }
            }
        }

        private Map<String, String> texts(boolean numbersToo) throws IOException {
            var texts = new HashMap<String, String>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (++keys <= MOST_KEYS) {
                    texts.put(name, value == JsonToken.VALUE_STRING || numbersToo && value.isNumeric() ? parser.getText().strip() : "");
                }
                parser.skipChildren();
            }
            return texts;
        }
    }
}
