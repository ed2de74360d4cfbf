package dev.hoga.history;

/** History cannot answer now; nothing is wrong with the question. */
public final class HistoryUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    HistoryUnavailable(String message) {
        super(message);
    }

    HistoryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
