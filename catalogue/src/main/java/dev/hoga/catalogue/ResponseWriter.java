package dev.hoga.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Writes answers as the brokers spell them: fields in the contract's order, sign, padding and decimals by the field's {@link Format},
 * Korean as UTF-8. One
 * answer at a time; the next one overwrites it. Belongs to one thread.
 *
 * <p>Every method that writes throws {@link ArithmeticException} when a number does not fit its field; nothing is cut or rounded
 * silently.
 */
public final class ResponseWriter {

    private static final Set<String> KIS_ENVELOPE = Set.of("rt_cd", "msg_cd", "msg1");
    private static final byte[] RETURN_CODE = utf8("\"return_code\":");
    private static final byte[] RETURN_MSG = utf8("\"return_msg\":");
    private static final byte[] RT_CD = utf8("\"rt_cd\":");
    private static final byte[] MSG_CD = utf8("\"msg_cd\":");
    private static final byte[] MSG1 = utf8("\"msg1\":");
    private static final byte[] ERROR_DESCRIPTION = utf8("\"error_description\":");
    private static final byte[] ERROR_CODE = utf8("\"error_code\":");

    private final JsonBuffer out = new JsonBuffer();

    /** Writes a Kiwoom answer: its fields, then {@code return_code} as a JSON number and {@code return_msg}. */
    public ResponseWriter kiwoom(final ResponseBody body, final int returnCode, final String returnMessage) {
        begin();
        fields(body, Set.of());
        key(RETURN_CODE);
        out.putLong(returnCode);
        key(RETURN_MSG);
        out.putQuoted(returnMessage);
        return end();
    }

    /** Writes a Kiwoom error: {@code {"return_msg":"…","return_code":n}}, the order seen on the wire, and no data keys. */
    public ResponseWriter kiwoomError(final ErrorReply error) {
        begin();
        key(RETURN_MSG);
        out.putQuoted(error.message());
        key(RETURN_CODE);
        out.putLong(error.returnCode());
        return end();
    }

    /** Writes a KIS answer: its outputs first, then {@code rt_cd}, {@code msg_cd} and {@code msg1}, wherever the tables print them. */
    public ResponseWriter kis(final ResponseBody body, final String rtCd, final String messageCode, final String message) {
        begin();
        fields(body, KIS_ENVELOPE);
        text(RT_CD, rtCd);
        text(MSG_CD, messageCode);
        text(MSG1, message);
        return end();
    }

    /** Writes a KIS error of a /uapi call: {@code rt_cd}, {@code msg1}, {@code msg_cd}, the order of recorded bodies. */
    public ResponseWriter kisError(final ErrorReply error) {
        begin();
        text(RT_CD, Integer.toString(error.returnCode()));
        text(MSG1, error.message());
        text(MSG_CD, error.code());
        return end();
    }

    /**
     * Writes a KIS error of a token call: {@code error_description} and {@code error_code}, without blanks (a client compares the
     * text).
     */
    public ResponseWriter kisOauthError(final ErrorReply error) {
        begin();
        text(ERROR_DESCRIPTION, error.message());
        text(ERROR_CODE, error.code());
        return end();
    }

    /** Writes the fields alone: KIS's token answers, WebSocket frames. */
    public ResponseWriter plain(final ResponseBody body) {
        begin();
        fields(body, Set.of());
        return end();
    }

    /** A copy of the answer. */
    public byte[] toByteArray() {
        return Arrays.copyOf(out.array(), out.length());
    }

    /** The bytes behind the answer, valid up to {@link #length()} until the next one is written. */
    public byte[] array() {
        return out.array();
    }

    /** How many bytes the answer has. */
    public int length() {
        return out.length();
    }

    @Override
    public String toString() {
        return new String(out.array(), 0, out.length(), StandardCharsets.UTF_8);
    }

    private void begin() {
        out.clear();
        out.put('{');
    }

    private ResponseWriter end() {
        out.put('}');
        return this;
    }

    private void key(final byte[] key) {
        if (out.array()[out.length() - 1] != '{') {
            out.put(',');
        }
        out.put(key);
    }

    private void text(final byte[] key, final String value) {
        key(key);
        out.putQuoted(value);
    }

    private void fields(final ResponseBody body, final Set<String> except) {
        final FieldRows rows = body.rows();
        for (int i = 0; i < rows.size(); i++) {
            final Field field = rows.row(i);
            if (except.isEmpty() || !except.contains(field.name())) {
                key(rows.jsonKey(i));
                value(body, i, field);
            }
        }
    }

    private void value(final ResponseBody body, final int index, final Field field) {
        switch (field.type()) {
            case STRING, NUMBER -> scalar(body, index, field);
            case OBJECT -> object(body.object(field.name()));
            case LIST_OF_OBJECTS, LIST_OF_ARRAYS -> rows(body, index, field);
            case LIST_OF_STRINGS -> texts(body, index);
        }
    }

    private void object(final ResponseBody body) {
        out.put('{');
        fields(body, Set.of());
        out.put('}');
    }

    private void rows(final ResponseBody body, final int index, final Field field) {
        out.put('[');
        boolean first = true;
        for (final ResponseBody row : body.children(index)) {
            if (!first) {
                out.put(',');
            }
            first = false;
            if (field.type() == FieldType.LIST_OF_ARRAYS) {
                array(row);
            } else {
                object(row);
            }
        }
        out.put(']');
    }

    private void array(final ResponseBody row) {
        out.put('[');
        for (int i = 0; i < row.rows().size(); i++) {
            if (i > 0) {
                out.put(',');
            }
            value(row, i, row.rows().row(i));
        }
        out.put(']');
    }

    private void texts(final ResponseBody body, final int index) {
        out.put('[');
        boolean first = true;
        for (final String text : body.<String>list(index)) {
            if (!first) {
                out.put(',');
            }
            first = false;
            out.putQuoted(text);
        }
        out.put(']');
    }

    private void scalar(final ResponseBody body, final int index, final Field field) {
        switch (body.kind(index)) {
            case TEXT -> text(body.text(index), field.format());
            case NUMBER -> number(body, index, field);
            case UNSET, ROWS -> text("", field.format());
        }
    }

    private void text(final String value, final Format format) {
        out.putQuoted(format.blankWidth() > value.length() ? value + " ".repeat(format.blankWidth() - value.length()) : value);
    }

    private void number(final ResponseBody body, final int index, final Field field) {
        final boolean quoted = field.type() != FieldType.NUMBER;
        if (quoted) {
            out.put('"');
        }
        try {
            NumberSpelling.append(out, field.format(), body.number(index), body.scale(index), body.direction(index));
        } catch (final ArithmeticException e) {
            throw new ArithmeticException(field.name() + " (" + field.format().words() + "): " + e.getMessage());
        }
        if (quoted) {
            out.put('"');
        }
    }

    private static byte[] utf8(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
