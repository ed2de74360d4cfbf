package dev.hoga.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** The sessions of one network thread, as far as they have something in common: each is flushed once in a turn of the thread. */
public final class SocketLoop {
    private final Executor thread;
    private final AtomicInteger underWay = new AtomicInteger();
    private List<Runnable> flushes = new ArrayList<>();
    private List<Runnable> spare = new ArrayList<>();

    /** @param thread runs one task at a time, in order */
    public SocketLoop(Executor thread) {
        this.thread = thread;
    }

    void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException stopped) {
            // The server has stopped and closed every session: nobody is left to be told.
            RequestLog.refused(0, "a task after the end");
        }
    }

    /** Has a session flushed when all that is being done now is done. On this thread. */
    void flushLater(Runnable flush) {
        flushes.add(flush);
        if (flushes.size() == 1) {
            execute(this::flushAll);
        }
    }

    private void flushAll() {
        List<Runnable> now = flushes;
        flushes = spare;
        spare = now;
        now.forEach(Runnable::run);
        now.clear();
    }

    /** Frames that are on their way to this thread from the feed. */
    AtomicInteger underWay() {
        return underWay;
    }
}
