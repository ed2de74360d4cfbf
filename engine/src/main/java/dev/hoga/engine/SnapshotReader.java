package dev.hoga.engine;

import dev.hoga.core.StateReader;
import io.aeron.Image;
import io.aeron.logbuffer.Header;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads what {@link SnapshotWriter} wrote. A chunk is checked before anything of it is used. */
final class SnapshotReader implements StateReader {
    private final Image image;
    private final IdleStrategy idleStrategy;
    private final CRC32C checksum = new CRC32C();
    private byte[] chunk = new byte[0];
    private UnsafeBuffer buffer = new UnsafeBuffer(chunk);
    private int next;
    private int length;
    private int number;

    SnapshotReader(Image image, IdleStrategy idleStrategy) {
        this.image = image;
        this.idleStrategy = idleStrategy;
    }

    @Override
    public long getLong() {
        if (length - next < Long.BYTES) {
            receive();
        }
        long value = buffer.getLong(next, ByteOrder.LITTLE_ENDIAN);
        next += Long.BYTES;
        return value;
    }

    @Override
    public String getString() {
        byte[] bytes = new byte[Math.toIntExact(getLong())];
        for (int from = 0; from < bytes.length; ) {
            if (next == length) {
                receive();
            }
            int part = Math.min(bytes.length - from, length - next);
            buffer.getBytes(next, bytes, from, part);
            next += part;
            from += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException where something is left */
    void finish() {
        if (getLong() != SnapshotWriter.END || next != length) {
            throw new IllegalStateException("the snapshot goes on where its state ends");
        }
    }

    private void receive() {
        if (next != length) {
            throw new IllegalStateException("the snapshot's state does not end with its chunk " + (number - 1));
        }
        idleStrategy.reset();
        next = 0;
        length = 0;
        while (length == 0) {
            if (image.poll(this::onChunk, 1) == 0) {
                if (image.isEndOfStream() || image.isClosed()) {
                    throw new IllegalStateException("the snapshot ends early, after chunk " + (number - 1));
                }
                idleStrategy.idle();
            }
        }
        next = SnapshotWriter.CONTENT_OFFSET;
    }

    private void onChunk(DirectBuffer source, int offset, int chunkLength, Header header) {
        if (chunk.length < chunkLength) {
            chunk = new byte[chunkLength];
            buffer = new UnsafeBuffer(chunk);
        }
        source.getBytes(offset, chunk, 0, chunkLength);
        checksum.reset();
        checksum.update(chunk, SnapshotWriter.NUMBER_OFFSET, chunkLength - SnapshotWriter.NUMBER_OFFSET);
        boolean whole = (int) checksum.getValue() == buffer.getInt(SnapshotWriter.CHECKSUM_OFFSET, ByteOrder.LITTLE_ENDIAN)
            && number == buffer.getInt(SnapshotWriter.NUMBER_OFFSET, ByteOrder.LITTLE_ENDIAN);
        if (!whole) {
            throw new SnapshotDamaged(number);
        }
        number++;
        length = chunkLength;
    }

    /** A chunk is not what was written. */
    static final class SnapshotDamaged extends IllegalStateException {
        private static final long serialVersionUID = 1;

        SnapshotDamaged(int chunk) {
            super("the snapshot is damaged at chunk " + chunk);
        }
    }
}
