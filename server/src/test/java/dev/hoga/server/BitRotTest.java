package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Single flipped bits in copies of a folder: a start either refuses, naming what has rotted, or shows the very same state. */
class BitRotTest {
    private static final int CONNECTIONS = 8;
    private static final int ORDERS = 200;
    private static final long SEED = 3;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void refusesToStartOrShowsTheSameState() throws IOException {
        flipBits(10);
    }

    @Test
    @Tag("long")
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void refusesToStartOrShowsTheSameStateForThousandsOfBits() throws IOException {
        flipBits(2_000);
    }

    private static void flipBits(int count) throws IOException {
        try (var server = ServerProcess.start("--limits", "off")) {
            OrderCrowd crowd = OrderCrowd.open(server, CONNECTIONS, SEED);
            crowd.run();
            crowd.awaitAcknowledged(ORDERS, server.child()::alive);
            assertEquals(200, server.control().post("/snapshot", Map.of()).status());
            crowd.awaitAcknowledged(crowd.acknowledged() + ORDERS, server.child()::alive);
            server.kill();
            crowd.awaitEnd();
            try (var sound = FolderCopy.of(server.data())) {
                Witness witness = sound.read();
                JournalAudit.check(crowd.journals(), witness, OrderCrowd.opened());
                flipBits(server.data(), witness, count);
            }
            namesTheRecordInOneLine(server);
        }
    }

    private static void flipBits(Path data, Witness sound, int count) throws IOException {
        var random = new SplittableRandom(SEED);
        List<Spot> written = writtenBytes(data);
        int refused = 0;
        for (int i = 0; i < count; i++) {
            Spot spot = written.get(random.nextInt(written.size()));
            int bit = random.nextInt(Byte.SIZE);
            try (var copy = FolderCopy.of(data)) {
                spot.flip(copy.path(), bit);
                try {
                    assertEquals(sound, copy.read(), () -> "another state after the flip of bit " + bit + " at " + spot);
                } catch (IllegalStateException e) {
                    assertTrue(e.getMessage() != null && !e.getMessage().isBlank(), () -> "no reason given for " + spot);
                    refused++;
                }
            }
        }
        System.out.printf("bit rot: %d bits flipped in %d written bytes, %d starts refused, %d with the same state%n", count,
            written.size(), refused, count - refused);
    }

    private static void namesTheRecordInOneLine(ServerProcess server) throws IOException {
        Path log = server.data().resolve("epoch-1/archive/0-0.rec");
        List<Spot> written = writtenBytes(server.data()).stream().filter(spot -> log.endsWith(spot.file) && spot.offset % 32 != 0).toList();
        // Not the low byte of a record's length, which stands at multiples of 32: its low bits change nothing.
        written.get(written.size() * 9 / 10).flip(server.data(), 3);
        var refused = ServerProcess.run("serve", "--port", "0", "--data", server.data().toString());
        assertEquals(1, refused.exitCode());
        assertEquals(List.of(), refused.output());
        assertEquals(1, refused.errors().size(), refused.errors()::toString);
        String line = refused.errors().getFirst();
        System.out.println("said of a rotten record: " + line);
        assertTrue(line.startsWith("hoga: ") && line.contains("the record at log position") && line.contains("0-0.rec"), line);
    }

    /** A byte of a file of the folder. */
    private record Spot(Path file, long offset) {

        void flip(Path data, int bit) throws IOException {
            try (var bytes = new RandomAccessFile(data.resolve(file).toFile(), "rw")) {
                bytes.seek(offset);
                int value = bytes.read();
                bytes.seek(offset);
                bytes.write(value ^ 1 << bit);
            }
        }
    }

    /** Every byte of log, snapshots, catalogue and recording log that is not zero. */
    private static List<Spot> writtenBytes(Path data) throws IOException {
        var spots = new ArrayList<Spot>();
        try (var files = Files.walk(data.resolve("epoch-1"))) {
            for (Path file : files.filter(it -> it.toString().matches(".*\\.(rec|catalog|log)")).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int at = 0; at < bytes.length; at++) {
                    if (bytes[at] != 0) {
                        spots.add(new Spot(data.relativize(file), at));
                    }
                }
            }
        }
        return spots;
    }
}
