package dev.hoga.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MutantGeneratorTest {

    private static final int MOST_PARAMETERS = 64;

    private final RequestValidator validator = new RequestValidator(false);

    @Test
    void everyMutantOfEveryOperationGetsTheAnswerItExpects() {
        int count = 0;
        for (final Broker broker : Broker.values()) {
            for (final TrSpec tr : Samples.CATALOGUE.of(broker).all()) {
                if (!tr.method().equals("POST")) {
                    continue;
                }
                for (final Mutant mutant : MutantGenerator.mutants(tr, Samples.validBody(tr), BodyLimits.DEFAULT)) {
                    assertAnswered(tr, mutant);
                    count++;
                }
            }
        }
        System.out.println("mutants checked against the validator: " + count);
        assertTrue(count > 10_000);
    }

    @Test
    void namesItsMutantsOnce() {
        final TrSpec tr = Samples.CATALOGUE.kiwoom().require("kt10000");
        final List<Mutant> mutants = MutantGenerator.mutants(tr, Samples.validBody(tr), BodyLimits.DEFAULT);
        assertEquals(mutants.size(), mutants.stream().map(Mutant::name).distinct().count());
        final Map<String, Mutant> byName = mutants.stream().collect(Collectors.toMap(Mutant::name, mutant -> mutant));
        assertEquals("1511", byName.get("stk_cd is missing").code());
        assertEquals("1517", byName.get("ord_qty has letters").code());
        assertEquals(Mutant.Outcome.SAME, byName.get("an unknown key").outcome());
        assertEquals(Mutant.Outcome.OPEN, byName.get("ord_uv is empty").outcome());
        assertEquals("dmst_stex_tp", byName.get("dmst_stex_tp is missing and ord_qty is an array").field());
    }

    @Test
    void coversEnforcedRowsToo() {
        final Field enforced = Samples.field("market", "", Format.NONE, true, true, 2, Map.of("0", "first", "1", "second"));
        final List<Field> rows = List.of(enforced, Samples.optional("price", "usd"), Samples.required("day", "date"));
        final TrSpec tr = Samples.tr(Broker.KIWOOM, rows, List.of());
        final List<Mutant> mutants = MutantGenerator.mutants(tr, Samples.validBody(tr), BodyLimits.DEFAULT);
        mutants.forEach(mutant -> assertAnswered(tr, mutant));
        final List<String> shown = mutants.stream().map(Mutant::toString).toList();
        assertTrue(shown.contains("market is an unknown code -> REFUSED 1517 market"), shown.toString());
        assertTrue(shown.contains("market is longer than printed -> REFUSED 1517 market"), shown.toString());
    }

    @Test
    void refusesTrsWithoutAJsonBody() {
        final TrSpec get = Samples.CATALOGUE.kis().require("domestic-stock/trading/inquire-balance");
        assertThrows(IllegalArgumentException.class, () -> MutantGenerator.mutants(get, Map.of(), BodyLimits.DEFAULT));
    }

    @Test
    void everyMutantOfEveryQueryGetsTheAnswerItExpects() {
        int count = 0;
        for (final TrSpec tr : Samples.CATALOGUE.kis().all()) {
            if (tr.method().equals("GET")) {
                for (final Mutant mutant : QueryMutantGenerator.mutants(tr, Samples.validBody(tr), MOST_PARAMETERS)) {
                    assertAnswered(tr, mutant, readQuery(new String(mutant.body(), StandardCharsets.US_ASCII)));
                    count++;
                }
            }
        }
        System.out.println("query mutants checked against the validator: " + count);
        assertTrue(count > 10_000);
    }

    @Test
    void namesItsQueryMutantsOnce() {
        final TrSpec tr = Samples.CATALOGUE.kis().require("domestic-stock/trading/inquire-daily-ccld");
        final List<Mutant> mutants = QueryMutantGenerator.mutants(tr, Samples.validBody(tr), MOST_PARAMETERS);
        assertEquals(mutants.size(), mutants.stream().map(Mutant::name).distinct().count());
        final Map<String, Mutant> byName = mutants.stream().collect(Collectors.toMap(Mutant::name, mutant -> mutant));
        assertEquals("OPSQ2001", byName.get("CANO is missing").code());
        assertEquals("OPSQ2002", byName.get("INQR_STRT_DT has letters").code());
        assertEquals("OPSQ2001", byName.get("CANO is missing and INQR_END_DT malformed").code());
        assertEquals(Mutant.Outcome.SAME, byName.get("PDNO is spelled in small letters").outcome());
    }

    @Test
    void refusesTrsWithoutAQuery() {
        final TrSpec post = Samples.CATALOGUE.kiwoom().require("kt10000");
        assertThrows(IllegalArgumentException.class, () -> QueryMutantGenerator.mutants(post, Map.of(), MOST_PARAMETERS));
    }

    /** Reads a query as the gateway does, but with a parser of its own. */
    private static RequestBody readQuery(final String query) {
        final Map<String, String> parameters = new LinkedHashMap<>();
        for (final String pair : query.split("&")) {
            if (pair.matches(".*%([^0-9a-fA-F].*|.?|.[^0-9a-fA-F].*)")) {
                return RequestBody.failed(ViolationKind.NOT_JSON, Violation.BODY);
            }
            final String[] parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                parameters.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
        }
        return parameters.size() > MOST_PARAMETERS ? RequestBody.failed(ViolationKind.NOT_JSON, Violation.BODY)
            : RequestBody.ofQuery(parameters);
    }

    private static String decoded(final String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void assertAnswered(final TrSpec tr, final Mutant mutant) {
        assertAnswered(tr, mutant, RequestBody.parse(mutant.body(), BodyLimits.DEFAULT));
    }

    private void assertAnswered(final TrSpec tr, final Mutant mutant, final RequestBody body) {
        final Optional<Violation> violation = validator.validate(tr, body);
        assertEquals(mutant.code(), violation.map(Violation::code).orElse(""), () -> tr.key() + ": " + mutant);
        assertEquals(mutant.field(), violation.map(Violation::field).orElse(""), () -> tr.key() + ": " + mutant);
    }
}
