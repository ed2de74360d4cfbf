package dev.hoga.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the end of the log once more where the last run did not end in good order. After a force has failed the operating
 * system may take what was not written for written: it would show it to the replay, and build on it, and lose it at the next
 * power cut. Written again it is forced with the first record of this run.
 */
final class LogTail {
    private static final Pattern SEGMENT_FILE = Pattern.compile("(\\d+)-(\\d+)\\.rec");
    private static final int BLOCK_BYTES = 64 << 10;
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(BLOCK_BYTES);

    private LogTail() {
    }

    /** Writes again and forces the last file of each recording. Nobody else may have them open. */
    static void writeAgain(Path archive) {
        if (!Files.isDirectory(archive)) {
            return;
        }
        try {
            for (Path file : lastFiles(archive).values()) {
                writeAgainInPlace(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Long, Path> lastFiles(Path archive) throws IOException {
        var last = new HashMap<Long, Path>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(archive)) {
            for (Path file : files) {
                Matcher name = SEGMENT_FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    last.merge(Long.valueOf(name.group(1)), file,
                        (one, other) -> Comparator.comparingLong(LogTail::position).compare(one, other) >= 0 ? one : other);
                }
            }
        }
        return last;
    }

    private static long position(Path file) {
        Matcher name = SEGMENT_FILE.matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(2)) : -1;
    }

    // Blocks of zeros are left alone: they are the file's holes.
    private static void writeAgainInPlace(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var block = ByteBuffer.allocateDirect(BLOCK_BYTES);
            for (long at = 0; at < channel.size(); at += BLOCK_BYTES) {
                block.clear();
                int read = channel.read(block, at);
                while (read > 0 && block.hasRemaining()) {
                    read = channel.read(block, at + block.position());
                }
                block.flip();
                if (block.mismatch(ZEROS.duplicate().limit(block.limit())) >= 0) {
                    while (block.hasRemaining()) {
                        channel.write(block, at + block.position());
                    }
                }
            }
            channel.force(false);
        }
    }
}
