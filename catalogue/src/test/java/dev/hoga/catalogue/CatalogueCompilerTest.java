package dev.hoga.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCompilerTest {

    private static final Path CONTRACT = Path.of("src/main/contract");
    private static final String ORDER = """
        id: kt19999
        name: tryOrder
        title: {ko: 주문, en: Order}
        transport: rest
        method: POST
        path: /api/dostk/ordr
        mock: true
        paging: none
        request:
          - {name: stk_cd, as: stockCode, ko: 종목코드, required: true, length: 12}
          - {name: ord_qty, as: quantity, ko: 주문수량, required: true, length: 12, unit: share}
        response:
          - {name: ord_no, as: orderNumber, ko: 주문번호, length: 7, format: "chars:7"}
        """;

    @TempDir
    private Path folder;

    @Test
    void compilesTheSameBytesAgain() throws IOException {
        try (InputStream shipped = Catalogue.class.getResourceAsStream(Catalogue.RESOURCE)) {
            assertArrayEquals(shipped.readAllBytes(), CatalogueCompiler.compile(CONTRACT));
        }
    }

    @Test
    void readsBackWhatItMappedFromEveryFile() throws IOException {
        for (final Broker broker : Broker.values()) {
            final List<ContractFile> files = ContractFile.readAll(CONTRACT, broker);
            final ContractMapper mapper = new ContractMapper(files);
            for (final ContractFile file : files) {
                if (file.describesTr()) {
                    final TrSpec mapped = mapper.tr(file);
                    assertEquals(mapped, Samples.CATALOGUE.of(broker).require(mapped.key()));
                }
            }
        }
    }

    @Test
    void acceptsAGoodFile() {
        assertEquals(List.of(), problems(ORDER));
    }

    @Test
    void namesFileAndFieldOfWhatIsWrong() {
        assertProblem("request/ord_qty/unit: no such unit: shares", ORDER.replace("unit: share", "unit: shares"));
        assertProblem("response/ord_no/format: format word not in _conventions.yaml: charz:7", ORDER.replace("chars:7", "charz:7"));
        assertProblem("response/ord_no/format: no width for format chars", ORDER.replace("\"chars:7\"", "\"chars:0\""));
        assertProblem("request/ord_qty: accessor stands twice: stockCode", ORDER.replace("as: quantity", "as: stockCode"));
        assertProblem("request/stk_cd: name stands twice", ORDER.replace("name: ord_qty", "name: stk_cd"));
        assertProblem("request/stk_cd: unknown key lenght", ORDER.replace("length: 12}", "lenght: 12}"));
        assertProblem("request/ord_qty: key length stands behind unit",
            ORDER.replace("length: 12, unit: share", "unit: share, length: 12"));
        assertProblem("request/stk_cd/required: is true or left out",
            ORDER.replace("required: true, length: 12}", "required: no, length: 12}"));
        assertProblem("request/stk_cd/length: is not a number above 0", ORDER.replace("length: 12}", "length: none}"));
        assertProblem("request/stk_cd/as: \"Stock code\" is not lowerCamel", ORDER.replace("as: stockCode", "as: Stock code"));
        assertProblem("request/ord_qty/codes: is not a map from code to meaning", ORDER.replace("unit: share", "codes: [KRX, NXT]"));
        assertProblem("request/ord_qty/codes/1: is not a text (quote it)", ORDER.replace("unit: share", "codes: {\"1\": 5}"));
        assertProblem("request/ord_qty/type: no such type: map", ORDER.replace("unit: share", "type: map"));
        assertProblem("id: kt18888 does not fit the file's name", ORDER.replace("id: kt19999", "id: kt18888"));
        assertProblem("transport: \"http\" is none of [rest, websocket]", ORDER.replace("transport: rest", "transport: http"));
        assertProblem("method: \"PUT\" is none of [GET, POST]", ORDER.replace("method: POST", "method: PUT"));
        assertProblem("mock: \"maybe\" is none of [false, true, unknown]", ORDER.replace("mock: true", "mock: maybe"));
        assertProblem("paging: \"\" is none of [body, header, none]", ORDER.replace("paging: none\n", ""));
        assertProblem("key name is missing", ORDER.replace("name: tryOrder\n", ""));
        assertProblem("key name stands behind title",
            ORDER.replace("name: tryOrder\n", "").replace("transport:", "name: tryOrder\ntransport:"));
        assertProblem("variants: only KIS TRs have them", ORDER.replace("request:", "variants:\n  - {tr: A}\nrequest:"));
        assertProblem("title: key en is missing", ORDER.replace(", en: Order", ""));
    }

    @Test
    void refusesAFileThatIsNotYamlOrSaysAKeyTwice() {
        assertThrows(ContractException.class, () -> problems("id: [1"));
        assertThrows(ContractException.class, () -> problems(ORDER + "id: kt19999\n"));
    }

    @Test
    void failsForAMissingFileAndForTwoTrsOfOneName() throws IOException {
        copyContract();
        final Path order = folder.resolve("kiwoom/domestic/order");
        Files.delete(order.resolve("kt10003.yaml"));
        change("kiwoom/domestic/order/kt10001.yaml", "name: sellStock", "name: buyStock");
        change("kis/realtime-layouts.yaml", "[BSTP_CLS_CODE, BSOP_HOUR, PRPR_NMIX", "[BSTP_CLS_CODE, PRPR_NMIX, BSOP_HOUR");
        change("kiwoom/errors.yaml", "{code: \"1501\"", "{number: \"1501\"");
        change("kiwoom/realtime-fields.yaml", "as: currentPrice", "as: price");
        final String message = assertThrows(ContractException.class, () -> CatalogueCompiler.compile(folder)).getMessage();
        assertTrue(message.contains("expected 209 kiwoom domestic, found 208"), message);
        assertTrue(message.contains("name buyStock stands in kiwoom/domestic/order/kt10000.yaml too"), message);
        assertTrue(message.contains("kis/realtime-layouts.yaml: H0UPANC0: newest layout and response"), message);
        assertTrue(message.contains("kiwoom/errors.yaml: rest[1501]: unknown key number"), message);
        assertTrue(message.contains("kiwoom/errors.yaml: rest[1501]: key code is missing"), message);
        assertTrue(message.contains("kiwoom/realtime-fields.yaml: 10: price is currentPrice in 0B"), message);
    }

    private void change(final String file, final String from, final String to) throws IOException {
        final String text = Files.readString(folder.resolve(file));
        final int at = text.indexOf(from);
        assertTrue(at >= 0, file);
        Files.writeString(folder.resolve(file), text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** The server ships without YAML: everything of the run-time path must load and work with nothing but jackson-core. */
    @Test
    void worksWithoutYamlOnTheClassPath() throws ReflectiveOperationException, IOException {
        final List<URL> urls = new ArrayList<>();
        final String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (final String entry : classPath.split(File.pathSeparator)) {
            if (entry.endsWith("classes") && !entry.endsWith("test-classes") || entry.contains("jackson-core")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader bare = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            assertThrows(ClassNotFoundException.class, () -> bare.loadClass("com.fasterxml.jackson.databind.JsonNode"));
            assertTrue(allRendered(bare) > 0);
        }
    }

    private static int allRendered(final ClassLoader bare) throws ReflectiveOperationException {
        final Class<?> catalogueClass = bare.loadClass("dev.hoga.catalogue.Catalogue");
        final Object catalogue = catalogueClass.getMethod("load").invoke(null);
        final Object levels = bare.loadClass("dev.hoga.catalogue.Levels").getMethod("load").invoke(null);
        assertFalse(catalogueClass.equals(Catalogue.class));
        try {
            return ((String) bare.loadClass("dev.hoga.catalogue.CoverageTable").getMethod("render", catalogueClass, levels.getClass())
                .invoke(null, catalogue, levels)).length();
        } catch (final InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private void copyContract() throws IOException {
        try (Stream<Path> files = Files.walk(CONTRACT)) {
            for (final Path file : files.toList()) {
                final Path copy = folder.resolve(CONTRACT.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void assertProblem(final String expected, final String yaml) {
        final List<String> problems = problems(yaml);
        final String line = "kiwoom/domestic/order/kt19999.yaml: " + expected;
        assertTrue(problems.stream().anyMatch(problem -> problem.startsWith(line)), () -> line + " is not in " + problems);
    }

    private static List<String> problems(final String yaml) {
        try {
            final List<String> problems = new ArrayList<>();
            final ContractFile file = ContractFile.parse(Broker.KIWOOM, "domestic/order/kt19999.yaml", yaml);
            final String conventions = Files.readString(CONTRACT.resolve("kiwoom/_conventions.yaml"));
            new Schema(file, new Conventions(ContractFile.parse(Broker.KIWOOM, "_conventions.yaml", conventions)), problems).checkTr();
            return problems;
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }
}
