package dev.hoga.gateway;

import dev.hoga.core.Broker;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Environment;

/** What never changes about a registered app key. */
public record KeyOwner(int keyId, Broker broker, Environment environment, int accountId) {

    static KeyOwner read(BrokerageView view, int keyId) {
        return new KeyOwner(keyId, view.keyBroker(keyId), view.keyEnvironment(keyId), view.keyAccount(keyId));
    }
}
