package dev.hoga.gateway;

/** Answers the requests of one family of paths. Called on a network thread: it must not wait. */
@FunctionalInterface
public interface HttpHandler {

    void handle(HttpExchange exchange);
}
