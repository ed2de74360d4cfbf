package dev.hoga.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Small JSON documents as maps, lists, strings, longs, decimals and booleans; {@code null} stays null inside them.
 * Numbers stay exact: a whole number is a {@link Long}, any other a {@link BigDecimal}.
 */
final class Json {
    /** The deepest nesting that is read. */
    static final int MAX_DEPTH = 32;
    /** The longest string that is read, in characters. */
    static final int MAX_STRING_CHARS = 65_536;
    /** The longest document that is read, in bytes. */
    static final int MAX_DOCUMENT_BYTES = 4 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH).maxStringLength(MAX_STRING_CHARS).maxDocumentLength(MAX_DOCUMENT_BYTES)
            .maxNumberLength(40).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();

    private Json() {
    }

    /** Reads one object and nothing after it. @throws BadJson where the text is anything else */
    static Map<String, Object> object(byte[] text) {
        return object(() -> FACTORY.createParser(text));
    }

    /** Reads one object from a parser of any Jackson format. */
    static Map<String, Object> object(Source source) {
        try (JsonParser in = source.open()) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new BadJson("one object is expected");
            }
            Map<String, Object> read = readObject(in);
            if (in.nextToken() != null) {
                throw new BadJson("nothing may follow the object");
            }
            return read;
        } catch (IOException e) {
            throw new BadJson(e.getMessage().lines().findFirst().orElse("not readable"));
        }
    }

    /** Opens a parser. */
    interface Source {
        JsonParser open() throws IOException;
    }

    private static Map<String, Object> readObject(JsonParser in) throws IOException {
        var read = new LinkedHashMap<String, Object>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            read.put(name, readValue(in));
        }
        return read;
    }

    private static Object readValue(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> readObject(in);
            case START_ARRAY -> {
                List<Object> read = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    read.add(readValue(in));
                }
                yield read;
            }
            case VALUE_NUMBER_INT -> switch (in.getNumberType()) {
                case INT, LONG -> in.getLongValue();
                default -> in.getDecimalValue();
            };
            case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
            case VALUE_STRING -> in.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new BadJson("unexpected " + in.currentToken());
        };
    }

    /** Writes maps, lists, strings, numbers and booleans as one compact document. */
    static byte[] bytes(Object document) {
        var out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(json, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (var entry : map.entrySet()) {
                    json.writeFieldName((String) entry.getKey());
                    write(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    write(json, element);
                }
                json.writeEndArray();
            }
            case String text -> json.writeString(text);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    /** A text that is not the document it should be; the message says what is wrong and is safe to answer. */
    static final class BadJson extends RuntimeException {
        BadJson(String message) {
            super(message);
        }
    }
}
