package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Death of the process under load, again and again on one folder. The clients' own journals are compared with the folder and
 * with what the server shows after a restart without any hand.
 */
class KillMinusNineTest {
    private static final int CONNECTIONS = 8;
    private static final int ACKNOWLEDGED_IN_A_CYCLE = 200;
    private static final long SEED = 20261120;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void losesInventsAndRepeatsNothingOverTwentyKills() throws IOException {
        killAgainAndAgain(20);
    }

    @Test
    @Tag("long")
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void losesInventsAndRepeatsNothingOverHundredsOfKills() throws IOException {
        for (int folder = 0; folder < 10; folder++) {
            killAgainAndAgain(40);
        }
    }

    private static void killAgainAndAgain(int cycles) throws IOException {
        var random = new SplittableRandom(SEED);
        var readyMs = new ArrayList<Long>();
        int recovered = 0;
        int highest = 0;
        OrderCrowd crowd;
        try (var server = ServerProcess.startForManyStarts("--limits", "off")) {
            // Indices are reckoned at the next second after a trade: while the clock stands, nothing is due behind the orders.
            server.freeze(true);
            crowd = OrderCrowd.open(server, CONNECTIONS, SEED);
            for (int cycle = 1; cycle <= cycles; cycle++) {
                int before = crowd.acknowledged();
                crowd.run();
                crowd.awaitAcknowledged(before + ACKNOWLEDGED_IN_A_CYCLE + random.nextInt(ACKNOWLEDGED_IN_A_CYCLE),
                    server.child()::alive);
                assertTrue(server.child().alive(), () -> "the server ended by itself: " + server.child().errorLines());
                server.kill();
                crowd.awaitEnd();
                assertEquals(crowd.acknowledged() - before, acknowledgedAbove(crowd, highest), "numbers go on from " + highest);

                Witness witness;
                try (var folder = FolderCopy.of(server.data())) {
                    var reading = CompletableFuture.supplyAsync(folder::read);
                    long startedNs = System.nanoTime();
                    server.restart();
                    readyMs.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs));
                    witness = reading.join();
                }
                highest = witness.orders().lastKey();
                recovered = JournalAudit.check(crowd.journals(), witness, OrderCrowd.opened());
                WireAudit.check(server, crowd, witness);
                crowd.reconnect(server);
            }
            hashStaysOverRestarts(server);
        }
        Collections.sort(readyMs);
        System.out.printf("kill -9: %d cycles, %d connections, %d orders acknowledged, %d of them found; "
            + "READY after %d to %d ms, median %d%n", cycles,
            CONNECTIONS, crowd.acknowledged(), recovered, readyMs.getFirst(), readyMs.getLast(), readyMs.get(cycles / 2));
        assertEquals(crowd.acknowledged(), recovered);
    }

    private static long acknowledgedAbove(OrderCrowd crowd, int number) {
        return crowd.journals().stream().flatMap(journal -> journal.acknowledged().stream())
            .filter(answer -> answer.orderNumber() > number).count();
    }

    private static void hashStaysOverRestarts(ServerProcess server) throws IOException {
        Object hash = server.stateHash().get("hash");
        assertEquals(0, server.terminate());
        server.restart();
        // An orderly stop writes down how late it is, which is another position and the same state.
        var kept = server.stateHash();
        assertEquals(hash, kept.get("hash"), "after an orderly restart");
        server.kill();
        server.restart();
        assertEquals(kept, server.stateHash(), "after a kill without load");
        assertFalse(server.child().errorLines().stream().anyMatch(line -> line.contains("ERROR")), server.child().errorLines()::toString);
    }
}
