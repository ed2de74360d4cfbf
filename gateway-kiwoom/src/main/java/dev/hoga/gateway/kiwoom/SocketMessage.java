package dev.hoga.gateway.kiwoom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A client's frame: the texts of its outermost keys, and the pairs of items and types of its {@code data}. Nothing a client sends
 * makes the reading fail: what is no JSON object has no keys, what has the wrong form is marked.
 *
 * @param texts numbers and booleans are taken by their text, null as an empty one
 * @param hasData whether there is a key {@code data} that is not null
 * @param wellFormed false where {@code data}, {@code item} or {@code type} is no array of the right things
 */
record SocketMessage(Map<String, String> texts, boolean hasData, List<Entry> data, boolean wellFormed) {
    private static final int MOST_DEPTH = 32;
    private static final int MOST_KEYS = 64;
    private static final JsonFactory JSON = new JsonFactoryBuilder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).maxNumberLength(100).build())
        .build();
    private static final SocketMessage NOTHING = new SocketMessage(Map.of(), false, List.of(), true);

    /** One element of {@code data}: every item is combined with every type. */
    record Entry(List<String> items, List<String> types) {
    }

    static SocketMessage parse(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return NOTHING;
            }
            var reading = new Reading();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                reading.key(parser);
            }
            return parser.nextToken() == null && reading.keys <= MOST_KEYS ? reading.message() : NOTHING;
        } catch (IOException notJson) {
            return NOTHING;
        }
    }

    /** The text of a key without blanks around it; empty where it was not sent. */
    String text(String key) {
        return texts.getOrDefault(key, "").strip();
    }

    @Override
    public String toString() {
        // It may hold a token.
        return "SocketMessage" + texts.keySet();
    }

    /** What is known of a message while it is read. */
    private static final class Reading {
        private final Map<String, String> texts = new HashMap<>();
        private final List<Entry> data = new ArrayList<>();
        private boolean hasData;
        private boolean wellFormed = true;
        private int keys;

        SocketMessage message() {
            return new SocketMessage(Map.copyOf(texts), hasData, List.copyOf(data), wellFormed);
        }

        void key(JsonParser parser) throws IOException {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            keys++;
            if (name.equals("data")) {
                hasData = value != JsonToken.VALUE_NULL;
                if (value == JsonToken.START_ARRAY) {
                    entries(parser);
                } else {
                    wellFormed &= !hasData;
                    parser.skipChildren();
                }
            } else if (value.isScalarValue() && keys <= MOST_KEYS) {
                texts.put(name, value == JsonToken.VALUE_NULL ? "" : parser.getText());
            } else {
                parser.skipChildren();
            }
        }

        private void entries(JsonParser parser) throws IOException {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    entry(parser);
                } else {
                    wellFormed = false;
                    parser.skipChildren();
                }
            }
        }

        private void entry(JsonParser parser) throws IOException {
            var items = new ArrayList<String>();
            var types = new ArrayList<String>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("item") && value != JsonToken.VALUE_NULL) {
                    strings(parser, items);
                } else if (name.equals("type")) {
                    strings(parser, types);
                } else {
                    parser.skipChildren();
                }
            }
            data.add(new Entry(List.copyOf(items), List.copyOf(types)));
        }

        private void strings(JsonParser parser, List<String> into) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                wellFormed = false;
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    into.add(parser.getText().strip());
                } else {
                    wellFormed = false;
                    parser.skipChildren();
                }
            }
        }
    }
}
