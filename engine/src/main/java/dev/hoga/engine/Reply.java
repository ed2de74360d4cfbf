package dev.hoga.engine;

import dev.hoga.core.Reject;
import dev.hoga.core.Side;

/**
 * Takes the answer to one command: exactly one method is called, once, on the core's thread (or on the caller's own where
 * the command was never sent). An implementation hands over and returns.
 */
public interface Reply {

    /** Applied; {@code value} is what the command's description in {@link dev.hoga.core.CoreCommands} says. */
    void accepted(long value);

    /** An order, amendment or cancellation was applied. @param marketTimeMs when */
    default void orderAccepted(int orderNumber, int rootNumber, Side side, long qtyShares, long marketTimeMs) {
        accepted(orderNumber);
    }

    /** Refused; nothing was changed. */
    void rejected(Reject reject, long detail);

    /** Never sent, because too many commands are under way; nothing was changed and nothing will be. */
    void overloaded();

    /** Sent, and no answer seen in time: it may or may not have been applied. Never resubmitted. */
    void unknown();
}
