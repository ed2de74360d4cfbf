package dev.hoga.engine;

import dev.hoga.core.BrokerageView;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/** Reads that wait for their turn on the core's thread. Any thread submits; a full queue refuses. */
final class ReadQueue {
    private final ManyToOneConcurrentArrayQueue<Read<?>> waiting;
    private volatile boolean closed;

    ReadQueue(int capacity) {
        // The queue takes no fewer than two.
        waiting = new ManyToOneConcurrentArrayQueue<>(Math.max(2, capacity));
    }

    <T> CompletableFuture<T> submit(Function<BrokerageView, T> function) {
        var read = new Read<>(function, new CompletableFuture<>());
        if (closed || !waiting.offer(read)) {
            read.refuse(closed ? "the engine has stopped" : "too many reads wait");
        } else if (closed) {
            // Closed meanwhile: nobody may come to empty the queue any more.
            read.refuse("the engine has stopped");
        }
        return read.result;
    }

    /** Runs reads that wait; how many those were. */
    int run(BrokerageView view, int limit) {
        int run = 0;
        for (; run < limit; run++) {
            Read<?> read = waiting.poll();
            if (read == null) {
                break;
            }
            read.run(view);
        }
        return run;
    }

    /** Refuses what waits and what comes. */
    void close() {
        closed = true;
        waiting.drain(read -> read.refuse("the engine has stopped"));
    }

    private record Read<T>(Function<BrokerageView, T> function, CompletableFuture<T> result) {

        void run(BrokerageView view) {
            T value;
            try {
                value = function.apply(view);
            } catch (Exception e) {
                result.completeExceptionally(e);
                return;
            }
            result.complete(value);
        }

        void refuse(String why) {
            result.completeExceptionally(new RejectedExecutionException(why));
        }
    }
}
