package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * A client's socket without a network: what is sent is kept, and time passes when a test says so. Everything runs at once, one
 * thread at a time, as if all such sessions lived on one network thread.
 */
public final class MemorySession implements SocketSession {
    private static final int PATIENCE_MS = 10_000;
    private static final Object THREAD = new Object();
    private static final SocketLoop LOOP = new SocketLoop(task -> {
        synchronized (THREAD) {
            task.run();
        }
    });

    private final String path;
    private final Map<String, String> headers = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private final List<Later> later = new ArrayList<>();
    private SocketListener listener;
    private long nowMs;
    private int closeStatus;
    private String closeReason = "";

    private record Later(long atMs, Runnable task, CompletableFuture<Void> future) {
    }

    public MemorySession(String path) {
        this.path = path;
    }

    public MemorySession with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Connects. */
    public MemorySession openedBy(SocketHandler handler) {
        execute(() -> {
            listener = handler.open(this);
            if (closeStatus != 0) {
                listener.closed();
            }
        });
        return this;
    }

    /** The client says something. */
    public MemorySession says(String text) {
        execute(() -> listener.text(text.getBytes(UTF_8)));
        return this;
    }

    /** The client sends a pong frame. */
    public MemorySession pongs(byte[] payload) {
        execute(() -> listener.pong(payload));
        return this;
    }

    /** The client ends the connection. */
    public void leaves() {
        execute(() -> close(-1, ""));
    }

    /** What was sent since this was asked last. */
    public List<String> heard() {
        synchronized (THREAD) {
            var heard = List.copyOf(sent);
            sent.clear();
            return heard;
        }
    }

    /** Waits until so many frames have come since, and answers them. */
    public List<String> hear(int count) throws InterruptedException {
        synchronized (THREAD) {
            long deadline = System.currentTimeMillis() + PATIENCE_MS;
            while (sent.size() < count && System.currentTimeMillis() < deadline) {
                THREAD.wait(PATIENCE_MS / 10);
            }
            assertTrue(sent.size() >= count, () -> "only " + sent);
            var heard = List.copyOf(sent.subList(0, count));
            sent.subList(0, count).clear();
            return heard;
        }
    }

    /** The next frame, waited for. */
    public String hear() throws InterruptedException {
        return hear(1).getFirst();
    }

    /** The one frame that was sent since. */
    public String heardOne() {
        List<String> heard = heard();
        assertTrue(heard.size() == 1, () -> "heard " + heard);
        return heard.getFirst();
    }

    /** Lets time pass, with all that is due in it. */
    public void pass(long ms) {
        execute(() -> passNow(ms));
    }

    private void passNow(long ms) {
        long untilMs = nowMs + ms;
        while (true) {
            Later next = later.stream().filter(task -> task.atMs <= untilMs).min(Comparator.comparingLong(Later::atMs)).orElse(null);
            if (next == null) {
                break;
            }
            later.remove(next);
            nowMs = next.atMs;
            if (!next.future.isCancelled()) {
                next.task.run();
            }
        }
        nowMs = untilMs;
    }

    /** Waits for the end and answers its status. */
    public int awaitClose() throws InterruptedException {
        synchronized (THREAD) {
            long deadline = System.currentTimeMillis() + PATIENCE_MS;
            while (closeStatus == 0 && System.currentTimeMillis() < deadline) {
                THREAD.wait(PATIENCE_MS / 10);
            }
            return closeStatus;
        }
    }

    /** The status with which the server closed it; 0 while it is open, -1 where the client left. */
    public int closeStatus() {
        return closeStatus;
    }

    public String closeReason() {
        return closeReason;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    @Override
    public String remoteAddress() {
        return "127.0.0.1";
    }

    @Override
    public SocketLoop loop() {
        return LOOP;
    }

    @Override
    public void send(Frame frame) {
        if (closeStatus == 0) {
            sent.add(new String(frame.payload(), UTF_8));
            THREAD.notifyAll();
        }
        frame.release();
    }

    @Override
    public void close(int status, String reason) {
        assertFalse(status == 0, "no status");
        if (closeStatus == 0) {
            closeStatus = status;
            closeReason = reason;
            THREAD.notifyAll();
            if (listener != null) {
                listener.closed();
            }
        }
    }

    @Override
    public void drop() {
        close(-1, "");
    }

    @Override
    public Future<?> after(long ms, Runnable task) {
        var future = new CompletableFuture<Void>();
        later.add(new Later(nowMs + ms, task, future));
        return future;
    }
}
