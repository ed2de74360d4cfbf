package dev.hoga.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clients with one request under way each, on kept connections, driven by the thread that runs this. Requests are made
 * beforehand. A latency is from just before the request is written to when the last byte of its answer has been read.
 */
final class HttpLoad implements AutoCloseable {
    private static final long ANSWER_TIMEOUT_MS = 10_000;

    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private Latencies latencies = new Latencies();
    private int underWay;
    private long endNs;

    /** What a run came to. */
    record Result(Latencies latencies, long tookNs) {

        long answered() {
            return latencies.count();
        }

        double perSecond() {
            return answered() * (double) TimeUnit.SECONDS.toNanos(1) / tookNs;
        }
    }

    /** @param requests what each connection sends, over and over, in order */
    HttpLoad(int port, List<List<ByteBuffer>> requests) throws IOException {
        for (List<ByteBuffer> ofConnection : requests) {
            connections.add(new Connection(port, ofConnection));
        }
    }

    /** Sends for so long, and waits for the last answers. */
    Result run(long forNs) throws IOException {
        latencies = new Latencies();
        long startNs = System.nanoTime();
        endNs = startNs + forNs;
        underWay = connections.size();
        for (Connection connection : connections) {
            connection.send();
        }
        while (underWay > 0) {
            if (selector.select(HttpLoad::ready, ANSWER_TIMEOUT_MS) == 0) {
                throw new IOException(underWay + " requests without an answer for " + ANSWER_TIMEOUT_MS + " ms");
            }
        }
        return new Result(latencies, System.nanoTime() - startNs);
    }

    private static void ready(SelectionKey key) {
        ((Connection) key.attachment()).read();
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.line.close();
        }
        selector.close();
    }

    private final class Connection {
        private final HttpLine line;
        private final List<ByteBuffer> requests;
        private int next;
        private long sentNs;

        Connection(int port, List<ByteBuffer> requests) throws IOException {
            // Each its own position in bytes that are shared.
            this.requests = requests.stream().map(ByteBuffer::duplicate).toList();
            line = new HttpLine(port);
            line.channel().register(selector, SelectionKey.OP_READ, this);
        }

        void send() throws IOException {
            ByteBuffer request = requests.get(next);
            next = next + 1 == requests.size() ? 0 : next + 1;
            sentNs = System.nanoTime();
            line.send(request);
        }

        void read() {
            try {
                if (line.answered()) {
                    long nowNs = System.nanoTime();
                    latencies.add(nowNs - sentNs);
                    if (nowNs < endNs) {
                        send();
                    } else {
                        underWay--;
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException("a request failed: " + e.getMessage(), e);
            }
        }
    }
}
