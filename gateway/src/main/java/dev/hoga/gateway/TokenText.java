package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spells tokens, always the same for the same facts: Kiwoom's are 86 url-safe characters, KIS's a JWT (HS512) with the claims of
 * the official example, signed with the server key.
 */
final class TokenText {
    private static final String JWT_HEADER = base64("{\"typ\":\"JWT\",\"alg\":\"HS512\"}".getBytes(US_ASCII));
    private static final String ISSUER = "unogw";
    private static final String AUDIENCE = "audience";
    private static final Pattern EXPIRY = Pattern.compile("\"exp\":([0-9]{1,12})");
    private static final long MS_PER_SECOND = 1_000;

    private final ServerKey serverKey;

    TokenText(ServerKey serverKey) {
        this.serverKey = serverKey;
    }

    String of(LiveToken token) {
        return switch (token.owner().broker()) {
            case KIWOOM -> serverKey.token(token.owner().keyId(), token.issueNumber());
            case KIS -> jwt(token);
        };
    }

    private String jwt(LiveToken token) {
        byte[] audience = new byte[2 * Long.BYTES];
        ByteBuffer numbers = ByteBuffer.allocate(2 * Integer.BYTES).putInt(token.owner().keyId()).putInt(token.issueNumber());
        serverKey.tag(AUDIENCE, numbers.array(), audience);
        ByteBuffer uuid = ByteBuffer.wrap(audience);
        String claims = "{\"sub\":\"token\",\"aud\":\"" + new UUID(uuid.getLong(), uuid.getLong())
            + "\",\"iss\":\"" + ISSUER + "\",\"exp\":" + token.expiresAtMs() / MS_PER_SECOND
            + ",\"iat\":" + token.issuedAtMs() / MS_PER_SECOND
            + ",\"jti\":\"" + new String(JsonStringEncoder.getInstance().quoteAsString(token.owner().appKey())) + "\"}";
        String signed = JWT_HEADER + '.' + base64(claims.getBytes(UTF_8));
        return signed + '.' + base64(serverKey.sign(signed.getBytes(US_ASCII)));
    }

    /** When a JWT of this server expires (milliseconds); empty where this server did not make it. */
    OptionalLong expiryOfJwt(String token) {
        int dot = token.lastIndexOf('.');
        if (dot <= JWT_HEADER.length() || !token.startsWith(JWT_HEADER + '.')) {
            return OptionalLong.empty();
        }
        String signed = token.substring(0, dot);
        byte[] signature = base64(serverKey.sign(signed.getBytes(UTF_8))).getBytes(US_ASCII);
        if (!MessageDigest.isEqual(signature, token.substring(dot + 1).getBytes(UTF_8))) {
            return OptionalLong.empty();
        }
        // What is signed was spelled above; the claim before the first one that a client has a hand in is ours.
        byte[] claims = Base64.getUrlDecoder().decode(signed.substring(JWT_HEADER.length() + 1));
        Matcher expiry = EXPIRY.matcher(new String(claims, UTF_8));
        return expiry.find() ? OptionalLong.of(Long.parseLong(expiry.group(1)) * MS_PER_SECOND) : OptionalLong.empty();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
