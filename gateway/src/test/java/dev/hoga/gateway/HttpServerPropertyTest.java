package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seeded: how bytes are cut on the way changes nothing, and no bytes at all break the server. */
class HttpServerPropertyTest {
    private static final int STREAMS = 60;
    private static final int GARBLED = 300;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private HttpServer server;

    @BeforeEach
    void start() {
        Router echo = Router.builder()
            .exact("/echo", exchange -> exchange.respond(200, new String[0], exchange.body(), exchange.body().length)).build();
        server = new HttpServer(HttpServerConfig.loopback(0), echo);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String body() {
        var body = new StringBuilder();
        for (int left = random.nextInt(200); left > 0; left--) {
            body.append((char) (' ' + random.nextInt(95)));
        }
        return body.toString();
    }

    private String request(String body) {
        String head = "POST /echo HTTP/1.1\r\nHost: x\r\n";
        if (random.nextBoolean()) {
            return head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        }
        var chunks = new StringBuilder(head + "Transfer-Encoding: chunked\r\n\r\n");
        for (int at = 0; at < body.length();) {
            int size = 1 + random.nextInt(body.length() - at);
            chunks.append(Integer.toHexString(size)).append("\r\n").append(body, at, at + size).append("\r\n");
            at += size;
        }
        return chunks + "0\r\n\r\n";
    }

    @Test
    void answersTheSameHoweverTheBytesAreCut() throws IOException {
        for (int stream = 0; stream < STREAMS; stream++) {
            var bodies = new ArrayList<String>();
            var bytes = new StringBuilder();
            for (int left = 1 + random.nextInt(8); left > 0; left--) {
                bodies.add(body());
                bytes.append(request(bodies.getLast()));
            }
            var answered = new ArrayList<String>();
            try (var client = new RawClient(server.port())) {
                for (int at = 0; at < bytes.length();) {
                    int end = Math.min(bytes.length(), at + 1 + random.nextInt(120));
                    client.send(bytes.substring(at, end));
                    at = end;
                }
                for (int i = 0; i < bodies.size(); i++) {
                    String answer = client.answer();
                    answered.add(answer.substring(answer.indexOf("\r\n\r\n") + 4));
                }
            }
            assertEquals(bodies, answered, "seed " + seed + ", stream " + stream);
        }
    }

    @Test
    void survivesGarbledRequests() throws IOException {
        for (int i = 0; i < GARBLED; i++) {
            byte[] bytes = request(body()).getBytes(ISO_8859_1);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try (var client = new RawClient(server.port())) {
                String all = client.send(new String(bytes, ISO_8859_1)).endInput().rest();
                assertTrue(all.isEmpty() || List.of("200", "400", "404", "413", "417", "501", "505").contains(all.substring(9, 12)),
                    () -> "seed " + seed + ": " + all);
            }
        }
        try (var client = new RawClient(server.port())) {
            assertTrue(client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na").answer().endsWith("a"), "seed " + seed);
        }
    }
}
