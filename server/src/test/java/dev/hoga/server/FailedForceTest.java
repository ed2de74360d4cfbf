package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
    private static final int GOOD_CALLS = 20;
    private static final int CONNECTIONS = 8;
    private static final int DISK_MB = 256;
    private static final int LEFT_MB = 32;
    private static final String UNREACHABLE = "-994";
    private static final long SEED = 11;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void stopsAtTheFirstFailedForceAndAcknowledgesNothingAfterIt() throws IOException {
        acknowledgesNothingAfter("fdatasync", "EIO", "Input/output error");
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void stopsAtTheFirstWriteThatFindsNoRoomAndAcknowledgesNothingAfterIt() throws IOException {
        acknowledgesNothingAfter("pwrite64", "ENOSPC", "No space left on device");
    }

    private static void acknowledgesNothingAfter(String call, String error, String message) throws IOException {
        Shell.skipWhere(call + " that fails", Strace.whyNot());
        try (var server = ServerProcess.start("--limits", "off")) {
            OrderCrowd crowd = OrderCrowd.open(server, 1, SEED);
            OrderBot bot = crowd.bots().getFirst();
            // Only one call fails. The kernel has dropped the error then: the next would succeed and mean nothing.
            try (var _ = Strace.attach(server.pid(), "-e", "trace=" + call,
                "-e", "inject=" + call + ":error=" + error + ":when=" + (GOOD_CALLS + 1))) {
                stepUntil(bot, Unknown.class);
                stoppedClearly(server, message);
            }
            int acknowledged = bot.journal().acknowledged().size();
            // One after the other, each needs a write and a force of its own.
            assertTrue(acknowledged > 0 && acknowledged <= GOOD_CALLS, () -> acknowledged + " acknowledged with " + GOOD_CALLS + " calls");
            goesOn(server, crowd, server.data());
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void stopsWhereASnapshotCannotBeForced() throws IOException {
        Shell.skipWhere("a snapshot that cannot be forced", Strace.whyNot());
        try (var server = ServerProcess.start("--limits", "off")) {
            OrderCrowd crowd = OrderCrowd.open(server, 1, SEED);
            for (int i = 0; i < GOOD_CALLS; i++) {
                crowd.bots().getFirst().step();
            }
            var hash = server.stateHash();
            try (var _ = Strace.attach(server.pid(), "-e", "trace=" + Strace.FORCED_WRITES,
                "-e", "inject=" + Strace.FORCED_WRITES + ":error=EIO:when=1+")) {
                assertFalse(snapshotIsAnswered(server));
                stoppedClearly(server, "Input/output error");
            }
            server.restart();
            assertEquals(hash, server.stateHash());
            crowd.reconnect(server);
            goesOn(server, crowd, server.data());
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void refusesCommandsOnAFullDiskAndTakesThemAgainWhenThereIsRoom() throws IOException {
        Shell.skipWhere("a full disk", Shell.whyNot("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/tmp"));
        Path mountPoint = Files.createTempDirectory("hoga-full-");
        try (var shell = Shell.ofUser()) {
            shell.run("mount -t tmpfs -o size=" + DISK_MB + "m tmpfs " + mountPoint);
            Path data = mountPoint.resolve("data");
            shell.run("mkdir " + data);
            shell.show(data);
            try (var server = ServerProcess.startOn(data, shell.prefix(), "--limits", "off")) {
                OrderCrowd crowd = OrderCrowd.open(server, CONNECTIONS, SEED);
                OrderBot bot = crowd.bots().getFirst();
                stepUntil(bot, Acknowledged.class);
                crowd.run();
                shell.run("fallocate -l " + (DISK_MB - LEFT_MB) + "M " + mountPoint.resolve("filler"));
                OrderCrowd.await("refusals of all", () -> crowd.bots().stream().allMatch(it -> refused(it.journal())));
                crowd.stop();
                assertEquals(0, bot.client().openOrders().returnCode(), "reads go on");

                server.kill();
                server.restart();
                crowd.reconnect(server);
                OrderCrowd.await("a refusal after a restart", () -> bot.step() instanceof OrderJournal.Refused && refused(bot.journal()));
                assertEquals(0, bot.client().openOrders().returnCode(), "reads go on");

                shell.run("rm " + mountPoint.resolve("filler"));
                goesOn(server, crowd, shell.seen(data));
            }
        } finally {
            Folders.delete(mountPoint);
        }
    }

    private static boolean snapshotIsAnswered(ServerProcess server) {
        try {
            return server.control().post("/snapshot", Map.of()).status() == 200;
        } catch (IOException cut) {
            return false;
        }
    }

    private static boolean refused(OrderJournal journal) {
        return journal.entries().reversed().stream().limit(2).anyMatch(
            entry -> entry.answer() instanceof OrderJournal.Refused(String message) && message.contains(UNREACHABLE));
    }

    private static void stoppedClearly(ServerProcess server, String cause) {
        assertEquals(FailStop.EXIT_STATUS, server.child().awaitExit());
        System.out.println("said at the stop: " + server.child().errorLines().getLast());
        assertTrue(server.child().errorLines().stream().anyMatch(line -> line.startsWith("hoga: stopped, because") && line.contains(cause)),
            () -> "no clear line: " + server.child().errorLines());
    }

    /** Starts again without a hand; everything acknowledged is there, and orders are taken. */
    private static void goesOn(ServerProcess server, OrderCrowd crowd, Path data) throws IOException {
        if (!server.child().alive()) {
            server.restart();
        }
        crowd.reconnect(server);
        stepUntil(crowd.bots().getFirst(), Acknowledged.class);
        server.kill();
        try (var folder = FolderCopy.of(data)) {
            JournalAudit.check(crowd.journals(), folder.read(), OrderCrowd.opened());
        }
    }

    private static void stepUntil(OrderBot bot, Class<? extends OrderJournal.Answer> answer) {
        OrderCrowd.await(answer.getSimpleName(), () -> answer.isInstance(bot.step()));
    }
}
