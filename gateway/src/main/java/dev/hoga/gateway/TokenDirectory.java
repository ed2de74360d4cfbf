package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hoga.core.Broker;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreListener;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.engine.Engine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which token belongs to whom. Tokens are derived from the server key, never stored; this directory only keeps those that
 * are alive, so that a request needs no read of the core. It is filled at the start and follows the core's events, which come
 * before the reply to the command that caused them: a revoked token is dead when its revocation is answered.
 */
public final class TokenDirectory {
    /** Keys looked at in one read at the start. */
    static final int KEYS_PER_READ = 512;
    private static final Logger LOG = LoggerFactory.getLogger(TokenDirectory.class);
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(TokenDirectory::sha256);

    private final TokenText texts;
    private final Engine engine;
    private final ConcurrentHashMap<Integer, KeyOwner> owners = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Long, Entry> byDigest = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, Entry> byKey = new ConcurrentHashMap<>();

    private record Entry(LiveToken live, byte[] token, long digest) {
    }

    public TokenDirectory(ServerKey serverKey, Engine engine) {
        texts = new TokenText(serverKey);
        this.engine = engine;
    }

    /** Follows the core's events and reads the tokens that are alive; completes when all are known. Called once. */
    public CompletableFuture<Void> start() {
        engine.observe(new TokenEvents());
        return readKeys(0);
    }

    private CompletableFuture<Void> readKeys(int from) {
        return engine.read(view -> {
            int to = Math.min(view.keyCount(), from + KEYS_PER_READ);
            for (int keyId = from; keyId < to; keyId++) {
                if (!view.keyRetired(keyId)) {
                    learn(view, keyId);
                }
            }
            return to < view.keyCount() ? to : -1;
        }).thenCompose(next -> next < 0 ? CompletableFuture.completedFuture(null) : readKeys(next));
    }

    /**
     * Takes note of a key that is in use, and of its token. Runs inside a read, on the core's thread, so that it can't cross an event.
     *
     * @return whose key it is
     */
    public KeyOwner learn(BrokerageView view, int keyId) {
        KeyOwner owner = KeyOwner.read(view, keyId);
        owners.put(keyId, owner);
        int issueNumber = view.tokenIssueNumber(keyId);
        if (issueNumber > 0 && view.tokenExpiresAtMs(keyId) > engine.hostTimeMs()) {
            put(new LiveToken(owner, issueNumber, view.tokenIssuedAtMs(keyId), view.tokenExpiresAtMs(keyId)));
        }
        return owner;
    }

    /** Whose key this is; empty where it is retired, or was registered after the start and has not shown its secret here since. */
    public Optional<KeyOwner> owner(int keyId) {
        return Optional.ofNullable(owners.get(keyId));
    }

    /** The newest token of a key, if it is alive. */
    public Optional<LiveToken> ofKey(int keyId) {
        Entry entry = byKey.get(keyId);
        return entry == null || entry.live.expiresAtMs() <= engine.hostTimeMs() ? Optional.empty() : Optional.of(entry.live);
    }

    /** Whose token this is; empty where it is dead, unknown or the other broker's. Takes the same time for every failure. */
    public Optional<LiveToken> find(Broker broker, String token) {
        byte[] presented = token.getBytes(US_ASCII);
        Entry entry = byDigest.get(digest(presented));
        boolean same = MessageDigest.isEqual(presented, entry == null ? presented.clone() : entry.token);
        boolean valid = entry != null && same && entry.live.owner().broker() == broker
            && entry.live.expiresAtMs() > engine.hostTimeMs();
        return valid ? Optional.of(entry.live) : Optional.empty();
    }

    /** The text of a token. */
    public String text(LiveToken token) {
        return texts.of(token);
    }

    /** Whether this server made the token for a KIS key and its time is over. Kiwoom's tokens do not tell their time. */
    public boolean hasExpired(String token) {
        OptionalLong expiresAtMs = texts.expiryOfJwt(token);
        return expiresAtMs.isPresent() && expiresAtMs.getAsLong() <= engine.hostTimeMs();
    }

    private void put(LiveToken live) {
        byte[] token = texts.of(live).getBytes(US_ASCII);
        Entry entry = new Entry(live, token, digest(token));
        Entry previous = byKey.put(live.owner().keyId(), entry);
        if (previous != null && previous.digest != entry.digest) {
            byDigest.remove(previous.digest);
        }
        byDigest.put(entry.digest, entry);
    }

    private void remove(int keyId) {
        Entry entry = byKey.remove(keyId);
        if (entry != null) {
            byDigest.remove(entry.digest);
        }
    }

    /** A token is looked up by a digest of it, so that the time of the look-up tells nothing about tokens that exist. */
    private static long digest(byte[] token) {
        return ByteBuffer.wrap(SHA_256.get().digest(token)).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What the core tells of tokens. The answers to commands concern others. */
    private final class TokenEvents implements CoreListener {

        @Override
        public void tokenIssued(int keyId, int issueNumber, long issuedAtMs, long expiresAtMs) {
            KeyOwner owner = owners.get(keyId);
            if (owner != null) {
                put(new LiveToken(owner, issueNumber, issuedAtMs, expiresAtMs));
                return;
            }
            // Issued through another node for a key that nobody has asked for here. The event says not whose key it is, and
            // a listener must not ask the core, so a read does when the command is through.
            try {
                engine.read(view -> learn(view, keyId));
            } catch (RejectedExecutionException busy) {
                LOG.warn("token of key {} not learnt: too many reads wait; the next token call mends it", keyId);
            }
        }

        @Override
        public void tokenRevoked(int keyId, int issueNumber) {
            remove(keyId);
        }

        @Override
        public void keyRetired(int keyId) {
            owners.remove(keyId);
            remove(keyId);
        }

        @Override
        public void commandAccepted(long correlationId, long value) {
            // not about tokens
        }

        @Override
        public void commandRejected(long correlationId, Reject reject, long detail) {
            // not about tokens
        }

        @Override
        public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
            OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
            long marketTimeMs) {
            // not about tokens
        }
    }
}
