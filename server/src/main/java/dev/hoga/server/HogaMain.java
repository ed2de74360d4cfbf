package dev.hoga.server;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The program: {@code hoga serve | demo | --version | --help}. */
@Command(name = "hoga", mixinStandardHelpOptions = true, versionProvider = HogaMain.Version.class,
    description = "A brokerage anyone can run: the Kiwoom REST API over one exchange and one ledger.",
    subcommands = {ServeCommand.class, HogaMain.DemoCommand.class})
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
            return new Demo(System.out).play() ? EXIT_OK : EXIT_FAILED;
        }
    }
}
