package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;

/**
 * What never changes about an account.
 *
 * @param number ten digits; a gold account tells that of the account whose product it is
 * @param htsId what its owner calls himself at KIS
 * @param gold whether it trades gold and nothing else
 */
public record AccountFacts(int id, long number, String name, String htsId, boolean gold) {

    static AccountFacts read(BrokerageView view, int id) {
        return new AccountFacts(id, view.accountNumber(view.accountOwner(id)), view.accountName(id), view.htsId(id),
            view.accountOwner(id) != id);
    }

    @Override
    public String toString() {
        // The rest must not reach a log.
        return "AccountFacts " + id;
    }
}
