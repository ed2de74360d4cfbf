package dev.hoga.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** A client's WebSocket that mostly listens: cuts what comes into frames and copies nothing. */
final class SocketLine implements AutoCloseable {
    /** Small, so that a client that does not read is soon one that takes nothing. */
    private static final int RECEIVE_BYTES = 128 * 1024;
    private static final int MOST_BYTES = 256 * 1024;
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_CLOSE = 0x88;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int HEADER_BYTES = 8;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);

    private final SocketChannel channel;
    private final byte[] bytes = new byte[MOST_BYTES];
    private final ByteBuffer in = ByteBuffer.wrap(bytes);

    /** Is told of each text frame: where its payload stands. */
    @FunctionalInterface
    interface Listener {
        void frame(byte[] bytes, int from, int length) throws IOException;
    }

    /** Connects and shakes hands, waiting for both; afterwards nothing is waited for. */
    SocketLine(int port, String path) throws IOException {
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BYTES);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(new InetSocketAddress("127.0.0.1", port));
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
        do {
            if (channel.read(in) < 0) {
                throw new IOException("no WebSocket: " + new String(bytes, 0, in.position(), UTF_8));
            }
        } while (in.position() < END_OF_HEAD.length
            || !Arrays.equals(bytes, in.position() - END_OF_HEAD.length, in.position(), END_OF_HEAD, 0, END_OF_HEAD.length));
        if (!new String(bytes, 0, in.position(), US_ASCII).startsWith("HTTP/1.1 101 ")) {
            throw new IOException("no WebSocket: " + new String(bytes, 0, in.position(), UTF_8));
        }
        in.clear();
        channel.configureBlocking(false);
    }

    SocketChannel channel() {
        return channel;
    }

    /** Sends a text, masked with zeros as the protocol allows. */
    void say(String text) throws IOException {
        byte[] payload = text.getBytes(UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + payload.length).put((byte) FINAL_TEXT);
        if (payload.length < LENGTH_16) {
            frame.put((byte) (MASKED | payload.length));
        } else {
            frame.put((byte) (MASKED | LENGTH_16)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    /** Reads what has come. @return how many bytes that were */
    int read(Listener listener) throws IOException {
        int count = channel.read(in);
        if (count < 0) {
            throw new IOException("the server closed a session");
        }
        int from = 0;
        int to = in.position();
        while (to - from >= 2) {
            int code = bytes[from + 1];
            int header = code < LENGTH_16 ? 2 : 4;
            if (to - from < header) {
                break;
            }
            int length = code < LENGTH_16 ? code : (bytes[from + 2] & 0xFF) << 8 | bytes[from + 3] & 0xFF;
            if (to - from < header + length) {
                break;
            }
            if ((bytes[from] & 0xFF) == FINAL_CLOSE) {
                throw new IOException("the server ended a session: " + new String(bytes, from + header, length, UTF_8));
            }
            listener.frame(bytes, from + header, length);
            from += header + length;
        }
        in.flip().position(from);
        in.compact();
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
