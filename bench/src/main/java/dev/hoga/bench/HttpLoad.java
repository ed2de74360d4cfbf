package dev.hoga.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clients with one request under way each, on kept connections, driven by the thread that runs this. Requests are made
 * beforehand; an answer is looked at for its status, its length and its return code, nothing else. A latency is from just
 * before the request is written to when the last byte of its answer has been read.
 */
final class HttpLoad implements AutoCloseable {
    private static final int MOST_LATENCIES = 1 << 22;
    private static final int MOST_ANSWER_BYTES = 16 * 1024;
    private static final long ANSWER_TIMEOUT_MS = 10_000;
    private static final byte[] OK = "HTTP/1.1 200 ".getBytes(US_ASCII);
    private static final byte[] LENGTH = "\r\nContent-Length: ".getBytes(US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] GOOD = "\"return_code\":0,".getBytes(US_ASCII);

    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private final long[] latenciesNs = new long[MOST_LATENCIES];
    private long answered;
    private int underWay;
    private long endNs;

    /** What a run came to. */
    record Result(long answered, long tookNs, long p50Ns, long p99Ns) {

        double perSecond() {
            return answered * (double) TimeUnit.SECONDS.toNanos(1) / tookNs;
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
        answered = 0;
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
        long tookNs = System.nanoTime() - startNs;
        long[] sorted = Arrays.copyOf(latenciesNs, (int) Math.min(answered, MOST_LATENCIES));
        Arrays.sort(sorted);
        return new Result(answered, tookNs, sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)]);
    }

    private static void ready(SelectionKey key) {
        ((Connection) key.attachment()).read();
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }

    private final class Connection {
        private final SocketChannel channel;
        private final List<ByteBuffer> requests;
        private final ByteBuffer in = ByteBuffer.allocateDirect(MOST_ANSWER_BYTES);
        private final byte[] bytes = new byte[MOST_ANSWER_BYTES];
        private int next;
        private long sentNs;

        Connection(int port, List<ByteBuffer> requests) throws IOException {
            // Each its own position in bytes that are shared.
            this.requests = requests.stream().map(ByteBuffer::duplicate).toList();
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send() throws IOException {
            ByteBuffer request = requests.get(next).rewind();
            next = next + 1 == requests.size() ? 0 : next + 1;
            sentNs = System.nanoTime();
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        void read() {
            try {
                if (channel.read(in) < 0) {
                    throw new IOException("the server closed a connection");
                }
                if (isWhole()) {
                    long nowNs = System.nanoTime();
                    latenciesNs[(int) (answered++ % MOST_LATENCIES)] = nowNs - sentNs;
                    in.clear();
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

        /** Whether all of the answer is there. @throws IOException where it is not the one that was wanted */
        private boolean isWhole() throws IOException {
            int length = in.position();
            in.get(0, bytes, 0, length);
            int body = find(END_OF_HEAD, 0, length);
            if (body < 0) {
                return false;
            }
            body += END_OF_HEAD.length;
            int at = find(LENGTH, 0, body) + LENGTH.length;
            int bodyLength = 0;
            for (; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
                bodyLength = bodyLength * 10 + bytes[at] - '0';
            }
            if (length < body + bodyLength) {
                return false;
            }
            boolean good = Arrays.equals(bytes, 0, OK.length, OK, 0, OK.length) && find(GOOD, body, length) > 0;
            if (!good || length > body + bodyLength) {
                throw new IOException("answered " + new String(bytes, 0, length, java.nio.charset.StandardCharsets.UTF_8));
            }
            return true;
        }

        private int find(byte[] wanted, int from, int to) {
            for (int at = from; at <= to - wanted.length; at++) {
                if (bytes[at] == wanted[0] && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                    return at;
                }
            }
            return -1;
        }
    }
}
