package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.archive.checksum.Checksum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine does when it can no longer keep its promises: it stops, and acknowledges nothing more. */
class FailureTest {
    private static final long PATIENCE_S = 30;

    @TempDir
    Path folder;

    private final BlockingQueue<String> stops = new ArrayBlockingQueue<>(10);

    @Test
    void stopsWithoutAnAnswerAtADefectAndNamesTheRecord() throws InterruptedException {
        var core = new HeldCore();
        core.release();
        try (var engine = AeronEngine.start(config(), core.parts())) {
            Fixture.accepted(reply -> engine.commands().setSpeed(1, reply));
            var answers = send(engine, HeldCore.DEFECT, 1, 2, 3);
            String what = stops.poll(PATIENCE_S, TimeUnit.SECONDS);
            assertTrue(what.contains("template 17") && what.contains("log position"), what);
            answers.forEach(answer -> assertNotEquals("accepted", answer.await().kind()));
            assertEquals(1, core.applied());
        }
        assertTrue(stops.isEmpty(), "stopped once");
    }

    @Test
    void acknowledgesNothingAfterAWriteOfTheLogHasFailed() throws InterruptedException {
        var checksum = new FailingChecksum();
        StateHash acknowledged;
        int account;
        try (var engine = AeronEngine.start(config(), parts(checksum))) {
            account = Fixture.openMarket(engine);
            acknowledged = Outcome.await(engine.stateHash());
            checksum.failing = true;
            var answers = new ArrayList<Outcome.Promise>();
            for (int i = 0; i < 100; i++) {
                answers.add(new Outcome.Promise());
                Fixture.buy(engine, account, 60_000, answers.getLast());
            }
            String what = stops.poll(PATIENCE_S, TimeUnit.SECONDS);
            assertTrue(what.contains("archive"), what);
            checksum.failing = false;
            answers.addAll(send(engine, 1, 2, 3));
            answers.forEach(answer -> assertNotEquals("accepted", answer.await().kind()));
            assertEquals(acknowledged.position(), engine.position());
        }
        try (var engine = AeronEngine.start(config())) {
            assertEquals(acknowledged, Outcome.await(engine.stateHash()), "and what was acknowledged is there");
        }
    }

    private EngineConfig config() {
        return EngineConfig.of(folder).replyTimeoutMs(300).failStop((what, why) -> stops.add(what)).build();
    }

    private static AeronEngine.Parts parts(Checksum checksum) {
        return new AeronEngine.Parts(BrokerageCore.FACTORY, BrokerageService.BEHAVIOUR_VERSION, checksum);
    }

    private static List<Outcome.Promise> send(AeronEngine engine, int... speeds) {
        var answers = new ArrayList<Outcome.Promise>();
        for (int speed : speeds) {
            answers.add(new Outcome.Promise());
            engine.commands().setSpeed(speed, answers.getLast());
        }
        return answers;
    }

    /** A checksum that fails on demand, and with it the write of the log. */
    private static final class FailingChecksum implements Checksum {
        private final Checksum sound = new RecordChecksum();
        volatile boolean failing;

        @Override
        public int compute(long address, int offset, int length) {
            if (failing) {
                throw new IllegalStateException("a failed write of the test");
            }
            return sound.compute(address, offset, length);
        }
    }
}
