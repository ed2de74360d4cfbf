package dev.hoga.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineBenchTest {

    @Test
    void answersEveryClientAndLeavesNothingBehind(@TempDir Path parent) throws IOException {
        var printed = new ByteArrayOutputStream();
        new EngineBench(new EngineBenchOptions(parent, true, new int[] {1, 8}, 0),
            new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
        String text = printed.toString(StandardCharsets.UTF_8);
        assertEquals(2, text.split("round trips/s", -1).length - 1, text);
        assertTrue(text.contains("sync on"), text);
        try (Stream<Path> left = Files.list(parent)) {
            assertEquals(0, left.count());
        }
    }
}
