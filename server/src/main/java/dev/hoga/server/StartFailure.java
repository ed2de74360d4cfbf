package dev.hoga.server;

/** The server cannot start, or cannot go on starting; the message is one plain line that says why and how to mend it. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
