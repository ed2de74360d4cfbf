package dev.hoga.gateway;

import dev.hoga.core.Environment;
import java.util.Locale;
import java.util.Optional;

/**
 * A broker's own host names. A request that names one of them (a client whose name resolution was bent, a reverse proxy) means
 * that host's environment, and a key of the other one is refused there; any other name takes both.
 *
 * @param live a name, with its port where only that tells the two hosts apart
 */
public record BrokerHosts(String live, String mock) {

    /** Whether a key of this environment may be used for this request. */
    public boolean admits(HttpExchange exchange, Environment environment) {
        return named(exchange).map(environment::equals).orElse(true);
    }

    /** Whether a key of this environment may be used where the client named this host. @param host as in the header */
    public boolean admits(String host, Environment environment) {
        return named(host).map(environment::equals).orElse(true);
    }

    /** The environment that the request's host names; empty where it is none of the broker's. */
    public Optional<Environment> named(HttpExchange exchange) {
        return named(exchange.header("Host"));
    }

    private Optional<Environment> named(String host) {
        String named = host.toLowerCase(Locale.ROOT);
        int port = named.indexOf(':');
        String name = port < 0 ? named : named.substring(0, port);
        if (named.equals(live) || name.equals(live)) {
            return Optional.of(Environment.LIVE);
        }
        return named.equals(mock) || name.equals(mock) ? Optional.of(Environment.MOCK) : Optional.empty();
    }
}
