package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;

/**
 * An order at one moment of its life.
 *
 * @param known false where the trading date had changed before anybody could ask: then only what is open and what has just been
 *     filled is known
 * @param originalNumber the order it amends or cancels, else 0
 * @param rootNumber the first order of the chain
 * @param qtyShares ordered, amended or cancelled
 * @param priceWon 0 for a market order
 * @param openShares still in the book
 * @param venue where it was sent
 * @param filledAmountWon the sum of price times shares over the fills
 */
public record OrderFacts(boolean known, int originalNumber, int rootNumber, OrderKind kind, Side side, OrderType type,
    TimeInForce timeInForce, long qtyShares, long priceWon, long openShares, long filledShares, long filledAmountWon,
    long commissionWon, long taxWon, Venue venue) {

    static OrderFacts read(BrokerageView view, int order) {
        return new OrderFacts(true, view.originalOrder(order), view.rootOrder(order), view.orderKind(order), view.orderSide(order),
            view.orderType(order), view.orderTimeInForce(order), view.orderedShares(order), view.orderPriceWon(order),
            view.openShares(order), view.filledShares(order), view.filledAmountWon(order), view.orderCommissionWon(order),
            view.orderTaxWon(order), view.orderVenue(order));
    }

    /** An order of a day that is over, of which nothing is known but some fills. */
    static OrderFacts gone(int order, Side side) {
        return new OrderFacts(false, 0, order, OrderKind.NEW, side, OrderType.LIMIT, TimeInForce.DAY, 0, 0, 0, 0, 0, 0, 0,
            Venue.KRX);
    }

    /** The same order after some fills, when so much is left open. */
    OrderFacts plus(OrderSums fills, long newOpenShares) {
        return new OrderFacts(known, originalNumber, rootNumber, kind, side, type, timeInForce, qtyShares, priceWon, newOpenShares,
            filledShares + fills.shares(), filledAmountWon + fills.amountWon(), commissionWon + fills.commissionWon(),
            taxWon + fills.taxWon(), venue);
    }

    /** The same order before some fills. */
    OrderFacts minus(OrderSums fills) {
        return plus(fills.negated(), openShares + fills.shares());
    }
}
