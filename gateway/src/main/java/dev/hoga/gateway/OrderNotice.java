package dev.hoga.gateway;

import dev.hoga.core.ReduceReason;

/**
 * Something has happened to an order of a client.
 *
 * @param change what happened
 * @param order the order right after that
 * @param instrument as it stood when the notice was made
 */
public record OrderNotice(AccountFacts account, int orderNumber, Change change, OrderFacts order,
    InstrumentFacts instrument, long timeMs) {

    /** What can happen to an order. */
    public sealed interface Change {
    }

    /** It was taken: a new order, an amendment or a cancellation. */
    public record Accepted() implements Change {
    }

    /** It traded. @param tradeNumber counts per instrument and day from 1 */
    public record Filled(long qtyShares, long priceWon, long tradeNumber) implements Change {
    }

    /** A part of it left the book without a trade. */
    public record Reduced(ReduceReason reason, long qtyShares) implements Change {
    }
}
