package dev.hoga.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.agrona.IoUtil;

/**
 * The engine's folder and the lock on it. The lock file also names the folder of shared memory in use, so that one left by a
 * killed process is found and removed by the next start.
 */
final class DataFolder implements AutoCloseable {
    /** Shared memory is used where it has this much room; containers often give 64 MB. */
    private static final long SHARED_MEMORY_BYTES = 256L << 20;
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final String SHARED_MEMORY_PREFIX = "hoga-";
    private static final int MAX_PATH_BYTES = 4096;

    private final Path folder;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private final Path aeron;

    private DataFolder(Path folder, FileChannel lockChannel, FileLock lock) throws IOException {
        this.folder = folder;
        this.lockChannel = lockChannel;
        this.lock = lock;
        removeLeftBehind();
        this.aeron = chooseAeron();
        var name = ByteBuffer.wrap(aeron.toString().getBytes(StandardCharsets.UTF_8));
        lockChannel.truncate(0);
        lockChannel.write(name, 0);
    }

    /**
     * Makes and locks the folder.
     *
     * @throws FolderInUse where another engine has it
     */
    static DataFolder open(Path folder) {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new FolderInUse(folder);
            }
            return new DataFolder(folder, channel, lock);
        } catch (IOException | RuntimeException e) {
            closeAfter(e, channel);
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
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

    @Override
    public void close() {
        try {
            IoUtil.delete(aeron.toFile(), true);
            lock.release();
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path chooseAeron() throws IOException {
        if (Files.isDirectory(SHARED_MEMORY) && Files.isWritable(SHARED_MEMORY)) {
            FileStore store = Files.getFileStore(SHARED_MEMORY);
            if (store.getUsableSpace() >= SHARED_MEMORY_BYTES) {
                String name = SHARED_MEMORY_PREFIX + ProcessHandle.current().pid() + '-'
                    + Long.toHexString(ThreadLocalRandom.current().nextLong());
                return SHARED_MEMORY.resolve(name);
            }
        }
        return folder.resolve("aeron");
    }

    private void removeLeftBehind() throws IOException {
        IoUtil.delete(folder.resolve("aeron").toFile(), true);
        var bytes = ByteBuffer.allocate(MAX_PATH_BYTES);
        lockChannel.read(bytes, 0);
        Path named = Path.of(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        // Whoever could write another name into the lock file shall not have it deleted.
        boolean ours = SHARED_MEMORY.equals(named.getParent()) && named.getFileName().toString().startsWith(SHARED_MEMORY_PREFIX);
        if (ours) {
            IoUtil.delete(named.toFile(), true);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static void closeAfter(Exception cause, FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
