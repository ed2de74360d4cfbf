package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trading date from half past eight to its end: what collects, what trades, what is seen, what ends. Source: rules A. */
class SessionsTest {
    private static final long CODE = TradingFloor.CODE;
    private static final LocalDate OLD_DAY = LocalDate.of(2026, 9, 11);
    private static final LocalDate NEW_DAY = LocalDate.of(2026, 9, 14);

    private final EventLog events = new EventLog();
    private final Brokerage core = new Brokerage(events);
    private final BrokerageView view = core.view();
    private LocalDate date = NEW_DAY;
    private int alice;
    private int bob;

    /** One share with base 70,000 and two clients with money and 10,000 shares, at half past eight. */
    private void start(LocalDate day) {
        date = day;
        core.listInstrument(0, 1, CODE, "name", Market.KOSPI, InstrumentKind.STOCK, "sector", 1_000_000, 100, 1, 70_000);
        alice = client(5_000_000_101L);
        bob = client(5_000_000_201L);
        core.startClock(0, 1, at(8, 30), 1, true);
        events.take();
    }

    private int client(long number) {
        core.openAccount(0, 1, number, "name", "hts", 0);
        int account = view.accountId(number);
        core.moveCash(0, 1, account, 10_000_000_000L);
        core.depositShares(0, 1, account, CODE, 20_000, 60_000);
        return account;
    }

    private long at(int hour, int minute) {
        return NaiveClock.millis(date, LocalTime.of(hour, minute));
    }

    private List<String> go(int hour, int minute) {
        events.take();
        core.setMarketTime(0, 1, at(hour, minute));
        List<String> said = events.take();
        return said.subList(0, said.size() - 1);
    }

    private int order(int account, Side side, OrderType type, long shares, long priceWon) {
        core.placeOrder(0, 1, account, CODE, Venue.KRX, side, type, TimeInForce.DAY, shares, priceWon);
        return events.lastOrder;
    }

    private int buy(long shares, long priceWon) {
        return order(alice, Side.BUY, OrderType.LIMIT, shares, priceWon);
    }

    private int sell(long shares, long priceWon) {
        return order(bob, Side.SELL, OrderType.LIMIT, shares, priceWon);
    }

    private List<Long> depth(Side side) {
        var prices = new long[10];
        var shares = new long[10];
        int levels = view.copyDepth(0, side, prices, shares);
        var flat = new ArrayList<Long>();
        for (int i = 0; i < levels; i++) {
            flat.add(prices[i]);
            flat.add(shares[i]);
        }
        return flat;
    }

    // -- the opening auction -----------------------------------------------------------------------------------------------

    @Test
    void opensAtASinglePriceAndGoesOnWithWhatIsLeft() {
        start(NEW_DAY);
        buy(10, 70_500);
        buy(5, 70_200);
        sell(8, 70_100);
        assertEquals(0, view.volumeShares(0), "nothing trades while orders are collected");
        assertEquals(List.of("fill #1 8@70500 left 2", "fill #3 8@70500 left 0"), go(9, 1));
        assertEquals(70_500, view.openPriceWon(0));
        assertEquals(70_500, view.lastPriceWon(0));
        assertEquals(0, view.takerTrades(0, Side.BUY) + view.takerTrades(0, Side.SELL), "no taker in an auction");
        assertEquals(List.of(70_500L, 2L, 70_200L, 5L), depth(Side.BUY));
        sell(1, 70_500);
        assertEquals(List.of("NEW #4 SELL 1@70500", "fill #1 1@70500 left 1", "fill #4 1@70500 left 0"), events.take());
    }

    @Test
    void endsTheOpeningAuctionWithinHalfAMinuteAfterNine() {
        start(NEW_DAY);
        long late = SessionPlan.of(Venue.KRX, view.tradingDate(), 0, 0).randomMs(2, 0, view.tradingDate());
        assertTrue(late > 0 && late <= 30_000);
        core.setMarketTime(0, 1, at(9, 0) + late - 1);
        assertEquals(Phase.OPENING_AUCTION, view.phase(Venue.KRX));
        core.setMarketTime(0, 1, at(9, 0) + late);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
    }

    @Test
    void drawsTheEndsOfAuctionsFromTheSeed() {
        start(NEW_DAY);
        core.setParticipants(0, 1, false, 7, 100);
        go(8, 59);
        long late = SessionPlan.of(Venue.KRX, view.tradingDate(), 0, 0).randomMs(2, 7, view.tradingDate());
        core.setMarketTime(0, 1, at(9, 0) + late - 1);
        assertEquals(Phase.OPENING_AUCTION, view.phase(Venue.KRX));
        core.setMarketTime(0, 1, at(9, 0) + late);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
    }

    @Test
    void showsWhatIsExpectedFromTenToNineOn() {
        start(NEW_DAY);
        buy(10, 70_500);
        sell(8, 70_100);
        go(8, 49);
        assertEquals(0, view.expectedPriceWon(0));
        assertEquals(0, view.expectedShares(0));
        go(8, 50);
        assertEquals(70_500, view.expectedPriceWon(0));
        assertEquals(8, view.expectedShares(0));
        sell(2, 70_100);
        assertEquals(70_100, view.expectedPriceWon(0), "all of both sides: the lowest price, because the last is below it");
        assertEquals(10, view.expectedShares(0));
        go(9, 1);
        assertEquals(0, view.expectedPriceWon(0));
    }

    @Test
    void showsThreeLevelsOfWhatTheAuctionWouldLeave() {
        start(NEW_DAY);
        for (long price : new long[] {70_500, 70_000, 69_900, 69_800, 69_700}) {
            buy(10, price);
        }
        sell(4, 70_100);
        assertEquals(List.of(70_500L, 6L, 70_000L, 10L, 69_900L, 10L), depth(Side.BUY));
        assertEquals(List.of(), depth(Side.SELL));
    }

    @Test
    void sharesOutBySizeAtTheUpperLimitInTheOpeningAuctionOnly() {
        start(NEW_DAY);
        int small = buy(100, 91_000);
        int large = order(alice, Side.BUY, OrderType.LIMIT, 1_000, 91_000);
        sell(200, 91_000);
        assertEquals(List.of("fill #" + large + " 100@91000 left 900", "fill #3 100@91000 left 100",
            "fill #" + small + " 100@91000 left 0", "fill #3 100@91000 left 0"), go(9, 4), "two minutes later: 30 % are too many");
        go(15, 25);
        buy(100, 91_000);
        sell(950, 91_000);
        assertEquals(List.of("fill #" + large + " 900@91000 left 0", "fill #5 900@91000 left 50",
            "fill #4 50@91000 left 50", "fill #5 50@91000 left 0", "EXPIRED #4 50 left 0"), go(15, 31));
    }

    @Test
    void amendsAndCancelsWhileAnAuctionCollects() {
        start(NEW_DAY);
        int order = buy(10, 70_500);
        core.amendOrder(0, 1, alice, CODE, Venue.KRX, order, OrderType.MARKET, 4, 0);
        core.cancelOrder(0, 1, alice, CODE, Venue.KRX, order, 1);
        core.amendOrder(0, 1, alice, CODE, Venue.KRX, order, OrderType.BEST_OWN, 0, 0);
        core.amendOrder(0, 1, alice, CODE, Venue.KRX, order, OrderType.PREVIOUS_CLOSE, 0, 0);
        assertEquals(List.of("NEW #1 BUY 10@70500", "AMENDED #1 4 left 6", "AMEND #2 of #1 root #1 BUY 4@0",
            "CANCEL #3 of #1 root #1 BUY 1@70500", "CANCELLED #1 1 left 5", "NOT_IN_THIS_PHASE", "BAD_ORDER_TYPE"), events.take());
    }

    @Test
    void suspendsAHaltedShareThroughTheAuctionAndOpensItWhenItResumes() {
        start(NEW_DAY);
        buy(10, 70_500);
        sell(8, 70_100);
        core.haltInstrument(0, 1, CODE, true);
        assertEquals(List.of(), go(9, 1));
        assertEquals(0, view.expectedPriceWon(0));
        assertEquals(List.of(70_500L, 2L), depth(Side.BUY));
        core.haltInstrument(0, 1, CODE, false);
        assertEquals(List.of("fill #1 8@70500 left 2", "fill #2 8@70500 left 0", "ok 0"), events.take());
    }

    @Test
    void holdsNoOpeningAuctionThatNobodyCouldEnter() {
        var floor = new TradingFloor();
        assertEquals(Phase.CONTINUOUS, floor.view.phase(Venue.KRX));
        floor.sell(floor.bob, 1, 70_000);
        floor.buy(floor.alice, 1, 70_000);
        assertEquals(1, floor.view.volumeShares(0));
    }

    // -- closing price trades before the day ---------------------------------------------------------------------------------

    @Test
    void tradesAtThePreviousCloseByTimeUntilTwentyToNine() {
        start(NEW_DAY);
        order(bob, Side.SELL, OrderType.PREVIOUS_CLOSE, 5, 0);
        order(bob, Side.SELL, OrderType.PREVIOUS_CLOSE, 5, 0);
        order(alice, Side.BUY, OrderType.PREVIOUS_CLOSE, 7, 0);
        assertEquals(List.of("NEW #1 SELL 5@70000", "NEW #2 SELL 5@70000", "NEW #3 BUY 7@70000", "fill #1 5@70000 left 0",
            "fill #3 5@70000 left 2", "fill #2 2@70000 left 3", "fill #3 2@70000 left 0"), events.take());
        assertEquals(7, view.volumeShares(0));
        assertEquals(0, view.openPriceWon(0), "no price of the day");
        assertEquals(List.of("EXPIRED #2 3 left 0"), go(8, 40));
        assertEquals(20_000 - 7, view.sellableShares(view.firstHolding(bob)));
    }

    @Test
    void keepsOrdersAtACloseOutOfTheBook() {
        start(NEW_DAY);
        order(bob, Side.SELL, OrderType.PREVIOUS_CLOSE, 5, 0);
        buy(3, 70_000);
        assertEquals(0, view.totalShares(0, Side.SELL));
        assertEquals(0, view.volumeShares(0));
        assertEquals(List.of(), depth(Side.SELL));
    }

    // -- the closing auction -------------------------------------------------------------------------------------------------

    @Test
    void convertsConditionalOrdersByPriceAtTwentyPastThree() {
        start(NEW_DAY);
        go(9, 1);
        int low = order(alice, Side.BUY, OrderType.CONDITIONAL, 3, 69_000);
        int high = order(alice, Side.BUY, OrderType.CONDITIONAL, 2, 69_500);
        buy(5, 69_900);
        go(15, 20);
        assertEquals(5, view.totalShares(0, Side.BUY) - 5);
        assertEquals(0, view.orderPriceWon(low));
        assertEquals(OrderType.CONDITIONAL, view.orderType(low));
        sell(4, 69_000);
        assertEquals(List.of("fill #" + high + " 2@70000 left 0", "fill #4 2@70000 left 2", "fill #" + low + " 2@70000 left 1",
            "fill #4 2@70000 left 0", "EXPIRED #" + low + " 1 left 0", "EXPIRED #3 5 left 0"), go(15, 31));
    }

    @Test
    void fixesTheCloseAndTakesItAsTheNextBasePrice() {
        start(NEW_DAY);
        go(15, 25);
        buy(3, 71_000);
        sell(3, 71_000);
        assertEquals(0, view.closePriceWon(0));
        go(15, 31);
        assertEquals(71_000, view.closePriceWon(0));
        go(16, 5);
        buy(1, 72_000);
        sell(1, 72_000);
        assertEquals(72_000, view.lastPriceWon(0), "the after-market makes the last price");
        assertEquals(71_000, view.closePriceWon(0), "but no close");
        assertEquals(71_000, view.highPriceWon(0), "and no high");
        go(23, 59);
        core.setMarketTime(0, 1, at(23, 59) + 8 * 3_600_000);
        assertEquals(71_000, view.basePriceWon(0));
        assertEquals(0, view.closePriceWon(0));
    }

    @Test
    void closesAtTheBestAskBelowTheBaseWhereNothingHasTraded() {
        start(NEW_DAY);
        go(15, 25);
        sell(1, 69_500);
        go(15, 31);
        assertEquals(69_500, view.closePriceWon(0));
        assertEquals(0, view.volumeShares(0));
    }

    @Test
    void closesAtTheBestBidAboveTheBaseWhereNothingHasTraded() {
        start(NEW_DAY);
        go(15, 25);
        buy(1, 70_500);
        go(15, 31);
        assertEquals(70_500, view.closePriceWon(0));
    }

    @Test
    void closesAtTheBaseWhereNothingHasTradedAndNoOneOffersBetter() {
        start(NEW_DAY);
        go(15, 25);
        buy(1, 69_500);
        sell(1, 70_500);
        go(15, 31);
        assertEquals(70_000, view.closePriceWon(0));
    }

    // -- after the close -----------------------------------------------------------------------------------------------------

    @Test
    void tradesAtTheCloseFromTwentyToFourAlthoughOrdersComeFromHalfPastThree() {
        start(NEW_DAY);
        go(15, 25);
        buy(1, 71_000);
        sell(1, 71_000);
        go(15, 35);
        int sell = order(bob, Side.SELL, OrderType.TODAYS_CLOSE, 5, 0);
        int buy = order(alice, Side.BUY, OrderType.TODAYS_CLOSE, 3, 0);
        assertEquals(1, view.volumeShares(0), "orders are taken but do not trade yet");
        assertEquals(List.of("fill #" + sell + " 3@71000 left 2", "fill #" + buy + " 3@71000 left 0"), go(15, 40));
        buy = order(alice, Side.BUY, OrderType.TODAYS_CLOSE, 1, 0);
        assertEquals(List.of("NEW #" + buy + " BUY 1@71000", "fill #" + sell + " 1@71000 left 1",
            "fill #" + buy + " 1@71000 left 0"), events.take());
        assertEquals(List.of("EXPIRED #" + sell + " 1 left 0"), go(16, 0));
    }

    @Test
    void holdsAnAuctionEveryTenMinutesAfterHoursUntilTheEleventhOfSeptember() {
        start(OLD_DAY);
        go(15, 25);
        buy(1, 70_000);
        sell(1, 70_000);
        go(16, 5);
        order(alice, Side.BUY, OrderType.SINGLE_PRICE, 5, 77_100);
        order(alice, Side.BUY, OrderType.SINGLE_PRICE, 5, 77_000);
        order(bob, Side.SELL, OrderType.SINGLE_PRICE, 3, 76_000);
        assertEquals(List.of("OUTSIDE_PRICE_LIMITS", "NEW #3 BUY 5@77000", "NEW #4 SELL 3@76000"), events.take());
        assertEquals(77_000, view.expectedPriceWon(0));
        assertEquals(List.of("fill #3 3@77000 left 2", "fill #4 3@77000 left 0"), go(16, 11));
        assertEquals(70_000, view.closePriceWon(0));
        assertEquals(70_000, view.lastPriceWon(0));
        assertEquals(4, view.volumeShares(0));
        order(bob, Side.SELL, OrderType.SINGLE_PRICE, 3, 63_000);
        assertEquals(List.of("fill #3 2@63000 left 0", "fill #5 2@63000 left 1"), go(16, 21));
        assertEquals(List.of("EXPIRED #5 1 left 0"), go(18, 1));
        assertEquals(Phase.CLOSED, view.phase(Venue.KRX));
    }

    @Test
    void carriesNoOrderOfTheRegularSessionIntoTheAfterMarket() {
        start(NEW_DAY);
        go(9, 1);
        int order = buy(1, 69_000);
        assertEquals(List.of("EXPIRED #" + order + " 1 left 0"), go(15, 31));
        go(16, 5);
        int after = buy(2, 70_000);
        sell(1, 70_000);
        assertEquals(1, view.volumeShares(0));
        assertEquals(List.of("EXPIRED #" + after + " 1 left 0"), go(20, 0));
    }
}
