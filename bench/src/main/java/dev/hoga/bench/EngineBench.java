package dev.hoga.bench;

import dev.hoga.engine.AeronEngine;
import dev.hoga.engine.EngineConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Round trips through the engine: an {@link EngineLoad}, each command answered when its record is in the log and, with sync on, forced. */
final class EngineBench {
    private final EngineBenchOptions options;
    private final PrintStream out;

    EngineBench(EngineBenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() throws IOException {
        Files.createDirectories(options.parent());
        Path folder = Files.createTempDirectory(options.parent(), "engine-bench");
        out.println(Conditions.here(folder) + ", sync " + (options.sync() ? "on" : "off"));
        try (AeronEngine engine = AeronEngine.start(EngineConfig.of(folder).sync(options.sync()).build())) {
            int account = EngineLoad.open(engine.commands());
            for (int underWay : options.underWay()) {
                var load = new EngineLoad(engine.commands(), account, underWay);
                load.run(TimeUnit.SECONDS.toNanos(options.seconds()));
                EngineLoad.Result result = load.run(TimeUnit.SECONDS.toNanos(options.seconds()));
                out.printf("  %,5d under way: %,10.0f round trips/s, p50 %,.0f us, p99 %,.0f us%n", underWay, result.perSecond(),
                    result.latencies().micros(0.5), result.latencies().micros(0.99));
            }
        } finally {
            Folders.delete(folder);
        }
    }
}
