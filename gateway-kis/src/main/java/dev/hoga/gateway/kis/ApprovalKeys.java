package dev.hoga.gateway.kis;

import dev.hoga.gateway.ServerKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Makes and reads the keys with which a WebSocket session starts. They look like the broker's, a UUID, and are never stored: one
 * holds the app key's id and the minute of its issue, and a tag that only this server can make.
 */
public final class ApprovalKeys {
    /** How long a key can start a session. */
    public static final long LIFE_MS = TimeUnit.HOURS.toMillis(24);
    private static final long MINUTE_MS = TimeUnit.MINUTES.toMillis(1);
    private static final String PURPOSE = "approval";
    private static final int FACT_BYTES = 2 * Integer.BYTES;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ServerKey serverKey;

    public ApprovalKeys(ServerKey serverKey) {
        this.serverKey = serverKey;
    }

    /** A key for an app key; the same one within a minute of host time. */
    public String issue(int keyId, long hostTimeMs) {
        byte[] facts = ByteBuffer.allocate(FACT_BYTES).putInt(keyId).putInt((int) (hostTimeMs / MINUTE_MS)).array();
        ByteBuffer key = ByteBuffer.allocate(2 * Long.BYTES).put(facts).put(tag(facts)).flip();
        return new UUID(key.getLong(), key.getLong()).toString();
    }

    /** The app key's id; empty where this server did not make the key, or more than its life ago. */
    public OptionalInt keyId(String approvalKey, long hostTimeMs) {
        if (!UUID_TEXT.matcher(approvalKey).matches()) {
            return OptionalInt.empty();
        }
        UUID uuid = UUID.fromString(approvalKey);
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits()).array();
        byte[] facts = Arrays.copyOf(bytes, FACT_BYTES);
        boolean ours = MessageDigest.isEqual(tag(facts), Arrays.copyOfRange(bytes, FACT_BYTES, bytes.length));
        ByteBuffer read = ByteBuffer.wrap(facts);
        int keyId = read.getInt();
        long ageMs = hostTimeMs - read.getInt() * MINUTE_MS;
        return ours && ageMs < LIFE_MS ? OptionalInt.of(keyId) : OptionalInt.empty();
    }

    private byte[] tag(byte[] facts) {
        byte[] tag = new byte[Long.BYTES];
        serverKey.tag(PURPOSE, facts, tag);
        return tag;
    }
}
