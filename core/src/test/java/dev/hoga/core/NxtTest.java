package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Nextrade's book beside that of KRX (rules B and H19). */
class NxtTest {
    private static final LocalDate NEW_DAY = LocalDate.of(2026, 9, 14);
    private static final LocalDate OLD_DAY = LocalDate.of(2026, 9, 11);
    private static final long CODE = TradingFloor.CODE;

    private final EventLog events = new EventLog();
    private final Brokerage core = new Brokerage(events);
    private final BrokerageView view = core.view();
    private LocalDate date;
    private int client;
    private int krx;
    private int nxt;

    private void start(LocalDate day) {
        date = day;
        core.listInstrument(0, 1, CODE, "name", Market.KOSPI, InstrumentKind.STOCK, "", 1_000_000, 100, 1, 70_000);
        core.listAtNxt(0, 1, CODE);
        core.openAccount(0, 1, 5_000_000_101L, "name", "hts", 0);
        client = view.accountId(5_000_000_101L);
        core.moveCash(0, 1, client, 10_000_000);
        core.startClock(0, 1, NaiveClock.millis(day, LocalTime.of(7, 0)), 1, true);
        krx = view.instrumentId(CODE);
        nxt = view.instrumentId(CODE, Venue.NXT);
        events.take();
    }

    private void go(int hour, int minute, int second) {
        core.setMarketTime(0, 1, NaiveClock.millis(date, LocalTime.of(hour, minute, second)));
        events.take();
    }

    private int buy(Venue venue, TimeInForce force, long shares, long priceWon) {
        core.placeOrder(0, 1, client, CODE, venue, Side.BUY, OrderType.LIMIT, force, shares, priceWon);
        return events.lastOrder;
    }

    private void sell(Venue venue, long shares, long priceWon) {
        core.placeOrder(0, 1, HouseAccount.SCRIPTED_TRADER.id(), CODE, venue, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, shares,
            priceWon);
    }

    @Test
    void tradesInItsOwnBookAndDeliversTheSameShares() {
        start(NEW_DAY);
        go(10, 0, 0);
        sell(Venue.KRX, 5, 69_900);
        sell(Venue.NXT, 5, 70_000);
        int order = buy(Venue.NXT, TimeInForce.DAY, 3, 70_100);
        assertEquals(3, view.filledShares(order));
        assertEquals(210_000, view.filledAmountWon(order));
        assertEquals(70_000, view.lastPriceWon(nxt));
        assertEquals(0, view.volumeShares(krx));
        assertEquals(3, view.heldShares(view.holding(client, krx)));
        assertEquals(3, view.volumeShares(Listing.integrated(krx)));
        new Audit(view).conservation();
    }

    @Test
    void keepsOrdersUntilEightInTheEveningAndThoseForThePreMarketUntilTenToNine() {
        start(NEW_DAY);
        go(8, 0, 0);
        int day = buy(Venue.NXT, TimeInForce.DAY, 1, 69_000);
        int preMarket = buy(Venue.NXT, TimeInForce.PRE_MARKET, 1, 69_000);
        go(8, 49, 59);
        assertEquals(1, view.openShares(preMarket));
        go(8, 50, 0);
        assertEquals(OrderStatus.EXPIRED, view.orderStatus(preMarket));
        go(19, 59, 59);
        assertEquals(1, view.openShares(day));
        go(20, 0, 0);
        assertEquals(OrderStatus.EXPIRED, view.orderStatus(day));
    }

    @Test
    void beginsTheMainMarketHalfAMinuteAfterNine() {
        start(NEW_DAY);
        go(9, 0, 29);
        assertEquals(Phase.PAUSE, view.phase(Venue.NXT));
        go(9, 0, 30);
        assertEquals(Phase.MAIN, view.phase(Venue.NXT));
    }

    @Test
    void standsStillWithTheCircuitBreakerAndGoesOnByAnAuctionOfHalfAMinute() {
        start(NEW_DAY);
        go(10, 0, 0);
        core.breakCircuit(0, 1, 1);
        assertEquals(Phase.HALTED, view.phase(Venue.NXT));
        go(10, 29, 59);
        assertEquals(Phase.HALTED, view.instrumentPhase(nxt));
        go(10, 30, 30);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
        assertEquals(Phase.VOLATILITY_AUCTION, view.instrumentPhase(nxt));
        go(10, 31, 1);
        assertEquals(Phase.MAIN, view.instrumentPhase(nxt));
    }

    @Test
    void pausedWhatKrxHadInterruptedBeforeItInterruptedByItself() {
        start(OLD_DAY);
        go(10, 0, 0);
        core.interruptInstrument(0, 1, CODE);
        assertEquals(Phase.PAUSE, view.instrumentPhase(nxt));
        sell(Venue.NXT, 1, 70_000);
        assertTrue(events.take().getLast().contains("NOT_IN_THIS_PHASE"));
        go(10, 2, 31);
        assertEquals(Phase.MAIN, view.instrumentPhase(nxt));
    }

    @Test
    void interruptsByItselfFromTheFourteenthOfSeptemberOn() {
        start(NEW_DAY);
        go(10, 0, 0);
        sell(Venue.NXT, 1, 77_000);
        buy(Venue.NXT, TimeInForce.DAY, 1, 77_000);
        assertEquals(Phase.VOLATILITY_AUCTION, view.instrumentPhase(nxt));
        assertEquals(Phase.CONTINUOUS, view.instrumentPhase(krx));
    }

    @Test
    void takesItsBasePriceFromTheCloseOfKrx() {
        start(NEW_DAY);
        go(10, 0, 0);
        sell(Venue.KRX, 1, 70_500);
        buy(Venue.KRX, TimeInForce.DAY, 1, 70_500);
        sell(Venue.NXT, 1, 69_500);
        buy(Venue.NXT, TimeInForce.DAY, 1, 69_500);
        date = date.plusDays(1);
        go(8, 0, 0);
        assertEquals(70_500, view.basePriceWon(nxt));
        assertEquals(view.upperLimitWon(krx), view.upperLimitWon(nxt));
    }
}
