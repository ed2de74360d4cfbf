package dev.hoga.gateway;

import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.engine.Reply;
import java.util.function.Consumer;

/** Takes the core's answer to an order command on the core's thread and has it written on the network's. */
public final class OrderReply implements Reply {
    private final BrokerCall call;
    private final Consumer<Taken> taken;
    private final Refusal refusal;

    /**
     * An order, amendment or cancellation as the core has taken it.
     *
     * @param rootNumber the first order of its chain
     * @param side that of the order which it amends or cancels
     * @param timeMs market time of receipt
     */
    public record Taken(int orderNumber, int rootNumber, Side side, long qtyShares, long timeMs) {
    }

    /** How a broker says no. */
    @FunctionalInterface
    public interface Refusal {

        /** @param detail what {@link Reject} says */
        void answer(Reject reject, long detail);
    }

    /** @param taken answers that the order was taken @param refusal answers that it was refused; both on the network thread */
    public OrderReply(BrokerCall call, Consumer<Taken> taken, Refusal refusal) {
        this.call = call;
        this.taken = taken;
        this.refusal = refusal;
    }

    @Override
    public void accepted(long value) {
        throw new IllegalStateException("an order command is answered with an order");
    }

    @Override
    public void orderAccepted(int orderNumber, int rootNumber, Side side, long qtyShares, long marketTimeMs) {
        var order = new Taken(orderNumber, rootNumber, side, qtyShares, marketTimeMs);
        call.exchange().resume(() -> taken.accept(order));
    }

    @Override
    public void rejected(Reject reject, long detail) {
        call.exchange().resume(() -> refusal.answer(reject, detail));
    }

    @Override
    public void overloaded() {
        call.exchange().resume(call::busy);
    }

    @Override
    public void unknown() {
        call.exchange().resume(call::unknownOutcome);
    }
}
