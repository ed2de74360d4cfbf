package dev.hoga.engine;

import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.codecs.CatalogHeaderDecoder;
import io.aeron.archive.codecs.RecordingDescriptorDecoder;
import io.aeron.archive.codecs.RecordingDescriptorHeaderDecoder;
import io.aeron.archive.codecs.RecordingState;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the archive's catalogue says of a recording, read from its file.
 *
 * @param stopPosition {@link AeronArchive#NULL_POSITION} where the recording's last run did not end in good order
 */
record Recording(long id, long startPosition, long stopPosition, int initialTermId, int termBytes, int segmentBytes, int streamId) {
    static final String CATALOGUE = "archive.catalog";

    /** Reads the valid recordings. @throws LogDamaged where an entry is not what was written */
    static Map<Long, Recording> readCatalogue(Path archive) throws IOException {
        Path file = archive.resolve(CATALOGUE);
        var buffer = new UnsafeBuffer(Files.readAllBytes(file));
        var recordings = new HashMap<Long, Recording>();
        if (buffer.capacity() < CatalogHeaderDecoder.BLOCK_LENGTH) {
            throw new LogDamaged(file + " is cut short");
        }
        int at = buffer.getInt(CatalogHeaderDecoder.lengthEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
        int leastEntry = RecordingDescriptorHeaderDecoder.BLOCK_LENGTH + RecordingDescriptorDecoder.BLOCK_LENGTH;
        while (at > 0 && at <= buffer.capacity() - leastEntry) {
            int length = buffer.getInt(at, ByteOrder.LITTLE_ENDIAN);
            if (length == 0) {
                break;
            }
            int body = at + RecordingDescriptorHeaderDecoder.BLOCK_LENGTH;
            if (length < RecordingDescriptorDecoder.BLOCK_LENGTH || length > buffer.capacity() - body) {
                throw new LogDamaged("the entry at offset " + at + " of " + file + " has an impossible length");
            }
            Recording recording = read(buffer, at, length, file);
            if (recording != null) {
                recordings.put(recording.id, recording);
            }
            at = body + length;
        }
        return recordings;
    }

    private static Recording read(UnsafeBuffer buffer, int at, int length, Path file) {
        var header = new RecordingDescriptorHeaderDecoder()
            .wrap(buffer, at, RecordingDescriptorHeaderDecoder.BLOCK_LENGTH, RecordingDescriptorHeaderDecoder.SCHEMA_VERSION);
        int state = buffer.getInt(at + RecordingDescriptorHeaderDecoder.stateEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
        if (state == RecordingState.INVALID.value() || state == RecordingState.DELETED.value()) {
            return null;
        }
        int body = at + RecordingDescriptorHeaderDecoder.BLOCK_LENGTH;
        var entry = new RecordingDescriptorDecoder()
            .wrap(buffer, body, RecordingDescriptorDecoder.BLOCK_LENGTH, RecordingDescriptorDecoder.SCHEMA_VERSION);
        long stopPosition = entry.stopPosition();
        if (state != RecordingState.VALID.value() || header.checksum() != checksum(buffer, body, length)) {
            // A start that was cut short has noted where it found the end, and not the checksum with it.
            buffer.putLong(body + RecordingDescriptorDecoder.stopPositionEncodingOffset(), AeronArchive.NULL_POSITION,
                ByteOrder.LITTLE_ENDIAN);
            buffer.putLong(body + RecordingDescriptorDecoder.stopTimestampEncodingOffset(), AeronArchive.NULL_TIMESTAMP,
                ByteOrder.LITTLE_ENDIAN);
            stopPosition = AeronArchive.NULL_POSITION;
            if (state != RecordingState.VALID.value() || header.checksum() != checksum(buffer, body, length)) {
                throw new LogDamaged("the entry at offset " + at + " of " + file + " has rotted");
            }
        }
        return new Recording(entry.recordingId(), entry.startPosition(), stopPosition, entry.initialTermId(), entry.termBufferLength(),
            entry.segmentFileLength(), entry.streamId());
    }

    private static int checksum(UnsafeBuffer buffer, int offset, int length) {
        var checksum = new CRC32C();
        checksum.update(buffer.byteArray(), offset, length);
        return (int) checksum.getValue();
    }
}
