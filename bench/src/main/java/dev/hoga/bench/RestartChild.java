package dev.hoga.bench;

import dev.hoga.engine.AeronEngine;
import dev.hoga.engine.EngineConfig;
import java.nio.file.Path;

/** Fills a log without a snapshot, says so, and waits to be killed: an end in good order would leave a snapshot. */
final class RestartChild {
    private static final int CLIENTS = 1_000;

    private RestartChild() {
    }

    /** @param arguments the folder and the number of commands */
    public static void main(String[] arguments) throws InterruptedException {
        AeronEngine engine = AeronEngine.start(EngineConfig.of(Path.of(arguments[0])).snapshotEveryEvents(Long.MAX_VALUE).build());
        int account = EngineLoad.open(engine.commands());
        new EngineLoad(engine.commands(), account, CLIENTS).runCommands(Long.parseLong(arguments[1]));
        System.out.println("READY");
        Thread.currentThread().join();
    }
}
