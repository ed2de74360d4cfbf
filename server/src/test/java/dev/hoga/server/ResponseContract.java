package dev.hoga.server;

import dev.hoga.catalogue.Broker;
import dev.hoga.catalogue.Field;
import dev.hoga.catalogue.FieldRows;
import dev.hoga.catalogue.FieldType;
import dev.hoga.catalogue.Format;
import dev.hoga.catalogue.TrSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks a successful answer against the fact file of its TR: every documented field is there, in the document's order and spelled in
 * its format, and nothing else is. Works from the rows alone; the server's own writer is not asked.
 */
final class ResponseContract {
    private static final List<String> KIWOOM_ENVELOPE = List.of("return_code", "return_msg");
    private static final List<String> KIS_ENVELOPE = List.of("rt_cd", "msg_cd", "msg1");
    private static final String PUSHED_NUMBER = "-?[0-9]+(\\.[0-9]+)?";
    private static final String NONE_OF_THIS_SIDE = " 0";
    /** Zero never has a sign. */
    private static final String MINUS = "(-(?=.*[1-9]))?";

    private final TrSpec tr;
    private final List<String> breaches = new ArrayList<>();
    /** Whether it came on a socket, where every value is a text. */
    private boolean pushed;

    private ResponseContract(TrSpec tr) {
        this.tr = tr;
    }

    /** What is wrong with a body; empty where it keeps the contract. */
    static List<String> breaches(TrSpec tr, Map<String, Object> body) {
        var contract = new ResponseContract(tr);
        if (tr.broker() == Broker.KIWOOM && !(body.get("return_code") instanceof Long && body.get("return_msg") instanceof String)) {
            contract.breaches.add("return_code must be a JSON number and return_msg a text");
        }
        contract.object("", tr.response(), body);
        return contract.breaches;
    }

    /** The same of what is pushed on a socket, where nothing stands around the fields. @param rows those that are on the wire */
    static List<String> pushed(TrSpec tr, FieldRows rows, Map<String, Object> values) {
        var contract = new ResponseContract(tr);
        contract.pushed = true;
        contract.object("values", rows, values);
        return contract.breaches;
    }

    private boolean kis() {
        return tr.broker() == Broker.KIS;
    }

    private void object(String path, FieldRows rows, Map<?, ?> body) {
        List<String> wanted = path.isEmpty() ? outermost(rows) : rows.rows().stream().map(Field::name).toList();
        List<?> found = body.keySet().stream().filter(name -> !path.isEmpty() || !KIWOOM_ENVELOPE.contains(name)).toList();
        // The examples of KIS's token calls have another order than their tables, and the wire is as the examples.
        boolean anyOrder = tr.path().equals("/oauth2/tokenP");
        boolean hashed = path.equals("/BODY");
        if (!hashed && !(anyOrder ? sorted(wanted).equals(sorted(found)) : wanted.equals(found))) {
            breaches.add((path.isEmpty() ? "body" : path) + ": fields are " + found + " and not " + wanted);
        }
        for (Field row : rows) {
            if (body.containsKey(row.name())) {
                value(path + "/" + row.name(), row, body.get(row.name()));
            }
        }
    }

    private static List<String> sorted(List<?> names) {
        return names.stream().map(Object::toString).sorted().toList();
    }

    /** Kiwoom's envelope is in no table; KIS's is in every one, and comes last. Source: the examples. */
    private static List<String> outermost(FieldRows rows) {
        List<String> named = rows.rows().stream().map(Field::name).toList();
        var wanted = new ArrayList<>(named);
        wanted.removeAll(KIS_ENVELOPE);
        wanted.addAll(KIS_ENVELOPE.stream().filter(named::contains).toList());
        return wanted;
    }

    private void value(String path, Field row, Object value) {
        if (row.type() == FieldType.OBJECT || !row.children().isEmpty()) {
            if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    element(path + "[" + i + "]", row, list.get(i));
                }
            } else {
                element(path, row, value);
            }
        } else if (pushed && row.type() == FieldType.NUMBER) {
            if (!value.toString().matches(PUSHED_NUMBER)) {
                breaches.add(path + " is no number: " + value);
            }
        } else if (pushed && value.equals(NONE_OF_THIS_SIDE)) {
            // The contract's notes of 0B.
            return;
        } else if (row.type() == FieldType.NUMBER) {
            if (!(value instanceof Long)) {
                breaches.add(path + " is no number: " + value);
            }
        } else if (value instanceof String text) {
            text(path, row, text);
        } else {
            breaches.add(path + " is no text: " + value);
        }
    }

    private void element(String path, Field row, Object value) {
        if (value instanceof Map<?, ?> map) {
            object(path, row.children(), map);
        } else {
            breaches.add(path + " is no object: " + value);
        }
    }

    /** Many of KIS's printed lengths are wrong. */
    private void text(String path, Field row, String text) {
        Format format = row.format();
        boolean empty = text.isEmpty() && (kis() || format.padWidth() == 0) && format.blankWidth() == 0;
        boolean tooLong = !kis() && row.length() > 0 && text.length() > row.length();
        if (tooLong || !empty && !Pattern.matches(form(row), text)) {
            String longest = row.length() > 0 ? ", at most " + row.length() : "";
            breaches.add(path + " = \"" + text + "\" is not of the form " + form(row) + longest);
        }
    }

    /** The form of a value that is not empty. */
    private String form(Field row) {
        Format format = row.format();
        if (format.padWidth() > 0) {
            return "(?=.{" + format.padWidth() + "}$)" + MINUS + "[0-9]+";
        }
        if (format.blankWidth() > 0) {
            return ".{" + format.blankWidth() + "}";
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
        return sign + digits + decimals(format) + (format.percentSign() ? "%" : "");
    }

    /** KIS's table says of few fields how many decimals they have. */
    private String decimals(Format format) {
        if (format.decimals() > 0) {
            return "\\.[0-9]{" + format.decimals() + "}";
        }
        return kis() && format.decimals() < 0 ? "(\\.[0-9]+)?" : "";
    }
}
