package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * The single price. The worked examples are the exchange's own (guide to call auctions, KRX Business Regulation art. 23); they
 * assume a tick of 100 won and limits far away.
 */
class CallAuctionTest {
    private final CallAuction auction = new CallAuction();
    private final PriceLevels bids = new SortedPriceLevels(Side.BUY);
    private final PriceLevels asks = new SortedPriceLevels(Side.SELL);
    private final PriceLevels marketBids = new SortedPriceLevels(Side.BUY);
    private final PriceLevels marketAsks = new SortedPriceLevels(Side.SELL);

    private static void add(PriceLevels levels, long shares, long priceWon) {
        int level = levels.open(priceWon);
        levels.queue(level, 1, 1);
        levels.addShares(level, shares);
    }

    private void bid(long shares, long priceWon) {
        add(bids, shares, priceWon);
    }

    private void ask(long shares, long priceWon) {
        add(asks, shares, priceWon);
    }

    private void bidMarket(long shares) {
        add(marketBids, shares, 0);
    }

    private void askMarket(long shares) {
        add(marketAsks, shares, 0);
    }

    private boolean find(long lastWon) {
        return find(lastWon, lastWon, 1_000, 20_000, 100);
    }

    private boolean find(long lastWon, long nearestToWon, long lowerWon, long upperWon, long tickWon) {
        auction.terms(lastWon, nearestToWon, lowerWon, upperWon, TickTable.flat(tickWon));
        return auction.find(bids, asks, marketBids, marketAsks);
    }

    // -- the exchange's worked examples ------------------------------------------------------------------------------------

    @Test
    void deemsAMarketBidATickAboveTheBestBid() {
        bidMarket(200);
        bid(200, 10_600);
        bid(200, 10_500);
        ask(200, 10_600);
        assertTrue(find(10_400));
        assertEquals(10_700, auction.deemedWon(Side.BUY));
    }

    @Test
    void findsTheSecondExample() {
        bidMarket(200);
        bid(200, 10_500);
        ask(200, 10_700);
        ask(200, 10_500);
        ask(200, 10_400);
        assertTrue(find(10_300));
        assertEquals(10_500, auction.priceWon());
        assertEquals(400, auction.shares());
        assertEquals(10_700, auction.deemedWon(Side.BUY));
    }

    @Test
    void findsTheThirdExample() {
        bidMarket(200);
        bid(200, 10_400);
        ask(200, 10_600);
        assertTrue(find(10_700));
        assertEquals(10_700, auction.priceWon());
        assertEquals(200, auction.shares());
    }

    @Test
    void matchesEqualMarketOrdersAtTheLastPrice() {
        bidMarket(200);
        askMarket(200);
        assertTrue(find(10_700));
        assertEquals(10_700, auction.priceWon());
    }

    @Test
    void matchesMoreMarketBidsATickAboveTheLastPrice() {
        bidMarket(200);
        askMarket(100);
        assertTrue(find(10_600));
        assertEquals(10_700, auction.priceWon());
        assertEquals(100, auction.shares());
    }

    @Test
    void matchesMoreMarketAsksATickBelowTheLastPrice() {
        bidMarket(100);
        askMarket(200);
        assertTrue(find(10_600));
        assertEquals(10_500, auction.priceWon());
    }

    // -- what market orders are deemed to bid and ask ----------------------------------------------------------------------

    @Test
    void roundsALastPriceOffTheGridAwayFromTheMarketOrder() {
        bidMarket(1);
        bid(1, 10_000);
        ask(1, 10_000);
        askMarket(1);
        assertTrue(find(10_650));
        assertEquals(10_700, auction.deemedWon(Side.BUY));
        assertEquals(9_900, auction.deemedWon(Side.SELL));
    }

    @Test
    void deemsAMarketAskNoHigherThanTheLastPriceAndTheLowestBid() {
        askMarket(1);
        ask(1, 11_000);
        bid(1, 10_800);
        find(10_650);
        assertEquals(10_600, auction.deemedWon(Side.SELL));
        bid(1, 10_200);
        find(10_650);
        assertEquals(10_200, auction.deemedWon(Side.SELL));
    }

    @Test
    void deemsNothingOutsideThePriceLimits() {
        askMarket(1);
        ask(1, 7_000);
        bidMarket(1);
        bid(1, 13_000);
        find(10_000, 10_000, 7_000, 13_000, 100);
        assertEquals(7_000, auction.deemedWon(Side.SELL));
        assertEquals(13_000, auction.deemedWon(Side.BUY));
    }

    @Test
    void keepsMarketOrdersAloneWithinThePriceLimits() {
        askMarket(1);
        bidMarket(2);
        assertTrue(find(13_000, 13_000, 7_000, 13_000, 100));
        assertEquals(13_000, auction.priceWon());
        askMarket(5);
        assertTrue(find(7_000, 7_000, 7_000, 13_000, 100));
        assertEquals(7_000, auction.priceWon());
    }

    // -- which of several matching prices ----------------------------------------------------------------------------------

    @Test
    void takesTheLastPriceIfItMatches() {
        bid(10, 10_500);
        ask(10, 10_000);
        assertTrue(find(10_200));
        assertEquals(10_200, auction.priceWon());
    }

    @Test
    void takesTheHighestMatchingPriceBelowTheLastAndTheLowestAboveIt() {
        bid(10, 10_500);
        ask(10, 10_000);
        find(10_600);
        assertEquals(10_500, auction.priceWon());
        find(9_900);
        assertEquals(10_000, auction.priceWon());
    }

    @Test
    void takesTheMatchingPriceJustAboveALastPriceOffTheGrid() {
        bid(10, 10_500);
        ask(10, 10_000);
        find(10_250);
        assertEquals(10_300, auction.priceWon());
        find(10_450);
        assertEquals(10_500, auction.priceWon());
    }

    @Test
    void isNearToTheBasePriceWhereTheLastPriceDoesNotCount() {
        bid(10, 10_500);
        ask(10, 10_000);
        assertTrue(find(12_000, 10_100, 1_000, 20_000, 100));
        assertEquals(10_100, auction.priceWon());
    }

    @Test
    void leavesNoBetterBidUnfilled() {
        bid(20, 10_500);
        bid(10, 10_300);
        ask(10, 10_000);
        assertTrue(find(10_200));
        assertEquals(10_500, auction.priceWon());
        assertEquals(10, auction.shares());
    }

    @Test
    void leavesNoBetterAskUnfilled() {
        bid(10, 10_500);
        ask(20, 10_000);
        assertTrue(find(10_200));
        assertEquals(10_000, auction.priceWon());
    }

    @Test
    void findsNothingWhereNothingCrosses() {
        assertFalse(find(10_000));
        bid(10, 9_900);
        assertFalse(find(10_000));
        ask(10, 10_000);
        assertFalse(find(10_000));
        assertEquals(0, auction.priceWon());
        assertEquals(0, auction.shares());
    }

    @Test
    void forgetsTheAuctionBefore() {
        bid(10, 10_000);
        ask(10, 10_000);
        assertTrue(find(10_000));
        asks.queue(asks.best(), 0, 0);
        assertFalse(find(10_000));
        assertEquals(0, auction.priceWon());
    }
}
