package dev.hoga.engine;

/** Something in the data folder is not what was written; the message names record and file. */
public final class LogDamaged extends IllegalStateException {
    private static final long serialVersionUID = 1;

    LogDamaged(String what) {
        super("The data folder is damaged: " + what + ". Put back a copy of the folder; this one is left as it is.");
    }
}
