package dev.hoga.engine;

import dev.hoga.core.CoreListener;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** Writes down the names of some events. */
final class EventLog implements CoreListener {
    private final List<String> names = new ArrayList<>();

    synchronized List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public synchronized void commandAccepted(long correlationId, long value) {
        names.add("commandAccepted " + value);
    }

    @Override
    public synchronized void commandRejected(long correlationId, Reject reject, long detail) {
        names.add("commandRejected " + reject);
    }

    @Override
    public synchronized void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber,
        int rootNumber, OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares,
        long priceWon, long marketTimeMs) {
        names.add("orderAccepted");
    }

    @Override
    public synchronized void cashChanged(int accountId, long cashWon) {
        names.add("cashChanged " + cashWon);
    }
}
