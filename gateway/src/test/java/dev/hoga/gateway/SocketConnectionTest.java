package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketConnectionTest {
    private static final String PATH = "/socket";
    private static final int PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<SocketSession> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<HttpExchange> held = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() {
        serve(SocketLimits.DEFAULT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void serve(SocketLimits limits) {
        if (server != null) {
            server.close();
        }
        Router router = Router.builder()
            .exact("/hold", held::add)
            .exact(PATH, new FixedAnswer(200, "plain"))
            .socket(PATH, Echo::new)
            .build();
        server = new HttpServer(HttpServerConfig.loopback(0).withSocketLimits(limits), router);
    }

    /** Says back what it is told. */
    private final class Echo implements SocketListener {
        private final SocketSession session;

        Echo(SocketSession session) {
            this.session = session;
            opened.add(session);
        }

        @Override
        public void text(byte[] message) {
            String text = new String(message, UTF_8);
            if (text.equals("break")) {
                throw new IllegalStateException("broken on purpose");
            }
            told.add(text);
            session.send(Frame.text(message, message.length));
        }

        @Override
        public void pong(byte[] payload) {
            told.add("pong " + new String(payload, UTF_8));
        }

        @Override
        public void closed() {
            told.add("closed");
        }
    }

    private String told() throws InterruptedException {
        String next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(next, "nothing was told");
        return next;
    }

    private SocketSession session() throws InterruptedException {
        SocketSession session = opened.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(session, "nobody connected");
        return session;
    }

    // -- handshake -----------------------------------------------------------------------------------------------------

    @Test
    void answersTheHandshakeOfTheStandard() throws IOException {
        try (var client = RawSocket.connect(server.port())) {
            client.send(RawSocket.handshake(PATH, "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"));
            assertEquals("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n", client.head());
            assertEquals("hi", client.text("hi").receiveText());
        }
    }

    @Test
    void takesAnyOriginAndAgreesToTheFirstProtocol() throws Exception {
        try (var client = RawSocket.connect(server.port())) {
            client.send(RawSocket.handshake(PATH, "Origin: https://elsewhere.example\r\nSec-WebSocket-Protocol: quotes, orders\r\n"));
            assertTrue(client.head().contains("\r\nSec-WebSocket-Protocol: quotes\r\n"));
            assertEquals("https://elsewhere.example", session().header("origin"));
        }
    }

    @Test
    void takesFramesThatComeRightBehindTheHandshake() throws IOException {
        try (var client = RawSocket.connect(server.port())) {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(RawSocket.handshake(PATH, "").getBytes(ISO_8859_1));
            bytes.writeBytes(RawSocket.frame(RawSocket.TEXT, true, "early".getBytes(UTF_8)));
            client.send(bytes.toByteArray()).head();
            assertEquals("early", client.receiveText());
        }
    }

    @Test
    void answersAPlainRequestToTheSamePath() throws IOException {
        try (var client = new RawClient(server.port())) {
            assertTrue(client.send("GET " + PATH + " HTTP/1.1\r\nHost: x\r\n\r\n").answer().endsWith("plain\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "POST /socket HTTP/1.1|Host: x|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|Sec-WebSocket-Version: 13",
        "GET /socket HTTP/1.0|Host: x|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|Sec-WebSocket-Version: 13",
        "GET /socket HTTP/1.1|Host: x|Upgrade: websocket|Connection: close|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|Sec-WebSocket-Version: 13",
        "GET /socket HTTP/1.1|Host: x|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13",
        "GET /socket HTTP/1.1|Host: x|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j|Sec-WebSocket-Version: 13",
        "GET /socket HTTP/1.1|Host: x|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: !!!!IHNhbXBsZSBub25jZQ==|Sec-WebSocket-Version: 13",
    })
    void refusesAHandshakeThatIsNone(String lines) throws IOException {
        try (var client = new RawClient(server.port())) {
            String answer = client.send(lines.replace("|", "\r\n") + "\r\n\r\n").answer();
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        }
    }

    @Test
    void refusesAHandshakeWithABodyOrBehindAnOpenRequest() throws Exception {
        try (var client = new RawClient(server.port())) {
            String handshake = RawSocket.handshake(PATH, "Content-Length: 1\r\n");
            assertTrue(client.send(handshake + "x").answer().startsWith("HTTP/1.1 400 "));
        }
        try (var client = new RawClient(server.port())) {
            client.send("GET /hold HTTP/1.1\r\nHost: x\r\n\r\n" + RawSocket.handshake(PATH, ""));
            held.take().respond(200, new String[0], new byte[0], 0);
            String answers = client.rest();
            assertTrue(answers.startsWith("HTTP/1.1 200 OK"), answers);
            assertFalse(answers.contains(" 101 "), answers);
        }
    }

    @Test
    void tellsWhichVersionItSpeaks() throws IOException {
        try (var client = new RawClient(server.port())) {
            String answer = client.send(RawSocket.handshake(PATH, "").replace("Version: 13", "Version: 8")).answer();
            assertTrue(answer.startsWith("HTTP/1.1 426 Upgrade Required\r\n"), answer);
            assertTrue(answer.contains("\r\nSec-WebSocket-Version: 13\r\n"), answer);
        }
    }

    // -- frames --------------------------------------------------------------------------------------------------------

    @Test
    void joinsFragmentsAndAnswersAPingBetweenThem() throws Exception {
        try (var client = RawSocket.open(server.port(), PATH)) {
            client.send(RawSocket.frame(RawSocket.TEXT, false, "주식".getBytes(UTF_8)));
            client.send(RawSocket.frame(RawSocket.PING, true, "are you there".getBytes(UTF_8)));
            RawSocket.Received pong = client.receive();
            assertEquals(RawSocket.PONG, pong.opcode());
            assertEquals("are you there", pong.text());
            client.send(RawSocket.frame(RawSocket.CONTINUATION, false, new byte[0]));
            client.send(RawSocket.frame(RawSocket.CONTINUATION, true, "체결".getBytes(UTF_8)));
            assertEquals("주식체결", client.receiveText());
            assertEquals("주식체결", told());
        }
    }

    @Test
    void tellsOfAPongWithItsText() throws Exception {
        try (var client = RawSocket.open(server.port(), PATH)) {
            client.send(RawSocket.frame(RawSocket.PONG, true, "{}".getBytes(UTF_8)));
            assertEquals("pong {}", told());
        }
    }

    @Test
    void takesACharacterCutByFragments() throws IOException {
        byte[] bytes = "삼".getBytes(UTF_8);
        try (var client = RawSocket.open(server.port(), PATH)) {
            client.send(RawSocket.frame(RawSocket.TEXT, false, new byte[] {bytes[0]}));
            client.send(RawSocket.frame(RawSocket.CONTINUATION, true, new byte[] {bytes[1], bytes[2]}));
            assertEquals("삼", client.receiveText());
        }
    }

    /** First byte of a frame, its mask bit, its payload; the status it is closed with. */
    @ParameterizedTest
    @CsvSource({
        "129,   0, hi,   1002, not masked",
        "193, 128, hi,   1002, a reserved bit",
        "131, 128, hi,   1002, a reserved opcode",
        "139, 128, hi,   1002, a reserved control opcode",
        "128, 128, hi,   1002, a continuation of nothing",
        "9,   128, hi,   1002, a fragmented ping",
        "130, 128, hi,   1003, binary",
        "2,   128, hi,   1003, binary in fragments",
        "129, 128, ÿ,    1007, no UTF-8",
        "136, 128, x,    1002, a goodbye with half a status",
    })
    void closesWhatIsNoProperFrame(int first, int mask, String payload, int status) throws Exception {
        try (var client = RawSocket.open(server.port(), PATH)) {
            client.send(RawSocket.frame(first, mask, payload.getBytes(ISO_8859_1)));
            assertEquals(status, client.receiveGoodbye());
            client.send(RawSocket.goodbye(status));
            assertTrue(client.ends());
            assertEquals("closed", told());
        }
    }

    @Test
    void closesATextWithinAText() throws IOException {
        try (var client = RawSocket.open(server.port(), PATH)) {
            client.send(RawSocket.frame(RawSocket.TEXT, false, "a".getBytes(UTF_8)));
            client.send(RawSocket.frame(RawSocket.TEXT, true, "b".getBytes(UTF_8)));
            assertEquals(1002, client.receiveGoodbye());
        }
    }

    @Test
    void closesATextWhoseLastCharacterNeverEnds() throws IOException {
        try (var client = RawSocket.open(server.port(), PATH)) {
            client.send(RawSocket.frame(RawSocket.TEXT, true, new byte[] {(byte) 0xEC, (byte) 0x82}));
            assertEquals(1007, client.receiveGoodbye());
        }
    }

    @Test
    void takesTheLongestMessageAndClosesOneByteMore() throws IOException {
        try (var client = RawSocket.open(server.port(), PATH)) {
            String longest = "x".repeat(SocketLimits.MESSAGE_BYTES);
            assertEquals(longest, client.text(longest).receiveText());
            client.text(longest + "x");
            assertEquals(1009, client.receiveGoodbye());
        }
    }

    @Test
    void closesFragmentsThatGrowTooLong() throws IOException {
        byte[] half = new byte[SocketLimits.MESSAGE_BYTES / 2];
        try (var client = RawSocket.open(server.port(), PATH)) {
            client.send(RawSocket.frame(RawSocket.TEXT, false, half));
            client.send(RawSocket.frame(RawSocket.CONTINUATION, false, half));
            client.send(RawSocket.frame(RawSocket.CONTINUATION, true, new byte[1]));
            assertEquals(1009, client.receiveGoodbye());
        }
    }

    @Test
    void refusesALengthBeforeItsBytesHaveCome() throws IOException {
        try (var client = RawSocket.open(server.port(), PATH)) {
            client.send(new byte[] {(byte) 0x81, (byte) 0xFF, 0x7F, -1, -1, -1, -1, -1, -1, -1, 1, 2, 3, 4});
            assertEquals(1009, client.receiveGoodbye());
        }
    }

    // -- the end -------------------------------------------------------------------------------------------------------

    @Test
    void saysGoodbyeBackWithTheClientsStatus() throws Exception {
        try (var client = RawSocket.open(server.port(), PATH)) {
            client.send(RawSocket.goodbye(1000));
            assertEquals(1000, client.receiveGoodbye());
            assertTrue(client.ends());
        }
        assertEquals("closed", told());
        assertEquals(List.of(), List.copyOf(told), "the end is told once");
    }

    @Test
    void noticesAClientThatIsGone() throws Exception {
        RawSocket.open(server.port(), PATH).close();
        assertEquals("closed", told());
    }

    @Test
    void saysGoodbyeWhenTheServerStops() throws IOException {
        try (var client = RawSocket.open(server.port(), PATH)) {
            client.text("here").receiveText();
            server.close();
            assertEquals(1001, client.receiveGoodbye());
        }
    }

    @Test
    void sendsWhatWasSaidBeforeAGoodbye() throws Exception {
        try (var client = RawSocket.open(server.port(), PATH)) {
            SocketSession session = session();
            session.execute(() -> {
                session.send(Frame.text("last words"));
                session.close(SocketSession.NORMAL, "Bye");
                session.send(Frame.text("too late"));
            });
            assertEquals("last words", client.receiveText());
            RawSocket.Received goodbye = client.receive();
            assertEquals(1000, goodbye.status());
            assertEquals("Bye", goodbye.text().substring(2));
        }
    }

    @Test
    void endsAtOnceWhereItIsDropped() throws Exception {
        try (var client = RawSocket.open(server.port(), PATH)) {
            SocketSession session = session();
            session.execute(session::drop);
            assertTrue(client.ends());
        }
    }

    @Test
    void closesTheSessionWhoseListenerFails() throws IOException {
        try (var client = RawSocket.open(server.port(), PATH)) {
            client.text("break");
            assertEquals(1011, client.receiveGoodbye());
        }
    }

    // -- too much ------------------------------------------------------------------------------------------------------

    @Test
    void readsAFloodMoreSlowlyAndLosesNothing() throws Exception {
        serve(new SocketLimits(SocketLimits.MESSAGE_BYTES, 40, SocketLimits.QUEUE_FRAMES, SocketLimits.QUEUE_BYTES,
            SocketLimits.STALL_MS, SocketLimits.CLOSE_MS));
        int messages = 100;
        try (var client = RawSocket.open(server.port(), PATH)) {
            for (int i = 0; i < messages; i++) {
                client.text(Integer.toString(i));
            }
            for (int i = 0; i < messages; i++) {
                assertEquals(Integer.toString(i), client.receiveText());
            }
        }
    }

    @Test
    void closesAClientThatAsksAndNeverReads() throws Exception {
        serve(new SocketLimits(SocketLimits.MESSAGE_BYTES, 1_000_000, 64, 256 * 1024, SocketLimits.STALL_MS, 100));
        String big = "x".repeat(32_000);
        try (var client = RawSocket.open(server.port(), PATH, 4_096)) {
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 100_000; i++) {
                    client.text(big);
                }
            });
        }
        while (!told().equals("closed")) {
            // what it asked before
        }
    }

    @Test
    void givesUpAClientThatTakesNothing() throws Exception {
        serve(new SocketLimits(SocketLimits.MESSAGE_BYTES, 200, 4_096, 64 * 1024 * 1024, 200, 100));
        try (var client = RawSocket.open(server.port(), PATH, 4_096)) {
            SocketSession session = session();
            String filler = "x".repeat(60_000);
            session.execute(() -> {
                for (int i = 0; i < 400; i++) {
                    session.send(Frame.text(filler));
                }
            });
            assertEquals("closed", told());
            assertNotNull(client);
        }
    }

    @Test
    void givesAClientThatWasBehindTheNewestQuoteAndEveryNotice() throws Exception {
        var quotes = new Topic();
        try (var client = RawSocket.open(server.port(), PATH, 4_096)) {
            SocketSession session = session();
            int quoteCount = 2_000;
            String filler = " ".repeat(20_000);
            session.execute(() -> {
                quotes.add(session);
                for (int i = 1; i <= quoteCount; i++) {
                    byte[] quote = ("quote " + i + filler).getBytes(UTF_8);
                    session.send(Frame.quote(quotes, quote, quote.length));
                    if (i % 500 == 0) {
                        session.send(Frame.text("notice " + i));
                    }
                }
            });
            var notices = new ArrayList<String>();
            int received = 0;
            String last = "";
            while (notices.size() < 4 || !last.equals("quote " + quoteCount)) {
                String text = client.receiveText().strip();
                if (text.startsWith("notice")) {
                    notices.add(text);
                } else {
                    last = text;
                    received++;
                }
            }
            assertEquals(List.of("notice 500", "notice 1000", "notice 1500", "notice 2000"), notices);
            assertTrue(received < quoteCount, "nothing was left out, so the client was never behind");
        }
    }

    @Test
    void servesOthersWhateverBytesOneClientSends() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (var witness = RawSocket.open(server.port(), PATH)) {
            for (int round = 0; round < 100; round++) {
                byte[] noise = new byte[random.nextInt(1, 300)];
                random.nextBytes(noise);
                byte[] text = new byte[random.nextInt(200)];
                random.nextBytes(text);
                try (var client = RawSocket.open(server.port(), PATH)) {
                    client.send(random.nextBoolean() ? noise : RawSocket.frame(random.nextInt(256), random.nextBoolean() ? 128 : 0, text));
                    client.send(noise);
                } catch (IOException closedAlready) {
                    assertNotNull(closedAlready);
                }
                assertEquals("round " + round, witness.text("round " + round).receiveText(), "seed " + seed);
            }
        }
    }

    @Test
    void sharesTheBytesOfAFrame() {
        Frame frame = Frame.text("삼성전자");
        assertArrayEquals("삼성전자".getBytes(UTF_8), frame.payload());
        frame.retain();
        var one = frame.handOver();
        var other = frame.handOver();
        assertEquals(one.memoryAddress(), other.memoryAddress());
        one.release();
        assertEquals(1, other.refCnt());
        other.release();
        assertEquals(0, one.refCnt());
    }
}
