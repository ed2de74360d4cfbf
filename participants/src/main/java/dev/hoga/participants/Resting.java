package dev.hoga.participants;

import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Side;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import java.util.Arrays;

/** Orders that wait at their price until their owners lose patience: the newest takes the place of the oldest, which goes. */
final class Resting {
    /** The most that wait in one instrument. */
    static final int ORDERS = 32;

    private final ParticipantDesk desk;
    private final long[] orders;
    private int next;

    Resting(ParticipantDesk desk) {
        this(desk, ORDERS);
    }

    /** @param most how many there may be */
    Resting(ParticipantDesk desk, int most) {
        this.desk = desk;
        orders = new long[most];
    }

    /** Remembers an order. @return how many were cancelled for it */
    int add(long order) {
        if (desk.openShares(order) == 0) {
            return 0;
        }
        int cancelled = desk.cancel(orders[next]) ? 1 : 0;
        orders[next] = order;
        next = (next + 1) % orders.length;
        return cancelled;
    }

    /** Takes the oldest order away, where it still waits. @return how many */
    int dropOldest() {
        int cancelled = desk.cancel(orders[next]) ? 1 : 0;
        orders[next] = 0;
        next = (next + 1) % orders.length;
        return cancelled;
    }

    /** Takes those of a side away that are better than a price. @return how many */
    int withdrawBetter(Side side, long thanWon) {
        int cancelled = 0;
        for (int i = 0; i < orders.length; i++) {
            if (desk.openShares(orders[i]) != 0 && desk.side(orders[i]) == side) {
                long priceWon = desk.priceWon(orders[i]);
                boolean better = side == Side.BUY ? priceWon > thanWon : priceWon < thanWon;
                cancelled += better && desk.cancel(orders[i]) ? 1 : 0;
            }
        }
        return cancelled;
    }

    /** Takes all away. @return how many */
    int withdraw() {
        int cancelled = 0;
        for (int i = 0; i < orders.length; i++) {
            cancelled += desk.cancel(orders[i]) ? 1 : 0;
        }
        startDay();
        return cancelled;
    }

    /** Forgets orders of a day that is over. */
    void startDay() {
        Arrays.fill(orders, 0);
        next = 0;
    }

    void write(StateWriter out) {
        out.putLongs(orders, 0, orders.length);
        out.putLong(next);
    }

    void read(StateReader in) {
        in.getLongs(orders, 0, orders.length);
        next = (int) in.getLong();
    }
}
