package dev.hoga.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of one answer, set by wire name in any order; {@link ResponseWriter} spells them as the contract says. What is not set is
 * written empty. A
 * name that the contract does not have throws {@link IllegalArgumentException}, so that a typo dies in a test. Belongs to one thread.
 */
public final class ResponseBody {

    /** How a slot was set. */
    enum Kind { UNSET, TEXT, NUMBER, ROWS }

    /** 10 to this power is the highest that a long holds. */
    private static final int MAX_LONG_DIGITS = 18;

    private final FieldRows rows;
    private final Kind[] kinds;
    private final long[] numbers;
    private final byte[] scales;
    private final byte[] directions;
    private final Object[] references;

    private ResponseBody(final FieldRows rows) {
        this.rows = rows;
        this.kinds = new Kind[rows.size()];
        this.numbers = new long[rows.size()];
        this.scales = new byte[rows.size()];
        this.directions = new byte[rows.size()];
        this.references = new Object[rows.size()];
    }

    /** An empty answer of a TR. */
    public static ResponseBody of(final TrSpec tr) {
        return new ResponseBody(tr.response());
    }

    /** An empty answer with these fields, for a frame that has not all that its table lists. */
    public static ResponseBody of(final FieldRows rows) {
        return new ResponseBody(rows);
    }

    /** Sets a text, written as it is; throws {@link IllegalArgumentException} when the field has another number of characters. */
    public ResponseBody text(final String name, final String value) {
        final int index = scalar(name);
        final Format format = rows.row(index).format();
        final boolean wrongLength = format.chars() > 0 && !value.isEmpty() && value.length() != format.chars();
        final int room = Math.max(format.padWidth(), format.blankWidth());
        final boolean tooLong = room > 0 && value.length() > room;
        if (wrongLength || tooLong) {
            throw new IllegalArgumentException(name + " (" + format.words() + ") cannot hold \"" + value + '"');
        }
        kinds[index] = Kind.TEXT;
        references[index] = value;
        return this;
    }

    /** Sets a whole number. */
    public ResponseBody number(final String name, final long value) {
        return decimal(name, value, 0);
    }

    /**
     * Sets a whole number, or the furthest one from zero that the padded field has room for: an account may have more than a broker
     * foresaw, and must still be answered. (Kiwoom's market TRs were seen to stop at their widest number, too.)
     */
    public ResponseBody amount(final String name, final long value) {
        final int width = rows.row(scalar(name)).format().padWidth();
        if (width == 0 || width > MAX_LONG_DIGITS) {
            return number(name, value);
        }
        final long end = power10(width);
        return number(name, Math.max(1 - end / 10, Math.min(end - 1, value)));
    }

    private static long power10(final int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /**
     * Sets {@code unscaled / 10^scale}; a scale beyond the field's decimals must hold zeros only.
     *
     * @throws IllegalArgumentException for an unknown name, a list, or a price whose sign is its direction (use {@link #price})
     */
    public ResponseBody decimal(final String name, final long unscaled, final int scale) {
        final int index = scalar(name);
        if (rows.row(index).format().directionSigned()) {
            throw new IllegalArgumentException(name + " is signed by direction: use price");
        }
        return numeric(index, unscaled, scale, 0);
    }

    /**
     * Sets a price whose sign tells the direction against the previous close.
     *
     * @param price     the price, not negative, in the field's unit
     * @param direction its change against the previous close: negative, zero or positive
     * @throws IllegalArgumentException for an unknown name or a field that is not direction-signed
     */
    public ResponseBody price(final String name, final long price, final long direction) {
        return price(name, price, 0, direction);
    }

    /** Like {@link #price(String, long, long)}, for {@code unscaled / 10^scale}. */
    public ResponseBody price(final String name, final long unscaled, final int scale, final long direction) {
        final int index = scalar(name);
        final Format format = rows.row(index).format();
        if (!format.directionSigned() || unscaled < 0) {
            throw new IllegalArgumentException(name + " (" + format.words() + ") is no direction-signed price of " + unscaled);
        }
        return numeric(index, unscaled, scale, Long.signum(direction));
    }

    /** Adds an element to a list and hands it back; throws {@link IllegalArgumentException} when the field is no list of rows. */
    public ResponseBody row(final String listName) {
        final int index = rows.indexOf(listName);
        if (!rows.row(index).type().listOfRows()) {
            throw new IllegalArgumentException(listName + " is no list of rows");
        }
        final ResponseBody row = new ResponseBody(rows.row(index).children());
        children(index).add(row);
        return row;
    }

    /** The body of an object within the answer; throws {@link IllegalArgumentException} when the field is no object. */
    public ResponseBody object(final String name) {
        final int index = rows.indexOf(name);
        if (rows.row(index).type() != FieldType.OBJECT) {
            throw new IllegalArgumentException(name + " is no object");
        }
        final List<ResponseBody> children = children(index);
        if (children.isEmpty()) {
            children.add(new ResponseBody(rows.row(index).children()));
        }
        return children.get(0);
    }

    /** Adds a text to a list of texts; throws {@link IllegalArgumentException} when the field is none. */
    public ResponseBody item(final String listName, final String value) {
        final int index = rows.indexOf(listName);
        if (rows.row(index).type() != FieldType.LIST_OF_STRINGS) {
            throw new IllegalArgumentException(listName + " is no list of texts");
        }
        this.<String>list(index).add(value);
        return this;
    }

    FieldRows rows() {
        return rows;
    }

    Kind kind(final int index) {
        return kinds[index] == null ? Kind.UNSET : kinds[index];
    }

    long number(final int index) {
        return numbers[index];
    }

    int scale(final int index) {
        return scales[index];
    }

    int direction(final int index) {
        return directions[index];
    }

    String text(final int index) {
        return (String) references[index];
    }

    List<ResponseBody> children(final int index) {
        return list(index);
    }

    @SuppressWarnings("unchecked")
    <T> List<T> list(final int index) {
        if (references[index] == null) {
            references[index] = new ArrayList<T>();
            kinds[index] = Kind.ROWS;
        }
        return (List<T>) references[index];
    }

    private ResponseBody numeric(final int index, final long unscaled, final int scale, final int direction) {
        kinds[index] = Kind.NUMBER;
        numbers[index] = unscaled;
        scales[index] = (byte) scale;
        directions[index] = (byte) direction;
        return this;
    }

    private int scalar(final String name) {
        final int index = rows.indexOf(name);
        if (!rows.row(index).type().scalar()) {
            throw new IllegalArgumentException(name + " is a list or an object");
        }
        return index;
    }
}
