package dev.hoga.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure has to be read with. */
final class Conditions {
    private Conditions() {
    }

    /** The machine, the JDK, the file system of a folder and how busy the machine is before anything is measured. */
    static String here(Path folder) throws IOException {
        return "JDK %s, %s %s, %d processors, load average %.1f, data folder on %s".formatted(Runtime.version(),
            System.getProperty("os.name"), System.getProperty("os.version"), Runtime.getRuntime().availableProcessors(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), Files.getFileStore(folder).type());
    }
}
