package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
    private static final int SHORT_MS = 300;
    private static final HttpLimits SHORT_WAITS =
        new HttpLimits(HttpLimits.INITIAL_LINE_BYTES, HttpLimits.HEAD_BYTES, SHORT_MS, HttpLimits.BODY_BYTES, SHORT_MS, 2 * SHORT_MS,
            SHORT_MS, 3, 4, 4, SHORT_MS, SHORT_MS);
    private static final String[] HEADERS = {"Content-Type", "application/json;charset=UTF-8", "api-id", "kt10000"};

    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private final List<HttpExchange> held = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() {
        server = serve(HttpLimits.DEFAULT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpServer serve(HttpLimits limits) {
        Router router = Router.builder()
            .exact("/echo", exchange -> {
                handled.add(new String(exchange.body(), ISO_8859_1));
                exchange.respond(200, HEADERS, exchange.body(), exchange.body().length);
            })
            .exact("/hold", held::add)
            .exact("/broken", exchange -> {
                throw new IllegalStateException("broken on purpose");
            })
            .prefix("/api/", new FixedAnswer(501, "not yet"))
            .build();
        return new HttpServer(HttpServerConfig.loopback(0).withLimits(limits), router);
    }

    private void restart(HttpLimits limits) {
        server.close();
        server = serve(limits);
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void spellsHeadersExactlyAsGiven() throws IOException {
        try (var client = new RawClient(server.port())) {
            String answer = client.send(post("/echo", "hello")).answer();
            assertTrue(answer.matches("(?s)HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=UTF-8\r\napi-id: kt10000\r\n"
                + "Date: [A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\nContent-Length: 5\r\n"
                + "Connection: keep-alive\r\n\r\nhello"), answer);
        }
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws IOException {
        try (var client = new RawClient(server.port())) {
            for (int i = 0; i < 100; i++) {
                assertEquals("n" + i, body(client.send(post("/echo", "n" + i)).answer()));
            }
        }
    }

    @Test
    void answersPipelinedRequestsInOrderWhateverFinishesFirst() throws IOException, InterruptedException {
        try (var client = new RawClient(server.port())) {
            client.send(post("/hold", "a") + post("/echo", "b") + post("/hold", "c") + post("/echo", "d"));
            awaitHeld(2);
            answerHeld(1, "second");
            answerHeld(0, "first");
            assertEquals("first", body(client.answer()));
            assertEquals("b", body(client.answer()));
            assertEquals("second", body(client.answer()));
            assertEquals("d", body(client.answer()));
        }
    }

    @Test
    void handlesNoMorePipelinedRequestsThanTheLimitAtOnce() throws IOException, InterruptedException {
        try (var client = new RawClient(server.port())) {
            int sent = HttpLimits.REQUESTS_UNDER_WAY + 10;
            client.send(post("/hold", "x").repeat(sent));
            awaitHeld(HttpLimits.REQUESTS_UNDER_WAY);
            client.send(post("/hold", "y"));
            assertEquals(HttpLimits.REQUESTS_UNDER_WAY, held.size());
            for (int i = 0; i <= sent; i++) {
                awaitHeld(i + 1);
                answerHeld(i, "n" + i);
                assertEquals("n" + i, body(client.answer()));
            }
        }
    }

    @Test
    void answersBytesThatArriveOneByOne() throws IOException {
        try (var client = new RawClient(server.port())) {
            for (char c : post("/echo", "slow").toCharArray()) {
                client.send(String.valueOf(c));
            }
            assertEquals("slow", body(client.answer()));
        }
    }

    @Test
    void takesAnAnswerFromAnotherThread() throws IOException, InterruptedException {
        try (var client = new RawClient(server.port()); var other = Executors.newSingleThreadExecutor()) {
            client.send(post("/hold", ""));
            awaitHeld(1);
            other.execute(() -> held.getFirst().resume(() -> answerHeld(0, Thread.currentThread().getName())));
            assertTrue(body(client.answer()).startsWith("http-"), "the answer is made on the network thread");
        }
    }

    @Test
    void dropsASecondAnswer() throws IOException, InterruptedException {
        try (var client = new RawClient(server.port())) {
            client.send(post("/hold", ""));
            awaitHeld(1);
            answerHeld(0, "one");
            answerHeld(0, "two");
            assertEquals("one", body(client.answer()));
            assertEquals("x", body(client.send(post("/echo", "x")).answer()));
        }
    }

    @Test
    void closesAfterConnectionClose() throws IOException {
        try (var client = new RawClient(server.port())) {
            String all = client.send("GET /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").rest();
            assertTrue(all.startsWith("HTTP/1.1 200 OK") && all.contains("\r\nConnection: close\r\n"), all);
        }
    }

    @Test
    void closesAfterAnOldRequestUnlessAskedToStay() throws IOException {
        try (var client = new RawClient(server.port())) {
            assertTrue(client.send("GET /echo HTTP/1.0\r\n\r\n").rest().contains("Connection: close"));
        }
        try (var client = new RawClient(server.port())) {
            String old = "GET /echo HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n";
            assertTrue(client.send(old).answer().contains("Connection: keep-alive"));
            assertTrue(client.send(old).answer().startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void answersAClientThatHasEndedItsSide() throws IOException, InterruptedException {
        try (var client = new RawClient(server.port())) {
            client.send(post("/hold", "")).endInput();
            awaitHeld(1);
            answerHeld(0, "still here");
            assertTrue(client.rest().endsWith("still here"));
        }
    }

    @Test
    void invitesTheBodyOfAClientThatWaits() throws IOException {
        try (var client = new RawClient(server.port())) {
            client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", client.head());
            assertEquals("ok", body(client.send("ok").answer()));
        }
    }

    @Test
    void joinsChunks() throws IOException {
        try (var client = new RawClient(server.port())) {
            String chunks = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n00A;ext=1\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n";
            assertEquals("abc0123456789", body(client.send(chunks).answer()));
            assertEquals("next", body(client.send(post("/echo", "next")).answer()));
        }
    }

    @Test
    void forgivesOneEmptyLineBeforeARequest() throws IOException {
        try (var client = new RawClient(server.port())) {
            assertEquals("a", body(client.send(post("/echo", "a") + "\r\n" + post("/echo", "b")).answer()));
            assertEquals("b", body(client.answer()));
        }
    }

    @Test
    void answersAnUnknownPathAsTheEdgeDoes() throws IOException {
        try (var client = new RawClient(server.port())) {
            String answer = client.send(post("/nowhere\"<x>", "{}")).answer();
            assertTrue(answer.startsWith("HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\n"), answer);
            assertTrue(body(answer).matches("\\{\"timestamp\":\"[^\"]+\",\"path\":\"/nowhere\\\\\"\\?x\\?\",\"status\":404,"
                + "\"error\":\"Not Found\"}"), answer);
        }
    }

    @Test
    void leavesOutTheBodyForHead() throws IOException {
        try (var client = new RawClient(server.port())) {
            String answers = client.send("HEAD /api/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").rest();
            assertTrue(answers.contains("Content-Length: 8\r\n") && answers.endsWith("\r\n\r\n"), answers);
        }
    }

    @Test
    void tellsTheClientOfABrokenHandlerAndServesTheNext() throws IOException {
        try (var client = new RawClient(server.port())) {
            assertTrue(client.send(post("/broken", "")).rest().startsWith("HTTP/1.1 500 "));
        }
        try (var client = new RawClient(server.port())) {
            assertEquals("x", body(client.send(post("/echo", "x")).answer()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\naa",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 1\r\n\r\na",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\na",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\na",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 0x1\r\n\r\na",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\na",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\n folded: y\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nA: b\r\n\tc\r\n\r\n",
        "POST /echo HTTP/1.1\nHost: x\n\n",
        "POST /echo HTTP/1.1\r\nHost: x\nA: b\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\n: empty\r\n\r\n",
        "POST /echo HTTP/1.1\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "POST  /echo HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /echo  HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /echo\r\nHost: x\r\n\r\n",
        "POST echo HTTP/1.1\r\nHost: x\r\n\r\n",
        "PO(ST /echo HTTP/1.1\r\nHost: x\r\n\r\n",
        "\r\n\r\nPOST /echo HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1 \r\na\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\na\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;a\rb\r\na\r\n0\r\n\r\n"})
    void refusesWhatTwoServersCouldReadDifferently(String request) throws IOException {
        try (var client = new RawClient(server.port())) {
            String all = client.send(request + post("/echo", "smuggled")).rest();
            assertTrue(all.startsWith("HTTP/1.1 400 Bad Request\r\n"), all);
            assertEquals(all.indexOf("HTTP/1.1"), all.lastIndexOf("HTTP/1.1"), "one answer, then the end");
        }
        assertEquals(List.of(), handled);
    }

    @Test
    void refusesTransferCodingsAndExpectationsAndVersionsItDoesNotKnow() throws IOException {
        assertStatus(501, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n");
        assertStatus(417, "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: money\r\n\r\n");
        assertStatus(505, "POST /echo HTTP/2.0\r\nHost: x\r\n\r\n");
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        assertStatus(414, "GET /" + "a".repeat(HttpLimits.INITIAL_LINE_BYTES));
        assertStatus(431, "GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(HttpLimits.HEAD_BYTES));
        assertStatus(431, "GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(HttpLimits.FIELDS) + "\r\n");
        assertStatus(413, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: " + (HttpLimits.BODY_BYTES + 1) + "\r\n\r\n");
        assertStatus(413, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n");
        assertStatus(413, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n");
        assertStatus(413, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n8000\r\n" + "a".repeat(0x8000)
            + "\r\n8001\r\n");
        assertStatus(400, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;" + "a".repeat(300));
    }

    @Test
    void takesWhatIsJustSmallEnough() throws IOException {
        String body = "b".repeat(HttpLimits.BODY_BYTES);
        String path = "GET /" + "a".repeat(HttpLimits.INITIAL_LINE_BYTES - "GET / HTTP/1.1\r\n".length()) + " HTTP/1.1\r\n";
        String fields = "Host: x\r\nA: ";
        String filler = "c".repeat(HttpLimits.HEAD_BYTES - path.length() - fields.length() - 4);
        try (var client = new RawClient(server.port())) {
            assertTrue(client.send(path + fields + filler + "\r\n\r\n").answer().startsWith("HTTP/1.1 404"));
            assertEquals(body, body(client.send(post("/echo", body)).answer()));
        }
    }

    @Test
    void answersRequestsBeforeABadOneThenEnds() throws IOException, InterruptedException {
        try (var client = new RawClient(server.port())) {
            client.send(post("/hold", "") + post("/echo", "b") + "GET / HTTP/1.1\n");
            awaitHeld(1);
            answerHeld(0, "a");
            assertEquals("a", body(client.answer()));
            assertEquals("b", body(client.answer()));
            assertEquals("", client.rest());
        }
    }

    @Test
    void givesUpOnASlowHeadAndASlowBody() throws IOException {
        restart(SHORT_WAITS);
        assertStatus(408, "POST /echo HTT");
        assertStatus(408, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\na");
    }

    @Test
    void closesAnIdleConnectionWithoutAWord() throws IOException {
        restart(SHORT_WAITS);
        try (var client = new RawClient(server.port())) {
            assertEquals("", client.rest());
        }
    }

    @Test
    void answersForAHandlerThatDoesNot() throws IOException {
        restart(SHORT_WAITS);
        try (var client = new RawClient(server.port())) {
            assertTrue(client.send(post("/hold", "")).rest().startsWith("HTTP/1.1 504 Gateway Timeout\r\n"));
            answerHeld(0, "too late");
        }
        try (var client = new RawClient(server.port())) {
            assertEquals("x", body(client.send(post("/echo", "x")).answer()));
        }
    }

    @Test
    void closesConnectionsAboveTheLimitOfAll() throws IOException {
        restart(new HttpLimits(HttpLimits.INITIAL_LINE_BYTES, HttpLimits.HEAD_BYTES, HttpLimits.HEAD_MS, HttpLimits.BODY_BYTES,
            HttpLimits.BODY_MS, HttpLimits.IDLE_MS, HttpLimits.STALL_MS, HttpLimits.CONNECTIONS_PER_ADDRESS, 1,
            HttpLimits.REQUESTS_UNDER_WAY, HttpLimits.RESPONSE_WAIT_MS, HttpLimits.DRAIN_MS));
        try (var one = new RawClient(server.port()); var two = new RawClient(server.port())) {
            assertEquals("1", body(one.send(post("/echo", "1")).answer()));
            assertEquals("", two.rest());
            assertEquals("2", body(one.send(post("/echo", "2")).answer()), "who is in stays in");
        }
    }

    @Test
    void closesAConnectionWhoseClientTakesNoAnswers() throws IOException, InterruptedException {
        restart(SHORT_WAITS);
        String large = post("/echo", "x".repeat(HttpLimits.BODY_BYTES));
        try (var client = new RawClient(server.port()); var sender = Executors.newSingleThreadExecutor()) {
            // More than the socket buffers of both ends can hold; the sender is stopped by the server's not reading.
            sender.execute(() -> {
                try {
                    client.send(large.repeat(400));
                } catch (IOException closedByServer) {
                    handled.add("closed");
                }
            });
            awaitEntry("closed");
            assertTrue(handled.size() < 400, "the server must not answer into memory: " + handled.size());
        }
        awaitConnections(0);
    }

    private void awaitEntry(String entry) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RawClient.PATIENCE_MS);
        while (!handled.contains(entry)) {
            assertTrue(System.nanoTime() < deadline, "the connection stays open");
            Thread.sleep(5);
        }
    }

    @Test
    void forgetsConnectionsThatEnded() throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            try (var client = new RawClient(server.port())) {
                client.send(post("/echo", "x")).answer();
            }
        }
        awaitConnections(0);
    }

    @Test
    void answersWhatIsUnderWayWhenItStops() throws IOException, InterruptedException {
        try (var client = new RawClient(server.port())) {
            client.send(post("/hold", ""));
            awaitHeld(1);
            var stopped = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> {
                server.close();
                stopped.countDown();
            });
            while (connects()) {
                Thread.sleep(5);
            }
            answerHeld(0, "last");
            assertTrue(client.rest().endsWith("last"));
            assertTrue(stopped.await(RawClient.PATIENCE_MS, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void refusesToAnswerWithAControlCharacterInAHeader() {
        String[] headers = {"api-id", "x\r\nSet-Cookie: y"};
        assertThrows(IllegalArgumentException.class, () -> ResponseHead.compose(io.netty.buffer.UnpooledByteBufAllocator.DEFAULT, 200,
            headers, new byte[0], 0, true, true));
    }

    @Test
    void saysWhichAddressItCannotHave() {
        var taken = HttpServerConfig.loopback(server.port());
        var failure = assertThrows(IllegalStateException.class, () -> new HttpServer(taken, Router.builder().build()));
        assertTrue(failure.getMessage().startsWith("cannot listen on 127.0.0.1:" + server.port()), failure.getMessage());
        failure = assertThrows(IllegalStateException.class,
            () -> new HttpServer(HttpServerConfig.loopback(0).withBindAddress(":::"), Router.builder().build()));
        assertEquals("cannot listen on ::::0: there is no such address", failure.getMessage());
    }

    private boolean connects() {
        try (var client = new RawClient(server.port())) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private void assertStatus(int status, String request) throws IOException {
        try (var client = new RawClient(server.port())) {
            String all = client.send(request).rest();
            assertTrue(all.startsWith("HTTP/1.1 " + status + " "), () -> status + " wanted, not " + all);
            assertEquals(all.indexOf("HTTP/1.1"), all.lastIndexOf("HTTP/1.1"), "one answer, then the end");
        }
    }

    private void answerHeld(int index, String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        held.get(index).respond(200, HEADERS, bytes, bytes.length);
    }

    private void awaitHeld(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RawClient.PATIENCE_MS);
        while (held.size() < count) {
            assertTrue(System.nanoTime() < deadline, () -> held.size() + " of " + count + " requests arrived");
            Thread.sleep(2);
        }
    }

    private void awaitConnections(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RawClient.PATIENCE_MS);
        while (server.connectionCount() > count) {
            assertTrue(System.nanoTime() < deadline, "connections stay counted");
            Thread.sleep(2);
        }
    }
}
