package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;

/**
 * Makes and reads the keys with which a client asks for the next page. A key holds where the last page ended (such as an
 * order number), so the next page is right however the market has moved since, and a tag, so that it works only for the account, the
 * query and the trading date it was made for.
 */
public final class PageKeys {
    private static final int TAG_BYTES = 10;
    private static final int KEY_BYTES = Long.BYTES + TAG_BYTES;
    private static final int KEY_LENGTH = 24;
    private static final String PURPOSE = "page";

    private final ServerKey serverKey;

    public PageKeys(ServerKey serverKey) {
        this.serverKey = serverKey;
    }

    /** @param query the operation and every parameter that decides the rows */
    public String seal(int accountId, int tradingDate, String query, long position) {
        ByteBuffer key = ByteBuffer.allocate(KEY_BYTES).putLong(position).put(tag(accountId, tradingDate, query, position));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.array());
    }

    /** The position that was sealed; empty where the key was not made for this account, date and query. */
    public OptionalLong open(int accountId, int tradingDate, String query, String key) {
        if (key.length() != KEY_LENGTH) {
            return OptionalLong.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(key);
        } catch (IllegalArgumentException notBase64) {
            return OptionalLong.empty();
        }
        long position = ByteBuffer.wrap(bytes).getLong();
        byte[] tag = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        boolean ours = MessageDigest.isEqual(tag, tag(accountId, tradingDate, query, position));
        return ours ? OptionalLong.of(position) : OptionalLong.empty();
    }

    private byte[] tag(int accountId, int tradingDate, String query, long position) {
        byte[] text = query.getBytes(UTF_8);
        byte[] message = ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES + text.length)
            .putInt(accountId).putInt(tradingDate).putLong(position).put(text).array();
        byte[] tag = new byte[TAG_BYTES];
        serverKey.tag(PURPOSE, message, tag);
        return tag;
    }
}
