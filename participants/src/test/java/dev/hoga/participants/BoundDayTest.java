package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Brokerage;
import dev.hoga.core.Code;
import dev.hoga.core.DailyRow;
import dev.hoga.core.HouseAccount;
import dev.hoga.core.Market;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days bound to rows of every shape, made up for it: each comes to its row, through trades of the market. */
class BoundDayTest {
    private static final int MONDAY = BoundMarket.day("2026-02-02");
    private static final long EARLY_MS = 8 * 60 * BoundMarket.MINUTE_MS;
    private static final long OPEN_MS = 9 * 60 * BoundMarket.MINUTE_MS;

    private static BoundMarket.Row row(String code, int date, long base, long open, long high, long low, long close, long volume) {
        return new BoundMarket.Row(code, Market.KOSPI, 20_000_000, new DailyRow(date, base, open, high, low, close, volume));
    }

    /** Every shape of a day that is hard to come to. */
    private static List<BoundMarket.Row> shapes(int date) {
        return List.of(
            row("000001", date, 50_000, 50_100, 51_500, 49_500, 51_000, 400_000),
            // Limit up from the first trade on, and limit down.
            row("000002", date, 10_000, 13_000, 13_000, 13_000, 13_000, 3_000_000),
            row("000003", date, 10_000, 7_000, 7_000, 7_000, 7_000, 100),
            // From one limit to the other: static interruptions on the way.
            row("000004", date, 10_000, 8_000, 13_000, 7_000, 12_500, 900_000),
            row("000005", date, 900, 1_170, 1_170, 630, 640, 5_000_000),
            // As few shares as there are prices.
            row("000006", date, 20_000, 20_100, 20_100, 20_100, 20_100, 1),
            row("000007", date, 20_000, 20_000, 21_000, 20_000, 21_000, 2),
            row("000008", date, 20_000, 20_000, 23_000, 18_000, 21_000, 4),
            // Far away with few shares: each step of an interruption's auction is one of them.
            row("000013", date, 9_010, 10_350, 10_350, 7_660, 9_260, 214),
            row("000014", date, 365, 395, 395, 311, 358, 652),
            // Extremes at the open, and at the close.
            row("000009", date, 300_000, 330_000, 330_000, 290_000, 290_000, 77_777),
            // Nothing traded.
            row("000010", date, 5_000, 0, 0, 0, 0, 0),
            // More than a hundred times what is listed, a won a piece.
            row("000011", date, 3, 3, 3, 3, 3, 2_500_000_000L),
            // A tick is much.
            row("000012", date, 20, 22, 26, 19, 20, 1_000_000));
    }

    private static void check(BoundMarket market, List<BoundMarket.Row> rows, String where) {
        var wrong = new ArrayList<String>();
        for (BoundMarket.Row row : rows) {
            DailyRow today = market.today(row);
            if (!today.equals(row.day())) {
                wrong.add(row.code() + " was " + today + ", not " + row.day());
            }
        }
        assertEquals(List.of(), wrong, where);
        market.checkConservation();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void comesToEveryShapeOnTwoDays(long seed) {
        List<BoundMarket.Row> monday = shapes(MONDAY);
        List<BoundMarket.Row> tuesday = shapes(MONDAY + 1);
        var both = new ArrayList<>(monday);
        both.addAll(tuesday);
        var heard = new BoundMarket.Strict();
        var market = new BoundMarket(heard, both, seed, EARLY_MS);
        market.runToEvening(MONDAY);
        check(market, monday, "Monday, seed " + seed);
        market.runToEvening(MONDAY + 1);
        check(market, tuesday, "Tuesday, seed " + seed);
        System.out.println("seed " + seed + ": " + heard.trades + " trades on two days");
    }

    @Test
    void comesToTheRowWhereTimeBeginsAfterTheOpeningAuction() {
        List<BoundMarket.Row> monday = shapes(MONDAY);
        var market = new BoundMarket(new BoundMarket.Strict(), monday, 5, OPEN_MS);
        market.runToEvening(MONDAY);
        check(market, monday, "from 09:00 on");
    }

    @Test
    void movesFarThroughInterruptionsAndNearWithoutAny() {
        List<BoundMarket.Row> rows = List.of(row("000001", MONDAY, 50_000, 50_100, 51_500, 49_500, 51_000, 400_000),
            row("000004", MONDAY, 10_000, 8_000, 13_000, 7_000, 12_500, 900_000));
        var market = new BoundMarket(new BoundMarket.Strict(), rows, 6, EARLY_MS);
        market.runToEvening(MONDAY);
        check(market, rows, "both");
        assertEquals(0, market.view.interruptionCount(0));
        // The opening 20 % off its base price, then from 8,000 to 7,000 and 13,000 in whichever order.
        assertTrue(market.view.interruptionCount(1) >= 5, "only " + market.view.interruptionCount(1));
    }

    @Test
    void tradesAllDayLongAndInBothAuctions() {
        List<BoundMarket.Row> rows = List.of(row("000001", MONDAY, 50_000, 50_100, 51_500, 49_500, 51_000, 400_000));
        var ofHour = new long[24];
        var ofAuctions = new ArrayList<Long>();
        var heard = new BoundMarket.Strict() {
            @Override
            public void traded(int instrumentId, long tradeNumber, Side takerSide, long priceWon, long qtyShares, long timeMs) {
                super.traded(instrumentId, tradeNumber, takerSide, priceWon, qtyShares, timeMs);
                ofHour[(int) ((timeMs - BoundMarket.midnightMs(MONDAY)) / (60 * BoundMarket.MINUTE_MS))] += qtyShares;
            }

            @Override
            public void auctionTraded(int instrumentId, long tradeNumber, long priceWon, long qtyShares, long marketTimeMs) {
                super.auctionTraded(instrumentId, tradeNumber, priceWon, qtyShares, marketTimeMs);
                ofAuctions.add(priceWon);
                ofAuctions.add(qtyShares);
            }
        };
        var market = new BoundMarket(heard, rows, 7, EARLY_MS);
        market.runToEvening(MONDAY);
        check(market, rows, "the day");
        assertEquals(4, ofAuctions.size(), "auctions that traded: " + ofAuctions);
        assertEquals(50_100, ofAuctions.get(0));
        assertEquals(24_000, ofAuctions.get(1));
        assertEquals(51_000, ofAuctions.get(2));
        assertTrue(ofAuctions.get(3) < 60_000, "left for the close: " + ofAuctions.get(3));
        for (int hour = 9; hour < 15; hour++) {
            assertTrue(ofHour[hour] > 20_000, "at " + hour + ": " + ofHour[hour]);
        }
        assertTrue(ofHour[9] > ofHour[12] * 3 / 2, ofHour[9] + " at nine, " + ofHour[12] + " at noon");
        assertTrue(heard.trades > 1_000 && heard.trades < 20_000, heard.trades + " trades");
    }

    @Test
    void clientsShiftFiguresByWhatTheyDo() {
        List<BoundMarket.Row> rows = List.of(row("000001", MONDAY, 50_000, 50_100, 51_500, 49_500, 51_000, 400_000));
        var market = new BoundMarket(new BoundMarket.Strict(), rows, 8, EARLY_MS);
        market.runTo(BoundMarket.midnightMs(MONDAY) + OPEN_MS - 5 * BoundMarket.MINUTE_MS);
        market.core.placeOrder(0, 1, HouseAccount.SCRIPTED_TRADER.id(), Code.pack("000001"), Venue.KRX, Side.BUY, OrderType.MARKET,
            TimeInForce.DAY, 100_000, 0);
        market.runTo(BoundMarket.midnightMs(MONDAY) + 12 * 60 * BoundMarket.MINUTE_MS);
        market.core.placeOrder(4 * 60 * BoundMarket.MINUTE_MS, 1, HouseAccount.SCRIPTED_TRADER.id(), Code.pack("000001"), Venue.KRX,
            Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 5_000, 52_000);
        market.runToEvening(MONDAY);
        check(market, rows, "whose four prices the market defends, and whose volume it makes up for");
    }

    @Test
    void isTheSameTwiceAndAnotherWithAnotherSeed() {
        long once = hash(9, MONDAY);
        assertEquals(once, hash(9, MONDAY));
        assertNotEquals(once, hash(10, MONDAY));
    }

    private static long hash(long seed, int date) {
        var hash = new EventHash();
        var market = new BoundMarket(hash, shapes(date), seed, EARLY_MS);
        market.runToEvening(date);
        return hash.value();
    }

    @Test
    void goesOnFromASnapshotInAnAuctionAndInBetween() {
        List<BoundMarket.Row> monday = shapes(MONDAY);
        var both = new ArrayList<>(monday);
        both.addAll(shapes(MONDAY + 1));
        var market = new BoundMarket(new BoundMarket.Strict(), both, 11, EARLY_MS);
        long midnightMs = BoundMarket.midnightMs(MONDAY);
        for (long minute : new long[] {8 * 60 + 45, 9 * 60 + 1, 11 * 60, 15 * 60 + 24, 16 * 60}) {
            market.runTo(midnightMs + minute * BoundMarket.MINUTE_MS);
            var state = new KeptState();
            market.core.write(state);
            var copy = new Brokerage(new BoundMarket.Strict(), SimulatedMarket::new, state);
            assertTrue(state.isEmpty(), "something is left of the state");
            assertEquals(market.core.stateHash(), copy.stateHash(), "at minute " + minute);
            long laterMs = minute + 2 - EARLY_MS / BoundMarket.MINUTE_MS;
            market.runTo(midnightMs + (minute + 2) * BoundMarket.MINUTE_MS);
            do {
                copy.tick(laterMs * BoundMarket.MINUTE_MS);
            } while (copy.view().nextTickDueMs() <= laterMs * BoundMarket.MINUTE_MS);
            assertEquals(market.core.stateHash(), copy.stateHash(), "two minutes after minute " + minute);
        }
    }
}
