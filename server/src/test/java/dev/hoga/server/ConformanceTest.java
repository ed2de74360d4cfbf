package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.hoga.catalogue.Catalogue;
import dev.hoga.catalogue.CoverageTable;
import dev.hoga.catalogue.Levels;
import dev.hoga.server.ConformanceScript.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays every conformance script against one real process, computes from what passed how far each TR is built, and compares that with the
 * catalogue's {@code levels.txt} and the README's coverage table. {@code -Dhoga.update=true} writes both.
 */
final class ConformanceTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Path SCRIPTS = ProjectTree.root().resolve("server/src/test/resources/conformance");
    private static final Path LEVELS = ProjectTree.root().resolve("catalogue/src/main/resources/dev/hoga/catalogue/levels.txt");
    private static final Path README = ProjectTree.root().resolve("README.md");
    private static final boolean UPDATE = Boolean.getBoolean("hoga.update");
    private static final String HOW_TO_MEND = "; if that is right, run: mvn -B test -pl server -am -Dtest=ConformanceTest"
        + " -Dsurefire.failIfNoSpecifiedTests=false -Dhoga.update=true";

    /** What a script must show before it proves a level. */
    private static final Map<Integer, Set<String>> NEEDED =
        Map.of(1, Set.of("success"), 2, Set.of("success", "refusal", "other TR"));

    private static List<ConformanceScript> scripts;
    private static ConformanceRun run;

    private record Scripted(ConformanceScript script, Case one) {
    }

    @BeforeAll
    static void startServer() throws IOException {
        scripts = ConformanceScript.readAll(SCRIPTS);
        run = new ConformanceRun(scripts, ServerProcess.start("--limits", "off", "--clock", "2026-11-20T09:00:00+09:00"));
    }

    @AfterAll
    static void stopServer() throws IOException {
        run.close();
    }

    @TestFactory
    Stream<DynamicTest> everyScriptIsKept() {
        var failed = new HashMap<String, Integer>();
        // The market's clock only goes forward, so the cases are played in its order.
        Stream<DynamicTest> cases = scripts.stream()
            .flatMap(script -> script.cases().stream().map(one -> new Scripted(script, one)))
            .sorted(Comparator.comparing(scripted -> scripted.one().clock().toInstant()))
            .map(scripted -> dynamicTest(scripted.script().tr() + ": " + scripted.one().condition(), () -> {
                failed.merge(scripted.script().tr(), 1, Integer::sum);
                run.play(scripted.script(), scripted.one());
                failed.merge(scripted.script().tr(), -1, Integer::sum);
            }));
        return Stream.concat(cases, Stream.of(
            dynamicTest("levels.txt and the coverage table say what passed", () -> compareLevels(failed))));
    }

    private static void compareLevels(Map<String, Integer> failed) throws IOException {
        var complaints = new ArrayList<String>();
        Levels computed = Levels.NONE;
        for (ConformanceScript script : scripts) {
            if (failed.getOrDefault(script.tr(), 1) > 0) {
                complaints.add(script.tr() + " has no level: not every case passed");
            } else if (!run.shown(script).containsAll(NEEDED.get(script.proves()))) {
                complaints.add(script.tr() + " proves no level " + script.proves() + ": its cases show only " + run.shown(script));
            } else {
                computed = computed.with(script.broker().contract().require(script.tr()), script.proves());
            }
        }
        assertTrue(complaints.isEmpty(), () -> String.join("\n", complaints));
        if (UPDATE) {
            Files.createDirectories(LEVELS.getParent());
            Files.writeString(LEVELS, computed.text());
            Files.writeString(README, CoverageTable.update(Files.readString(README), CATALOGUE, computed));
        }
        assertEquals(computed.text(), Files.readString(LEVELS), "levels.txt does not say what passed" + HOW_TO_MEND);
        assertEquals(CoverageTable.render(CATALOGUE, computed).strip(), CoverageTable.sectionOf(Files.readString(README)),
            "the README's coverage table does not say what passed" + HOW_TO_MEND);
    }
}
