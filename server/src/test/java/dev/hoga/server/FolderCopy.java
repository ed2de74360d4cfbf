package dev.hoga.server;

import dev.hoga.engine.AeronEngine;
import dev.hoga.engine.EngineConfig;
import dev.hoga.engine.StateHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A copy of a data folder that no process uses, to be looked into; deleted when closed. */
final class FolderCopy implements AutoCloseable {
    private static final long START_TIMEOUT_MS = 30_000;

    private final Path path;

    private FolderCopy(Path path) {
        this.path = path;
    }

    static FolderCopy of(Path data) throws IOException {
        Path copy = Files.createTempDirectory("hoga-copy-");
        try {
            copy(data, copy);
        } catch (IOException e) {
            Folders.delete(copy);
            throw e;
        }
        return new FolderCopy(copy);
    }

    Path path() {
        return path;
    }

    /** Lets an engine of its own recover the copy and reads all of it. */
    Witness read() {
        try (var folder = DataFolder.take(path);
            var engine = AeronEngine.start(config(folder.epochFolder()))) {
            StateHash hash = Answers.await(engine.stateHash(), Answers.COMMAND_TIMEOUT_MS);
            return Answers.await(engine.read(view -> Witness.read(view, hash)), Answers.COMMAND_TIMEOUT_MS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EngineConfig config(Path epoch) {
        return EngineConfig.of(epoch).sync(false).startTimeoutMs(START_TIMEOUT_MS).failStop((what, why) -> { }).build();
    }

    @Override
    public void close() throws IOException {
        Folders.delete(path);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
