package dev.hoga.gateway;

/** What a client's session brings, one call at a time on its network thread. No call may wait. */
public interface SocketListener {

    /** A text message, whole; valid UTF-8. */
    void text(byte[] message);

    /** A pong control frame, asked for or not: some clients answer a broker's heartbeat with one. */
    default void pong(byte[] payload) {
    }

    /** The session is over, whoever ended it. Comes once, last. */
    void closed();
}
