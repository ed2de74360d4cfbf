package dev.hoga.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks every contract file and writes the compact resource that {@link Catalogue#load()} reads. Runs in the build; the only part of the
 * module, with
 * what it calls, that needs YAML.
 */
public final class CatalogueCompiler {

    private static final Map<String, Integer> EXPECTED_COUNTS = Map.of(
        "kiwoom domestic", 209, "kiwoom us", 129, "kis rest", 279, "kis websocket", 63,
        "kiwoom errors", 37, "kiwoom rejections", 29, "kis errors", 158, "kiwoom realtime fields", 401);

    private final Map<Broker, List<ContractFile>> files = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private CatalogueCompiler(final Path contract) throws IOException {
        for (final Broker broker : Broker.values()) {
            files.put(broker, ContractFile.readAll(contract, broker));
        }
    }

    /**
     * {@code args[0]} is the folder with {@code kiwoom} and {@code kis}, {@code args[1]} the class folder to write below.
     *
     * @throws ContractException when a file breaks the schema; the message names files and fields
     */
    public static void main(final String[] args) throws IOException {
        final Path resource = Path.of(args[1], "dev", "hoga", "catalogue", Catalogue.RESOURCE);
        Files.createDirectories(resource.getParent());
        Files.write(resource, compile(Path.of(args[0])));
    }

    /** The compiled resource of a contract folder; throws {@link ContractException} when a file breaks the schema. */
    static byte[] compile(final Path contract) throws IOException {
        final CatalogueCompiler compiler = new CatalogueCompiler(contract);
        compiler.check();
        if (!compiler.problems.isEmpty()) {
            throw new ContractException(compiler.problems);
        }
        return compiler.write();
    }

    private void check() {
        for (final Broker broker : Broker.values()) {
            final Conventions conventions = Conventions.of(files.get(broker));
            for (final ContractFile file : files.get(broker)) {
                if (file.describesTr()) {
                    new Schema(file, conventions, problems).checkTr();
                    count(file);
                }
            }
            unique(broker);
        }
        new ContractTables(files, problems, counts).check();
        EXPECTED_COUNTS.forEach((what, expected) -> {
            if (!expected.equals(counts.getOrDefault(what, 0))) {
                problems.add("expected " + expected + " " + what + ", found " + counts.getOrDefault(what, 0));
            }
        });
    }

    private void count(final ContractFile file) {
        if (file.shared()) {
            return;
        }
        final String area = file.path().substring(0, file.path().indexOf('/'));
        final String what = file.broker() == Broker.KIS
            ? "kis " + file.root().path("transport").asText()
            : "kiwoom " + (area.equals("us") ? "us" : "domestic");
        counts.merge(what, 1, Integer::sum);
    }

    /** Operation names, keys and TR ids are unique per broker, and so is KIS's URL with its method. */
    private void unique(final Broker broker) {
        final Map<String, String> seen = new HashMap<>();
        for (final ContractFile file : files.get(broker)) {
            if (!file.describesTr()) {
                continue;
            }
            final JsonNode root = file.root();
            once(seen, "name " + root.path("name").asText(), file);
            once(seen, "id " + file.key(), file);
            if (broker == Broker.KIS) {
                once(seen, "path " + root.path("method").asText() + ' ' + root.path("path").asText(), file);
            }
            for (final JsonNode variant : root.path("variants")) {
                final Set<String> ids = new TreeSet<>();
                ids.add(variant.path("tr").asText());
                ids.add(variant.path("mock").asText());
                variant.path("was").forEach(was -> ids.add(was.asText()));
                ids.remove("");
                ids.forEach(id -> once(seen, "tr " + id, file));
            }
        }
    }

    private void once(final Map<String, String> seen, final String what, final ContractFile file) {
        final String before = seen.put(what, file.label());
        if (before != null) {
            problems.add(file.label() + ": " + what + " stands in " + before + " too");
        }
    }

    private byte[] write() throws IOException {
        final CatalogueWriter writer = new CatalogueWriter();
        for (final Broker broker : Broker.values()) {
            final ContractMapper mapper = new ContractMapper(files.get(broker));
            final List<TrSpec> specs = files.get(broker).stream().filter(ContractFile::describesTr).map(mapper::tr).toList();
            final ErrorTable errors = broker == Broker.KIS
                ? mapper.kisErrors(table(broker, "errors.yaml"))
                : mapper.kiwoomErrors(table(broker, "errors.yaml"), table(broker, "rejections.yaml"));
            writer.add(specs, errors);
        }
        return writer.toByteArray();
    }

    private JsonNode table(final Broker broker, final String path) {
        return ContractTables.find(files.get(broker), path).root();
    }
}
