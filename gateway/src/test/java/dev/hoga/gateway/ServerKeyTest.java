package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Broker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerKeyTest {
    private static final ServerKey ZEROS = ServerKey.of(new byte[ServerKey.BYTES]);

    @Test
    void makesAKeyOnceThatOnlyItsOwnerCanRead(@TempDir Path folder) throws IOException {
        ServerKey first = ServerKey.ofFolder(folder);
        Path file = folder.resolve(ServerKey.FILE_NAME);
        assertEquals(ServerKey.BYTES, Files.size(file));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        assertEquals(first.token(1, 1), ServerKey.ofFolder(folder).token(1, 1), "the same after a restart");
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "no draft stays behind");
        }
    }

    @Test
    void makesAnotherKeyInAnotherFolder(@TempDir Path one, @TempDir Path two) throws IOException {
        assertNotEquals(ServerKey.ofFolder(one).token(1, 1), ServerKey.ofFolder(two).token(1, 1));
    }

    @Test
    void refusesAFileThatHoldsNoKey(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(ServerKey.FILE_NAME), "short");
        assertThrows(IOException.class, () -> ServerKey.ofFolder(folder));
        assertThrows(IllegalArgumentException.class, () -> ServerKey.of(new byte[31]));
    }

    @Test
    void derivesTheSameTokensForever() {
        // A changed derivation would kill every token of every folder; this is HMAC-SHA512 over two big-endian ints.
        assertEquals("1RHraokPX27dk7nGxvd86Tkn4S1jU27f4D8Mzf-a2A46mUz65FPCeKmSw0t5owLnhrYWrimaL_6Rs-hBv6j0Lw",
            ZEROS.token(1, 1));
        assertNotEquals(ZEROS.token(1, 2), ZEROS.token(2, 1));
        assertEquals(ZEROS.token(1, 2), ZEROS.token(1, 2));
        assertTrue(ZEROS.token(1, 1).matches("[A-Za-z0-9_-]{86}"));
    }

    @Test
    void keepsSecretsOnlyAsDigests() {
        assertTrue(ZEROS.secretDigest("secret").matches("[0-9a-f]{64}"));
        assertEquals(ZEROS.secretDigest("secret"), ZEROS.secretDigest("secret"));
        assertNotEquals(ZEROS.secretDigest("secret"), ZEROS.secretDigest("Secret"));
    }

    @Test
    void makesKeyPairsOfTheBrokersLengths() {
        var random = new SecureRandom();
        AppKeyPair kiwoom = AppKeyPair.generate(Broker.KIWOOM, random);
        assertTrue(kiwoom.appKey().matches("[A-Za-z0-9_-]{43}") && kiwoom.secret().matches("[A-Za-z0-9_-]{43}"));
        assertNotEquals(kiwoom.appKey(), kiwoom.secret());
        AppKeyPair kis = AppKeyPair.generate(Broker.KIS, random);
        assertTrue(kis.appKey().matches("PS[A-Za-z0-9]{34}") && kis.secret().matches("[A-Za-z0-9+/]{180}"), "lengths that clients check");
        assertNotEquals(kis.appKey(), AppKeyPair.generate(Broker.KIS, random).appKey());
        assertEquals("AppKeyPair", kiwoom.toString(), "a pair that is logged by mistake tells nothing");
    }

    @Test
    void opensOnlyPageKeysForTheSameAccountDateAndQuery() {
        var keys = new PageKeys(ZEROS);
        String key = keys.seal(7, 20_000, "ka10075", 1_234_567);
        assertEquals(24, key.length());
        assertEquals(OptionalLong.of(1_234_567), keys.open(7, 20_000, "ka10075", key));
        assertEquals(OptionalLong.empty(), keys.open(8, 20_000, "ka10075", key));
        assertEquals(OptionalLong.empty(), keys.open(7, 20_001, "ka10075", key));
        assertEquals(OptionalLong.empty(), keys.open(7, 20_000, "ka10076", key));
        for (int i = 0; i < key.length(); i++) {
            char other = key.charAt(i) == 'A' ? 'B' : 'A';
            String changed = key.substring(0, i) + other + key.substring(i + 1);
            assertEquals(OptionalLong.empty(), keys.open(7, 20_000, "ka10075", changed));
        }
        for (String bad : List.of("", "0", "****************", key + "A", "PAGE2KEY0000000001")) {
            assertEquals(OptionalLong.empty(), keys.open(7, 20_000, "ka10075", bad));
        }
    }
}
