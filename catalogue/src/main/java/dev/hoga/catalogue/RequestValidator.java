package dev.hoga.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says whether a request keeps the contract of its TR, and if not, which one thing its answer names.
 *
 * <p>Precedence, so that a doubly wrong request has one right answer:
 * <ol>
 *   <li>the body as a whole: not one JSON object, too deep, too large, a key twice, in the order of the bytes;</li>
 *   <li>the first required field, in document order, without a value (Kiwoom: absent, empty or blank; KIS: absent, a blank is
 * allowed);</li>
 *   <li>the first field, in document order, with an object or array where one value belongs (or the other way round), not in its unit's
 * form, longer
 *       than printed, or not one of the listed codes.</li>
 * </ol>
 * Printed lengths and codes bind only where the row says {@code enforce}, or in strict mode. Keys that the contract does not know are
 * ignored.
 * Thread-safe.
 */
public final class RequestValidator {

    private static final String EVERY_OTHER = "other";

    private final boolean strict;

    /** A validator; {@code strict} enforces every printed length and code list, for people who want to be told. */
    public RequestValidator(final boolean strict) {
        this.strict = strict;
    }

    /** The violation that the answer names; empty when the request keeps the contract. */
    public Optional<Violation> validate(final TrSpec tr, final RequestBody body) {
        if (body.failure().isPresent()) {
            final RequestBody.Failure failure = body.failure().get();
            return Optional.of(malformed(tr, failure.kind(), failure.field()));
        }
        final Optional<Violation> missing = firstMissing(tr, body);
        return missing.isPresent() ? missing : firstMalformed(tr, body);
    }

    private Optional<Violation> firstMissing(final TrSpec tr, final RequestBody body) {
        for (final Field field : tr.request()) {
            if (field.required() && !present(tr.broker(), body, field)) {
                return Optional.of(missing(tr, field));
            }
        }
        return Optional.empty();
    }

    private static boolean present(final Broker broker, final RequestBody body, final Field field) {
        final RequestBody.Value value = body.valueOrNull(field.name());
        return value != null
            && (broker == Broker.KIS || value.shape() != RequestBody.Shape.SCALAR || !value.text().isBlank());
    }

    private Optional<Violation> firstMalformed(final TrSpec tr, final RequestBody body) {
        for (final Field field : tr.request()) {
            final RequestBody.Value value = body.valueOrNull(field.name());
            final Optional<ViolationKind> kind = value == null ? Optional.empty() : malformation(field, value);
            if (kind.isPresent()) {
                return Optional.of(malformed(tr, kind.get(), field.name()));
            }
        }
        return Optional.empty();
    }

    private Optional<ViolationKind> malformation(final Field field, final RequestBody.Value value) {
        if (value.shape() != shape(field)) {
            // An empty value stands for an absent list or object.
            final boolean empty = value.shape() == RequestBody.Shape.SCALAR && value.text().isBlank();
            return empty ? Optional.empty() : Optional.of(ViolationKind.WRONG_TYPE);
        }
        final String text = value.text();
        if (text.isBlank() || field.codes().containsKey(text) || text.equals(field.defaultNote())) {
            return Optional.empty();
        }
        if (!field.form().accepts(text)) {
            return Optional.of(ViolationKind.WRONG_FORM);
        }
        if (!strict && !field.enforce()) {
            return Optional.empty();
        }
        if (field.length() > 0 && text.length() > field.length()) {
            return Optional.of(ViolationKind.TOO_LONG);
        }
        return listed(field.codes(), text) ? Optional.empty() : Optional.of(ViolationKind.UNKNOWN_CODE);
    }

    private static RequestBody.Shape shape(final Field field) {
        if (field.type().scalar()) {
            return RequestBody.Shape.SCALAR;
        }
        return field.type() == FieldType.OBJECT ? RequestBody.Shape.OBJECT : RequestBody.Shape.ARRAY;
    }

    /** {@code *} alone and {@code other} stand for every other value, a {@code *} within a key for any one character. */
    private static boolean listed(final Map<String, String> codes, final String text) {
        if (codes.isEmpty() || codes.containsKey("*") || codes.containsKey(EVERY_OTHER)) {
            return true;
        }
        return codes.keySet().stream().anyMatch(code -> matches(code, text));
    }

    private static boolean matches(final String code, final String text) {
        if (code.length() != text.length()) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) != '*' && code.charAt(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Violation missing(final TrSpec tr, final Field field) {
        final ContractCodes codes = ContractCodes.of(tr, field.name());
        // The texts of a row's own code name no parameter.
        return field.missingCode().isEmpty()
            ? new Violation(ViolationKind.MISSING, field.name(), codes.missing(), codes.missingValues(field.name()))
            : new Violation(ViolationKind.MISSING, field.name(), field.missingCode(), List.of());
    }

    private static Violation malformed(final TrSpec tr, final ViolationKind kind, final String field) {
        final ContractCodes codes = ContractCodes.of(tr, field);
        return new Violation(kind, field, codes.malformed(), codes.malformedValues(field, kind));
    }
}
