package dev.hoga.catalogue;

import java.util.List;

/**
 * One of the TR ids that a KIS URL takes.
 *
 * @param tr   the id on the live host
 * @param mock the id on the mock host; empty when the mock host does not offer it
 * @param was  ids used before, still sent by clients
 * @param en   what sets this variant apart, in English; may be empty
 * @param ko   the same in Korean; may be empty
 */
public record Variant(String tr, String mock, List<String> was, String en, String ko) {

    /** Copies the list. */
    public Variant {
        was = List.copyOf(was);
    }

    /** True when the id is this variant's, on either host, now or before; an empty one is nobody's. */
    public boolean answersTo(final String trId) {
        return !trId.isEmpty() && (tr.equals(trId) || mock.equals(trId) || was.contains(trId));
    }
}
