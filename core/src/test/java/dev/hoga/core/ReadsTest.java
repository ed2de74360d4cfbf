package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** The view's lists and bounds; its numbers are proved where they come from. */
class ReadsTest {
    private final TradingFloor floor = new TradingFloor();
    private final BrokerageView view = floor.view;

    @Test
    void throwsForWhatDoesNotExist() {
        floor.core.registerKey(0, 1, floor.alice, Broker.KIS, Environment.MOCK, "key", "digest");
        floor.buy(floor.alice, 1, 69_000);
        List<IntConsumer> reads = List.of(view::code, view::basePriceWon, view::upperLimitWon, view::lastPriceWon, view::halted,
            id -> view.copyDepth(id, Side.BUY, new long[1], new long[1]), id -> view.tickWon(id, 100),
            view::accountNumber, view::accountName, view::cashWon, view::orderableCashWon, view::newestOrder,
            view::newestOpenOrder, view::openOrderCount, view::firstHolding, id -> view.affordableShares(id, 100, 100),
            id -> view.commissionWon(id, 100), view::nextHolding, view::heldShares, view::purchaseAmountWon,
            view::keyAccount, view::appKey, view::keyBroker, view::tokenIssueNumber, view::tokenExpiresAtMs,
            view::orderStatus, view::olderOrder, view::olderOpenOrder, view::orderTaxWon, view::orderPriceWon);
        for (int id : new int[] {-1, AccountTable.FIRST_CLIENT + 60, OrderTable.LAST_CLIENT_NUMBER, OrderTable.FIRST_HOUSE_NUMBER, Integer.MAX_VALUE}) {
            for (int read = 0; read < reads.size(); read++) {
                int number = read;
                assertThrows(IndexOutOfBoundsException.class, () -> reads.get(number).accept(id), "read " + read + " of " + id);
            }
        }
    }

    @Test
    void findsByName() {
        assertEquals(0, view.instrumentId(TradingFloor.CODE));
        assertEquals(-1, view.instrumentId(Code.pack("NOSUCH")));
        assertEquals(floor.alice, view.accountId(5_000_000_101L));
        assertEquals(-1, view.accountId(0));
        floor.core.registerKey(0, 1, floor.alice, Broker.KIS, Environment.MOCK, "key", "digest");
        assertEquals(0, view.keyId(Broker.KIS, "key"));
        assertEquals(-1, view.keyId(Broker.KIWOOM, "key"));
        assertFalse(view.orderExists(0));
    }

    @Test
    void copiesAsManyLevelsAsThereIsRoomForWithMarketOrdersAtTheirDeemedPrice() {
        floor.sell(floor.bob, 5, 70_300);
        floor.sell(floor.bob, 6, 70_400);
        floor.sell(floor.bob, 7, 70_500);
        floor.sellMarket(floor.bob, 2);
        var prices = new long[3];
        var shares = new long[3];
        assertEquals(3, view.copyDepth(0, Side.SELL, prices, shares));
        assertArrayEquals(new long[] {70_200, 70_300, 70_400}, prices);
        assertArrayEquals(new long[] {2, 5, 6}, shares);
        assertEquals(0, view.copyDepth(0, Side.SELL, new long[0], new long[0]));
        assertEquals(0, view.copyDepth(0, Side.BUY, prices, shares));
        assertEquals(20, view.totalShares(0, Side.SELL));
    }

    @Test
    void walksAnAccountsOrdersFromTheNewest() {
        for (int i = 0; i < 6; i++) {
            floor.buy(floor.alice, 1, 60_000 + i * 100);
        }
        floor.cancel(floor.alice, 2, 0);
        floor.cancel(floor.alice, 6, 0);
        floor.cancel(floor.alice, 5, 0);
        var open = new ArrayList<Integer>();
        for (int order = view.newestOpenOrder(floor.alice); order != 0; order = view.olderOpenOrder(order)) {
            open.add(order);
        }
        assertEquals(List.of(4, 3, 1), open);
        assertEquals(3, view.openOrderCount(floor.alice));
        assertEquals(9, view.newestOrder(floor.alice));
        assertEquals(8, view.olderOrder(9));
        assertEquals(0, view.olderOrder(1));
    }

    @Test
    void tellsTheLastFillAndTheDaysPrices() {
        floor.sell(floor.bob, 2, 70_100);
        floor.sell(floor.bob, 3, 70_400);
        int order = floor.buy(floor.alice, 4, 70_400);
        assertEquals(70_400, view.lastFillPriceWon(order));
        assertEquals(2, view.lastFillShares(order));
        assertEquals(2 * 70_100 + 2 * 70_400, view.filledAmountWon(order));
        floor.lastPrice(70_000);
        assertEquals(List.of(70_100L, 70_400L, 70_000L, 70_000L, 5L, 140_200L + 140_800 + 70_000),
            List.of(view.openPriceWon(0), view.highPriceWon(0), view.lowPriceWon(0), view.lastPriceWon(0), view.volumeShares(0),
                view.turnoverWon(0)));
    }

    @Test
    void addsUpWhatTakersOfEachSideHaveTradedUntilTheNextDay() {
        floor.sell(floor.bob, 2, 70_100);
        floor.sell(floor.bob, 3, 70_400);
        floor.core.tick(1_000);
        floor.buy(floor.alice, 4, 70_400);
        floor.core.tick(2_000);
        floor.sell(floor.alice, 1, 70_400);
        floor.buy(floor.bob, 5, 69_900);
        floor.core.tick(3_000);
        floor.sellMarket(floor.alice, 2);
        assertEquals(List.of(4L, 2L, 2L, 1L), takers());
        List<Long> times = List.of(TradingFloor.OPEN_MS + 1_000, TradingFloor.OPEN_MS + 1_000, TradingFloor.OPEN_MS + 3_000);
        assertEquals(times, times(view));
        var copy = new Brokerage(new EventLog(), ListState.of(floor.core)).view();
        assertEquals(List.of(4L, 2L), List.of(copy.takerShares(0, Side.BUY), copy.takerShares(0, Side.SELL)));
        assertEquals(times, times(copy));
        long turnoverWon = view.turnoverWon(0);
        floor.core.setMarketTime(4_000, 1, TradingFloor.OPEN_MS + 3 * TradingCalendar.DAY_MS);
        assertEquals(List.of(0L, 0L, 0L, 0L), takers());
        assertEquals(List.of(0L, 0L, 0L), times(view));
        assertEquals(2 * 70_100 + 2 * 70_400 + 2 * 69_900, turnoverWon);
        assertEquals(turnoverWon, view.previousTurnoverWon(0));
    }

    /** Shares bought and sold by takers, and in how many trades. */
    private List<Long> takers() {
        return List.of(view.takerShares(0, Side.BUY), view.takerShares(0, Side.SELL), view.takerTrades(0, Side.BUY),
            view.takerTrades(0, Side.SELL));
    }

    /** When the day's first, highest and lowest prices came. */
    private static List<Long> times(BrokerageView view) {
        return List.of(view.openTimeMs(0), view.highTimeMs(0), view.lowTimeMs(0));
    }

    @Test
    void packsAndUnpacksCodes() {
        for (String code : List.of("0", "005930", "0126Z0", "KRXGOLD1", "Z")) {
            assertEquals(code, Code.text(Code.pack(code)));
        }
        for (String none : List.of("", "123456789", "00593a", "00593 ", "가", "-1")) {
            assertEquals(0, Code.pack(none), none);
        }
    }
}
