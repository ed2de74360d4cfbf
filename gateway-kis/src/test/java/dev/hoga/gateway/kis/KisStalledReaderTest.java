package dev.hoga.gateway.kis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Environment;
import dev.hoga.core.Side;
import dev.hoga.gateway.FeedReader;
import dev.hoga.gateway.HttpServer;
import dev.hoga.gateway.HttpServerConfig;
import dev.hoga.gateway.RawSocket;
import dev.hoga.gateway.Router;
import dev.hoga.gateway.kis.House.Sender;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One client that does not read, among some that do, over a real network. How many make no difference is Kiwoom's test. */
class KisStalledReaderTest {
    private static final int READERS = 20;
    private static final int TRADES = 3_000;
    private static final int SMALL_RECEIVE_BYTES = 4_096;
    /** Where the day's volume stands in a record. */
    private static final int VOLUME = 13;
    private static final int VALUES = 47;

    private final House house = new House();
    private final KisSocket socket = house.socket(new KisSocketSettings(KisLayout.OF_2026, false, 60_000, 60_000, 60_000));
    private final FeedReader feed = new FeedReader(house.engine, List.of(socket));
    private final List<RawSocket> clients = new ArrayList<>();
    private final Sender alice = house.sender("alice", Environment.LIVE);
    private final String approval = house.approval("alice", Environment.LIVE);
    private HttpServer server;

    @BeforeEach
    void start() {
        server = new HttpServer(HttpServerConfig.loopback(0), Router.builder().socketPrefix(KisSocket.PATHS, socket).build());
    }

    @AfterEach
    void stop() throws IOException {
        feed.close();
        for (RawSocket client : clients) {
            client.close();
        }
        server.close();
    }

    private RawSocket connect(int receiveBytes, String... trIdsAndKeys) throws IOException {
        RawSocket client = RawSocket.open(server.port(), KisSocket.PATHS, receiveBytes);
        clients.add(client);
        for (int i = 0; i < trIdsAndKeys.length; i += 2) {
            client.text(House.registration(approval, trIdsAndKeys[i], trIdsAndKeys[i + 1]));
            assertTrue(client.receiveText().contains("SUBSCRIBE SUCCESS"));
        }
        return client;
    }

    /** Reads until a trade brings the day's volume to a number, and answers how many trades were told. */
    private static int readUntilVolume(RawSocket client, long volume) throws IOException {
        int trades = 0;
        while (true) {
            String[] frame = client.receiveText().split("\\|");
            if (!frame[1].equals("H0STCNT0")) {
                continue;
            }
            String[] values = frame[3].split("\\^", -1);
            int records = Integer.parseInt(frame[2]);
            trades += records;
            assertEquals(records * VALUES, values.length);
            if (values[(records - 1) * VALUES + VOLUME].equals(Long.toString(volume))) {
                return trades;
            }
        }
    }

    @Test
    void harmsNobodyElseAndIsGivenTheNewestLater() throws Exception {
        RawSocket stalled = connect(SMALL_RECEIVE_BYTES, "H0STCNT0", House.SAMSUNG, "H0STASP0", House.SAMSUNG);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = new ArrayList<Future<Integer>>();
            for (int i = 0; i < READERS; i++) {
                RawSocket reader = connect(0, "H0STCNT0", House.SAMSUNG);
                reads.add(threads.submit(() -> readUntilVolume(reader, TRADES)));
            }
            for (int i = 0; i < TRADES; i++) {
                house.scripted(Side.SELL, House.SAMSUNG, 1, 70_000);
                house.scripted(Side.BUY, House.SAMSUNG, 1, 70_000);
            }
            for (Future<Integer> read : reads) {
                int told = get(read);
                assertTrue(told > 0 && told <= TRADES, "somebody was told of " + told + " trades");
            }
        }
        assertEquals(READERS + 1, socket.sessionCount());
        int told = readUntilVolume(stalled, TRADES);
        assertTrue(told < TRADES, "told of every trade, so the client was not behind");
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
        RawSocket stalled = connect(SMALL_RECEIVE_BYTES, "H0STCNI0", "alice");
        RawSocket reader = connect(0, "H0STCNI0", "alice");
        int most = 200_000;
        int orders = 0;
        for (; orders < most && socket.sessionCount() == 2; orders++) {
            int number = house.limit(alice, Side.BUY, House.SAMSUNG, 1, 50_000);
            hearNotice(reader);
            house.change(alice, "02", number, 0, "0", "00");
            hearNotice(reader);
            hearNotice(reader);
        }
        assertEquals(1, socket.sessionCount(), "the stalled client is gone");
        for (int told = 0; told < orders * 3; told++) {
            RawSocket.Received frame;
            try {
                frame = stalled.receive();
            } catch (EOFException cut) {
                return; // it took nothing for so long that the goodbye could not be sent either
            }
            if (frame.opcode() == RawSocket.CLOSE) {
                assertEquals(1008, frame.status());
                return;
            }
            assertTrue(isNotice(frame.text()) || isHeartbeat(frame.text()), frame.text());
        }
    }

    /** The next notice; heartbeats come by the host's clock, which passes on a busy machine. */
    private static void hearNotice(RawSocket reader) throws IOException {
        String text = reader.receiveText();
        while (isHeartbeat(text)) {
            text = reader.receiveText();
        }
        assertTrue(isNotice(text), text);
    }

    private static boolean isNotice(String text) {
        return text.startsWith("1|H0STCNI0|001|");
    }

    private static boolean isHeartbeat(String text) {
        return text.contains("\"PINGPONG\"");
    }
}
