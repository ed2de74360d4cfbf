package dev.hoga.bench;

import java.nio.file.Path;

/**
 * What the measurement over HTTP runs on.
 *
 * @param parent where the data folder is made, and deleted at the end; on a disk, not in memory
 * @param connections the numbers of connections to measure, one after another
 * @param warmUpSeconds how long each side is warmed up at each number of connections
 * @param rounds how often both sides take turns; the medians are printed
 * @param seconds how long a round of one side is
 * @param serverFlags more flags for the JVM of the server that is measured, such as those of a profiler
 */
record HttpBenchOptions(Path parent, int[] connections, int warmUpSeconds, int rounds, int seconds, String serverFlags) {
    static final HttpBenchOptions STANDARD =
        new HttpBenchOptions(Path.of("target"), new int[] {1, 64, 256}, 8, 5, 2, "");
}
