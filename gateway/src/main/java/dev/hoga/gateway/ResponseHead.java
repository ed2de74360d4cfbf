package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Writes head and body of an answer into one buffer. Standard headers have a capital letter and everything else is written as
 * given, because clients exist that look for exactly these spellings.
 */
final class ResponseHead {
    private static final int HEAD_ROOM_BYTES = 384;
    private static final DateTimeFormatter HTTP_DATE =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Map<Integer, String> REASONS = Map.ofEntries(Map.entry(100, "Continue"), Map.entry(200, "OK"),
        Map.entry(201, "Created"), Map.entry(204, "No Content"), Map.entry(400, "Bad Request"), Map.entry(401, "Unauthorized"),
        Map.entry(403, "Forbidden"), Map.entry(404, "Not Found"), Map.entry(405, "Method Not Allowed"),
        Map.entry(408, "Request Timeout"), Map.entry(409, "Conflict"), Map.entry(413, "Content Too Large"),
        Map.entry(414, "URI Too Long"), Map.entry(415, "Unsupported Media Type"), Map.entry(417, "Expectation Failed"),
        Map.entry(426, "Upgrade Required"), Map.entry(429, "Too Many Requests"),
        Map.entry(431, "Request Header Fields Too Large"),
        Map.entry(500, "Internal Server Error"), Map.entry(501, "Not Implemented"), Map.entry(502, "Bad Gateway"),
        Map.entry(503, "Service Unavailable"), Map.entry(504, "Gateway Timeout"), Map.entry(505, "HTTP Version Not Supported"));

    private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
    private static final byte[] CLOSE = ascii("\r\nConnection: close\r\n\r\n");
    private static final byte[] KEEP_ALIVE = ascii("\r\nConnection: keep-alive\r\n\r\n");
    static final byte[] CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");

    private static volatile DateLine dateLine = new DateLine(0, new byte[0]);

    private record DateLine(long second, byte[] bytes) {
    }

    private ResponseHead() {
    }

    /** The words that belong to a status. */
    static String reason(int status) {
        return REASONS.getOrDefault(status, "");
    }

    static ByteBuf compose(ByteBufAllocator allocator, int status, String[] headers, byte[] body, int length, boolean keepAlive,
        boolean sendBody) {
        checkHeaders(headers);
        ByteBuf out = allocator.ioBuffer(HEAD_ROOM_BYTES + length);
        out.writeBytes(StatusLines.of(status));
        for (int i = 0; i < headers.length; i += 2) {
            writeText(out, headers[i]);
            out.writeShort(':' << 8 | ' ');
            writeText(out, headers[i + 1]);
            out.writeShort('\r' << 8 | '\n');
        }
        out.writeBytes(dateLine());
        out.writeBytes(CONTENT_LENGTH);
        writeText(out, Integer.toString(length));
        out.writeBytes(keepAlive ? KEEP_ALIVE : CLOSE);
        if (sendBody) {
            out.writeBytes(body, 0, length);
        }
        return out;
    }

    private static void checkHeaders(String[] headers) {
        for (String text : headers) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) < ' ' || text.charAt(i) == 0x7F) {
                    throw new IllegalArgumentException("control character in a response header");
                }
            }
        }
    }

    private static void writeText(ByteBuf out, String text) {
        out.writeCharSequence(text, US_ASCII);
    }

    private static byte[] dateLine() {
        long second = System.currentTimeMillis() / 1_000;
        DateLine line = dateLine;
        if (line.second != second) {
            line = new DateLine(second, ascii("Date: " + HTTP_DATE.format(Instant.ofEpochSecond(second)) + "\r\n"));
            dateLine = line;
        }
        return line.bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    /** One status line per known status, made once. */
    private static final class StatusLines {
        private static final int MOST = 600;
        private static final byte[][] LINES = new byte[MOST][];

        static byte[] of(int status) {
            byte[] line = LINES[status];
            if (line == null) {
                line = ascii("HTTP/1.1 " + status + " " + reason(status) + "\r\n");
                LINES[status] = line;
            }
            return line;
        }
    }
}
