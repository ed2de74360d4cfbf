package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The step from HTTP to WebSocket (RFC 6455, section 4.2). Any Origin is taken: real clients send any, and what protects a
 * session is its token. Of offered subprotocols the first is agreed to, no extension is.
 */
final class SocketHandshake {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String VERSION = "13";
    private static final int KEY_BYTES = 16;
    private static final int KEY_CHARACTERS = 24;
    private static final int LONGEST_PROTOCOL = 64;

    private SocketHandshake() {
    }

    /** Whether the client asks for a WebSocket; whether it may have one is another question. */
    static boolean isAsked(RequestHead head) {
        return RequestHead.hasWord(head.header("Upgrade"), "websocket");
    }

    /** @throws BadRequestException where the request is no proper handshake; 426 for another version */
    static void check(RequestHead head, int bodyBytes) throws BadRequestException {
        if (!head.method().equals("GET") || !head.http11() || bodyBytes > 0
            || !RequestHead.hasWord(head.header("Connection"), "upgrade") || !isKey(head.header("Sec-WebSocket-Key"))) {
            throw new BadRequestException(400, "WebSocket handshake");
        }
        if (!head.header("Sec-WebSocket-Version").equals(VERSION)) {
            throw new BadRequestException(426, "WebSocket version");
        }
    }

    private static boolean isKey(String key) {
        if (key.length() != KEY_CHARACTERS) {
            return false;
        }
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Says which version would do. */
    static String[] headersOf426() {
        return new String[] {"Content-Type", "application/json", "Sec-WebSocket-Version", VERSION};
    }

    /** The 101 that ends HTTP on this connection. */
    static byte[] answer(RequestHead head) {
        String protocol = agreedProtocol(head.header("Sec-WebSocket-Protocol"));
        return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
            + accept(head.header("Sec-WebSocket-Key")) + "\r\n"
            + (protocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + protocol + "\r\n") + "\r\n").getBytes(US_ASCII);
    }

    /** What proves to the client that its key was read. */
    static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /** Browsers end a connection whose server is silent about the protocols offered. */
    private static String agreedProtocol(String offered) {
        int comma = offered.indexOf(',');
        String first = (comma < 0 ? offered : offered.substring(0, comma)).strip();
        return first.length() <= LONGEST_PROTOCOL && RequestHead.isToken(first) ? first : "";
    }
}
