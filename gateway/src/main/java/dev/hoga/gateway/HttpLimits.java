package dev.hoga.gateway;

/**
 * What one client may take of the server. Each limit has one named default; the record exists so that a test can shorten the
 * waits and a deployment can widen the counts.
 *
 * @param initialLineBytes request line, its line end included; more is 414
 * @param headBytes request line and headers together; more is 431
 * @param headMs from a request's first byte to the end of its headers; longer is 408
 * @param bodyBytes the body, after chunks are joined; more is 413
 * @param bodyMs from the end of the headers to the end of the body; longer is 408
 * @param idleMs how long a connection may stay open without a request
 * @param stallMs how long a client may refuse to take what was answered
 * @param connectionsPerAddress connections from one remote address; one more ends that which has been idle longest, and is itself closed
 *     unanswered where none is idle
 * @param connections connections in all; more are closed unanswered
 * @param requestsUnderWay pipelined requests of one connection that are handled at the same time; more wait unread
 * @param responseWaitMs how long a handler may take; longer is 504 and the end of the connection
 * @param drainMs how long a stopping server waits for answers under way
 */
public record HttpLimits(int initialLineBytes, int headBytes, int headMs, int bodyBytes, int bodyMs, int idleMs, int stallMs,
    int connectionsPerAddress, int connections, int requestsUnderWay, int responseWaitMs, int drainMs) {

    public static final int INITIAL_LINE_BYTES = 4 * 1024;
    public static final int HEAD_BYTES = 8 * 1024;
    public static final int HEAD_MS = 5_000;
    public static final int BODY_BYTES = 64 * 1024;
    public static final int BODY_MS = 10_000;
    public static final int IDLE_MS = 75_000;
    public static final int STALL_MS = 10_000;
    public static final int CONNECTIONS_PER_ADDRESS = 256;
    public static final int CONNECTIONS = 10_000;
    public static final int REQUESTS_UNDER_WAY = 16;
    public static final int RESPONSE_WAIT_MS = 15_000;
    public static final int DRAIN_MS = 5_000;

    /** Header lines of one request; more is 431. */
    static final int FIELDS = 64;
    /** A chunk's size line, and the trailer after the last chunk; more is 400. */
    static final int CHUNK_LINE_BYTES = 256;
    /** How long a connection that was refused is still read (and thrown away), so that the refusal reaches its client. */
    static final int LINGER_MS = 1_000;
    /** The most bytes taken from a connection at once. */
    static final int READ_BYTES = 16 * 1024;

    public static final HttpLimits DEFAULT = new HttpLimits(INITIAL_LINE_BYTES, HEAD_BYTES, HEAD_MS, BODY_BYTES, BODY_MS, IDLE_MS,
        STALL_MS, CONNECTIONS_PER_ADDRESS, CONNECTIONS, REQUESTS_UNDER_WAY, RESPONSE_WAIT_MS, DRAIN_MS);

    /** The defaults with another number of connections per address. */
    public HttpLimits withConnectionsPerAddress(int count) {
        return new HttpLimits(initialLineBytes, headBytes, headMs, bodyBytes, bodyMs, idleMs, stallMs, count, connections,
            requestsUnderWay, responseWaitMs, drainMs);
    }

    /** How often a connection looks at its deadlines: often enough that a wait is overrun by a quarter at most. */
    int sweepMs() {
        int shortest = Math.min(Math.min(headMs, bodyMs), Math.min(Math.min(idleMs, stallMs), responseWaitMs));
        return Math.clamp(shortest / 4, 1, 1_000);
    }
}
