package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The bytes of WebSocket frames as a client sends them, right ones and wrong ones. */
final class WireFrame {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int FINAL = 0x80;
    static final int MASKED = 0x80;

    private static final int SHORT_LENGTHS = 126;
    private static final int MIDDLE_LENGTHS = 0x10000;
    private static final byte[] MASK = {0x4A, 0x11, 0x7E, 0x23};

    private WireFrame() {
    }

    /** A whole text. */
    static byte[] text(String text) {
        return whole(TEXT, text.getBytes(UTF_8));
    }

    /** A whole frame with a mask. */
    static byte[] whole(int opcode, byte[] payload) {
        return of(FINAL | opcode, true, payload);
    }

    /** A frame that others of its message follow. */
    static byte[] part(int opcode, byte[] payload) {
        return of(opcode, true, payload);
    }

    /** @param first flags and opcode */
    static byte[] of(int first, boolean masked, byte[] payload) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(head(first, masked, payload.length));
        for (int i = 0; i < payload.length; i++) {
            out.write(masked ? payload[i] ^ MASK[i % MASK.length] : payload[i]);
        }
        return out.toByteArray();
    }

    /** What stands before the payload, the mask included; the payload may have another length in truth. */
    static byte[] head(int first, boolean masked, long length) {
        var out = new ByteArrayOutputStream();
        int flag = masked ? MASKED : 0;
        out.write(first);
        if (length < SHORT_LENGTHS) {
            out.write(flag | (int) length);
        } else if (length < MIDDLE_LENGTHS) {
            out.write(flag | SHORT_LENGTHS);
            out.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) length).array());
        } else {
            out.write(flag | SHORT_LENGTHS + 1);
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
        }
        if (masked) {
            out.writeBytes(MASK);
        }
        return out.toByteArray();
    }

    /** The payload of a goodbye. */
    static byte[] status(int status) {
        return ByteBuffer.allocate(Short.BYTES).putShort((short) status).array();
    }

    /** One after the other. */
    static byte[] joined(byte[]... frames) {
        var out = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }
}
