package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of a server: 32 random bytes from which every token, secret digest and page tag is derived. It is the only
 * thing in the data folder that could make a token; all nodes of a cluster have the same one.
 */
public final class ServerKey {
    public static final int BYTES = 32;
    /** What the file is called in the data folder. */
    public static final String FILE_NAME = "server.key";
    private static final String TOKEN_MAC = "HmacSHA512";
    private static final String DIGEST_MAC = "HmacSHA512/256";

    private final ThreadLocal<Mac> tokenMac;
    private final ThreadLocal<Mac> digestMac;

    private ServerKey(byte[] secret) {
        tokenMac = ThreadLocal.withInitial(() -> mac(TOKEN_MAC, secret));
        digestMac = ThreadLocal.withInitial(() -> mac(DIGEST_MAC, secret));
    }

    /** @throws IllegalArgumentException where the secret has not {@link #BYTES} bytes */
    public static ServerKey of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a server key has " + BYTES + " bytes");
        }
        return new ServerKey(secret.clone());
    }

    /**
     * Reads the key of a data folder, or makes one there, readable by its owner only, and forces it to the disk: a key that a
     * power cut could lose would make every key pair that was registered with it useless.
     *
     * @throws IOException where the file can't be read or written, or holds no key
     */
    public static ServerKey ofFolder(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve(FILE_NAME);
        if (!Files.exists(file)) {
            write(dataFolder, file);
        }
        byte[] secret = Files.readAllBytes(file);
        if (secret.length != BYTES) {
            throw new IOException(file + " is no server key: it has " + secret.length + " bytes");
        }
        return of(secret);
    }

    private static void write(Path folder, Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path draft = folder.resolve(FILE_NAME + ".new");
        Files.deleteIfExists(draft);
        var newFile = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(draft, newFile, ownerOnly())) {
            ByteBuffer bytes = ByteBuffer.wrap(secret);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (UnsupportedOperationException | FileAlreadyExistsException e) {
            // No hard links here, or another start was faster; a plain move never replaces a key by a half-written one.
            if (!Files.exists(file)) {
                Files.move(draft, file);
            }
        }
        Files.deleteIfExists(draft);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
            : new FileAttribute<?>[0];
    }

    /** The token of a key's issue: 64 bytes as 86 url-safe characters, always the same for the same numbers. */
    String token(int keyId, int issueNumber) {
        ByteBuffer numbers = ByteBuffer.allocate(2 * Integer.BYTES).putInt(keyId).putInt(issueNumber);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(tokenMac.get().doFinal(numbers.array()));
    }

    /** 64 bytes that only this server can make for a message; a message of {@link #token}'s eight bytes would give that token. */
    byte[] sign(byte[] message) {
        return tokenMac.get().doFinal(message);
    }

    /** The keyed digest of an app secret, 64 hexadecimal characters: what the log and the state hold instead of the secret. */
    public String secretDigest(String secret) {
        return HexFormat.of().formatHex(digestMac.get().doFinal(("secret:" + secret).getBytes(UTF_8)));
    }

    /** Fills a tag that only this server can make for these bytes. @param purpose keeps tags of different uses apart */
    public void tag(String purpose, byte[] message, byte[] tag) {
        Mac mac = digestMac.get();
        mac.update((purpose + ':').getBytes(UTF_8));
        System.arraycopy(mac.doFinal(message), 0, tag, 0, tag.length);
    }

    private static Mac mac(String algorithm, byte[] secret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
