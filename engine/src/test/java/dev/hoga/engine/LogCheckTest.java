package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start makes of a log that is not what was written: a torn end is taken away, anything else is refused by name. */
class LogCheckTest {
    private static final int SEGMENT_BYTES = 4 << 20;
    private static final int ORDERS = 100;

    @TempDir
    Path temporary;

    private Path folder;
    private Path log;
    private StateHash whole;

    /** A log whose run was cut off, with one order a record: a copy of an idle engine's folder. */
    @BeforeEach
    void write() throws IOException {
        folder = temporary.resolve("running");
        var engine = AeronEngine.start(config());
        int account = Fixture.openMarket(engine);
        for (int i = 0; i < ORDERS; i++) {
            Fixture.accepted(reply -> Fixture.buy(engine, account, 60_000, reply));
        }
        whole = Outcome.await(engine.stateHash());
        Path cut = temporary.resolve("cut");
        copy(folder.resolve("archive"), cut.resolve("archive"));
        copy(folder.resolve("cluster"), cut.resolve("cluster"));
        engine.closeAbruptly();
        folder = cut;
        log = folder.resolve("archive/0-0.rec");
    }

    @Test
    void startsFromALogWhoseRunWasCutOff() {
        assertEquals(whole, restart());
    }

    @Test
    void takesAwayARecordOfWhichASectorWasNotWritten() throws IOException {
        Record torn = records().stream().filter(it -> it.at / 512 != (it.end() - 1) / 512).toList().getLast();
        zero(torn.end() / 512 * 512L, SEGMENT_BYTES);
        StateHash before = restart();
        assertTrue(before.position() <= torn.at && before.position() > torn.at - 512, before + " and " + torn);
        assertEquals(before.hash(), restart().hash(), "and it stays away");
    }

    @Test
    void takesAwayWhatLiesBehindAGapOfOneWrite() throws IOException {
        Record behind = records().get(ORDERS - 5);
        long gap = behind.at / 512 * 512L - 512;
        zero(gap, gap + 512);
        assertTrue(restart().position() <= gap + 512);
    }

    @Test
    void refusesRecordsBehindAGapThatNoPowerCutLeaves() throws IOException {
        copy(records().getLast(), RecordingFile.MOST_UNFORCED_BYTES + 64L * 1024);
        refused("log position " + records().getLast().end(), "0-0.rec");
    }

    @Test
    void refusesAFlippedBitInAnyFieldOfARecord() throws IOException {
        Record record = records().get(ORDERS / 2);
        // The low bits of the length are not among them: they tell apart lengths that fill the same room.
        for (int offset : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 15, 16, 20, 24, 31, 32, 40, record.length - 1}) {
            flip(log, record.at + offset);
            refused("log position " + record.at + " ", "0-0.rec");
            flip(log, record.at + offset);
        }
        assertEquals(whole, restart());
    }

    @Test
    void refusesAFlippedBitInTheLastRecord() throws IOException {
        flip(log, records().getLast().at + 40);
        refused("log position " + records().getLast().at + " ", "0-0.rec");
    }

    @Test
    void refusesALogThatEndsBeforeItsSnapshot() throws IOException {
        try (var engine = AeronEngine.start(config())) {
            assertEquals(whole, Outcome.await(engine.stateHash()));
        }
        zero(records().get(ORDERS / 2).at, SEGMENT_BYTES);
        refused("recording 0", "ends at position " + records().getLast().end());
    }

    @Test
    void refusesACatalogueARecordingLogAndASnapshotThatHaveRotted() throws IOException {
        AeronEngine.start(config()).close();
        Path catalogue = folder.resolve("archive/archive.catalog");
        flip(catalogue, 100);
        refused("archive.catalog");
        flip(catalogue, 100);
        Path recordingLog = folder.resolve("cluster/recording.log");
        long snapshotEntry = Files.size(recordingLog) - 64;
        flip(recordingLog, snapshotEntry + 24);
        refused("recording log");
        flip(recordingLog, snapshotEntry + 24);
        Path snapshot = folder.resolve("archive/2-0.rec");
        flip(snapshot, 200);
        refused("2-0.rec");
        flip(snapshot, 200);
        assertEquals(whole, restart());
    }

    private EngineConfig config() {
        return EngineConfig.of(folder).termBytes(64 << 10).segmentBytes(SEGMENT_BYTES).failStop((what, why) -> { }).build();
    }

    private StateHash restart() {
        var engine = AeronEngine.start(config());
        StateHash hash = Outcome.await(engine.stateHash());
        engine.closeAbruptly();
        return hash;
    }

    private void refused(String... named) {
        String message = assertThrows(LogDamaged.class, () -> AeronEngine.start(config())).getMessage();
        for (String name : named) {
            assertTrue(message.contains(name), message);
        }
    }

    private record Record(int at, int length) {
        int end() {
            return at + (length + 31) / 32 * 32;
        }
    }

    private List<Record> records() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(log)).order(ByteOrder.LITTLE_ENDIAN);
        var records = new ArrayList<Record>();
        for (int at = 0; at < bytes.capacity() && bytes.getInt(at) > 0; at = records.getLast().end()) {
            records.add(new Record(at, bytes.getInt(at)));
        }
        return records;
    }

    private void zero(long from, long to) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate((int) (to - from)), from);
        }
    }

    private void copy(Record record, long to) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes, record.at, record.length), record.end() + to);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void flip(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 0x40));
            channel.write(one.flip(), at);
        }
    }
}
