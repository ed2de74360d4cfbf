package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Side;

/**
 * An account's cash on the three dates that settlement knows, as one read of the core has found it. Source: rules D2, D5.
 *
 * @param settledWon the deposit of the trading date
 * @param nextDayWon that of the next one
 * @param lastWon that of the one after, when all that has been traded is settled
 * @param orderableWon what a new order to buy may use, its commission included
 * @param paidBeforeWon what is paid on the next date for what was bought on the one before, costs included
 * @param receivedBeforeWon what comes in then for what was sold, without costs
 * @param assetsBeforeWon what cash and shares were worth when the date before ended
 */
public record DepositFacts(long settledWon, long nextDayWon, long lastWon, long orderableWon, long withdrawableWon,
    long paidBeforeWon, long receivedBeforeWon, long assetsBeforeWon) {

    public static DepositFacts read(BrokerageView view, int accountId) {
        return new DepositFacts(view.settledCashWon(accountId), view.nextDayCashWon(accountId), view.cashWon(accountId),
            view.orderableCashWon(accountId), view.withdrawableWon(accountId),
            Math.addExact(view.tradedBeforeWon(accountId, Side.BUY), view.costsBeforeWon(accountId, Side.BUY)),
            view.tradedBeforeWon(accountId, Side.SELL) - view.costsBeforeWon(accountId, Side.SELL),
            view.assetsBeforeWon(accountId));
    }

    /**
     * The margin in use: what open orders to buy have bound, and what was bought and is not paid yet.
     *
     * @param today what was traded on the trading date
     */
    public long marginWon(DayTrades today) {
        return Math.max(0, lastWon - orderableWon + paidBeforeWon + today.paidWon());
    }
}
