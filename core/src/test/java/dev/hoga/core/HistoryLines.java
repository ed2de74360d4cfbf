package dev.hoga.core;

import java.util.ArrayList;
import java.util.List;

/** Writes down what history is told, one line for each entry. */
final class HistoryLines implements HistoryListener {
    final List<String> lines = new ArrayList<>();
    private long next;

    HistoryLines(long first) {
        next = first;
    }

    /** What the brokerage keeps for history from the first entry not seen on. */
    List<String> takeFrom(BrokerageView view) {
        lines.clear();
        view.tellHistory(next, Integer.MAX_VALUE, this);
        return List.copyOf(lines);
    }

    private void add(long entry, String line) {
        if (entry != next++) {
            throw new IllegalStateException("entry " + entry + " instead of " + (next - 1));
        }
        lines.add(line);
    }

    @Override
    public void order(long entry, int date, int accountId, int orderNumber, int originalNumber, int rootNumber, OrderKind kind,
        int instrumentId, Side side, OrderType type, TimeInForce timeInForce, OrderStatus status, long qtyShares, long priceWon,
        long filledShares, long filledAmountWon, int loanDay, long acceptedAtMs) {
        add(entry, date + " order #" + orderNumber + " of " + originalNumber + " root " + rootNumber + " account " + accountId + " "
            + kind + " in " + instrumentId + " " + side + " " + type + " " + timeInForce + " " + status + " " + qtyShares + "@"
            + priceWon + " filled " + filledShares + " for " + filledAmountWon + (loanDay == FOR_CASH ? "" : " loan " + loanDay) + " at "
            + acceptedAtMs);
    }

    @Override
    public void foreignCash(long entry, int date, int accountId, Currency currency, long amount, long cash, long marketTimeMs) {
        add(entry, date + " " + currency + " account " + accountId + " " + amount + " now " + cash + " at " + marketTimeMs);
    }

    @Override
    public void fill(long entry, int date, int accountId, int orderNumber, int instrumentId, Side side, long qtyShares,
        long priceWon, long commissionWon, long taxWon, long tradeNumber, long cashWon, long marketTimeMs) {
        add(entry, date + " fill #" + orderNumber + " account " + accountId + " in " + instrumentId + " " + side + " " + qtyShares
            + "@" + priceWon + " commission " + commissionWon + " tax " + taxWon + " trade " + tradeNumber + " cash " + cashWon
            + " at " + marketTimeMs);
    }

    @Override
    public void cash(long entry, int date, int accountId, long amountWon, long cashWon, long marketTimeMs) {
        add(entry, date + " cash account " + accountId + " " + amountWon + " makes " + cashWon + " at " + marketTimeMs);
    }

    @Override
    public void goldWithdrawn(long entry, int date, int accountId, int instrumentId, long grams, long valueWon, long taxWon,
        long chargeWon, long cashWon, long marketTimeMs) {
        add(entry, date + " gold account " + accountId + " in " + instrumentId + " " + grams + " worth " + valueWon + " tax " + taxWon
            + " charge " + chargeWon + " makes " + cashWon + " at " + marketTimeMs);
    }

    @Override
    public void holding(long entry, int date, int accountId, int instrumentId, long qtyShares, long purchaseWon) {
        add(entry, date + " holding account " + accountId + " in " + instrumentId + " " + qtyShares + " for " + purchaseWon);
    }

    @Override
    public void minuteBar(long entry, int date, int instrumentId, long startMs, long openWon, long highWon, long lowWon,
        long closeWon, long volumeShares, long turnoverWon) {
        add(entry, date + " minute " + startMs + " of " + instrumentId + " " + openWon + " " + highWon + " " + lowWon + " "
            + closeWon + " volume " + volumeShares + " turnover " + turnoverWon);
    }

    @Override
    public void dayBar(long entry, int date, int instrumentId, long baseWon, long openWon, long highWon, long lowWon, long closeWon,
        long volumeShares, long turnoverWon) {
        add(entry, date + " day of " + instrumentId + " base " + baseWon + " " + openWon + " " + highWon + " " + lowWon + " "
            + closeWon + " volume " + volumeShares + " turnover " + turnoverWon);
    }

    @Override
    public void dayPurchase(long entry, int date, int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon,
        long commissionWon) {
        add(entry, date + " bought account " + accountId + " in " + instrumentId + " loan " + loanDay + " " + qtyShares + " for "
            + amountWon + " commission " + commissionWon);
    }

    @Override
    public void daySale(long entry, int date, int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon, long costWon,
        long purchaseCommissionWon, long commissionWon, long taxWon, long interestWon) {
        add(entry, date + " sold account " + accountId + " in " + instrumentId + " loan " + loanDay + " " + qtyShares + " for " + amountWon
            + " cost " + costWon + " and " + purchaseCommissionWon + " commission " + commissionWon + " tax " + taxWon + " interest "
            + interestWon);
    }

    @Override
    public void dayEnded(long entry, int date) {
        add(entry, date + " ended");
    }
}
