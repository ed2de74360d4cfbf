package dev.hoga.bench;

import java.nio.file.Path;

/**
 * What the measurement of the simulated market runs on.
 *
 * @param parent where the data folders are made, and deleted at the end; on a disk, not in memory
 * @param alone how many instruments a day of the core alone has, one day after another; none leaves this part out
 * @param served how many instruments a server has, one server after another; those of the default universe at least;
 *     none leaves this part out
 * @param seconds how long a server is watched at speed 1
 * @param seed the market's
 * @param serverFlags more flags for the servers' JVMs, such as those of a profiler
 */
record MarketBenchOptions(Path parent, int[] alone, int[] served, int seconds, long seed, String serverFlags) {
    static final MarketBenchOptions STANDARD =
        new MarketBenchOptions(Path.of("target"), new int[] {70, 98, 2_700}, new int[] {98, 2_700}, 60, 1, "");
}
