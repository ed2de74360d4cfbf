package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hoga.core.Broker;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds whose app key a client shows, and whether the secret belongs to it. Every failure takes the same time. */
public final class KeyCheck {
    private final Engine engine;
    private final TokenDirectory tokens;
    private final ServerKey serverKey;
    /** Compared with where the app key is unknown. */
    private final String nobodysDigest;

    public KeyCheck(Engine engine, TokenDirectory tokens, ServerKey serverKey) {
        this.engine = engine;
        this.tokens = tokens;
        this.serverKey = serverKey;
        nobodysDigest = serverKey.secretDigest("");
    }

    /** @param owner whose key it is; empty where no such key is in use @param proven whether the secret is the key's */
    public record Verdict(Optional<KeyOwner> owner, boolean proven) {
    }

    /** Looks the key up, and goes on with what is found on the call's own network thread. */
    public void verify(BrokerCall call, Broker broker, String appKey, String secret, Consumer<Verdict> then) {
        String digest = serverKey.secretDigest(secret);
        call.read(engine, view -> owner(view, broker, appKey), owner -> {
            boolean same = same(owner.map(KeyOwner::secretDigest).orElse(nobodysDigest), digest);
            then.accept(new Verdict(owner, same && owner.isPresent()));
        });
    }

    /** Whether a secret is the one of a key that is known already. */
    public boolean proves(KeyOwner owner, String secret) {
        return same(owner.secretDigest(), serverKey.secretDigest(secret));
    }

    private Optional<KeyOwner> owner(BrokerageView view, Broker broker, String appKey) {
        int keyId = view.keyId(broker, appKey);
        return keyId < 0 || view.keyRetired(keyId) ? Optional.empty() : Optional.of(tokens.learn(view, keyId));
    }

    private static boolean same(String digest, String other) {
        return MessageDigest.isEqual(digest.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
