package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;

/**
 * What never changes about an account.
 *
 * @param number ten digits
 * @param htsId what its owner calls himself at KIS
 */
public record AccountFacts(int id, long number, String name, String htsId) {

    static AccountFacts read(BrokerageView view, int id) {
        return new AccountFacts(id, view.accountNumber(id), view.accountName(id), view.htsId(id));
    }

    @Override
    public String toString() {
        // The rest must not reach a log.
        return "AccountFacts " + id;
    }
}
