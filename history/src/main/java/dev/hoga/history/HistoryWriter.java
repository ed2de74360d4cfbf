package dev.hoga.history;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes entries from the brokerage to the database, a transaction of many at a time, on a thread of its own. Where the database is
 * away it tries again until it is back; meanwhile the brokerage keeps the entries.
 */
final class HistoryWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);
    /** The most entries of one transaction. */
    static final int BATCH = 4_096;
    /** How long it rests where there was nothing to write. */
    static final long IDLE_MS = 100;
    /** How long it waits before it tries again. */
    static final long RETRY_MS = 1_000;
    private static final long SOURCE_TIMEOUT_MS = 10_000;
    private static final long STOP_TIMEOUT_MS = 10_000;

    private final HistoryDatabase database;
    private final HistorySource source;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long nextEntry;
    private boolean able;
    /** What of it is not what was written; empty while nothing is known to be. */
    private String damage = "";
    private boolean closed;

    private HistoryWriter(HistoryDatabase database, HistorySource source) {
        this.database = database;
        this.source = source;
        thread = Thread.ofPlatform().name("history-writer").daemon().unstarted(this::run);
    }

    static HistoryWriter start(HistoryDatabase database, HistorySource source) {
        var writer = new HistoryWriter(database, source);
        writer.thread.start();
        return writer;
    }

    private void run() {
        boolean known = false;
        while (!closed()) {
            try {
                if (!known) {
                    meet();
                    known = true;
                }
                writeWhileAble();
            } catch (HistoryDamaged e) {
                LOG.error("history in {} is damaged: {}; nothing of it is told and nothing is written to it until a sound copy of the file is in"
                    + " its place", database, e.getMessage());
                damaged(e.getMessage());
                return;
            } catch (SQLException | FlywayException e) {
                LOG.warn("history cannot be written to {} for now: {}", database, e.getMessage());
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("the brokerage does not answer history: {}", e.toString());
            } catch (InterruptedException e) {
                return;
            }
            able(false);
            rest(RETRY_MS);
        }
    }

    /** Brings the schema up to this release, and looks whether a file is still what was written to it. */
    private void meet() throws SQLException, HistoryDamaged {
        if (!database.isFile()) {
            database.migrate();
            return;
        }
        try {
            database.migrate();
            try (var connection = database.connect()) {
                HistoryCheck.check(connection);
            }
        } catch (FlywayException | SQLException e) {
            if (HistoryDatabase.isDamage(e)) {
                throw new HistoryDamaged(e.getMessage());
            }
            throw e;
        }
    }

    private void writeWhileAble() throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        try (var writer = new EntryWriter(database)) {
            long next = writer.nextEntry();
            await(source.writtenBefore(next));
            reached(next);
            while (!closed()) {
                List<HistoryEntry> entries = await(source.entriesFrom(next, BATCH));
                if (entries.isEmpty()) {
                    rest(IDLE_MS);
                    continue;
                }
                writer.write(entries);
                next += entries.size();
                reached(next);
                await(source.writtenBefore(next));
            }
        }
    }

    private static <T> T await(CompletableFuture<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(SOURCE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }

    private boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void reached(long entry) {
        lock.lock();
        try {
            nextEntry = entry;
            able = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void damaged(String what) {
        lock.lock();
        try {
            damage = what;
            able = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void able(boolean value) {
        lock.lock();
        try {
            able = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void rest(long ms) {
        lock.lock();
        try {
            long leftNs = TimeUnit.MILLISECONDS.toNanos(ms);
            while (!closed && leftNs > 0) {
                leftNs = changed.awaitNanos(leftNs);
            }
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all entries before a number are written.
     *
     * @throws HistoryUnavailable where that is not so in time, at once where the database is known to be away
     */
    void awaitBefore(long entry, long timeoutMs) {
        lock.lock();
        try {
            long leftNs = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
            while (nextEntry < entry) {
                if (!damage.isEmpty()) {
                    throw new HistoryUnavailable("history is damaged: " + damage);
                }
                if (!able && nextEntry > 0 || closed || leftNs <= 0) {
                    throw new HistoryUnavailable("history has not come to entry " + entry);
                }
                leftNs = changed.awaitNanos(leftNs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HistoryUnavailable("interrupted");
        } finally {
            lock.unlock();
        }
    }

    /** Ends after the transaction under way; what is not written is kept by the brokerage. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(STOP_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
