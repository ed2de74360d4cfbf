package dev.hoga.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends plain HTTP/1.1 requests to one server and waits for the answers. It never sends anything twice: where no answer is
 * seen the outcome is unknown and an {@link IOException} says so.
 */
final class WireClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT).build();

    WireClient(URI base) {
        this.base = base;
    }

    static WireClient toPort(int port) {
        return new WireClient(URI.create("http://127.0.0.1:" + port));
    }

    /** The fields of a body, a query or a head, in their order. @param namesAndValues name, value, name, value … */
    static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param headers name and value; java.net.http adds Host, Content-Length and User-Agent
     * @param body sent as it is, empty for none
     */
    WireAnswer send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_TIMEOUT)
            .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new WireAnswer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
