package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Venue;
import dev.hoga.engine.Engine;
import dev.hoga.engine.FeedSubscription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the core's events on a thread of its own and tells the brokers' gateways of what their clients listen to. Events that
 * nobody listens to cost a look-up. Where it falls so far behind that events are lost, it says so and begins again; where it
 * cannot go on, it says that, too.
 */
public final class FeedReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
    /** Events taken at once on this thread. */
    private static final int EVENTS_PER_TURN = 4_096;
    /** Events taken within a read, which came since this thread looked; more, and this thread takes them first. */
    private static final int EVENTS_PER_READ = 1_024;
    private static final long LONGEST_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SLEEP_AFTER_REFUSAL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long SLEEP_AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long READ_TIMEOUT_MS = 30_000;
    private static final long STOP_TIMEOUT_MS = 5_000;

    private final Engine engine;
    private final List<FeedConsumer> consumers;
    private final FeedBatch batch;
    private final Thread thread = Thread.ofPlatform().name("feed").daemon().unstarted(this::run);
    private FeedSubscription subscription;
    private volatile boolean closed;

    /** Begins with the events from now on. */
    public FeedReader(Engine engine, List<FeedConsumer> consumers) {
        this.engine = engine;
        this.consumers = List.copyOf(consumers);
        batch = new FeedBatch(consumers);
        subscription = subscribe();
        thread.start();
    }

    private FeedSubscription subscribe() {
        return engine.feed().subscribe(() -> LockSupport.unpark(thread));
    }

    private void run() {
        try {
            while (!closed) {
                if (!safeTurn()) {
                    LockSupport.parkNanos(this, LONGEST_SLEEP_NANOS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Error fatal) {
            die("the feed has died", fatal);
        }
    }

    /** Nobody may wait for what will never be told: silence looks like no news. */
    private void die(String why, Throwable cause) {
        closed = true;
        LOG.error("{}: no more quotes and notices, every session that waits for them is ended", why, cause);
        consumers.forEach(FeedConsumer::over);
    }

    private boolean safeTurn() throws InterruptedException {
        try {
            return turn();
        } catch (RuntimeException failure) {
            // A defect of ours. What was collected is in doubt, so it is treated as lost; quotes go on.
            LOG.error("the feed failed; it begins again", failure);
            LockSupport.parkNanos(SLEEP_AFTER_FAILURE_NANOS);
            beginAgain();
            return true;
        }
    }

    /** @return whether there may be more to do at once */
    private boolean turn() throws InterruptedException {
        int polled = subscription.poll(batch, EVENTS_PER_TURN);
        if (subscription.lost()) {
            LOG.warn("the feed fell behind and begins again");
            beginAgain();
            return true;
        }
        if (polled == EVENTS_PER_TURN) {
            return true;
        }
        if (batch.isEmpty()) {
            return polled > 0;
        }
        read(this::look).ifPresent(batch::tell);
        return true;
    }

    /** Reads, and is empty where the engine has no room or the read has nothing to say. */
    private <T> Optional<T> read(Function<BrokerageView, T> read) throws InterruptedException {
        try {
            return Optional.ofNullable(engine.read(read).get(READ_TIMEOUT_MS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RejectedExecutionException)) {
                throw new IllegalStateException("reading for the feed failed", e);
            }
            LockSupport.parkNanos(SLEEP_AFTER_REFUSAL_NANOS);
            return Optional.empty();
        } catch (TimeoutException e) {
            // The read may still come and use what is ours, so nothing of ours may be used any more.
            die("the core has not answered for " + READ_TIMEOUT_MS + " ms", e);
            return Optional.empty();
        }
    }

    /** On the core's thread, while this one waits. Null where more has come than may be taken there. */
    private FeedFacts look(BrokerageView view) {
        return subscription.poll(batch, EVENTS_PER_READ) == EVENTS_PER_READ || subscription.lost() ? null : batch.look(view);
    }

    private void beginAgain() throws InterruptedException {
        subscription.close();
        subscription = subscribe();
        consumers.forEach(FeedConsumer::lost);
        batch.startAgain(read(FeedReader::listings).orElse(new int[0]));
    }

    /** All listings of all venues. */
    private static int[] listings(BrokerageView view) {
        return IntStream.range(0, view.instrumentCount())
            .flatMap(id -> IntStream.of(id, view.instrumentId(view.code(id), Venue.NXT)))
            .filter(id -> id >= 0).toArray();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(STOP_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        subscription.close();
    }
}
