package dev.hoga.gateway.kis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What one session's notices are encrypted with: AES-256-CBC with PKCS7 padding, Base64. Key and iv are texts whose characters are
 * the bytes; they look like the broker's, and live in memory only. One pair for all registrations of a session, because clients
 * keep the last one they were told. Any thread may use it.
 *
 * @param key 32 small letters
 * @param iv 16 hexadecimal digits
 */
record NoticeCipher(String key, String iv) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String HEX_DIGITS = "0123456789abcdef";
    private static final int KEY_CHARACTERS = 32;
    private static final int IV_CHARACTERS = 16;

    static NoticeCipher of(SecureRandom random) {
        return new NoticeCipher(text(random, LETTERS, KEY_CHARACTERS), text(random, HEX_DIGITS, IV_CHARACTERS));
    }

    private static String text(SecureRandom random, String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
            .collect(StringBuilder::new, (text, at) -> text.append(alphabet.charAt(at)), StringBuilder::append).toString();
    }

    String encrypt(byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.getBytes(US_ASCII), "AES"), new IvParameterSpec(iv.getBytes(US_ASCII)));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }

    @Override
    public String toString() {
        // Neither may reach a log.
        return "NoticeCipher";
    }
}
