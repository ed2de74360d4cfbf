package dev.hoga.catalogue;

import java.nio.charset.StandardCharsets;

/**
 * Spells KIS's realtime records: values in the contract's order, joined by carets, without their names. A caret or a stroke within a
 * value becomes a blank, because clients would take it for the end of the value. One text at a time; the next one overwrites it.
 * Belongs to one thread.
 *
 * <p>A number that does not fit its field throws {@link ArithmeticException}, as with {@link ResponseWriter}.
 */
public final class RecordWriter {

    private static final char SEPARATOR = '^';

    private final JsonBuffer out = new JsonBuffer();
    private boolean first;

    /** Begins a text. @param head what stands before the first value, ASCII */
    public RecordWriter begin(final String head) {
        out.clear();
        out.put(head.getBytes(StandardCharsets.US_ASCII));
        first = true;
        return this;
    }

    /** Appends the first so many values: older layouts are beginnings of the newest. */
    public RecordWriter values(final ResponseBody body, final int count) {
        return values(body, 0, count);
    }

    /** Appends the values from one position of the contract to before another. */
    public RecordWriter values(final ResponseBody body, final int from, final int to) {
        for (int i = from; i < to; i++) {
            value(body, i);
        }
        return this;
    }

    /** Appends a value that the contract has no row for. */
    public RecordWriter text(final String value) {
        separate();
        out.put(value.replace(SEPARATOR, ' ').replace('|', ' ').getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private void value(final ResponseBody body, final int index) {
        final Field field = body.rows().row(index);
        switch (body.kind(index)) {
            case TEXT -> text(body.text(index));
            case NUMBER -> {
                separate();
                NumberSpelling.append(out, field.format(), body.number(index), body.scale(index), body.direction(index));
            }
            case UNSET -> separate();
            case ROWS -> throw new IllegalArgumentException(field.name() + " is a list or an object");
        }
    }

    private void separate() {
        if (!first) {
            out.put(SEPARATOR);
        }
        first = false;
    }

    /** The bytes behind the text, UTF-8, valid up to {@link #length()} until the next one is begun. */
    public byte[] array() {
        return out.array();
    }

    /** How many bytes the text has. */
    public int length() {
        return out.length();
    }

    @Override
    public String toString() {
        return new String(out.array(), 0, out.length(), StandardCharsets.UTF_8);
    }
}
