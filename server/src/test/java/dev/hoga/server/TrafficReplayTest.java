package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hoga.catalogue.TrSpec;
import dev.hoga.server.ConformanceScript.Expected;
import dev.hoga.server.RawConnection.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Sends what unmodified clients of both brokers were recorded to send, byte for byte, to a real process, each recording on a server of its own
 * and on connections as recorded. Only what a server has made itself is exchanged: tokens, order numbers, page keys. The keys and account
 * numbers are the recorded ones, which the account keeps. What each request must be answered is checked in beside this test.
 *
 * <p>The recordings are no part of the project: {@code -Dhoga.shared=FOLDER} names the folder that has {@code traffic} in it.
 */
final class TrafficReplayTest {
    private static final String APP_KEY = "PSconformanceKEY00000000000000000000";
    private static final Path EXPECTED = ProjectTree.root().resolve("server/src/test/resources/traffic");
    private static final String KIS = "kis_";
    private static final int CLOSE = 8;
    private static final byte[] NORMAL = {0x03, (byte) 0xE8};

    private int requests;
    private int notBuilt;
    private int frames;
    private int framesNotSent;

    @Test
    void clientsThatExistAreServed() throws IOException {
        Path folder = Optional.ofNullable(System.getProperty("hoga.shared")).map(Path::of).orElse(ProjectTree.root().resolve("../shared"))
            .resolve("traffic");
        if (!Files.isDirectory(folder)) {
            System.out.println("TRAFFIC NOT REPLAYED: there are no recordings in " + folder.toAbsolutePath().normalize()
                + "; -Dhoga.shared=FOLDER names the folder that has 'traffic' in it");
        }
        assumeTrue(Files.isDirectory(folder), "no recordings");
        List<Path> recordings = recordings(folder);
        for (Path recording : recordings) {
            replay(Recording.read(recording));
        }
        System.out.printf("replayed %d requests and %d WebSocket frames of %d recordings (%d requests for what is not built yet); "
            + "%d WebSocket frames were not sent%n", requests, frames, recordings.size(), notBuilt, framesNotSent);
    }

    private static ServerProcess start(YamlFile given) throws IOException {
        var options = new ArrayList<>(List.of("--clock", "2026-11-20T10:00:00+09:00"));
        given.list("options").forEach(option -> options.add((String) option));
        return ServerProcess.start(options.toArray(String[]::new));
    }

    /** What this server made last of what a recorded text stands for: one name, or several where the stub used one text for all. */
    private static Optional<String> newest(Object names, Map<String, String> known) {
        List<?> all = names instanceof List<?> list ? list : List.of(names);
        return all.stream().filter(known::containsKey).map(known::get).reduce((before, after) -> after);
    }

    private static List<Path> recordings(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("(kiwoom|kis)_.*\\.jsonl")).sorted().toList();
        }
    }

    private void replay(Recording recording) throws IOException {
        YamlFile file = YamlFile.read(EXPECTED.resolve(recording.name().replace(".jsonl", ".expected.yaml")))
            .only("about", "given", "made", "requests", "frames");
        Map<Long, YamlFile> expectations = new HashMap<>();
        file.objects("requests").forEach(one -> expectations.put((long) one.only("n", "tr", "built", "out").whole("n", 0), one));
        Map<Long, YamlFile> heard = new HashMap<>();
        file.objects("frames").forEach(one -> heard.put((long) one.only("n", "hears").whole("n", 0), one));
        try (var server = start(file.object("given"))) {
            var known = new HashMap<String, String>();
            prepare(server, recording, file.object("given"), known);
            var replaced = new LinkedHashMap<String, String>();
            var connections = new HashMap<Long, RawConnection>();
            var sockets = new HashSet<Long>();
            for (Recording.Event event : recording.events()) {
                switch (event) {
                    case Recording.Frame frame when !sockets.contains(frame.connection()) -> framesNotSent++;
                    case Recording.Frame frame ->
                        exchange(recording, frame, connections.get(frame.connection()), replaced, heard.remove(frame.number()), known);
                    case Recording.End end -> connections.remove(end.connection()).close();
                    case Recording.Request request -> {
                        if (!connections.containsKey(request.connection())) {
                            connections.put(request.connection(), RawConnection.open(server.port()));
                        }
                        RawConnection connection = connections.get(request.connection());
                        connection.send(request.bytes(replaced));
                        String what = recording.name() + " request " + request.number();
                        Answer answer = connection.read();
                        judge(what, request, expectations.remove(request.number()), answer, known);
                        if (answer.status() == RawConnection.SWITCHING_PROTOCOLS) {
                            sockets.add(request.connection());
                        }
                        file.object("made").values().forEach((recorded, names) ->
                            newest(names, known).ifPresent(made -> replaced.put(recorded, made)));
                    }
                }
            }
            for (RawConnection open : connections.values()) {
                open.close();
            }
        }
        assertEquals(Map.of(), expectations, "nobody sent these");
        assertEquals(Map.of(), heard, "nobody sent these frames");
    }

    /** Sends a frame and compares what comes back, the goodbye of the client included. */
    private void exchange(Recording recording, Recording.Frame frame, RawConnection connection, Map<String, String> replaced,
        YamlFile expectation, Map<String, String> known) throws IOException {
        String what = recording.name() + " frame " + frame.number();
        frames++;
        if (frame.opcode() == CLOSE) {
            connection.sendFrame(CLOSE, NORMAL);
            assertArrayEquals(NORMAL, connection.readFrame(), what);
            return;
        }
        assertTrue(expectation != null, () -> what + " has no expectation");
        connection.sendFrame(frame.opcode(), frame.text(replaced).getBytes(UTF_8));
        if (!expectation.text("hears").isEmpty()) {
            String answer = new String(connection.readFrame(), UTF_8);
            while (isHeartbeat(answer)) {
                answer = new String(connection.readFrame(), UTF_8);
            }
            assertEquals(List.of(), BodyPattern.differences(expectation.text("hears"), answer, known), what);
        }
    }

    /** These come by the clock, not because of what was said. */
    private static boolean isHeartbeat(String frame) {
        return frame.equals("{\"trnm\":\"PING\"}") || frame.contains("\"PINGPONG\"");
    }

    /** The recorded client's account, with the keys it used. */
    private static void prepare(ServerProcess server, Recording recording, YamlFile given, Map<String, String> known) throws IOException {
        given.only("accountNumber", "htsId", "basePrices", "cash", "holdings", "oneShareOfOthers", "book", "boughtBefore", "options");
        ControlClient control = server.control();
        for (var price : given.object("basePrices").values().entrySet()) {
            done(control.post("/instruments", Map.of("code", price.getKey(), "basePrice", (int) price.getValue(), "effective", "now")));
        }
        var account = new LinkedHashMap<String, Object>();
        account.put("name", recording.name().replaceAll("[^a-z]", ""));
        account.put("cash", Map.of("KRW", given.whole("cash", 0)));
        account.put("holdings", Holdings.of(given));
        if (given.has("accountNumber")) {
            account.put("accountNumber", given.text("accountNumber"));
        }
        if (given.has("htsId")) {
            account.put("htsId", given.text("htsId"));
        }
        boolean kis = recording.name().startsWith(KIS);
        account.put(kis ? "kis" : "kiwoom",
            Map.of("live", Map.of("appkey", APP_KEY, kis ? "appsecret" : "secretkey", secret(recording, kis))));
        known.put("account", done(control.post("/accounts", account)).field("accountNumber"));
        if (given.has("boughtBefore")) {
            buyBefore(server, given.object("boughtBefore"), new KiwoomClient(server.wire(), APP_KEY, secret(recording, kis)));
        }
        for (YamlFile order : given.objects("book")) {
            done(control.post("/orders", order.values()));
        }
    }

    /** Single shares that the account has bought before the recording begins. */
    private static void buyBefore(ServerProcess server, YamlFile bought, KiwoomClient account) throws IOException {
        bought.only("code", "price", "times");
        int times = bought.whole("times", 0);
        done(server.control().post("/orders",
            Map.of("code", bought.text("code"), "side", "SELL", "price", bought.whole("price", 0), "quantity", times)));
        account.login();
        for (int i = 0; i < times; i++) {
            assertEquals(0, account.buy(bought.text("code"), 1, bought.whole("price", 0)).number("return_code"));
        }
    }

    private static String secret(Recording recording, boolean kis) {
        String path = kis ? "/oauth2/tokenP" : "/oauth2/token";
        String field = kis ? "appsecret" : "secretkey";
        return recording.events().stream()
            .filter(event -> event instanceof Recording.Request request && request.target().equals(path))
            .map(event -> (String) Json.object(((Recording.Request) event).body().getBytes()).get(field))
            .findFirst().orElseThrow();
    }

    private static WireAnswer done(WireAnswer answer) {
        assertEquals(200, answer.status(), answer::text);
        return answer;
    }

    private void judge(String what, Recording.Request request, YamlFile expectation, Answer answer, Map<String, String> known) {
        assertTrue(expectation != null, () -> what + " has no expectation; it was answered " + answer);
        boolean built = expectation.flag("built", true);
        requests++;
        notBuilt += built ? 0 : 1;
        boolean kis = what.startsWith(KIS);
        Dialect broker = kis ? KisDialect.INSTANCE : KiwoomDialect.INSTANCE;
        Optional<TrSpec> tr = kis ? broker.contract().findByPath(request.method(), request.path().replaceAll("/+", "/"))
            : broker.find(expectation.text("tr"));
        Expected out = ConformanceScript.parseExpected(broker, tr, expectation.object("out"));
        var wrong = new ArrayList<String>();
        boolean bodyMatters = !out.body().isEmpty() || !out.has().isEmpty();
        Map<String, Object> body = bodyMatters ? Json.object(answer.body()) : Map.of();
        wrong.addAll(ConformanceRun.judge(out, answer.status(), body, known));
        out.headers().forEach((name, value) ->
            BodyPattern.differences(value, answer.header(name), known).forEach(difference -> wrong.add("header " + name + difference)));
        if (bodyMatters) {
            wrong.addAll(broker.breaches(tr, kis ? request.header("tr_id") : expectation.text("tr"), answer, body));
        }
        assertTrue(wrong.isEmpty(), () -> what + "\nanswered " + answer + "\n- " + String.join("\n- ", wrong));
    }
}
