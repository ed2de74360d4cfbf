package dev.hoga.gateway.kiwoom;

import dev.hoga.core.Environment;
import dev.hoga.gateway.HttpExchange;
import java.util.Locale;

/**
 * The broker's own host names. A request that names one of them (a client whose name resolution was bent, a reverse proxy)
 * means that host's environment, and a key of the other one is refused there; any other name takes both.
 */
final class KiwoomHosts {
    static final String LIVE = "api.kiwoom.com";
    static final String MOCK = "mockapi.kiwoom.com";

    private KiwoomHosts() {
    }

    static boolean admits(HttpExchange exchange, Environment environment) {
        String host = exchange.header("Host");
        int port = host.indexOf(':');
        return switch ((port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT)) {
            case LIVE -> environment == Environment.LIVE;
            case MOCK -> environment == Environment.MOCK;
            default -> true;
        };
    }
}
