package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket client of the JDK: keeps what comes, says heartbeats back, and waits for what a test expects. */
final class SocketClient implements AutoCloseable, WebSocket.Listener {
    private static final int PATIENCE_SECONDS = 20;
    private static final String PING = "{\"trnm\":\"PING\"}";
    private static final String PINGPONG = "{\"header\":{\"tr_id\":\"PINGPONG\"";
    /** How the end of the connection is told of. */
    static final String CLOSED = "closed ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    private SocketClient() {
    }

    static SocketClient open(int port, String path) {
        var client = new SocketClient();
        client.socket = client.http.newWebSocketBuilder().buildAsync(URI.create("ws://127.0.0.1:" + port + path), client).join();
        return client;
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

    /** The values of the next frame of a type; frames of other types before it are passed over. */
    @SuppressWarnings("unchecked")
    Map<String, Object> hearReal(String type) throws IOException {
        var passed = new ArrayList<String>();
        while (true) {
            String frame = hear();
            if (frame.startsWith(CLOSED)) {
                throw new IOException(frame + " after " + passed);
            }
            var entry = (Map<String, Object>) ((List<Object>) Json.object(frame.getBytes(UTF_8))
                .get("data")).getFirst();
            if (entry.get("type").equals(type)) {
                return (Map<String, Object>) entry.get("values");
            }
            passed.add(frame);
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
