package dev.hoga.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The program: {@code hoga serve | demo | --version | --help}. */
@Command(name = "hoga", mixinStandardHelpOptions = true, versionProvider = HogaMain.Version.class,
    description = "A brokerage anyone can run: the Kiwoom REST API and the KIS Open API over one exchange and one ledger.",
    subcommands = {ServeCommand.class, HogaMain.DemoCommand.class, HogaMain.RehearseCommand.class})
public final class HogaMain implements Callable<Integer> {
    /** Everything was done. */
    static final int EXIT_OK = 0;
    /** It could not be done. */
    static final int EXIT_FAILED = 1;
    /** It was asked for in a way that cannot be understood, or that is not built. */
    static final int EXIT_USAGE = 2;

    private HogaMain() {
    }

    public static void main(String... arguments) throws InterruptedException {
        // Netty looks for leaks by taking down, of every 128th buffer, who has used it; that is for tests, which have it.
        System.setProperty("io.netty.leakDetection.level", System.getProperty("io.netty.leakDetection.level", "disabled"));
        int exitCode = commandLine().execute(arguments);
        if (exitCode == ServeCommand.RUNNING) {
            // A server ends by a signal. All of its own threads may be daemons, so this one stays.
            Thread.currentThread().join();
        }
        System.exit(exitCode);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new HogaMain())
            .setUsageHelpWidth(110)
            .setParameterExceptionHandler(HogaMain::sayUsage)
            .setExecutionExceptionHandler(HogaMain::sayFailure);
    }

    private static int sayUsage(ParameterException e, String... arguments) {
        var err = e.getCommandLine().getErr();
        err.println("hoga: " + e.getMessage() + " (see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
        return EXIT_USAGE;
    }

    private static int sayFailure(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof StartFailure) {
            commandLine.getErr().println("hoga: " + e.getMessage());
            return EXIT_FAILED;
        }
        throw e;
    }

    /** Without a command: says what there is. */
    @Override
    public Integer call() {
        commandLine().usage(System.err);
        return EXIT_USAGE;
    }

    /** The version in the jar's manifest. */
    static String version() {
        String version = HogaMain.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"hoga " + version()};
        }
    }

    @Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Plays the beginning of a trading day on a temporary data folder and checks every answer.")
    static final class DemoCommand implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            // Korean names are told as they are, whatever the terminal says of itself.
            var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            return new Demo(out).play() ? EXIT_OK : EXIT_FAILED;
        }
    }

    @Command(name = "rehearse", hidden = true,
        description = "Starts and stops a server, while the JVM notes what a start needs (-XX:AOTCacheOutput).")
    static final class RehearseCommand implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            Path folder = Files.createTempDirectory("hoga-rehearsal-");
            LogFiles.writeTo(folder.resolve("logs"));
            try (var hoga = Hoga.start(HogaConfig.onFolder(folder)); var wire = WireClient.toPort(hoga.port())) {
                var control = new ControlClient(wire, Files.readString(hoga.controlTokenFile()).strip());
                WireAnswer account = control.post("/accounts", Map.of("name", "rehearsal", "cash", Map.of("KRW", 1_000_000)));
                KiwoomClient bot = KiwoomClient.ofAccount(wire, account.json());
                bot.login();
                bot.openOrders();
                return EXIT_OK;
            } finally {
                Folders.delete(folder);
            }
        }
    }
}
