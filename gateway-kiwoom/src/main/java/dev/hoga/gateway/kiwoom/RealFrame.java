package dev.hoga.gateway.kiwoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.catalogue.ResponseWriter;
import java.util.Arrays;

/**
 * Spells pushed data, keys in the order seen on the wire: {@code {"data":[{"values":{…},"type":"0B","name":"주식체결",
 * "item":"005930"}],"trnm":"REAL"}}. One frame at a time; the next one overwrites it. Belongs to one thread.
 */
final class RealFrame {
    private static final byte[] START = "{\"data\":[{\"values\":".getBytes(UTF_8);
    private static final int FIRST_BYTES = 8 * 1024;

    private final ResponseWriter values = new ResponseWriter();
    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;

    RealFrame write(RealType type, String item, ResponseBody body) {
        length = 0;
        put(START, START.length);
        values.plain(body);
        put(values.array(), values.length());
        byte[] end = (",\"type\":\"" + type.code() + "\",\"name\":\"" + type.title() + "\",\"item\":\"" + item
            + "\"}],\"trnm\":\"REAL\"}").getBytes(UTF_8);
        put(end, end.length);
        return this;
    }

    private void put(byte[] more, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
        }
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
    }

    /** The bytes behind the frame, valid up to {@link #length()}. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }
}
