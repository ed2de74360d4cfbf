package dev.hoga.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server in a JVM of its own, with the flags of {@code ./hoga}: what is measured shares nothing with what measures. */
final class ServerChild implements AutoCloseable {
    static final List<String> JVM_FLAGS =
        List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms64m", "-Xmx512m");
    private static final List<String> AERON_FLAGS = List.of("--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED",
        "--add-opens", "java.base/sun.nio.ch=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
    private static final Pattern READY = Pattern.compile("READY(?: http://127\\.0\\.0\\.1:([0-9]+))?(?: control-token-file=(.+))?");
    private static final long STOP_TIMEOUT_S = 60;
    /** It rests when it uses less than a tenth of a processor for so long. */
    private static final long REST_MS = 500;
    private static final long REST_PART = 10;
    private static final long MOST_REST_MS = 60_000;
    /** The kernel counts processor time in hundredths of a second on every common machine. */
    private static final long MS_PER_CLOCK_TICK = 10;
    private static final int USER_TIME = 11;

    private final Process process;
    private final Matcher ready;

    private ServerChild(Process process) throws IOException {
        this.process = process;
        BufferedReader lines = process.inputReader();
        Matcher found = READY.matcher("");
        while (!found.matches()) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the server did not start; what it said stands above");
            }
            found.reset(line);
        }
        ready = found;
    }

    /**
     * A whole Hoga without accounts, limits per second switched off; in a folder that has one, it goes on with that.
     *
     * @param folder where its data folder and its accounts file are
     * @param moreFlags for its JVM, between blanks
     */
    static ServerChild hoga(Path folder, String moreFlags, String... moreOptions) throws IOException {
        Path accounts = Files.writeString(folder.resolve("accounts.yaml"), "accounts: []\n");
        var arguments = new ArrayList<>(List.of("serve", "--port", "0", "--limits", "off",
            "--accounts", accounts.toString(), "--data", folder.resolve("data").toString()));
        arguments.addAll(List.of(moreOptions));
        return start(moreFlags, "dev.hoga.server.HogaMain", arguments);
    }

    /** Starts a program that prints the READY line. */
    static ServerChild start(String moreFlags, String mainClass, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.addAll(AERON_FLAGS);
        Stream.of(moreFlags.split(" ")).filter(flag -> !flag.isEmpty()).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return new ServerChild(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    int port() {
        return Integer.parseInt(ready.group(1));
    }

    String controlToken() throws IOException {
        return Files.readString(Path.of(ready.group(2))).strip();
    }

    /** Processor time used so far, user and system. */
    Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Waits until the server rests: what it does behind its answers, such as writing history, is done. */
    void awaitRest() throws IOException {
        try {
            for (long waitedMs = 0; waitedMs < MOST_REST_MS; waitedMs += REST_MS) {
                Duration before = processorTime();
                Thread.sleep(REST_MS);
                if (processorTime().minus(before).toMillis() <= REST_MS / REST_PART) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
        throw new IOException("the server has not come to rest in " + MOST_REST_MS + " ms");
    }

    /** Processor time used so far by the thread that has used the most. Linux only; zero elsewhere. */
    Duration busiestThreadTime() throws IOException {
        Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        long most = 0;
        if (Files.exists(tasks)) {
            try (Stream<Path> threads = Files.list(tasks)) {
                most = threads.mapToLong(ServerChild::ticksOf).max().orElse(0);
            }
        }
        return Duration.ofMillis(most * MS_PER_CLOCK_TICK);
    }

    /** User and system time; the name before them may hold blanks and ends with a bracket. */
    private static long ticksOf(Path task) {
        try {
            String line = Files.readString(task.resolve("stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Memory of the process that is in memory. Linux only; 0 elsewhere. */
    long residentKilobytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        String line = Files.readAllLines(status).stream().filter(it -> it.startsWith("VmRSS:")).findFirst().orElse("0");
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }

    long pid() {
        return process.pid();
    }

    /** {@code kill -9}. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** SIGTERM, and the end of the process. */
    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
