package dev.hoga.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.agrona.IoUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's folder and the lock on it, and the folder of shared memory that goes with it. The latter has a lock file of
 * its own beside it, so that those which killed processes have left are found out and removed by the next start of any engine.
 */
final class DataFolder implements AutoCloseable {
    /** Shared memory is used where it has this much room; containers often give 64 MB. */
    private static final long SHARED_MEMORY_BYTES = 256L << 20;
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "hoga-";
    private static final String LOCK_SUFFIX = ".lock";
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private final Path folder;
    private final HeldLock lock;
    private final HeldLock aeronLock;
    private final Path aeron;
    private final Path ended;
    private final boolean endedBefore;

    private DataFolder(Path folder, HeldLock lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        IoUtil.delete(folder.resolve("aeron").toFile(), true);
        ended = folder.resolve("ended");
        endedBefore = Files.deleteIfExists(ended);
        if (sharedMemoryHasRoom()) {
            removeLeftBehind();
            aeron = SHARED_MEMORY.resolve(PREFIX + ProcessHandle.current().pid() + '-'
                + Long.toHexString(ThreadLocalRandom.current().nextLong()));
            aeronLock = HeldLock.tryTake(lockOf(aeron));
        } else {
            aeron = folder.resolve("aeron");
            aeronLock = null;
        }
    }

    /**
     * Makes and locks the folder.
     *
     * @throws FolderInUse where another engine has it
     */
    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            HeldLock lock = HeldLock.tryTake(folder.resolve("lock"));
            if (lock == null) {
                throw new FolderInUse(folder);
            }
            try {
                return new DataFolder(folder, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the archive keeps log and snapshots. */
    Path archive() {
        return folder.resolve("archive");
    }

    /** Where the consensus module keeps its files. */
    Path cluster() {
        return folder.resolve("cluster");
    }

    /** Where the media driver keeps its shared memory: fresh at each start, gone after the end. */
    Path aeron() {
        return aeron;
    }

    /** Notes that the run ended in good order. */
    void ended() {
        try {
            Files.write(ended, new byte[0]);
        } catch (IOException e) {
            LOG.warn("Not noted that the run ended in good order: {}", e.getMessage());
        }
    }

    /** Whether the run before this one ended in good order. */
    boolean endedBefore() {
        return endedBefore;
    }

    @Override
    public void close() {
        try {
            IoUtil.delete(aeron.toFile(), true);
            if (aeronLock != null) {
                Files.deleteIfExists(lockOf(aeron));
                aeronLock.close();
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean sharedMemoryHasRoom() throws IOException {
        return Files.isDirectory(SHARED_MEMORY) && Files.isWritable(SHARED_MEMORY)
            && Files.getFileStore(SHARED_MEMORY).getUsableSpace() >= SHARED_MEMORY_BYTES;
    }

    // A folder of ours exists only while its lock is held, unless its process was killed. Another user's cannot be opened.
    private static void removeLeftBehind() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(SHARED_MEMORY, PREFIX + "*")) {
            for (Path path : found) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(path)) {
                    removeIfLeftBehind(path);
                }
            }
        }
    }

    private static void removeIfLeftBehind(Path path) {
        try (HeldLock left = HeldLock.tryTake(lockOf(path))) {
            if (left != null) {
                IoUtil.delete(path.toFile(), true);
                Files.deleteIfExists(lockOf(path));
            }
        } catch (IOException e) {
            LOG.debug("Left alone: {}", path, e);
        }
    }

    private static Path lockOf(Path path) {
        return path.resolveSibling(path.getFileName() + LOCK_SUFFIX);
    }

    private record HeldLock(Path file, FileChannel channel) implements AutoCloseable {
        /**
         * What this process holds. Looked at before the file is opened, because on POSIX closing any channel of a file gives
         * up every lock that the process has on it.
         */
        private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

        /** The lock, or null where somebody holds it, this process included. */
        static HeldLock tryTake(Path file) throws IOException {
            Path real = file.getParent().toRealPath().resolve(file.getFileName());
            if (!HELD_HERE.add(real)) {
                return null;
            }
            FileChannel channel = null;
            FileLock lock = null;
            try {
                channel = FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                lock = channel.tryLock();
            } finally {
                if (lock == null) {
                    if (channel != null) {
                        channel.close();
                    }
                    HELD_HERE.remove(real);
                }
            }
            return lock == null ? null : new HeldLock(real, channel);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            HELD_HERE.remove(file);
        }
    }
}
