package dev.hoga.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The data folder, held by one process. The brokerage lives in a folder of its own for each epoch, named by the file
 * {@code epoch}; a reset makes the next one and then deletes the old, so that it is never half done.
 */
final class DataFolder implements AutoCloseable {
    private static final String LOCK_FILE = "lock";
    private static final String TOKEN_FILE = "control.token";
    private static final String EPOCH_FILE = "epoch";
    private static final String EPOCH_PREFIX = "epoch-";
    private static final int TOKEN_BYTES = 32;

    /**
     * The folders this process holds. Looked at before the lock file is opened, because on POSIX closing any channel of a
     * file gives up every lock that the process has on it.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lockFile;
    private final String controlToken;

    private DataFolder(Path folder, FileChannel lockFile, String controlToken) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.controlToken = controlToken;
    }

    /** Takes the folder, making it where it does not exist. @throws StartFailure where another process holds it */
    static DataFolder take(Path folder) {
        try {
            Files.createDirectories(folder, ownerOnly());
            FileChannel lockFile = tryLock(folder.toRealPath());
            if (lockFile == null) {
                throw new StartFailure("the data folder " + folder
                    + " is in use by another Hoga; stop it or name another --data");
            }
            var taken = new DataFolder(folder, lockFile, controlToken(folder.resolve(TOKEN_FILE)));
            taken.deleteOtherEpochs();
            return taken;
        } catch (IOException e) {
            throw new StartFailure("cannot use the data folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
            : new FileAttribute<?>[0];
    }

    /** A channel whose lock lives as long as itself, or null where somebody holds the folder, this process included. */
    private static FileChannel tryLock(Path folder) throws IOException {
        if (!HELD_HERE.add(folder)) {
            return null;
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            return lock == null ? null : channel;
        } finally {
            if (lock == null) {
                if (channel != null) {
                    channel.close();
                }
                HELD_HERE.remove(folder);
            }
        }
    }

    private static String controlToken(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            Folders.writeSecret(file, (token + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return Files.readString(file).strip();
    }

    private void deleteOtherEpochs() throws IOException {
        Path present = epochFolder();
        List<Path> others;
        try (var entries = Files.list(folder)) {
            others = entries.filter(it -> it.getFileName().toString().startsWith(EPOCH_PREFIX) && !it.equals(present)).toList();
        }
        for (Path other : others) {
            Folders.delete(other);
        }
    }

    /** The token of the control API. */
    String controlToken() {
        return controlToken;
    }

    Path controlTokenFile() {
        return folder.resolve(TOKEN_FILE);
    }

    /** Where the present epoch lives; made where it does not exist. */
    Path epochFolder() throws IOException {
        return Files.createDirectories(folder.resolve(EPOCH_PREFIX + epoch()), ownerOnly());
    }

    private int epoch() throws IOException {
        Path file = folder.resolve(EPOCH_FILE);
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 1;
    }

    /** Ends the present epoch, whose brokerage must be closed: from now on the folder is that of an empty one. */
    void beginNextEpoch() throws IOException {
        Folders.writeSecret(folder.resolve(EPOCH_FILE), Integer.toString(epoch() + 1).getBytes(StandardCharsets.US_ASCII));
        deleteOtherEpochs();
    }

    /** Lets the folder go. */
    @Override
    public void close() {
        try {
            lockFile.close();
            HELD_HERE.remove(folder.toRealPath());
        } catch (IOException e) {
            throw new IllegalStateException("cannot let go of " + folder, e);
        }
    }
}
