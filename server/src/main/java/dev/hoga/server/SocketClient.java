package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A small WebSocket client for both brokers: keeps what comes, says their heartbeats back, and waits for what is expected. */
final class SocketClient implements AutoCloseable, WebSocket.Listener {
    private static final int PATIENCE_SECONDS = 20;
    private static final String PING = "{\"trnm\":\"PING\"}";
    private static final String PINGPONG = "{\"header\":{\"tr_id\":\"PINGPONG\"";
    /** How the end of the connection is told of. */
    static final String CLOSED = "closed ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<Map<String, Object>> kept = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    private SocketClient() {
    }

    /** @throws IOException where there is no server or it takes no WebSocket there */
    static SocketClient open(int port, String path) throws IOException {
        var client = new SocketClient();
        try {
            client.socket = client.http.newWebSocketBuilder().buildAsync(URI.create("ws://127.0.0.1:" + port + path), client).join();
            return client;
        } catch (CompletionException e) {
            client.http.shutdownNow();
            throw new IOException("no WebSocket at " + path + ": " + e.getCause(), e);
        }
    }

    /** Connects to Kiwoom's socket and logs in. */
    static SocketClient login(int port, KiwoomClient bot) throws IOException {
        SocketClient client = open(port, "/api/dostk/websocket");
        String answer = client.says(Map.of("trnm", "LOGIN", "token", bot.token())).hear();
        if (!answer.startsWith("{\"trnm\":\"LOGIN\",\"return_code\":0,")) {
            throw new IOException("no login: " + answer);
        }
        return client;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            String whole = part.toString();
            part.setLength(0);
            if (whole.equals(PING) || whole.startsWith(PINGPONG)) {
                from.sendText(whole, true);
            } else {
                heard.add(whole);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        heard.add(CLOSED + status + ' ' + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        heard.add(CLOSED + error);
    }

    SocketClient says(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    SocketClient says(Map<String, Object> frame) {
        return says(new String(Json.bytes(frame), UTF_8));
    }

    /** Registers items with types and waits for the acknowledgement. */
    SocketClient registers(List<String> items, String... types) throws IOException {
        String answer = says(Map.of("trnm", "REG", "grp_no", "1", "refresh", "1",
            "data", List.of(Map.of("item", items, "type", List.of(types))))).hear();
        if (!answer.equals("{\"trnm\":\"REG\",\"return_code\":0,\"return_msg\":\"\"}")) {
            throw new IOException("no registration: " + answer);
        }
        return this;
    }

    /** The next frame, waited for; the end of the connection is one too: {@code closed 1000 Bye}. */
    String hear() throws IOException {
        try {
            String next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IOException("nothing was heard for " + PATIENCE_SECONDS + " s");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The values of the next frame of a type; frames of other types before it are kept for those who ask for them. */
    @SuppressWarnings("unchecked")
    Map<String, Object> hearReal(String type) throws IOException {
        Map<String, Object> entry = kept.stream().filter(one -> one.get("type").equals(type)).findFirst().orElse(null);
        kept.remove(entry);
        while (entry == null) {
            String frame = hear();
            if (frame.startsWith(CLOSED)) {
                throw new IOException(frame + " after " + kept);
            }
            var heardEntry = (Map<String, Object>) ((List<Object>) Json.object(frame.getBytes(UTF_8)).get("data")).getFirst();
            if (heardEntry.get("type").equals(type)) {
                entry = heardEntry;
            } else {
                kept.add(heardEntry);
            }
        }
        return (Map<String, Object>) entry.get("values");
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
