package dev.hoga.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Checks the shape of one contract file: keys, their order, words and types. Build time only. */
final class Schema {

    private static final List<String> TR_KEYS = List.of(
        "id", "name", "title", "transport", "method", "path", "mock", "paging", "variants", "request",
        "response", "frame", "pushNames", "notes");
    private static final List<String> FIELD_KEYS = List.of("name", "as", "ko", "required", "enforce", "missing", "length", "type", "unit",
        "format", "codes", "texts", "default", "en", "list", "object");
    private static final List<String> VARIANT_KEYS = List.of("tr", "mock", "was", "en", "ko");
    private static final List<String> TEXT_KEYS = List.of("code", "ko", "en");
    private static final Pattern LOWER_CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final ContractFile file;
    private final Conventions conventions;
    private final List<String> problems;

    Schema(final ContractFile file, final Conventions conventions, final List<String> problems) {
        this.file = file;
        this.conventions = conventions;
        this.problems = problems;
    }

    /** Checks a file that describes a TR; what is wrong is added to the list of problems. */
    void checkTr() {
        final JsonNode root = file.root();
        keys("", root, TR_KEYS, Set.of("id", "name", "title", "transport", "path", "mock"));
        lowerCamel("name", root.path("name"));
        keys("title", root.path("title"), List.of("ko", "en"), Set.of("ko", "en"));
        word("transport", root, Set.of("rest", "websocket"));
        word("mock", root, Set.of("true", "false", "unknown"));
        checkTransport(root);
        checkId(root.path("id").asText());
        checkVariants(root);
        checkRows("request", root.path("request"));
        checkRows("response", root.path("response"));
        checkFrame(root);
        checkNotes(root);
    }

    /** Checks the rows of a table file, for example the errors: only known keys in their order, none of the required ones absent. */
    void checkTable(final String name, final List<String> allowed, final Set<String> required) {
        final JsonNode rows = file.root().path(name);
        if (!rows.isArray() || rows.isEmpty()) {
            problem(name, "is not a list of rows");
        }
        final Set<String> seen = new HashSet<>();
        for (final JsonNode row : rows) {
            final String id = row.elements().hasNext() ? row.elements().next().asText() : "";
            keys(name + '[' + id + ']', row, allowed, required);
            if (!seen.add(id)) {
                problem(name + '[' + id + ']', "stands twice");
            }
        }
    }

    void checkNotes(final JsonNode root) {
        for (final JsonNode note : root.path("notes")) {
            if (!note.isTextual()) {
                problem("notes", "not a sentence: " + note);
            }
        }
    }

    private void checkTransport(final JsonNode root) {
        final boolean rest = root.path("transport").asText().equals("rest");
        if (rest) {
            word("method", root, Set.of("GET", "POST"));
        } else if (root.has("method")) {
            problem("method", "a WebSocket TR has none");
        }
        final boolean pages = file.broker() == Broker.KIWOOM || rest && !file.group().equals("oauth");
        if (pages) {
            word("paging", root, Set.of("header", "body", "none"));
        } else if (root.has("paging")) {
            problem("paging", "not for oauth and real time");
        }
        if (!root.path("path").asText().startsWith("/")) {
            problem("path", "does not start with /");
        }
    }

    private void checkId(final String id) {
        final String stem = file.stem();
        final boolean named = stem.equals(id) || file.broker() == Broker.KIWOOM && stem.startsWith(id + '-');
        if (!file.shared() && !named) {
            problem("id", id + " does not fit the file's name");
        }
        if (!file.root().path("id").isTextual()) {
            problem("id", "is not a text (quote it)");
        }
    }

    private void checkVariants(final JsonNode root) {
        final boolean expected = file.broker() == Broker.KIS && !file.group().equals("oauth");
        if (root.has("variants") != expected) {
            problem("variants", expected ? "missing" : "only KIS TRs have them");
        }
        for (final JsonNode variant : root.path("variants")) {
            keys("variants", variant, VARIANT_KEYS, Set.of("tr"));
        }
    }

    private void checkFrame(final JsonNode root) {
        final boolean expected = file.broker() == Broker.KIS && root.path("transport").asText().equals("websocket");
        if (root.has("frame") != expected) {
            problem("frame", expected ? "missing" : "only KIS real-time TRs have it");
        }
        if (!expected) {
            return;
        }
        keys("frame", root.path("frame"), List.of("count", "count-2026-10"), Set.of());
        final int newest = root.path("frame").path("count-2026-10").asInt(root.path("frame").path("count").asInt());
        if (newest != root.path("response").size()) {
            problem("frame", "says " + newest + " fields, the response has " + root.path("response").size());
        }
    }

    private void checkRows(final String where, final JsonNode rows) {
        final Set<String> names = new HashSet<>();
        final Set<String> accessors = new HashSet<>();
        for (final JsonNode row : rows) {
            final String at = where + '/' + row.path("name").asText("?");
            keys(at, row, FIELD_KEYS, Set.of("name", "as"));
            lowerCamel(at + "/as", row.path("as"));
            if (!names.add(row.path("name").asText())) {
                problem(at, "name stands twice");
            }
            if (!accessors.add(row.path("as").asText())) {
                problem(at, "accessor stands twice: " + row.path("as").asText());
            }
            checkRow(at, row);
        }
    }

    private void checkRow(final String at, final JsonNode row) {
        for (final String flag : List.of("required", "enforce")) {
            if (row.has(flag) && !row.path(flag).asText().equals("true")) {
                problem(at + '/' + flag, "is true or left out");
            }
        }
        if (row.has("length") && row.path("length").asInt() <= 0) {
            problem(at + "/length", "is not a number above 0");
        }
        if (row.has("missing") && !row.has("required")) {
            problem(at + "/missing", "only for a required field");
        }
        attempt(at + "/type", () -> FieldType.ofWord(row.path("type").asText()));
        attempt(at + "/unit", () -> row.has("unit") ? conventions.form(row.path("unit").asText()) : ValueForm.TEXT);
        final String words = row.path("format").asText();
        final int length = row.path("length").asInt();
        attempt(at + "/format", () -> words.isEmpty() ? Format.NONE : conventions.format(words, file.broker(), length));
        checkCodes(at, row);
        if (row.has("list") && row.has("object")) {
            problem(at, "is a list or an object, not both");
        }
        checkRows(at, row.path("list"));
        checkRows(at, row.path("object"));
    }

    private void checkCodes(final String at, final JsonNode row) {
        final JsonNode codes = row.path("codes");
        if (row.has("codes") && (!codes.isObject() || codes.isEmpty())) {
            problem(at + "/codes", "is not a map from code to meaning");
        }
        for (final Map.Entry<String, JsonNode> code : codes.properties()) {
            if (!code.getValue().isTextual()) {
                problem(at + "/codes/" + code.getKey(), "is not a text (quote it)");
            }
        }
        for (final JsonNode text : row.path("texts")) {
            keys(at + "/texts", text, TEXT_KEYS, Set.of("ko", "en"));
        }
    }

    private void attempt(final String at, final Supplier<?> parse) {
        try {
            parse.get();
        } catch (final IllegalArgumentException e) {
            problem(at, e.getMessage());
        }
    }

    private void word(final String key, final JsonNode node, final Set<String> words) {
        if (!words.contains(node.path(key).asText())) {
            problem(key, '"' + node.path(key).asText() + "\" is none of " + words.stream().sorted().toList());
        }
    }

    private void lowerCamel(final String at, final JsonNode name) {
        if (!LOWER_CAMEL.matcher(name.asText()).matches()) {
            problem(at, '"' + name.asText() + "\" is not lowerCamel");
        }
    }

    private void keys(final String at, final JsonNode node, final List<String> allowed, final Set<String> required) {
        final List<String> found = new ArrayList<>();
        for (final Iterator<String> names = node.fieldNames(); names.hasNext();) {
            found.add(names.next());
        }
        int last = -1;
        for (final String key : found) {
            final int position = allowed.indexOf(key);
            if (position < 0) {
                problem(at, "unknown key " + key);
            } else if (position < last) {
                problem(at, "key " + key + " stands behind " + allowed.get(last));
            }
            last = Math.max(last, position);
        }
        for (final String key : required.stream().sorted().toList()) {
            if (!found.contains(key)) {
                problem(at, "key " + key + " is missing");
            }
        }
    }

    private void problem(final String at, final String what) {
        problems.add(at.isEmpty() ? file.label() + ": " + what : file.label() + ": " + at + ": " + what);
    }
}
