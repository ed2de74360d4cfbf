package dev.hoga.server;

import java.nio.file.Path;
import java.util.List;

/** One running server: engine, gateways, control API, one port. */
public final class Hoga implements AutoCloseable {
    private final HogaConfig config;

    private Hoga(HogaConfig config) {
        this.config = config;
    }

    /** Starts a server. @throws StartFailure where it cannot start */
    public static Hoga start(HogaConfig config) {
        throw new StartFailure("the engine is not built yet");
    }

    /** The port it listens on. */
    public int port() {
        return config.port();
    }

    /** The file that holds the control API's token. */
    public Path controlTokenFile() {
        return config.data().resolve("control.token");
    }

    /** What a person should be told once, after the start. */
    public List<String> notices() {
        return List.of();
    }

    @Override
    public void close() {
    }
}
