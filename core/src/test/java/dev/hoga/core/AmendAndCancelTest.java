package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amendments, cancellations and the chains of their numbers. Source: rules A3, Enforcement Rule art. 17. */
class AmendAndCancelTest {
    private final TradingFloor floor = new TradingFloor();
    private final BrokerageView view = floor.view;
    private final int alice = floor.alice;
    private final int bob = floor.bob;

    @Test
    void amendedOrderGoesBehindOthersAtItsNewPrice() {
        int amended = floor.buy(alice, 1, 68_000);
        floor.buy(bob, 1, 69_000);
        floor.amend(alice, amended, OrderType.LIMIT, 0, 69_000);
        floor.said();
        floor.sell(bob, 1, 69_000);
        assertEquals(List.of("NEW #4 SELL 1@69000", "fill #2 1@69000 left 0", "fill #4 1@69000 left 0"), floor.said());
    }

    @Test
    void refusesAnAmendmentToTheSamePrice() {
        int order = floor.buy(alice, 5, 69_000);
        floor.said();
        floor.amend(alice, order, OrderType.LIMIT, 0, 69_000);
        floor.amend(alice, order, OrderType.LIMIT, 3, 69_000);
        assertEquals(List.of("AMEND_CHANGES_NOTHING", "AMEND_CHANGES_NOTHING"), floor.said());
    }

    @Test
    void refusesToAmendAMarketOrderToAMarketOrder() {
        int order = floor.buyMarket(alice, 5);
        floor.said();
        floor.amend(alice, order, OrderType.MARKET, 0, 0);
        assertEquals(List.of("AMEND_CHANGES_NOTHING"), floor.said());
    }

    @Test
    void refusesMoreThanRemainsAndNamesWhatDoes() {
        int order = floor.buy(alice, 5, 69_000);
        floor.sell(bob, 2, 69_000);
        floor.said();
        floor.amend(alice, order, OrderType.LIMIT, 4, 69_100);
        floor.cancel(alice, order, 4);
        assertEquals(List.of("MORE_THAN_REMAINS 3", "MORE_THAN_REMAINS 3"), floor.said());
        assertEquals(3, view.openShares(order));
    }

    @Test
    void tradesAtOnceWhereTheNewPriceCrosses() {
        floor.sell(bob, 2, 70_000);
        int order = floor.buy(alice, 5, 69_000);
        floor.said();
        floor.amend(alice, order, OrderType.LIMIT, 0, 70_500);
        assertEquals(List.of("AMENDED #2 5 left 0", "AMEND #3 of #2 root #2 BUY 5@70500",
            "fill #1 2@70000 left 0", "fill #3 2@70000 left 3"), floor.said());
        assertEquals(OrderStatus.AMENDED, view.orderStatus(2));
        assertEquals(OrderStatus.PARTLY_FILLED, view.orderStatus(3));
    }

    @Test
    void amendsALimitOrderToAMarketOrderAndBack() {
        int order = floor.sell(bob, 5, 71_000);
        floor.said();
        int market = floor.amend(bob, order, OrderType.MARKET, 0, 0);
        int limit = floor.amend(bob, market, OrderType.LIMIT, 2, 70_500);
        assertEquals(List.of("AMENDED #1 5 left 0", "AMEND #2 of #1 root #1 SELL 5@0",
            "AMENDED #2 2 left 3", "AMEND #3 of #2 root #1 SELL 2@70500"), floor.said());
        assertEquals(OrderType.MARKET, view.orderType(market));
        assertEquals(OrderType.LIMIT, view.orderType(limit));
        assertEquals(995, view.sellableShares(floor.holding(bob)));
    }

    @Test
    void refusesToAmendOrCancelWhatIsDone() {
        int filled = floor.buy(alice, 1, 70_000);
        floor.sell(bob, 1, 70_000);
        int cancelled = floor.buy(alice, 1, 69_000);
        floor.cancel(alice, cancelled, 0);
        int amended = floor.buy(alice, 1, 69_000);
        floor.amend(alice, amended, OrderType.LIMIT, 0, 69_100);
        floor.said();
        for (int order : new int[] {filled, cancelled, amended}) {
            floor.amend(alice, order, OrderType.LIMIT, 0, 68_000);
            floor.cancel(alice, order, 0);
        }
        assertEquals(List.of("NOTHING_TO_AMEND", "NOTHING_TO_CANCEL", "NOTHING_TO_AMEND", "NOTHING_TO_CANCEL",
            "NOTHING_TO_AMEND", "NOTHING_TO_CANCEL"), floor.said());
    }

    @Test
    void doesNotKnowAnOrderOfAnotherAccountOrInstrument() {
        int order = floor.buy(alice, 1, 69_000);
        long other = Code.pack("000660");
        floor.list(other, InstrumentKind.STOCK, 1, 69_000);
        floor.said();
        floor.amend(bob, order, OrderType.LIMIT, 0, 69_100);
        floor.cancel(bob, order, 0);
        floor.core.amendOrder(0, 1, alice, other, Venue.KRX, order, OrderType.LIMIT, 0, 69_100);
        floor.core.cancelOrder(0, 1, alice, other, Venue.KRX, order, 0);
        floor.cancel(alice, order + 1, 0);
        floor.cancel(alice, 0, 0);
        floor.cancel(alice, -1, 0);
        assertEquals(Collections.nCopies(7, "UNKNOWN_ORDER"), floor.said());
    }

    @Test
    void takesTheInstrumentFromTheOriginalWhereNoneIsNamed() {
        int order = floor.buy(alice, 2, 69_000);
        floor.said();
        floor.core.amendOrder(0, 1, alice, Code.OF_ORIGINAL, Venue.KRX, order, OrderType.LIMIT, 1, 69_100);
        floor.core.cancelOrder(0, 1, alice, Code.OF_ORIGINAL, Venue.KRX, order, 0);
        assertEquals(List.of("AMENDED #1 1 left 1", "AMEND #2 of #1 root #1 BUY 1@69100", "CANCEL #3 of #1 root #1 BUY 1@69000",
            "CANCELLED #1 1 left 0"), floor.said());
        floor.core.amendOrder(0, 1, bob, Code.OF_ORIGINAL, Venue.KRX, order, OrderType.LIMIT, 0, 69_200);
        floor.core.cancelOrder(0, 1, alice, Code.OF_ORIGINAL, Venue.KRX, 4, 0);
        floor.core.placeOrder(0, 1, alice, Code.OF_ORIGINAL, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 69_000);
        assertEquals(List.of("UNKNOWN_ORDER", "UNKNOWN_INSTRUMENT", "UNKNOWN_INSTRUMENT"), floor.said());
    }

    @Test
    void doesNotAmendOrCancelACancellation() {
        int order = floor.buy(alice, 2, 69_000);
        int cancel = floor.cancel(alice, order, 1);
        floor.said();
        floor.amend(alice, cancel, OrderType.LIMIT, 0, 68_000);
        floor.cancel(alice, cancel, 0);
        assertEquals(List.of("ORIGINAL_IS_A_CANCEL", "ORIGINAL_IS_A_CANCEL"), floor.said());
        assertEquals(OrderStatus.DONE, view.orderStatus(cancel));
        assertEquals(OrderKind.CANCEL, view.orderKind(cancel));
        assertEquals(1, view.orderedShares(cancel));
        assertEquals(0, view.openShares(cancel));
    }

    @Test
    void partlyCancelledOrderKeepsItsPlaceInTheQueue() {
        int first = floor.buy(alice, 5, 69_000);
        floor.buy(bob, 5, 69_000);
        floor.cancel(alice, first, 3);
        floor.said();
        floor.sell(bob, 3, 69_000);
        assertEquals(List.of("NEW #4 SELL 3@69000", "fill #1 2@69000 left 0", "fill #4 2@69000 left 1",
            "fill #2 1@69000 left 4", "fill #4 1@69000 left 0"), floor.said());
        assertEquals(OrderStatus.FILLED, view.orderStatus(first));
    }

    @Test
    void chainsEveryAmendmentAndCancellationToItsOriginalAndItsRoot() {
        int root = floor.buy(alice, 10, 69_000);
        int second = floor.amend(alice, root, OrderType.LIMIT, 6, 69_100);
        int third = floor.amend(alice, second, OrderType.LIMIT, 0, 69_200);
        int fourth = floor.cancel(alice, third, 2);
        int fifth = floor.cancel(alice, root, 0);
        assertEquals(List.of(1, 2, 3, 4, 5), List.of(root, second, third, fourth, fifth));
        assertEquals(List.of(0, root, second, third, root), List.of(view.originalOrder(root), view.originalOrder(second),
            view.originalOrder(third), view.originalOrder(fourth), view.originalOrder(fifth)));
        for (int order = root; order <= fifth; order++) {
            assertEquals(root, view.rootOrder(order));
            assertEquals(order - 1, view.olderOrder(order));
        }
        assertEquals(fifth, view.newestOrder(alice));
        assertEquals(third, view.newestOpenOrder(alice));
        assertEquals(0, view.olderOpenOrder(third));
        assertEquals(4, view.openShares(third));
    }

    @Test
    void keepsTheMoneyOfAnAmendedBuyBoundOnceOnly() {
        int order = floor.buy(alice, 1_000, 99_000 - 8_000);
        assertEquals(100_000_000 - 91_000_000 - 13_650, view.orderableCashWon(alice));
        floor.said();
        floor.amend(alice, order, OrderType.LIMIT, 0, 90_000);
        assertEquals(100_000_000 - 90_000_000 - 13_500, view.orderableCashWon(alice));
        floor.amend(alice, 2, OrderType.LIMIT, 500, 91_000);
        assertEquals(100_000_000 - 45_000_000 - 6_750 - 45_500_000 - 6_820, view.orderableCashWon(alice));
    }

    @Test
    void refusesAnAmendmentThatCannotBePaidAndLeavesTheOrder() {
        int order = floor.buy(alice, 1_400, 70_000);
        floor.said();
        floor.amend(alice, order, OrderType.LIMIT, 0, 75_000);
        assertEquals(List.of("NOT_ENOUGH_CASH 1333"), floor.said());
        assertEquals(1_400, view.openShares(order));
        floor.amend(alice, order, OrderType.LIMIT, 100, 75_000);
        assertEquals(List.of("AMENDED #1 100 left 1300", "AMEND #2 of #1 root #1 BUY 100@75000"), floor.said());
    }

    @Test
    void honoursOnlyCancellationsWhileHalted() {
        int order = floor.buy(alice, 2, 69_000);
        floor.core.haltInstrument(0, 1, TradingFloor.CODE, true);
        floor.said();
        floor.buy(alice, 1, 69_000);
        floor.amend(alice, order, OrderType.LIMIT, 0, 68_000);
        floor.cancel(alice, order, 1);
        assertEquals(List.of("INSTRUMENT_HALTED", "INSTRUMENT_HALTED", "CANCEL #2 of #1 root #1 BUY 1@69000",
            "CANCELLED #1 1 left 1"), floor.said());
        floor.core.haltInstrument(0, 1, TradingFloor.CODE, false);
        floor.said();
        floor.sell(bob, 1, 69_000);
        assertEquals(List.of("NEW #3 SELL 1@69000", "fill #1 1@69000 left 0", "fill #3 1@69000 left 0"), floor.said());
    }

}
