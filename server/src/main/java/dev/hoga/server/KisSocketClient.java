package dev.hoga.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A client of KIS's WebSocket: registers, says heartbeats back, and reads what is pushed, order notices included. */
final class KisSocketClient implements AutoCloseable {
    private static final String PATH = "/tryitout";
    private static final String REGISTER = "1";
    private static final String UNREGISTER = "2";
    private static final char ENCRYPTED = '1';
    /** Flag, TR, count, records. */
    private static final int PARTS = 4;

    private final SocketClient socket;
    private final String approvalKey;
    private final List<String> kept = new ArrayList<>();
    private String key = "";
    private String iv = "";

    private KisSocketClient(SocketClient socket, String approvalKey) {
        this.socket = socket;
        this.approvalKey = approvalKey;
    }

    /** Connects with a new approval key of a bot's app key. */
    static KisSocketClient open(int port, KisClient bot) throws IOException {
        return new KisSocketClient(SocketClient.open(port, PATH), bot.approval().field("approval_key"));
    }

    /** Registers a TR for a stock or an HTS id, and waits for the acknowledgement. */
    KisSocketClient registers(String trId, String trKey) throws IOException {
        Map<?, ?> output = (Map<?, ?>) acknowledged(REGISTER, trId, trKey).get("output");
        key = (String) output.get("key");
        iv = (String) output.get("iv");
        return this;
    }

    /** Ends a registration, and waits for the acknowledgement. */
    void unregisters(String trId, String trKey) throws IOException {
        acknowledged(UNREGISTER, trId, trKey);
    }

    private Map<?, ?> acknowledged(String trType, String trId, String trKey) throws IOException {
        says(trType, trId, trKey);
        String answer = hear();
        while (!answer.startsWith("{") && !answer.startsWith(SocketClient.CLOSED)) {
            // Pushed because of an earlier registration.
            kept.add(answer);
            answer = hear();
        }
        if (!answer.contains("\"rt_cd\":\"0\"")) {
            throw new IOException("no acknowledgement: " + answer);
        }
        return (Map<?, ?>) Json.object(answer.getBytes(UTF_8)).get("body");
    }

    /** Asks for a registration (1) or its end (2). */
    void says(String trType, String trId, String trKey) {
        socket.says(Map.of("header", Map.of("approval_key", approvalKey, "custtype", "P", "tr_type", trType, "content-type", "utf-8"),
            "body", Map.of("input", Map.of("tr_id", trId, "tr_key", trKey))));
    }

    /** The next frame, waited for; the end of the connection is one too. */
    String hear() throws IOException {
        return socket.hear();
    }

    /** The values of the next frame of a TR, all its records; frames of other TRs before it are kept for those who ask for them. */
    List<String> hear(String trId) throws IOException {
        String frame = kept.stream().filter(one -> isOf(trId, one)).findFirst().orElse("");
        kept.remove(frame);
        while (frame.isEmpty()) {
            String next = hear();
            if (next.startsWith(SocketClient.CLOSED)) {
                throw new IOException(next);
            }
            if (isOf(trId, next)) {
                frame = next;
            } else {
                kept.add(next);
            }
        }
        String records = frame.split("\\|", PARTS)[PARTS - 1];
        return List.of((frame.charAt(0) == ENCRYPTED ? decrypted(records, key, iv) : records).split("\\^", -1));
    }

    private static boolean isOf(String trId, String frame) {
        String[] parts = frame.split("\\|", PARTS);
        return parts.length == PARTS && parts[1].equals(trId);
    }

    /** What an encrypted frame says. @throws IOException where it was encrypted for somebody else */
    static String decrypted(String payload, String key, String iv) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key.getBytes(UTF_8), "AES"), new IvParameterSpec(iv.getBytes(UTF_8)));
            return new String(cipher.doFinal(Base64.getDecoder().decode(payload)), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("cannot be decrypted: " + payload, e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
