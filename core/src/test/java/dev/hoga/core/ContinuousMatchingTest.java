package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Examples of continuous trading in one instrument: base 70,000, tick 100, limits 49,000 to 91,000. */
class ContinuousMatchingTest {
    private static final long CODE = Code.pack("005930");
    /** 2026-11-20 09:00:00 in Korea. */
    private static final long OPEN_MS = 1_795_132_800_000L;

    private final EventLog events = new EventLog();
    private final Brokerage core = new Brokerage(events);
    private int alice;
    private int bob;

    @BeforeEach
    void openTheMarket() {
        core.listInstrument(0, 1, CODE, "삼성전자", Market.KOSPI, InstrumentKind.STOCK, "electronics", 5_900_000_000L, 100, 1,
            70_000);
        alice = open(5_000_000_101L);
        bob = open(5_000_000_201L);
        core.startClock(0, 1, OPEN_MS, 1, false);
        events.take();
    }

    private int open(long accountNumber) {
        core.openAccount(0, 1, accountNumber, "name", "hts", 150_000);
        int account = core.view().accountId(accountNumber);
        core.moveCash(0, 1, account, 100_000_000);
        core.depositShares(0, 1, account, CODE, 1_000, 60_000);
        return account;
    }

    private int buy(int account, long shares, long priceWon) {
        place(account, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
        return events.lastOrder;
    }

    private int sell(int account, long shares, long priceWon) {
        place(account, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
        return events.lastOrder;
    }

    private void place(int account, Side side, OrderType type, TimeInForce timeInForce, long shares, long priceWon) {
        core.placeOrder(1, 1, account, CODE, Venue.KRX, side, type, timeInForce, shares, priceWon);
    }

    @Test
    void tradesAtTheEarlierOrdersPriceBestFirstThenByTime() {
        sell(bob, 5, 70_200);
        sell(bob, 3, 70_100);
        sell(bob, 4, 70_100);
        events.take();
        buy(alice, 10, 70_300);
        assertEquals(List.of("NEW #4 BUY 10@70300",
            "fill #2 3@70100 left 0", "fill #4 3@70100 left 7",
            "fill #3 4@70100 left 0", "fill #4 4@70100 left 3",
            "fill #1 3@70200 left 2", "fill #4 3@70200 left 0"), events.take());
    }

    @Test
    void restsAnUnfilledMarketOrderAtItsDeemedPriceOneTickBelowTheBestAsk() {
        sell(bob, 5, 70_500);
        place(bob, Side.SELL, OrderType.MARKET, TimeInForce.DAY, 2, 0);
        events.take();
        buy(alice, 3, 70_500);
        assertEquals(List.of("NEW #3 BUY 3@70500",
            "fill #2 2@70400 left 0", "fill #3 2@70400 left 1",
            "fill #1 1@70500 left 4", "fill #3 1@70500 left 0"), events.take());
    }

    @Test
    void fillsARestingMarketSellAtTheIncomingBidWhereThatIsLower() {
        place(bob, Side.SELL, OrderType.MARKET, TimeInForce.DAY, 2, 0);
        events.take();
        buy(alice, 1, 69_000);
        buy(alice, 1, 70_500);
        assertEquals(List.of("NEW #2 BUY 1@69000", "fill #1 1@69000 left 1", "fill #2 1@69000 left 0",
            "NEW #3 BUY 1@70500", "fill #1 1@69000 left 0", "fill #3 1@69000 left 0"), events.take());
    }

    @Test
    void freezesBestCounterAndBestOwnAtReceipt() {
        sell(bob, 1, 70_200);
        buy(alice, 1, 69_900);
        events.take();
        place(alice, Side.BUY, OrderType.BEST_COUNTER, TimeInForce.DAY, 3, 0);
        place(alice, Side.BUY, OrderType.BEST_OWN, TimeInForce.DAY, 1, 0);
        assertEquals(List.of("NEW #3 BUY 3@70200", "fill #1 1@70200 left 0", "fill #3 1@70200 left 2",
            "NEW #4 BUY 1@70200"), events.take());
    }

    @Test
    void cancelsWhatDoesNotFillAtOnce() {
        sell(bob, 2, 70_000);
        events.take();
        place(alice, Side.BUY, OrderType.LIMIT, TimeInForce.FOK, 3, 70_000);
        place(alice, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 3, 70_000);
        assertEquals(List.of("NEW #2 BUY 3@70000", "NOT_FILLED_AT_ONCE #2 3 left 0",
            "NEW #3 BUY 3@70000", "fill #1 2@70000 left 0", "fill #3 2@70000 left 1",
            "NOT_FILLED_AT_ONCE #3 1 left 0"), events.take());
    }

    @Test
    void givesTheAmendedPartANewTimeAndLeavesTheRestItsOwn() {
        int first = buy(alice, 10, 69_000);
        int second = buy(bob, 5, 69_000);
        events.take();
        core.amendOrder(1, 1, alice, CODE, Venue.KRX, first, OrderType.LIMIT, 4, 69_100);
        core.amendOrder(1, 1, alice, CODE, Venue.KRX, 3, OrderType.LIMIT, 0, 69_000);
        assertEquals(List.of("AMENDED #1 4 left 6", "AMEND #3 of #1 root #1 BUY 4@69100",
            "AMENDED #3 4 left 0", "AMEND #4 of #3 root #1 BUY 4@69000"), events.take());
        sell(bob, 12, 69_000);
        assertEquals(List.of("NEW #5 SELL 12@69000", "fill #1 6@69000 left 0", "fill #5 6@69000 left 6",
            "fill #2 5@69000 left 0", "fill #5 5@69000 left 1",
            "fill #4 1@69000 left 3", "fill #5 1@69000 left 0"), events.take());
        assertEquals(second, 2);
    }

    @Test
    void cancelsAPartWithoutLosingTime() {
        int order = buy(alice, 10, 69_000);
        events.take();
        core.cancelOrder(1, 1, alice, CODE, Venue.KRX, order, 4);
        core.cancelOrder(1, 1, alice, CODE, Venue.KRX, order, 0);
        core.cancelOrder(1, 1, alice, CODE, Venue.KRX, order, 0);
        core.cancelOrder(1, 1, alice, CODE, Venue.KRX, 2, 0);
        assertEquals(List.of("CANCEL #2 of #1 root #1 BUY 4@69000", "CANCELLED #1 4 left 6",
            "CANCEL #3 of #1 root #1 BUY 6@69000", "CANCELLED #1 6 left 0",
            "NOTHING_TO_CANCEL", "ORIGINAL_IS_A_CANCEL"), events.take());
    }

    @Test
    void namesTheSharesThatCouldBeBoughtOrSold() {
        buy(alice, 2_000, 70_000);
        sell(bob, 1_001, 70_000);
        assertEquals(List.of("NOT_ENOUGH_CASH 1428", "NOT_ENOUGH_SHARES 1000"), events.take());
    }
}
