package dev.hoga.server;

import dev.hoga.gateway.kis.KisLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one server is to run: the options of {@code hoga serve}.
 *
 * @param bind the address to listen on
 * @param port 0 for a free one
 * @param data the data folder; made where it does not exist
 * @param accountsFile the accounts of an empty folder; without it two demo accounts are made
 * @param clock only where given explicitly; a fresh folder without it starts at {@link ClockStart.Open}
 * @param speed market seconds per host second, only where given explicitly
 * @param market what was said of the simulated participants
 * @param realLimits whether the brokers' own per-second limits hold
 * @param tokenInterval whether KIS gives a key one token a minute
 * @param mockProfile whether mock keys are refused what the brokers' mock hosts refuse
 * @param strict whether requests are held to every printed length and code list
 * @param kisLayout the generation of the records that KIS's WebSocket pushes
 * @param historyUrl JDBC address of the database that holds history; without it a file in the data folder
 * @param sync whether a reply follows the forced write
 * @param universe the files that say what an empty folder lists, and which days are bound to rows; none for the bundled table
 * @param allowReset whether the control API may begin a new epoch
 */
public record HogaConfig(String bind, int port, Path data, Optional<Path> accountsFile, Optional<ClockStart> clock,
    OptionalInt speed, MarketPlan market, boolean realLimits, boolean tokenInterval, boolean mockProfile, boolean strict,
    KisLayout kisLayout, Optional<String> historyUrl, boolean sync,
    List<Path> universe, boolean allowReset) {

    /** The port of {@code --port} where it is not given. */
    public static final int DEFAULT_PORT = 8080;

    /** The highest speed, market seconds per host second: a day in a second. */
    public static final int MAX_SPEED = 86_400;

    /** The defaults on a folder, with a free port and without participants: what a test starts. */
    public static HogaConfig onFolder(Path data) {
        return new HogaConfig("127.0.0.1", 0, data, Optional.empty(), Optional.empty(), OptionalInt.empty(), MarketPlan.OFF, true,
            true, false, false, KisLayout.OF_2026, Optional.empty(), true, List.of(), false);
    }
}
