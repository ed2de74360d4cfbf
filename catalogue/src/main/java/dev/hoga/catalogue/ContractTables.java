package dev.hoga.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the contract files that are tables: errors, rejections, real-time fields and layouts, conventions, envelope. Build time only.
 */
final class ContractTables {

    private static final List<String> KIWOOM_ERROR_KEYS = List.of(
        "code", "return_code", "suggested_return_code", "http", "meaning", "ko", "was", "since", "when", "closes", "confidence", "source");
    private static final List<String> KIWOOM_CLASS_KEYS = List.of("return_code", "meaning", "ko", "http", "confidence");
    private static final List<String> REJECTION_KEYS = List.of("code", "meaning", "ko", "wording", "when", "confidence");
    private static final List<String> KIS_ERROR_KEYS =
        List.of("code", "server", "http", "rt_cd", "en", "ko", "text", "confidence", "http-confidence", "note", "shape");
    private static final List<String> REALTIME_KEYS = List.of("id", "as", "ko", "unit", "format", "unless", "codes", "texts", "feeds");
    private static final List<String> LAYOUT_FILES = List.of("_conventions.yaml", "_envelope.yaml", "errors.yaml", "realtime-fields.yaml",
        "realtime-layouts.yaml", "rejections.yaml");

    private final Map<Broker, List<ContractFile>> files;
    private final List<String> problems;
    private final Map<String, Integer> counts;

    ContractTables(final Map<Broker, List<ContractFile>> files, final List<String> problems, final Map<String, Integer> counts) {
        this.files = files;
        this.problems = problems;
        this.counts = counts;
    }

    static ContractFile find(final List<ContractFile> files, final String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst()
            .orElseThrow(() -> new ContractException(List.of(path + " is missing")));
    }

    void check() {
        files.values().forEach(all -> all.stream().filter(file -> !file.describesTr() && !LAYOUT_FILES.contains(file.path()))
            .forEach(file -> problems.add(file.label() + ": not a known table")));
        final List<ContractFile> kiwoom = files.get(Broker.KIWOOM);
        final List<ContractFile> kis = files.get(Broker.KIS);
        checkConventions(kiwoom);
        checkConventions(kis);
        final ContractFile errors = find(kiwoom, "errors.yaml");
        table(errors, kiwoom, "classes", KIWOOM_CLASS_KEYS, Set.of("return_code", "meaning", "http"));
        count("kiwoom errors", table(errors, kiwoom, "rest", KIWOOM_ERROR_KEYS, Set.of("code", "http", "meaning", "ko")));
        table(errors, kiwoom, "websocket", KIWOOM_ERROR_KEYS, Set.of("code", "meaning", "when", "closes"));
        table(errors, kiwoom, "system", KIWOOM_ERROR_KEYS, Set.of("code", "meaning", "when", "closes"));
        final ContractFile rejections = find(kiwoom, "rejections.yaml");
        final Set<String> needed = Set.of("code", "meaning", "ko", "wording", "when");
        final int live = table(rejections, kiwoom, "live", REJECTION_KEYS, needed);
        count("kiwoom rejections", live + table(rejections, kiwoom, "mock", REJECTION_KEYS, needed));
        count("kis errors", table(find(kis, "errors.yaml"), kis, "errors", KIS_ERROR_KEYS, Set.of("code", "server", "en")));
        count("kiwoom realtime fields",
            table(find(kiwoom, "realtime-fields.yaml"), kiwoom, "fields", REALTIME_KEYS, Set.of("id", "as", "ko", "feeds")));
        checkRealtimeFields(find(kiwoom, "realtime-fields.yaml"), kiwoom);
        checkLayouts(find(kis, "realtime-layouts.yaml"), kis);
    }

    private void checkConventions(final List<ContractFile> all) {
        final ContractFile file = find(all, "_conventions.yaml");
        table(file, all, "units", List.of("unit", "meaning", "form"), Set.of("unit", "meaning", "form"));
        table(file, all, "formats", List.of("format", "meaning"), Set.of("format", "meaning"));
        table(file, all, "forms", List.of("form", "meaning"), Set.of("form", "meaning"));
        table(file, all, "keys", List.of("key", "meaning"), Set.of("key", "meaning"));
    }

    /** Every field id of a feed stands in the feed's own file under the same accessor. */
    private void checkRealtimeFields(final ContractFile table, final List<ContractFile> kiwoom) {
        final Map<String, String> accessors = new HashMap<>();
        for (final ContractFile file : kiwoom) {
            if (file.describesTr()) {
                collect(file.root().path("id").asText(), file.root().path("response"), accessors);
            }
        }
        for (final JsonNode field : table.root().path("fields")) {
            for (final JsonNode feed : field.path("feeds")) {
                final String inTable = field.path("as").asText();
                final String fieldId = field.path("id").asText();
                // What a condition search pushes is described once, as 02.
                final String inFile = accessors.getOrDefault(feed.asText() + ' ' + fieldId, accessors.get("02 " + fieldId));
                if (!inTable.equals(inFile)) {
                    problems.add(table.label() + ": " + fieldId + ": " + inTable + " is " + inFile + " in " + feed.asText());
                }
            }
        }
    }

    private static void collect(final String id, final JsonNode rows, final Map<String, String> accessors) {
        for (final JsonNode row : rows) {
            accessors.put(id + ' ' + row.path("name").asText(), row.path("as").asText());
            collect(id, row.path("list"), accessors);
            collect(id, row.path("object"), accessors);
        }
    }

    /**
     * Every real-time TR has a layout whose newest version lists the fields of the TR's response, in order, and whose older version is
     * a beginning of
     * it: so the rows and the counts of the TR's own file tell every layout.
     */
    private void checkLayouts(final ContractFile layouts, final List<ContractFile> kis) {
        final Set<String> unseen = new HashSet<>();
        layouts.root().path("layouts").fieldNames().forEachRemaining(unseen::add);
        for (final ContractFile file : kis) {
            if (!file.root().path("transport").asText().equals("websocket")) {
                continue;
            }
            final String tr = file.root().path("id").asText();
            unseen.remove(tr);
            final JsonNode versions = layouts.root().path("layouts").path(tr).path("versions");
            if (versions.isMissingNode()) {
                problems.add(layouts.label() + ": " + tr + " has no layout");
                continue;
            }
            JsonNode newest = versions.path("2026-10");
            newest = newest.has("same-as") ? versions.path(newest.path("same-as").asText()) : newest;
            final List<String> listed = new ArrayList<>();
            newest.path("fields").forEach(field -> listed.add(field.asText()));
            final List<String> rows = new ArrayList<>();
            file.root().path("response").forEach(row -> rows.add(row.path("name").asText()));
            if (!listed.equals(rows) || newest.path("count").asInt() != listed.size()) {
                problems.add(layouts.label() + ": " + tr + ": newest layout and response of " + file.label() + " differ");
            }
            final List<String> older = new ArrayList<>();
            versions.path("2026-05").path("fields").forEach(field -> older.add(field.asText()));
            if (!listed.subList(0, Math.min(older.size(), listed.size())).equals(older)) {
                problems.add(layouts.label() + ": " + tr + ": the layout of 2026-05 is no beginning of the newest");
            }
        }
        unseen.forEach(tr -> problems.add(layouts.label() + ": " + tr + " is no TR"));
    }

    private int table(
        final ContractFile file, final List<ContractFile> all, final String name, final List<String> allowed,
        final Set<String> required) {
        new Schema(file, Conventions.of(all), problems).checkTable(name, allowed, required);
        return file.root().path(name).size();
    }

    private void count(final String what, final int number) {
        counts.put(what, number);
    }
}
