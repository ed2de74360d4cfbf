package dev.hoga.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The unit and format words of one broker, from its {@code _conventions.yaml}. Build time only. */
final class Conventions {

    private final Map<String, String> formOfUnit = new HashMap<>();
    private final Set<String> formats = new HashSet<>();

    Conventions(final ContractFile file) {
        for (final JsonNode unit : file.root().path("units")) {
            formOfUnit.put(unit.path("unit").asText(), unit.path("form").asText());
        }
        for (final JsonNode format : file.root().path("formats")) {
            for (final String word : format.path("format").asText().split(" ")) {
                formats.add(word.replace(":N", ":"));
            }
        }
    }

    static Conventions of(final List<ContractFile> files) {
        return files.stream().filter(file -> file.path().equals("_conventions.yaml")).findFirst().map(Conventions::new)
            .orElseThrow(() -> new ContractException(List.of("_conventions.yaml is missing")));
    }

    /** The form of a unit; several units between strokes share one. Throws {@link IllegalArgumentException} for an unknown unit. */
    ValueForm form(final String unit) {
        final String word = formOfUnit.get(unit);
        if (word != null) {
            return ValueForm.parse(word);
        }
        if (unit.indexOf('/') < 0) {
            throw new IllegalArgumentException("no such unit: " + unit);
        }
        ValueForm form = ValueForm.WHOLE;
        for (final String part : unit.split("/")) {
            form = form(part).kind() == ValueForm.Kind.WHOLE ? form : ValueForm.DECIMAL;
        }
        return form;
    }

    /**
     * Parses format words; throws {@link IllegalArgumentException} for a word that the conventions do not list or that cannot be
     * parsed.
     */
    Format format(final String words, final Broker broker, final int length) {
        for (final String word : words.split(" ")) {
            final String known = word.substring(0, word.indexOf(':') + 1);
            if (!formats.contains(known.isEmpty() ? word : known)) {
                throw new IllegalArgumentException("format word not in _conventions.yaml: " + word);
            }
        }
        return Format.parse(words, broker, length);
    }
}
