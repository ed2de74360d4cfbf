package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Broker;
import dev.hoga.core.Environment;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenDirectoryTest {
    private static final long LIFE_MS = 1_000;
    private final DirectEngine engine = new DirectEngine(1_000_000);
    private final ServerKey serverKey = ServerKey.of(new byte[ServerKey.BYTES]);
    private final TokenDirectory tokens = new TokenDirectory(serverKey, engine);
    private int account;
    private int key;
    private int accounts;

    @BeforeEach
    void registerKey() {
        account = openAccount();
        key = register(account, "key", Broker.KIWOOM, Environment.MOCK);
        tokens.start().join();
    }

    private int openAccount() {
        var opened = new KeptReply();
        engine.openAccount(5_000_000_001L + accounts++, "a", "a", 0, opened);
        return opened.intValue();
    }

    private int register(int owner, String appKey, Broker broker, Environment environment) {
        var reply = new KeptReply();
        engine.registerKey(owner, broker, environment, appKey, "digest", reply);
        return reply.intValue();
    }

    /** A key of an account of its own. */
    private int register(String appKey, Broker broker, Environment environment) {
        return register(openAccount(), appKey, broker, environment);
    }

    private String issue(int keyId) {
        var reply = new KeptReply();
        engine.issueToken(keyId, LIFE_MS, LIFE_MS, reply);
        return textOf(keyId, reply.intValue());
    }

    private String textOf(int keyId, int issueNumber) {
        KeyOwner owner = engine.look(view -> KeyOwner.read(view, keyId));
        return tokens.text(new LiveToken(owner, issueNumber, engine.hostTimeMs(), engine.hostTimeMs() + LIFE_MS));
    }

    @Test
    void findsWhoseATokenIs() {
        String token = issue(key);
        LiveToken live = tokens.find(Broker.KIWOOM, token).orElseThrow();
        assertEquals(new LiveToken(new KeyOwner(key, Broker.KIWOOM, Environment.MOCK, account, -1, 5_000_000_001L, "a", "key", "digest"), 1,
            1_000_000, 1_001_000), live);
        assertEquals(Optional.of(live), tokens.ofKey(key));
        assertEquals(86, token.length());
    }

    @Test
    void knowsNoOtherText() {
        String token = issue(key);
        assertTrue(tokens.find(Broker.KIWOOM, "").isEmpty());
        assertTrue(tokens.find(Broker.KIWOOM, token.toUpperCase(java.util.Locale.ROOT)).isEmpty());
        assertTrue(tokens.find(Broker.KIWOOM, token + " ").isEmpty());
        assertTrue(tokens.find(Broker.KIS, token).isEmpty(), "the other broker's");
        assertTrue(tokens.find(Broker.KIWOOM, textOf(key, 2)).isEmpty(), "not issued");
    }

    @Test
    void forgetsATokenThatExpiresOrIsRevokedOrReplaced() {
        String token = issue(key);
        engine.passTime(LIFE_MS - 1);
        assertTrue(tokens.find(Broker.KIWOOM, token).isPresent());
        engine.passTime(1);
        assertTrue(tokens.find(Broker.KIWOOM, token).isEmpty());
        assertTrue(tokens.ofKey(key).isEmpty());
        String second = issue(key);
        assertNotEquals(token, second);
        assertTrue(tokens.find(Broker.KIWOOM, second).isPresent());
        engine.revokeToken(key, new KeptReply());
        assertTrue(tokens.find(Broker.KIWOOM, second).isEmpty());
        String third = issue(key);
        engine.revokeAllTokens(new KeptReply());
        assertTrue(tokens.find(Broker.KIWOOM, third).isEmpty());
    }

    @Test
    void forgetsAKeyThatIsRetired() {
        String token = issue(key);
        assertTrue(tokens.owner(key).isPresent());
        int newer = register(account, "newer", Broker.KIWOOM, Environment.MOCK);
        assertTrue(tokens.find(Broker.KIWOOM, token).isEmpty());
        assertTrue(tokens.ofKey(key).isEmpty());
        assertTrue(tokens.owner(key).isEmpty());
        assertTrue(tokens.find(Broker.KIWOOM, issue(newer)).isPresent());
        var restarted = new TokenDirectory(serverKey, engine);
        restarted.start().join();
        assertTrue(restarted.owner(key).isEmpty());
        assertTrue(restarted.owner(newer).isPresent());
    }

    @Test
    void readsTheLivingTokensOfManyKeysAtTheStart() {
        String first = issue(key);
        var last = 0;
        for (int i = 0; i < 2 * TokenDirectory.KEYS_PER_READ; i++) {
            last = register("k" + i, Broker.KIWOOM, Environment.LIVE);
        }
        String newest = issue(last);
        var restarted = new TokenDirectory(serverKey, engine);
        restarted.start().join();
        assertTrue(restarted.find(Broker.KIWOOM, first).isPresent());
        assertEquals(Environment.LIVE, restarted.find(Broker.KIWOOM, newest).orElseThrow().owner().environment());
        assertTrue(restarted.ofKey(last - 1).isEmpty());
    }

    @Test
    void learnsOfKeysThatCameAfterTheStart() {
        int late = register("late", Broker.KIWOOM, Environment.LIVE);
        assertTrue(tokens.find(Broker.KIWOOM, issue(late)).isPresent());
    }

    @Test
    void surfacesALostReadAsATokenThatTheNextCallMends() {
        int late = register("late", Broker.KIWOOM, Environment.LIVE);
        engine.refuseReads(true);
        assertTrue(tokens.find(Broker.KIWOOM, issue(late)).isEmpty());
        engine.refuseReads(false);
        assertTrue(tokens.find(Broker.KIWOOM, issue(late)).isPresent());
    }

    @Test
    void wrapsTheFactsOfAKisTokenInAJwt() {
        int kis = register("PSkey\"\\", Broker.KIS, Environment.LIVE);
        String token = issue(kis);
        String[] parts = token.split("\\.");
        assertEquals(3, parts.length);
        assertEquals("{\"typ\":\"JWT\",\"alg\":\"HS512\"}", decoded(parts[0]));
        assertTrue(decoded(parts[1]).matches("\\{\"sub\":\"token\",\"aud\":\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\",\"iss\":\"unogw\","
            + "\"exp\":1001,\"iat\":1000,\"jti\":\"PSkey\\\\\"\\\\\\\\\"\\}"), decoded(parts[1]));
        assertEquals(64, Base64.getUrlDecoder().decode(parts[2]).length);
        assertEquals(Optional.of(kis), tokens.find(Broker.KIS, token).map(live -> live.owner().keyId()));
        assertTrue(tokens.find(Broker.KIWOOM, token).isEmpty(), "the other broker's");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    @Test
    void tellsAnExpiredKisTokenFromOneThatIsNone() {
        int kis = register("PSkey", Broker.KIS, Environment.LIVE);
        String token = issue(kis);
        assertFalse(tokens.hasExpired(token), "alive");
        engine.passTime(LIFE_MS);
        assertTrue(tokens.hasExpired(token));
        char last = token.charAt(token.length() - 1);
        assertFalse(tokens.hasExpired(token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A')), "not signed by this server");
        for (String other : new String[] {"", ".", "a.b.c", token + "=", token.substring(0, token.lastIndexOf('.')), "토큰", issue(key)}) {
            assertFalse(tokens.hasExpired(other), other);
        }
    }

    @Test
    void makesOtherTokensWithAnotherServerKey() {
        byte[] other = new byte[ServerKey.BYTES];
        other[0] = 1;
        var elsewhere = new TokenDirectory(ServerKey.of(other), engine);
        elsewhere.start().join();
        assertFalse(elsewhere.find(Broker.KIWOOM, issue(key)).isPresent());
    }
}
