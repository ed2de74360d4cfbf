package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bars of minutes, trades and days, as a reader takes them away. */
class ChartsTest {
    private static final long MINUTE_MS = 60_000;
    private static final int ALL = Integer.MAX_VALUE;

    private final TradingFloor floor = new TradingFloor();

    private void trade(long hostMs, long priceWon, long shares) {
        floor.core.placeOrder(hostMs, 1, floor.bob, TradingFloor.CODE, Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, shares,
            priceWon);
        floor.core.placeOrder(hostMs, 1, floor.alice, TradingFloor.CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, shares,
            priceWon);
    }

    private static List<String> lines(Bars bars) {
        var lines = new ArrayList<String>();
        for (int bar = 0; bar < bars.count(); bar++) {
            lines.add(bars.place(bar) + ": " + bars.openWon(bar) + " " + bars.highWon(bar) + " " + bars.lowWon(bar) + " "
                + bars.closeWon(bar) + " x " + bars.volumeShares(bar) + " = " + bars.turnoverWon(bar));
        }
        return lines;
    }

    private List<String> minutes(int minutes, int below, int room) {
        var bars = new Bars(room);
        floor.view.copyMinuteBars(0, minutes, below, bars);
        return lines(bars);
    }

    private List<String> trades(int each, int below, int room) {
        var bars = new Bars(room);
        floor.view.copyTradeBars(0, each, below, bars);
        return lines(bars);
    }

    private void someTrades() {
        trade(1_000, 70_000, 1);
        trade(59_999, 70_200, 2);
        trade(60_000, 69_900, 3);
        trade(5 * MINUTE_MS, 70_100, 4);
    }

    @Test
    void minutesHoldTheTradesThatBeganInThem() {
        someTrades();
        assertEquals(List.of("545: 70100 70100 70100 70100 x 4 = 280400", "541: 69900 69900 69900 69900 x 3 = 209700",
            "540: 70000 70200 70000 70200 x 2 = 140200").subList(0, 2), minutes(1, ALL, 10).subList(0, 2));
        assertEquals("540: 70000 70200 70000 70200 x 3 = 210400", minutes(1, ALL, 10).get(2));
        assertEquals(List.of("545: 70100 70100 70100 70100 x 4 = 280400", "540: 70000 70200 69900 69900 x 6 = 420100"),
            minutes(5, ALL, 10));
        assertEquals(List.of("540: 70000 70200 69900 70100 x 10 = 700500"), minutes(60, ALL, 10));
        var bars = new Bars(1);
        floor.view.copyMinuteBars(0, 1, ALL, bars);
        assertEquals(TradingFloor.OPEN_MS + 5 * MINUTE_MS, bars.timeMs(0));
        assertEquals(70_000, bars.baseWon(0));
    }

    @Test
    void theNextPageBeginsBelowTheLastPlace() {
        someTrades();
        assertEquals(minutes(1, ALL, 10).subList(1, 3), minutes(1, 545, 10));
        assertEquals(1, minutes(1, ALL, 1).size());
        assertEquals(trades(1, ALL, 10).subList(2, 4), trades(1, 2, 10));
    }

    @Test
    void barsOfTradesAreCountedFromTheFirstOfTheDay() {
        someTrades();
        assertEquals(List.of("3: 70100 70100 70100 70100 x 4 = 280400", "0: 70000 70200 69900 69900 x 6 = 420100"), trades(3, ALL, 10));
        var bars = new Bars(2);
        floor.view.copyTradeBars(0, 3, ALL, bars);
        assertEquals(TradingFloor.OPEN_MS + 60_000, bars.timeMs(1), "the time of its last trade");
    }

    @Test
    void theTapeKeepsTheNewestTradesAndForgetsNoMinute() {
        var random = new Random(Seeds.first(90_000));
        var tape = new DayTape();
        var prices = new ArrayList<Long>();
        long timeMs = TradingFloor.OPEN_MS;
        for (int i = 0; i < 3 * DayTape.TRADES; i++) {
            timeMs += random.nextInt(4_000);
            long price = 60_000 + random.nextInt(100) * 100;
            prices.add(price);
            tape.add(price, 1 + random.nextInt(999_999_999), timeMs);
        }
        var bars = new Bars(4 * DayTape.TRADES);
        tape.copyTrades(1, ALL, 70_000, bars);
        assertEquals(DayTape.TRADES, bars.count());
        for (int bar = 0; bar < bars.count(); bar++) {
            assertEquals(prices.get(bars.place(bar)), bars.closeWon(bar));
        }
        var minutes = new Bars(10_000);
        tape.copyMinutes(1, ALL, 70_000, TradingCalendar.startMs(TradingCalendar.day(TradingFloor.OPEN_MS)), minutes);
        assertEquals(prices.getFirst(), minutes.openWon(minutes.count() - 1));
        var state = new ListState();
        tape.write(state);
        var copy = new DayTape();
        copy.read(state);
        assertTrue(state.isReadToTheEnd());
        tape.add(61_000, 5, timeMs);
        copy.add(61_000, 5, timeMs);
        var again = new ListState();
        tape.write(again);
        var againOfCopy = new ListState();
        copy.write(againOfCopy);
        assertEquals(again.values, againOfCopy.values);
    }

    @Test
    void daysAreThoseLivedTheNewestFirst() {
        someTrades();
        assertEquals(1, days(ALL).count(), "today, once it has traded");
        floor.core.setMarketTime(6 * MINUTE_MS, 1, TradingFloor.OPEN_MS + 4 * TradingCalendar.DAY_MS);
        Bars days = days(ALL);
        int friday = TradingCalendar.day(TradingFloor.OPEN_MS);
        assertEquals(List.of((friday + 3) + ": 0 0 0 70100 x 0 = 0", friday + ": 70000 70200 69900 70100 x 10 = 700500"), lines(days));
        assertEquals(70_100, days.baseWon(0));
        assertEquals(70_000, days.baseWon(1));
        assertEquals(1, days(friday + 3).count());
        assertEquals(List.of(), minutes(1, ALL, 10), "yesterday's minutes are gone");
    }

    private Bars days(int below) {
        var bars = new Bars(10);
        floor.view.copyDayBars(0, below, bars);
        return bars;
    }

    @Test
    void soManyDaysAreKeptAndNoMore() {
        var past = new PastDays();
        var share = new Instrument(0, 1, "", Market.KOSPI, InstrumentKind.STOCK, "", 1, 1, 1);
        share.base(70_000, 1);
        for (int date = 1; date <= 3 * PastDays.DAYS; date++) {
            past.add(date, share);
        }
        assertEquals(PastDays.DAYS, past.count());
        assertEquals(2 * PastDays.DAYS + 1, past.oldestDate());
    }

    @Test
    void tellsOfSingleTradesAndWhoTookThem() {
        floor.sell(floor.alice, 5, 70_100);
        floor.buy(floor.bob, 2, 70_100);
        floor.buy(floor.bob, 4, 70_000);
        floor.sell(floor.alice, 3, 70_000);
        var told = new ArrayList<List<Long>>();
        floor.view.tellTrades(0, Integer.MAX_VALUE, 9, (place, won, shares, taken, ms) -> told.add(List.of((long) place, won, shares, taken, ms)));
        assertEquals(List.of(List.of(1L, 70_000L, 3L, -3L, TradingFloor.OPEN_MS), List.of(0L, 70_100L, 2L, 2L, TradingFloor.OPEN_MS)), told);
        told.clear();
        floor.view.tellTrades(0, 1, 9, (place, won, shares, taken, ms) -> told.add(List.of((long) place)));
        floor.view.tellTrades(0, 2, 1, (place, won, shares, taken, ms) -> told.add(List.of((long) place)));
        assertEquals(List.of(List.of(0L), List.of(1L)), told);
    }
}
