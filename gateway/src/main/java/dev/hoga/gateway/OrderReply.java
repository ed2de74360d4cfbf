package dev.hoga.gateway;

import dev.hoga.core.Reject;
import dev.hoga.engine.Reply;

/** Takes the core's answer to an order command on the core's thread and has it written on the network's. */
public abstract class OrderReply implements Reply, Runnable {
    private final BrokerCall call;
    private Reject reject;
    private long detail;
    private int orderNumber;
    private int rootNumber;
    private long qtyShares;

    protected OrderReply(BrokerCall call) {
        this.call = call;
    }

    /** Answers that the order was taken. On the network thread. */
    protected abstract void taken(int orderNumber, int rootNumber, long qtyShares);

    /** Answers that the order was refused. On the network thread. @param detail what {@link Reject} says */
    protected abstract void refused(Reject reject, long detail);

    @Override
    public final void accepted(long value) {
        throw new IllegalStateException("an order command is answered with an order");
    }

    @Override
    public final void orderAccepted(int newNumber, int newRoot, long newQty) {
        orderNumber = newNumber;
        rootNumber = newRoot;
        qtyShares = newQty;
        call.exchange().resume(this);
    }

    @Override
    public final void rejected(Reject newReject, long newDetail) {
        reject = newReject;
        detail = newDetail;
        call.exchange().resume(this);
    }

    @Override
    public final void overloaded() {
        call.exchange().resume(call::busy);
    }

    @Override
    public final void unknown() {
        call.exchange().resume(call::unknownOutcome);
    }

    @Override
    public final void run() {
        if (reject == null) {
            taken(orderNumber, rootNumber, qtyShares);
        } else {
            refused(reject, detail);
        }
    }
}
