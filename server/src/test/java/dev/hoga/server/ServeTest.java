package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts and stops of real processes. */
class ServeTest {
    @TempDir
    Path folder;

    private static Instant marketTime(ServerProcess server) throws IOException {
        return ZonedDateTime.parse(server.control().get("/clock").field("marketTime")).toInstant();
    }

    @Test
    void saysOneReadyLineAndStopsInOrderOnSigterm() throws IOException {
        try (var server = ServerProcess.start("--clock", "2026-11-20T10:00:00+09:00")) {
            assertEquals(List.of("READY http://127.0.0.1:" + server.port() + " control-token-file="
                + server.data().resolve("control.token")), server.child().outputLines());
            for (String secret : List.of("control.token", "demo-keys.json")) {
                assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(server.data().resolve(secret))));
            }
            assertEquals(0, server.terminate());
            assertTrue(server.child().errorLines().stream().anyMatch(line -> line.contains("\"accountNumber\":\"5000000101\"")));
        }
    }

    @Test
    void marketTimeRunsUpToAnOrderlyStop() throws IOException {
        try (var server = ServerProcess.start("--clock", "open")) {
            server.control().post("/clock", Map.of("speed", 3_600));
            Instant seen = marketTime(server);
            Instant later = marketTime(server);
            while (!later.isAfter(seen.plusSeconds(60))) {
                later = marketTime(server);
            }
            assertEquals(0, server.terminate());
            var refused = ServerProcess.run("serve", "--port", "0", "--data", server.data().toString(),
                "--clock", seen.plusSeconds(60).toString());
            assertEquals(1, refused.exitCode(), "a minute that was seen before the stop is behind the folder's time");
        }
    }

    @Test
    void keepsEverythingOverAnOrderlyStopAndOverAKill() throws IOException {
        try (var server = ServerProcess.start()) {
            server.openAccount("alice", 10_000_000);
            server.control().post("/orders", Map.of("code", "005930", "side", "SELL", "price", 260_000, "quantity", 10));
            server.control().post("/clock", Map.of("frozen", true));
            Instant stoppedAt = marketTime(server);
            String accounts = server.control().get("/accounts").text();
            Object hash = server.stateHash().get("hash");
            String token = server.child().controlToken();

            assertEquals(0, server.terminate());
            server.restart();
            assertEquals(hash, server.stateHash().get("hash"));
            assertEquals(accounts, server.control().get("/accounts").text());
            assertEquals(stoppedAt, marketTime(server), "downtime does not count");
            assertEquals(token, server.child().controlToken());
            assertFalse(server.child().errorLines().stream().anyMatch(line -> line.contains("secretkey")), "keys are printed once");

            server.kill();
            server.restart();
            assertEquals(hash, server.stateHash().get("hash"));
            assertEquals(stoppedAt, marketTime(server));
        }
    }

    @Test
    void movesTheFoldersClockForwardOnly() throws IOException {
        try (var server = ServerProcess.start()) {
            server.control().post("/clock", Map.of("frozen", true));
            server.control().post("/clock", Map.of("set", "2027-03-02T11:00:00+09:00"));
            assertEquals(0, server.terminate());

            var refused = ServerProcess.run("serve", "--port", "0", "--data", server.data().toString(), "--clock", "now");
            assertEquals(1, refused.exitCode());
            assertEquals(List.of(), refused.output());
            assertTrue(refused.errors().getLast().contains("the folder's time is 2027-03-02T11:00:00.000+09:00 and never goes back"),
                refused.errors().toString());

            server.restart("--clock", "2027-03-02T11:30:00+09:00", "--speed", "7");
            assertEquals(Instant.parse("2027-03-02T02:30:00Z"), marketTime(server));
            assertEquals(7, server.control().get("/clock").number("speed"));
        }
    }

    @Test
    void saysPlainlyThatAFolderOrAPortIsInUse() throws IOException {
        try (var server = ServerProcess.start(); var port = new ServerSocket(0)) {
            var second = ServerProcess.run("serve", "--port", "0", "--data", server.data().toString());
            assertEquals(1, second.exitCode());
            assertEquals(List.of("hoga: the data folder " + server.data()
                + " is in use by another Hoga; stop it or name another --data"), second.errors());

            var taken = ServerProcess.run("serve", "--port", Integer.toString(port.getLocalPort()), "--data", folder.toString());
            assertEquals(1, taken.exitCode());
            assertEquals(List.of(), taken.output());
            assertTrue(taken.errors().getLast().startsWith("hoga: cannot listen on 127.0.0.1:" + port.getLocalPort()),
                taken.errors().toString());
        }
    }

    @Test
    void beginsANewEpochOnlyWhereAllowed() throws IOException {
        try (var server = ServerProcess.start("--allow-reset")) {
            String keys = Files.readString(server.data().resolve("demo-keys.json"));
            server.openAccount("alice", 10_000_000);
            assertEquals(200, server.control().post("/reset", Map.of()).status());
            assertEquals(2, server.control().get("/accounts").rows("accounts").size());
            assertEquals(keys, Files.readString(server.data().resolve("demo-keys.json")), "the demo accounts keep their keys");
            assertTrue(Files.exists(server.data().resolve("epoch-2")));
            assertFalse(Files.exists(server.data().resolve("epoch-1")));
            server.kill();
            server.restart();
            assertEquals(2, server.control().get("/accounts").rows("accounts").size());
        }
    }

    @Test
    void refusesWhatIsNotBuiltAndWhatMakesNoSense() throws IOException {
        assertEquals("hoga: --participants is on or off, not 'maybe' (see hoga serve --help)", complaint("--participants", "maybe"));
        assertEquals("hoga: --intensity is 1 to 1000, not 0 (see hoga serve --help)", complaint("--intensity", "0"));
        assertEquals("hoga: --kis-layout is 2023, 2025 or 2026, not '2024' (see hoga serve --help)",
            complaint("--kis-layout", "2024"));
        assertEquals("hoga: --port is 0 to 65535, not 70000 (see hoga serve --help)", complaint("--port", "70000"));
        assertEquals("hoga: --sync is on or off, not 'maybe' (see hoga serve --help)", complaint("--sync", "maybe"));
        assertTrue(complaint("--clock", "noon").startsWith("hoga: --clock is open, now or a time: 'noon' is no time"));
        assertTrue(complaint("--universe", "x.csv").startsWith("hoga: --universe: cannot read x.csv"));
        assertTrue(complaint("--bogus").contains("--bogus"));
        assertTrue(complaint("--accounts", folder.resolve("none.yaml").toString()).contains("cannot read"));
        assertEquals(List.of(), List.of(folder.toFile().list()), "no folder was touched");
    }

    private String complaint(String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("serve", "--data", folder.resolve("data").toString()));
        arguments.addAll(List.of(options));
        var ended = ServerProcess.run(arguments.toArray(String[]::new));
        assertEquals(2, ended.exitCode());
        assertEquals(List.of(), ended.output());
        assertEquals(1, ended.errors().size(), ended.errors().toString());
        return ended.errors().getFirst();
    }

    @Test
    void tellsItsVersionAndItsOptions() throws IOException {
        var version = ServerProcess.run("--version");
        assertEquals(0, version.exitCode());
        assertTrue(version.output().getFirst().startsWith("hoga "));
        assertTrue(String.join(" ", ServerProcess.run("--help").output()).contains("the KIS Open API"));
        var help = ServerProcess.run("serve", "--help");
        assertEquals(0, help.exitCode());
        for (String option : List.of("--port", "--bind", "--data", "--accounts", "--clock", "--speed", "--seed", "--participants", "--intensity",
            "--limits", "--token-interval", "--profile", "--strict", "--kis-layout", "--universe", "--sync", "--allow-reset")) {
            assertTrue(String.join("\n", help.output()).contains(option), option);
        }
    }
}
