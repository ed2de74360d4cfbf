package dev.hoga.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Field rows in document order, findable by wire name. Immutable. */
public final class FieldRows implements Iterable<Field> {

    /** No rows. */
    public static final FieldRows EMPTY = new FieldRows(List.of());

    private final List<Field> rows;
    private final Map<String, Integer> indexOfName;
    /** {@code "name":} of each row as UTF-8, so that writing an answer encodes no name again. */
    private final byte[][] jsonKeys;

    private FieldRows(final List<Field> rows) {
        this.rows = List.copyOf(rows);
        this.indexOfName = new HashMap<>(rows.size() * 2);
        this.jsonKeys = new byte[rows.size()][];
        for (int i = 0; i < rows.size(); i++) {
            final String name = rows.get(i).name();
            if (indexOfName.put(name, i) != null) {
                throw new IllegalArgumentException("field twice: " + name);
            }
            jsonKeys[i] = ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Rows in the given order; throws {@link IllegalArgumentException} when a wire name occurs twice. */
    public static FieldRows of(final List<Field> rows) {
        return rows.isEmpty() ? EMPTY : new FieldRows(rows);
    }

    /** How many rows. */
    public int size() {
        return rows.size();
    }

    /** True when there is no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The row at a position of the document, from 0. */
    public Field row(final int index) {
        return rows.get(index);
    }

    /** All rows, in document order. */
    public List<Field> rows() {
        return rows;
    }

    /** The row with a wire name. */
    public Optional<Field> find(final String name) {
        final Integer index = indexOfName.get(name);
        return index == null ? Optional.empty() : Optional.of(rows.get(index));
    }

    /** The position of a wire name; throws {@link IllegalArgumentException} when no row has it. */
    public int indexOf(final String name) {
        final Integer index = indexOfName.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no such field: " + name);
        }
        return index;
    }

    byte[] jsonKey(final int index) {
        return jsonKeys[index];
    }

    @Override
    public Iterator<Field> iterator() {
        return rows.iterator();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof FieldRows that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return rows.toString();
    }
}
