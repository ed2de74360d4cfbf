package dev.hoga.participants;

import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;
import java.util.Arrays;

/** Orders that wait at their price until their owners lose patience: the newest takes the place of the oldest, which goes. */
final class Resting {
    /** The most that wait in one instrument. */
    static final int ORDERS = 32;

    private final ParticipantDesk desk;
    private final long[] orders = new long[ORDERS];
    private int next;

    Resting(ParticipantDesk desk) {
        this.desk = desk;
    }

    /** Remembers an order. @return how many were cancelled for it */
    int add(long order) {
        if (desk.openShares(order) == 0) {
            return 0;
        }
        int cancelled = desk.cancel(orders[next]) ? 1 : 0;
        orders[next] = order;
        next = (next + 1) % ORDERS;
        return cancelled;
    }

    /** Takes the oldest order away, where it still waits. @return how many */
    int dropOldest() {
        int cancelled = desk.cancel(orders[next]) ? 1 : 0;
        orders[next] = 0;
        next = (next + 1) % ORDERS;
        return cancelled;
    }

    /** Takes all away. @return how many */
    int withdraw() {
        int cancelled = 0;
        for (int i = 0; i < ORDERS; i++) {
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
        out.putLongs(orders, 0, ORDERS);
        out.putLong(next);
    }

    void read(StateReader in) {
        in.getLongs(orders, 0, ORDERS);
        next = (int) in.getLong();
    }
}
