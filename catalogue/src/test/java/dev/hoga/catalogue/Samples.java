package dev.hoga.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that tests share. */
final class Samples {

    static final Catalogue CATALOGUE = Catalogue.load();

    private Samples() {
    }

    static Field field(final String name, final String unit, final Format format, final boolean required, final boolean enforce,
        final int length, final Map<String, String> codes) {
        final ValueForm form = switch (unit) {
            case "" -> ValueForm.TEXT;
            case "usd" -> ValueForm.DECIMAL;
            case "date" -> new ValueForm(ValueForm.Kind.DIGITS, 8);
            default -> ValueForm.WHOLE;
        };
        return new Field(name, name, "", required, enforce, "", length, FieldType.STRING, unit, form, format, codes, List.of(), "", "",
            FieldRows.EMPTY);
    }

    static Field required(final String name, final String unit) {
        return field(name, unit, Format.NONE, true, false, 0, Map.of());
    }

    static Field optional(final String name, final String unit) {
        return field(name, unit, Format.NONE, false, false, 0, Map.of());
    }

    static TrSpec tr(final Broker broker, final List<Field> request, final List<Field> response) {
        return new TrSpec(broker, "sample", "sample", "sample", "", "", "domestic/sample", Transport.REST, "POST", "/sample",
            MockOffer.TRUE, Paging.NONE, List.of(), FieldRows.of(request), FieldRows.of(response), Map.of(), false, List.of());
    }

    static Field answer(final String name, final String words, final Broker broker) {
        return field(name, "", Format.parse(words, broker, 10), false, false, 10, Map.of());
    }

    /** A body that keeps the contract: the first listed code, or something of the unit's form, for every scalar row. */
    static Map<String, String> validBody(final TrSpec tr) {
        final Map<String, String> body = new LinkedHashMap<>();
        for (final Field field : tr.request()) {
            if (field.type().scalar()) {
                body.put(field.name(), validText(field));
            }
        }
        return body;
    }

    private static String validText(final Field field) {
        for (final String code : field.codes().keySet()) {
            if (!code.isBlank() && code.indexOf('*') < 0 && !code.equals("other")) {
                return code;
            }
        }
        return switch (field.form().kind()) {
            case TEXT -> "005930";
            case WHOLE -> "10";
            case DECIMAL -> "1.5";
            case DIGITS -> "20261120090000000".substring(0, field.form().digits());
        };
    }
}
