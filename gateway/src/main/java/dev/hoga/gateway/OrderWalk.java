package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.engine.Engine;

/**
 * Walks an account's orders of the trading date, newest first. A read looks at a bounded number of orders, so the core is never
 * held up; a long walk goes on in another read, from the order looked at last, which stays where it is however the market moves.
 */
public final class OrderWalk {
    /** Orders looked at in one read. */
    public static final int ORDERS_PER_READ = 1_000;

    private final Engine engine;

    public OrderWalk(Engine engine) {
        this.engine = engine;
    }

    /** What looks at the orders, on the core's thread. It is not used by two threads at once. Order 0 is none. */
    public interface Visitor {

        /** Where the walk begins. */
        int first(BrokerageView view);

        /** Takes note of an order. @return whether the walk goes on */
        boolean visit(BrokerageView view, int order);

        /** Whether it looks at orders overseas, and at no others; else at no overseas ones. */
        default boolean overseas() {
            return false;
        }

        /** The order after this one, which may have been filled or cancelled since it was looked at. */
        int next(BrokerageView view, int order);
    }

    /** @param at the order to look at next, 0 when the walk is over */
    private record Place(int tradingDate, int at) {
    }

    /** Walks to the end and goes on, on the call's own network thread. Where the trading date changes on the way, it ends. */
    public void walk(BrokerCall call, Visitor visitor, Runnable then) {
        call.read(engine, view -> step(view, new Place(view.tradingDate(), visitor.first(view)), visitor),
            place -> goOn(call, place, visitor, then));
    }

    private void goOn(BrokerCall call, Place place, Visitor visitor, Runnable then) {
        if (place.at == 0) {
            then.run();
        } else {
            call.read(engine, view -> step(view, place, visitor), next -> goOn(call, next, visitor, then));
        }
    }

    private static Place step(BrokerageView view, Place from, Visitor visitor) {
        if (view.tradingDate() != from.tradingDate) {
            // The numbers mean other orders now.
            return new Place(from.tradingDate, 0);
        }
        int at = from.at;
        for (int looked = 0; at != 0 && looked < ORDERS_PER_READ; looked++) {
            boolean meant = view.venue(view.orderInstrument(at)).overseas() == visitor.overseas();
            at = !meant || visitor.visit(view, at) ? visitor.next(view, at) : 0;
        }
        return new Place(from.tradingDate, at);
    }
}
