package dev.hoga.gateway.kis;

import dev.hoga.catalogue.TrSpec;
import dev.hoga.catalogue.Variant;
import java.util.Optional;

/**
 * TR ids as the environments spell them. A mock id is the live one with V for its first letter, T, J or C; ids with another first
 * letter, those of quotes above all, are the same for both. A TR that the broker's mock host does not offer has no mock id in the
 * contract; clients derive one all the same.
 */
final class TrIds {
    private static final char MOCK = 'V';
    private static final String LIVE_LETTERS = "TJC";

    private TrIds() {
    }

    /** Which of a path's TRs an id names, be it live, mock, former or derived. */
    static Optional<Variant> variant(TrSpec tr, String trId) {
        Optional<Variant> named = tr.variant(trId);
        if (named.isPresent() || trId.isEmpty() || trId.charAt(0) != MOCK) {
            return named;
        }
        return tr.variants().stream().filter(variant -> variant.mock().isEmpty() && derivedFrom(variant, trId)).findFirst();
    }

    private static boolean derivedFrom(Variant variant, String trId) {
        return LIVE_LETTERS.chars().anyMatch(letter -> variant.answersTo((char) letter + trId.substring(1)));
    }

    /** Whether the id is the same in both environments. */
    static boolean forBoth(Variant variant) {
        return variant.tr().equals(variant.mock())
            || variant.mock().isEmpty() && LIVE_LETTERS.indexOf(variant.tr().charAt(0)) < 0;
    }

    static boolean isMock(String trId) {
        return trId.charAt(0) == MOCK;
    }
}
