package dev.hoga.catalogue;

import java.util.List;

/**
 * The one way in which a request breaks the contract that its answer names.
 *
 * @param kind  in what way
 * @param field the field's wire name; {@code body} when the body as a whole is meant
 * @param code  the broker's error number
 * @param args  the values for the error text's placeholders, in order
 */
public record Violation(ViolationKind kind, String field, String code, List<String> args) {

    /** The name used when no single field is to blame. */
    public static final String BODY = "body";

    /** What is wrong, in Korean, as 1517 carries it. */
    public String reason() {
        return kind.reasonKo();
    }
}
