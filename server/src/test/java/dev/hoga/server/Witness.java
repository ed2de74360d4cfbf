package dev.hoga.server;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderStatus;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.engine.StateHash;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Everything a data folder holds, read by an engine of its own from a copy of the folder: the log as a witness against the
 * server.
 *
 * @param orders those of the trading date, by number
 * @param accounts those of clients, by account number
 * @param cashSumWon over all accounts, the house's own included: what conservation makes zero
 * @param sharesSum the same of held shares, over all instruments
 */
record Witness(StateHash hash, NavigableMap<Integer, Order> orders, Map<Long, Account> accounts, long cashSumWon, long sharesSum) {

    /** @param original the amended or cancelled order, or 0 */
    record Order(long accountNumber, OrderKind kind, Side side, OrderType type, String code, int original, int root,
        long orderedShares, long priceWon, OrderStatus status, long openShares, long filledShares, long filledAmountWon,
        long commissionWon, long taxWon) {
    }

    /** @param heldShares by code */
    record Account(long cashWon, Map<String, Long> heldShares) {
    }

    /** Reads all of it, on the core's thread. */
    static Witness read(BrokerageView view, StateHash hash) {
        var orders = new TreeMap<Integer, Order>();
        for (int number = 1; view.orderExists(number); number++) {
            orders.put(number, order(view, number));
        }
        var accounts = new HashMap<Long, Account>();
        long cashSumWon = 0;
        long sharesSum = 0;
        for (int id = 0; id < view.accountCount(); id++) {
            Account account = account(view, id);
            cashSumWon = Math.addExact(cashSumWon, account.cashWon);
            for (long shares : account.heldShares.values()) {
                sharesSum = Math.addExact(sharesSum, shares);
            }
            if (id >= view.firstClientAccount()) {
                accounts.put(view.accountNumber(id), account);
            }
        }
        return new Witness(hash, orders, accounts, cashSumWon, sharesSum);
    }

    private static Order order(BrokerageView view, int number) {
        return new Order(view.accountNumber(view.orderAccount(number)), view.orderKind(number), view.orderSide(number),
            view.orderType(number), Code.text(view.code(view.orderInstrument(number))), view.originalOrder(number),
            view.rootOrder(number), view.orderedShares(number), view.orderPriceWon(number), view.orderStatus(number),
            view.openShares(number), view.filledShares(number), view.filledAmountWon(number), view.orderCommissionWon(number),
            view.orderTaxWon(number));
    }

    private static Account account(BrokerageView view, int id) {
        var held = new HashMap<String, Long>();
        for (int slot = view.firstHolding(id); slot >= 0; slot = view.nextHolding(slot)) {
            if (view.heldShares(slot) != 0) {
                held.put(Code.text(view.code(view.holdingInstrument(slot))), view.heldShares(slot));
            }
        }
        return new Account(view.cashWon(id), held);
    }
}
