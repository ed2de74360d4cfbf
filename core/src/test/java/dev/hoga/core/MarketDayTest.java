package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The course of market time through a floor's brokerage. Source: DESIGN section 3. */
class MarketDayTest {
    private static final long HOUR_MS = 3_600_000L;
    private static final long OPEN_MS = TradingFloor.OPEN_MS;
    private static final long CLOSE_MS = OPEN_MS + 6 * HOUR_MS + HOUR_MS / 2;
    private static final long CLOSING_AUCTION_MS = CLOSE_MS - 10 * 60_000;
    private static final long NXT_OPEN_MS = OPEN_MS + 30_000;
    private static final long ROLL_MS = OPEN_MS + 22 * HOUR_MS + HOUR_MS / 2;
    private static final long MONDAY_OPEN_MS = OPEN_MS + 3 * TradingCalendar.DAY_MS;
    private static final int FRIDAY = TradingCalendar.day(OPEN_MS);
    /** When Friday's closing auction, and Monday's opening auction, end with the seed that nobody has set. */
    private static final long CLOSED_MS = CLOSE_MS + SessionPlan.of(Venue.KRX, FRIDAY, 0, 0).randomMs(4, 0, FRIDAY);
    private static final long MONDAY_OPENED_MS =
        MONDAY_OPEN_MS + SessionPlan.of(Venue.KRX, FRIDAY + 3, 0, 0).randomMs(2, 0, FRIDAY + 3);

    private final TradingFloor floor = new TradingFloor();
    private final Brokerage core = floor.core;
    private final BrokerageView view = floor.view;
    private final FullEventLog full = new FullEventLog();

    /** The floor's brokerage once more, telling all it says. */
    private Brokerage listening() {
        return new Brokerage(full, ListState.of(core));
    }

    // -- running, standing, speeding ---------------------------------------------------------------------------------------

    @Test
    void runsAsFastAsHostTime() {
        assertEquals(OPEN_MS + 1_234, view.marketTimeMs(1_234));
        core.tick(5_000);
        assertEquals(OPEN_MS + 5_000, view.marketTimeMs(0));
        assertEquals(OPEN_MS + 6_000, view.marketTimeMs(6_000));
    }

    @Test
    void neverRunsBackward() {
        core.tick(10_000);
        core.tick(3_000);
        core.setSpeed(4_000, 1, 1);
        assertEquals(OPEN_MS + 10_000, view.marketTimeMs(0));
        assertEquals(OPEN_MS + 11_000, view.marketTimeMs(11_000));
        floor.said();
        core.setMarketTime(11_000, 1, OPEN_MS + 10_999);
        assertEquals(List.of("CLOCK_BACKWARD"), floor.said());
    }

    @Test
    void runsFasterFromTheMomentItIsToldTo() {
        core.setSpeed(1_000, 1, 60);
        assertEquals(OPEN_MS + 1_000 + 60 * 400, view.marketTimeMs(1_400));
        core.setSpeed(2_000, 1, 1);
        assertEquals(OPEN_MS + 1_000 + 60_000 + 10, view.marketTimeMs(2_010));
        assertEquals(1, view.speed());
    }

    @Test
    void standsWhileFrozenAndRunsOnFromThere() {
        core.setFrozen(1_000, 1, true);
        assertEquals(OPEN_MS + 1_000, view.marketTimeMs(900_000));
        assertEquals(Long.MAX_VALUE, view.nextTickDueMs());
        assertTrue(view.frozen());
        core.setFrozen(1_000_000, 1, false);
        assertEquals(OPEN_MS + 1_000 + 5, view.marketTimeMs(1_000_005));
    }

    @Test
    void doesNotCountTheTimeItWasDown() {
        core.tick(1_000);
        core.resumeClock(10 * HOUR_MS);
        assertEquals(OPEN_MS + 1_000, view.marketTimeMs(10 * HOUR_MS));
        assertEquals(OPEN_MS + 1_007, view.marketTimeMs(10 * HOUR_MS + 7));
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
    }

    @Test
    void resumesAFrozenClockFrozen() {
        core.setFrozen(1_000, 1, true);
        core.resumeClock(HOUR_MS);
        assertTrue(view.frozen());
        assertEquals(OPEN_MS + 1_000, view.marketTimeMs(2 * HOUR_MS));
    }

    @Test
    void keepsHostTimeRunningForTokensWhileFrozen() {
        core.setFrozen(0, 1, true);
        core.registerKey(0, 1, floor.alice, Broker.KIWOOM, Environment.LIVE, "key", "digest");
        core.issueToken(1_000, 1, 0, 500, 500);
        assertEquals(1_500, view.tokenExpiresAtMs(0));
        core.issueToken(1_499, 1, 0, 500, 500);
        assertEquals(1, view.tokenIssueNumber(0));
        core.issueToken(1_500, 1, 0, 500, 500);
        assertEquals(2, view.tokenIssueNumber(0));
    }

    // -- when a tick is due --------------------------------------------------------------------------------------------------

    @Test
    void saysWhenATickIsDue() {
        assertEquals(NXT_OPEN_MS - OPEN_MS, view.nextTickDueMs());
        core.tick(NXT_OPEN_MS - OPEN_MS);
        assertEquals(CLOSING_AUCTION_MS - OPEN_MS, view.nextTickDueMs());
        core.tick(CLOSING_AUCTION_MS - OPEN_MS - 1);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
        assertEquals(CLOSING_AUCTION_MS - OPEN_MS, view.nextTickDueMs());
        core.tick(CLOSING_AUCTION_MS - OPEN_MS);
        assertEquals(Phase.CLOSING_AUCTION, view.phase(Venue.KRX));
        assertEquals(CLOSE_MS - OPEN_MS, view.nextTickDueMs());
    }

    @Test
    void saysWhenATickIsDueAtAnotherSpeed() {
        core.tick(NXT_OPEN_MS - OPEN_MS);
        core.setSpeed(NXT_OPEN_MS - OPEN_MS, 1, 7);
        assertEquals(NXT_OPEN_MS - OPEN_MS + Math.ceilDiv(CLOSING_AUCTION_MS - NXT_OPEN_MS, 7L), view.nextTickDueMs());
        core.tick(view.nextTickDueMs() - 1);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
        core.tick(view.nextTickDueMs());
        assertEquals(Phase.CLOSING_AUCTION, view.phase(Venue.KRX));
    }

    @Test
    void hasNoTickDueBeforeItsClockHasStarted() {
        assertEquals(Long.MAX_VALUE, new Brokerage(full).view().nextTickDueMs());
    }

    @Test
    void neverShowsAReaderATimeWhoseEventsAreYetToCome() {
        core.tick(NXT_OPEN_MS - OPEN_MS);
        assertEquals(CLOSING_AUCTION_MS, view.marketTimeMs(100 * HOUR_MS));
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
    }

    // -- the day ---------------------------------------------------------------------------------------------------------------

    @Test
    void runsEveryTimerOfAJumpInOrderAtItsOwnTime() {
        Brokerage heard = listening();
        heard.setMarketTime(1_000, 9, MONDAY_OPEN_MS + 60_000);
        List<String> krx = full.take().stream().filter(line -> !line.contains("NXT") && !line.contains("GOLD")).toList();
        assertEquals(List.of("phase KRX CLOSING_AUCTION at " + CLOSING_AUCTION_MS, "phase KRX CLOSE_PRICE_ENTRY at " + CLOSED_MS,
            "phase KRX CLOSE_PRICE at " + (CLOSE_MS + 10 * 60_000), "phase KRX AFTER_MARKET at " + (CLOSE_MS + HOUR_MS / 2),
            "phase KRX CLOSED at " + (OPEN_MS + 11 * HOUR_MS), "date " + (FRIDAY + 3) + " at " + ROLL_MS,
            "phase KRX PRE_OPEN at " + (MONDAY_OPEN_MS - HOUR_MS / 2),
            "phase KRX OPENING_AUCTION at " + (MONDAY_OPEN_MS - HOUR_MS / 3), "phase KRX CONTINUOUS at " + MONDAY_OPENED_MS,
            "accepted 9 " + (MONDAY_OPEN_MS + 60_000)), krx);
        assertEquals(MONDAY_OPEN_MS + 60_000 + 100, heard.view().marketTimeMs(1_100));
    }

    @Test
    void keepsNxtsTimeBesideKrxs() {
        Brokerage heard = listening();
        heard.setMarketTime(1_000, 9, MONDAY_OPEN_MS + 60_000);
        List<String> nxt = full.take().stream().filter(line -> line.contains("NXT")).toList();
        long opened = CLOSE_MS + 10 * 60_000 + SessionPlan.of(Venue.NXT, FRIDAY, 0, 0).randomMs(5, 0, FRIDAY);
        assertEquals(List.of("phase NXT MAIN at " + NXT_OPEN_MS, "phase NXT PAUSE at " + CLOSING_AUCTION_MS,
            "phase NXT AFTER_MARKET_AUCTION at " + CLOSE_MS, "phase NXT AFTER_MARKET at " + opened,
            "phase NXT CLOSED at " + (OPEN_MS + 11 * HOUR_MS), "phase NXT PRE_MARKET at " + (MONDAY_OPEN_MS - HOUR_MS),
            "phase NXT PAUSE at " + (MONDAY_OPEN_MS - HOUR_MS / 6), "phase NXT MAIN at " + (MONDAY_OPEN_MS + 30_000)), nxt);
        assertEquals(Phase.MAIN, heard.view().phase(Venue.NXT));
        assertEquals(Phase.CLOSED, heard.view().phase(Venue.SOR));
    }

    @Test
    void jumpsWhileFrozenAndStaysFrozen() {
        core.setFrozen(0, 1, true);
        core.setMarketTime(1_000, 1, CLOSING_AUCTION_MS);
        assertEquals(CLOSING_AUCTION_MS, view.marketTimeMs(5_000));
        assertEquals(Phase.CLOSING_AUCTION, view.phase(Venue.KRX));
        assertTrue(view.frozen());
    }

    @Test
    void jumpsToWhereItStandsAndNotTooFar() {
        floor.said();
        core.setMarketTime(0, 1, OPEN_MS);
        core.setMarketTime(0, 1, OPEN_MS + ClockJump.MAX_MS + 1);
        core.setMarketTime(0, 1, Long.MAX_VALUE);
        core.setMarketTime(0, 1, Long.MIN_VALUE);
        assertEquals(List.of("ok " + OPEN_MS, "OUT_OF_RANGE", "OUT_OF_RANGE", "CLOCK_BACKWARD"), floor.said());
    }

    @Test
    void expiresOrdersAtTheCloseAndTellsOfTheBook() {
        floor.sellMarket(floor.bob, 3);
        floor.sell(floor.bob, 2, 71_000);
        floor.sell(floor.bob, 1, 70_900);
        core.tick(CLOSED_MS - OPEN_MS - 1);
        Brokerage heard = listening();
        heard.tick(CLOSED_MS - OPEN_MS);
        assertEquals(List.of("phase KRX CLOSE_PRICE_ENTRY at " + CLOSED_MS,
            "reduced account " + floor.bob + " # 1 in 0 EXPIRED 3 left 0 at " + CLOSED_MS,
            "reduced account " + floor.bob + " # 3 in 0 EXPIRED 1 left 0 at " + CLOSED_MS,
            "reduced account " + floor.bob + " # 2 in 0 EXPIRED 2 left 0 at " + CLOSED_MS, "book 0 at " + CLOSED_MS), full.take());
        assertEquals(OrderStatus.EXPIRED, heard.view().orderStatus(1));
        assertEquals(1_000, heard.view().sellableShares(floor.holding(floor.bob)));
        assertEquals(0, heard.view().newestOpenOrder(floor.bob));
        assertEquals(0, heard.view().totalShares(0, Side.SELL));
    }

    @Test
    void beginsATradingDateAnew() {
        floor.sell(floor.bob, 30, 71_500);
        floor.buy(floor.alice, 20, 71_500);
        floor.buy(floor.alice, 1, 60_000);
        core.setMarketTime(0, 1, ROLL_MS - 1);
        assertEquals(FRIDAY, view.tradingDate());
        assertEquals(71_500, view.openPriceWon(0));
        assertTrue(view.orderExists(3));
        core.setMarketTime(0, 1, ROLL_MS);
        assertEquals(FRIDAY + 3, view.tradingDate());
        assertEquals(71_500, view.basePriceWon(0));
        assertEquals(71_500, view.lastPriceWon(0));
        assertEquals(92_900, view.upperLimitWon(0));
        assertEquals(50_100, view.lowerLimitWon(0));
        assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L), List.of(view.openPriceWon(0), view.highPriceWon(0), view.lowPriceWon(0),
            view.volumeShares(0), view.turnoverWon(0), view.bookTimeMs(0)));
        assertEquals(20, view.previousVolumeShares(0));
        assertFalse(view.orderExists(1));
        assertEquals(0, view.newestOrder(floor.alice));
        int holding = floor.holding(floor.alice);
        assertEquals(List.of(0L, 0L, 20L, 0L), List.of(view.boughtTodayShares(holding), view.soldTodayShares(holding),
            view.boughtYesterdayShares(holding), view.soldYesterdayShares(holding)));
        assertEquals(20, view.soldYesterdayShares(floor.holding(floor.bob)));
        core.setMarketTime(0, 1, MONDAY_OPEN_MS);
        assertEquals(1, floor.buy(floor.alice, 1, 71_000));
        core.setMarketTime(0, 1, MONDAY_OPEN_MS + TradingCalendar.DAY_MS);
        assertEquals(0, view.boughtYesterdayShares(holding));
        assertEquals(0, view.previousVolumeShares(0));
    }

    @Test
    void skipsHolidays() {
        core.declareHoliday(0, 1, FRIDAY + 3);
        core.declareHoliday(0, 1, FRIDAY + 3);
        core.declareHoliday(0, 1, FRIDAY);
        assertEquals(List.of("ok 1", "ok 0", "OUT_OF_RANGE"), floor.said());
        core.setMarketTime(0, 1, ROLL_MS);
        assertEquals(FRIDAY + 4, view.tradingDate());
    }

    @Test
    void taxesByTheYearOfTheTradingDate() {
        var events = new EventLog();
        var old = new Brokerage(events);
        old.listInstrument(0, 1, TradingFloor.CODE, "", Market.KOSPI, InstrumentKind.STOCK, "", 1, 1, 1, 70_000);
        old.startClock(0, 1, TradingCalendar.startMs(20_453) + 10 * HOUR_MS, 1, true);
        assertEquals(150, old.view().saleTaxWon(0, 100_000));
        old.setMarketTime(0, 1, TradingCalendar.businessStartMs(20_454));
        assertEquals(200, old.view().saleTaxWon(0, 100_000));
    }

    @Test
    void startsInTheMiddleOfADayWithThePhaseOfThatTime() {
        var events = new FullEventLog();
        new Brokerage(events).startClock(0, 4, CLOSE_MS + 1, 1, false);
        assertEquals(List.of("date " + FRIDAY + " at " + (CLOSE_MS + 1), "phase KRX CLOSE_PRICE_ENTRY at " + (CLOSE_MS + 1),
            "phase NXT AFTER_MARKET_AUCTION at " + (CLOSE_MS + 1), "phase GOLD CLOSED at " + (CLOSE_MS + 1), "accepted 4 " + (CLOSE_MS + 1)), events.take());
    }

    @Test
    void startsOnAWeekendWithTheNextTradingDate() {
        var events = new FullEventLog();
        var weekend = new Brokerage(events);
        weekend.startClock(0, 4, ROLL_MS + HOUR_MS, 1, false);
        assertEquals(List.of("date " + (FRIDAY + 3) + " at " + (ROLL_MS + HOUR_MS), "accepted 4 " + (ROLL_MS + HOUR_MS)),
            events.take());
        assertEquals(MONDAY_OPEN_MS - HOUR_MS - ROLL_MS - HOUR_MS, weekend.view().nextTickDueMs());
    }

    // -- long work in slices ---------------------------------------------------------------------------------------------------

    private void manyOrders(int count) {
        for (int i = 0; i < count; i++) {
            floor.buy(TradingFloor.SCRIPTED, 1, 50_000 + 100 * (i % 100));
        }
        floor.said();
    }

    @Test
    void jumpsInSlicesAndAnswersWhenItArrives() {
        manyOrders(5 * MarketDay.SLICE_UNITS);
        Brokerage heard = listening();
        heard.setMarketTime(100, 9, MONDAY_OPEN_MS + 60_000);
        var slices = new ArrayList<Integer>();
        var passed = new TreeSet<Long>();
        List<String> lines = full.take();
        slices.add(lines.size());
        int refused = 0;
        while (lines.stream().noneMatch(line -> line.startsWith("accepted"))) {
            assertEquals(100, heard.view().nextTickDueMs());
            passed.add(heard.view().marketTimeMs(1_000_000));
            heard.placeOrder(50, 10, floor.alice, TradingFloor.CODE, Venue.NXT, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 1);
            lines = full.take();
            if (lines.contains("rejected 10 BUSY 0")) {
                refused++;
                heard.setMarketTime(60, 11, MONDAY_OPEN_MS);
                lines = full.take();
            }
            slices.add(lines.size());
        }
        assertTrue(refused >= 1 && slices.size() >= 3, "slices " + slices);
        assertTrue(slices.stream().allMatch(size -> size <= 2 * MarketDay.SLICE_UNITS + 5), "slices " + slices);
        assertEquals(Set.of(CLOSING_AUCTION_MS, CLOSED_MS), passed, "where it was busy: looking for conditional orders, expiring");
        assertEquals(MONDAY_OPEN_MS + 60_000, heard.view().marketTimeMs(100));
        assertEquals("accepted 9 " + (MONDAY_OPEN_MS + 60_000),
            lines.stream().filter(line -> line.startsWith("accepted")).findFirst().orElseThrow());
        assertEquals(Phase.CONTINUOUS, heard.view().phase(Venue.KRX));
    }

    @Test
    void expiresEveryOrderOfALongDayOnceAtTheClose() {
        manyOrders(3 * MarketDay.SLICE_UNITS);
        core.tick(CLOSED_MS - OPEN_MS - 1);
        core.tick(CLOSED_MS - OPEN_MS - 1);
        core.tick(CLOSED_MS - OPEN_MS - 1);
        Brokerage heard = listening();
        long hostMs = CLOSED_MS - OPEN_MS;
        var lines = new ArrayList<String>();
        do {
            heard.tick(hostMs++);
            lines.addAll(full.take());
        } while (heard.view().nextTickDueMs() < hostMs);
        assertEquals(3 * MarketDay.SLICE_UNITS,
            lines.stream().filter(line -> line.contains("EXPIRED 1 left 0 at " + CLOSED_MS)).distinct().count());
        assertEquals(1, lines.stream().filter(line -> line.startsWith("book")).count());
        assertEquals(3 * MarketDay.SLICE_UNITS + 2, lines.size());
    }

    /** A slice ends with work left, while the next day is due too: nothing may be taken in between. */
    @Test
    void staysBusyWhereASliceEndsBetweenTwoTimers() {
        manyOrders(MarketDay.SLICE_UNITS);
        long hostMs = ROLL_MS - OPEN_MS + HOUR_MS;
        var between = new TreeSet<Long>();
        while (view.tradingDate() == FRIDAY) {
            core.tick(hostMs);
            between.add(view.marketTimeMs(2 * ROLL_MS));
            assertTrue(view.tradingDate() != FRIDAY || view.nextTickDueMs() == hostMs);
        }
        assertTrue(between.contains(CLOSED_MS), "not once busy with the expiry");
        assertEquals(0, view.totalShares(0, Side.BUY));
        assertEquals(FRIDAY + 3, view.tradingDate());
        assertEquals(ROLL_MS + HOUR_MS, view.marketTimeMs(0));
    }
}
