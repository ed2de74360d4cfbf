package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.FeedReader;
import dev.hoga.gateway.HttpServer;
import dev.hoga.gateway.HttpServerConfig;
import dev.hoga.gateway.RawSocket;
import dev.hoga.gateway.Router;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One client that does not read, among many that do, over a real network. */
class StalledReaderTest {
    private static final int READERS = 199;
    private static final int TRADES = 1_000;
    /** Far less than what the stalled client was sent: 0B and 0D of every trade are more than four megabytes. */
    private static final long MOST_GROWTH_BYTES = 3 * 1024 * 1024;
    private static final int SMALL_RECEIVE_BYTES = 4_096;
    /** Later than a slow machine ends the test: no PING comes between the frames that are counted. */
    private static final int NEVER_MS = 3_600_000;

    private final House house = new House();
    private final KiwoomSocket socket = new KiwoomSocket(house.tokens, House.CATALOGUE,
        new KiwoomSocketSettings(false, NEVER_MS, NEVER_MS, NEVER_MS, NEVER_MS));
    private final FeedReader feed = new FeedReader(house.engine, List.of(socket));
    private final List<RawSocket> clients = new ArrayList<>();
    private String token;
    private HttpServer server;

    @BeforeEach
    void start() {
        // Several network threads, as on a larger machine: frames must not be released before the last of them has sent them.
        server = new HttpServer(HttpServerConfig.loopback(0).withEventLoops(3), Router.builder().socket(KiwoomSocket.DOMESTIC_PATH, socket).build());
        token = house.token("alice", Environment.LIVE);
        house.depositShares(house.bob, House.SAMSUNG, 1_000_000, 60_000);
    }

    @AfterEach
    void stop() throws IOException {
        feed.close();
        for (RawSocket client : clients) {
            client.close();
        }
        server.close();
    }

    private RawSocket connect(int receiveBytes, String... types) throws IOException {
        RawSocket client = RawSocket.open(server.port(), KiwoomSocket.DOMESTIC_PATH, receiveBytes);
        clients.add(client);
        client.text(KiwoomSessionTest.loginFrame(token)).receiveText();
        client.text(KiwoomSessionTest.reg("1", "1", List.of(House.SAMSUNG), List.of(types))).receiveText();
        return client;
    }

    /** Reads until a trade brings the day's volume to a number, and answers how many trades were told. */
    private static int readUntilVolume(RawSocket client, long volume) throws IOException {
        int trades = 0;
        while (true) {
            String frame = client.receiveText();
            trades += frame.contains("\"type\":\"0B\"") ? 1 : 0;
            if (frame.contains("\"13\":\"" + volume + "\"")) {
                return trades;
            }
        }
    }

    private void trade(int times) {
        for (int i = 0; i < times; i++) {
            house.scripted(Side.SELL, House.SAMSUNG, 1, 70_000);
            house.scripted(Side.BUY, House.SAMSUNG, 1, 70_000);
        }
    }

    private static long directBytes() {
        return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric().usedDirectMemory();
    }

    @Test
    void harmsNobodyElseAndIsGivenTheNewestLater() throws Exception {
        RawSocket stalled = connect(SMALL_RECEIVE_BYTES, "0B", "0C", "0D");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = new ArrayList<Future<Integer>>();
            for (int i = 0; i < READERS; i++) {
                RawSocket reader = connect(0, "0B");
                reads.add(threads.submit(() -> readUntilVolume(reader, TRADES)));
            }
            trade(1);
            long before = directBytes();
            trade(TRADES - 1);
            for (Future<Integer> read : reads) {
                int told = get(read);
                assertTrue(told > 0 && told <= TRADES, "somebody was told of " + told + " trades");
            }
            assertTrue(directBytes() - before < MOST_GROWTH_BYTES, "grew by " + (directBytes() - before) + " bytes");
        }
        assertEquals(READERS + 1, socket.sessionCount());
        int told = readUntilVolume(stalled, TRADES);
        assertTrue(told < TRADES / 2, "told of " + told + " trades, so the client was hardly behind");
    }

    private static int get(Future<Integer> read) throws InterruptedException, IOException {
        try {
            return read.get();
        } catch (ExecutionException e) {
            throw new IOException("a reader was harmed", e);
        }
    }

    @Test
    void isClosedWhereNoticesWouldBeLost() throws Exception {
        RawSocket stalled = connect(SMALL_RECEIVE_BYTES, "00", "0B");
        RawSocket reader = connect(0, "00");
        var numbers = new ArrayList<String>();
        int most = 200_000;
        for (int i = 0; i < most && socket.sessionCount() == 2; i++) {
            numbers.add(house.limit(token, Side.BUY, House.SAMSUNG, 1, 50_000));
            assertTrue(reader.receiveText().contains("\"9203\":\"" + numbers.getLast() + "\""));
            house.cancel(token, House.SAMSUNG, numbers.getLast(), "0");
            reader.receiveText();
            reader.receiveText();
        }
        assertEquals(1, socket.sessionCount(), "the stalled client is gone");
        for (int told = 0; told < numbers.size(); told++) {
            RawSocket.Received frame;
            try {
                frame = stalled.receive();
            } catch (java.io.EOFException cut) {
                return; // it took nothing for so long that the goodbye could not be sent either
            }
            if (frame.opcode() == RawSocket.CLOSE) {
                assertEquals(1008, frame.status());
                return;
            }
            assertTrue(frame.text().contains("\"9203\":"), frame.text());
        }
    }
}
