package dev.hoga.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * A kept connection with at most one request under way, never waited for. An answer is looked at for its status, its length
 * and its return code, nothing else.
 */
final class HttpLine implements AutoCloseable {
    private static final int MOST_ANSWER_BYTES = 16 * 1024;
    private static final byte[] OK = "HTTP/1.1 200 ".getBytes(US_ASCII);
    private static final byte[] LENGTH = "\r\nContent-Length: ".getBytes(US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] GOOD = "\"return_code\":0,".getBytes(US_ASCII);

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(MOST_ANSWER_BYTES);
    private final byte[] bytes = new byte[MOST_ANSWER_BYTES];

    HttpLine(int port) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
    }

    SocketChannel channel() {
        return channel;
    }

    void send(ByteBuffer request) throws IOException {
        request.rewind();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /** Reads what has come. @return whether the answer is whole; then the next request may be sent */
    boolean answered() throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("the server closed a connection");
        }
        boolean whole = isWhole();
        if (whole) {
            in.clear();
        }
        return whole;
    }

    private boolean isWhole() throws IOException {
        int length = in.position();
        in.get(0, bytes, 0, length);
        int body = find(END_OF_HEAD, 0, length) + END_OF_HEAD.length;
        if (body < END_OF_HEAD.length) {
            return false;
        }
        int end = body + bodyLength(body);
        if (length < end) {
            return false;
        }
        boolean good = Arrays.equals(bytes, 0, OK.length, OK, 0, OK.length) && find(GOOD, body, length) > 0;
        if (!good || length > end) {
            throw new IOException("answered " + new String(bytes, 0, length, UTF_8));
        }
        return true;
    }

    private int bodyLength(int endOfHead) {
        int bodyLength = 0;
        for (int at = find(LENGTH, 0, endOfHead) + LENGTH.length; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            bodyLength = bodyLength * 10 + bytes[at] - '0';
        }
        return bodyLength;
    }

    private int find(byte[] wanted, int from, int to) {
        for (int at = from; at <= to - wanted.length; at++) {
            if (bytes[at] == wanted[0] && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
