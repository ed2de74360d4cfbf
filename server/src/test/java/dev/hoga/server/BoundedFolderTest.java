package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server with short files and frequent snapshots runs past many purges and restarts: its folder stays small. */
class BoundedFolderTest {
    private static final int SEGMENT_BYTES = 64 << 10;
    private static final int EVENTS_BETWEEN_SNAPSHOTS = 600;
    /** What a core event's command may take in the log, with room to spare: it bounds the log behind a snapshot. */
    private static final int LOG_BYTES_OF_AN_EVENT = 512;
    /** Log files behind a snapshot, the one it stands in, the one written to, and those written while a snapshot is taken. */
    private static final int MOST_LOG_FILES = EVENTS_BETWEEN_SNAPSHOTS * LOG_BYTES_OF_AN_EVENT / SEGMENT_BYTES + 6;
    /** Two of the last snapshot, two of one that a kill has cut off, and the log. */
    private static final int MOST_RECORDINGS = 5;
    private static final int MOST_RECORDING_LOG_BYTES = 64 << 10;
    private static final int MOST_CATALOGUE_BYTES = 256 << 10;
    private static final int ORDERS_OF_A_ROUND = 900;
    private static final int CONNECTIONS = 8;
    private static final long SEED = 5;
    private static final Pattern SEGMENT_FILE = Pattern.compile("(\\d+)-(\\d+)\\.rec");

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void staysSmallOverPurgesAndRestarts() throws IOException {
        run(3);
    }

    @Test
    @Tag("long")
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void staysSmallOverHundredsOfPurges() throws IOException {
        run(60);
    }

    private static void run(int rounds) throws IOException {
        String settings = ServerProcess.QUICK_START + " -Dhoga.engine.termBytes=" + SEGMENT_BYTES
            + " -Dhoga.engine.segmentBytes=" + SEGMENT_BYTES
            + " -Dhoga.engine.snapshotEveryEvents=" + EVENTS_BETWEEN_SNAPSHOTS;
        try (var server = ServerProcess.startBehind(List.of("env", "JDK_JAVA_OPTIONS=" + settings), "--limits", "off")) {
            // Indices are reckoned at the next second after a trade: while the clock stands, nothing is due behind the orders.
            server.freeze(true);
            OrderCrowd crowd = OrderCrowd.open(server, CONNECTIONS, SEED);
            for (int round = 1; round <= rounds; round++) {
                crowd.run();
                crowd.awaitAcknowledged(crowd.acknowledged() + ORDERS_OF_A_ROUND, server.child()::alive);
                assertTrue(server.child().alive(), () -> "the server ended by itself: " + server.child().errorLines());
                if (round % 2 == 1) {
                    server.kill();
                    crowd.awaitEnd();
                } else {
                    crowd.stop();
                    Object hash = server.stateHash().get("hash");
                    assertEquals(0, server.terminate());
                    server.restart();
                    assertEquals(hash, server.stateHash().get("hash"));
                    server.kill();
                }
                long startedNs = System.nanoTime();
                Folder folder = Folder.of(server.data().resolve("epoch-1"));
                folder.isSmall();
                try (var copy = FolderCopy.of(server.data())) {
                    Witness witness = copy.read();
                    JournalAudit.check(crowd.journals(), witness, OrderCrowd.opened());
                    startedNs = System.nanoTime();
                    server.restart();
                    WireAudit.check(server, crowd, witness);
                }
                crowd.reconnect(server);
                System.out.printf("bounded folder, round %d: %d orders so far, %d recordings made, %d kept, %d log files, %d KB, "
                    + "%d ms from start to compared%n", round, crowd.acknowledged(), folder.newestRecording + 1, folder.files.size(),
                    folder.files.get(0L), folder.bytes >> 10, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs));
            }
            assertTrue(Folder.of(server.data().resolve("epoch-1")).newestRecording >= 4L * rounds, "there were purges to survive");
            assertEquals(200, server.control().post("/snapshot", Map.of()).status());
        }
    }

    /**
     * What lies in the folder of a server that is down.
     *
     * @param files number of files by recording; the log is recording 0
     */
    private record Folder(TreeMap<Long, Integer> files, long newestRecording, long bytes, long catalogueBytes, long recordingLogBytes) {

        static Folder of(Path epoch) throws IOException {
            var files = new TreeMap<Long, Integer>();
            try (var archive = Files.list(epoch.resolve("archive"))) {
                for (Path file : archive.toList()) {
                    Matcher name = SEGMENT_FILE.matcher(file.getFileName().toString());
                    if (name.matches()) {
                        files.merge(Long.parseLong(name.group(1)), 1, Integer::sum);
                    }
                }
            }
            return new Folder(files, files.lastKey(), bytes(epoch), Files.size(epoch.resolve("archive/archive.catalog")),
                Files.size(epoch.resolve("cluster/recording.log")));
        }

        private static long bytes(Path folder) throws IOException {
            try (var all = Files.walk(folder)) {
                long sum = 0;
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    sum += Files.size(file);
                }
                return sum;
            }
        }

        void isSmall() {
            assertTrue(files.size() <= MOST_RECORDINGS, this::toString);
            assertTrue(files.get(0L) <= MOST_LOG_FILES, this::toString);
            assertTrue(catalogueBytes <= MOST_CATALOGUE_BYTES, this::toString);
            assertTrue(recordingLogBytes <= MOST_RECORDING_LOG_BYTES, this::toString);
        }
    }
}
