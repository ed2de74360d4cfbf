package dev.hoga.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code hoga serve} as a process of its own, with this JVM's java and class path: what the demo and the tests kill,
 * stop and start again.
 */
final class ServerChild implements AutoCloseable {
    /** How long a start may take on a busy machine. */
    static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    /** How long an orderly stop may take on a busy machine. */
    static final Duration STOP_TIMEOUT = Duration.ofSeconds(120);
    /** How much of the child's error output is kept for messages. */
    static final int MAX_ERROR_LINES = 200;

    private static final Pattern READY = Pattern.compile("READY http://[^:]+:(\\d+) control-token-file=(.+)");
    private static final List<String> JVM_FLAGS = List.of("--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED",
        "--add-opens", "java.base/sun.nio.ch=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow", "-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final CompletableFuture<Matcher> ready = new CompletableFuture<>();
    private final Thread outputReader;
    private final Thread errorReader;

    private ServerChild(Process process) {
        this.process = process;
        outputReader = Thread.ofVirtual().start(() -> read(process.inputReader(StandardCharsets.UTF_8), true));
        errorReader = Thread.ofVirtual().start(() -> read(process.errorReader(StandardCharsets.UTF_8), false));
    }

    /**
     * Starts the child and does not wait for it.
     *
     * @param prefix what stands before {@code java}, such as a tracer with its options; empty for none
     * @param arguments of the program, {@code serve} first
     */
    static ServerChild launch(List<String> prefix, List<String> arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        String classPath = System.getProperty("java.class.path");
        Path startNotes = Path.of(classPath.replaceFirst("\\.jar$", ".aot"));
        if (classPath.endsWith("hoga.jar") && Files.exists(startNotes)) {
            command.add("-XX:AOTCache=" + startNotes);
        }
        command.addAll(List.of("-cp", classPath, HogaMain.class.getName()));
        command.addAll(arguments);
        return new ServerChild(new ProcessBuilder(command).start());
    }

    /** Starts a server and waits for its READY line. @throws IOException with its error output where it does not come */
    static ServerChild serve(List<String> arguments) throws IOException {
        return launch(List.of(), arguments).awaitReady();
    }

    ServerChild awaitReady() throws IOException {
        try {
            ready.get(START_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return this;
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException("the server did not start: " + String.join(" / ", errorLines()), e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server started", e);
        }
    }

    private void read(BufferedReader from, boolean standardOutput) {
        List<String> lines = standardOutput ? output : errors;
        try (from) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                synchronized (lines) {
                    if (lines.size() < MAX_ERROR_LINES) {
                        lines.add(line);
                    }
                }
                Matcher found = READY.matcher(line);
                if (standardOutput && found.matches()) {
                    ready.complete(found);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        if (standardOutput) {
            ready.completeExceptionally(new IOException("it ended before it was ready"));
        }
    }

    /** The port of the READY line. */
    int port() {
        return Integer.parseInt(ready.join().group(1));
    }

    /** The control token, read from the file the READY line names. */
    String controlToken() throws IOException {
        return Files.readString(Path.of(ready.join().group(2))).strip();
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** What the child has written to standard output so far. */
    List<String> outputLines() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    /** What the child has written to standard error so far. */
    List<String> errorLines() {
        synchronized (errors) {
            return List.copyOf(errors);
        }
    }

    /** {@code kill -9}; returns when the process is gone. */
    void kill() {
        process.toHandle().destroyForcibly();
        awaitExit();
    }

    /** SIGTERM; returns the exit code. The handle sends it, because the process itself would close unread output with it. */
    int terminate() {
        process.toHandle().destroy();
        return awaitExit();
    }

    /** Waits until the process has ended by itself and both of its streams are read. @return the exit code */
    int awaitExit() {
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not end within " + STOP_TIMEOUT);
            }
            outputReader.join();
            errorReader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server ended", e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
