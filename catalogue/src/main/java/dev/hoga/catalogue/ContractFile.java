package dev.hoga.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One YAML file of the contract. Build time only.
 *
 * @param broker whose
 * @param path   below the broker's folder, with {@code /}, for example {@code domestic/order/kt10000.yaml}
 * @param root   its content
 */
record ContractFile(Broker broker, String path, JsonNode root) {

    private static final String SUFFIX = ".yaml";
    private static final ObjectMapper YAML =
        new ObjectMapper(YAMLFactory.builder().build().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true));

    /** Every file of a broker, in the order of their paths; throws {@link ContractException} for a file that is not YAML. */
    static List<ContractFile> readAll(final Path contract, final Broker broker) throws IOException {
        final Path folder = contract.resolve(broker.folder());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                .map(file -> read(broker, folder.relativize(file).toString().replace('\\', '/'), file))
                .sorted((a, b) -> a.path.compareTo(b.path))
                .toList();
        }
    }

    private static ContractFile read(final Broker broker, final String path, final Path file) {
        try {
            return parse(broker, path, Files.readString(file));
        } catch (final IOException e) {
            throw new ContractException(List.of(broker.folder() + '/' + path + ": cannot be read: " + e.getMessage()));
        }
    }

    static ContractFile parse(final Broker broker, final String path, final String yaml) {
        try {
            return new ContractFile(broker, path, YAML.readTree(yaml));
        } catch (final IOException e) {
            throw new ContractException(List.of(broker.folder() + '/' + path + ": is not YAML: " + e.getMessage()));
        }
    }

    /** The file's name in messages. */
    String label() {
        return broker.folder() + '/' + path;
    }

    /** File name without folder and suffix. */
    String stem() {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - SUFFIX.length());
    }

    /** Folder below the broker's; empty for the files beside it. */
    String group() {
        final int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** True for a file that describes a TR or what several TRs share, false for tables and conventions. */
    boolean describesTr() {
        return path.contains("/");
    }

    /** True for what several TRs share. */
    boolean shared() {
        return stem().startsWith("_");
    }

    /** The TR's {@link TrSpec#key()}. */
    String key() {
        return broker == Broker.KIWOOM && !shared() ? root.path("id").asText() : path.substring(0, path.length() - SUFFIX.length());
    }
}
