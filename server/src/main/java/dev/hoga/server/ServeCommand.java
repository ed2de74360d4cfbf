package dev.hoga.server;

import dev.hoga.gateway.kis.KisLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hoga serve}: reads the options, starts the server, prints the READY line. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = HogaMain.Version.class, sortOptions = false,
    description = "Runs a server until it gets SIGTERM or SIGINT.")
final class ServeCommand implements Callable<Integer> {
    /** Not an exit code of the process: the server is running and the process goes on. */
    static final int RUNNING = -1;
    private static final int MAX_PORT = 65_535;
    private static final Set<String> LAYOUTS = Set.of("2023", "2025", "2026");

    @Spec
    CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 0 picks a free one. Default 8080.")
    int port = HogaConfig.DEFAULT_PORT;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Address to listen on. Default 127.0.0.1.")
    String bind = "127.0.0.1";

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder. Default hoga-data.")
    Path data = Path.of("hoga-data");

    @Option(names = "--accounts", paramLabel = "FILE",
        description = "YAML: the accounts of an empty folder, a list under 'accounts'. Default: two demo accounts.")
    Optional<Path> accounts = Optional.empty();

    @Option(names = "--clock", paramLabel = "open|now|TIME",
        description = "Market time at the start, ISO-8601. Default open (09:00 of the trading date) on an empty folder; "
            + "an existing folder goes on where it stopped and is only ever moved forward.")
    Optional<String> clock = Optional.empty();

    @Option(names = "--speed", paramLabel = "N", description = "Market seconds per second, 1 to 86400. Default 1.")
    Optional<Integer> speed = Optional.empty();

    @Option(names = "--seed", paramLabel = "N",
        description = "Seed of the simulated participants: the same one makes the same day. Default 1.")
    Optional<Long> seed = Optional.empty();

    @Option(names = "--participants", paramLabel = "on|off",
        description = "Simulated participants. Default on for an empty folder; an existing one goes on as it was.")
    Optional<String> participants = Optional.empty();

    @Option(names = "--intensity", paramLabel = "PERCENT",
        description = "How much participants do, 1 to 1000; 100 is an ordinary market. Default 100.")
    Optional<Integer> intensity = Optional.empty();

    @Option(names = "--limits", paramLabel = "real|off", description = "The brokers' own limits per second. Default real.")
    String limits = "real";

    @Option(names = "--token-interval", paramLabel = "real|off",
        description = "KIS's one token a minute for each key. Default real.")
    String tokenInterval = "real";

    @Option(names = "--profile", paramLabel = "full|mock",
        description = "full: every TR answers live and mock keys; mock: mock keys are refused what the mock hosts refuse. "
            + "Default full.")
    String profile = "full";

    @Option(names = "--strict", description = "Hold requests to every printed length and code list.")
    boolean strict;

    @Option(names = "--kis-layout", paramLabel = "2023|2025|2026",
        description = "The records that KIS's WebSocket pushes: 2023 and 2025 are for older clients. Default 2026.")
    String kisLayout = "2026";

    @Option(names = "--universe", paramLabel = "FILE",
        description = "The instruments of an empty folder in place of those that come with it: KIS's kospi_code.mst or "
            + "kosdaq_code.mst, or a CSV file of daily rows (Date, Code, Open, High, Low, Close, Volume), whose dates the simulated "
            + "market then makes come true. May be given several times. docs/universe.md describes the formats.")
    List<Path> universe = List.of();

    @Option(names = "--history", paramLabel = "URL",
        description = "JDBC address of the database that holds the past, such as jdbc:postgresql://host/name?user=hoga; an "
            + "empty one for each data folder. Default: a file in the data folder.")
    Optional<String> history = Optional.empty();

    @Option(names = "--sync", paramLabel = "on|off",
        description = "on: a reply follows the forced write. off: it does not wait for the disk; a killed process still loses "
            + "nothing, but a power cut can lose what was acknowledged and leave a folder that does not start again. Default on.")
    String sync = "on";

    @Option(names = "--allow-reset", description = "Lets the control API begin a new epoch.")
    boolean allowReset;

    @Override
    public Integer call() throws Exception {
        HogaConfig config = config();
        LogFiles.writeTo(config.data().resolve("logs"));
        Hoga hoga = Hoga.start(config);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(hoga)));
        hoga.notices().forEach(System.err::println);
        System.out.println("READY http://" + readyHost() + ":" + hoga.port() + " control-token-file=" + hoga.controlTokenFile());
        System.out.flush();
        return RUNNING;
    }

    /** An orderly stop ends with 0, whatever signal asked for it; the JVM by itself would answer 143 to SIGTERM. */
    private static void stop(Hoga hoga) {
        int exitCode = HogaMain.EXIT_OK;
        try {
            hoga.close();
        } catch (RuntimeException e) {
            System.err.println("hoga: the stop did not go well: " + e.getMessage());
            exitCode = HogaMain.EXIT_FAILED;
        }
        System.err.flush();
        Runtime.getRuntime().halt(exitCode);
    }

    private String readyHost() {
        return switch (bind) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            default -> bind.indexOf(':') < 0 ? bind : "[" + bind + "]";
        };
    }

    private HogaConfig config() {
        check(port >= 0 && port <= MAX_PORT, "--port is 0 to " + MAX_PORT + ", not " + port);
        check(speed.orElse(1) >= 1 && speed.orElse(1) <= HogaConfig.MAX_SPEED,
            "--speed is 1 to " + HogaConfig.MAX_SPEED + ", not " + speed.orElse(1));
        check(intensity.orElse(1) >= 1 && intensity.orElse(1) <= MarketPlan.MOST_INTENSITY_PERCENT,
            "--intensity is 1 to " + MarketPlan.MOST_INTENSITY_PERCENT + ", not " + intensity.orElse(1));
        check(LAYOUTS.contains(kisLayout), "--kis-layout is 2023, 2025 or 2026, not '" + kisLayout + "'");
        universe.forEach(file -> check(Files.isRegularFile(file) && Files.isReadable(file), "--universe: cannot read " + file));
        history.ifPresent(url -> check(url.startsWith("jdbc:"), "--history is a JDBC address: jdbc:postgresql://host/name?user=hoga"));
        accounts.ifPresent(file -> check(Files.isReadable(file), "--accounts: cannot read " + file));
        return new HogaConfig(bind, port, data.toAbsolutePath().normalize(), accounts, clockStart(),
            speed.map(OptionalInt::of).orElse(OptionalInt.empty()), marketPlan(),
            choice("--limits", limits, "real", "off"), choice("--token-interval", tokenInterval, "real", "off"),
            !choice("--profile", profile, "full", "mock"), strict, KisLayout.ofYear(kisLayout), history,
            choice("--sync", sync, "on", "off"), List.copyOf(universe), allowReset);
    }

    private MarketPlan marketPlan() {
        return new MarketPlan(participants.map(value -> choice("--participants", value, "on", "off")),
            seed.map(OptionalLong::of).orElse(OptionalLong.empty()), intensity.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    private Optional<ClockStart> clockStart() {
        try {
            return clock.map(ClockStart::parse);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--clock is open, now or a time: " + e.getMessage());
        }
    }

    /** Whether a value is the first of its two choices. */
    private boolean choice(String option, String value, String first, String second) {
        check(value.equals(first) || value.equals(second), option + " is " + first + " or " + second + ", not '" + value + "'");
        return value.equals(first);
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
