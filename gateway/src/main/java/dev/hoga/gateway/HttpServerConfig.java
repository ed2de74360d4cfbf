package dev.hoga.gateway;

/**
 * Where and how the server listens.
 *
 * @param bindAddress loopback unless told otherwise: nothing is exposed by accident
 * @param port 0 picks a free one
 * @param eventLoops network threads
 */
public record HttpServerConfig(String bindAddress, int port, int eventLoops, HttpLimits limits, SocketLimits sockets) {
    public static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_EVENT_LOOPS = 4;

    /** Loopback, default limits, and one network thread for each two processors. */
    public static HttpServerConfig loopback(int port) {
        int eventLoops = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_EVENT_LOOPS);
        return new HttpServerConfig(LOOPBACK, port, eventLoops, HttpLimits.DEFAULT, SocketLimits.DEFAULT);
    }

    public HttpServerConfig withBindAddress(String address) {
        return new HttpServerConfig(address, port, eventLoops, limits, sockets);
    }

    public HttpServerConfig withLimits(HttpLimits newLimits) {
        return new HttpServerConfig(bindAddress, port, eventLoops, newLimits, sockets);
    }

    public HttpServerConfig withSocketLimits(SocketLimits newLimits) {
        return new HttpServerConfig(bindAddress, port, eventLoops, limits, newLimits);
    }

    /** With another number of network threads. */
    public HttpServerConfig withEventLoops(int count) {
        return new HttpServerConfig(bindAddress, port, count, limits, sockets);
    }
}
