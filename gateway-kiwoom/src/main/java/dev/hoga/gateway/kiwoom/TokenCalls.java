package dev.hoga.gateway.kiwoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoga.core.Broker;
import dev.hoga.engine.Engine;
import dev.hoga.engine.Reply;
import dev.hoga.gateway.KeyCheck;
import dev.hoga.gateway.KeyOwner;
import dev.hoga.gateway.KoreanTime;
import dev.hoga.gateway.LiveToken;
import dev.hoga.gateway.ServerKey;
import dev.hoga.gateway.TokenDirectory;
import dev.hoga.gateway.TokenReply;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * au10001 and au10002. Order of the checks: grant type there (8011), app key and secret there (8020), grant type known (8012),
 * both verify (8001, the same for an unknown key and a wrong secret), host fits (8030).
 */
final class TokenCalls {
    static final String ISSUE = "au10001";
    static final String REVOKE = "au10002";
    private static final String BEARER = "Bearer ";
    /** Measured: a token lives 24 hours, and as long as it lives the same one is answered. */
    private static final long LIFE_MS = TimeUnit.HOURS.toMillis(24);
    private static final String WRONG_TOKEN_REASON = "Token이 유효하지 않습니다";

    private final Engine engine;
    private final TokenDirectory tokens;
    private final KeyCheck keyCheck;
    private final CallLimits limits;

    TokenCalls(Engine engine, TokenDirectory tokens, ServerKey serverKey, CallLimits limits) {
        this.engine = engine;
        this.tokens = tokens;
        keyCheck = new KeyCheck(engine, tokens, serverKey);
        this.limits = limits;
    }

    void issue(Call call) {
        if (!call.text("grant_type").equals("client_credentials")) {
            call.error("8012");
            return;
        }
        withOwner(call, owner -> engine.commands().issueToken(owner.keyId(), LIFE_MS, LIFE_MS,
            reply(call, issueNumber -> answerToken(call, owner, (int) issueNumber))));
    }

    void revoke(Call call) {
        String sent = call.text("token");
        boolean withScheme = sent.regionMatches(true, 0, BEARER, 0, BEARER.length());
        String token = withScheme ? sent.substring(BEARER.length()).strip() : sent;
        withOwner(call, owner -> {
            Optional<LiveToken> live = tokens.find(Broker.KIWOOM, token);
            if (live.isEmpty() || live.get().owner().keyId() != owner.keyId()) {
                // Doubt: which number the broker gives for a token that is dead already or another key's.
                call.error("8015", WRONG_TOKEN_REASON);
                return;
            }
            engine.commands().revokeToken(owner.keyId(),
                reply(call, issueNumber -> call.answer(call.newAnswer(), Call.OK_MESSAGE)));
        });
    }

    private void withOwner(Call call, Consumer<KeyOwner> then) {
        if (!limits.admitsGuess(call)) {
            return;
        }
        keyCheck.verify(call, Broker.KIWOOM, call.text("appkey"), call.text("secretkey"), verdict -> {
            if (!verdict.proven()) {
                limits.guessed(call);
                call.error("8001");
                return;
            }
            KeyOwner owner = verdict.owner().orElseThrow();
            call.authenticated(owner);
            if (!KiwoomGateway.HOSTS.admits(call.exchange(), owner.environment())) {
                call.error("8030");
            } else if (limits.admits(call)) {
                then.accept(owner);
            }
        });
    }

    private void answerToken(Call call, KeyOwner owner, int issueNumber) {
        Optional<LiveToken> live = tokens.ofKey(owner.keyId()).filter(token -> token.issueNumber() == issueNumber);
        if (live.isEmpty()) {
            // Revoked between its issue and this answer.
            call.error("8009", WRONG_TOKEN_REASON);
            return;
        }
        // In the order in which the real host was seen to write the keys.
        String json = "{\"expires_dt\":\"" + KoreanTime.dateTime(live.get().expiresAtMs())
            + "\",\"return_msg\":\"" + Call.OK_MESSAGE + "\",\"token_type\":\"Bearer\",\"return_code\":0,\"token\":\""
            + tokens.text(live.get()) + "\"}";
        call.answer(json.getBytes(UTF_8));
    }

    private static Reply reply(Call call, LongConsumer issued) {
        return new TokenReply(call, issued, reject -> call.error("8009", reject.name()), () -> call.error("8009", "TIMEOUT"));
    }
}
