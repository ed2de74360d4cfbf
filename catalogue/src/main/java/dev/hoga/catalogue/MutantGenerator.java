package dev.hoga.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes wrong (and oddly right) JSON bodies from a TR's rows and one valid body, each with the answer that the documented precedence
 * asks for (see
 * {@link RequestValidator}). For tests of servers and of the validator; it works from the rows alone and does not call the validator.
 * {@link QueryMutantGenerator} does the same for TRs whose request is a URL's query.
 */
public final class MutantGenerator {

    private static final String UNKNOWN_KEY = "zz_unknown";

    private final TrSpec tr;
    private final Map<String, String> valid = new LinkedHashMap<>();
    private final BodyLimits limits;
    private final List<Mutant> mutants = new ArrayList<>();

    private MutantGenerator(final TrSpec tr, final Map<String, String> example, final BodyLimits limits) {
        this.tr = tr;
        this.limits = limits;
        example.forEach((name, text) -> valid.put(name, quoted(text)));
    }

    /**
     * All mutants of a TR with a JSON body.
     *
     * @param example keys and texts of a body that the server accepts
     * @param limits  the server's, so that the bounds can be crossed by one
     * @throws IllegalArgumentException when the TR has no JSON body
     */
    public static List<Mutant> mutants(final TrSpec tr, final Map<String, String> example, final BodyLimits limits) {
        if (!tr.method().equals("POST")) {
            throw new IllegalArgumentException(tr.key() + " has no JSON body");
        }
        final MutantGenerator generator = new MutantGenerator(tr, example, limits);
        for (final Field field : tr.request()) {
            if (field.type().scalar()) {
                generator.absences(field);
                generator.wrongTypes(field);
                generator.wrongForms(field);
                generator.beyondPrint(field);
            }
        }
        generator.doublyWrong();
        generator.wholeBody();
        return List.copyOf(generator.mutants);
    }

    private void absences(final Field field) {
        final String name = field.name();
        final Map<String, String> without = new LinkedHashMap<>(valid);
        if (without.remove(name) != null) {
            absent(field, name + " is missing", without, true);
            final Map<String, String> upperCase = new LinkedHashMap<>(without);
            upperCase.put(otherCase(name), valid.get(name));
            if (!otherCase(name).equals(name)) {
                absent(field, name + " is spelled " + otherCase(name), upperCase, true);
            }
        }
        final boolean emptyIsAbsent = tr.broker() == Broker.KIWOOM;
        absent(field, name + " is empty", changed(name, "\"\""), emptyIsAbsent);
        absent(field, name + " is blank", changed(name, "\"  \""), emptyIsAbsent);
        absent(field, name + " is null", changed(name, "null"), emptyIsAbsent);
    }

    private void absent(final Field field, final String mutant, final Map<String, String> body, final boolean absent) {
        if (field.required() && absent) {
            refused(mutant, body, missingCode(field), field.name());
        } else {
            add(mutant, body, Mutant.Outcome.OPEN);
        }
    }

    private void wrongTypes(final Field field) {
        final String name = field.name();
        malformed(name + " is an object", changed(name, "{\"a\":\"b\"}"), name);
        malformed(name + " is an empty object", changed(name, "{}"), name);
        malformed(name + " is an array", changed(name, "[\"1\"]"), name);
        malformed(name + " is an array of arrays", changed(name, "[[[]]]"), name);
        formed(field, name + " is true", "true", "true");
        final String example = valid.getOrDefault(name, "\"\"").replace("\"", "");
        if (example.matches("0|[1-9][0-9]*")) {
            add(name + " is a JSON number", changed(name, example), Mutant.Outcome.SAME);
        }
    }

    private void wrongForms(final Field field) {
        final String name = field.name();
        MutantTexts.TEXTS.forEach((what, text) -> formed(field, name + " has " + what, text, quoted(text)));
        final boolean digits = field.form().kind() == ValueForm.Kind.WHOLE || field.form().kind() == ValueForm.Kind.DECIMAL;
        if (digits) {
            formed(field, name + " is a JSON number of 40 digits", MutantTexts.HUGE_NUMBER, MutantTexts.HUGE_NUMBER);
        }
    }

    private void beyondPrint(final Field field) {
        final String name = field.name();
        if (field.form().kind() == ValueForm.Kind.TEXT) {
            if (field.length() > 0 && field.length() < limits.maxTextLength()) {
                final boolean binds = field.enforce();
                outcome(name + " is longer than printed", changed(name, quoted("x".repeat(field.length() + 1))), binds, name);
            }
            if (!field.codes().isEmpty() && !field.codes().containsKey("*")) {
                outcome(name + " is an unknown code", changed(name, quoted("~")), field.enforce(), name);
            }
        }
        malformed(name + " is longer than the limit", changed(name, quoted("1".repeat(limits.maxTextLength() + 1))), name);
    }

    /** Two things wrong at once: what is missing comes before what is malformed, the earlier row before the later one. */
    private void doublyWrong() {
        final List<Field> scalars = tr.request().rows().stream().filter(field -> field.type().scalar()).toList();
        tr.request().rows().stream().filter(Field::required).findFirst().ifPresent(first -> {
            for (final Field field : scalars) {
                if (field != first) {
                    final Map<String, String> body = changed(field.name(), "[]");
                    body.remove(first.name());
                    refused(first.name() + " is missing and " + field.name() + " is an array", body, missingCode(first), first.name());
                }
            }
        });
        for (int i = 1; i < scalars.size(); i++) {
            final String earlier = scalars.get(i - 1).name();
            final String later = scalars.get(i).name();
            final Map<String, String> body = changed(later, "[]");
            body.put(earlier, "{}");
            malformed(earlier + " is an object and " + later + " an array", body, earlier);
        }
    }

    private void wholeBody() {
        add("an unknown key", changed(UNKNOWN_KEY, "\"x\""), Mutant.Outcome.SAME);
        add("an unknown key with an object", changed(UNKNOWN_KEY, "{\"a\":[1,2,{\"b\":null}]}"), Mutant.Outcome.SAME);
        add("an unknown key as deep as allowed", changed(UNKNOWN_KEY, nested(limits.maxDepth() - 1)), Mutant.Outcome.SAME);
        malformed("an unknown key too deep", changed(UNKNOWN_KEY, nested(limits.maxDepth())), UNKNOWN_KEY);
        malformed("an unknown key too long", changed(UNKNOWN_KEY, quoted("x".repeat(limits.maxTextLength() + 1))), UNKNOWN_KEY);
        malformed("a key's name too long", changed("z".repeat(limits.maxNameLength() + 1), "\"x\""), Violation.BODY);
        final Map<String, String> many = new LinkedHashMap<>(valid);
        for (int i = 0; i <= limits.maxFields(); i++) {
            many.put(UNKNOWN_KEY + i, "\"\"");
        }
        malformed("too many keys", many, Violation.BODY);
        noBody();
        final String json = json(valid);
        final Map<String, String> texts = new LinkedHashMap<>();
        texts.put("not JSON", "hello");
        texts.put("an array", "[]");
        texts.put("a text", "\"x\"");
        texts.put("a number", "5");
        texts.put("null", "null");
        texts.put("cut off", json.substring(0, json.length() - 1));
        texts.put("two objects", json + "{}");
        texts.put("in single quotes", "{'a':'b'}");
        texts.put("with a comma too many", "{\"a\":\"b\",}");
        texts.forEach((what, text) -> whole("body is " + what, text.getBytes(StandardCharsets.UTF_8)));
        whole("body is not UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'});
        valid.keySet().stream().findFirst().ifPresent(name -> {
            final byte[] twice = ("{\"" + name + "\":" + valid.get(name) + ',' + json.substring(1)).getBytes(StandardCharsets.UTF_8);
            mutants.add(new Mutant(name + " stands twice", twice, Mutant.Outcome.REFUSED, malformedCode(name), name));
        });
    }

    private void noBody() {
        final Optional<Field> firstRequired = tr.request().rows().stream().filter(Field::required).findFirst();
        for (final String body : List.of("", "{}")) {
            final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            final String name = body.isEmpty() ? "no body" : "an empty object";
            mutants.add(firstRequired.isPresent()
                ? new Mutant(name, bytes, Mutant.Outcome.REFUSED, missingCode(firstRequired.get()), firstRequired.get().name())
                : new Mutant(name, bytes, Mutant.Outcome.OPEN, "", ""));
        }
    }

    private void whole(final String name, final byte[] body) {
        mutants.add(new Mutant(name, body, Mutant.Outcome.REFUSED, malformedCode(Violation.BODY), Violation.BODY));
    }

    /** A text that is wrong where the row's unit asks for another form, and allowed otherwise. */
    private void formed(final Field field, final String mutant, final String text, final String json) {
        final boolean allowed = MutantTexts.allowed(field, text);
        // An enforced row also binds by length and codes; those have mutants of their own.
        if (!field.enforce() || !allowed) {
            outcome(mutant, changed(field.name(), json), !allowed, field.name());
        }
    }

    private void outcome(final String mutant, final Map<String, String> body, final boolean refused, final String field) {
        if (refused) {
            malformed(mutant, body, field);
        } else {
            add(mutant, body, Mutant.Outcome.OPEN);
        }
    }

    private void malformed(final String mutant, final Map<String, String> body, final String field) {
        refused(mutant, body, malformedCode(field), field);
    }

    private void refused(final String mutant, final Map<String, String> body, final String code, final String field) {
        mutants.add(new Mutant(mutant, json(body).getBytes(StandardCharsets.UTF_8), Mutant.Outcome.REFUSED, code, field));
    }

    private void add(final String mutant, final Map<String, String> body, final Mutant.Outcome outcome) {
        mutants.add(new Mutant(mutant, json(body).getBytes(StandardCharsets.UTF_8), outcome, "", ""));
    }

    private String missingCode(final Field field) {
        return field.missingCode().isEmpty() ? ContractCodes.of(tr, field.name()).missing() : field.missingCode();
    }

    private String malformedCode(final String field) {
        return ContractCodes.of(tr, field).malformed();
    }

    private Map<String, String> changed(final String name, final String json) {
        final Map<String, String> body = new LinkedHashMap<>(valid);
        body.put(name, json);
        return body;
    }

    private static String otherCase(final String name) {
        final String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(name) ? name.toLowerCase(Locale.ROOT) : upper;
    }

    private static String nested(final int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String json(final Map<String, String> body) {
        final StringBuilder json = new StringBuilder("{");
        body.forEach((name, value) -> json.append(json.length() > 1 ? "," : "").append('"').append(name).append("\":").append(value));
        return json.append('}').toString();
    }

    private static String quoted(final String text) {
        final JsonBuffer buffer = new JsonBuffer();
        buffer.putQuoted(text);
        return new String(buffer.array(), 0, buffer.length(), StandardCharsets.UTF_8);
    }
}
