package dev.hoga.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MutantGeneratorTest {

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

    private void assertAnswered(final TrSpec tr, final Mutant mutant) {
        final Optional<Violation> violation = validator.validate(tr, RequestBody.parse(mutant.body(), BodyLimits.DEFAULT));
        assertEquals(mutant.code(), violation.map(Violation::code).orElse(""), () -> tr.key() + ": " + mutant);
        assertEquals(mutant.field(), violation.map(Violation::field).orElse(""), () -> tr.key() + ": " + mutant);
    }
}
