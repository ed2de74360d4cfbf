package dev.hoga.engine;

/** The folder holds commands that another release applied: replaying them with this one could tell another story. */
public final class BehaviourMismatch extends IllegalStateException {
    private static final long serialVersionUID = 1;

    BehaviourMismatch(int folderVersion, int ownVersion) {
        super("The folder's log was written by behaviour version " + folderVersion + " and this is version " + ownVersion
            + ". Start it once with a release of version " + folderVersion + " and stop that in good order: it then leaves a"
            + " snapshot with nothing behind it, which this release takes over.");
    }
}
