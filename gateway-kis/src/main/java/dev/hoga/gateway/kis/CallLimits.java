package dev.hoga.gateway.kis;

import dev.hoga.engine.Engine;
import dev.hoga.gateway.Quota;
import dev.hoga.gateway.RateLimiter;

/** The broker's limits, in host time: calls of a key per second over all TRs, and one token a minute. */
final class CallLimits {
    private static final String TOO_MANY = "EGW00201";
    private static final String TOKEN_TOO_SOON = "EGW00133";
    private static final int SECOND_MS = 1_000;
    private static final Quota TOKENS = new Quota(1, 60_000);
    /** Our own: wrong key pairs from one address, which is what a guesser sends. */
    private static final Quota WRONG_KEY_PAIRS = new Quota(20, SECOND_MS);
    private static final String CALLS = "uapi";
    private static final String ISSUES = "tokenP";
    private static final String GUESSES = "guess";

    private final KisSettings settings;
    private final Engine engine;
    private final Quota live;
    private final Quota mock;
    private final RateLimiter limiter = new RateLimiter();

    CallLimits(KisSettings settings, Engine engine) {
        this.settings = settings;
        this.engine = engine;
        live = new Quota(settings.liveCallsPerSecond(), SECOND_MS);
        mock = new Quota(settings.mockCallsPerSecond(), SECOND_MS);
    }

    /** Counts a call of a known sender; answers it where it is one too many. */
    boolean admits(Call call) {
        if (!settings.limits() || limiter.allows(key(call), CALLS, call.mock() ? mock : live, engine.hostTimeMs())) {
            return true;
        }
        call.error(TOO_MANY);
        return false;
    }

    /**
     * Counts a token of a known sender; answers it where the last one was asked for less than a minute ago. Seen: that holds also
     * where the same token would come again.
     */
    boolean admitsToken(Call call) {
        if (!settings.tokenInterval() || limiter.allows(key(call), ISSUES, TOKENS, engine.hostTimeMs())) {
            return true;
        }
        call.error(TOKEN_TOO_SOON);
        return false;
    }

    /** Answers a call with a key pair where its sender has guessed too often. */
    boolean admitsGuess(Call call) {
        if (!settings.limits() || limiter.hasRoom(sender(call), GUESSES, WRONG_KEY_PAIRS, engine.hostTimeMs())) {
            return true;
        }
        call.error(TOO_MANY);
        return false;
    }

    /** Counts a wrong key pair. */
    void guessed(Call call) {
        limiter.allows(sender(call), GUESSES, WRONG_KEY_PAIRS, engine.hostTimeMs());
    }

    private static String key(Call call) {
        return "key " + call.owner().keyId();
    }

    private static String sender(Call call) {
        return "address " + call.exchange().remoteAddress();
    }
}
