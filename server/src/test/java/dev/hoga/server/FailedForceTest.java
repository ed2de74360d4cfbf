package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.engine.FailStop;
import dev.hoga.server.OrderJournal.Acknowledged;
import dev.hoga.server.OrderJournal.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A write that fails stops the process at once: nothing is acknowledged after it, nothing acknowledged before it is lost. */
class FailedForceTest {
    private static final int GOOD_FORCES = 20;
    private static final int CONNECTIONS = 8;
    private static final int TMPFS_MB = 96;
    private static final int LEFT_KB = 512;
    private static final long SEED = 11;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void stopsAtTheFirstFailedForceAndAcknowledgesNothingAfterIt() throws IOException {
        Shell.skipWhere("a forced write that fails", Strace.whyNot());
        try (var server = ServerProcess.start("--limits", "off")) {
            OrderCrowd crowd = OrderCrowd.open(server, 1, SEED);
            OrderBot bot = crowd.bots().getFirst();
            // Only one force fails. The kernel has dropped the error then: the next would succeed and mean nothing.
            try (var _ = Strace.attach(server.pid(), "-e", "trace=fdatasync",
                "-e", "inject=fdatasync:error=EIO:when=" + (GOOD_FORCES + 1))) {
                OrderJournal.Answer last = bot.step();
                while (!(last instanceof Unknown)) {
                    last = bot.step();
                }
                stoppedClearly(server, "Input/output error");
            }
            int acknowledged = bot.journal().acknowledged().size();
            // One after the other, each needs a force of its own.
            assertTrue(acknowledged > 0 && acknowledged <= GOOD_FORCES, () -> acknowledged + " acknowledged with " + GOOD_FORCES + " forces");

            goesOn(server, crowd);
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void stopsWhereASnapshotCannotBeForced() throws IOException {
        Shell.skipWhere("a snapshot that cannot be forced", Strace.whyNot());
        try (var server = ServerProcess.start("--limits", "off")) {
            OrderCrowd crowd = OrderCrowd.open(server, 1, SEED);
            for (int i = 0; i < GOOD_FORCES; i++) {
                crowd.bots().getFirst().step();
            }
            var hash = server.stateHash();
            try (var _ = Strace.attach(server.pid(), "-e", "trace=" + Strace.FORCED_WRITES,
                "-e", "inject=" + Strace.FORCED_WRITES + ":error=EIO:when=1+")) {
                try {
                    WireAnswer answer = server.control().post("/snapshot", Map.of());
                    assertTrue(answer.status() >= 500, () -> "a snapshot that was not forced was answered: " + answer);
                } catch (IOException expected) {
                    assertTrue(expected.getMessage() != null || !server.child().alive(), expected::toString);
                }
                stoppedClearly(server, "Input/output error");
            }
            server.restart();
            assertEquals(hash, server.stateHash());
            crowd.reconnect(server);
            goesOn(server, crowd);
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void stopsWhereTheDiskIsFullAndGoesOnWhenThereIsRoom() throws IOException {
        Shell.skipWhere("a full disk", Shell.whyNot("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/tmp"));
        Path mountPoint = Files.createTempDirectory("hoga-full-");
        try (var shell = Shell.ofUser()) {
            shell.run("mount -t tmpfs -o size=" + TMPFS_MB + "m tmpfs " + mountPoint);
            Path data = mountPoint.resolve("data");
            shell.run("mkdir " + data);
            shell.show(data);
            try (var server = ServerProcess.startOn(data, shell.prefix(), "--limits", "off")) {
                OrderCrowd crowd = OrderCrowd.open(server, CONNECTIONS, SEED);
                Path filler = mountPoint.resolve("filler");
                shell.run("free=$(df -k --output=avail " + mountPoint + " | tail -1); head -c $(( (free - " + LEFT_KB + ") * 1024 )) /dev/zero > " + filler);
                crowd.run();
                stoppedClearly(server, "No space left on device");
                crowd.awaitEnd();
                assertTrue(crowd.acknowledged() > 0);

                Throwable refused = assertThrows(IOException.class, server::restart);
                System.out.println("a start on a full disk says: " + refused.getMessage());
                shell.run("rm " + filler);
                goesOn(server, crowd);
            }
        } finally {
            Folders.delete(mountPoint);
        }
    }

    private static void stoppedClearly(ServerProcess server, String cause) {
        assertEquals(FailStop.EXIT_STATUS, server.child().awaitExit());
        System.out.println("said at the stop: " + server.child().errorLines().getLast());
        assertTrue(server.child().errorLines().stream().anyMatch(line -> line.startsWith("hoga: stopped, because") && line.contains(cause)),
            () -> "no clear line: " + server.child().errorLines());
    }

    /** Starts again without a hand; everything acknowledged is there, and orders are taken. */
    private static void goesOn(ServerProcess server, OrderCrowd crowd) throws IOException {
        if (!server.child().alive()) {
            server.restart();
        }
        crowd.reconnect(server);
        OrderBot bot = crowd.bots().getFirst();
        for (OrderJournal.Answer answer = bot.step(); !(answer instanceof Acknowledged); answer = bot.step()) {
            assertInstanceOf(OrderJournal.Refused.class, answer);
        }
        server.kill();
        try (var folder = FolderCopy.of(server.data())) {
            JournalAudit.check(crowd.journals(), folder.read(), OrderCrowd.opened());
        }
    }
}
