package dev.hoga.bench;

import java.nio.file.Path;

/**
 * What the engine's measurement runs on.
 *
 * @param parent where the data folder is made, and deleted at the end; on a disk, not in memory
 * @param underWay the numbers of commands under way to measure, one after another
 * @param seconds how long each is measured, after a warm-up of the same length
 */
record EngineBenchOptions(Path parent, boolean sync, int[] underWay, int seconds) {
    static final EngineBenchOptions STANDARD = new EngineBenchOptions(Path.of("target"), true, new int[] {1, 64, 1_000}, 5);
}
