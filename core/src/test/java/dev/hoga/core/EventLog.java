package dev.hoga.core;

import java.util.ArrayList;
import java.util.List;

/** Writes down what the core says, one short line each. */
final class EventLog implements CoreListener {
    private final List<String> lines = new ArrayList<>();
    int lastOrder;

    /** What was said since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    @Override
    public void commandAccepted(long correlationId, long value) {
        lines.add("ok " + value);
    }

    @Override
    public void commandRejected(long correlationId, Reject reject, long detail) {
        lines.add(reject + (detail == 0 ? "" : " " + detail));
    }

    @Override
    public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
        OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
        long marketTimeMs) {
        lastOrder = orderNumber;
        lines.add(kind + " #" + orderNumber + (originalNumber == 0 ? "" : " of #" + originalNumber + " root #" + rootNumber)
            + " " + side + " " + qtyShares + "@" + priceWon);
    }

    @Override
    public void orderFilled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon,
        long remainingShares, long commissionWon, long taxWon, long tradeNumber, long marketTimeMs) {
        lines.add("fill #" + orderNumber + " " + qtyShares + "@" + priceWon + " left " + remainingShares);
    }

    @Override
    public void indicesChanged(long marketTimeMs) {
        lines.add("indices");
    }

    @Override
    public void sidecarChanged(Side side, boolean begun, long marketTimeMs) {
        lines.add("sidecar " + side + (begun ? " begins" : " ends"));
    }

    @Override
    public void orderReduced(int accountId, int orderNumber, int instrumentId, ReduceReason reason, long qtyShares,
        long remainingShares, long marketTimeMs) {
        lines.add(reason + " #" + orderNumber + " " + qtyShares + " left " + remainingShares);
    }
}
