package dev.hoga.history;

/** History is not what was written to it; the message names the row or the table. */
final class HistoryDamaged extends Exception {
    private static final long serialVersionUID = 1;

    HistoryDamaged(String message) {
        super(message);
    }
}
