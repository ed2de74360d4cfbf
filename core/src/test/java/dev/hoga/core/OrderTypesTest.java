package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Market, best-counter and best-own orders, immediate-or-cancel and fill-or-kill. Source: rules A3, A5. */
class OrderTypesTest {
    private final TradingFloor floor = new TradingFloor();
    private final int alice = floor.alice;
    private final int bob = floor.bob;

    private long[] bestPriceAndShares(Side side) {
        var prices = new long[1];
        var shares = new long[1];
        int levels = floor.view.copyDepth(0, side, prices, shares);
        return levels == 0 ? new long[0] : new long[] {prices[0], shares[0]};
    }

    // -- market ----------------------------------------------------------------------------------------------------------

    @Test
    void marketSellWithoutAskIsDeemedAtTheLastPrice() {
        floor.lastPrice(70_300);
        floor.sellMarket(bob, 5);
        assertArrayEquals(new long[] {70_300, 5}, bestPriceAndShares(Side.SELL));
        floor.buy(alice, 5, 70_800);
        assertEquals(70_300, floor.view.lastPriceWon(0));
    }

    @Test
    void marketSellIsDeemedATickBelowTheBestAskAlsoWhereLastIsLower() {
        floor.lastPrice(69_000);
        floor.sell(bob, 1, 71_000);
        floor.sellMarket(bob, 5);
        assertArrayEquals(new long[] {70_900, 5}, bestPriceAndShares(Side.SELL));
        floor.buyMarket(alice, 2);
        assertEquals(70_900, floor.view.lastPriceWon(0));
    }

    @Test
    void marketSellIsNotDeemedBelowTheLowerLimit() {
        floor.sell(bob, 1, 49_000);
        floor.sellMarket(bob, 5);
        assertArrayEquals(new long[] {49_000, 6}, bestPriceAndShares(Side.SELL));
    }

    @Test
    void marketSellTradesAtTheIncomingBidWhereThatIsBelowTheDeemedPrice() {
        floor.sell(bob, 1, 71_000);
        floor.sellMarket(bob, 5);
        floor.said();
        floor.buy(alice, 2, 66_000);
        assertEquals(List.of("NEW #3 BUY 2@66000", "fill #2 2@66000 left 3", "fill #3 2@66000 left 0"), floor.said());
    }

    @Test
    void marketBuyWithoutBidIsDeemedAtTheLastPrice() {
        floor.lastPrice(69_700);
        floor.buyMarket(alice, 5);
        assertArrayEquals(new long[] {69_700, 5}, bestPriceAndShares(Side.BUY));
        floor.sell(bob, 5, 69_000);
        assertEquals(69_700, floor.view.lastPriceWon(0));
    }

    @Test
    void marketBuyIsDeemedATickAboveTheBestBidAndNotAboveTheUpperLimit() {
        floor.buy(alice, 1, 69_000);
        floor.buyMarket(alice, 5);
        assertArrayEquals(new long[] {69_100, 5}, bestPriceAndShares(Side.BUY));
        floor.buy(alice, 1, 91_000);
        assertArrayEquals(new long[] {91_000, 6}, bestPriceAndShares(Side.BUY));
    }

    @Test
    void marketBuyTradesAtTheIncomingAskWhereThatIsAboveTheDeemedPrice() {
        floor.buy(alice, 1, 69_000);
        floor.buyMarket(alice, 5);
        floor.said();
        floor.sell(bob, 2, 74_000);
        assertEquals(List.of("NEW #3 SELL 2@74000", "fill #2 2@74000 left 3", "fill #3 2@74000 left 0"), floor.said());
    }

    /** No midpoint trades yet, so the last price is set off the grid by hand: a sell rounds down, a buy up. */
    @Test
    void deemedPriceMovesALastPriceOffTheGridToTheOrdersOwnSide() {
        var instrument = new Instrument(0, 1, "name", Market.KOSPI, InstrumentKind.STOCK, "", 0, 0, 1);
        instrument.base(70_000, 20_777);
        instrument.lastWon = 70_050;
        assertEquals(70_000, instrument.deemedWon(Side.SELL));
        assertEquals(70_100, instrument.deemedWon(Side.BUY));
        instrument.startDay(20_780);
        assertEquals(70_100, instrument.baseWon);
    }

    @Test
    void marketOrdersOutrankLimitOrdersWhateverTheTime() {
        floor.sell(bob, 1, 70_000);
        floor.sellMarket(bob, 1);
        floor.said();
        floor.buy(alice, 2, 70_000);
        assertEquals(List.of("NEW #3 BUY 2@70000", "fill #2 1@69900 left 0", "fill #3 1@69900 left 1",
            "fill #1 1@70000 left 0", "fill #3 1@70000 left 0"), floor.said());
    }

    @Test
    void marketSellAndLimitSellAtTheLowerLimitStandByTime() {
        var floor = new TradingFloor(10);
        floor.sell(bob, 1, 7);
        floor.sellMarket(bob, 1);
        floor.sell(bob, 1, 7);
        floor.said();
        floor.buy(alice, 3, 10);
        assertEquals(List.of("NEW #4 BUY 3@10", "fill #1 1@7 left 0", "fill #4 1@7 left 2",
            "fill #2 1@7 left 0", "fill #4 1@7 left 1", "fill #3 1@7 left 0", "fill #4 1@7 left 0"),
            floor.said());
    }

    @Test
    void marketBuyAndLimitBuyAtTheUpperLimitStandByTime() {
        var floor = new TradingFloor(10);
        floor.buyMarket(alice, 1);
        floor.buy(alice, 1, 13);
        floor.buyMarket(alice, 1);
        floor.said();
        floor.sell(bob, 3, 10);
        assertEquals(List.of("NEW #4 SELL 3@10", "fill #1 1@13 left 0", "fill #4 1@13 left 2",
            "fill #2 1@13 left 0", "fill #4 1@13 left 1", "fill #3 1@13 left 0", "fill #4 1@13 left 0"),
            floor.said());
    }

    @Test
    void marketMeetsMarketAtTheDeemedPriceOfTheEarlier() {
        floor.lastPrice(70_200);
        floor.sellMarket(bob, 2);
        floor.said();
        floor.buyMarket(alice, 3);
        assertEquals(List.of("NEW #4 BUY 3@0", "fill #3 2@70200 left 0", "fill #4 2@70200 left 1"), floor.said());
        assertArrayEquals(new long[] {70_200, 1}, bestPriceAndShares(Side.BUY));
    }

    @Test
    void marketOrderSweepsToTheLimitOfTheDay() {
        var floor = new TradingFloor(10);
        floor.sell(bob, 1, 10);
        floor.sell(bob, 1, 13);
        floor.said();
        floor.buyMarket(alice, 3);
        assertEquals(List.of("NEW #3 BUY 3@0", "fill #1 1@10 left 0", "fill #3 1@10 left 2",
            "fill #2 1@13 left 0", "fill #3 1@13 left 1"), floor.said());
    }

    // -- at once or not at all ---------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(value = OrderType.class, names = {"LIMIT", "MARKET", "BEST_COUNTER"})
    void immediateOrCancelTakesWhatIsThereAndCancelsTheRest(OrderType type) {
        floor.sell(bob, 2, 70_000);
        floor.said();
        floor.place(alice, Side.BUY, type, TimeInForce.IOC, 3, type == OrderType.LIMIT ? 70_000 : 0);
        assertEquals(List.of("NEW #2 BUY 3@" + (type == OrderType.MARKET ? 0 : 70_000), "fill #1 2@70000 left 0",
            "fill #2 2@70000 left 1", "NOT_FILLED_AT_ONCE #2 1 left 0"), floor.said());
        assertEquals(OrderStatus.CANCELLED, floor.view.orderStatus(2));
        assertEquals(0, floor.view.newestOpenOrder(alice));
    }

    @ParameterizedTest
    @EnumSource(value = OrderType.class, names = {"LIMIT", "MARKET", "BEST_COUNTER"})
    void fillOrKillFillsAllOrNothing(OrderType type) {
        floor.sell(bob, 2, 70_000);
        floor.sell(bob, 2, 70_100);
        floor.said();
        long price = type == OrderType.LIMIT ? 70_000 : 0;
        long found = type == OrderType.MARKET ? 0 : 70_000;
        long tooMany = type == OrderType.MARKET ? 5 : 3;
        floor.place(alice, Side.BUY, type, TimeInForce.FOK, tooMany, price);
        floor.place(alice, Side.BUY, type, TimeInForce.FOK, 2, price);
        assertEquals(List.of("NEW #3 BUY " + tooMany + "@" + found, "NOT_FILLED_AT_ONCE #3 " + tooMany + " left 0",
            "NEW #4 BUY 2@" + found, "fill #1 2@70000 left 0", "fill #4 2@70000 left 0"), floor.said());
    }

    @Test
    void fillOrKillCountsRestingMarketOrdersAndEveryLevelItReaches() {
        floor.sellMarket(bob, 1);
        floor.sell(bob, 1, 70_100);
        floor.sell(bob, 1, 70_200);
        floor.said();
        floor.place(alice, Side.BUY, OrderType.LIMIT, TimeInForce.FOK, 4, 70_200);
        floor.place(alice, Side.BUY, OrderType.LIMIT, TimeInForce.FOK, 3, 70_100);
        floor.place(alice, Side.BUY, OrderType.LIMIT, TimeInForce.FOK, 3, 70_200);
        assertEquals(List.of("NEW #4 BUY 4@70200", "NOT_FILLED_AT_ONCE #4 4 left 0",
            "NEW #5 BUY 3@70100", "NOT_FILLED_AT_ONCE #5 3 left 0",
            "NEW #6 BUY 3@70200", "fill #1 1@70000 left 0", "fill #6 1@70000 left 2", "fill #2 1@70100 left 0",
            "fill #6 1@70100 left 1", "fill #3 1@70200 left 0", "fill #6 1@70200 left 0"), floor.said());
    }

    @ParameterizedTest
    @EnumSource(value = TimeInForce.class, names = {"IOC", "FOK"})
    void refusesBestOwnAtOnce(TimeInForce timeInForce) {
        floor.place(alice, Side.BUY, OrderType.BEST_OWN, timeInForce, 1, 0);
        assertEquals(List.of("BAD_ORDER_TYPE"), floor.said());
    }

    @Test
    void leavesTheBookAsItWasWhereNothingFillsAtOnce() {
        long touched = floor.view.bookTimeMs(0);
        floor.core.placeOrder(500, 1, alice, TradingFloor.CODE, Venue.KRX, Side.BUY, OrderType.MARKET, TimeInForce.IOC, 1, 0);
        assertEquals(touched, floor.view.bookTimeMs(0));
        assertEquals(100_000_000, floor.view.orderableCashWon(alice));
    }

    // -- best counter, best own --------------------------------------------------------------------------------------------

    private long frozenPrice(Side side, OrderType type) {
        floor.said();
        int order = floor.place(side == Side.BUY ? alice : bob, side, type, TimeInForce.DAY, 1, 0);
        return floor.view.orderPriceWon(order);
    }

    @Test
    void bestCounterTakesTheOtherSidesBest() {
        floor.buy(alice, 5, 69_000);
        floor.sell(bob, 5, 71_000);
        assertEquals(71_000, frozenPrice(Side.BUY, OrderType.BEST_COUNTER));
        assertEquals(69_000, frozenPrice(Side.SELL, OrderType.BEST_COUNTER));
    }

    @Test
    void bestCounterWithoutCounterStepsATickInsideItsOwnBest() {
        floor.buy(alice, 1, 69_000);
        assertEquals(69_100, frozenPrice(Side.BUY, OrderType.BEST_COUNTER));
    }

    @Test
    void bestCounterSellWithoutBidStepsATickBelowTheBestAsk() {
        floor.sell(bob, 1, 71_000);
        assertEquals(70_900, frozenPrice(Side.SELL, OrderType.BEST_COUNTER));
    }

    @Test
    void bestCounterStaysInsideTheDaysLimits() {
        floor.buy(alice, 1, 91_000);
        assertEquals(91_000, frozenPrice(Side.BUY, OrderType.BEST_COUNTER));
        floor.cancel(alice, 1, 0);
        floor.cancel(alice, 2, 0);
        floor.sell(bob, 1, 49_000);
        assertEquals(49_000, frozenPrice(Side.SELL, OrderType.BEST_COUNTER));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void bestCounterAndBestOwnInAnEmptyBookTakeTheLastPrice(Side side) {
        floor.lastPrice(70_400);
        assertEquals(70_400, frozenPrice(side, OrderType.BEST_COUNTER));
        floor.cancel(side == Side.BUY ? alice : bob, 3, 0);
        assertEquals(70_400, frozenPrice(side, OrderType.BEST_OWN));
    }

    @Test
    void bestOwnTakesItsOwnSidesBestOrElseTheLastPrice() {
        floor.buy(alice, 1, 69_000);
        floor.sell(bob, 1, 71_000);
        assertEquals(69_000, frozenPrice(Side.BUY, OrderType.BEST_OWN));
        assertEquals(71_000, frozenPrice(Side.SELL, OrderType.BEST_OWN));
        floor.cancel(bob, 2, 0);
        floor.cancel(bob, 4, 0);
        assertEquals(70_000, frozenPrice(Side.SELL, OrderType.BEST_OWN));
    }

    @Test
    void keepsTheFrozenPriceWhileTheBookMovesOn() {
        floor.sell(bob, 1, 70_200);
        int order = floor.place(alice, Side.BUY, OrderType.BEST_COUNTER, TimeInForce.DAY, 2, 0);
        floor.sell(bob, 1, 70_500);
        assertEquals(70_200, floor.view.orderPriceWon(order));
        assertArrayEquals(new long[] {70_200, 1}, bestPriceAndShares(Side.BUY));
    }

    @Test
    void bestCounterFacingARestingMarketOrderTakesItsDeemedPrice() {
        floor.sell(bob, 1, 71_000);
        floor.sellMarket(bob, 2);
        assertEquals(70_900, frozenPrice(Side.BUY, OrderType.BEST_COUNTER));
        assertEquals(70_900, floor.view.lastPriceWon(0));
    }
}
