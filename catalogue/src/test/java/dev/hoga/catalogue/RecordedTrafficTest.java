package dev.hoga.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What unmodified clients really sent must pass. The recordings lie beside the project ({@code -Dhoga.traffic=DIR}); without them this
 * says
 * so and counts as skipped.
 */
class RecordedTrafficTest {

    private static final Path TRAFFIC = Path.of(System.getProperty("hoga.traffic", "../../shared/traffic"));

    private final RequestValidator validator = new RequestValidator(false);

    @Test
    void refusesNoRecordedRequest() throws IOException {
        if (!Files.isDirectory(TRAFFIC)) {
            final Path looked = TRAFFIC.toAbsolutePath().normalize();
            System.out.println("SKIPPED: no recorded traffic at " + looked + "; give the folder with -Dhoga.traffic=DIR");
            Assumptions.abort("no recorded traffic");
        }
        final List<String> refused = new ArrayList<>();
        int checked = 0;
        for (final JsonNode request : recordedRequests()) {
            final String path = request.path("path").asText().replaceAll("/+", "/");
            final boolean kis = path.startsWith("/uapi/") || path.matches("/oauth2/(tokenP|revokeP|Approval)");
            final Broker broker = kis ? Broker.KIS : Broker.KIWOOM;
            final TrSpec tr = tr(broker, request, path);
            final RequestBody body = tr.method().equals("GET")
                ? RequestBody.ofQuery(query(request.path("query").asText()))
                : RequestBody.parse(request.path("body_raw").asText().getBytes(StandardCharsets.UTF_8), BodyLimits.DEFAULT);
            final Optional<Violation> violation = validator.validate(tr, body);
            violation.ifPresent(found -> refused.add(tr.key() + ' ' + body + ": " + found));
            checked++;
        }
        System.out.println("recorded requests checked: " + checked);
        assertTrue(checked > 50);
        assertEquals(List.of(), refused);
    }

    private static List<JsonNode> recordedRequests() throws IOException {
        final ObjectMapper json = new ObjectMapper();
        final List<JsonNode> requests = new ArrayList<>();
        try (Stream<Path> files = Files.list(TRAFFIC)) {
            for (final Path file : files.filter(name -> name.toString().endsWith(".jsonl")).sorted().toList()) {
                for (final String line : Files.readAllLines(file)) {
                    final JsonNode record = json.readTree(line);
                    if (record.path("kind").asText().equals("http")) {
                        requests.add(record);
                    }
                }
            }
        }
        return requests;
    }

    private static TrSpec tr(final Broker broker, final JsonNode request, final String path) {
        final BrokerCatalogue catalogue = Samples.CATALOGUE.of(broker);
        final String id = header(request, broker == Broker.KIWOOM ? "api-id" : "tr_id");
        final TrSpec tr = catalogue.findByTr(id).or(() -> catalogue.findByPath("POST", path))
            .orElseThrow(() -> new AssertionError("no TR for " + id + ' ' + path));
        assertEquals(path, tr.path());
        return tr;
    }

    private static String header(final JsonNode request, final String name) {
        for (final JsonNode header : request.path("headers")) {
            if (header.path(0).asText().toLowerCase(Locale.ROOT).equals(name)) {
                return header.path(1).asText();
            }
        }
        return "";
    }

    private static Map<String, String> query(final String query) {
        final Map<String, String> parameters = new LinkedHashMap<>();
        for (final String pair : query.split("&")) {
            final int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
