package dev.hoga.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Makes wrong (and oddly right) queries of a URL from a TR's rows and one valid query, each with the answer that the documented
 * precedence asks for (see {@link RequestValidator}). Works from the rows alone, as {@link MutantGenerator} does.
 */
public final class QueryMutantGenerator {

    private static final String UNKNOWN_KEY = "zz_unknown";

    private final TrSpec tr;
    private final Map<String, String> valid;
    private final List<Mutant> mutants = new ArrayList<>();

    private QueryMutantGenerator(final TrSpec tr, final Map<String, String> example) {
        this.tr = tr;
        this.valid = new LinkedHashMap<>(example);
    }

    /**
     * All mutants of a TR with a query. The body of a mutant is the query, without its question mark.
     *
     * @param example        names and texts of a query that the server accepts
     * @param mostParameters the server's limit, so that it can be crossed by one
     * @throws IllegalArgumentException when the TR has no query
     */
    public static List<Mutant> mutants(final TrSpec tr, final Map<String, String> example, final int mostParameters) {
        if (!tr.method().equals("GET")) {
            throw new IllegalArgumentException(tr.key() + " has no query");
        }
        final QueryMutantGenerator generator = new QueryMutantGenerator(tr, example);
        for (final Field field : tr.request()) {
            generator.absences(field);
            generator.spellings(field);
            MutantTexts.TEXTS.forEach((what, text) -> generator.formed(field, field.name() + " has " + what, text));
        }
        generator.doublyWrong();
        generator.whole(mostParameters);
        return List.copyOf(generator.mutants);
    }

    private void absences(final Field field) {
        final String name = field.name();
        final Map<String, String> without = new LinkedHashMap<>(valid);
        if (without.remove(name) != null) {
            if (field.required()) {
                refused(name + " is missing", query(without), missingCode(field), name);
            } else {
                add(name + " is missing", query(without), Mutant.Outcome.OPEN);
            }
        }
        add(name + " is empty", query(changed(name, "")), Mutant.Outcome.OPEN);
        add(name + " is blank", query(changed(name, "  ")), Mutant.Outcome.OPEN);
    }

    /** Names are taken in any case, and of a name that stands twice the last one counts. */
    private void spellings(final Field field) {
        final String name = field.name();
        final String value = valid.get(name);
        if (value == null) {
            return;
        }
        final Map<String, String> lowerCase = new LinkedHashMap<>(valid);
        lowerCase.remove(name);
        lowerCase.put(name.toLowerCase(Locale.ROOT), value);
        add(name + " is spelled in small letters", query(lowerCase), Mutant.Outcome.SAME);
        add(name + " stands twice", encoded(name, "zz") + '&' + query(valid), Mutant.Outcome.SAME);
        final StringBuilder percents = new StringBuilder();
        for (final byte b : value.getBytes(StandardCharsets.UTF_8)) {
            percents.append(String.format(Locale.ROOT, "%%%02x", b));
        }
        final Map<String, String> without = new LinkedHashMap<>(valid);
        without.remove(name);
        add(name + " is all percent signs", query(without) + '&' + name + '=' + percents, Mutant.Outcome.SAME);
    }

    private void formed(final Field field, final String mutant, final String text) {
        final String query = query(changed(field.name(), text));
        if (MutantTexts.allowed(field, text)) {
            add(mutant, query, Mutant.Outcome.OPEN);
        } else {
            refused(mutant, query, malformedCode(field.name()), field.name());
        }
    }

    /** Two things wrong at once: what is missing comes before what is malformed, the earlier row before the later one. */
    private void doublyWrong() {
        final List<Field> formed = tr.request().rows().stream().filter(field -> !MutantTexts.allowed(field, "~")).toList();
        tr.request().rows().stream().filter(Field::required).filter(field -> valid.containsKey(field.name())).forEach(missing -> {
            for (final Field field : formed) {
                if (field != missing) {
                    final Map<String, String> both = changed(field.name(), "~");
                    both.remove(missing.name());
                    refused(missing.name() + " is missing and " + field.name() + " malformed", query(both), missingCode(missing),
                        missing.name());
                }
            }
        });
        for (int i = 1; i < formed.size(); i++) {
            final Map<String, String> both = changed(formed.get(i).name(), "~");
            final String earlier = formed.get(i - 1).name();
            both.put(earlier, "~");
            refused(earlier + " and " + formed.get(i).name() + " are malformed", query(both), malformedCode(earlier), earlier);
        }
    }

    private void whole(final int mostParameters) {
        final String query = query(valid);
        add("an unknown name", query + "&" + encoded(UNKNOWN_KEY, "x"), Mutant.Outcome.SAME);
        add("an unknown name without a value", query + "&" + UNKNOWN_KEY, Mutant.Outcome.SAME);
        add("with too many ampersands", '&' + query.replace("&", "&&") + '&', Mutant.Outcome.SAME);
        for (final String broken : List.of("%", "%4", "%zz", "%-1")) {
            refused("with " + broken, query + "&" + UNKNOWN_KEY + "=" + broken, malformedCode(Violation.BODY), Violation.BODY);
            refused(broken + " in a name", query + "&zz" + broken + "=x", malformedCode(Violation.BODY), Violation.BODY);
        }
        final StringBuilder many = new StringBuilder(query);
        for (int i = 0; i <= mostParameters; i++) {
            many.append('&').append(encoded(UNKNOWN_KEY + i, ""));
        }
        refused("with too many names", many.toString(), malformedCode(Violation.BODY), Violation.BODY);
        tr.request().rows().stream().filter(Field::required).findFirst()
            .ifPresent(first -> refused("no query", "", missingCode(first), first.name()));
    }

    private void refused(final String mutant, final String query, final String code, final String field) {
        mutants.add(new Mutant(mutant, query.getBytes(StandardCharsets.US_ASCII), Mutant.Outcome.REFUSED, code, field));
    }

    private void add(final String mutant, final String query, final Mutant.Outcome outcome) {
        mutants.add(new Mutant(mutant, query.getBytes(StandardCharsets.US_ASCII), outcome, "", ""));
    }

    private String missingCode(final Field field) {
        return field.missingCode().isEmpty() ? ContractCodes.of(tr, field.name()).missing() : field.missingCode();
    }

    private String malformedCode(final String field) {
        return ContractCodes.of(tr, field).malformed();
    }

    private Map<String, String> changed(final String name, final String text) {
        final Map<String, String> query = new LinkedHashMap<>(valid);
        query.put(name, text);
        return query;
    }

    private static String query(final Map<String, String> parameters) {
        final StringJoiner query = new StringJoiner("&");
        parameters.forEach((name, text) -> query.add(encoded(name, text)));
        return query.toString();
    }

    private static String encoded(final String name, final String text) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + '=' + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
