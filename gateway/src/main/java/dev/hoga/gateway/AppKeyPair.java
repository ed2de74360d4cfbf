package dev.hoga.gateway;

import dev.hoga.core.Broker;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * An app key with its secret, as a broker hands them out. Clients check the lengths (python-kis does), so they are the
 * brokers' own. Made once, shown once; the secret is never stored.
 */
public record AppKeyPair(String appKey, String secret) {
    private static final int KIWOOM_BYTES = 32;
    private static final int KIS_KEY_LENGTH = 36;
    private static final String KIS_KEY_START = "PS";
    private static final int KIS_SECRET_BYTES = 135;
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** A new pair: Kiwoom 43 and 43 url-safe characters, KIS 36 characters that start with PS and 180 characters of Base64. */
    public static AppKeyPair generate(Broker broker, SecureRandom random) {
        return switch (broker) {
            case KIWOOM -> new AppKeyPair(urlSafe(random), urlSafe(random));
            case KIS -> new AppKeyPair(kisKey(random), Base64.getEncoder().encodeToString(bytes(random, KIS_SECRET_BYTES)));
        };
    }

    private static String urlSafe(SecureRandom random) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, KIWOOM_BYTES));
    }

    private static String kisKey(SecureRandom random) {
        var key = new StringBuilder(KIS_KEY_START);
        while (key.length() < KIS_KEY_LENGTH) {
            key.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return key.toString();
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "AppKeyPair";
    }
}
