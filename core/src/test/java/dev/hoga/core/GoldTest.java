package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Gold: a market of its own, accounts of their own. Numbers of the broker's document are marked as such. */
class GoldTest {
    private static final long KILO = Code.pack("04020000");
    private static final long MINI = Code.pack("04020100");
    private static final long BASE_WON = 151_780;
    private static final long MINUTE_MS = 60_000;

    private final TradingFloor floor = new TradingFloor();
    private final int kilo = floor.list(KILO, InstrumentKind.GOLD, 1, BASE_WON);
    private final int mini = floor.list(MINI, InstrumentKind.MINI_GOLD, 1, 151_970);
    private final int gold = open(floor.alice, 98_740_486);

    private int open(int owner, long cashWon) {
        floor.core.openGoldAccount(0, 1, owner, 2_990_000);
        int account = floor.view.goldAccount(owner);
        floor.core.moveCash(0, 1, account, cashWon);
        floor.events.take();
        return account;
    }

    private int order(int account, long code, Side side, OrderType type, TimeInForce timeInForce, long grams, long priceWon) {
        floor.core.placeOrder(0, 1, account, code, Venue.GOLD, side, type, timeInForce, grams, priceWon);
        return floor.events.lastOrder;
    }

    private int limit(int account, Side side, long grams, long priceWon) {
        return order(account, KILO, side, OrderType.LIMIT, TimeInForce.DAY, grams, priceWon);
    }

    private void trade(long code, long grams, long priceWon) {
        order(TradingFloor.SCRIPTED, code, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, grams, priceWon);
        order(gold, code, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, grams, priceWon);
    }

    private void conserve() {
        var audit = new Audit(floor.view);
        audit.conservation();
        audit.accounts();
    }

    @Test
    void chargesWhatTheDocumentsBalanceSays() {
        // kt50020: 2 g that cost 304,770 at 151,780: 1,810 of commission on both ways; 6 g that cost 950,010 at 151,970: 5,560.
        assertEquals(910, floor.view.commissionWon(gold, 304_770));
        assertEquals(900, floor.view.commissionWon(gold, 2 * 151_780));
        assertEquals(2_840, floor.view.commissionWon(gold, 950_010));
        assertEquals(2_720, floor.view.commissionWon(gold, 6 * 151_970));
        assertEquals(181, floor.view.addedTaxWon(gold, 1_810));
        assertEquals(556, floor.view.addedTaxWon(gold, 5_560));
    }

    @Test
    void settlesOnTheDayOfTheTradeAndTaxesTheCommissionAlone() {
        trade(KILO, 2, 152_380);
        assertEquals(98_740_486 - 304_760 - 910 - 91, floor.view.cashWon(gold));
        assertEquals(floor.view.cashWon(gold), floor.view.settledCashWon(gold));
        assertEquals(floor.view.cashWon(gold), floor.view.nextDayCashWon(gold));
        assertEquals(floor.view.cashWon(gold), floor.view.withdrawableWon(gold));
        int holding = floor.view.holding(gold, kilo);
        assertEquals(2, floor.view.settledShares(holding));
        order(TradingFloor.SCRIPTED, KILO, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 152_380);
        long beforeWon = floor.view.cashWon(gold);
        limit(gold, Side.SELL, 1, 152_380);
        assertEquals(beforeWon + 152_380 - 450 - 45, floor.view.withdrawableWon(gold));
        assertEquals(1, floor.view.settledShares(holding));
        conserve();
    }

    @Test
    void bindsPriceCommissionAndTaxOfAnOrder() {
        limit(gold, Side.BUY, 2, 140_000);
        assertEquals(98_740_486 - 280_000 - 830 - 83, floor.view.orderableCashWon(gold));
        int number = limit(gold, Side.BUY, 1, 140_000);
        floor.core.cancelOrder(0, 1, gold, KILO, Venue.GOLD, number, 0);
        assertEquals(98_740_486 - 280_000 - 830 - 83, floor.view.orderableCashWon(gold));
        conserve();
    }

    @Test
    void takesLimitOrdersAloneOnItsGridWithinATenthAndFiveKilograms() {
        order(gold, KILO, Side.BUY, OrderType.MARKET, TimeInForce.DAY, 1, 0);
        order(gold, KILO, Side.BUY, OrderType.BEST_OWN, TimeInForce.DAY, 1, 0);
        limit(gold, Side.BUY, 1, 151_785);
        limit(gold, Side.BUY, 1, 166_960);
        limit(gold, Side.BUY, 1, 136_600);
        limit(gold, Side.BUY, 5_001, 140_000);
        assertEquals(List.of("BAD_ORDER_TYPE", "BAD_ORDER_TYPE", "OFF_TICK", "OUTSIDE_PRICE_LIMITS", "OUTSIDE_PRICE_LIMITS",
            "ORDER_TOO_LARGE 5000"), floor.said());
        assertEquals(List.of(166_950L, 136_610L), List.of(floor.view.upperLimitWon(kilo), floor.view.lowerLimitWon(kilo)));
        order(gold, KILO, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 1, 140_000);
        assertEquals(List.of("NEW #1 BUY 1@140000", "NOT_FILLED_AT_ONCE #1 1 left 0"), floor.said());
    }

    @Test
    void isNeitherForShareAccountsNorHasGoldAccountsForShares() {
        limit(floor.alice, Side.BUY, 1, 140_000);
        floor.buy(gold, 1, 69_000);
        floor.core.placeOrder(0, 1, gold, KILO, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 140_000);
        floor.core.depositShares(0, 1, gold, TradingFloor.CODE, 1, 1);
        floor.core.depositShares(0, 1, floor.alice, KILO, 1, 1);
        floor.core.setAccountTerms(0, 1, gold, true, true);
        floor.core.registerKey(0, 1, gold, Broker.KIWOOM, Environment.LIVE, "key", "digest");
        floor.core.openGoldAccount(0, 1, gold, 0);
        floor.core.openGoldAccount(0, 1, floor.alice, 0);
        assertEquals(List.of("WRONG_PRODUCT", "WRONG_PRODUCT", "VENUE_NOT_OPEN", "WRONG_PRODUCT", "WRONG_PRODUCT", "WRONG_PRODUCT",
            "WRONG_PRODUCT", "WRONG_PRODUCT", "ALREADY_EXISTS"), floor.said());
        assertEquals(floor.alice, floor.view.accountOwner(gold));
        assertEquals(-1, floor.view.goldAccount(gold));
        assertEquals(-1, floor.view.goldAccount(floor.bob));
    }

    @Test
    void neverInterruptsAPriceThatMovesFar() {
        trade(KILO, 1, 137_000);
        trade(KILO, 1, 166_900);
        assertEquals(166_900, floor.view.lastPriceWon(kilo));
        floor.core.interruptInstrument(0, 1, KILO);
        assertTrue(floor.said().contains("NOT_IN_THIS_PHASE"));
        assertEquals(Phase.CONTINUOUS, floor.view.instrumentPhase(kilo));
    }

    @Test
    void tradesOnWhileTheCircuitBreakerStopsShares() {
        floor.core.setMarketTime(0, 1, TradingFloor.OPEN_MS + 60 * MINUTE_MS);
        floor.core.breakCircuit(0, 1, 1);
        trade(KILO, 1, 151_000);
        assertEquals(Phase.HALTED, floor.view.phase(Venue.KRX));
        assertEquals(151_000, floor.view.lastPriceWon(kilo));
    }

    @Test
    void opensAndClosesByAuctionAndTakesNothingAfterwards() {
        long eightFifty = TradingFloor.OPEN_MS + 24 * 60 * MINUTE_MS + 2 * 24 * 60 * MINUTE_MS - 10 * MINUTE_MS;
        floor.core.setMarketTime(0, 1, eightFifty);
        assertEquals(Phase.OPENING_AUCTION, floor.view.phase(Venue.GOLD));
        order(gold, KILO, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 1, 151_000);
        trade(KILO, 3, 151_000);
        assertTrue(floor.said().contains("NOT_IN_THIS_PHASE"));
        assertEquals(List.of(151_000L, 3L), List.of(floor.view.expectedPriceWon(kilo), floor.view.expectedShares(kilo)));
        floor.core.setMarketTime(0, 1, eightFifty + 11 * MINUTE_MS);
        assertEquals(151_000, floor.view.openPriceWon(kilo));
        floor.core.setMarketTime(0, 1, eightFifty + 395 * MINUTE_MS);
        assertEquals(Phase.CLOSING_AUCTION, floor.view.phase(Venue.GOLD));
        trade(KILO, 1, 152_000);
        int rest = limit(gold, Side.BUY, 1, 150_000);
        floor.core.setMarketTime(0, 1, eightFifty + 401 * MINUTE_MS);
        assertEquals(152_000, floor.view.closePriceWon(kilo));
        assertEquals(OrderStatus.EXPIRED, floor.view.orderStatus(rest));
        floor.said();
        limit(gold, Side.BUY, 1, 150_000);
        assertEquals(List.of("MARKET_CLOSED"), floor.said());
        assertEquals(Phase.CLOSE_PRICE_ENTRY, floor.view.phase(Venue.KRX));
    }

    @Test
    void handsOutWholeBarsForTaxOnWhatTheyCostAndACharge() {
        floor.core.depositShares(0, 1, gold, MINI, 350, 150_001);
        floor.core.depositShares(0, 1, gold, KILO, 999, 150_000);
        floor.said();
        floor.core.withdrawGold(0, 1, gold, MINI, 150);
        floor.core.withdrawGold(0, 1, gold, KILO, 1_000);
        floor.core.withdrawGold(0, 1, gold, MINI, 400);
        floor.core.withdrawGold(0, 1, floor.alice, MINI, 100);
        floor.core.withdrawGold(0, 1, gold, TradingFloor.CODE, 100);
        floor.core.withdrawGold(0, 1, gold, MINI, 200);
        assertEquals(List.of("BAD_QUANTITY", "NOT_ENOUGH_SHARES 999", "NOT_ENOUGH_SHARES 350", "WRONG_PRODUCT", "WRONG_PRODUCT",
            "ok 150"), floor.said());
        assertEquals(98_740_486 - 3_000_020 - 40_000, floor.view.cashWon(gold));
        assertEquals(22_500_150, floor.view.purchaseAmountWon(floor.view.holding(gold, mini)));
        floor.core.moveCash(0, 1, gold, -floor.view.cashWon(gold));
        floor.said();
        floor.core.withdrawGold(0, 1, gold, MINI, 100);
        assertEquals(List.of("NOT_ENOUGH_CASH"), floor.said());
        conserve();
    }

    @Test
    void isTheSameAfterARestart() {
        trade(KILO, 2, 152_380);
        limit(gold, Side.BUY, 3, 150_000);
        var events = new EventLog();
        var again = new Brokerage(events, ListState.of(floor.core));
        assertEquals(floor.core.stateHash(), again.stateHash());
        assertEquals(gold, again.view().goldAccount(floor.alice));
        assertEquals(floor.view.orderableCashWon(gold), again.view().orderableCashWon(gold));
        again.withdrawGold(0, 1, floor.alice, KILO, 1_000);
        assertEquals(List.of("WRONG_PRODUCT"), events.take());
    }
}
