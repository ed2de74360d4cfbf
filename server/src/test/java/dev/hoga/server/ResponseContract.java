package dev.hoga.server;

import dev.hoga.catalogue.Field;
import dev.hoga.catalogue.FieldRows;
import dev.hoga.catalogue.Format;
import dev.hoga.catalogue.TrSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks a successful Kiwoom answer against the fact file of its TR: every documented field is there, in the document's order
 * and spelled in its format, and nothing else is. Works from the rows alone; the server's own writer is not asked.
 */
final class ResponseContract {
    private static final List<String> ENVELOPE = List.of("return_code", "return_msg");
    /** Zero never has a sign. */
    private static final String MINUS = "(-(?=.*[1-9]))?";

    private final List<String> breaches = new ArrayList<>();

    private ResponseContract() {
    }

    /** What is wrong with a body; empty where it keeps the contract. */
    static List<String> breaches(TrSpec tr, Map<String, Object> body) {
        var contract = new ResponseContract();
        if (!(body.get("return_code") instanceof Long) || !(body.get("return_msg") instanceof String)) {
            contract.breaches.add("return_code must be a JSON number and return_msg a text");
        }
        contract.object("", tr.response(), body);
        return contract.breaches;
    }

    private void object(String path, FieldRows rows, Map<?, ?> body) {
        List<String> wanted = rows.rows().stream().map(Field::name).toList();
        List<?> found = body.keySet().stream().filter(name -> !path.isEmpty() || !ENVELOPE.contains(name)).toList();
        if (!wanted.equals(found)) {
            breaches.add((path.isEmpty() ? "body" : path) + ": fields are " + found + " and not " + wanted);
        }
        for (Field row : rows) {
            if (body.containsKey(row.name())) {
                value(path + "/" + row.name(), row, body.get(row.name()));
            }
        }
    }

    private void value(String path, Field row, Object value) {
        if (row.children().isEmpty()) {
            if (value instanceof String text) {
                text(path, row, text);
            } else {
                breaches.add(path + " is no text: " + value);
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                element(path + "[" + i + "]", row, list.get(i));
            }
        } else {
            element(path, row, value);
        }
    }

    private void element(String path, Field row, Object value) {
        if (value instanceof Map<?, ?> map) {
            object(path, row.children(), map);
        } else {
            breaches.add(path + " is no object: " + value);
        }
    }

    private void text(String path, Field row, String text) {
        Format format = row.format();
        boolean empty = text.isEmpty() && format.padWidth() == 0;
        if (row.length() > 0 && text.length() > row.length() || !empty && !Pattern.matches(form(row), text)) {
            String longest = row.length() > 0 ? ", at most " + row.length() : "";
            breaches.add(path + " = \"" + text + "\" is not of the form " + form(row) + longest);
        }
    }

    /** The form of a value that is not empty. */
    private static String form(Field row) {
        Format format = row.format();
        if (format.padWidth() > 0) {
            return "(?=.{" + format.padWidth() + "}$)" + MINUS + "[0-9]+";
        }
        if (format.chars() > 0) {
            return ".{" + format.chars() + "}";
        }
        if (row.unit().isEmpty() || !row.codes().isEmpty()) {
            return ".*";
        }
        String sign = switch (format.sign()) {
            case MINUS -> MINUS;
            case PLUS_MINUS -> "([-+](?=.*[1-9])|(?!.*[1-9]))";
            case DIRECTION -> "([-+](?=.*[1-9]))?";
        };
        String digits = switch (row.form().kind()) {
            case DIGITS -> "[0-9]{" + row.form().digits() + "}";
            case TEXT -> ".*";
            case WHOLE, DECIMAL -> "[0-9]+";
        };
        return sign + digits + (format.decimals() > 0 ? "\\.[0-9]{" + format.decimals() + "}" : "");
    }
}
