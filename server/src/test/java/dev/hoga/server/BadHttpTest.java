package dev.hoga.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.server.RawConnection.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is wrong with HTTP itself, and clients that are slow, vanish or crowd, against a real process. None of it changes anything: the
 * state hash is the same before and after.
 */
final class BadHttpTest {
    private static final byte[] NOTHING = "{}".getBytes(UTF_8);
    /** Whole and well formed, but from nobody. */
    private static final byte[] ORDER = new Attempt.Writer("POST /api/dostk/ordr").with("Host", "127.0.0.1")
        .with("Content-Type", "application/json;charset=UTF-8").with("api-id", "kt10000").body(Json.bytes(Map.of(
            "dmst_stex_tp", "KRX", "stk_cd", "005930", "ord_qty", "1", "ord_uv", "260000", "trde_tp", "0", "cond_uv", "")));

    private static ServerProcess server;
    private static String hashBefore;

    @BeforeAll
    static void startServer() throws IOException {
        server = ServerProcess.start("--limits", "off", "--clock", "2026-11-20T10:00:00+09:00");
        server.control().post("/clock", Map.of("frozen", true));
        hashBefore = (String) server.stateHash().get("hash");
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    private static void nothingChanged() throws IOException {
        assertEquals(hashBefore, server.stateHash().get("hash"), "the state hash");
    }

    @Test
    void whatIsNoRequestIsRefusedAndTheConnectionEnds() throws IOException {
        String post = "POST /api/dostk/ordr HTTP/1.1\r\n";
        var broken = new LinkedHashMap<String, Integer>();
        broken.put("hello\r\n\r\n", 400);
        broken.put("POST /api/dostk/ordr\r\n\r\n", 400);
        broken.put("POST /api/dostk/ordr HTTP/2.0\r\nHost: x\r\n\r\n", 505);
        broken.put("POST /api/dostk/ordr HTTP/1.1\nHost: x\n\n", 400);
        broken.put(post + "\r\n", 400);
        broken.put(post + "Host: x\r\nHost: y\r\n\r\n", 400);
        broken.put(post + "Host: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400);
        broken.put(post + "Host: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}", 400);
        broken.put(post + "Host: x\r\nContent-Length: -1\r\n\r\n", 400);
        broken.put(post + "Host: x\r\nContent-Length: 99999999999\r\n\r\n", 413);
        broken.put(post + "Host: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501);
        broken.put(post + "Host: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
        broken.put(post + "Host: x\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n", 413);
        broken.put(post + "Host : x\r\n\r\n", 400);
        broken.put(post + "Host: x\r\n folded: line\r\n\r\n", 400);
        broken.put(post + "Host: x\r\nA: \u0001\r\n\r\n", 400);
        broken.put(post + "Host: x\r\n" + "A: b\r\n".repeat(70) + "\r\n", 431);
        broken.put(post + "Host: x\r\nExpect: wonders\r\n\r\n", 417);
        for (var request : broken.entrySet()) {
            try (var client = RawConnection.open(server.port())) {
                client.send(request.getKey().getBytes(ISO_8859_1));
                Answer answer = client.read();
                client.awaitClose();
                assertEquals(request.getValue(), answer.status(), () -> request.getKey() + " was answered " + answer);
            }
        }
        nothingChanged();
    }

    @Test
    void unknownAddressesAreNotFound() throws IOException {
        try (var client = RawConnection.open(server.port())) {
            for (String path : List.of("/", "/tryitout", "/tryitout/H0STCNT0", "/api", "/api/dostk", "/oauth2", "/oauth2/token/", "/oauth2/Token",
                "/index.html", "/%2e%2e/etc/passwd")) {
                client.send(new Attempt.Writer("POST " + path).with("Host", "x").body(NOTHING));
                Answer answer = client.read();
                assertEquals(404, answer.status(), () -> path + " was answered " + answer);
            }
            for (String path : List.of("/api/dostk/websocket", "/api/us/websocket")) {
                client.send(new Attempt.Writer("POST " + path).with("Host", "x").body(NOTHING));
                Answer answer = client.read();
                assertTrue(answer.text().contains("[1501:"), () -> path + " was answered " + answer);
            }
        }
        nothingChanged();
    }

    @Test
    void clientsThatAreSlowOrVanishAreLetGoAndHarmNobody() throws Exception {
        byte[] half = Arrays.copyOf(ORDER, ORDER.length - 10);
        byte[] halfOfTheHead = Arrays.copyOf(ORDER, 40);
        List<Callable<Integer>> clients = List.of(
            () -> statusAfter(half, false),
            () -> statusAfter(halfOfTheHead, false),
            () -> statusAfter(half, true),
            () -> statusAfter(halfOfTheHead, true));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> slow = clients.stream().map(threads::submit).toList();
            // The others wait for the server's patience; meanwhile it serves.
            try (var served = RawConnection.open(server.port())) {
                served.send(ORDER);
                assertEquals(200, served.read().status());
            }
            assertEquals(List.of(408, 408, 0, 0), List.of(slow.get(0).get(), slow.get(1).get(), slow.get(2).get(), slow.get(3).get()));
        }
        nothingChanged();
    }

    /** Sends a part and waits for the end. @param leave whether the client says that nothing more comes @return 0 without an answer */
    private static int statusAfter(byte[] part, boolean leave) throws IOException {
        try (var client = RawConnection.open(server.port())) {
            client.send(part);
            if (leave) {
                client.finishSending();
            }
            int status = client.read().status();
            client.awaitClose();
            return status;
        } catch (EOFException closed) {
            return 0;
        }
    }

    @Test
    void oneAddressCannotTakeEveryConnection() throws IOException {
        var crowd = new ArrayList<RawConnection>();
        int served = 0;
        byte[] health = new Attempt.Writer("GET /control/health").with("Host", "127.0.0.1:" + server.port()).body(new byte[0]);
        try {
            for (int i = 0; i < 300; i++) {
                crowd.add(RawConnection.open(server.port()));
            }
            for (RawConnection one : crowd) {
                served += answers(one, health) ? 1 : 0;
            }
        } finally {
            for (RawConnection one : crowd) {
                one.close();
            }
        }
        assertTrue(served > 200 && served <= 256, "served " + served);
        nothingChanged();
    }

    private static boolean answers(RawConnection one, byte[] request) throws IOException {
        try {
            one.send(request);
            return one.read().status() == 200;
        } catch (EOFException | SocketException closed) {
            return false;
        }
    }
}
