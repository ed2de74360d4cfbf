package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Reject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AeronEngineTest {
    @TempDir
    Path folder;

    @Test
    void answersCommandsAndShowsTheirEffectToReads() {
        try (var engine = start()) {
            int account = Fixture.openAccount(engine, Fixture.ACCOUNT_NUMBER);
            for (int i = 1; i <= 100; i++) {
                long cashWon = Fixture.accepted(reply -> engine.commands().moveCash(account, 1_000, reply));
                assertEquals(i * 1_000L, cashWon);
                long readWon = Outcome.await(engine.read(view -> view.cashWon(account)));
                assertEquals(cashWon, readWon, "a reader sees what it was answered");
            }
            assertEquals("leader", engine.role());
        }
    }

    @Test
    void answersARefusalWithItsReason() {
        try (var engine = start()) {
            var promise = new Outcome.Promise();
            engine.commands().moveCash(9_999, 1, promise);
            assertEquals(Outcome.rejected(Reject.UNKNOWN_ACCOUNT), promise.await());
        }
    }

    @Test
    void answersOrdersInTheOrderOfTheLog() {
        try (var engine = start()) {
            int account = Fixture.openMarket(engine);
            var promises = new ArrayList<Outcome.Promise>();
            for (int i = 0; i < 500; i++) {
                promises.add(new Outcome.Promise());
                Fixture.buy(engine, account, 60_000, promises.getLast());
            }
            for (int i = 0; i < promises.size(); i++) {
                assertEquals(Outcome.accepted(i + 1), promises.get(i).await(), "order numbers are given in the log's order");
            }
        }
    }

    @Test
    void tellsObserversAndSubscribersBeforeTheReply() {
        var observed = new EventLog();
        try (var engine = AeronEngine.start(EngineConfig.of(folder).observer(observed).build())) {
            FeedSubscription subscription = engine.feed().subscribe(() -> { });
            int account = Fixture.openMarket(engine);
            var observedAtReply = new CompletableFuture<List<String>>();
            Fixture.buy(engine, account, 60_000, new Outcome.Promise() {
                @Override
                public void accepted(long orderNumber) {
                    observedAtReply.complete(observed.names());
                }
            });
            List<String> names = Outcome.await(observedAtReply);
            assertTrue(names.subList(names.size() - 2, names.size()).contains("orderAccepted"), names.toString());
            var polled = new EventLog();
            while (subscription.poll(polled, 100) > 0) {
                assertFalse(subscription.lost());
            }
            assertEquals(observed.names(), polled.names());
            assertEquals(engine.position(), subscription.position());
        }
    }

    @Test
    void keepsStateAndPositionOverARestart() {
        StateHash before;
        int account;
        try (var engine = start()) {
            account = Fixture.openMarket(engine);
            Fixture.accepted(reply -> Fixture.buy(engine, account, 60_000, reply));
            before = Outcome.await(engine.stateHash());
            assertTrue(before.position() > 0);
        }
        assertTrue(Files.exists(folder.resolve("ended")), "it ended in good order");
        var replayed = new EventLog();
        try (var engine = AeronEngine.start(EngineConfig.of(folder).observer(replayed).build())) {
            assertEquals(before, Outcome.await(engine.stateHash()));
            assertEquals(before.position(), engine.position());
            assertEquals(List.of(), replayed.names(), "nobody hears of replay");
            long next = Fixture.accepted(reply -> Fixture.buy(engine, account, 60_000, reply));
            assertEquals(2, next, "numbers go on");
        }
    }

    @Test
    void refusesMoreCommandsThanMayBeUnderWay() {
        var core = new HeldCore();
        var config = EngineConfig.of(folder).commandsUnderWay(10).build();
        try (var engine = AeronEngine.start(config, core.parts())) {
            var promises = new ArrayList<Outcome.Promise>();
            for (int i = 0; i < 30; i++) {
                promises.add(new Outcome.Promise());
                engine.commands().setSpeed(i, promises.getLast());
            }
            for (Outcome.Promise refused : promises.subList(10, 30)) {
                assertEquals("overloaded", refused.await().kind());
            }
            core.release();
            for (Outcome.Promise sent : promises.subList(0, 10)) {
                assertEquals("accepted", sent.await().kind());
            }
            assertEquals(10, core.applied(), "what was refused was never sent");
        }
    }

    @Test
    void tellsThatAnOutcomeIsUnknownWhenNoAnswerComesInTime() {
        var core = new HeldCore();
        var config = EngineConfig.of(folder).replyTimeoutMs(100).build();
        try (var engine = AeronEngine.start(config, core.parts())) {
            var promise = new Outcome.Promise();
            engine.commands().setSpeed(1, promise);
            assertEquals("unknown", promise.await().kind());
            core.release();
        }
    }

    @Test
    void refusesMoreReadsThanMayWait() throws InterruptedException {
        try (var engine = AeronEngine.start(EngineConfig.of(folder).readsWaiting(4).build())) {
            var running = new CountDownLatch(1);
            var release = new CountDownLatch(1);
            CompletableFuture<Boolean> holding = engine.read(view -> hold(running, release));
            running.await();
            var waiting = new ArrayList<CompletableFuture<Integer>>();
            for (int i = 0; i < 4; i++) {
                waiting.add(engine.read(view -> view.accountCount()));
            }
            CompletableFuture<Integer> refused = engine.read(view -> view.accountCount());
            var failure = assertThrows(ExecutionException.class, refused::get);
            assertEquals(RejectedExecutionException.class, failure.getCause().getClass());
            release.countDown();
            assertTrue(Outcome.await(holding));
            waiting.forEach(Outcome::await);
        }
    }

    @Test
    void givesTheFailureOfAReadToItsReaderAndGoesOn() {
        try (var engine = start()) {
            var failure = assertThrows(ExecutionException.class, engine.read(view -> view.cashWon(9_999))::get);
            assertInstanceOf(IndexOutOfBoundsException.class, failure.getCause());
            Fixture.openAccount(engine, Fixture.ACCOUNT_NUMBER);
        }
    }

    @Test
    void refusesAFolderInUse() {
        try (var engine = start()) {
            var refused = assertThrows(FolderInUse.class, this::start);
            assertTrue(refused.getMessage().contains(folder.toString()));
            Fixture.openAccount(engine, Fixture.ACCOUNT_NUMBER);
        }
    }

    @Test
    void keepsHostTimeMonotonicOverRestartsWithAClockThatWasSetBack() {
        long farAheadMs = System.currentTimeMillis() + 3_600_000;
        long stampedMs;
        try (var engine = AeronEngine.start(EngineConfig.of(folder).wallClockMs(() -> farAheadMs).build())) {
            Fixture.openAccount(engine, Fixture.ACCOUNT_NUMBER);
            stampedMs = engine.hostTimeMs();
            assertTrue(stampedMs >= farAheadMs);
        }
        try (var engine = start()) {
            assertTrue(engine.hostTimeMs() >= farAheadMs, "the log's time has passed");
        }
    }

    @Test
    void refusesCommandsAndAnswersReadsWhileTheDiskIsFull() {
        try (var engine = AeronEngine.start(EngineConfig.of(folder).leastFreeBytes(Long.MAX_VALUE).build())) {
            Outcome outcome;
            do {
                var promise = new Outcome.Promise();
                engine.commands().setSpeed(1, promise);
                outcome = promise.await();
            } while (!outcome.kind().equals("overloaded"));
            Outcome.await(engine.stateHash());
        }
    }

    @Test
    void refusesATextThatIsTooLong() {
        try (var engine = start()) {
            assertThrows(IllegalArgumentException.class, () -> engine.commands().openAccount(Fixture.ACCOUNT_NUMBER,
                "가".repeat(EngineConfig.MAX_TEXT_BYTES), "", 0, new Outcome.Promise()));
        }
    }

    @Test
    void ticksWhileATimerIsDueAndAnswersAJumpWhenItHasArrived() {
        try (var engine = start()) {
            int account = Fixture.openMarket(engine);
            Fixture.accepted(reply -> Fixture.buy(engine, account, 60_000, reply));
            long marketTimeMs = Outcome.await(engine.read(view -> view.marketTimeMs(engine.hostTimeMs())));
            long aWeekOnMs = marketTimeMs + 7 * 86_400_000L;
            assertEquals(aWeekOnMs, Fixture.accepted(reply -> engine.commands().setMarketTime(aWeekOnMs, reply)));
            int openOrder = Outcome.await(engine.read(view -> view.newestOpenOrder(account)));
            assertEquals(0, openOrder, "the day's end was passed on the way");
        }
    }

    private AeronEngine start() {
        return AeronEngine.start(EngineConfig.of(folder).build());
    }

    private static boolean hold(CountDownLatch running, CountDownLatch release) {
        running.countDown();
        try {
            release.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
