package dev.hoga.participants;

import dev.hoga.core.OrderType;
import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;

/**
 * Sends the orders of one instrument. Gold is traded by limit orders alone: who would name no price names the one that comes
 * nearest.
 */
record Sender(ParticipantDesk desk, int instrument, boolean gold) {
    private static final long MOST_GOLD_GRAMS = 5_000;

    /** @return the order, or {@link ParticipantDesk#REFUSED} */
    long send(int trader, Side side, OrderType type, TimeInForce timeInForce, long shares, long priceWon) {
        if (!gold) {
            return desk.place(trader, instrument, side, type, timeInForce, shares, priceWon);
        }
        long bestWon = desk.bestWon(instrument, type == OrderType.BEST_OWN ? side : side.opposite());
        long wonFor = type.priced() ? priceWon : bestWon == 0 ? desk.lastWon(instrument) : bestWon;
        return desk.place(trader, instrument, side, OrderType.LIMIT, timeInForce, Math.min(shares, MOST_GOLD_GRAMS), wonFor);
    }
}
