package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Code;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import org.junit.jupiter.api.Test;

/** What a client's large order does to the market. */
class LargeOrderTest {
    private static final long ACCOUNT_NUMBER = 5_000_000_101L;
    private static final int LEVELS = 10;
    private static final long HOUR_MS = 3_600_000;

    private final MarketStatistics events = new MarketStatistics(30);
    private final SimulatedDay day = new SimulatedDay(events, 30, 11, 100);
    private final int client;

    LargeOrderTest() {
        events.watch(day.view);
        day.core.openAccount(0, 1, ACCOUNT_NUMBER, "name", "hts", 150_000);
        client = day.view.accountId(ACCOUNT_NUMBER);
        day.core.moveCash(0, 1, client, 900_000_000_000_000L);
        day.run(0, HOUR_MS, 1_000, at -> { });
    }

    private long depth(int id, Side side) {
        var prices = new long[LEVELS];
        var shares = new long[LEVELS];
        int levels = day.view.copyDepth(id, side, prices, shares);
        long sum = 0;
        for (int i = 0; i < levels; i++) {
            sum += shares[i];
        }
        return sum;
    }

    private long ask(int id) {
        var prices = new long[1];
        day.view.copyDepth(id, Side.SELL, prices, new long[1]);
        return prices[0];
    }

    @Test
    void movesThePriceAndTheBookRefillsOverTime() {
        int id = day.view.instrumentId(Code.pack("000270"));
        long askBefore = ask(id);
        long depthBefore = depth(id, Side.SELL);
        long totalBefore = day.view.totalShares(id, Side.SELL);
        day.core.placeOrder(HOUR_MS, 1, client, Code.pack("000270"), Venue.KRX, Side.BUY, OrderType.MARKET, TimeInForce.IOC,
            totalBefore * 4 / 5, 0);
        long tick = day.view.tickWon(id, askBefore);
        long jumpedTo = day.view.lastPriceWon(id);
        assertTrue(jumpedTo >= askBefore + 5 * tick, "from " + askBefore + " to " + jumpedTo);
        assertEquals(totalBefore - totalBefore * 4 / 5, day.view.totalShares(id, Side.SELL));
        day.tickTo(HOUR_MS + 1_000);
        long soon = day.view.totalShares(id, Side.SELL);
        assertTrue(soon < totalBefore / 2, "after a second " + soon + " of " + totalBefore);
        day.run(HOUR_MS + 1_000, HOUR_MS + 60_000, 1_000, at -> { });
        long askAfterAMinute = ask(id);
        day.run(HOUR_MS + 60_000, HOUR_MS + 10 * 60_000, 1_000, at -> { });
        long later = depth(id, Side.SELL);
        System.out.printf("a buy of 80 %% of all asks moved the price from %d to %d; asks %d before, %d after a second; best ten %d "
            + "before, %d after ten minutes; asked after a minute %d, after ten %d%n", askBefore, jumpedTo, totalBefore, soon,
            depthBefore, later, askAfterAMinute, ask(id));
        assertTrue(later > depthBefore * 2 / 3, "after ten minutes " + later + " of " + depthBefore);
        assertTrue(askAfterAMinute > askBefore, "it left no trace: " + askAfterAMinute + " after " + askBefore);
        assertTrue(askAfterAMinute < jumpedTo, "nothing came back: " + askAfterAMinute + " after " + jumpedTo);
    }

    @Test
    void clientsMoneyAndSharesAreConservedAmongParticipants() {
        long cash = 0;
        var held = new long[day.view.instrumentCount()];
        for (int account = 0; account < day.view.accountCount(); account++) {
            cash += day.view.cashWon(account);
            assertTrue(account < 16 || day.view.orderableCashWon(account) >= 0, "account " + account);
            for (int slot = day.view.firstHolding(account); slot >= 0; slot = day.view.nextHolding(slot)) {
                held[day.view.holdingInstrument(slot)] += day.view.heldShares(slot);
                assertTrue(account < 16 || day.view.sellableShares(slot) >= 0, "account " + account);
            }
        }
        assertEquals(0, cash);
        for (long shares : held) {
            assertEquals(0, shares);
        }
    }
}
