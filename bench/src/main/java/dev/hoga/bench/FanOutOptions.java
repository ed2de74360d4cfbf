package dev.hoga.bench;

import java.nio.file.Path;

/**
 * What the measurement of pushed frames runs on.
 *
 * @param parent where the data folder is made, and deleted at the end
 * @param sessions how many listen, each to a hundred stocks, trades and books
 * @param fillsUnderWay at full load, how many fills may be on their way to any session
 * @param fillsPerSecond the rate at which the way of a frame is timed
 * @param warmUpSeconds how long each side is warmed up
 * @param rounds how often the sides take turns; the medians are printed
 * @param seconds how long a round of one side is
 * @param serverFlags more flags for the JVM of the server that is measured
 */
record FanOutOptions(Path parent, int sessions, int fillsUnderWay, int fillsPerSecond, int warmUpSeconds, int rounds, int seconds,
    String serverFlags) {
    static final FanOutOptions STANDARD = new FanOutOptions(Path.of("target"), 200, 8, 100, 6, 4, 3, "");
}
