package dev.hoga.server;

/** An answer of the control API other than 200: HTTP status, a code for programs, a message that says how to mend it. */
final class ControlError extends RuntimeException {
    private final int status;
    private final String code;

    ControlError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ControlError badRequest(String message) {
        return new ControlError(400, "bad_request", message);
    }

    static ControlError notFound(String message) {
        return new ControlError(404, "not_found", message);
    }

    static ControlError notBuilt(String what) {
        return new ControlError(501, "not_built", what + " is not built yet");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
