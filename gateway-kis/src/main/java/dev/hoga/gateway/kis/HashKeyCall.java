package dev.hoga.gateway.kis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * {@code /uapi/hashkey}: the body again and 64 hexadecimal digits. Nobody checks them later: the broker's algorithm is not known,
 * and its own samples leave the header out.
 */
final class HashKeyCall implements TrCall {
    private final TokenCalls tokenCalls;

    HashKeyCall(TokenCalls tokenCalls) {
        this.tokenCalls = tokenCalls;
    }

    @Override
    public void run(Call call) {
        String appKey = call.exchange().header("appkey").strip();
        String secret = call.exchange().header("appsecret").strip();
        if (appKey.isEmpty()) {
            call.error("EGW00102");
        } else if (secret.isEmpty()) {
            call.error("EGW00104");
        } else {
            tokenCalls.withOwner(call, appKey, secret, owner -> answer(call));
        }
    }

    private static void answer(Call call) {
        byte[] body = call.exchange().body();
        var json = new ByteArrayOutputStream(body.length + 96);
        json.writeBytes("{\"BODY\":".getBytes(UTF_8));
        json.writeBytes(body.length == 0 ? "{}".getBytes(UTF_8) : body);
        json.writeBytes((",\"HASH\":\"" + HexFormat.of().formatHex(sha256(body)) + "\"}").getBytes(UTF_8));
        call.answer(json.toByteArray());
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
