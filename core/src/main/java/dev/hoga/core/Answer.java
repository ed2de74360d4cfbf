package dev.hoga.core;

/** The answer to a command. */
final class Answer {

    private Answer() {
    }

    /** Tells that a command was accepted, or rejected where there is a reason for it. */
    static void give(CoreListener listener, long correlationId, Reject reject, long value) {
        if (reject == null) {
            listener.commandAccepted(correlationId, value);
        } else {
            listener.commandRejected(correlationId, reject, 0);
        }
    }
}
