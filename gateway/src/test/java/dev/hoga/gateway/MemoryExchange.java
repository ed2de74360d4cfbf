package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A request and its answer without a network. */
public final class MemoryExchange implements HttpExchange {
    private final String method;
    private final String path;
    private final String query;
    private final byte[] body;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> answerHeaders = new LinkedHashMap<>();
    private int status;
    private String answer = "";

    /** @param target the path, and behind a question mark the query */
    public MemoryExchange(String method, String target, String body) {
        this(method, target, body.getBytes(UTF_8));
    }

    public MemoryExchange(String method, String target, byte[] body) {
        this.method = method;
        int question = target.indexOf('?');
        path = question < 0 ? target : target.substring(0, question);
        query = question < 0 ? "" : target.substring(question + 1);
        this.body = body;
    }

    public MemoryExchange with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    @Override
    public void mayTakeMs(int ms) {
        // nothing is waited for without a network
    }

    /** Has the request handled; the answer must be there when the handler returns. */
    public MemoryExchange handledBy(HttpHandler handler) {
        handler.handle(this);
        if (status == 0) {
            throw new AssertionError("no answer to " + method + ' ' + path);
        }
        return this;
    }

    public int status() {
        return status;
    }

    /** The answer's body. */
    public String answer() {
        return answer;
    }

    /** A header of the answer, exactly as spelled; empty where there is none. */
    public String answerHeader(String name) {
        return answerHeaders.getOrDefault(name, "");
    }

    public Map<String, String> answerHeaders() {
        return answerHeaders;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String query() {
        return query;
    }

    @Override
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    @Override
    public boolean hasHeader(String name) {
        return headers.containsKey(name);
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public String remoteAddress() {
        return "192.0.2.1";
    }

    @Override
    public void resume(Runnable task) {
        task.run();
    }

    @Override
    public void respond(int newStatus, String[] newHeaders, byte[] bytes, int length) {
        if (status != 0) {
            throw new AssertionError("answered twice");
        }
        status = newStatus;
        answer = new String(Arrays.copyOf(bytes, length), UTF_8);
        for (int i = 0; i < newHeaders.length; i += 2) {
            answerHeaders.put(newHeaders[i], newHeaders[i + 1]);
        }
    }
}
