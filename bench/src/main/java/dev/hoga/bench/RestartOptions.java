package dev.hoga.bench;

import java.nio.file.Path;

/**
 * What the measurement of restarts and of the folder's size runs on.
 *
 * @param parent where the data folders are made, and deleted at the end; on a disk, not in memory
 * @param entries commands in the log that a restart without a snapshot applies
 * @param events events of the core, after which the folder's size is taken
 */
record RestartOptions(Path parent, int entries, int events) {
    static final RestartOptions STANDARD = new RestartOptions(Path.of("target"), 1_000_000, 10_000_000);
}
