package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Machines that have nothing in common but the seed live the same day, to the last event. */
class TwoMachinesTest {
    private static final int INSTRUMENTS = 70;
    private static final long STEP_MS = 1_000;
    private static final long TIMEOUT_S = 300;

    /** One machine: lives a day, from one open to the next, and says what came of it. */
    static final class Machine {
        private Machine() {
        }

        public static void main(String... arguments) {
            var hash = new EventHash();
            var day = new SimulatedDay(hash, INSTRUMENTS, 1, 100);
            day.run(0, SimulatedDay.CONTINUOUS_MS, STEP_MS, at -> { });
            day.core.setSpeed(SimulatedDay.CONTINUOUS_MS, 1, 3_600);
            day.tickTo(SimulatedDay.CONTINUOUS_MS + STEP_MS * 24);
            System.out.println(day.core.stateHash() + " " + hash.value() + " " + hash.events());
        }
    }

    private static Process start(String... flags) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Machine.class.getName()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String said(Process machine) throws IOException, InterruptedException {
        try (var out = machine.getInputStream()) {
            String line = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertTrue(machine.waitFor(TIMEOUT_S, TimeUnit.SECONDS), "still running");
            assertEquals(0, machine.exitValue());
            return line;
        } finally {
            machine.destroyForcibly();
        }
    }

    @Test
    void liveTheSameDay() throws IOException, InterruptedException {
        Process one = start("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=America/New_York", "-XX:+UseSerialGC",
            "-Xmx256m", "-Dfile.encoding=ISO-8859-9");
        Process other = start("-Duser.language=ko", "-Duser.country=KR", "-Duser.timezone=Asia/Seoul", "-XX:+UseZGC",
            "-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders");
        String ofOne = said(one);
        String ofOther = said(other);
        System.out.println("a day of two machines: " + ofOne);
        assertEquals(ofOne, ofOther);
        long events = Long.parseLong(ofOne.substring(ofOne.lastIndexOf(' ') + 1));
        assertTrue(events > 1_000_000, "only " + events + " events");
    }
}
