package dev.hoga.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A wrong (or oddly right) request and its one right answer.
 *
 * @param name   what is odd about it
 * @param bytes  the whole request
 * @param status HTTP status of the answer
 * @param body   the whole body of the answer; empty where only the status is known
 * @param keeps  whether the connection serves the next request
 */
record Attempt(String name, byte[] bytes, int status, Map<String, Object> body, boolean keeps) {

    /** Refused as the contract's tables say. */
    static Attempt refused(String name, byte[] bytes, Refusal refusal) {
        return new Attempt(name, bytes, refusal.status(), refusal.body(), true);
    }

    /** Refused by the edge, with a status only. */
    static Attempt refusedByEdge(String name, byte[] bytes, int status, boolean keeps) {
        return new Attempt(name, bytes, status, Map.of(), keeps);
    }

    /** A request written line by line. */
    static final class Writer {
        private final List<String> lines = new ArrayList<>();

        Writer(String requestLine) {
            lines.add(requestLine + " HTTP/1.1");
        }

        Writer with(String name, String value) {
            lines.add(name + ": " + value);
            return this;
        }

        /** With the number of its bytes in front. */
        byte[] body(byte[] body) {
            return RawConnection.request(lines, body);
        }

        /** In two chunks. */
        byte[] chunked(byte[] body) {
            int half = body.length / 2;
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes((String.join("\r\n", lines) + "\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(ISO_8859_1));
            chunk(bytes, body, 0, half);
            chunk(bytes, body, half, body.length);
            bytes.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
            return bytes.toByteArray();
        }

        private static void chunk(ByteArrayOutputStream bytes, byte[] body, int from, int to) {
            if (from < to) {
                bytes.writeBytes((Integer.toHexString(to - from) + "\r\n").getBytes(ISO_8859_1));
                bytes.write(body, from, to - from);
                bytes.writeBytes("\r\n".getBytes(ISO_8859_1));
            }
        }
    }
}
