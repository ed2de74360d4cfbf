package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has to go when an address has all its places. */
class ConnectionsTest {
    private static final int PLACES = 3;
    private static final String[] HEADERS = {"Content-Type", "text/plain"};

    private final List<HttpExchange> held = Collections.synchronizedList(new ArrayList<>());
    private final List<RawClient> clients = new ArrayList<>();
    private final HttpServer server = new HttpServer(HttpServerConfig.loopback(0).withLimits(HttpLimits.DEFAULT.withConnectionsPerAddress(PLACES)),
        Router.builder()
            .exact("/echo", exchange -> exchange.respond(200, HEADERS, exchange.body(), exchange.body().length))
            .exact("/hold", held::add)
            .socket("/socket", session -> new SocketListener() {
                @Override
                public void text(byte[] message) {
                    session.send(Frame.text(new String(message, ISO_8859_1)));
                }

                @Override
                public void closed() {
                    // Nothing is kept of it.
                }
            })
            .build());

    @AfterEach
    void stop() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        server.close();
    }

    private RawClient connect() throws IOException {
        var client = new RawClient(server.port());
        clients.add(client);
        return client;
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void assertEchoes(RawClient client, String text) throws IOException {
        assertTrue(client.send(post("/echo", text)).answer().endsWith("\r\n\r\n" + text), text);
    }

    private void awaitHeld(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RawClient.PATIENCE_MS);
        while (held.size() < count) {
            assertTrue(System.nanoTime() < deadline, () -> held.size() + " of " + count + " requests arrived");
            Thread.sleep(2);
        }
    }

    @Test
    void aNewConnectionEndsTheOneThatHasBeenIdleLongest() throws IOException {
        RawClient one = connect();
        RawClient two = connect();
        RawClient three = connect();
        assertEchoes(one, "1");
        assertEchoes(two, "2");
        assertEchoes(three, "3");
        assertEchoes(one, "again");
        assertEchoes(connect(), "4");
        assertEquals("", two.rest(), "ended without a word");
        assertEchoes(one, "still here");
        assertEchoes(three, "still here");
        assertEquals(PLACES, server.connectionCount());
    }

    @Test
    void manyIdleConnectionsAreNoReasonToRefuseAnother() throws IOException {
        for (int i = 0; i < 5 * PLACES; i++) {
            assertEchoes(connect(), Integer.toString(i));
        }
        assertTrue(server.connectionCount() <= PLACES + 1, server.connectionCount() + " connections");
    }

    @Test
    void aConnectionWithARequestUnderWayIsNotEnded() throws IOException, InterruptedException {
        RawClient waiting = connect().send(post("/hold", ""));
        awaitHeld(1);
        RawClient halfway = connect();
        assertEchoes(halfway, "first");
        halfway.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nha");
        RawClient idle = connect();
        assertEchoes(idle, "idle");
        assertEchoes(connect(), "new");
        assertEquals("", idle.rest());
        held.getFirst().respond(200, HEADERS, new byte[] {'x'}, 1);
        assertTrue(waiting.answer().endsWith("x"));
        assertTrue(halfway.send("lf").answer().endsWith("half"));
    }

    @Test
    void whereNoneIsIdleTheNewOneIsClosedUnanswered() throws IOException, InterruptedException {
        for (int i = 0; i < PLACES; i++) {
            connect().send(post("/hold", ""));
        }
        awaitHeld(PLACES);
        assertTrue(endsUnanswered(connect()));
        held.getFirst().respond(200, HEADERS, new byte[] {'x'}, 1);
        assertTrue(clients.getFirst().answer().endsWith("x"));
        assertEchoes(connect(), "in the place of the first");
    }

    @Test
    void aWebSocketIsNotIdleHoweverSilent() throws IOException {
        try (var silent = RawSocket.open(server.port(), "/socket")) {
            assertEchoes(connect(), "1");
            assertEchoes(connect(), "2");
            assertEchoes(connect(), "3");
            assertEquals("hello", silent.text("hello").receiveText());
        }
    }

    /** The end may be a reset: the server need not have read what was sent. */
    private static boolean endsUnanswered(RawClient client) {
        try {
            return client.send(post("/echo", "x")).rest().isEmpty();
        } catch (IOException reset) {
            return true;
        }
    }
}
