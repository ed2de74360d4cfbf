package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The main job as a person runs it. */
class DemoTest {

    @Test
    void playsToTheEndWithEveryAnswerAsItShouldBe() throws IOException {
        var demo = ServerProcess.run("demo");
        assertEquals(0, demo.exitCode(), String.join("\n", demo.output()));
        assertTrue(demo.output().getLast().startsWith("Everything answered as it should"));
        assertTrue(demo.output().stream().anyMatch(line -> line.contains("kill -9")));
    }
}
