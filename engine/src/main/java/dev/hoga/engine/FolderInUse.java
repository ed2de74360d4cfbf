package dev.hoga.engine;

import java.nio.file.Path;

/** Another engine runs on the data folder. */
public final class FolderInUse extends IllegalStateException {
    private static final long serialVersionUID = 1;

    FolderInUse(Path folder) {
        super("The data folder is in use by another process: " + folder);
    }
}
