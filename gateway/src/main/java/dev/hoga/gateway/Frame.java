package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Optional;

/**
 * A WebSocket frame to clients, its header included: encoded once, the same bytes for everyone who gets it. Counted like Netty's
 * buffers: whoever is handed a frame hands it on or {@link #release releases} it.
 */
public final class Frame {
    static final int TEXT = 0x1;
    static final int CLOSE = 0x8;
    static final int PONG = 0xA;
    private static final int FINAL = 0x80;
    private static final int LONGEST_SHORT = 125;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MOST_HEADER_BYTES = 10;

    private final ByteBuf bytes;
    private final Object subject;

    private Frame(ByteBuf bytes, Object subject) {
        this.bytes = bytes;
        this.subject = subject;
    }

    /** A frame that its receiver must get: an answer, a notice. */
    public static Frame text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        return text(utf8, utf8.length);
    }

    /** Like {@link #text(String)}, for the first {@code length} bytes of UTF-8. */
    public static Frame text(byte[] utf8, int length) {
        return of(TEXT, utf8, length, null);
    }

    /** The newest state of a topic: a receiver that has not taken the one before gets only this one. */
    public static Frame quote(Topic topic, byte[] utf8, int length) {
        return of(TEXT, utf8, length, topic);
    }

    /** @param subject what the frame is the newest state of; null where it must not be left out */
    static Frame of(int opcode, byte[] payload, int length, Object subject) {
        ByteBuf bytes = ByteBufAllocator.DEFAULT.directBuffer(MOST_HEADER_BYTES + length);
        bytes.writeByte(FINAL | opcode);
        if (length <= LONGEST_SHORT) {
            bytes.writeByte(length);
        } else if (length <= 0xFFFF) {
            bytes.writeByte(LENGTH_16).writeShort(length);
        } else {
            bytes.writeByte(LENGTH_64).writeLong(length);
        }
        return new Frame(bytes.writeBytes(payload, 0, length), subject);
    }

    /** One more hand-over of the same frame. */
    public Frame retain() {
        bytes.retain();
        return this;
    }

    /** So many hand-overs more; none is allowed. */
    void retain(int handOvers) {
        if (handOvers > 0) {
            bytes.retain(handOvers);
        }
    }

    public void release() {
        bytes.release();
    }

    /** Bytes on the wire. */
    public int length() {
        return bytes.readableBytes();
    }

    /** The text or other payload, without the header, copied; for tests and logs. */
    public byte[] payload() {
        int code = bytes.getByte(bytes.readerIndex() + 1);
        int header = code == LENGTH_64 ? MOST_HEADER_BYTES : code == LENGTH_16 ? 4 : 2;
        byte[] payload = new byte[length() - header];
        bytes.getBytes(bytes.readerIndex() + header, payload);
        return payload;
    }

    /** What this is the newest state of; empty where it must not be left out. */
    Optional<Object> subject() {
        return Optional.ofNullable(subject);
    }

    /** The bytes for one channel, which releases them; the reader index is its own. */
    ByteBuf handOver() {
        return bytes.duplicate();
    }
}
