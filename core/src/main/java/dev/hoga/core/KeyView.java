package dev.hoga.core;

/** What can be read of keys and tokens. */
public interface KeyView {

    /** The number of keys; their ids are 0 to this, exclusive. */
    int keyCount();

    /** The id of an app key of a broker, or -1. */
    int keyId(Broker broker, String appKey);

    Broker keyBroker(int keyId);

    Environment keyEnvironment(int keyId);

    String appKey(int keyId);

    String secretDigest(int keyId);

    int keyAccount(int keyId);

    /** Whether the account has another key in its place: this one is out of use for ever. */
    boolean keyRetired(int keyId);

    /** The number of the key's newest token, 0 before the first. */
    int tokenIssueNumber(int keyId);

    /** Host time. */
    long tokenIssuedAtMs(int keyId);

    /** Host time; a revoked token has expired at 0. */
    long tokenExpiresAtMs(int keyId);
}
