package dev.hoga.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A session that says wrong things. Behind each it asks something whose answer is known (a probe), so that it need not wait to know that
 * nothing else was answered, and that the session still lives.
 */
final class BadSession implements AutoCloseable {
    private final RawConnection connection;
    private final IntFunction<String> probe;
    private int probes;

    private BadSession(RawConnection connection, IntFunction<String> probe) {
        this.connection = connection;
        this.probe = probe;
    }

    /** @param probe a message for each number, whose answer has {@code PROBE} and the number in it */
    static BadSession open(int port, String path, IntFunction<String> probe) throws IOException {
        RawConnection connection = RawConnection.open(port);
        connection.send(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n").getBytes(ISO_8859_1));
        if (connection.read().status() != RawConnection.SWITCHING_PROTOCOLS) {
            throw new IOException("no WebSocket");
        }
        return new BadSession(connection, probe);
    }

    /** What came back, and how the connection ended, if it did. */
    record Reaction(List<Object> heard, String end) {
    }

    /** Says something and a probe behind it, and hears what comes before the probe's answer or the end. */
    Reaction says(byte[] bytes) throws IOException {
        String mark = "PROBE" + ++probes + '"';
        var heard = new ArrayList<>();
        try {
            connection.send(WireFrame.joined(bytes, WireFrame.text(probe.apply(probes))));
            String end = hear(heard, text -> text.contains(mark));
            return new Reaction(heard, end);
        } catch (EOFException | SocketException ended) {
            return new Reaction(heard, SocketAttempt.DROPPED);
        }
    }

    private String hear(List<Object> heard, Predicate<String> isLast) throws IOException {
        while (true) {
            RawConnection.Frame frame = connection.nextFrame();
            switch (frame.opcode()) {
                case WireFrame.CLOSE -> {
                    return end(frame);
                }
                case WireFrame.PONG -> heard.add(SocketAttempt.pong(frame.payload()));
                default -> {
                    String text = new String(frame.payload(), UTF_8);
                    if (isLast.test(text)) {
                        return SocketAttempt.STAYS;
                    }
                    Map<String, Object> answer = Json.object(frame.payload());
                    if (!isHeartbeat(answer)) {
                        heard.add(answer);
                    }
                }
            }
        }
    }

    private static boolean isHeartbeat(Map<String, Object> answer) {
        return answer.equals(Map.of("trnm", "PING"))
            || answer.get("header") instanceof Map<?, ?> header && "PINGPONG".equals(header.get("tr_id"));
    }

    /** Says goodbye back and waits for the end. Ends its own side too, because behind broken frames the server reads no goodbye. */
    private String end(RawConnection.Frame goodbye) throws IOException {
        connection.sendFrame(WireFrame.CLOSE, goodbye.payload());
        connection.finishSending();
        connection.awaitClose();
        int status = goodbye.payload().length < Short.BYTES ? 0 : ByteBuffer.wrap(goodbye.payload()).getShort() & 0xFFFF;
        return SocketAttempt.closed(status);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
