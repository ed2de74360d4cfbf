package dev.hoga.engine;

import io.aeron.Aeron;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.RecordingLog;
import io.aeron.cluster.client.ClusterException;
import io.aeron.cluster.codecs.MessageHeaderDecoder;
import io.aeron.cluster.codecs.SnapshotMarkerDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Reads all that a start relies on before Aeron does, and refuses a folder in which a record has rotted. Aeron checks a record
 * when it replays it and trusts every length and header until then: a flipped bit can end the log early, without a word, or
 * hold up the start for ever. What a power cut has torn at the log's end was never acknowledged and is taken away.
 */
final class LogCheck {
    private static final int SERVICE_ID = 0;
    private static final int FIRST_MESSAGE = RecordingFile.HEADER_BYTES;

    private final Path archive;
    private final boolean sync;
    private final Map<Long, Recording> recordings;

    private LogCheck(Path archive, boolean sync) throws IOException {
        this.archive = archive;
        this.sync = sync;
        this.recordings = Recording.readCatalogue(archive);
    }

    /**
     * Checks a folder that nobody else has open.
     *
     * @param sync whether records were forced before they were acknowledged, so that no gap can be wider than one write
     * @throws LogDamaged where something has rotted, naming record and file
     */
    static void check(DataFolder folder, boolean sync) {
        if (!Files.exists(folder.cluster().resolve(RecordingLog.RECORDING_LOG_FILE_NAME))
            || !Files.exists(folder.archive().resolve(Recording.CATALOGUE))) {
            return;
        }
        try (var recordingLog = new RecordingLog(folder.cluster().toFile(), false)) {
            new LogCheck(folder.archive(), sync).check(recordingLog);
        } catch (ClusterException e) {
            throw new LogDamaged("the recording log in " + folder.cluster() + " contradicts itself: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(RecordingLog recordingLog) throws IOException {
        long snapshotPosition = 0;
        for (int service : new int[] {ConsensusModule.Configuration.SERVICE_ID, SERVICE_ID}) {
            RecordingLog.Entry snapshot = recordingLog.getLatestSnapshot(service);
            if (snapshot != null) {
                checkSnapshot(snapshot);
                snapshotPosition = Math.max(snapshotPosition, snapshot.logPosition);
            }
        }
        long log = recordingLog.findLastTermRecordingId();
        if (log == Aeron.NULL_VALUE) {
            requireNoLog(snapshotPosition);
            return;
        }
        long end = new RecordingFile(archive, find(log), true, sync).check();
        if (end < snapshotPosition) {
            throw new LogDamaged("the log in " + archive + " ends at position " + end + ", before its snapshot at position "
                + snapshotPosition);
        }
    }

    // A log is named before anything is written to it.
    private void requireNoLog(long snapshotPosition) throws IOException {
        for (Recording recording : recordings.values()) {
            boolean log = recording.streamId() == ConsensusModule.Configuration.LOG_STREAM_ID_DEFAULT;
            if (snapshotPosition > 0 || log && new RecordingFile(archive, recording, true, sync).check() > recording.startPosition()) {
                throw new LogDamaged("the recording log does not name the log in " + archive);
            }
        }
    }

    private void checkSnapshot(RecordingLog.Entry entry) throws IOException {
        var file = new RecordingFile(archive, find(entry.recordingId), false, sync);
        file.check();
        DirectBuffer record = file.firstRecord();
        var header = new MessageHeaderDecoder().wrap(record, FIRST_MESSAGE);
        var marker = new SnapshotMarkerDecoder();
        boolean same = header.schemaId() == SnapshotMarkerDecoder.SCHEMA_ID
            && header.templateId() == SnapshotMarkerDecoder.TEMPLATE_ID;
        if (same) {
            marker.wrapAndApplyHeader(record, FIRST_MESSAGE, header);
            same = marker.logPosition() == entry.logPosition && marker.leadershipTermId() == entry.leadershipTermId;
        }
        if (!same) {
            throw new LogDamaged("the recording log's entry of the snapshot at position " + entry.logPosition
                + " does not fit the snapshot's recording " + entry.recordingId + " in " + archive);
        }
    }

    private Recording find(long recordingId) {
        Recording recording = recordings.get(recordingId);
        if (recording == null) {
            throw new LogDamaged("the recording log names recording " + recordingId + ", which is not in the catalogue of " + archive);
        }
        return recording;
    }
}
