package dev.hoga.gateway;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who is connected, in all and per address, so that one client can't take every place. */
final class Connections {
    private final HttpLimits limits;
    private final AtomicInteger count = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> perAddress = new ConcurrentHashMap<>();
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();

    Connections(HttpLimits limits) {
        this.limits = limits;
    }

    static String addressOf(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress address ? address.getAddress().getHostAddress() : "";
    }

    /** Gives a connection its place. @return false where there is none; then it must not be forgotten either */
    boolean admit(HttpConnection connection, String address) {
        if (count.incrementAndGet() > limits.connections()) {
            count.decrementAndGet();
            return false;
        }
        if (perAddress.merge(address, 1, Integer::sum) > limits.connectionsPerAddress()) {
            leave(address);
            return false;
        }
        open.add(connection);
        return true;
    }

    void forget(HttpConnection connection, String address) {
        if (open.remove(connection)) {
            leave(address);
        }
    }

    private void leave(String address) {
        perAddress.computeIfPresent(address, (key, connected) -> connected == 1 ? null : connected - 1);
        count.decrementAndGet();
    }

    /** Connections open now. */
    int count() {
        return count.get();
    }

    /** Ends every connection when its requests under way are answered. */
    void endAll() {
        for (HttpConnection connection : open) {
            connection.channel().eventLoop().execute(connection::end);
        }
    }
}
