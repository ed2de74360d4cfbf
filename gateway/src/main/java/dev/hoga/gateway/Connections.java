package dev.hoga.gateway;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts who is connected, in all and per address, so that one client can't take every place. An address that has all of its own makes
 * room by losing the connection that has been idle longest: many clients open one for each call and leave it.
 */
final class Connections {
    private final HttpLimits limits;
    private final AtomicInteger count = new AtomicInteger();
    private final ConcurrentHashMap<String, Set<HttpConnection>> perAddress = new ConcurrentHashMap<>();

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
        Set<HttpConnection> neighbours = perAddress.compute(address, (key, some) -> {
            Set<HttpConnection> all = some == null ? ConcurrentHashMap.newKeySet() : some;
            all.add(connection);
            return all;
        });
        if (neighbours.size() > limits.connectionsPerAddress() && !makeRoom(neighbours, connection)) {
            forget(connection, address);
            return false;
        }
        return true;
    }

    /** Has the longest idle of an address's connections end in favour of a new one. @return false where none is idle */
    private static boolean makeRoom(Set<HttpConnection> neighbours, HttpConnection newcomer) {
        long now = System.nanoTime();
        Optional<Idle> longest = neighbours.stream().filter(one -> one != newcomer)
            .map(one -> new Idle(one, one.idleness().nanos(now))).filter(one -> one.nanos >= 0)
            .sorted(Comparator.comparingLong(Idle::nanos).reversed())
            .filter(one -> one.connection.idleness().promisePlace()).findFirst();
        longest.ifPresent(one -> one.connection.yieldTo(newcomer));
        return longest.isPresent();
    }

    /** How long a connection had been idle when it was looked at. */
    private record Idle(HttpConnection connection, long nanos) {
    }

    void forget(HttpConnection connection, String address) {
        perAddress.computeIfPresent(address, (key, all) -> {
            if (all.remove(connection)) {
                count.decrementAndGet();
            }
            return all.isEmpty() ? null : all;
        });
    }

    /** Connections open now. */
    int count() {
        return count.get();
    }

    /** Ends every connection when its requests under way are answered. */
    void endAll() {
        perAddress.values().forEach(all -> all.forEach(connection -> connection.channel().eventLoop().execute(connection::end)));
    }
}
