package dev.hoga.gateway.kiwoom;

import dev.hoga.engine.Engine;
import dev.hoga.gateway.Quota;
import dev.hoga.gateway.RateLimiter;

/**
 * The broker's limits per second, in host time. Limits of an account or a group (1701, 1702) exist too; their values are not
 * known, so they are not applied.
 */
final class CallLimits {
    /** Live: five calls a second for each TR. Measured ("유량=5"). */
    private static final Quota LIVE = new Quota(5, 1_000);
    /** Mock: one call a second for each TR, of which two may come at once. Measured ("유량=1", a burst of about two). */
    private static final Quota MOCK = new Quota(2, 2_000);
    private static final int LIVE_RATE = 5;
    private static final int MOCK_RATE = 1;
    /** Our own: wrong key pairs from one address, which is what a guesser sends. */
    private static final Quota WRONG_KEY_PAIRS = new Quota(20, 1_000);
    private static final String GUESSES = "8001";

    private final boolean on;
    private final Engine engine;
    private final RateLimiter limiter = new RateLimiter();

    CallLimits(boolean on, Engine engine) {
        this.on = on;
        this.engine = engine;
    }

    /** Counts a call of a known sender; answers it where it is one too many. */
    boolean admits(Call call) {
        if (!on || limiter.allows("key " + call.owner().keyId(), call.apiId(), call.mock() ? MOCK : LIVE, engine.hostTimeMs())) {
            return true;
        }
        call.error("1700", call.mock() ? MOCK_RATE : LIVE_RATE, call.apiId());
        return false;
    }

    /** Answers a token call where its sender has guessed too often. */
    boolean admitsGuess(Call call) {
        if (!on || limiter.hasRoom(sender(call), GUESSES, WRONG_KEY_PAIRS, engine.hostTimeMs())) {
            return true;
        }
        call.error("1700", LIVE_RATE, call.apiId());
        return false;
    }

    /** Counts a wrong key pair. */
    void guessed(Call call) {
        limiter.allows(sender(call), GUESSES, WRONG_KEY_PAIRS, engine.hostTimeMs());
    }

    private static String sender(Call call) {
        return "address " + call.exchange().remoteAddress();
    }
}
