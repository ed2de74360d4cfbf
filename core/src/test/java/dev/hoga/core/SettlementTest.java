package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cash by the days on which trades are settled. Source: rules D2, D5. */
class SettlementTest {
    private final TradingFloor floor = new TradingFloor();
    private final BrokerageView view = floor.view;
    private final int alice = floor.alice;

    @AfterEach
    void balances() {
        var audit = new Audit(view);
        audit.conservation();
        audit.accounts();
    }

    /** Deposits of D, D+1, D+2, and what can be taken out. */
    private List<Long> deposits(int account) {
        return List.of(view.settledCashWon(account), view.nextDayCashWon(account), view.cashWon(account),
            view.withdrawableWon(account));
    }

    /** The floor opens on a Friday. @param days from there */
    private void goTo(int days, int hours) {
        floor.core.setMarketTime(0, 1, TradingFloor.OPEN_MS + days * TradingCalendar.DAY_MS + hours * 3_600_000L);
        floor.said();
    }

    @Test
    void settlesOnTheSecondTradingDateAfterTheTrade() {
        floor.sell(floor.bob, 10, 70_000);
        floor.buy(alice, 10, 70_000);
        long after = 100_000_000 - 700_000 - 100;
        assertEquals(List.of(100_000_000L, 100_000_000L, after, after), deposits(alice));
        goTo(3, 1);
        assertEquals(List.of(100_000_000L, after, after, after), deposits(alice));
        goTo(4, 1);
        assertEquals(List.of(after, after, after, after), deposits(alice));
    }

    @Test
    void paysOutProceedsOnlyWhenTheyAreSettled() {
        floor.buy(floor.bob, 1_000, 70_000);
        floor.sell(alice, 1_000, 70_000);
        long net = 70_000_000 - 10_500 - 140_000;
        assertEquals(List.of(100_000_000L, 100_000_000L, 100_000_000 + net, 100_000_000L), deposits(alice));
        assertEquals(100_000_000 + net, view.orderableCashWon(alice));
        floor.said();
        floor.core.moveCash(0, 1, alice, -100_000_001);
        assertEquals(List.of("NOT_ENOUGH_CASH"), floor.said());
        goTo(4, 1);
        floor.core.moveCash(0, 1, alice, -100_000_001);
        assertEquals(List.of("ok " + (net - 1)), floor.said());
    }

    /** Buys for 690,100 and sells for 698,500 on one day are one movement of 8,400. */
    @Test
    void netsWhatADayComesTo() {
        floor.sell(floor.bob, 10, 69_000);
        floor.buy(alice, 10, 69_000);
        floor.buy(floor.bob, 10, 70_000);
        floor.sell(alice, 10, 70_000);
        goTo(3, 1);
        assertEquals(List.of(690_000L, 100L, 700_000L, 1_500L), before(alice));
        assertEquals(8_400, view.nextDayCashWon(alice) - view.settledCashWon(alice));
        goTo(4, 1);
        assertEquals(List.of(0L, 0L, 0L, 0L), before(alice));
        assertEquals(List.of(100_008_400L, 100_008_400L, 100_008_400L, 100_008_400L), deposits(alice));
    }

    private List<Long> before(int account) {
        return List.of(view.tradedBeforeWon(account, Side.BUY), view.costsBeforeWon(account, Side.BUY),
            view.tradedBeforeWon(account, Side.SELL), view.costsBeforeWon(account, Side.SELL));
    }

    /** Money in and out is there at once, on every date. */
    @Test
    void movesCashOnAllDates() {
        floor.sell(floor.bob, 10, 70_000);
        floor.buy(alice, 10, 70_000);
        floor.core.moveCash(0, 1, alice, -1_000_000);
        assertEquals(List.of(99_000_000L, 99_000_000L, 98_299_900L, 98_299_900L), deposits(alice));
    }

    @Test
    void jumpOverManyDatesSettlesEachOnItsOwn() {
        floor.sell(floor.bob, 10, 70_000);
        floor.buy(alice, 10, 70_000);
        goTo(30, 1);
        assertEquals(List.of(99_299_900L, 99_299_900L, 99_299_900L, 99_299_900L), deposits(alice));
        assertEquals(List.of(0L, 0L, 0L, 0L), before(alice));
    }

    /** Of what is held, what was bought on the last two dates is not delivered yet. */
    @Test
    void deliversSharesWithTheCash() {
        floor.sell(floor.bob, 10, 70_000);
        floor.buy(alice, 10, 70_000);
        assertEquals(1_000, view.settledShares(floor.holding(alice)));
        assertEquals(1_010, view.sellableShares(floor.holding(alice)));
        goTo(3, 1);
        floor.sell(alice, 4, 70_000);
        floor.buy(floor.bob, 4, 70_000);
        assertEquals(1_000, view.settledShares(floor.holding(alice)));
        goTo(4, 1);
        assertEquals(1_010, view.settledShares(floor.holding(alice)));
        goTo(5, 1);
        assertEquals(1_006, view.settledShares(floor.holding(alice)));
    }
}
