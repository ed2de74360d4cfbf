package dev.hoga.gateway;

import dev.hoga.core.Phase;
import dev.hoga.core.ReduceReason;
import dev.hoga.core.Side;
import dev.hoga.core.Venue;
import java.util.Optional;

/** An event that somebody waits for, until the facts around it are read. */
sealed interface FeedEvent {

    int instrumentId();

    /** @param takerSide empty for the trade of an auction */
    record Trade(int instrumentId, long tradeNumber, Optional<Side> takerSide, long priceWon, long qtyShares, long timeMs)
        implements FeedEvent {

        long amountWon() {
            return priceWon * qtyShares;
        }
    }

    /** A venue's session has a new phase; of no instrument. */
    record PhaseChange(Venue venue, Phase phase, long timeMs) {
    }

    /** Events of an account, whose order among each other must stay. */
    sealed interface OfAccount extends FeedEvent {

        int accountId();
    }

    /** Events of an order. */
    sealed interface OfOrder extends OfAccount {

        int orderNumber();

        long timeMs();

        /** Shares in the book right after the event. */
        long openShares();

        OrderNotice.Change change();

        /** What the event adds to the order's fills. */
        default OrderSums fills() {
            return OrderSums.NONE;
        }
    }

    /** @param facts what the event itself tells of the order */
    record Accepted(int accountId, int orderNumber, int instrumentId, OrderFacts facts, long timeMs) implements OfOrder {

        @Override
        public long openShares() {
            return facts.openShares();
        }

        @Override
        public OrderNotice.Change change() {
            return new OrderNotice.Accepted();
        }
    }

    record Filled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon, long openShares,
        long commissionWon, long taxWon, long tradeNumber, long timeMs) implements OfOrder {

        @Override
        public OrderNotice.Change change() {
            return new OrderNotice.Filled(qtyShares, priceWon, tradeNumber);
        }

        @Override
        public OrderSums fills() {
            return new OrderSums(qtyShares, priceWon * qtyShares, commissionWon, taxWon);
        }
    }

    record Reduced(int accountId, int orderNumber, int instrumentId, ReduceReason reason, long qtyShares, long openShares,
        long timeMs) implements OfOrder {

        @Override
        public OrderNotice.Change change() {
            return new OrderNotice.Reduced(reason, qtyShares);
        }
    }

    /** A holding after a fill. */
    record Holding(int accountId, int instrumentId, Side side, long qtyShares, long purchaseWon, long timeMs) implements OfAccount {
    }
}
