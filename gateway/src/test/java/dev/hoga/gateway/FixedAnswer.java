package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A handler that answers everything with one status and one line of text. */
record FixedAnswer(int status, String line) implements HttpHandler {
    private static final String[] TEXT = {"Content-Type", "text/plain;charset=UTF-8"};

    @Override
    public void handle(HttpExchange exchange) {
        byte[] body = (line + "\n").getBytes(UTF_8);
        exchange.respond(status, TEXT, body, body.length);
    }
}
