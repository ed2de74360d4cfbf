package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PendingRepliesTest {

    @Test
    void givesEachReplyToItsOwnIdOnce() {
        var pending = new PendingReplies(3, 42);
        var first = new Outcome.Promise();
        var second = new Outcome.Promise();
        long firstId = pending.register(first, 0);
        long secondId = pending.register(second, 0);
        assertSame(second, pending.take(secondId));
        assertSame(first, pending.take(firstId));
        assertNull(pending.take(firstId));
        assertEquals(0, pending.underWay());
    }

    @Test
    void refusesWhenFullAndTakesAgainWhenThereIsRoom() {
        var pending = new PendingReplies(3, 42);
        long id = pending.register(new Outcome.Promise(), 0);
        pending.register(new Outcome.Promise(), 0);
        pending.register(new Outcome.Promise(), 0);
        assertEquals(PendingReplies.NONE, pending.register(new Outcome.Promise(), 0));
        pending.take(id);
        assertNotEquals(PendingReplies.NONE, pending.register(new Outcome.Promise(), 0));
    }

    @Test
    void matchesNoIdOfAnotherRun() {
        var before = new PendingReplies(2, 0x1234_5678_9ABC_DEFL);
        var after = new PendingReplies(2, 0x7EDC_BA98_7654_3210L);
        long replayed = before.register(new Outcome.Promise(), 0);
        after.register(new Outcome.Promise(), 0);
        after.register(new Outcome.Promise(), 0);
        assertNull(after.take(replayed));
        assertNull(after.take(PendingReplies.NONE));
        assertNull(after.take(-1));
    }

    @Test
    void tellsWhoWaitedTooLongThatTheOutcomeIsUnknown() {
        var pending = new PendingReplies(2, 42);
        var early = new Outcome.Promise();
        var late = new Outcome.Promise();
        long earlyId = pending.register(early, 100);
        long lateId = pending.register(late, 200);
        assertEquals(1, pending.expire(150));
        assertEquals("unknown", early.await().kind());
        assertNull(pending.take(earlyId));
        assertSame(late, pending.take(lateId));
    }

    @Test
    void losesAndDoublesNothingBetweenThreads() throws InterruptedException {
        int perThread = 20_000;
        var pending = new PendingReplies(64, 42);
        var ids = new ConcurrentLinkedQueue<Long>();
        var answered = new AtomicInteger();
        Runnable sender = () -> {
            for (int sent = 0; sent < perThread; ) {
                long id = pending.register(new CountingReply(answered), Long.MAX_VALUE);
                if (id == PendingReplies.NONE) {
                    Thread.onSpinWait();
                } else {
                    ids.add(id);
                    sent++;
                }
            }
        };
        var senders = new Thread[] {Thread.ofPlatform().start(sender), Thread.ofPlatform().start(sender)};
        for (int taken = 0; taken < 2 * perThread; ) {
            Long id = ids.poll();
            if (id != null) {
                pending.take(id).accepted(0);
                taken++;
            }
        }
        for (Thread thread : senders) {
            thread.join();
        }
        assertEquals(2 * perThread, answered.get());
        assertEquals(0, pending.underWay());
    }

    private record CountingReply(AtomicInteger answered) implements Reply {
        @Override
        public void accepted(long value) {
            answered.incrementAndGet();
        }

        @Override
        public void rejected(dev.hoga.core.Reject reject, long detail) {
            throw new AssertionError();
        }

        @Override
        public void overloaded() {
            throw new AssertionError();
        }

        @Override
        public void unknown() {
            throw new AssertionError();
        }
    }
}
