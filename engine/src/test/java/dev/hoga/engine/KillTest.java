package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int CYCLES = 3;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 300;

    @TempDir
    Path folder;

    @Test
    void losesNoAcknowledgedOrderWhenItsProcessIsKilled() throws Exception {
        var acknowledged = new ArrayList<Integer>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            acknowledged.addAll(runAndKill());
            StateHash hash = checkAfterStart(acknowledged);
            assertEquals(hash, checkAfterStart(acknowledged), "and again the same");
        }
    }

    private StateHash checkAfterStart(List<Integer> acknowledged) {
        try (var engine = AeronEngine.start(EngineConfig.of(folder).build())) {
            int account = Outcome.await(engine.read(view -> view.accountId(Fixture.ACCOUNT_NUMBER)));
            for (int i = 1; i < acknowledged.size(); i++) {
                assertTrue(acknowledged.get(i - 1) < acknowledged.get(i), "numbers go on over the kill");
            }
            for (int number : acknowledged) {
                int owner = Outcome.await(engine.read(view -> view.orderExists(number) ? view.orderAccount(number) : -1));
                assertEquals(account, owner, "order " + number + " was acknowledged");
            }
            return Outcome.await(engine.stateHash());
        }
    }

    private List<Integer> runAndKill() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KilledEngine.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var acknowledged = new ArrayList<Integer>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.endsWith(KilledEngine.END_OF_LINE)) {
                    break;
                }
                acknowledged.add(Integer.parseInt(line.substring(0, line.length() - 1)));
                if (acknowledged.size() == ACKNOWLEDGED_BEFORE_THE_KILL) {
                    // By its handle, because the process itself would close our end of its output.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertTrue(acknowledged.size() >= ACKNOWLEDGED_BEFORE_THE_KILL, "it died by itself");
        return acknowledged;
    }
}
