package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Volatility interruptions and the circuit breaker with the numbers of the rules: rules 8, 15 and 16 of the list of those most
 * often done wrongly; Business Regulation art. 25, Enforcement Rule art. 20, 35, 41-2.
 */
class InterruptionTest {
    private static final long CODE = Code.pack("005930");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int TRADER = HouseAccount.SCRIPTED_TRADER.id();

    private final EventLog events = new EventLog();
    private final Brokerage core = new Brokerage(events);
    private final BrokerageView view = core.view();

    private void start(LocalTime time) {
        start(DAY, time, 1_000_000, 70_000);
    }

    private void start(LocalDate date, LocalTime time, long listedShares, long baseWon) {
        core.listInstrument(0, 1, CODE, "name", Market.KOSPI, InstrumentKind.STOCK, "", listedShares, 100, 1, baseWon);
        core.startClock(0, 1, NaiveClock.millis(date, time), 1, true);
        events.take();
    }

    private List<String> go(int hour, int minute, int second) {
        LocalDate date = LocalDate.ofEpochDay(view.tradingDate());
        core.setMarketTime(0, 1, NaiveClock.millis(date, LocalTime.of(hour, minute, second)));
        return events.take().stream().filter(line -> !line.startsWith("ok")).toList();
    }

    private List<String> order(Side side, OrderType type, TimeInForce force, long shares, long priceWon) {
        core.placeOrder(0, 1, TRADER, CODE, Venue.KRX, side, type, force, shares, priceWon);
        return events.take();
    }

    private List<String> order(Side side, long shares, long priceWon) {
        return order(side, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
    }

    private void trade(long priceWon) {
        order(Side.SELL, 1, priceWon);
        order(Side.BUY, 1, priceWon);
        assertEquals(priceWon, view.lastPriceWon(0));
    }

    // -- how far is too far ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        // reference, rate, the lowest price that trades, the highest
        "14200, 100, 12781, 15619",
        "70000,  30, 67901, 72099",
        "70000,  60, 65801, 74199",
        "70000,  20, 68601, 71399",
        "70000,  40, 67201, 72799",
        "70000,  10, 69301, 70699",
        "1000,   60,   941,  1059",
        // three ticks of one won below 1,000 won
        "999,    60,   940,  1058",
        "50,     60,    47,    53",
        "10,    100,     7,    13",
    })
    void endsWhereTheRateDoes(long reference, int perMille, long lowest, long highest) {
        assertEquals(lowest, Volatility.lowest(reference, perMille));
        assertEquals(highest, Volatility.highest(reference, perMille));
    }

    @ParameterizedTest
    @CsvSource({
        // a large company's common share on KOSPI stands for a member of KOSPI 200; KOSDAQ 150 is no exception
        "KOSPI,  STOCK, 005930, '',         20000000,  1, 30, 20, 10",
        "KOSPI,  STOCK, 005935, '',         20000000,  1, 60, 40, 40",
        "KOSPI,  STOCK, 005930, '',         14285714,  1, 60, 40, 40",
        "KOSDAQ, STOCK, 247540, '',         20000000,  1, 60, 40, 40",
        "KOSPI,  ETF,   069500, KOSPI 200,  20000000,  1, 30, 20, 20",
        "KOSPI,  ETF,   114800, KOSPI 200,  20000000, -1, 30, 20, 20",
        "KOSPI,  ETF,   122630, KOSPI 200,  20000000,  2, 60, 40, 40",
        "KOSPI,  ETF,   229200, KOSDAQ 150, 20000000,  1, 60, 40, 40",
    })
    void hasTheRateOfItsKind(Market market, InstrumentKind kind, String code, String sector, long listed, int leverage,
        int continuous, int closing, int expiry) {
        var instrument = new Instrument(0, Code.pack(code), "", market, kind, sector, listed, 0, leverage);
        instrument.base(70_000, 20_777);
        assertEquals(continuous, Volatility.continuousPerMille(instrument));
        assertEquals(closing, Volatility.closingPerMille(instrument, false));
        assertEquals(expiry, Volatility.closingPerMille(instrument, true));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-12, true", "2026-11-05, false", "2026-11-19, false", "2026-11-11, false", "2027-02-11, true"})
    void knowsTheSecondThursdayOfAMonth(LocalDate date, boolean expiry) {
        assertEquals(expiry, new TradingCalendar().isExpiry((int) date.toEpochDay()));
    }

    @Test
    void movesAnExpiryOnAHolidayToTheTradingDayBefore() {
        var calendar = new TradingCalendar();
        calendar.declareHoliday((int) LocalDate.of(2026, 11, 12).toEpochDay());
        assertTrue(calendar.isExpiry((int) LocalDate.of(2026, 11, 11).toEpochDay()));
        assertFalse(calendar.isExpiry((int) LocalDate.of(2026, 11, 12).toEpochDay()));
    }

    // -- in continuous trading ---------------------------------------------------------------------------------------------------

    @Test
    void tradesWhatIsNearAndCollectsTheRestForTwoMinutes() {
        start(LocalTime.of(10, 0));
        order(Side.SELL, 5, 70_000);
        order(Side.SELL, 5, 74_100);
        order(Side.SELL, 5, 74_200);
        assertEquals(List.of("NEW #10000004 BUY 12@75000", "fill #10000001 5@70000 left 0", "fill #10000004 5@70000 left 7",
            "fill #10000002 5@74100 left 0", "fill #10000004 5@74100 left 2"), order(Side.BUY, 12, 75_000),
            "the reference is the last price when the order came: its own fills do not move it");
        assertEquals(Phase.VOLATILITY_AUCTION, view.instrumentPhase(0));
        assertEquals(Interruption.DYNAMIC, view.interruption(0));
        assertEquals(74_200, view.interruptionTriggerWon(0));
        assertEquals(70_000, view.interruptionDynamicBaseWon(0));
        assertEquals(74_200, view.expectedPriceWon(0), "shown at once");
        assertEquals(List.of(), go(10, 1, 59));
        assertEquals(List.of("fill #10000003 2@74200 left 3", "fill #10000004 2@74200 left 0"), go(10, 2, 30), "at random within 30 s");
        assertEquals(Phase.CONTINUOUS, view.instrumentPhase(0));
        assertEquals(1, view.interruptionCount(0));
    }

    @Test
    void looksBackAtTheLastPriceForDynamicAndAtTheLastAuctionForStaticOnes() {
        start(LocalTime.of(10, 0));
        trade(73_000);
        trade(76_000);
        order(Side.SELL, 1, 77_000);
        order(Side.BUY, 1, 77_000);
        assertEquals(Interruption.STATIC, view.interruption(0), "77,000 is 10 % from the base price and 1.3 % from the last one");
        go(10, 3, 0);
        assertEquals(77_000, view.lastPriceWon(0));
        trade(80_000);
        trade(84_000);
        order(Side.SELL, 1, 84_700);
        order(Side.BUY, 1, 84_700);
        assertEquals(77_000, view.interruptionStaticBaseWon(0), "now 77,000 is what an auction has found");
        assertEquals(2, view.interruptionCount(0));
    }

    @Test
    void saysThatBothAreTooFar() {
        start(LocalTime.of(10, 0));
        order(Side.SELL, 1, 77_000);
        order(Side.BUY, 1, 77_000);
        assertEquals(Interruption.STATIC_AND_DYNAMIC, view.interruption(0));
    }

    @Test
    void fillsNothingOfAFillOrKillThatWouldTradeTooFarAway() {
        start(LocalTime.of(10, 0));
        order(Side.SELL, 5, 70_000);
        order(Side.SELL, 5, 74_200);
        assertEquals(List.of("NEW #10000003 BUY 6@75000", "NOT_FILLED_AT_ONCE #10000003 6 left 0"),
            order(Side.BUY, OrderType.LIMIT, TimeInForce.FOK, 6, 75_000));
        assertTrue(view.interrupted(0));
    }

    @Test
    void doesNotInterruptForAFillOrKillThatFindsTooLittle() {
        start(LocalTime.of(10, 0));
        order(Side.SELL, 5, 74_200);
        order(Side.BUY, OrderType.LIMIT, TimeInForce.FOK, 6, 75_000);
        assertFalse(view.interrupted(0));
    }

    @Test
    void refusesWhatAnAuctionDoesNotTake() {
        start(LocalTime.of(10, 0));
        core.interruptInstrument(0, 1, CODE);
        events.take();
        for (OrderType type : List.of(OrderType.BEST_COUNTER, OrderType.BEST_OWN)) {
            assertEquals(List.of("NOT_IN_THIS_PHASE"), order(Side.BUY, type, TimeInForce.DAY, 1, 0));
        }
        assertEquals(List.of("NOT_IN_THIS_PHASE"), order(Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 1, 70_000));
        assertEquals(List.of("NOT_IN_THIS_PHASE"), order(Side.BUY, OrderType.MARKET, TimeInForce.FOK, 1, 0));
        assertEquals(List.of("NEW #10000001 BUY 1@0"), order(Side.BUY, OrderType.MARKET, TimeInForce.DAY, 1, 0));
        assertEquals(List.of("NEW #10000002 BUY 1@69000"), order(Side.BUY, OrderType.CONDITIONAL, TimeInForce.DAY, 1, 69_000));
        core.cancelOrder(0, 1, TRADER, CODE, Venue.KRX, 10_000_001, 0);
        assertEquals(2, events.take().size());
    }

    @Test
    void givesWayToTheClosingAuction() {
        start(LocalTime.of(15, 19));
        core.interruptInstrument(0, 1, CODE);
        order(Side.SELL, 1, 70_500);
        order(Side.BUY, 1, 70_500);
        assertEquals(List.of(), go(15, 22, 0));
        assertEquals(Phase.CLOSING_AUCTION, view.instrumentPhase(0));
        assertFalse(view.interrupted(0));
        go(15, 30, 30);
        assertEquals(70_500, view.closePriceWon(0));
    }

    // -- in auctions -------------------------------------------------------------------------------------------------------------

    @Test
    void makesAnOpeningAuctionLongerOnlyForTenPercent() {
        start(LocalTime.of(8, 50));
        order(Side.SELL, 1, 76_900);
        order(Side.BUY, 1, 76_900);
        go(9, 0, 30);
        assertEquals(76_900, view.lastPriceWon(0), "9.9 % from the base price");

        var other = new InterruptionTest();
        other.start(LocalTime.of(8, 50));
        other.order(Side.SELL, 1, 77_000);
        other.order(Side.BUY, 1, 77_000);
        other.go(9, 1, 59);
        assertEquals(0, other.view.volumeShares(0));
        assertEquals(Phase.VOLATILITY_AUCTION, other.view.instrumentPhase(0));
        other.go(9, 3, 0);
        assertEquals(77_000, other.view.openPriceWon(0));
    }

    @ParameterizedTest
    @CsvSource({
        // date, listed shares, how far up the closing auction would go, whether it goes on for two minutes
        "2026-11-20, 20000000, 71300, false",
        "2026-11-20, 20000000, 71400, true",
        "2026-11-12, 20000000, 70600, false",
        "2026-11-12, 20000000, 70700, true",
        "2026-11-20, 1000000,  72700, false",
        "2026-11-20, 1000000,  72800, true",
        "2026-11-12, 1000000,  72700, false",
    })
    void makesAClosingAuctionLongerByTheRateOfTheClose(LocalDate date, long listedShares, long priceWon, boolean longer) {
        start(date, LocalTime.of(15, 25), listedShares, 70_000);
        order(Side.SELL, 1, priceWon);
        order(Side.BUY, 1, priceWon);
        order(Side.BUY, 1, 69_000);
        go(15, 31, 0);
        assertEquals(longer ? 0 : priceWon, view.closePriceWon(0));
        assertEquals(longer ? Phase.CLOSING_AUCTION : Phase.CLOSE_PRICE_ENTRY, view.instrumentPhase(0));
        List<String> said = go(15, 33, 0);
        assertEquals(priceWon, view.closePriceWon(0));
        assertEquals(longer ? List.of("fill #10000001 1@" + priceWon + " left 0", "fill #10000002 1@" + priceWon + " left 0",
            "EXPIRED #10000003 1 left 0") : List.of(), said);
    }

    @Test
    void interruptsTheAfterMarketToo() {
        start(LocalTime.of(16, 30));
        order(Side.SELL, 1, 74_200);
        order(Side.BUY, 1, 74_200);
        assertEquals(Phase.VOLATILITY_AUCTION, view.instrumentPhase(0));
        go(16, 33, 0);
        assertEquals(74_200, view.lastPriceWon(0));
        assertEquals(0, view.openPriceWon(0), "no price of the regular session");
    }

    // -- by hand, and together with halts ------------------------------------------------------------------------------------------

    @Test
    void isOrderedOnlyInContinuousTrading() {
        start(LocalTime.of(8, 45));
        core.interruptInstrument(0, 1, CODE);
        core.interruptInstrument(0, 1, Code.pack("999999"));
        assertEquals(List.of("NOT_IN_THIS_PHASE", "UNKNOWN_INSTRUMENT"), events.take());
        go(9, 1, 0);
        core.interruptInstrument(0, 1, CODE);
        core.interruptInstrument(0, 1, CODE);
        assertEquals(List.of("ok 0", "NOT_IN_THIS_PHASE"), events.take());
        assertEquals(Interruption.ORDERED, view.interruption(0));
        go(9, 4, 0);
        core.haltInstrument(0, 1, CODE, true);
        core.interruptInstrument(0, 1, CODE);
        assertEquals(List.of("ok 0", "INSTRUMENT_HALTED"), events.take());
    }

    @Test
    void holdsNoAuctionWhileTheInstrumentIsHalted() {
        start(LocalTime.of(10, 0));
        core.interruptInstrument(0, 1, CODE);
        order(Side.SELL, 1, 70_500);
        order(Side.BUY, 1, 70_500);
        core.haltInstrument(0, 1, CODE, true);
        go(10, 5, 0);
        assertEquals(0, view.volumeShares(0));
        core.haltInstrument(0, 1, CODE, false);
        assertEquals(1, view.volumeShares(0));
    }

    // -- the circuit breaker -------------------------------------------------------------------------------------------------------

    @Test
    void stopsTheMarketForTwentyMinutesAndReopensItByAnAuctionOfTen() {
        start(LocalTime.of(10, 0));
        order(Side.BUY, 5, 69_000);
        core.breakCircuit(0, 1, 1);
        assertEquals(List.of("ok 1"), events.take());
        assertEquals(Phase.HALTED, view.phase(Venue.KRX));
        assertEquals(List.of("NOT_IN_THIS_PHASE"), order(Side.SELL, 1, 69_000));
        core.cancelOrder(0, 1, TRADER, CODE, Venue.KRX, 10_000_001, 2);
        assertEquals("CANCELLED #10000001 2 left 3", events.take().getLast(), "only cancels are honoured");
        go(10, 19, 59);
        assertEquals(Phase.HALTED, view.phase(Venue.KRX));
        go(10, 20, 0);
        assertEquals(Phase.REOPENING_AUCTION, view.phase(Venue.KRX));
        order(Side.SELL, 1, 60_000);
        assertEquals(List.of(), go(10, 29, 59));
        assertEquals(List.of("fill #10000001 1@69000 left 2", "fill #10000003 1@69000 left 0"), go(10, 30, 30));
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
    }

    @Test
    void breaksOnceForEachStageAndNotAfterTenToThree() {
        start(LocalTime.of(10, 0));
        core.breakCircuit(0, 1, 0);
        core.breakCircuit(0, 1, 4);
        core.breakCircuit(0, 1, 1);
        core.breakCircuit(0, 1, 2);
        assertEquals(List.of("OUT_OF_RANGE", "OUT_OF_RANGE", "ok 1", "NOT_IN_THIS_PHASE"), events.take());
        go(10, 31, 0);
        core.breakCircuit(0, 1, 1);
        core.breakCircuit(0, 1, 2);
        assertEquals(List.of("NOT_IN_THIS_PHASE", "ok 2"), events.take());

        var late = new InterruptionTest();
        late.start(LocalTime.of(14, 50));
        late.go(14, 50, 1);
        late.core.breakCircuit(0, 1, 1);
        assertEquals(List.of("NOT_IN_THIS_PHASE"), late.events.take());
        late.core.breakCircuit(0, 1, 3);
        assertEquals(List.of("ok 3"), late.events.take());
    }

    @Test
    void leadsFromTenToThreeIntoTheClosingAuction() {
        start(LocalTime.of(14, 50));
        core.breakCircuit(0, 1, 1);
        order(Side.BUY, 1, 70_000);
        go(15, 20, 40);
        assertEquals(Phase.CLOSING_AUCTION, view.phase(Venue.KRX));
    }

    @Test
    void closesTheDayAtTheThirdStage() {
        start(LocalTime.of(10, 0));
        trade(69_000);
        order(Side.BUY, 1, 68_000);
        core.breakCircuit(0, 1, 3);
        assertEquals(List.of("EXPIRED #10000003 1 left 0", "ok 3"), events.take());
        assertEquals(Phase.CLOSED, view.phase(Venue.KRX));
        assertEquals(69_000, view.closePriceWon(0));
        assertEquals(List.of("MARKET_CLOSED"), order(Side.BUY, 1, 69_000));
        go(20, 0, 1);
        assertEquals(Phase.CLOSED, view.phase(Venue.KRX));
        core.setMarketTime(0, 1, NaiveClock.millis(DAY.plusDays(3), LocalTime.of(9, 1)));
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
    }

    @Test
    void endsInterruptionsWithoutAnAuctionWhereTheCircuitBreaks() {
        start(LocalTime.of(10, 0));
        core.interruptInstrument(0, 1, CODE);
        order(Side.SELL, 1, 70_500);
        order(Side.BUY, 1, 70_500);
        core.breakCircuit(0, 1, 1);
        assertFalse(view.interrupted(0));
        assertEquals(Phase.HALTED, view.instrumentPhase(0));
        go(10, 5, 0);
        assertEquals(0, view.volumeShares(0));
        go(10, 31, 0);
        assertEquals(1, view.volumeShares(0));
    }

    @Test
    void goesOnFromASnapshotInTheMiddleOfAnInterruption() {
        start(LocalTime.of(10, 0));
        core.interruptInstrument(0, 1, CODE);
        order(Side.SELL, 1, 70_500);
        order(Side.BUY, 1, 70_500);
        var state = new ListState();
        core.write(state);
        var copy = new Brokerage(new EventLog(), state);
        assertEquals(core.stateHash(), copy.stateHash());
        for (Brokerage one : List.of(core, copy)) {
            one.setMarketTime(0, 1, NaiveClock.millis(DAY, LocalTime.of(10, 5)));
            assertEquals(1, one.view().volumeShares(0));
        }
        assertEquals(core.stateHash(), copy.stateHash());
    }
}
