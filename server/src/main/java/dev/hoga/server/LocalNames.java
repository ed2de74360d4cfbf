package dev.hoga.server;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The host names under which the control API may be called: those of the loopback and the address that was bound. A page of
 * another site can make a browser send requests here, but not with such a Host and Origin.
 */
final class LocalNames {
    private final Set<String> hosts;

    /** @param bind the address the server listens on */
    LocalNames(String bind) {
        String bound = bind.indexOf(':') < 0 ? bind.toLowerCase(Locale.ROOT) : "[" + bind + "]";
        var names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        names.add(bound);
        hosts = Set.copyOf(names);
    }

    /** @param header the Host header, with or without port; an empty one is no name of ours */
    boolean hostAllowed(String header) {
        int port = header.startsWith("[") ? header.indexOf("]:") + 1 : header.indexOf(':');
        return hosts.contains((port <= 0 ? header : header.substring(0, port)).toLowerCase(Locale.ROOT));
    }

    /** @param header the Origin header */
    boolean originAllowed(String header) {
        try {
            String host = URI.create(header).getHost();
            return host != null && hosts.contains(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
