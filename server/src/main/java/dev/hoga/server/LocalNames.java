package dev.hoga.server;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The host names under which the control API may be called: those of the loopback and the address that was bound; any address
 * in digits where all were bound. A page of another site can make a browser send requests here, but not with such a Host and
 * Origin: what it can turn on us is a name of its own.
 */
final class LocalNames {
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::");
    private static final Pattern ADDRESS_IN_DIGITS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Set<String> hosts;
    private final boolean everyAddress;

    /** @param bind the address the server listens on */
    LocalNames(String bind) {
        String bound = bind.indexOf(':') < 0 ? bind.toLowerCase(Locale.ROOT) : "[" + bind + "]";
        var names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        names.add(bound);
        hosts = Set.copyOf(names);
        everyAddress = EVERY_ADDRESS.contains(bind);
    }

    /** @param header the Host header, with or without port; an empty one is no name of ours */
    boolean hostAllowed(String header) {
        int port = header.startsWith("[") ? header.indexOf("]:") + 1 : header.indexOf(':');
        String host = (port <= 0 ? header : header.substring(0, port)).toLowerCase(Locale.ROOT);
        return hosts.contains(host) || everyAddress && ADDRESS_IN_DIGITS.matcher(host).matches();
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
