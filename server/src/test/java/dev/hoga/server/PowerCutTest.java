package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.server.OrderJournal.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.TestAbortedException;

/**
 * The instant of a power cut: the server's disk is an ext4 image on a loop device, the image lies in an XFS with shared
 * extents, and a clone of it under load holds what had reached the disk and nothing that was only in memory.
 */
@Tag("long")
class PowerCutTest {
    private static final int CUTS = 20;
    private static final int CONNECTIONS = 8;
    private static final int ACKNOWLEDGED_BEFORE_A_CUT = 200;
    private static final long SEED = 13;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void keepsEverythingThatWasAcknowledgedBeforeTheCut() throws IOException {
        cutAgainAndAgain(CUTS, "on");
    }

    /** Without this the test above could be green because the rig loses nothing. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void seesThatUnforcedWritesAreLost() {
        Throwable lost = assertThrows(Throwable.class, () -> cutAgainAndAgain(1, "off"));
        if (lost instanceof TestAbortedException skipped) {
            throw skipped;
        }
        System.out.println("power cut with --sync off: " + lost.getMessage());
    }

    private static void cutAgainAndAgain(int cuts, String sync) throws IOException {
        var random = new SplittableRandom(SEED);
        Path home = Files.createTempDirectory("hoga-cut-");
        try (var shell = diskOf(home)) {
            Path data = home.resolve("disk/data");
            shell.run("mkdir " + data);
            shell.show(data);
            try (var server = ServerProcess.startOn(data, shell.prefix(), "--limits", "off", "--sync", sync)) {
                OrderCrowd crowd = OrderCrowd.open(server, CONNECTIONS, SEED);
                int promisedInAll = 0;
                int found = 0;
                for (int cut = 1; cut <= cuts; cut++) {
                    crowd.run();
                    crowd.awaitAcknowledged(crowd.acknowledged() + ACKNOWLEDGED_BEFORE_A_CUT + random.nextInt(ACKNOWLEDGED_BEFORE_A_CUT),
                        server.child()::alive);
                    Set<Entry> promised = crowd.promised();
                    shell.run("cp --reflink=always " + home + "/images/disk.img " + home + "/images/cut.img");
                    assertTrue(server.child().alive(), () -> "the server ended by itself: " + server.child().errorLines());
                    if (cut % 4 == 0) {
                        assertEquals(200, server.control().post("/snapshot", Map.of()).status());
                    }
                    crowd.stop();
                    promisedInAll += promised.size();
                    found += recover(shell, home, crowd.journals().stream().map(it -> it.promisingOnly(promised)).toList());
                }
                assertEquals(promisedInAll, found);
                System.out.printf("power cut: %d cuts, %d connections, %d acknowledged orders looked for, %d found%n", cuts, CONNECTIONS,
                    promisedInAll, found);
            }
        } finally {
            Folders.delete(home);
        }
    }

    private static int recover(Shell shell, Path home, List<OrderJournal> journals) throws IOException {
        Path data = home.resolve("cut/data");
        shell.run("mount -o loop " + home + "/images/cut.img " + home + "/cut");
        try {
            int found;
            try (var folder = FolderCopy.of(shell.seen(data))) {
                Witness witness = folder.read();
                found = JournalAudit.check(journals, witness, OrderCrowd.opened());
                shell.show(data);
                try (var server = ServerProcess.startOn(data, shell.prefix(), "--limits", "off")) {
                    assertEquals(String.format("%016x", witness.hash().hash()), server.stateHash().get("hash"));
                }
            }
            return found;
        } finally {
            shell.run("umount " + home + "/cut && rm " + home + "/images/cut.img");
        }
    }

    /** An ext4 on a loop device whose image can be cloned at an instant; skips the test where that cannot be had. */
    private static Shell diskOf(Path home) throws IOException {
        for (String tool : List.of("mkfs.xfs", "mkfs.ext4")) {
            Shell.skipWhere("power cuts", Shell.whyNot(tool, "-V"));
        }
        Shell.skipWhere("power cuts", Shell.whyNot("unshare", "-m", "true"));
        var shell = Shell.ofRoot();
        try {
            shell.run("cd " + home + " && mkdir images disk cut && truncate -s 2G xfs.img && mkfs.xfs -q -m reflink=1 xfs.img"
                + " && mount -o loop xfs.img images && truncate -s 512M images/disk.img && mkfs.ext4 -q images/disk.img"
                + " && mount -o loop images/disk.img disk");
            return shell;
        } catch (IOException e) {
            shell.close();
            Shell.skipWhere("power cuts", e.getMessage());
            throw e;
        }
    }
}
