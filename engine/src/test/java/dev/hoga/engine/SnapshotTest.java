package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.CoreListener;
import dev.hoga.core.StateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private static final int TERM_BYTES = 64 << 10;
    private static final int SEGMENT_BYTES = 128 << 10;

    @TempDir
    Path folder;

    @Test
    void startsFromASnapshotWithoutTheCommandsBeforeIt() {
        StateHash before;
        try (var engine = start()) {
            int account = Fixture.openMarket(engine);
            Fixture.accepted(reply -> Fixture.buy(engine, account, 60_000, reply));
            long snapshotPosition = Outcome.await(engine.snapshot());
            assertEquals(engine.position(), snapshotPosition);
            before = Outcome.await(engine.stateHash());
        }
        var restores = new CountingFactory();
        try (var engine = AeronEngine.start(config().build(), AeronEngine.Parts.of(restores))) {
            assertEquals(1, restores.restored.get());
            assertEquals(before, Outcome.await(engine.stateHash()));
        }
    }

    @Test
    void appliesWhatIsBehindTheSnapshot() {
        StateHash before;
        var engine = start();
        int account = Fixture.openMarket(engine);
        Outcome.await(engine.snapshot());
        for (int i = 0; i < 50; i++) {
            Fixture.accepted(reply -> Fixture.buy(engine, account, 60_000, reply));
        }
        before = Outcome.await(engine.stateHash());
        engine.closeAbruptly();
        try (var next = start()) {
            assertEquals(before, Outcome.await(next.stateHash()));
        }
    }

    @Test
    void takesOneByItselfAfterEnoughEvents() throws Exception {
        try (var engine = AeronEngine.start(config().snapshotEveryEvents(200).build())) {
            int account = Fixture.openMarket(engine);
            for (int i = 0; i < 300; i++) {
                Fixture.accepted(reply -> Fixture.buy(engine, account, 60_000, reply));
            }
            while (engine.snapshotsTaken() == 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void keepsTheFolderBoundedOverPurgesAndRestarts() throws IOException {
        var sizes = new long[6];
        for (int run = 0; run < sizes.length; run++) {
            StateHash before;
            try (var engine = start()) {
                int account = run == 0 ? Fixture.openMarket(engine)
                    : Outcome.await(engine.read(view -> view.accountId(Fixture.ACCOUNT_NUMBER)));
                for (int round = 0; round < 18; round++) {
                    moveMuchCash(engine, account);
                    Outcome.await(engine.snapshot());
                }
                before = Outcome.await(engine.stateHash());
                sizes[run] = bytes(folder.resolve("archive"));
            }
            try (var engine = start()) {
                assertEquals(before, Outcome.await(engine.stateHash()));
            }
        }
        // A few segments of the log, two snapshots of a segment each, and the catalogue.
        for (long size : sizes) {
            assertTrue(size <= 8 * SEGMENT_BYTES + 2 * LogPurge.CATALOGUE_BYTES, () -> "archive took " + List.of(sizes[0], size));
        }
        assertTrue(Files.size(folder.resolve("cluster/recording.log")) <= LogPurge.RECORDING_LOG_BYTES + (2 << 10));
        assertTrue(Files.size(folder.resolve("archive/archive.catalog")) <= 2 * LogPurge.CATALOGUE_BYTES);
    }

    @Test
    void refusesASnapshotThatIsDamaged() throws IOException {
        try (var engine = start()) {
            Fixture.openMarket(engine);
        }
        flipABitOfEveryText("홍길동");
        var refused = assertThrows(IllegalStateException.class, this::start);
        assertTrue(refused.getMessage().contains("damaged") || refused.getMessage().contains("checksum"), refused.getMessage());
    }

    @Test
    void takesOverASnapshotOfAnotherReleaseWithNothingBehindIt() {
        StateHash before;
        try (var engine = AeronEngine.start(config().build(), release(7))) {
            Fixture.openMarket(engine);
            before = Outcome.await(engine.stateHash());
        }
        try (var engine = AeronEngine.start(config().build(), release(8))) {
            assertEquals(before, Outcome.await(engine.stateHash()));
        }
    }

    @Test
    void refusesALogOfAnotherReleaseAndNamesBoth() {
        var engine = AeronEngine.start(config().build(), release(7));
        Fixture.openMarket(engine);
        engine.closeAbruptly();
        var stopped = new AtomicInteger();
        EngineConfig config = config().failStop((what, why) -> stopped.incrementAndGet()).build();
        var refused = assertThrows(BehaviourMismatch.class, () -> AeronEngine.start(config, release(8)));
        assertTrue(refused.getMessage().contains("version 7") && refused.getMessage().contains("version 8"), refused.getMessage());
        AeronEngine.start(config().build(), release(7)).close();
        AeronEngine.start(config().build(), release(8)).close();
    }

    private AeronEngine start() {
        return AeronEngine.start(config().build());
    }

    private EngineConfig.Builder config() {
        return EngineConfig.of(folder).sync(false).termBytes(TERM_BYTES).segmentBytes(SEGMENT_BYTES).failStop((what, why) -> { });
    }

    private static AeronEngine.Parts release(int behaviourVersion) {
        return new AeronEngine.Parts(BrokerageCore.FACTORY, behaviourVersion, new RecordChecksum());
    }

    private static void moveMuchCash(AeronEngine engine, int account) {
        var last = new Outcome.Promise();
        for (int i = 0; i < 1_000; i++) {
            var promise = new Outcome.Promise();
            engine.commands().moveCash(account, 1, promise);
            last = promise;
            if (i % 200 == 0) {
                promise.await();
            }
        }
        last.await();
    }

    private void flipABitOfEveryText(String text) throws IOException {
        byte[] wanted = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int flipped = 0;
        for (Path file : files(folder.resolve("archive"))) {
            byte[] content = Files.readAllBytes(file);
            for (int at = 0; at + wanted.length <= content.length; at++) {
                if (java.util.Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                    content[at] ^= 1;
                    flipped++;
                }
            }
            Files.write(file, content);
        }
        assertTrue(flipped > 0, "the text is in the folder");
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static long bytes(Path directory) throws IOException {
        long bytes = 0;
        for (Path file : files(directory)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static final class CountingFactory implements HostedCore.Factory {
        final AtomicInteger restored = new AtomicInteger();

        @Override
        public HostedCore fresh(CoreListener listener) {
            return BrokerageCore.FACTORY.fresh(listener);
        }

        @Override
        public HostedCore restored(CoreListener listener, StateReader reader) {
            restored.incrementAndGet();
            return BrokerageCore.FACTORY.restored(listener, reader);
        }
    }
}
