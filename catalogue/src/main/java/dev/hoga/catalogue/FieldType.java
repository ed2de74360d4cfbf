package dev.hoga.catalogue;

/** What a field holds in JSON. Nearly everything is a string, numbers of money and shares too. */
public enum FieldType {
    /** A JSON string; the default. */
    STRING(""),
    /** A JSON number. */
    NUMBER("number"),
    /** One object, with or without known rows. */
    OBJECT("object"),
    /** An array of objects with the field's rows. */
    LIST_OF_OBJECTS("list of objects"),
    /** An array of arrays of strings, in the order of the field's rows. */
    LIST_OF_ARRAYS("list of arrays"),
    /** An array of strings. */
    LIST_OF_STRINGS("list of strings");

    private final String word;

    FieldType(final String word) {
        this.word = word;
    }

    /** The word of the {@code type} key in a contract file; empty for a string. */
    public String word() {
        return word;
    }

    /** True for a value that is neither an object nor an array. */
    public boolean scalar() {
        return this == STRING || this == NUMBER;
    }

    /** True for an array whose elements have rows. */
    public boolean listOfRows() {
        return this == LIST_OF_OBJECTS || this == LIST_OF_ARRAYS;
    }

    /** The type of a word; throws {@link IllegalArgumentException} for an unknown one. */
    public static FieldType ofWord(final String word) {
        for (final FieldType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no such type: " + word);
    }
}
