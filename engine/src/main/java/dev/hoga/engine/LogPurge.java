package dev.hoga.engine;

import io.aeron.archive.ArchiveTool;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.RecordingLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.IoUtil;
import org.agrona.collections.LongArrayList;
import org.agrona.collections.MutableLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the folder bounded. While running: once a snapshot is stored, what lies before it is removed. Before a start, when
 * nobody has the files open: the recording log and the archive's catalogue are rewritten without their dead entries.
 */
final class LogPurge {
    /** The recording log is rewritten at the start once it is larger than this. */
    static final long RECORDING_LOG_BYTES = 8 << 10;
    /** The same for the catalogue, and its size in the beginning: some 160 recordings. */
    static final long CATALOGUE_BYTES = 64 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(LogPurge.class);
    private static final int SERVICE_ID = 0;
    private static final int ENTRY_BYTES = 64;
    private static final Pattern SEGMENT_FILE = Pattern.compile("(\\d+)-(\\d+)\\.rec(?:\\.del)?");
    private static final String CATALOGUE = "archive.catalog";

    private LogPurge() {
    }

    /** Removes what lies before the latest snapshot; no snapshot may be under way. */
    static void purge(AeronArchive archive, DataFolder folder) throws IOException {
        long log;
        RecordingLog.Entry consensusSnapshot;
        RecordingLog.Entry serviceSnapshot;
        try (var recordingLog = new RecordingLog(folder.cluster().toFile(), false)) {
            log = recordingLog.findLastTermRecordingId();
            consensusSnapshot = recordingLog.getLatestSnapshot(ConsensusModule.Configuration.SERVICE_ID);
            serviceSnapshot = recordingLog.getLatestSnapshot(SERVICE_ID);
        }
        if (consensusSnapshot == null || serviceSnapshot == null
            || consensusSnapshot.logPosition != serviceSnapshot.logPosition) {
            return;
        }
        var dead = new LongArrayList();
        var logStart = new MutableLong();
        var keptFrom = new MutableLong();
        archive.listRecordings(0, Integer.MAX_VALUE, (controlSessionId, correlationId, recordingId, startTimestamp, stopTimestamp,
            startPosition, stopPosition, initialTermId, segmentFileLength, termBufferLength, mtuLength, sessionId, streamId,
            strippedChannel, originalChannel, sourceIdentity) -> {
            if (recordingId == log) {
                logStart.set(startPosition);
                keptFrom.set(AeronArchive.segmentFileBasePosition(startPosition, serviceSnapshot.logPosition,
                    termBufferLength, segmentFileLength));
            } else if (recordingId != consensusSnapshot.recordingId && recordingId != serviceSnapshot.recordingId) {
                dead.addLong(recordingId);
            }
        });
        dead.forEachLong(archive::purgeRecording);
        if (keptFrom.get() > logStart.get()) {
            archive.purgeSegments(log, keptFrom.get());
        }
        removeSegments(folder.archive(), (recordingId, position) -> recordingId == log ? position < keptFrom.get()
            : recordingId < serviceSnapshot.recordingId && recordingId != consensusSnapshot.recordingId);
        LOG.debug("Purged {} recordings, and the log before {}", dead.size(), keptFrom.get());
    }

    // The archive deletes files some time after it has answered, and a process that ends meanwhile leaves them for ever.
    private static void removeSegments(Path archive, DeadSegment dead) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(archive)) {
            for (Path file : files) {
                Matcher name = SEGMENT_FILE.matcher(file.getFileName().toString());
                if (name.matches() && dead.test(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private interface DeadSegment {
        boolean test(long recordingId, long position);
    }

    /** Rewrites the recording log and the catalogue where they have grown. Nobody else may have them open. */
    static void compact(DataFolder folder) {
        try {
            compactRecordingLog(folder.cluster().resolve(RecordingLog.RECORDING_LOG_FILE_NAME));
            compactCatalogue(folder.archive());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Kept are the latest snapshot and the terms from its own on, in their order.
    private static void compactRecordingLog(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) <= RECORDING_LOG_BYTES) {
            return;
        }
        byte[] all = Files.readAllBytes(file);
        var entries = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        long snapshotTerm = -1;
        long snapshotPosition = -1;
        for (int at = 0; at + RecordingLog.ENDPOINT_OFFSET <= all.length; at += ENTRY_BYTES) {
            long position = entries.getLong(at + RecordingLog.LOG_POSITION_OFFSET);
            boolean whole = entries.getInt(at + RecordingLog.ENTRY_TYPE_OFFSET) == RecordingLog.ENTRY_TYPE_SNAPSHOT
                && entries.getInt(at + RecordingLog.SERVICE_ID_OFFSET) == ConsensusModule.Configuration.SERVICE_ID;
            if (whole && position >= snapshotPosition) {
                snapshotPosition = position;
                snapshotTerm = entries.getLong(at + RecordingLog.LEADERSHIP_TERM_ID_OFFSET);
            }
        }
        var kept = ByteBuffer.allocate(all.length + ENTRY_BYTES);
        for (int at = 0; at + RecordingLog.ENDPOINT_OFFSET <= all.length; at += ENTRY_BYTES) {
            int type = entries.getInt(at + RecordingLog.ENTRY_TYPE_OFFSET);
            boolean keep = switch (type) {
                case RecordingLog.ENTRY_TYPE_TERM -> entries.getLong(at + RecordingLog.LEADERSHIP_TERM_ID_OFFSET) >= snapshotTerm;
                case RecordingLog.ENTRY_TYPE_SNAPSHOT ->
                    entries.getLong(at + RecordingLog.LOG_POSITION_OFFSET) == snapshotPosition;
                default -> false;
            };
            if (keep) {
                kept.put(all, at, Math.min(ENTRY_BYTES, all.length - at));
                kept.position((kept.position() + ENTRY_BYTES - 1) / ENTRY_BYTES * ENTRY_BYTES);
            }
        }
        replace(file, kept.flip());
    }

    // Aeron's own tool replaces the file without forcing it; so it works on a copy, and the copy is put in place whole.
    private static void compactCatalogue(Path archive) throws IOException {
        Path catalogue = archive.resolve(CATALOGUE);
        if (!Files.exists(catalogue) || Files.size(catalogue) <= CATALOGUE_BYTES) {
            return;
        }
        Path work = archive.resolve("compaction");
        IoUtil.delete(work.toFile(), true);
        Files.createDirectory(work);
        Path copy = Files.copy(catalogue, work.resolve(CATALOGUE));
        ArchiveTool.compact(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), work.toFile());
        replace(catalogue, ByteBuffer.wrap(Files.readAllBytes(copy)));
        IoUtil.delete(work.toFile(), true);
    }

    private static void replace(Path file, ByteBuffer content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
