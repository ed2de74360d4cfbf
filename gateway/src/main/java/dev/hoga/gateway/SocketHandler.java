package dev.hoga.gateway;

/** Takes the WebSocket sessions of a path. */
@FunctionalInterface
public interface SocketHandler {

    /** A client has connected. Called on the session's network thread, as is all that the listener is told; it must not wait. */
    SocketListener open(SocketSession session);
}
