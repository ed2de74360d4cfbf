package dev.hoga.gateway;

/** The bytes are no request that this server takes. Answered with the status, then the connection ends. */
final class BadRequestException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    BadRequestException(int status, String reason) {
        // Without a stack trace: a hostile client must not make the server work.
        super(reason, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
