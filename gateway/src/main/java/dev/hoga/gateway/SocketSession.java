package dev.hoga.gateway;

import java.util.concurrent.Future;

/** One client's WebSocket. All but {@link #execute} belongs to its network thread. */
public interface SocketSession {
    /** The purpose is fulfilled. */
    int NORMAL = 1000;
    /** The server stops. */
    int GOING_AWAY = 1001;
    /** A kind of data that is not taken. */
    int UNSUPPORTED = 1003;
    /** The client breaks a rule of ours. */
    int POLICY = 1008;
    /** A message is too long. */
    int TOO_BIG = 1009;
    /** The server failed. */
    int FAILED = 1011;

    /** The path of the handshake. */
    String path();

    /** A header of the handshake, or an empty string. */
    String header(String name);

    /** The other end's address without port. */
    String remoteAddress();

    /** The network thread that this session lives on. */
    SocketLoop loop();

    /**
     * Sends a frame, which is handed over. It waits where the client is behind; where too much waits, the session is closed with
     * {@link #POLICY}. After the end of a session it is thrown away.
     */
    void send(Frame frame);

    /** Says goodbye after what was sent before, and ends the session. */
    void close(int status, String reason);

    /** Ends the session without a word. */
    void drop();

    /** Does something later unless it is cancelled; it may find the session closed. */
    Future<?> after(long ms, Runnable task);

    /** Does something on the session's network thread; from any thread. */
    default void execute(Runnable task) {
        loop().execute(task);
    }
}
