package dev.hoga.engine;

import io.aeron.archive.client.AeronArchive;
import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.protocol.DataHeaderFlyweight;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one recording, read record by record. Each field of a record's header can have one value only, but its length
 * and checksum, and the checksum covers the rest: whatever rots is seen.
 */
final class RecordingFile {
    static final int HEADER_BYTES = DataHeaderFlyweight.HEADER_LENGTH;
    /** The most the archive writes before it forces: nothing is acknowledged before all of it is on the disk. */
    static final int MOST_UNFORCED_BYTES = 1 << 20;
    /** A disk writes so much at once or not at all. */
    static final int SECTOR_BYTES = 512;

    private static final int ALIGNMENT_BYTES = FrameDescriptor.FRAME_ALIGNMENT;
    private static final Logger LOG = LoggerFactory.getLogger(RecordingFile.class);
    private static final byte[] ZEROS = new byte[64 << 10];

    private final Path archive;
    private final Recording recording;
    private final boolean mayBeTorn;
    private final boolean sync;
    private final CRC32C checksum = new CRC32C();
    private long segmentPosition;

    /** @param mayBeTorn whether its last run may have been cut while it was written */
    RecordingFile(Path archive, Recording recording, boolean mayBeTorn, boolean sync) {
        this.archive = archive;
        this.recording = recording;
        this.mayBeTorn = mayBeTorn && recording.stopPosition() == AeronArchive.NULL_POSITION;
        this.sync = sync;
    }

    /** Checks every record. @return the position of the end @throws LogDamaged naming the record that is not what was written */
    long check() throws IOException {
        long known = recording.stopPosition();
        long position = recording.startPosition();
        boolean goesOn = true;
        while (goesOn && position != known) {
            Path file = segment(position);
            boolean mayEndHere = known == AeronArchive.NULL_POSITION && position > recording.startPosition();
            if (!Files.exists(file) && !mayEndHere) {
                throw new LogDamaged(file + " is missing");
            }
            long end = Files.exists(file) ? checkSegment(file, position) : position;
            goesOn = end > position && end % recording.segmentBytes() == 0;
            position = end;
        }
        if (known != AeronArchive.NULL_POSITION && position != known) {
            throw new LogDamaged("recording " + recording.id() + " in " + archive + " ends at position " + position + ", not at "
                + known);
        }
        return position;
    }

    /** The first record, header and all. */
    DirectBuffer firstRecord() throws IOException {
        try (FileChannel channel = FileChannel.open(segment(recording.startPosition()), StandardOpenOption.READ)) {
            var bytes = ByteBuffer.allocate((int) Math.min(channel.size(), 4096));
            channel.read(bytes, recording.startPosition() % recording.segmentBytes());
            return new UnsafeBuffer(bytes);
        }
    }

    private Path segment(long position) {
        long base = position - position % recording.segmentBytes();
        return archive.resolve(recording.id() + "-" + base + ".rec");
    }

    private long checkSegment(Path file, long from) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < recording.segmentBytes()) {
                throw new LogDamaged(file + " is cut short");
            }
            ByteBuffer bytes = readUsed(channel);
            segmentPosition = from - from % recording.segmentBytes();
            int at = (int) (from - segmentPosition);
            while (at < recording.segmentBytes() && segmentPosition + at != recording.stopPosition()) {
                String wrong = whatIsWrong(bytes, at);
                if (wrong != null) {
                    endsHere(file, bytes, at, wrong);
                    return segmentPosition + at;
                }
                at += BitUtil.align(bytes.getInt(at), ALIGNMENT_BYTES);
            }
            return segmentPosition + at;
        }
    }

    // What is behind the last used block, and one block more, is zeros. Not mapped: in memory file systems that fills holes.
    private ByteBuffer readUsed(FileChannel channel) throws IOException {
        var block = ByteBuffer.allocate(ZEROS.length);
        long used = 0;
        for (long at = 0; at < recording.segmentBytes(); at += ZEROS.length) {
            read(channel, block.clear(), at);
            used = isZero(block, 0, block.capacity()) ? used : at + ZEROS.length;
        }
        var bytes = ByteBuffer.allocate((int) Math.min(used + ZEROS.length, recording.segmentBytes()));
        read(channel, bytes, 0);
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void read(FileChannel channel, ByteBuffer bytes, long from) throws IOException {
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, from + bytes.position());
        }
    }

    // Null for a sound record.
    private String whatIsWrong(ByteBuffer bytes, int at) {
        if (at > bytes.capacity() - HEADER_BYTES) {
            return "there is none";
        }
        long position = segmentPosition + at;
        int length = bytes.getInt(at);
        int left = recording.segmentBytes() - at;
        int type = bytes.getShort(at + DataHeaderFlyweight.TYPE_FIELD_OFFSET) & 0xFFFF;
        if (length == 0 && isZero(bytes, at, HEADER_BYTES)) {
            return "there is none";
        }
        if (length < HEADER_BYTES || length > left
            || bytes.get(at + DataHeaderFlyweight.VERSION_FIELD_OFFSET) != DataHeaderFlyweight.CURRENT_VERSION
            || bytes.get(at + DataHeaderFlyweight.FLAGS_FIELD_OFFSET) != (byte) DataHeaderFlyweight.BEGIN_AND_END_FLAGS
            || type != DataHeaderFlyweight.HDR_TYPE_DATA && type != DataHeaderFlyweight.HDR_TYPE_PAD
            || bytes.getInt(at + DataHeaderFlyweight.TERM_OFFSET_FIELD_OFFSET) != (int) (position % recording.termBytes())
            || bytes.getInt(at + DataHeaderFlyweight.STREAM_ID_FIELD_OFFSET) != recording.streamId()
            || bytes.getInt(at + DataHeaderFlyweight.TERM_ID_FIELD_OFFSET)
                != recording.initialTermId() + (int) (position / recording.termBytes())
            || bytes.getLong(at + DataHeaderFlyweight.RESERVED_VALUE_OFFSET) != 0) {
            return "its header is impossible";
        }
        int aligned = BitUtil.align(length, ALIGNMENT_BYTES);
        if (type == DataHeaderFlyweight.HDR_TYPE_PAD) {
            return (position + aligned) % recording.termBytes() == 0 ? null : "its length is impossible";
        }
        return at + aligned <= bytes.capacity() && hasChecksum(bytes, at, aligned) ? null : "its checksum is another";
    }

    private boolean hasChecksum(ByteBuffer bytes, int at, int alignedLength) {
        checksum.reset();
        checksum.update(bytes.slice(at + HEADER_BYTES, alignedLength - HEADER_BYTES));
        return (int) checksum.getValue() == bytes.getInt(at + DataHeaderFlyweight.SESSION_ID_FIELD_OFFSET);
    }

    /** Finds the end of the recording at a place where there is no sound record, or throws. */
    private void endsHere(Path file, ByteBuffer bytes, int at, String wrong) throws IOException {
        int lastUsed = lastUsed(bytes, at);
        if (lastUsed < at) {
            return;
        }
        String what = "the record at log position " + (segmentPosition + at) + " in " + file + " is not what was written: " + wrong;
        boolean torn = mayBeTorn && isTorn(bytes, at, lastUsed) && (!sync || lastUsed - at <= MOST_UNFORCED_BYTES);
        if (!torn) {
            throw new LogDamaged(what);
        }
        LOG.warn("A write was cut short by the end of the last run and is taken away; nobody had an answer to it: {}", what);
        takeAway(file, at, lastUsed + 1);
    }

    // What was not written is still what it was before: zeros, sector by sector. Where a record has all of its sectors it was
    // written whole and has rotted since, whatever its length says.
    private boolean isTorn(ByteBuffer bytes, int at, int lastUsed) {
        int next = nextSound(bytes, at, lastUsed);
        if (next > 0) {
            return misses(bytes, at, next);
        }
        int length = bytes.getInt(at);
        boolean possible = length >= HEADER_BYTES && length <= recording.segmentBytes() - at;
        return misses(bytes, at, at + (possible ? length : HEADER_BYTES)) && !isWholeWithAnotherLength(bytes, at, lastUsed);
    }

    private int nextSound(ByteBuffer bytes, int at, int lastUsed) {
        for (int next = at + ALIGNMENT_BYTES; next <= lastUsed && next - at <= MOST_UNFORCED_BYTES; next += ALIGNMENT_BYTES) {
            if (bytes.getInt(next) != 0 && whatIsWrong(bytes, next) == null) {
                return next;
            }
        }
        return 0;
    }

    private boolean isWholeWithAnotherLength(ByteBuffer bytes, int at, int lastUsed) {
        int least = BitUtil.align(lastUsed + 1 - at, ALIGNMENT_BYTES);
        for (int length = least; length <= least + SECTOR_BYTES && at + length <= bytes.capacity(); length += ALIGNMENT_BYTES) {
            if (length > HEADER_BYTES && hasChecksum(bytes, at, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean misses(ByteBuffer bytes, int from, int to) {
        for (int sector = from / SECTOR_BYTES * SECTOR_BYTES; sector < to; sector += SECTOR_BYTES) {
            int start = Math.max(sector, from);
            if (isZero(bytes, start, sector + SECTOR_BYTES - start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZero(ByteBuffer bytes, int from, int length) {
        int within = Math.min(length, bytes.capacity() - from);
        return within <= 0 || bytes.slice(from, within).mismatch(ByteBuffer.wrap(ZEROS, 0, within)) < 0;
    }

    private static int lastUsed(ByteBuffer bytes, int from) {
        int last = bytes.capacity() - 1;
        while (last >= from && bytes.get(last) == 0) {
            last--;
        }
        return last;
    }

    private static void takeAway(Path file, int from, int to) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int at = from; at < to; ) {
                at += channel.write(ByteBuffer.wrap(ZEROS, 0, Math.min(ZEROS.length, to - at)), at);
            }
            channel.force(false);
        }
    }
}
