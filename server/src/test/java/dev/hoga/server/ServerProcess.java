package dev.hoga.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A real server for a test: a child JVM with the test's class path on a temporary data folder and a free port. It can be
 * killed, stopped and started again on the same folder; closing it ends the process and deletes the folder.
 *
 * <pre>{@code
 * try (var server = ServerProcess.start("--limits", "off")) {
 *     KiwoomClient bot = server.openAccount("alice", 10_000_000);
 *     bot.login();
 *     bot.buy("005930", 1, server.basePriceWon("005930"));
 *     server.kill();
 *     server.restart();                     // the port is another one: ask for clients again
 *     bot = server.reconnect(bot);
 * }
 * }</pre>
 */
final class ServerProcess implements AutoCloseable {
    /** Half the processor time to READY. */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private final Path data;
    private final List<String> options;
    private final List<String> prefix;
    private final List<WireClient> wires = new ArrayList<>();
    private ServerChild child;
    private WireClient wire;

    private ServerProcess(Path data, List<String> prefix, List<String> options) throws IOException {
        this.data = data;
        this.prefix = prefix;
        this.options = options;
        restart();
    }

    /** Starts a server on a fresh folder. @param options of {@code hoga serve}, besides the folder and the port */
    static ServerProcess start(String... options) throws IOException {
        return startBehind(List.of(), options);
    }

    /** Starts a server that is compiled in a hurry only: for tests that start it again and again. */
    static ServerProcess startForManyStarts(String... options) throws IOException {
        return startBehind(List.of("env", "JDK_JAVA_OPTIONS=" + QUICK_START), options);
    }

    /** Starts a server on a fresh folder with something before {@code java}, such as {@code strace -f -c -o FILE}. */
    static ServerProcess startBehind(List<String> prefix, String... options) throws IOException {
        Path data = Files.createTempDirectory("hoga-test-");
        try {
            return new ServerProcess(data, prefix, List.of(options));
        } catch (IOException e) {
            Folders.delete(data);
            throw e;
        }
    }

    /**
     * Starts a server on a given folder, behind something that lets it see that folder.
     *
     * @param data made where it does not exist, and deleted in the end
     */
    static ServerProcess startOn(Path data, List<String> prefix, String... options) throws IOException {
        return new ServerProcess(data, prefix, List.of(options));
    }

    /** Starts the program with these arguments only and waits for its end. */
    static Ended run(String... arguments) throws IOException {
        try (var child = ServerChild.launch(List.of(), Arrays.asList(arguments))) {
            int exitCode = child.awaitExit();
            return new Ended(exitCode, child.outputLines(), child.errorLines());
        }
    }

    /** How a program ended. */
    record Ended(int exitCode, List<String> output, List<String> errors) {
    }

    /** Starts again on the same folder with the same options and perhaps more; the server must be down. */
    void restart(String... moreOptions) throws IOException {
        if (child != null && child.alive()) {
            throw new IllegalStateException("still running");
        }
        var arguments = new ArrayList<>(List.of("serve", "--port", "0", "--data", data.toString()));
        arguments.addAll(options);
        arguments.addAll(List.of(moreOptions));
        if (!arguments.contains("--participants")) {
            // Who tests something else wants to be alone.
            arguments.addAll(List.of("--participants", "off"));
        }
        child = ServerChild.launch(prefix, arguments).awaitReady();
        wire = newWire();
    }

    /** {@code kill -9}; returns when the process is gone. */
    void kill() {
        child.kill();
    }

    /** SIGTERM; returns the exit code. */
    int terminate() {
        return child.terminate();
    }

    Path data() {
        return data;
    }

    int port() {
        return child.port();
    }

    long pid() {
        return child.pid();
    }

    ServerChild child() {
        return child;
    }

    /** The shared HTTP client of the present process. */
    WireClient wire() {
        return wire;
    }

    /** One more HTTP client of the present process, with connections of its own; closed with the server. */
    WireClient newWire() {
        WireClient more = WireClient.toPort(child.port());
        wires.add(more);
        return more;
    }

    ControlClient control() throws IOException {
        return new ControlClient(wire, child.controlToken());
    }

    /** Opens an account by the control API; the client uses its live key and has not logged in. */
    KiwoomClient openAccount(String name, long cashWon) throws IOException {
        WireAnswer opened = control().post("/accounts", Map.of("name", name, "cash", Map.of("KRW", cashWon)));
        if (opened.status() != 200) {
            throw new IOException("no account: " + opened);
        }
        return KiwoomClient.ofAccount(wire, opened.json());
    }

    /** The same client, with its token, against the present process. */
    KiwoomClient reconnect(KiwoomClient bot) {
        return bot.on(wire);
    }

    long basePriceWon(String code) throws IOException {
        return control().get("/instruments/" + code).number("basePrice");
    }

    /** The state hash with its log position. */
    Map<String, Object> stateHash() throws IOException {
        return control().get("/state-hash").json();
    }

    /** Has market time stand still, or run on. */
    void freeze(boolean frozen) throws IOException {
        control().post("/clock", Map.of("frozen", frozen));
    }

    @Override
    public void close() throws IOException {
        wires.forEach(WireClient::close);
        child.close();
        Folders.delete(data);
    }
}
