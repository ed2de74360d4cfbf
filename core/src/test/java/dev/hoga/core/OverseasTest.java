package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Overseas venues: sessions, costs, settlement, foreign cash. 2026-11-20 is a Friday, in America's winter. */
class OverseasTest {
    private static final long APPLE = Code.pack(Venue.NASD, "AAPL");
    private static final long MOUTAI = Code.pack(Venue.SHAA, "600519");
    private static final long TENCENT = Code.pack(Venue.SEHK, "00700");
    private static final long VIETCOM = Code.pack(Venue.VNSE, "VCB");
    /** A dollar. */
    private static final long DOLLAR = 10_000;

    private final TradingFloor floor = new TradingFloor();
    private final Brokerage core = floor.core;
    private final BrokerageView view = core.view();
    private final int apple = list(APPLE, 1, 270 * DOLLAR);
    private final int alice = floor.alice;

    OverseasTest() {
        core.moveForeignCash(0, 1, alice, Currency.USD, 10_000 * DOLLAR);
        core.setFxRate(0, 1, Currency.USD, 14_005_000);
        floor.events.take();
    }

    private int list(long code, long lot, long base) {
        core.listOverseas(0, 1, code, "이름", "NAME", InstrumentKind.STOCK, 1_000_000_000, lot, base);
        floor.events.take();
        return view.instrumentId(code);
    }

    private static long at(int day, int hour, int minute) {
        return NaiveClock.millis(LocalDate.of(2026, 11, day), LocalTime.MIDNIGHT) + (hour * 60L + minute) * 60_000;
    }

    private void go(int day, int hour, int minute) {
        core.setMarketTime(0, 1, at(day, hour, minute));
        floor.events.take();
        Audit.check(core);
    }

    private int place(int account, long code, Side side, long shares, long price) {
        core.placeOrder(0, 1, account, code, Code.venue(code), side, OrderType.LIMIT, TimeInForce.DAY, shares, price);
        Audit.check(core);
        return floor.events.lastOrder;
    }

    private void trade(long code, long shares, long price) {
        place(TradingFloor.SCRIPTED, code, Side.SELL, shares, price);
        place(alice, code, Side.BUY, shares, price);
    }

    @Test
    void keepsAmericasHoursInWinterAndInSummer() {
        var calendar = new OverseasCalendar();
        int winter = (int) LocalDate.of(2026, 11, 20).toEpochDay();
        int summer = (int) LocalDate.of(2026, 10, 30).toEpochDay();
        assertEquals(18 * 60, calendar.plan(Venue.NASD, winter).startMs(0) / 60_000);
        assertEquals(23 * 60 + 30, calendar.plan(Venue.NASD, winter).startMs(1) / 60_000);
        assertEquals(30 * 60, calendar.plan(Venue.NASD, winter).startMs(2) / 60_000);
        assertEquals(22 * 60 + 30, calendar.plan(Venue.NYSE, summer).startMs(1) / 60_000);
        assertTrue(OverseasCalendar.isSummer((int) LocalDate.of(2026, 3, 8).toEpochDay()), "the second Sunday of March");
        assertEquals(false, OverseasCalendar.isSummer((int) LocalDate.of(2026, 3, 7).toEpochDay()));
        assertEquals(false, OverseasCalendar.isSummer((int) LocalDate.of(2026, 11, 1).toEpochDay()), "the first Sunday of November");
        assertTrue(OverseasCalendar.isSummer((int) LocalDate.of(2026, 10, 31).toEpochDay()));
        assertTrue(OverseasCalendar.isSummer((int) LocalDate.of(2027, 3, 14).toEpochDay()));
    }

    @Test
    void tradesThroughTheNightAndSettlesTwoBusinessDaysLater() {
        assertEquals(Phase.CLOSED, view.phase(Venue.NASD));
        place(alice, APPLE, Side.BUY, 1, 270 * DOLLAR);
        assertEquals(List.of("MARKET_NOT_OPEN"), floor.said());
        go(20, 18, 0);
        assertEquals(Phase.PRE_MARKET, view.phase(Venue.NASD));
        go(21, 1, 0);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.NASD));
        trade(APPLE, 10, 270 * DOLLAR);
        // 2,700 dollars and 0.25 % of it.
        assertEquals((10_000 - 2_700) * DOLLAR - 67_500, view.foreignCash(alice, Currency.USD));
        assertEquals(10_000 * DOLLAR, view.settledForeignCash(alice, Currency.USD));
        assertEquals(10, view.heldShares(view.holding(alice, apple)));
        assertEquals(2_700 * DOLLAR, view.purchaseAmountWon(view.holding(alice, apple)));
        assertEquals(100_000_000, view.cashWon(alice), "won are not touched");
        go(21, 7, 29);
        assertEquals(Phase.CLOSED, view.phase(Venue.NASD));
        assertEquals((int) LocalDate.of(2026, 11, 20).toEpochDay(), view.tradingDate());
        go(21, 7, 30);
        assertEquals(10_000 * DOLLAR, view.settledForeignCash(alice, Currency.USD));
        go(24, 7, 30);
        assertEquals((10_000 - 2_700) * DOLLAR - 67_500, view.settledForeignCash(alice, Currency.USD));
        assertEquals(270 * DOLLAR, view.lastPriceWon(apple));
    }

    @Test
    void bindsWhatAnOrderNeedsAndSetsItFreeWhenTheSessionEnds() {
        go(20, 23, 40);
        int order = place(alice, APPLE, Side.BUY, 10, 250 * DOLLAR);
        assertEquals(10_000 * DOLLAR - 2_500 * DOLLAR - 62_500, view.orderableForeignCash(alice, Currency.USD));
        core.amendOrder(0, 1, alice, APPLE, Venue.NASD, order, OrderType.LIMIT, 4, 240 * DOLLAR);
        long six = 1_500 * DOLLAR + 37_500;
        long four = 960 * DOLLAR + 24_000;
        assertEquals(10_000 * DOLLAR - six - four, view.orderableForeignCash(alice, Currency.USD));
        floor.said();
        place(alice, APPLE, Side.BUY, 100, 250 * DOLLAR);
        assertEquals(List.of("NOT_ENOUGH_CASH 30"), floor.said());
        go(21, 7, 0);
        assertEquals(10_000 * DOLLAR, view.orderableForeignCash(alice, Currency.USD));
        assertEquals(OrderStatus.EXPIRED, view.orderStatus(order));
    }

    @Test
    void refusesWhatIsNotTakenThere() {
        go(20, 23, 40);
        floor.said();
        place(alice, APPLE, Side.BUY, 1, 270 * DOLLAR + 1);
        core.placeOrder(0, 1, alice, APPLE, Venue.NYSE, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 270 * DOLLAR);
        core.placeOrder(0, 1, alice, APPLE, Venue.NASD, Side.BUY, OrderType.MARKET, TimeInForce.DAY, 1, 0);
        core.placeOrder(0, 1, alice, APPLE, Venue.NASD, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 1, 270 * DOLLAR);
        place(alice, APPLE, Side.SELL, 1, 270 * DOLLAR);
        assertEquals(List.of("OFF_TICK", "VENUE_NOT_OPEN", "BAD_ORDER_TYPE", "BAD_ORDER_TYPE", "NOT_ENOUGH_SHARES"), floor.said());
    }

    @Test
    void sellsInChinaOnTheNextDayOnlyAndInWholeLotsBuys() {
        list(MOUTAI, 100, 1_450_000);
        core.moveForeignCash(0, 1, alice, Currency.CNY, 1_000_000_000);
        go(23, 10, 31);
        floor.said();
        place(alice, MOUTAI, Side.BUY, 50, 1_450_000);
        place(alice, MOUTAI, Side.BUY, 100, 1_600_000);
        assertEquals(List.of("BAD_QUANTITY", "OUTSIDE_PRICE_LIMITS"), floor.said());
        trade(MOUTAI, 100, 1_450_000);
        floor.said();
        place(alice, MOUTAI, Side.SELL, 50, 1_450_000);
        assertEquals(List.of("NOT_ENOUGH_SHARES"), floor.said());
        assertEquals(1_000_000_000, view.settledForeignCash(alice, Currency.CNY));
        go(24, 10, 31);
        assertEquals(view.foreignCash(alice, Currency.CNY), view.settledForeignCash(alice, Currency.CNY), "cash after one day");
        place(alice, MOUTAI, Side.SELL, 50, 1_450_000);
        assertEquals(50, view.sellableShares(view.holding(alice, view.instrumentId(MOUTAI))));
    }

    @Test
    void sellsInVietnamFromTheDayOfSettlementOn() {
        int id = list(VIETCOM, 100, 60_000);
        core.moveForeignCash(0, 1, alice, Currency.VND, 100_000_000);
        go(23, 11, 5);
        trade(VIETCOM, 100, 60_000);
        go(24, 11, 5);
        assertEquals(0, view.sellableShares(view.holding(alice, id)));
        go(25, 11, 5);
        assertEquals(100, view.sellableShares(view.holding(alice, id)));
    }

    @Test
    void pausesAtNoonAndUncrossesAfterIt() {
        int id = list(TENCENT, 100, 600_000);
        core.moveForeignCash(0, 1, alice, Currency.HKD, 1_000_000_000);
        go(23, 13, 30);
        assertEquals(Phase.PAUSE, view.phase(Venue.SEHK));
        trade(TENCENT, 100, 600_000);
        assertEquals(0, view.volumeShares(id));
        go(23, 14, 0);
        assertEquals(100, view.volumeShares(id));
        // 60,000 dollars, 0.3 % commission, 0.1 % stamp duty.
        assertEquals(1_000_000_000 - 60_000_000 - 180_000 - 60_000, view.foreignCash(alice, Currency.HKD));
    }

    @Test
    void hasNoSessionOnAHolidayOfTheCountryAndEndsEarlyWhereSaid() {
        core.declareOverseasDay(0, 1, Currency.USD, (int) LocalDate.of(2026, 11, 26).toEpochDay(), OverseasCalendar.CLOSED);
        core.declareOverseasDay(0, 1, Currency.USD, (int) LocalDate.of(2026, 11, 27).toEpochDay(), 180);
        go(26, 23, 40);
        assertEquals(Phase.CLOSED, view.phase(Venue.NASD));
        place(alice, APPLE, Side.BUY, 1, 270 * DOLLAR);
        assertEquals(List.of("NOT_A_TRADING_DAY"), floor.said());
        go(28, 2, 59);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.NASD));
        go(28, 3, 0);
        assertEquals(Phase.AFTER_MARKET, view.phase(Venue.NASD));
    }

    @Test
    void tradesOnAKoreanHoliday() {
        core.declareHoliday(0, 1, (int) LocalDate.of(2026, 11, 23).toEpochDay());
        go(23, 23, 40);
        assertEquals((int) LocalDate.of(2026, 11, 24).toEpochDay(), view.tradingDate());
        trade(APPLE, 1, 271 * DOLLAR);
        assertEquals((int) LocalDate.of(2026, 11, 23).toEpochDay(), view.sessionDate(apple));
        assertEquals(271 * DOLLAR, view.openPriceWon(apple));
        go(24, 23, 40);
        assertEquals((int) LocalDate.of(2026, 11, 24).toEpochDay(), view.sessionDate(apple));
        assertEquals(271 * DOLLAR, view.basePriceWon(apple));
        assertEquals(0, view.volumeShares(apple));
    }

    @Test
    void countsTradesBeforeAndAfterTheRegularSessionButNotInItsPrices() {
        go(20, 18, 30);
        trade(APPLE, 1, 275 * DOLLAR);
        assertEquals(275 * DOLLAR, view.lastPriceWon(apple));
        assertEquals(0, view.openPriceWon(apple));
        go(20, 23, 31);
        trade(APPLE, 1, 272 * DOLLAR);
        go(21, 6, 30);
        trade(APPLE, 1, 280 * DOLLAR);
        assertEquals(272 * DOLLAR, view.highPriceWon(apple));
        assertEquals(272 * DOLLAR, view.closePriceWon(apple));
        assertEquals(3, view.volumeShares(apple));
        go(23, 18, 0);
        assertEquals(272 * DOLLAR, view.basePriceWon(apple));
    }

    @Test
    void exchangesAtTheRateAndRoundsDown() {
        core.exchangeCash(0, 1, alice, Currency.KRW, Currency.USD, 1_000_000);
        // 1,000,000 / 1,400.5 = 714.0307 dollars
        assertEquals(List.of("ok 7140307"), floor.said());
        assertEquals(99_000_000, view.cashWon(alice));
        assertEquals(10_000 * DOLLAR + 7_140_307, view.foreignCash(alice, Currency.USD));
        core.exchangeCash(0, 1, alice, Currency.USD, Currency.KRW, 7_140_307);
        assertEquals(List.of("ok 999999"), floor.said());
        core.setFxRate(0, 1, Currency.JPY, 9_123_400);
        core.exchangeCash(0, 1, alice, Currency.USD, Currency.JPY, 100 * DOLLAR);
        // 140,050 won / 9.1234 = 15,350.6 yen
        assertEquals(List.of("ok 9123400", "ok 153506"), floor.said());
        core.exchangeCash(0, 1, alice, Currency.USD, Currency.HKD, 100);
        core.exchangeCash(0, 1, alice, Currency.HKD, Currency.USD, 1);
        assertEquals(List.of("OUT_OF_RANGE", "NOT_ENOUGH_CASH"), floor.said());
        Audit.check(core);
    }

    @Test
    void keepsTheRatesOfPastDates() {
        int friday = view.tradingDate();
        go(21, 8, 0);
        core.setFxRate(0, 1, Currency.USD, 14_100_000);
        assertEquals(14_005_000, view.fxRate(Currency.USD, friday));
        assertEquals(14_100_000, view.fxRate(Currency.USD));
        assertEquals(1_410, view.wonOf(Currency.USD, DOLLAR));
    }

    @Test
    void isTheSameAfterARestartInTheMiddleOfASession() {
        list(TENCENT, 100, 600_000);
        go(20, 23, 40);
        place(alice, APPLE, Side.BUY, 10, 250 * DOLLAR);
        trade(APPLE, 10, 270 * DOLLAR);
        var copy = new Brokerage(new EventLog(), ListState.of(core));
        assertEquals(core.stateHash(), copy.stateHash());
        copy.setMarketTime(0, 1, at(24, 14, 0));
        core.setMarketTime(0, 1, at(24, 14, 0));
        assertEquals(core.stateHash(), copy.stateHash());
        assertEquals(270 * DOLLAR, copy.view().basePriceWon(apple));
    }
}
