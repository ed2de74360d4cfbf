package dev.hoga.catalogue;

import java.util.Arrays;

/**
 * A request body made from a valid one by one or two changes, for tests.
 *
 * @param name    what was changed, for example {@code ord_qty has letters}
 * @param body    the bytes to send
 * @param outcome what the contract says about it
 * @param code    the error number for {@link Outcome#REFUSED}; empty otherwise
 * @param field   the field that the error names; empty otherwise
 */
public record Mutant(String name, byte[] body, Outcome outcome, String code, String field) {

    /** What the contract says about a body. */
    public enum Outcome {
        /** It breaks the contract: the answer carries {@link Mutant#code()}. */
        REFUSED,
        /** It means the same as the valid body: the answer is the same, too. */
        SAME,
        /** It keeps the contract but asks for something else; what follows is the business of the TR. */
        OPEN
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Mutant that && name.equals(that.name) && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + " -> " + outcome + (code.isEmpty() ? "" : ' ' + code + ' ' + field);
    }
}
