package dev.hoga.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A shell in a mount namespace of its own: what it mounts nobody else sees, and it is gone when the shell ends, which it does
 * with this JVM at the latest.
 */
final class Shell implements AutoCloseable {
    private static final String END = "---end---";
    private static final int TIMEOUT_S = 60;

    private final Process process;
    private final boolean asUser;
    private final Writer commands;
    private final BufferedReader answers;

    private Shell(Process process, boolean asUser) {
        this.process = process;
        this.asUser = asUser;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** A shell that may mount memory disks; it needs no right that a user does not have on most machines. */
    static Shell ofUser() throws IOException {
        return new Shell(new ProcessBuilder("unshare", "-rm", "sh").redirectErrorStream(true).start(), true);
    }

    /** A shell that may mount images; only for root. */
    static Shell ofRoot() throws IOException {
        return new Shell(new ProcessBuilder("unshare", "-m", "sh").redirectErrorStream(true).start(), false);
    }

    /** Skips the test, aloud. @param why empty where there is no reason to */
    static void skipWhere(String what, String why) {
        if (!why.isEmpty()) {
            System.out.println("SKIPPED: " + what + ": " + why);
        }
        Assumptions.assumeTrue(why.isEmpty(), why);
    }

    /** Why a command does not succeed here; empty where it does. */
    static String whyNot(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return command[0] + " is not there";
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return command[0] + " does not end";
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return process.exitValue() == 0 ? "" : String.join(" ", command) + ": " + said;
    }

    /** Runs a command and returns what it said. @throws IOException where it failed, with what it said */
    String run(String command) throws IOException {
        commands.write("(" + command + ") 2>&1 </dev/null\necho \"" + END + " $?\"\n");
        commands.flush();
        var said = new ArrayList<String>();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(END)) {
                if (!line.equals(END + " 0")) {
                    throw new IOException(command + ": " + String.join(" / ", said));
                }
                return String.join("\n", said);
            }
            said.add(line);
        }
        throw new IOException(command + ": the shell has ended: " + String.join(" / ", said));
    }

    /** What stands before a command so that it sees the shell's mounts; the command keeps the process's id. */
    List<String> prefix() {
        var prefix = new ArrayList<>(List.of("nsenter", "-t", Long.toString(process.pid()), "-m",
            "--wd=" + Path.of("").toAbsolutePath()));
        if (asUser) {
            prefix.addAll(List.of("-U", "--preserve-credentials"));
        }
        return prefix;
    }

    /** A path of the shell as this JVM can reach it. */
    Path seen(Path path) {
        return Path.of("/proc/" + process.pid() + "/root" + path);
    }

    /** Makes a folder of the shell's mounts reachable under its own name in this JVM, too. @param folder below a mount point */
    void show(Path folder) throws IOException {
        Files.createSymbolicLink(folder, seen(folder));
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
