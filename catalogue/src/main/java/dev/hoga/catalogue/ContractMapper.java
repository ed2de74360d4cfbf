package dev.hoga.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns checked contract files into the catalogue's values. Build time only. */
final class ContractMapper {

    private static final int HTTP_OK = 200;
    private static final int KIS_ERROR_HTTP = 500;

    private final Conventions conventions;
    private final JsonNode layouts;

    /** A mapper of one broker's files. */
    ContractMapper(final List<ContractFile> files) {
        conventions = Conventions.of(files);
        layouts = files.stream().filter(file -> file.path().equals("realtime-layouts.yaml")).findFirst()
            .map(file -> file.root().path("layouts")).orElse(MissingNode.getInstance());
    }

    /** The TR that a file describes. */
    TrSpec tr(final ContractFile file) {
        final JsonNode root = file.root();
        final List<Variant> variants = new ArrayList<>();
        for (final JsonNode variant : root.path("variants")) {
            variants.add(new Variant(text(variant, "tr"), text(variant, "mock"), texts(variant.path("was")),
                text(variant, "en"), text(variant, "ko")));
        }
        final Map<String, Integer> frame = new LinkedHashMap<>();
        root.path("frame").properties().forEach(count -> frame.put(count.getKey(), count.getValue().asInt()));
        return new TrSpec(file.broker(), file.key(), text(root, "id"), text(root, "name"),
            text(root.path("title"), "ko"), text(root.path("title"), "en"), file.group(),
            enumWord(Transport.class, root, "transport"), text(root, "method"), text(root, "path"),
            enumWord(MockOffer.class, root, "mock"), root.has("paging") ? enumWord(Paging.class, root, "paging") : Paging.NONE, variants,
            rows(file.broker(), root.path("request")), rows(file.broker(), root.path("response")), frame,
            layouts.path(text(root, "id")).path("encrypted").asBoolean(), texts(root.path("notes")));
    }

    /** Kiwoom's classes, numbered errors and rejections. */
    ErrorTable kiwoomErrors(final JsonNode errors, final JsonNode rejections) {
        final Map<Integer, String> classTexts = new LinkedHashMap<>();
        errors.path("classes").forEach(row -> classTexts.put(row.path("return_code").asInt(), text(row, "ko")));
        final List<ErrorEntry> entries = new ArrayList<>();
        for (final JsonNode row : errors.path("rest")) {
            final boolean known = row.has("return_code");
            final int http = row.path("http").asInt();
            final int returnCode = row.path(known ? "return_code" : "suggested_return_code").asInt();
            entries.add(new ErrorEntry(text(row, "code"), "rest", returnCode, known, http, http, text(row, "ko"), text(row, "meaning")));
        }
        for (final JsonNode row : errors.path("websocket")) {
            // A WebSocket answer carries the number itself as return_code.
            final int returnCode = row.path("code").asInt();
            entries.add(new ErrorEntry(text(row, "code"), "websocket", returnCode, true, 0, 0, text(row, "ko"), text(row, "meaning")));
        }
        for (final JsonNode row : errors.path("system")) {
            entries.add(new ErrorEntry(text(row, "code"), "system", 0, false, 0, 0, text(row, "ko"), text(row, "meaning")));
        }
        final List<Rejection> refusals = new ArrayList<>();
        for (final String host : List.of("live", "mock")) {
            rejections.path(host).forEach(row -> refusals.add(new Rejection(text(row, "code"), host.equals("mock"), text(row, "ko"),
                text(row, "wording").equals("quoted"), text(row, "meaning"), text(row, "when"))));
        }
        return new ErrorTable(Broker.KIWOOM, classTexts, entries, refusals);
    }

    /** KIS's numbered errors and results. */
    ErrorTable kisErrors(final JsonNode errors) {
        final List<ErrorEntry> entries = new ArrayList<>();
        for (final JsonNode row : errors.path("errors")) {
            final JsonNode http = row.path("http");
            final int status = http.isObject() ? http.path("uapi").asInt() : kisHttp(row, http.isArray() ? http.path(0) : http);
            final JsonNode rtCd = row.path("rt_cd");
            final int firstRtCd = (rtCd.isArray() ? rtCd.path(0) : rtCd).asInt(1);
            final int oauthStatus = http.isObject() ? http.path("oauth").asInt() : status;
            final String message = row.has("ko") ? text(row, "ko") : text(row, "text");
            entries.add(new ErrorEntry(
                text(row, "code"), text(row, "server"), firstRtCd, rtCd.isTextual(), status, oauthStatus, message, text(row, "en")));
        }
        return new ErrorTable(Broker.KIS, Map.of(), entries, List.of());
    }

    /** Where no source tells the status: gateway errors are 500 as all seen ones are, the rest comes with 200. */
    private static int kisHttp(final JsonNode row, final JsonNode http) {
        if (http.isInt()) {
            return http.asInt();
        }
        return switch (text(row, "server")) {
            case "websocket" -> 0;
            case "gateway" -> KIS_ERROR_HTTP;
            default -> HTTP_OK;
        };
    }

    private FieldRows rows(final Broker broker, final JsonNode rows) {
        final List<Field> fields = new ArrayList<>();
        for (final JsonNode row : rows) {
            fields.add(field(broker, row));
        }
        return FieldRows.of(fields);
    }

    private Field field(final Broker broker, final JsonNode row) {
        final int length = row.path("length").asInt();
        final String unit = text(row, "unit");
        final Map<String, String> codes = new LinkedHashMap<>();
        row.path("codes").properties().forEach(code -> codes.put(code.getKey(), code.getValue().asText()));
        final List<CodeText> texts = new ArrayList<>();
        row.path("texts").forEach(text -> texts.add(new CodeText(text(text, "code"), text(text, "ko"), text(text, "en"))));
        return new Field(text(row, "name"), text(row, "as"), label(row.path("ko")),
            row.has("required"), row.has("enforce"), text(row, "missing"), length, type(row), unit,
            unit.isEmpty() ? ValueForm.TEXT : conventions.form(unit), Format.parse(text(row, "format"), broker, length), codes, texts,
            text(row, "default"), text(row, "en"), rows(broker, row.has("list") ? row.path("list") : row.path("object")));
    }

    /** A row with a list is a list of objects unless it says another list; a row with an object is one. */
    private static FieldType type(final JsonNode row) {
        if (row.has("type")) {
            return FieldType.ofWord(text(row, "type"));
        }
        if (row.has("list")) {
            return FieldType.LIST_OF_OBJECTS;
        }
        return row.has("object") ? FieldType.OBJECT : FieldType.STRING;
    }

    private static String label(final JsonNode ko) {
        return ko.isArray() ? ko.path(0).asText() : ko.asText();
    }

    private static <E extends Enum<E>> E enumWord(final Class<E> type, final JsonNode node, final String key) {
        return Enum.valueOf(type, text(node, key).toUpperCase(Locale.ROOT));
    }

    private static String text(final JsonNode node, final String key) {
        return node.path(key).asText();
    }

    private static List<String> texts(final JsonNode array) {
        final List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }
}
