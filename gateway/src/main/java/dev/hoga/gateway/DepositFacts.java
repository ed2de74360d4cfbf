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
 * @param loansWon what is borrowed to buy shares
 * @param loanFlowWon what loans of the trading date bring in, less what is paid back
 * @param worthWon cash of the last date, and all shares at their last price
 * @param paidBeforeWon what is paid on the next date for what was bought on the one before, costs included
 * @param receivedBeforeWon what comes in then for what was sold, without costs
 * @param onMargin whether it buys at the instruments' margin rates now
 * @param unpaidWon what was due and has not been paid, and what paying late costs
 * @param substituteWon what all shares held count as in place of cash
 * @param assetsBeforeWon what cash and shares were worth when the date before ended
 */
public record DepositFacts(long settledWon, long nextDayWon, long lastWon, long orderableWon, long withdrawableWon,
    boolean onMargin, long unpaidWon, long lateFeeWon, long substituteWon, long loansWon, long loanFlowWon, long worthWon,
    long paidBeforeWon, long receivedBeforeWon,
    long assetsBeforeWon) {
    private static final int ALL_PERCENT = 100;

    public static DepositFacts read(BrokerageView view, int accountId) {
        return new DepositFacts(view.settledCashWon(accountId), view.nextDayCashWon(accountId), view.cashWon(accountId),
            view.orderableCashWon(accountId), view.withdrawableWon(accountId), view.onMargin(accountId), view.unpaidWon(accountId),
            view.lateFeeWon(accountId), substituteWon(view, accountId), view.loansWon(accountId), view.loanFlowWon(accountId),
            worthWon(view, accountId),
            Math.addExact(view.tradedBeforeWon(accountId, Side.BUY), view.costsBeforeWon(accountId, Side.BUY))
                - Math.max(0, view.loanFlowBeforeWon(accountId)),
            view.tradedBeforeWon(accountId, Side.SELL) - view.costsBeforeWon(accountId, Side.SELL)
                + Math.min(0, view.loanFlowBeforeWon(accountId)),
            view.assetsBeforeWon(accountId));
    }

    /** A walk over the account's holdings, of which it has at most one for each instrument. */
    private static long substituteWon(BrokerageView view, int accountId) {
        long sum = 0;
        for (int slot = view.firstHolding(accountId); slot >= 0; slot = view.nextHolding(slot)) {
            if (!view.venue(view.holdingInstrument(slot)).overseas()) {
                sum = Math.addExact(sum, Math.multiplyExact(view.heldShares(slot), view.substitutePriceWon(view.holdingInstrument(slot))));
            }
        }
        return sum;
    }

    private static long worthWon(BrokerageView view, int accountId) {
        long sum = view.cashWon(accountId);
        for (int slot = view.firstHolding(accountId); slot >= 0; slot = view.nextHolding(slot)) {
            if (view.venue(view.holdingInstrument(slot)).overseas()) {
                continue;
            }
            long shares = view.heldShares(slot) + LoanFacts.read(view, slot).stream().mapToLong(LoanFacts::qtyShares).sum();
            sum = Math.addExact(sum, Math.multiplyExact(shares, view.lastPriceWon(view.holdingInstrument(slot))));
        }
        return sum;
    }

    /** What is paid for what was bought on the trading date, loans taken off. */
    public long paidWon(DayTrades today) {
        return today.paidWon() - Math.max(0, loanFlowWon);
    }

    /** What comes in for what was sold on the trading date, loans paid back taken off. */
    public long receivedWon(DayTrades today) {
        return today.receivedWon() + Math.min(0, loanFlowWon);
    }

    /** What stands behind the loans, in hundredths of a percent of them; 0 where there are none (담보비율). */
    public long collateralHundredths() {
        return Rates.hundredths(worthWon, loansWon);
    }

    /** The deposit of the trading date; what is owed is no deposit. */
    public long depositWon() {
        return Math.max(0, settledWon);
    }

    /** What can be bought of instruments at a margin rate; the same at all rates for an account that needs all of a price. */
    public long orderableWon(int marginPercent) {
        long won = Math.max(0, orderableWon);
        return onMargin ? Math.multiplyExact(won, ALL_PERCENT) / marginPercent : won;
    }

    /**
     * The margin in use: what open orders to buy have bound, and what was bought and is not paid yet.
     *
     * @param today what was traded on the trading date
     */
    public long marginWon(DayTrades today) {
        return Math.max(0, lastWon - orderableWon + paidBeforeWon + paidWon(today));
    }
}
