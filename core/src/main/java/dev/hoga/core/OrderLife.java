package dev.hoga.core;

import static dev.hoga.core.OrderStatus.ACCEPTED;
import static dev.hoga.core.OrderStatus.AMENDED;
import static dev.hoga.core.OrderStatus.CANCELLED;
import static dev.hoga.core.OrderStatus.EXPIRED;
import static dev.hoga.core.OrderStatus.FILLED;
import static dev.hoga.core.OrderStatus.PARTLY_FILLED;

/** The life of an order: every legal transition, in one table. Anything else is a defect and stops the process. */
final class OrderLife {

    /** What can happen to an order that is in the book. */
    enum Event {
        /** A part fills, something stays. */
        FILL_PART,
        /** All that was left fills. */
        FILL_REST,
        /** All that was left is cancelled, by the client or because it did not fill at once. */
        CANCEL_REST,
        /** All that was left goes on under a new number. */
        AMEND_REST,
        /** The session ends. */
        EXPIRE
    }

    private static final OrderStatus[][] NEXT = {
        //                 FILL_PART      FILL_REST  CANCEL_REST  AMEND_REST  EXPIRE
        /* ACCEPTED      */ {PARTLY_FILLED, FILLED, CANCELLED, AMENDED, EXPIRED},
        /* PARTLY_FILLED */ {PARTLY_FILLED, FILLED, CANCELLED, AMENDED, EXPIRED},
        /* FILLED        */ {null, null, null, null, null},
        /* CANCELLED     */ {null, null, null, null, null},
        /* AMENDED       */ {null, null, null, null, null},
        /* EXPIRED       */ {null, null, null, null, null},
        /* DONE          */ {null, null, null, null, null},
    };

    private OrderLife() {
    }

    /**
     * The status after an event.
     *
     * @throws IllegalStateException where the table has no such transition
     */
    static OrderStatus next(OrderStatus status, Event event) {
        OrderStatus next = NEXT[status.ordinal()][event.ordinal()];
        if (next == null) {
            throw new IllegalStateException("no transition from " + status + " by " + event);
        }
        return next;
    }
}
