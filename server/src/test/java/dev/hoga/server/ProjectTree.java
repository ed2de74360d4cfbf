package dev.hoga.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's source tree as a test finds it, wherever in it the build runs. */
final class ProjectTree {
    /** The modules whose code ships or is run by hand. */
    static final List<String> MODULES = List.of("catalogue", "core", "participants", "engine", "history", "gateway",
        "gateway-kiwoom", "gateway-kis", "server", "bench");

    private ProjectTree() {
    }

    /** The folder with the README. @throws IllegalStateException where the tests run outside of the tree */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("README.md")) && Files.isDirectory(folder.resolve("catalogue"))) {
                return folder;
            }
        }
        throw new IllegalStateException("run the tests inside of the project's tree");
    }

    /** The Java files of a module that are no tests, sorted. */
    static List<Path> mainFiles(String module) throws IOException {
        return javaFiles(root().resolve(module).resolve("src/main/java"));
    }

    /** The Java files below a folder, sorted; none where the folder is absent. */
    static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
