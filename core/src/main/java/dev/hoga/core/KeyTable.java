package dev.hoga.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** App keys and the life of their tokens, in host time. A token itself is derived elsewhere from key id and issue number. */
final class KeyTable {
    /** The most keys. */
    static final int MAX_KEYS = 4_000_000;

    /** What a token that was revoked has for an end. */
    private static final long REVOKED = 0;

    private Broker[] broker = new Broker[16];
    private Environment[] environment = new Environment[16];
    private String[] appKey = new String[16];
    private String[] secretDigest = new String[16];
    private int[] account = new int[16];
    private int[] issueNumber = new int[16];
    private long[] issuedAtMs = new long[16];
    private long[] expiresAtMs = new long[16];
    private boolean[] retired = new boolean[16];
    private int count;
    /** Looked up, never iterated. */
    private final Map<String, Integer> idByKey = new HashMap<>();
    /** The key that an account has for a broker and an environment; looked up, never iterated. */
    private final Map<Long, Integer> currentBySeat = new HashMap<>();

    private static String index(Broker broker, String appKey) {
        return broker.name() + ' ' + appKey;
    }

    private static long seat(int account, Broker broker, Environment environment) {
        return ((long) account << 2) + (broker.ordinal() << 1) + environment.ordinal();
    }

    /** The key that an account has for a broker and an environment, or -1. */
    int current(int keyAccount, Broker keyBroker, Environment keyEnvironment) {
        return currentBySeat.getOrDefault(seat(keyAccount, keyBroker, keyEnvironment), -1);
    }

    /** The id of a broker's app key, or -1. */
    int id(Broker keyBroker, String key) {
        return idByKey.getOrDefault(index(keyBroker, key), -1);
    }

    int add(Broker keyBroker, Environment keyEnvironment, String key, String digest, int keyAccount) {
        if (count == broker.length) {
            grow(count * 2);
        }
        broker[count] = keyBroker;
        environment[count] = keyEnvironment;
        appKey[count] = key;
        secretDigest[count] = digest;
        account[count] = keyAccount;
        idByKey.put(index(keyBroker, key), count);
        currentBySeat.put(seat(keyAccount, keyBroker, keyEnvironment), count);
        return count++;
    }

    private void grow(int capacity) {
        broker = Arrays.copyOf(broker, capacity);
        environment = Arrays.copyOf(environment, capacity);
        appKey = Arrays.copyOf(appKey, capacity);
        secretDigest = Arrays.copyOf(secretDigest, capacity);
        account = Arrays.copyOf(account, capacity);
        issueNumber = Arrays.copyOf(issueNumber, capacity);
        issuedAtMs = Arrays.copyOf(issuedAtMs, capacity);
        expiresAtMs = Arrays.copyOf(expiresAtMs, capacity);
        retired = Arrays.copyOf(retired, capacity);
    }

    /** Issues the next token, or leaves the living one where it may be answered again. */
    void issue(int id, long nowMs, long lifeMs, long reuseMs) {
        boolean alive = nowMs < expiresAtMs[id];
        if (!alive || nowMs - issuedAtMs[id] >= reuseMs) {
            issueNumber[id]++;
            issuedAtMs[id] = nowMs;
            expiresAtMs[id] = nowMs + lifeMs;
        }
    }

    void revoke(int id) {
        expiresAtMs[id] = REVOKED;
    }

    /** Takes a key out of use for ever, and its token with it. */
    void retire(int id) {
        revoke(id);
        retired[id] = true;
    }

    boolean retired(int id) {
        return retired[id];
    }

    boolean alive(int id, long nowMs) {
        return nowMs < expiresAtMs[id];
    }

    int count() {
        return count;
    }

    Broker broker(int id) {
        return broker[id];
    }

    Environment environment(int id) {
        return environment[id];
    }

    String appKey(int id) {
        return appKey[id];
    }

    String secretDigest(int id) {
        return secretDigest[id];
    }

    int account(int id) {
        return account[id];
    }

    int issueNumber(int id) {
        return issueNumber[id];
    }

    long issuedAtMs(int id) {
        return issuedAtMs[id];
    }

    long expiresAtMs(int id) {
        return expiresAtMs[id];
    }

    void write(StateWriter out) {
        out.putLong(count);
        for (int id = 0; id < count; id++) {
            out.putLong(broker[id].ordinal());
            out.putLong(environment[id].ordinal());
            out.putString(appKey[id]);
            out.putString(secretDigest[id]);
            out.putLong(account[id]);
            out.putLong(issueNumber[id]);
            out.putLong(issuedAtMs[id]);
            out.putLong(expiresAtMs[id]);
            out.putLong(retired[id] ? 1 : 0);
        }
    }

    void read(StateReader in) {
        int size = (int) in.getLong();
        for (int id = 0; id < size; id++) {
            add(Broker.of((int) in.getLong()), Environment.of((int) in.getLong()), in.getString(), in.getString(),
                (int) in.getLong());
            issueNumber[id] = (int) in.getLong();
            issuedAtMs[id] = in.getLong();
            expiresAtMs[id] = in.getLong();
            retired[id] = in.getLong() == 1;
        }
    }
}
