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
    private final List<SocketPrefix> socketPrefixes;

    private record Prefix(String path, HttpHandler handler) {
    }

    private record SocketPrefix(String path, SocketHandler handler) {
    }

    private Router(Builder built) {
        exact = Map.copyOf(built.exact);
        prefixes = List.copyOf(built.prefixes);
        sockets = Map.copyOf(built.sockets);
        socketPrefixes = List.copyOf(built.socketPrefixes);
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
        SocketHandler handler = sockets.get(path);
        if (handler != null) {
            return Optional.of(handler);
        }
        return socketPrefixes.stream().filter(prefix -> path.startsWith(prefix.path)).map(SocketPrefix::handler).findFirst();
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
        private final List<SocketPrefix> socketPrefixes = new ArrayList<>();

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

        /** Takes the WebSockets of every path that starts with this one. */
        public Builder socketPrefix(String path, SocketHandler handler) {
            socketPrefixes.add(new SocketPrefix(path, handler));
            return this;
        }

        public Router build() {
            socketPrefixes.sort(Comparator.comparingInt((SocketPrefix prefix) -> prefix.path.length()).reversed());
            prefixes.sort(Comparator.comparingInt((Prefix prefix) -> prefix.path.length()).reversed());
            return new Router(this);
        }
    }
}
