package dev.hoga.gateway;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request of a connection and, later, its composed answer. */
final class PendingExchange implements HttpExchange, Runnable {
    private final HttpConnection connection;
    private final RequestHead head;
    private final byte[] body;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile long deadlineNanos;
    /** Written by the answering thread before it hands over, taken over by {@link #run} on the network thread. */
    private ByteBuf composed;
    private boolean keepAlive;
    /** What is to be sent; network thread only. */
    private ByteBuf answer;
    private boolean discarded;

    PendingExchange(HttpConnection connection, RequestHead head, byte[] body, int waitMs) {
        this.connection = connection;
        this.head = head;
        this.body = body;
        mayTakeMs(waitMs);
    }

    @Override
    public String method() {
        return head.method();
    }

    @Override
    public String path() {
        return head.path();
    }

    @Override
    public String query() {
        return head.query();
    }

    @Override
    public String header(String name) {
        return head.header(name);
    }

    @Override
    public boolean hasHeader(String name) {
        return head.hasHeader(name);
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public String remoteAddress() {
        return connection.remoteAddress();
    }

    @Override
    public void resume(Runnable task) {
        connection.onNetworkThread(() -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                failed(failure);
            }
        });
    }

    @Override
    public void mayTakeMs(int ms) {
        deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
    }

    /** Whether its answer should have come by now. */
    boolean late(long nowNanos) {
        return nowNanos - deadlineNanos > 0;
    }

    /** A handler broke: its client is told, nobody else is harmed. */
    void failed(RuntimeException failure) {
        RequestLog.failed(failure);
        respondWithError(500);
    }

    /** Answers with the edge's error document and ends the connection. */
    void respondWithError(int status) {
        byte[] page = PlainAnswer.errorBody(path(), status);
        respond(status, PlainAnswer.jsonHeaders(), page, page.length, false);
    }

    @Override
    public void respond(int status, String[] headers, byte[] bytes, int length) {
        respond(status, headers, bytes, length, head.keepsAlive() && !connection.ending());
    }

    private void respond(int status, String[] headers, byte[] bytes, int length, boolean keep) {
        if (answered.get()) {
            return;
        }
        boolean sendBody = !head.method().equals("HEAD");
        ByteBuf written = ResponseHead.compose(connection.allocator(), status, headers, bytes, length, keep, sendBody);
        if (!answered.compareAndSet(false, true)) {
            written.release();
            return;
        }
        composed = written;
        keepAlive = keep;
        connection.onNetworkThread(this);
    }

    /** On the network thread: the answer is there. */
    @Override
    public void run() {
        if (discarded) {
            composed.release();
        } else {
            answer = composed;
            connection.answersReady();
        }
    }

    /** The composed answer, or null while there is none. */
    ByteBuf answer() {
        return answer;
    }

    boolean keepAlive() {
        return keepAlive;
    }

    /** The answer, which is no longer this exchange's to release. */
    ByteBuf takeAnswer() {
        ByteBuf taken = answer;
        answer = null;
        return taken;
    }

    /** The connection is gone: nobody will send the answer any more. */
    void discard() {
        discarded = true;
        if (answer != null) {
            takeAnswer().release();
        }
    }
}
