package dev.hoga.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code strace} on a running process: sees its system calls from outside, and can make them fail. */
final class Strace implements AutoCloseable {
    /** Everything with which a Java program forces a file to the disk. */
    static final String FORCED_WRITES = "fsync,fdatasync,msync,sync_file_range";

    private static final Pattern CALL = Pattern.compile("^\\d+ +([a-z_]+)\\((.*)");
    private static final int TIMEOUT_S = 20;

    private final Process process;
    private final Path output;

    private Strace(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * One system call.
     *
     * @param rest its arguments, with the paths of files, and its result
     */
    record Call(String name, String rest) {
    }

    /** Why it cannot be used here; empty where it can. */
    static String whyNot() throws IOException {
        return Shell.whyNot("strace", "-f", "-e", "trace=none", "true");
    }

    /** Attaches to all threads of a process and returns when none can escape. @param options of strace, such as {@code -e inject=…} */
    static Strace attach(long pid, String... options) throws IOException {
        Path output = Files.createTempFile("hoga-strace-", ".txt");
        var command = new ArrayList<>(List.of("strace", "-f", "-y", "-s", "0", "-o", output.toString(), "-p", Long.toString(pid)));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var strace = new Strace(process, output);
        BufferedReader messages = process.inputReader(StandardCharsets.UTF_8);
        for (String line = messages.readLine(); line != null; line = messages.readLine()) {
            if (line.contains("attached")) {
                return strace;
            }
        }
        strace.close();
        throw new IOException("strace did not attach to " + pid);
    }

    /** Lets the process go, where it still runs, and returns the calls in the order of their beginning. */
    List<Call> detach() throws IOException {
        end();
        var calls = new ArrayList<Call>();
        for (String line : Files.readAllLines(output)) {
            Matcher call = CALL.matcher(line);
            if (call.find()) {
                calls.add(new Call(call.group(1), call.group(2)));
            }
        }
        return calls;
    }

    // SIGINT or SIGTERM make strace detach and leave the process as it is.
    private void end() throws IOException {
        try {
            process.destroy();
            if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("strace did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        end();
        Files.deleteIfExists(output);
    }
}
