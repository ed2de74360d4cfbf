package dev.hoga.engine;

import dev.hoga.core.StateWriter;
import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes a snapshot as a sequence of chunks, each with its number and a checksum over number and content. Longs are little
 * endian; a text is its length in bytes as a long, then UTF-8.
 */
final class SnapshotWriter implements StateWriter {
    /** Where a chunk's checksum (int), number (int) and content start. */
    static final int CHECKSUM_OFFSET = 0;
    static final int NUMBER_OFFSET = 4;
    static final int CONTENT_OFFSET = 8;
    /** The last long of a snapshot. */
    static final long END = 0x676F_6861_2D65_6E64L;

    private final ExclusivePublication publication;
    private final IdleStrategy idleStrategy;
    private final byte[] chunk;
    private final UnsafeBuffer buffer;
    private final CRC32C checksum = new CRC32C();
    private int length = CONTENT_OFFSET;
    private int number;

    SnapshotWriter(ExclusivePublication publication, IdleStrategy idleStrategy) {
        this.publication = publication;
        this.idleStrategy = idleStrategy;
        this.chunk = new byte[publication.maxPayloadLength()];
        this.buffer = new UnsafeBuffer(chunk);
    }

    @Override
    public void putLong(long value) {
        if (chunk.length - length < Long.BYTES) {
            send();
        }
        buffer.putLong(length, value, ByteOrder.LITTLE_ENDIAN);
        length += Long.BYTES;
    }

    @Override
    public void putString(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        putLong(bytes.length);
        for (int from = 0; from < bytes.length; ) {
            if (length == chunk.length) {
                send();
            }
            int part = Math.min(bytes.length - from, chunk.length - length);
            buffer.putBytes(length, bytes, from, part);
            length += part;
            from += part;
        }
    }

    /** Writes the end. */
    void finish() {
        putLong(END);
        send();
    }

    private void send() {
        buffer.putInt(NUMBER_OFFSET, number++, ByteOrder.LITTLE_ENDIAN);
        checksum.reset();
        checksum.update(chunk, NUMBER_OFFSET, length - NUMBER_OFFSET);
        buffer.putInt(CHECKSUM_OFFSET, (int) checksum.getValue(), ByteOrder.LITTLE_ENDIAN);
        idleStrategy.reset();
        long result = publication.offer(buffer, 0, length);
        while (result < 0) {
            if (result != Publication.BACK_PRESSURED && result != Publication.ADMIN_ACTION) {
                throw new IllegalStateException("the snapshot's recording has ended: " + Publication.errorString(result));
            }
            idleStrategy.idle();
            result = publication.offer(buffer, 0, length);
        }
        length = CONTENT_OFFSET;
    }
}
