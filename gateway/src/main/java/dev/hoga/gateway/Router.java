package dev.hoga.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which handler answers a path: an exact path first, then the longest prefix, else the edge's 404. The paths of WebSockets are
 * their own. Built once, never changed.
 */
public final class Router implements HttpHandler {
    private final Map<String, HttpHandler> exact;
    private final List<Prefix> prefixes;
    private final Map<String, SocketHandler> sockets;

    private record Prefix(String path, HttpHandler handler) {
    }

    private Router(Map<String, HttpHandler> exact, List<Prefix> prefixes, Map<String, SocketHandler> sockets) {
        this.exact = Map.copyOf(exact);
        this.prefixes = List.copyOf(prefixes);
        this.sockets = Map.copyOf(sockets);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void handle(HttpExchange exchange) {
        HttpHandler handler = find(exchange.path());
        if (handler == null) {
            RequestLog.unknownPath(exchange);
            PlainAnswer.error(exchange, 404);
        } else {
            handler.handle(exchange);
        }
    }

    /** Who takes the WebSockets of a path. */
    Optional<SocketHandler> socket(String path) {
        return Optional.ofNullable(sockets.get(path));
    }

    private HttpHandler find(String path) {
        HttpHandler handler = exact.get(path);
        if (handler != null) {
            return handler;
        }
        for (Prefix prefix : prefixes) {
            if (path.startsWith(prefix.path)) {
                return prefix.handler;
            }
        }
        return null;
    }

    /** Collects paths. */
    public static final class Builder {
        private final Map<String, HttpHandler> exact = new HashMap<>();
        private final List<Prefix> prefixes = new ArrayList<>();
        private final Map<String, SocketHandler> sockets = new HashMap<>();

        private Builder() {
        }

        /** @throws IllegalStateException where the path is taken */
        public Builder exact(String path, HttpHandler handler) {
            if (exact.putIfAbsent(path, handler) != null) {
                throw new IllegalStateException("two handlers for " + path);
            }
            return this;
        }

        /** Takes every path that starts with this one. */
        public Builder prefix(String path, HttpHandler handler) {
            prefixes.add(new Prefix(path, handler));
            return this;
        }

        /**
         * Takes the WebSockets of exactly this path; plain requests to it still go to its other handler.
         *
         * @throws IllegalStateException where the path is taken
         */
        public Builder socket(String path, SocketHandler handler) {
            if (sockets.putIfAbsent(path, handler) != null) {
                throw new IllegalStateException("two sockets for " + path);
            }
            return this;
        }

        public Router build() {
            prefixes.sort(Comparator.comparingInt((Prefix prefix) -> prefix.path.length()).reversed());
            return new Router(exact, prefixes, sockets);
        }
    }
}
