package dev.hoga.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules of the house that a machine can check: who may know whom, and how a file looks. */
final class HouseRulesTest {
    private static final int MAX_LINES = 500;
    private static final int MAX_COLUMNS = 140;
    private static final String PROJECT = "dev.hoga..";
    private static final List<String> SILENT_MODULES = List.of("core", "participants", "engine", "history", "gateway",
        "gateway-kiwoom", "gateway-kis");
    private static final Pattern BROKER_WORDS = Pattern.compile("\\b(ord_no|stk_cd|ord_uv|CANO|ODNO|rt_cd|return_code)\\b");
    // Put together here, so that this file keeps its own rule.
    private static final Pattern LEFT_OPEN = Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Manager|Helper|Utils?|Impl|Base)");
    private static final Pattern CONSOLE = Pattern.compile("\\bSystem\\.(out|err)\\b");

    private static final JavaClasses CLASSES = importProject();

    private static JavaClasses importProject() {
        // The rules ask for names of other libraries' classes only; reading those libraries would take most of the time.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter().importPaths(ProjectTree.MODULES.stream()
            .map(module -> ProjectTree.root().resolve(module).resolve("target/classes")).filter(Files::isDirectory).toList());
    }

    // -- who may know whom: DESIGN section 1 ---------------------------------------------------------------------------

    @Test
    void catalogueAndCoreKnowNobody() {
        mayUse("dev.hoga.catalogue");
        mayUse("dev.hoga.core");
    }

    @Test
    void participantsKnowOnlyTheCore() {
        mayUse("dev.hoga.participants", "dev.hoga.core");
    }

    @Test
    void engineKnowsOnlyTheCoreAndParticipants() {
        mayUse("dev.hoga.engine", "dev.hoga.core", "dev.hoga.participants", "dev.hoga.engine..");
    }

    @Test
    void historyKnowsOnlyTheCore() {
        mayUse("dev.hoga.history", "dev.hoga.core");
    }

    @Test
    void gatewayKnowsNoBrokerAndNoServer() {
        mayUse("dev.hoga.gateway", "dev.hoga.core", "dev.hoga.engine", "dev.hoga.catalogue", "dev.hoga.history");
    }

    @Test
    void theKiwoomGatewayKnowsNoServer() {
        mayUse("dev.hoga.gateway.kiwoom", "dev.hoga.core", "dev.hoga.engine", "dev.hoga.catalogue", "dev.hoga.gateway",
            "dev.hoga.history");
    }

    @Test
    void theKisGatewayKnowsNoServer() {
        mayUse("dev.hoga.gateway.kis", "dev.hoga.core", "dev.hoga.engine", "dev.hoga.catalogue", "dev.hoga.gateway", "dev.hoga.history");
    }

    @Test
    void onlyTheEngineKnowsTheLog() {
        noClasses().that().resideOutsideOfPackages("dev.hoga.engine..", "dev.hoga.server", "dev.hoga.bench..")
            .should().dependOnClassesThat().resideInAPackage("io.aeron..").check(CLASSES);
    }

    @Test
    void onlyTheGatewayKnowsTheNetwork() {
        noClasses().that().resideOutsideOfPackages("dev.hoga.gateway", "dev.hoga.bench..")
            .should().dependOnClassesThat().resideInAPackage("io.netty..").check(CLASSES);
    }

    @Test
    void onlyTheCatalogueAndTheServerReadYaml() {
        noClasses().that().resideOutsideOfPackages("dev.hoga.catalogue", "dev.hoga.server")
            .should().dependOnClassesThat().resideInAnyPackage("org.yaml..", "com.fasterxml.jackson.dataformat..").check(CLASSES);
    }

    private static void mayUse(String room, String... others) {
        var allowed = new ArrayList<>(List.of(others));
        allowed.add(room);
        assertTrue(CLASSES.stream().anyMatch(found -> found.getPackageName().equals(room)), "no class found in " + room);
        classes().that().resideInAPackage(room)
            .should().onlyDependOnClassesThat(not(resideInAPackage(PROJECT)).or(resideInAnyPackage(allowed.toArray(String[]::new))))
            .check(CLASSES);
    }

    // -- how a file looks ----------------------------------------------------------------------------------------------

    @Test
    void noFileIsLongerThanAPersonReads() throws IOException {
        var found = new ArrayList<String>();
        for (Path file : allMainFiles()) {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() > MAX_LINES) {
                found.add(name(file) + " has " + lines.size() + " lines");
            }
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > MAX_COLUMNS) {
                    found.add(name(file) + ":" + (i + 1) + " has " + lines.get(i).length() + " columns");
                }
            }
        }
        none(found);
    }

    @Test
    void everyPackageSaysWhatItPromises() throws IOException {
        var packages = new TreeSet<Path>();
        allMainFiles().forEach(file -> packages.add(file.getParent()));
        none(packages.stream().filter(folder -> !Files.exists(folder.resolve("package-info.java"))).map(HouseRulesTest::name).toList());
    }

    @Test
    void nothingIsLeftOpenInTheSources() throws IOException {
        var files = new ArrayList<>(allMainFiles());
        for (String module : ProjectTree.MODULES) {
            files.addAll(ProjectTree.javaFiles(ProjectTree.root().resolve(module).resolve("src/test/java")));
        }
        none(linesWith(LEFT_OPEN, files));
    }

    @Test
    void theCoreAndTheEngineSpeakNoBrokersLanguage() throws IOException {
        none(linesWith(BROKER_WORDS, filesOf(List.of("core", "participants", "engine"))));
    }

    @Test
    void onlyProgramsWriteToTheConsole() throws IOException {
        none(linesWith(CONSOLE, filesOf(SILENT_MODULES)));
    }

    @Test
    void classNamesSayWhatTheClassIs() {
        none(CLASSES.stream().filter(found -> EMPTY_NAME.matcher(found.getSimpleName()).matches())
            .map(found -> found.getName()).sorted().toList());
    }

    @Test
    void everyModuleOfTheBuildIsChecked() throws IOException {
        String pom = Files.readString(ProjectTree.root().resolve("pom.xml"));
        List<String> built = Pattern.compile("<module>([^<]+)</module>").matcher(pom).results().map(found -> found.group(1)).toList();
        assertEquals(built, ProjectTree.MODULES);
    }

    private static List<Path> allMainFiles() throws IOException {
        return filesOf(ProjectTree.MODULES);
    }

    private static List<Path> filesOf(List<String> modules) throws IOException {
        var files = new ArrayList<Path>();
        for (String module : modules) {
            files.addAll(ProjectTree.mainFiles(module));
        }
        return files;
    }

    private static List<String> linesWith(Pattern unwanted, List<Path> files) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (unwanted.matcher(lines.get(i)).find()) {
                    found.add(name(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
        return found;
    }

    private static String name(Path file) {
        return ProjectTree.root().relativize(file).toString();
    }

    private static void none(List<String> found) {
        assertTrue(found.isEmpty(), () -> found.size() + " found:\n" + String.join("\n", found));
    }
}
