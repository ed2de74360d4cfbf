package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/** A WebSocket client that sends exactly the frames, or bytes, it is told to. */
public final class RawSocket implements AutoCloseable {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;
    static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final int PATIENCE_MS = 10_000;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final byte[] MASK = {0x12, (byte) 0x9A, 0x37, 0x5F};

    private final Socket socket;

    /** A frame of the server. */
    public record Received(int opcode, byte[] payload) {

        public String text() {
            return new String(payload, UTF_8);
        }

        /** The status of a close frame. */
        public int status() {
            return payload.length < 2 ? 0 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        }
    }

    private RawSocket(int port, int receiveBytes) throws IOException {
        socket = new Socket();
        if (receiveBytes > 0) {
            socket.setReceiveBufferSize(receiveBytes);
        }
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
    }

    /** Connects without a handshake. */
    static RawSocket connect(int port) throws IOException {
        return new RawSocket(port, 0);
    }

    public static RawSocket open(int port, String path) throws IOException {
        return open(port, path, 0);
    }

    /** @param receiveBytes room in the client's kernel for what it does not read; 0 for the usual */
    public static RawSocket open(int port, String path, int receiveBytes) throws IOException {
        var client = new RawSocket(port, receiveBytes);
        client.send(handshake(path, ""));
        String answer = client.head();
        assertTrue(answer.startsWith("HTTP/1.1 101 "), answer);
        return client;
    }

    /** @param more header lines, each with its end */
    public static String handshake(String path, String more) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + KEY
            + "\r\nSec-WebSocket-Version: 13\r\n" + more + "\r\n";
    }

    public RawSocket send(String bytes) throws IOException {
        return send(bytes.getBytes(ISO_8859_1));
    }

    public RawSocket send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    public RawSocket text(String text) throws IOException {
        return send(frame(TEXT, true, text.getBytes(UTF_8)));
    }

    /** A masked frame. */
    public static byte[] frame(int opcode, boolean isFinal, byte[] payload) {
        return frame(isFinal ? FINAL | opcode : opcode, MASKED, payload);
    }

    static byte[] frame(int first, int masked, byte[] payload) {
        var out = new ByteArrayOutputStream();
        out.write(first);
        if (payload.length < 126) {
            out.write(masked | payload.length);
        } else if (payload.length < 0x10000) {
            out.write(masked | 126);
            out.write(payload.length >> 8);
            out.write(payload.length);
        } else {
            out.write(masked | 127);
            out.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        if (masked != 0) {
            out.writeBytes(MASK);
        }
        for (int i = 0; i < payload.length; i++) {
            out.write(masked == 0 ? payload[i] : payload[i] ^ MASK[i % 4]);
        }
        return out.toByteArray();
    }

    public static byte[] goodbye(int status) {
        return frame(CLOSE, true, ByteBuffer.allocate(2).putShort((short) status).array());
    }

    /** The next frame of the server; {@link EOFException} where the connection ends first. */
    public Received receive() throws IOException {
        InputStream in = socket.getInputStream();
        int first = in.read();
        int second = in.read();
        if (second < 0) {
            throw new EOFException();
        }
        assertTrue((first & FINAL) != 0 && second < MASKED, "the server sends whole frames, without a mask");
        int length = second;
        if (length >= 126) {
            byte[] wide = in.readNBytes(length == 126 ? 2 : 8);
            length = 0;
            for (byte b : wide) {
                length = length << 8 | b & 0xFF;
            }
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException();
        }
        return new Received(first & 0xF, payload);
    }

    /** The text of the next frame, which must be one. */
    public String receiveText() throws IOException {
        Received frame = receive();
        assertTrue(frame.opcode() == TEXT, () -> "opcode " + frame.opcode() + ", status " + frame.status());
        return frame.text();
    }

    /** The status with which the server says goodbye, after anything else it sends. */
    public int receiveGoodbye() throws IOException {
        Received frame = receive();
        while (frame.opcode() != CLOSE) {
            frame = receive();
        }
        return frame.status();
    }

    /** Whether the connection ends without one more byte. */
    boolean ends() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    String head() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                break;
            }
            head.write(b);
        }
        return head.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
