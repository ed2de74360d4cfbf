package dev.hoga.gateway.kis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoga.core.Environment;
import dev.hoga.engine.Engine;
import dev.hoga.engine.Reply;
import dev.hoga.gateway.KeyCheck;
import dev.hoga.gateway.KeyOwner;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.LiveToken;
import dev.hoga.gateway.TokenDirectory;
import dev.hoga.gateway.TokenReply;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * tokenP, revokeP, Approval and hashkey: the calls that show a key and its secret. Order of the checks: grant type there
 * (EGW00115), app key there (EGW00102), secret there (EGW00104), grant type known (EGW00116), key known (EGW00103), secret right
 * (EGW00105), one token a minute (EGW00133). Doubt: the order; the numbers are the official table's.
 */
final class TokenCalls {
    private static final String GRANT_TYPE = "client_credentials";
    private static final String BEARER = "Bearer ";
    private static final String BAD_TOKEN = "EGW00121";
    private static final String SERVER_ERROR = "EGW00002";
    private static final String BUSY = "EGW00001";
    private static final long LIFE_MS = TimeUnit.HOURS.toMillis(24);
    /** The same token is answered again for so long after its issue. */
    private static final long REUSE_MS = TimeUnit.HOURS.toMillis(6);
    private static final long MS_PER_SECOND = 1_000;

    private final Engine engine;
    private final TokenDirectory tokens;
    private final KeyCheck keyCheck;
    private final ApprovalKeys approvalKeys;
    private final CallLimits limits;

    TokenCalls(Engine engine, TokenDirectory tokens, KeyCheck keyCheck, ApprovalKeys approvalKeys, CallLimits limits) {
        this.engine = engine;
        this.tokens = tokens;
        this.keyCheck = keyCheck;
        this.approvalKeys = approvalKeys;
        this.limits = limits;
    }

    void issue(Call call) {
        if (grantIsRight(call, "appsecret")) {
            withOwner(call, call.text("appkey"), call.text("appsecret"), owner -> {
                if (limits.admitsToken(call)) {
                    engine.commands().issueToken(owner.keyId(), LIFE_MS, REUSE_MS,
                        reply(call, issueNumber -> answerToken(call, owner, (int) issueNumber)));
                }
            });
        }
    }

    void revoke(Call call) {
        String sent = call.text("token");
        boolean withScheme = sent.regionMatches(true, 0, BEARER, 0, BEARER.length());
        String token = withScheme ? sent.substring(BEARER.length()).strip() : sent;
        if (!keyPairIsThere(call, "appsecret")) {
            return;
        }
        withOwner(call, call.text("appkey"), call.text("appsecret"), owner -> {
            Optional<LiveToken> live = tokens.find(Call.BROKER, token);
            if (live.isEmpty() || live.get().owner().keyId() != owner.keyId()) {
                // Doubt: which number the broker gives for a token that is dead already or another key's.
                call.error(BAD_TOKEN);
                return;
            }
            engine.commands().revokeToken(owner.keyId(), reply(call, issueNumber -> call.answer(
                "{\"code\":200,\"message\":\"접근토큰 폐기에 성공하였습니다\"}".getBytes(UTF_8))));
        });
    }

    /** Doubt: the form of Approval's errors is not known; that of the token calls is used. */
    void approve(Call call) {
        if (grantIsRight(call, "secretkey")) {
            withOwner(call, call.text("appkey"), call.text("secretkey"), owner -> call.answer(
                ("{\"approval_key\":\"" + approvalKeys.issue(owner.keyId(), engine.hostTimeMs()) + "\"}").getBytes(UTF_8)));
        }
    }

    private static boolean grantIsRight(Call call, String secretField) {
        if (call.text("grant_type").isEmpty()) {
            call.error("EGW00115");
            return false;
        }
        if (!keyPairIsThere(call, secretField)) {
            return false;
        }
        if (!call.text("grant_type").equals(GRANT_TYPE)) {
            call.error("EGW00116");
            return false;
        }
        return true;
    }

    /** The validator lets a blank pass as a value. */
    private static boolean keyPairIsThere(Call call, String secretField) {
        if (call.text("appkey").isEmpty()) {
            call.error("EGW00102");
            return false;
        }
        if (call.text(secretField).isEmpty()) {
            call.error("EGW00104");
            return false;
        }
        return true;
    }

    /** Goes on where the secret is the key's. Doubt: the broker's mock host does not know a live key, as it does not know its token. */
    void withOwner(Call call, String appKey, String secret, Consumer<KeyOwner> then) {
        if (!limits.admitsGuess(call)) {
            return;
        }
        keyCheck.verify(call, Call.BROKER, appKey, secret, verdict -> {
            Optional<KeyOwner> owner = verdict.owner().filter(known -> isKnownHere(call, known));
            if (verdict.proven() && owner.isPresent()) {
                call.authenticated(owner.get());
                then.accept(owner.get());
            } else {
                limits.guessed(call);
                call.error(owner.isEmpty() ? "EGW00103" : "EGW00105");
            }
        });
    }

    private static boolean isKnownHere(Call call, KeyOwner owner) {
        return owner.environment() == Environment.MOCK || KisGateway.HOSTS.admits(call.exchange(), Environment.LIVE);
    }

    private void answerToken(Call call, KeyOwner owner, int issueNumber) {
        Optional<LiveToken> live = tokens.ofKey(owner.keyId()).filter(token -> token.issueNumber() == issueNumber);
        if (live.isEmpty()) {
            // Revoked between its issue and this answer.
            call.error(SERVER_ERROR);
            return;
        }
        long leftMs = live.get().expiresAtMs() - engine.hostTimeMs();
        // In the order of the official example; the rest of the life, which a client was seen to compare with the written time.
        String json = "{\"access_token\":\"" + tokens.text(live.get()) + "\",\"access_token_token_expired\":\""
            + KoreanTime.writtenOut(live.get().expiresAtMs()) + "\",\"token_type\":\"Bearer\",\"expires_in\":"
            + Math.ceilDiv(leftMs, MS_PER_SECOND) + "}";
        call.answer(json.getBytes(UTF_8));
    }

    private static Reply reply(Call call, LongConsumer issued) {
        return new TokenReply(call, issued, reject -> call.error(SERVER_ERROR), () -> call.error(BUSY));
    }
}
