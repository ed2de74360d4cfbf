package dev.hoga.bench;

import dev.hoga.core.CoreListener;
import dev.hoga.engine.AeronEngine;
import dev.hoga.engine.EngineConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * How fast a restart without a snapshot applies the log, and how large the folder is after many events and purges. The
 * commands are those of {@link EngineLoad}; sync is on.
 */
final class RestartBench {
    private static final int CLIENTS = 1_000;
    /** Commands of one trading day, after which the next one begins: the day's orders are state, the log is not. */
    private static final int COMMANDS_A_DAY = 500_000;
    private static final double NANOS_TO_SECONDS = 1e-9;
    private static final double BYTES_TO_MEGA = 1e-6;

    private final RestartOptions options;
    private final PrintStream out;

    RestartBench(RestartOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() throws IOException {
        Files.createDirectories(options.parent());
        Path folder = Files.createTempDirectory(options.parent().toAbsolutePath(), "restart-bench");
        try {
            out.println(Conditions.here(folder));
            restart(folder.resolve("restart"));
            grow(folder.resolve("grow"));
        } finally {
            Folders.delete(folder);
        }
    }

    private void restart(Path folder) throws IOException {
        double emptySeconds = secondsToStart(folder.resolveSibling("empty"));
        try (ServerChild child = ServerChild.start("", RestartChild.class.getName(),
            List.of(folder.toString(), Integer.toString(options.entries())))) {
            child.kill();
        }
        long logBytes = bytes(folder);
        double seconds = secondsToStart(folder);
        double againSeconds = secondsToStart(folder);
        out.printf("%,d entries without a snapshot: %.2f s to start, an empty folder %.2f s, so %,.0f entries a second; %.0f MB of"
            + " log%n", options.entries(), seconds, emptySeconds, options.entries() / (seconds - emptySeconds),
            logBytes * BYTES_TO_MEGA);
        out.printf("  the next start, from the snapshot: %.2f s%n", againSeconds);
    }

    /** Until the engine leads and has applied everything that is in the log. Ends in good order, with a snapshot. */
    private static double secondsToStart(Path folder) {
        long startNs = System.nanoTime();
        AeronEngine engine = AeronEngine.start(EngineConfig.of(folder).build());
        long tookNs = System.nanoTime() - startNs;
        engine.close();
        return tookNs * NANOS_TO_SECONDS;
    }

    private void grow(Path folder) throws IOException {
        var events = new AtomicLong();
        long commands = 0;
        long mostBytes = 0;
        long startNs = System.nanoTime();
        try (AeronEngine engine = AeronEngine.start(EngineConfig.of(folder).observer(counter(events)).build())) {
            int account = EngineLoad.open(engine.commands());
            for (int week = 1; events.get() < options.events(); week++) {
                commands += new EngineLoad(engine.commands(), account, CLIENTS).runCommands(COMMANDS_A_DAY).latencies().count();
                mostBytes = Math.max(mostBytes, bytes(folder));
                EngineLoad.goTo(engine.commands(), week);
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNs);
            mostBytes = Math.max(mostBytes, bytes(folder));
            engine.snapshot().join();
            out.printf("%,d events of %,d commands in %d s, a snapshot and a purge each %,d events and commands: folder at most %.0f MB,"
                + " %.0f MB after the last purge; %d files%n", events.get(), commands, seconds,
                EngineConfig.of(folder).build().snapshotEveryEvents(), mostBytes * BYTES_TO_MEGA, bytes(folder) * BYTES_TO_MEGA,
                files(folder));
        }
    }

    /** Counts whatever it is told. */
    private static CoreListener counter(AtomicLong events) {
        return (CoreListener) Proxy.newProxyInstance(CoreListener.class.getClassLoader(), new Class<?>[] {CoreListener.class},
            (proxy, method, arguments) -> {
                events.lazySet(events.get() + 1);
                return null;
            });
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(path);
            }
        }
        return bytes;
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).count();
        }
    }
}
