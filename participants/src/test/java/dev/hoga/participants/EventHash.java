package dev.hoga.participants;

import dev.hoga.core.CoreListener;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.ReduceReason;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;

/** Folds every public event, and every order and fill of a client, with all its arguments into one number. */
final class EventHash implements CoreListener {
    private long hash;
    private long events;

    long value() {
        return hash;
    }

    long events() {
        return events;
    }

    private void add(long... values) {
        events++;
        for (long value : values) {
            hash = Dice.mix(hash ^ value) + 0x9E37_79B9_7F4A_7C15L;
        }
    }

    @Override
    public void commandAccepted(long correlationId, long value) {
        // what a test does is no part of the day
    }

    @Override
    public void commandRejected(long correlationId, Reject reject, long detail) {
        throw new IllegalStateException("refused: " + reject);
    }

    @Override
    public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
        OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
        long marketTimeMs) {
        add(1, accountId, orderNumber, instrumentId, side.ordinal(), qtyShares, priceWon, marketTimeMs);
    }

    @Override
    public void orderFilled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon,
        long remainingShares, long commissionWon, long taxWon, long tradeNumber, long marketTimeMs) {
        add(2, accountId, orderNumber, instrumentId, side.ordinal(), qtyShares, priceWon, remainingShares, tradeNumber,
            marketTimeMs);
    }

    @Override
    public void orderReduced(int accountId, int orderNumber, int instrumentId, ReduceReason reason, long qtyShares,
        long remainingShares, long marketTimeMs) {
        add(3, accountId, orderNumber, instrumentId, reason.ordinal(), qtyShares, remainingShares, marketTimeMs);
    }

    @Override
    public void traded(int instrumentId, long tradeNumber, Side takerSide, long priceWon, long qtyShares, long marketTimeMs) {
        add(4, instrumentId, tradeNumber, takerSide.ordinal(), priceWon, qtyShares, marketTimeMs);
    }

    @Override
    public void auctionTraded(int instrumentId, long tradeNumber, long priceWon, long qtyShares, long marketTimeMs) {
        add(7, instrumentId, tradeNumber, priceWon, qtyShares, marketTimeMs);
    }

    @Override
    public void bookChanged(int instrumentId, long marketTimeMs) {
        add(5, instrumentId, marketTimeMs);
    }

    @Override
    public void tradingDateChanged(int epochDay, long marketTimeMs) {
        add(6, epochDay, marketTimeMs);
    }
}
