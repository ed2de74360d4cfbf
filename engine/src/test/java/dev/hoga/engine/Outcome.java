package dev.hoga.engine;

import dev.hoga.core.Reject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The answer to a command, as tests wait for it. */
record Outcome(String kind, long value) {
    private static final long PATIENCE_S = 30;

    static Outcome accepted(long value) {
        return new Outcome("accepted", value);
    }

    static Outcome rejected(Reject reject) {
        return new Outcome(reject.name(), 0);
    }

    /** A reply that can be waited for. */
    static class Promise extends CompletableFuture<Outcome> implements Reply {
        @Override
        public void accepted(long value) {
            complete(Outcome.accepted(value));
        }

        @Override
        public void rejected(Reject reject, long detail) {
            complete(Outcome.rejected(reject));
        }

        @Override
        public void overloaded() {
            complete(new Outcome("overloaded", 0));
        }

        @Override
        public void unknown() {
            complete(new Outcome("unknown", 0));
        }

        Outcome await() {
            return Outcome.await(this);
        }
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no answer", e);
        } catch (ExecutionException e) {
            throw new AssertionError("failed: " + e.getCause(), e.getCause());
        }
    }
}
