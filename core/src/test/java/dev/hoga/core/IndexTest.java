package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** Levels, bars and breadth of indices, reckoned by hand and by a plain sum over all members beside them. */
class IndexTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int TRADER = HouseAccount.SCRIPTED_TRADER.id();
    private static final int KOSPI = 1;
    private static final int FOOD = 5;
    private static final int KOSDAQ = 1001;
    private static final int KOSPI_200 = 2001;

    private final EventLog events = new EventLog();
    private final Brokerage core = new Brokerage(events);
    private final BrokerageView view = core.view();
    private final IndexView indices = view.indices();

    private void list(int code, Market market, String sector, long listedShares, long baseWon) {
        core.listInstrument(0, 1, code(code), "name", market, InstrumentKind.STOCK, sector, listedShares, 100, 1, baseWon);
    }

    private static long code(int number) {
        return Code.pack(Integer.toString(number));
    }

    private void declare() {
        core.declareIndex(0, 1, KOSPI, "KOSPI", Market.KOSPI, IndexScope.MARKET, "", 250_000);
        core.declareIndex(0, 1, FOOD, "food", Market.KOSPI, IndexScope.SECTOR, "food", 100_000);
        core.declareIndex(0, 1, KOSDAQ, "KOSDAQ", Market.KOSDAQ, IndexScope.MARKET, "", 80_000);
        core.declareIndex(0, 1, KOSPI_200, "KOSPI 200", Market.KOSPI, IndexScope.LARGE, "", 33_333);
    }

    /** Three shares on KOSPI, one of them large, and one on KOSDAQ. */
    private void start(LocalTime time) {
        list(100_000, Market.KOSPI, "food", 1_000_000, 10_000);
        list(100_010, Market.KOSPI, "steel", 3_000_000, 10_000);
        list(100_020, Market.KOSPI, "chips", 20_000_000, 100_000);
        list(200_000, Market.KOSDAQ, "food", 1_000_000, 5_000);
        declare();
        core.startClock(0, 1, NaiveClock.millis(DAY, time), 1, true);
        events.take();
    }

    private List<String> go(LocalTime time) {
        core.setMarketTime(0, 1, NaiveClock.millis(LocalDate.ofEpochDay(view.tradingDate()), time));
        return events.take();
    }

    private List<String> go(int hour, int minute, int second) {
        return go(LocalTime.of(hour, minute, second));
    }

    private void trade(int code, long shares, long priceWon) {
        core.placeOrder(0, 1, TRADER, code(code), Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
        core.placeOrder(0, 1, TRADER, code(code), Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
        assertEquals(priceWon, view.lastPriceWon(view.instrumentId(code(code))));
        events.take();
    }

    private long level(int number) {
        return indices.level(indices.indexId(number));
    }

    // -- levels --------------------------------------------------------------------------------------------------------

    @Test
    void moveWithTheValueOfTheirMembersAtTheNextSecond() {
        start(LocalTime.of(10, 0));
        trade(100_000, 7, 10_300);
        assertEquals(250_000, level(KOSPI), "not reckoned yet");
        assertEquals(List.of("indices", "ok " + NaiveClock.millis(DAY, LocalTime.of(10, 0, 1))), go(10, 0, 1));
        // 40 billion and 2 trillion before; 300 won more for a million shares.
        assertEquals(250_037, level(KOSPI));
        assertEquals(103_000, level(FOOD), "the only member rose by 3 %");
        assertEquals(80_000, level(KOSDAQ), "the same sector's share on KOSDAQ has not moved");
        assertEquals(33_333, level(KOSPI_200));
        int kospi = indices.indexId(KOSPI);
        assertEquals(List.of(250_000L, 250_037L, 250_037L, 250_037L, 7L, 72_100L, 7L), List.of(indices.previousLevel(kospi),
            indices.openLevel(kospi), indices.highLevel(kospi), indices.lowLevel(kospi), indices.indexVolumeShares(kospi),
            indices.indexTurnoverWon(kospi), indices.lastIndexVolumeShares(kospi)));
        assertEquals(List.of("ok " + NaiveClock.millis(DAY, LocalTime.of(10, 0, 9))), go(10, 0, 9), "nothing has changed since");
        trade(100_000, 2, 9_990);
        go(10, 0, 10);
        assertEquals(99_900, indices.lowLevel(indices.indexId(FOOD)));
        assertEquals(103_000, indices.openLevel(indices.indexId(FOOD)));
        assertEquals(9, indices.indexVolumeShares(kospi));
    }

    @Test
    void countHowTheirMembersStand() {
        start(LocalTime.of(10, 0));
        int kospi = indices.indexId(KOSPI);
        assertEquals(3, indices.memberCount(kospi));
        assertEquals(1, indices.memberCount(indices.indexId(KOSPI_200)), "only one is worth a trillion won");
        assertTrue(indices.isMember(kospi, 0));
        assertFalse(indices.isMember(kospi, 3));
        trade(100_000, 1, 10_100);
        trade(100_010, 1, 9_900);
        go(10, 1, 0);
        assertEquals(List.of(1, 1, 0, 1, 0, 2), List.of(indices.standingCount(kospi, Standing.UNCHANGED),
            indices.standingCount(kospi, Standing.UP), indices.standingCount(kospi, Standing.UPPER_LIMIT),
            indices.standingCount(kospi, Standing.DOWN), indices.standingCount(kospi, Standing.LOWER_LIMIT),
            indices.tradedCount(kospi)));
    }

    @Test
    void countSharesAtALimitApart() {
        list(100_000, Market.KOSPI, "food", 1_000_000, 10);
        declare();
        core.startClock(0, 1, NaiveClock.millis(DAY, LocalTime.of(10, 0)), 1, true);
        trade(100_000, 1, 13);
        go(10, 0, 1);
        assertEquals(1, indices.standingCount(0, Standing.UPPER_LIMIT));
        trade(100_000, 1, 10);
        trade(100_000, 1, 7);
        go(10, 0, 2);
        assertEquals(0, indices.standingCount(0, Standing.UPPER_LIMIT));
        assertEquals(1, indices.standingCount(0, Standing.LOWER_LIMIT));
    }

    @Test
    void stayWhereTheyAreWhenASharesIsListedOrHasAnotherBasePrice() {
        start(LocalTime.of(10, 0));
        trade(100_000, 7, 10_300);
        go(10, 0, 1);
        list(100_030, Market.KOSPI, "food", 1_000_000, 20_000);
        assertEquals(List.of(250_037L, 103_000L), List.of(level(KOSPI), level(FOOD)));
        core.setBasePrice(0, 1, code(100_030), 10_300);
        assertEquals(List.of(250_037L, 103_000L), List.of(level(KOSPI), level(FOOD)));
        trade(100_030, 1, 10_400);
        go(10, 0, 2);
        // 10.3 billion twice; one of them is worth 100 million more.
        assertEquals(103_500, level(FOOD));
        assertEquals(2, indices.memberCount(indices.indexId(FOOD)));
    }

    @Test
    void haveBarsOfMinutesAndDays() {
        start(LocalTime.of(10, 0));
        trade(100_000, 7, 10_300);
        go(10, 0, 30);
        trade(100_000, 2, 10_200);
        go(10, 0, 50);
        trade(100_000, 1, 10_100);
        go(10, 2, 0);
        int food = indices.indexId(FOOD);
        var bars = new Bars(10);
        indices.copyIndexMinuteBars(food, 1, Integer.MAX_VALUE, bars);
        assertEquals(1, bars.count());
        assertEquals(List.of(600L, 100_000L, 103_000L, 103_000L, 101_000L, 101_000L, 10L, 102_600L),
            List.of((long) bars.place(0), bars.baseWon(0), bars.openWon(0), bars.highWon(0), bars.lowWon(0), bars.closeWon(0),
                bars.volumeShares(0), bars.turnoverWon(0)));
        core.setMarketTime(0, 1, NaiveClock.millis(LocalDate.of(2026, 11, 23), LocalTime.of(9, 30)));
        assertEquals(101_000, level(FOOD));
        assertEquals(101_000, indices.previousLevel(food));
        assertEquals(0, indices.openLevel(food), "nobody has traded today");
        assertEquals(10, indices.previousIndexVolumeShares(food));
        trade(100_000, 1, 10_200);
        go(9, 30, 1);
        assertEquals(102_000, level(FOOD));
        var days = new Bars(10);
        indices.copyIndexDayBars(food, Integer.MAX_VALUE, days);
        assertEquals(2, days.count());
        assertEquals(List.of(102_000L, 103_000L, 101_000L, 101_000L), List.of(days.closeWon(0), days.highWon(1), days.lowWon(1), days.closeWon(1)));
    }

    @Test
    void takeThePriceWithoutTradeAndNotWhatTradesAfterTheClose() {
        start(LocalTime.of(15, 29));
        core.placeOrder(0, 1, TRADER, code(100_000), Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 10_500);
        go(15, 31, 0);
        assertEquals(105_000, level(FOOD), "a bid above the base price is the close");
        go(16, 0, 0);
        core.placeOrder(0, 1, TRADER, code(100_000), Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, 3, 10_200);
        core.placeOrder(0, 1, TRADER, code(100_000), Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 3, 10_200);
        assertEquals(10_200, view.lastPriceWon(0));
        go(16, 0, 1);
        assertEquals(105_000, level(FOOD));
        assertEquals(3, indices.indexVolumeShares(indices.indexId(FOOD)));
    }

    @Test
    void areRefusedTwiceAndOutOfRange() {
        declare();
        core.declareIndex(0, 1, KOSPI, "again", Market.KOSPI, IndexScope.MARKET, "", 1);
        core.declareIndex(0, 1, 0, "no number", Market.KOSPI, IndexScope.MARKET, "", 1);
        core.declareIndex(0, 1, 9, "no level", Market.KOSPI, IndexScope.MARKET, "", 0);
        core.declareIndex(0, 1, 9, "too high", Market.KOSPI, IndexScope.MARKET, "", MarketIndex.MAX_LEVEL + 1);
        for (int number = 3_000; number < 3_000 + IndexBoard.MAX_INDICES - 4; number++) {
            core.declareIndex(0, 1, number, "more", Market.KOSPI, IndexScope.SECTOR, "none", 1);
        }
        events.take();
        core.declareIndex(0, 1, 9, "one too many", Market.KOSPI, IndexScope.MARKET, "", 1);
        assertEquals(List.of("OUT_OF_RANGE"), events.take());
        assertEquals(IndexBoard.MAX_INDICES, indices.indexCount());
        assertEquals(-1, indices.indexId(9));
    }

    /** More is worth than a sum can hold: what would not fit stays outside. */
    @Test
    void leaveOutWhatHasNoRoom() {
        declare();
        list(100_000, Market.KOSPI, "food", 80_000_000_000L, 10_000_000);
        list(100_010, Market.KOSPI, "food", 80_000_000_000L, 10_000_000);
        list(100_020, Market.KOSPI, "food", 1_000, 10_000);
        assertEquals(List.of(true, false, true), List.of(indices.isMember(0, 0), indices.isMember(0, 1), indices.isMember(0, 2)));
    }

    // -- beside a plain sum ------------------------------------------------------------------------------------------------

    /** An index as a person would reckon it: all members, exactly, each second. */
    private final class Plain {
        private final int id;
        private final BigDecimal anchor;

        private Plain(int id) {
            this.id = id;
            anchor = value(true);
        }

        private BigDecimal value(boolean base) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int instrument = 0; instrument < view.instrumentCount(); instrument++) {
                if (indices.isMember(id, instrument)) {
                    long priceWon = base ? view.basePriceWon(instrument) : view.lastPriceWon(instrument);
                    sum = sum.add(BigDecimal.valueOf(priceWon).multiply(BigDecimal.valueOf(view.listedShares(instrument))));
                }
            }
            return sum;
        }

        private long level() {
            return BigDecimal.valueOf(indices.previousLevel(id)).multiply(value(false)).divide(anchor, 0, RoundingMode.HALF_UP)
                .longValueExact();
        }

        private long sum(IntToLongFunction of) {
            long sum = 0;
            for (int instrument = 0; instrument < view.instrumentCount(); instrument++) {
                sum += indices.isMember(id, instrument) ? of.applyAsLong(instrument) : 0;
            }
            return sum;
        }
    }

    @Test
    void agreesWithAPlainSumAtEverySecond() {
        for (long seed = Seeds.first(71_000); seed < Seeds.first(71_000) + 4; seed++) {
            var test = new IndexTest();
            test.compare(new Random(seed), "seed " + seed);
        }
    }

    private void compare(Random random, String where) {
        for (int i = 0; i < 12; i++) {
            list(100_000 + 10 * i, i % 3 == 0 ? Market.KOSDAQ : Market.KOSPI, i % 2 == 0 ? "food" : "steel",
                1 + random.nextInt(50_000_000), 10 * (1 + random.nextInt(180)));
        }
        declare();
        core.startClock(0, 1, NaiveClock.millis(DAY, LocalTime.of(10, 0)), 1, true);
        var plain = new ArrayList<Plain>();
        for (int id = 0; id < indices.indexCount(); id++) {
            plain.add(new Plain(id));
        }
        for (int second = 1; second <= 600; second++) {
            for (int order = random.nextInt(8); order > 0; order--) {
                int instrument = random.nextInt(12);
                long priceWon = Math.max(view.lowerLimitWon(instrument), view.lastPriceWon(instrument) - 3 + random.nextInt(7));
                core.placeOrder(0, 1, TRADER, view.code(instrument), Venue.KRX, Side.of(random.nextInt(2)), OrderType.LIMIT,
                    TimeInForce.DAY, 1 + random.nextInt(9), Math.min(priceWon, view.upperLimitWon(instrument)));
            }
            if (second == 300) {
                var copy = new Brokerage(new EventLog(), ListState.of(core));
                assertEquals(core.stateHash(), copy.stateHash(), where);
            }
            go(LocalTime.of(10, 0).plusSeconds(second));
            for (Plain one : plain) {
                String what = where + " second " + second + " index " + one.id;
                if (indices.memberCount(one.id) > 0) {
                    assertEquals(one.level(), indices.level(one.id), what);
                    assertEquals(one.sum(view::volumeShares), indices.indexVolumeShares(one.id), what);
                    assertEquals(one.sum(view::turnoverWon), indices.indexTurnoverWon(one.id), what);
                    assertEquals(one.sum(id -> view.volumeShares(id) > 0 ? 1 : 0), indices.tradedCount(one.id), what);
                    assertEquals(one.sum(id -> view.lastPriceWon(id) == view.basePriceWon(id) ? 1 : 0),
                        indices.standingCount(one.id, Standing.UNCHANGED), what);
                }
            }
        }
        assertTrue(indices.indexVolumeShares(0) > 0, where);
    }

    @Test
    void goesOnFromASnapshotAsIfNothingHadHappened() {
        start(LocalTime.of(10, 0));
        trade(100_000, 7, 10_300);
        var said = new EventLog();
        var copy = new Brokerage(said, ListState.of(core));
        assertEquals(core.stateHash(), copy.stateHash());
        copy.setMarketTime(0, 1, NaiveClock.millis(DAY, LocalTime.of(10, 0, 1)));
        assertEquals(go(10, 0, 1), said.take());
        assertEquals(ListState.of(core).values, ListState.of(copy).values);
    }

    // -- the circuit breaker -------------------------------------------------------------------------------------------------

    /** Prices of a few won have no interruptions within three ticks, so that an index can fall without one. */
    private void startPenny(LocalTime time) {
        list(100_000, Market.KOSPI, "food", 1_000_000, 100);
        list(200_000, Market.KOSDAQ, "food", 1_000_000, 100);
        declare();
        core.startClock(0, 1, NaiveClock.millis(DAY, time), 1, true);
        events.take();
    }

    /** Brings the share down by steps that interrupt nothing. */
    private void fall(long toWon) {
        for (long priceWon = view.lastPriceWon(0); priceWon > toWon; ) {
            priceWon = Math.max(toWon, priceWon - 3);
            trade(100_000, 1, priceWon);
        }
    }

    @Test
    void stopsTheMarketWhenAnIndexHasBeenEightPercentDownForAMinute() {
        startPenny(LocalTime.of(10, 0));
        fall(92);
        go(10, 1, 0);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX), "59 seconds");
        go(10, 1, 1);
        assertEquals(Phase.HALTED, view.phase(Venue.KRX));
        go(10, 21, 1);
        assertEquals(Phase.REOPENING_AUCTION, view.phase(Venue.KRX));
    }

    @Test
    void doesNotStopForAFallThatDoesNotLast() {
        startPenny(LocalTime.of(10, 0));
        fall(92);
        go(10, 0, 50);
        trade(100_000, 1, 93);
        go(10, 0, 51);
        fall(92);
        go(10, 1, 51);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
        go(10, 1, 52);
        assertEquals(Phase.HALTED, view.phase(Venue.KRX));
    }

    @Test
    void needsAnotherPercentForTheSecondStage() {
        startPenny(LocalTime.of(10, 0));
        place(Side.SELL, 84);
        place(Side.BUY, 84);
        assertTrue(view.interrupted(0), "84 is more than a tenth from 100");
        go(10, 2, 31);
        assertEquals(84, view.lastPriceWon(0));
        go(10, 5, 0);
        assertEquals(Phase.HALTED, view.phase(Venue.KRX), "16 % down");
        go(10, 40, 0);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX), "16 % is more than 15, but no further percent");
        trade(100_000, 1, 83);
        go(10, 41, 0);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
        go(10, 41, 1);
        assertEquals(Phase.HALTED, view.phase(Venue.KRX));
        core.breakCircuit(0, 1, 2);
        assertTrue(events.take().contains("NOT_IN_THIS_PHASE"), "the second stage has been reached");
    }

    @Test
    void closesTheDayAtTwentyPercent() {
        startPenny(LocalTime.of(10, 0));
        core.breakCircuit(0, 1, 1);
        go(10, 40, 0);
        core.breakCircuit(0, 1, 2);
        go(11, 20, 0);
        fall(91);
        place(Side.SELL, 80);
        place(Side.BUY, 80);
        go(11, 23, 0);
        assertEquals(80, view.lastPriceWon(0));
        go(11, 25, 0);
        assertEquals(Phase.CLOSED, view.phase(Venue.KRX));
        assertEquals(80, view.closePriceWon(0));
    }

    private void place(Side side, long priceWon) {
        core.placeOrder(0, 1, TRADER, code(100_000), Venue.KRX, side, OrderType.LIMIT, TimeInForce.DAY, 1, priceWon);
        events.take();
    }

    @Test
    void doesNotStopFortyMinutesBeforeTheClosingAuction() {
        startPenny(LocalTime.of(14, 50));
        fall(92);
        go(15, 0, 0);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
    }

    @Test
    void countsTheMinuteFromOneMinuteAfterTheOpening() {
        startPenny(LocalTime.of(9, 0));
        fall(92);
        go(9, 1, 59);
        assertEquals(Phase.CONTINUOUS, view.phase(Venue.KRX));
        go(9, 2, 0);
        assertEquals(Phase.HALTED, view.phase(Venue.KRX));
    }
}
