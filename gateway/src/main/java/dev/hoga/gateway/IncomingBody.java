package dev.hoga.gateway;

import java.util.Arrays;

/** A body as it arrives, of a known length or in chunks, never more than the limit. */
final class IncomingBody {
    private static final int FIRST_CHUNKED_BYTES = 1024;
    private static final int MOST_SIZE_DIGITS = 8;

    private enum Expecting { DATA, SIZE_LINE, LINE_END_OF_CHUNK, TRAILER, NOTHING }

    private final int limitBytes;
    private final boolean chunked;
    private byte[] bytes;
    private int length;
    /** Bytes still to come of the body, or of the chunk. */
    private int missing;
    private Expecting expecting;
    private final byte[] line;
    private int lineLength;
    private int trailerBytes;

    IncomingBody(RequestHead head, int limitBytes) throws BadRequestException {
        if (head.contentLength() > limitBytes) {
            throw new BadRequestException(413, "body too large");
        }
        this.limitBytes = limitBytes;
        chunked = head.chunked();
        missing = (int) head.contentLength();
        bytes = new byte[chunked ? FIRST_CHUNKED_BYTES : missing];
        line = new byte[chunked ? HttpLimits.CHUNK_LINE_BYTES : 0];
        if (chunked) {
            expecting = Expecting.SIZE_LINE;
        } else {
            expecting = missing > 0 ? Expecting.DATA : Expecting.NOTHING;
        }
    }

    boolean complete() {
        return expecting == Expecting.NOTHING;
    }

    /** The whole body. */
    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** Takes what it needs. @return the position after what it took */
    int take(byte[] in, int from, int to) throws BadRequestException {
        int at = from;
        while (at < to && expecting != Expecting.NOTHING) {
            at = expecting == Expecting.DATA ? takeData(in, at, to) : takeLineByte(in[at], at);
        }
        return at;
    }

    private int takeData(byte[] in, int at, int to) {
        int taken = Math.min(missing, to - at);
        if (length + taken > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limitBytes, Math.max(length + taken, bytes.length * 2)));
        }
        System.arraycopy(in, at, bytes, length, taken);
        length += taken;
        missing -= taken;
        if (missing == 0) {
            expecting = chunked ? Expecting.LINE_END_OF_CHUNK : Expecting.NOTHING;
        }
        return at + taken;
    }

    private int takeLineByte(byte b, int at) throws BadRequestException {
        if (lineLength == line.length || ++trailerBytes > line.length) {
            throw new BadRequestException(400, "chunk line too long");
        }
        line[lineLength++] = b;
        if (b == '\n') {
            if (lineLength < 2 || line[lineLength - 2] != '\r') {
                throw new BadRequestException(400, "bare line feed in a chunk");
            }
            endOfLine(lineLength - 2);
            lineLength = 0;
        } else if (lineLength > 1 && line[lineLength - 2] == '\r' || b >= 0 && b < ' ' && b != '\r' && b != '\t') {
            throw new BadRequestException(400, "control character in a chunk line");
        }
        return at + 1;
    }

    private void endOfLine(int end) throws BadRequestException {
        switch (expecting) {
            case SIZE_LINE -> {
                trailerBytes = 0;
                startChunk(size(end));
            }
            case LINE_END_OF_CHUNK -> {
                if (end != 0) {
                    throw new BadRequestException(400, "chunk longer than its size");
                }
                trailerBytes = 0;
                expecting = Expecting.SIZE_LINE;
            }
            case TRAILER -> {
                // Trailers are read and forgotten; all of them together have the limit of one line.
                if (end == 0) {
                    expecting = Expecting.NOTHING;
                }
            }
            default -> throw new IllegalStateException(expecting.name());
        }
    }

    private void startChunk(int size) throws BadRequestException {
        if (size > limitBytes - length) {
            throw new BadRequestException(413, "body too large");
        }
        missing = size;
        expecting = size == 0 ? Expecting.TRAILER : Expecting.DATA;
    }

    private int size(int end) throws BadRequestException {
        long size = 0;
        int digits = 0;
        while (digits < end && Character.digit(line[digits], 16) >= 0) {
            size = size << 4 | Character.digit(line[digits++], 16);
            if (digits > MOST_SIZE_DIGITS) {
                throw new BadRequestException(400, "chunk size");
            }
        }
        if (digits == 0 || digits < end && line[digits] != ';') {
            throw new BadRequestException(400, "chunk size");
        }
        return (int) Math.min(size, Integer.MAX_VALUE);
    }
}
