package dev.hoga.gateway;

import dev.hoga.core.Broker;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Environment;

/**
 * What never changes about a registered app key.
 *
 * @param goldAccountId the account's gold account, which is opened with it; -1 for none
 * @param accountNumber ten digits
 * @param htsId what the account's owner calls himself at KIS
 * @param secretDigest see {@link ServerKey#secretDigest}
 */
public record KeyOwner(int keyId, Broker broker, Environment environment, int accountId, int goldAccountId, long accountNumber,
    String htsId, String appKey, String secretDigest) {

    static KeyOwner read(BrokerageView view, int keyId) {
        int accountId = view.keyAccount(keyId);
        return new KeyOwner(keyId, view.keyBroker(keyId), view.keyEnvironment(keyId), accountId, view.goldAccount(accountId),
            view.accountNumber(accountId),
            view.htsId(accountId), view.appKey(keyId), view.secretDigest(keyId));
    }

    @Override
    public String toString() {
        // The rest must not reach a log.
        return "KeyOwner " + keyId;
    }
}
