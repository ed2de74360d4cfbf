package dev.hoga.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per answered request, at DEBUG, with nothing in it that a thief or a neighbour could use: no token, key, account
 * number, query or body. What a client may choose freely (a path nobody serves, an api-id nobody knows) is not repeated either.
 */
public final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.hoga.requests");

    private RequestLog() {
    }

    /** Whether lines are wanted at all; asking first spares the clock reading. */
    public static boolean wanted() {
        return LOG.isDebugEnabled();
    }

    /**
     * Tells of an answer.
     *
     * @param path a path that this server knows
     * @param operation a TR that this server knows, else {@code -}
     * @param returnCode the broker's class number
     */
    public static void answered(String method, String path, String operation, int status, int returnCode, long micros) {
        LOG.debug("{} {} {} {} rc={} {}us", method, path, operation, status, returnCode, micros);
    }

    static void socketOpened() {
        LOG.debug("GET (a WebSocket) 101");
    }

    static void unknownPath(HttpExchange exchange) {
        LOG.debug("{} (unknown path) 404", exchange.method());
    }

    static void refused(int status, String reason) {
        LOG.debug("refused before a request: {} {}", status, reason);
    }

    static void failed(Throwable failure) {
        LOG.error("handler failed", failure);
    }
}
