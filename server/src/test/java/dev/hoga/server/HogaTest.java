package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server inside this process, as a test of a bot would start it. */
class HogaTest {
    @TempDir
    Path folder;

    @Test
    void runsInProcessBesideAnotherAndHoldsItsFolder() throws IOException {
        Path mine = folder.resolve("mine");
        try (var hoga = Hoga.start(HogaConfig.onFolder(mine)); var other = Hoga.start(HogaConfig.onFolder(folder.resolve("other")))) {
            assertNotEquals(hoga.port(), other.port());
            assertTrue(health(hoga).contains("\"ready\""));
            assertTrue(health(other).contains("\"ready\""));
            var inUse = assertThrows(StartFailure.class, () -> Hoga.start(HogaConfig.onFolder(mine)));
            assertTrue(inUse.getMessage().contains("is in use"), inUse.getMessage());
            assertTrue(health(hoga).contains("\"ready\""), "the refused start did no harm");

            // Another process sees both folders held, and leaves their shared memory alone when it removes what is left behind.
            List<String> sharedMemory = sharedMemory();
            assertTrue(sharedMemory.isEmpty() || sharedMemory.size() == 4, "none on a small machine, else two with a lock each");
            var stranger = ServerProcess.run("serve", "--port", "0", "--data", mine.toString());
            assertEquals(1, stranger.exitCode(), stranger.errors().toString());
            ServerProcess.start().close();
            assertEquals(sharedMemory, sharedMemory());
        }
        try (var again = Hoga.start(HogaConfig.onFolder(mine))) {
            assertTrue(health(again).contains("\"ready\""), "the folder was let go");
            assertTrue(again.notices().isEmpty(), "keys are told once");
        }
    }

    /** The engines' folders of this process. */
    private static List<String> sharedMemory() {
        String prefix = "hoga-" + ProcessHandle.current().pid() + "-";
        return Stream.ofNullable(Path.of("/dev/shm").toFile().list((dir, name) -> name.startsWith(prefix)))
            .flatMap(Arrays::stream).sorted().toList();
    }

    private static String health(Hoga hoga) throws IOException {
        try (var wire = WireClient.toPort(hoga.port())) {
            return wire.send("GET", "/control/health", Map.of(), new byte[0]).text();
        }
    }

    @Test
    void refusesAFolderWhoseKeysFileIsDamagedAndSaysHowToMendIt() throws IOException {
        Files.writeString(folder.resolve("demo-keys.json"), "{\"accounts\":[{\"accountNumber\":");
        var damaged = assertThrows(StartFailure.class, () -> Hoga.start(HogaConfig.onFolder(folder)));
        assertTrue(damaged.getMessage().contains("remove it to have new keys made"), damaged.getMessage());
        Files.delete(folder.resolve("demo-keys.json"));
        try (var hoga = Hoga.start(HogaConfig.onFolder(folder))) {
            assertEquals(3, hoga.notices().size(), "one line and the keys of two accounts");
        }
    }
}
