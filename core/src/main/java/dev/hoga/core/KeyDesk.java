package dev.hoga.core;

/** Registers app keys, and issues and kills their tokens. */
final class KeyDesk {
    /** The longest life of a token: 90 days, as corporate clients have it. */
    private static final long MAX_TOKEN_LIFE_MS = 90 * TradingCalendar.DAY_MS;

    private final AccountTable accounts;
    private final KeyTable keys;
    private final CoreListener listener;

    KeyDesk(AccountTable accounts, KeyTable keys, CoreListener listener) {
        this.accounts = accounts;
        this.keys = keys;
        this.listener = listener;
    }

    void register(long correlationId, int account, Broker broker, Environment environment, String appKey, String secretDigest) {
        Reject reject = null;
        if (account < AccountTable.FIRST_CLIENT || account >= accounts.count()) {
            reject = Reject.UNKNOWN_ACCOUNT;
        } else if (accounts.isGold(account)) {
            reject = Reject.WRONG_PRODUCT;
        } else if (keys.id(broker, appKey) >= 0) {
            reject = Reject.ALREADY_EXISTS;
        } else if (appKey.isEmpty() || appKey.length() > Brokerage.MAX_NAME_LENGTH
            || secretDigest.length() > 2 * Brokerage.MAX_NAME_LENGTH || keys.count() == KeyTable.MAX_KEYS) {
            reject = Reject.OUT_OF_RANGE;
        }
        if (reject != null) {
            Answer.give(listener, correlationId, reject, 0);
            return;
        }
        int older = keys.current(account, broker, environment);
        if (older >= 0) {
            keys.retire(older);
            listener.keyRetired(older);
        }
        Answer.give(listener, correlationId, null, keys.add(broker, environment, appKey, secretDigest, account));
    }

    private boolean unknown(int key) {
        return key < 0 || key >= keys.count() || keys.retired(key);
    }

    void issueToken(long correlationId, int key, long hostMs, long lifeMs, long reuseMs) {
        if (unknown(key)) {
            Answer.give(listener, correlationId, Reject.UNKNOWN_KEY, 0);
            return;
        }
        if (lifeMs <= 0 || lifeMs > MAX_TOKEN_LIFE_MS || reuseMs < 0) {
            Answer.give(listener, correlationId, Reject.OUT_OF_RANGE, 0);
            return;
        }
        keys.issue(key, hostMs, lifeMs, reuseMs);
        listener.tokenIssued(key, keys.issueNumber(key), keys.issuedAtMs(key), keys.expiresAtMs(key));
        Answer.give(listener, correlationId, null, keys.issueNumber(key));
    }

    void revokeToken(long correlationId, int key) {
        if (unknown(key)) {
            Answer.give(listener, correlationId, Reject.UNKNOWN_KEY, 0);
            return;
        }
        keys.revoke(key);
        listener.tokenRevoked(key, keys.issueNumber(key));
        Answer.give(listener, correlationId, null, keys.issueNumber(key));
    }

    void revokeAllTokens(long correlationId, long hostMs) {
        int alive = 0;
        for (int key = 0; key < keys.count(); key++) {
            if (keys.alive(key, hostMs)) {
                alive++;
                keys.revoke(key);
                listener.tokenRevoked(key, keys.issueNumber(key));
            }
        }
        Answer.give(listener, correlationId, null, alive);
    }
}
