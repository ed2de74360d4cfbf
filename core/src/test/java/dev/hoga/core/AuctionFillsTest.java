package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whom an auction's shares go to, by example and beside the naive auction. */
class AuctionFillsTest {
    private static final int SEEDS = 3_000;
    private static final int SEEDS_WITH_EVERY_PRICE = 200;

    /** One instrument's orders, in the core's tables and in the naive ones. */
    private static final class Floor {
        final OrderTable orders = new OrderTable();
        final OrderBook book = new OrderBook(orders, null, null, null, null);
        final Instrument instrument;
        final NaiveShare share;
        final CallAuction auction = new CallAuction();
        final AuctionFills fills = new AuctionFills(orders);

        Floor(InstrumentKind kind, long baseWon) {
            instrument = new Instrument(0, 1, "name", Market.KOSPI, kind, "", 1, 1, 1);
            instrument.base(baseWon, 20_000);
            share = new NaiveShare(0, 1, Market.KOSPI, kind, "", 1, 1_000_000, baseWon);
        }

        void last(long priceWon) {
            instrument.lastWon = priceWon;
            share.last = priceWon;
        }

        /** @param priceWon 0 for a market order */
        void rest(Side side, long shares, long priceWon) {
            OrderType type = priceWon == 0 ? OrderType.MARKET : OrderType.LIMIT;
            int number = orders.add(OrderSeries.CLIENT, OrderKind.NEW, side, type, TimeInForce.DAY, 0, 0, 0, shares, priceWon, 0, 0, 0);
            book.rest(instrument, number);
            var order = new NaiveOrder();
            order.number = number;
            order.sequence = number;
            order.share = share;
            order.side = side;
            order.type = type;
            order.price = priceWon;
            order.open = shares;
            share.resting.add(order);
        }

        List<String> fills(Side side, boolean bySize) {
            long limitWon = side == Side.BUY ? instrument.upperLimitWon : instrument.lowerLimitWon;
            if (bySize && auction.priceWon() == limitWon) {
                fills.bySize(instrument.limitOrders(side), instrument.marketOrders(side), limitWon, auction.shares());
            } else {
                fills.byPriceAndTime(instrument.limitOrders(side), instrument.marketOrders(side), limitWon, auction.shares());
            }
            var lines = new ArrayList<String>();
            for (int i = 0; i < fills.count(); i++) {
                lines.add("#" + fills.order(i) + " " + fills.shares(i));
            }
            return lines;
        }
    }

    /** The example of the exchange: 15,500 yesterday, so 20,150 is the upper limit. */
    private static Floor atTheUpperLimit() {
        var floor = new Floor(InstrumentKind.STOCK, 15_500);
        for (long shares : new long[] {1_000, 200, 10_000, 5_000}) {
            floor.rest(Side.BUY, shares, 20_150);
        }
        floor.rest(Side.SELL, 6_100, 20_150);
        floor.rest(Side.SELL, 3_200, 20_100);
        floor.rest(Side.SELL, 2_300, 20_050);
        floor.rest(Side.SELL, 800, 20_000);
        floor.rest(Side.SELL, 700, 19_950);
        assertTrue(floor.auction.find(floor.instrument));
        return floor;
    }

    @Test
    void sharesOutBySizeAtTheUpperLimitAsTheExchangesExampleDoes() {
        Floor floor = atTheUpperLimit();
        assertEquals(20_150, floor.auction.priceWon());
        assertEquals(13_100, floor.auction.shares());
        assertEquals(List.of("#3 9850", "#4 2550", "#1 550", "#2 150"), floor.fills(Side.BUY, true));
    }

    @Test
    void goesByTimeAtTheUpperLimitWhereNothingIsSharedOut() {
        assertEquals(List.of("#1 1000", "#2 200", "#3 10000", "#4 1900"), atTheUpperLimit().fills(Side.BUY, false));
    }

    @Test
    void goesByPriceOnTheSideWhoseLimitItIsNot() {
        assertEquals(List.of("#9 700", "#8 800", "#7 2300", "#6 3200", "#5 6100"), atTheUpperLimit().fills(Side.SELL, true));
    }

    @Test
    void countsAMarketOrderAmongTheLargeAtTheLimit() {
        var floor = new Floor(InstrumentKind.STOCK, 15_500);
        floor.rest(Side.BUY, 300, 20_150);
        floor.rest(Side.BUY, 500, 0);
        floor.rest(Side.BUY, 300, 20_150);
        floor.rest(Side.SELL, 351, 20_150);
        assertTrue(floor.auction.find(floor.instrument));
        assertEquals(List.of("#2 151", "#1 100", "#3 100"), floor.fills(Side.BUY, true));
        assertEquals(List.of("#1 300", "#2 51"), floor.fills(Side.BUY, false));
    }

    @Test
    void agreesWithTheNaiveAuction() {
        long first = Seeds.first(77_000);
        int traded = 0;
        int atLimit = 0;
        for (long seed = first; seed < first + SEEDS; seed++) {
            var random = new Random(seed);
            Floor floor = random(random);
            boolean found = floor.auction.find(floor.instrument);
            var naive = new NaiveAuction(floor.share, floor.share.last, seed < first + SEEDS_WITH_EVERY_PRICE);
            String where = "seed " + seed;
            assertEquals(naive.deemedBid, floor.auction.deemedWon(Side.BUY), where);
            assertEquals(naive.deemedAsk, floor.auction.deemedWon(Side.SELL), where);
            assertEquals(naive.price, floor.auction.priceWon(), where);
            assertEquals(naive.quantity, floor.auction.shares(), where);
            assertEquals(naive.quantity > 0, found, where);
            if (found) {
                traded++;
                atLimit += floor.share.upper() == naive.price || floor.share.lower() == naive.price ? 1 : 0;
                for (Side side : Side.values()) {
                    assertEquals(lines(naive.fills(side, true)), floor.fills(side, true), where);
                    assertEquals(lines(naive.fills(side, false)), floor.fills(side, false), where);
                }
            }
        }
        assertTrue(traded > SEEDS / 2, "only " + traded + " auctions traded");
        assertTrue(atLimit > SEEDS / 20, "only " + atLimit + " at a limit");
    }

    private static List<String> lines(Map<NaiveOrder, Long> fills) {
        return fills.entrySet().stream().map(fill -> "#" + fill.getKey().number + " " + fill.getValue()).toList();
    }

    private static Floor random(Random random) {
        long[] bases = {15_500, 2_005, 50_000, 15, 1_995};
        InstrumentKind kind = InstrumentKind.of(random.nextInt(2));
        long base = NaiveRules.ceil(kind, bases[random.nextInt(bases.length)]);
        var floor = new Floor(kind, base);
        int spread = 1 + random.nextInt(12);
        int limitsInHundred = random.nextInt(3) == 0 ? 40 : 4;
        int marketsInHundred = random.nextInt(101) * random.nextInt(2);
        for (int count = random.nextInt(25); count > 0; count--) {
            Side side = Side.of(random.nextInt(2));
            long price = base + (random.nextInt(2 * spread + 1) - spread) * NaiveRules.tick(kind, base);
            price = random.nextInt(100) < limitsInHundred
                ? side == Side.BUY || random.nextInt(9) == 0 ? floor.share.upper() : floor.share.lower()
                : NaiveRules.floor(kind, Math.clamp(price, floor.share.lower(), floor.share.upper()));
            price = Math.max(price, floor.share.lower());
            floor.rest(side, 1 + random.nextInt(random.nextInt(3) == 0 ? 900 : 9),
                random.nextInt(100) < marketsInHundred ? 0 : price);
        }
        floor.last(Math.clamp(base + random.nextInt(61) - 30, floor.share.lower(), floor.share.upper()));
        return floor;
    }
}
