package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cash and shares: what is bound, what is paid, what it cost. Source: rules D1, D3, D4. */
class LedgerTest {
    private final TradingFloor floor = new TradingFloor();
    private final BrokerageView view = floor.view;
    private final int alice = floor.alice;
    private final int bob = floor.bob;

    @AfterEach
    void balances() {
        var audit = new Audit(view);
        audit.conservation();
        audit.accounts();
        audit.books();
    }

    // -- what a buy binds --------------------------------------------------------------------------------------------------

    @Test
    void limitBuyBindsItsPriceAndTheCommission() {
        floor.buy(alice, 10, 69_000);
        assertEquals(100_000_000, view.cashWon(alice));
        assertEquals(100_000_000 - 690_000 - 100, view.orderableCashWon(alice));
    }

    @ParameterizedTest
    @EnumSource(value = OrderType.class, names = {"MARKET", "BEST_COUNTER", "BEST_OWN"})
    void buyWithoutAPriceBindsTheUpperLimitUntilItFills(OrderType type) {
        floor.buy(bob, 1, 69_000);
        floor.sell(bob, 4, 70_000);
        floor.place(alice, Side.BUY, type, TimeInForce.DAY, 10, 0);
        if (type == OrderType.BEST_OWN) {
            assertEquals(100_000_000 - 910_000 - 130, view.orderableCashWon(alice));
            return;
        }
        long paid = 280_000 + 40;
        long bound = 6 * 91_000;
        long commissionToCome = Costs.commissionWon(150_000, 280_000 + bound) - 40;
        assertEquals(100_000_000 - paid, view.cashWon(alice));
        assertEquals(100_000_000 - paid - bound - commissionToCome, view.orderableCashWon(alice));
    }

    @Test
    void conditionalBuyBindsTheUpperLimitBecauseItMayBecomeAMarketOrder() {
        floor.place(alice, Side.BUY, OrderType.CONDITIONAL, TimeInForce.DAY, 10, 69_000);
        assertEquals(100_000_000 - 910_000 - 130, view.orderableCashWon(alice));
    }

    @Test
    void buyThatFillsBelowItsPriceFreesTheDifference() {
        floor.sell(bob, 10, 70_000);
        floor.buy(alice, 10, 75_000);
        assertEquals(100_000_000 - 700_000 - 100, view.cashWon(alice));
        assertEquals(view.cashWon(alice), view.orderableCashWon(alice));
    }

    /** One share at 66,000 costs no commission; the second takes the order to 132,000, which costs 10. */
    @Test
    void partlyFilledBuyBindsTheCommissionThatItsRestWouldAdd() {
        floor.sell(bob, 1, 66_000);
        floor.buy(alice, 2, 66_000);
        assertEquals(100_000_000 - 66_000, view.cashWon(alice));
        assertEquals(100_000_000 - 66_000 - 66_000 - 10, view.orderableCashWon(alice));
        floor.sell(bob, 1, 66_000);
        assertEquals(100_000_000 - 132_000 - 10, view.cashWon(alice));
    }

    @Test
    void cancellingFreesWhatWasBound() {
        int order = floor.buy(alice, 10, 69_000);
        floor.cancel(alice, order, 4);
        assertEquals(100_000_000 - 6 * 69_000 - 60, view.orderableCashWon(alice));
        floor.cancel(alice, order, 0);
        assertEquals(100_000_000, view.orderableCashWon(alice));
    }

    @Test
    void withdrawsOnlyWhatIsNotBound() {
        floor.buy(alice, 1_000, 69_000);
        floor.said();
        floor.core.moveCash(0, 1, alice, -(100_000_000 - 69_000_000 - 10_350) - 1);
        floor.core.moveCash(0, 1, alice, -(100_000_000 - 69_000_000 - 10_350));
        assertEquals(List.of("NOT_ENOUGH_CASH", "ok 69010350"), floor.said());
        assertEquals(0, view.orderableCashWon(alice));
    }

    /** The refusal names n: n can be bought, n + 1 cannot. */
    @Test
    void namesTheLargestQuantityThatCouldBeBought() {
        long seed = Seeds.first(7);
        var random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            long rate = random.nextInt(3) == 0 ? CoreCommands.MAX_FEE_RATE_PPB : random.nextLong(CoreCommands.MAX_FEE_RATE_PPB + 1);
            long cash = 1 + random.nextLong(1L << 10 + random.nextInt(39));
            long price = random.nextInt(4) == 0 ? 1 : TickTable.STOCK.ceil(1 + random.nextLong(1L << 1 + random.nextInt(22)));
            int account = floor.client(6_000_000_000L + i, rate, cash);
            long affordable = view.affordableShares(account, 100, price);
            String where = "seed " + seed + " rate " + rate + " cash " + cash + " price " + price + " says " + affordable;
            assertTrue(cost(rate, price, affordable) <= cash, where);
            assertTrue(cost(rate, price, affordable + 1) > cash, where);
        }
    }

    private static long cost(long rate, long price, long shares) {
        return price * shares + NaiveRules.commission(rate, price * shares);
    }

    @Test
    void takesExactlyWhatARefusalNamed() {
        int poor = floor.client(7, 10_000_000, 100_000_000);
        long code = Code.pack("PENNY");
        floor.listWithoutQuoteSize(code, 1);
        floor.core.placeOrder(0, 1, poor, code, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 100_000_000, 1);
        floor.core.placeOrder(0, 1, poor, code, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 99_009_911, 1);
        floor.core.placeOrder(0, 1, poor, code, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 99_009_910, 1);
        assertEquals(List.of("NOT_ENOUGH_CASH 99009910", "NOT_ENOUGH_CASH 99009910", "NEW #1 BUY 99009910@1"), floor.said());
    }

    // -- costs ---------------------------------------------------------------------------------------------------------------

    /** rules D3: 3 x 124,500 bought costs 50; 3 x 59,000 sold costs 20 and, in 2024, 318 tax. */
    @Test
    void chargesWhatTheBrokersExamplesSay() {
        var events = new FullEventLog();
        var core = new Brokerage(events);
        core.listInstrument(0, 1, 1, "", Market.KOSPI, InstrumentKind.STOCK, "", 100, 1, 1, 124_500);
        core.listInstrument(0, 1, 2, "", Market.KOSPI, InstrumentKind.STOCK, "", 100, 1, 1, 59_000);
        core.openAccount(0, 1, 1, "name", "hts", 150_000);
        core.moveCash(0, 1, AccountTable.FIRST_CLIENT, 1_000_000);
        core.depositShares(0, 1, AccountTable.FIRST_CLIENT, 2, 3, 124_500);
        core.startClock(0, 1, TradingCalendar.startMs(19_905) + 10 * 3_600_000L, 1, true);
        int house = HouseAccount.SCRIPTED_TRADER.id();
        core.placeOrder(0, 1, house, 1, Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, 3, 124_500);
        core.placeOrder(0, 1, house, 2, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 3, 59_000);
        core.placeOrder(0, 1, AccountTable.FIRST_CLIENT, 1, Venue.KRX, Side.BUY, OrderType.MARKET, TimeInForce.DAY, 3, 0);
        core.placeOrder(0, 1, AccountTable.FIRST_CLIENT, 2, Venue.KRX, Side.SELL, OrderType.MARKET, TimeInForce.DAY, 3, 0);
        assertEquals(50, core.view().orderCommissionWon(1));
        assertEquals(0, core.view().orderTaxWon(1));
        assertEquals(20, core.view().orderCommissionWon(2));
        assertEquals(318, core.view().orderTaxWon(2));
        assertEquals(1_000_000 - 373_500 - 50 + 177_000 - 20 - 318, core.view().cashWon(AccountTable.FIRST_CLIENT));
        assertEquals(70, core.view().cashWon(HouseAccount.COMMISSION.id()));
        assertEquals(318, core.view().cashWon(HouseAccount.TAX_OFFICE.id()));
        int sold = core.view().firstHolding(AccountTable.FIRST_CLIENT);
        assertEquals(0, core.view().purchaseAmountWon(sold));
        assertEquals(373_500, core.view().purchaseAmountWon(core.view().nextHolding(sold)));
    }

    @Test
    void manySmallFillsCostWhatOneLargeOneCosts() {
        for (int i = 0; i < 50; i++) {
            floor.sell(bob, 1 + i % 3, 70_000 + 100L * (i % 40));
        }
        int order = floor.buy(alice, 99, 75_000);
        long amount = view.filledAmountWon(order);
        assertEquals(99, view.filledShares(order));
        assertEquals(Costs.commissionWon(150_000, amount), view.orderCommissionWon(order));
        assertEquals(100_000_000 - amount - view.orderCommissionWon(order), view.cashWon(alice));
        int sale = floor.sell(alice, 500, 70_000);
        for (int i = 0; i < 500; i++) {
            floor.buy(bob, 1, 70_000);
        }
        assertEquals(500, view.filledShares(sale));
        assertEquals(Costs.commissionWon(150_000, 500 * 70_000), view.orderCommissionWon(sale));
        assertEquals(Costs.saleTaxWon(2_000_000, 500 * 70_000), view.orderTaxWon(sale));
        assertEquals(70_000, view.orderTaxWon(sale));
    }

    // -- shares --------------------------------------------------------------------------------------------------------------

    @Test
    void sellBindsItsSharesAndCancellingFreesThem() {
        int order = floor.sell(bob, 600, 75_000);
        floor.said();
        floor.sell(bob, 401, 75_000);
        assertEquals(List.of("NOT_ENOUGH_SHARES 400"), floor.said());
        floor.cancel(bob, order, 100);
        assertEquals(500, view.sellableShares(floor.holding(bob)));
        floor.amend(bob, order, OrderType.LIMIT, 200, 76_000);
        assertEquals(500, view.sellableShares(floor.holding(bob)));
        floor.cancel(bob, order, 0);
        assertEquals(800, view.sellableShares(floor.holding(bob)));
        assertEquals(1_000, view.heldShares(floor.holding(bob)));
    }

    @Test
    void buysMoveTheAverageAndSellsDoNot() {
        floor.sell(bob, 500, 70_000);
        floor.buy(alice, 500, 70_000);
        assertEquals(60_000_000 + 35_000_000, view.purchaseAmountWon(floor.holding(alice)));
        floor.buy(bob, 7, 70_000);
        floor.sell(alice, 7, 70_000);
        long sold = 95_000_000L * 7 / 1_500;
        assertEquals(95_000_000 - sold, view.purchaseAmountWon(floor.holding(alice)));
        assertEquals(1_493, view.heldShares(floor.holding(alice)));
        assertEquals(7, view.soldTodayShares(floor.holding(alice)));
        assertEquals(500, view.boughtTodayShares(floor.holding(alice)));
    }

    @Test
    void soldOutHoldingStaysAtNothingAndStartsAgain() {
        floor.buy(bob, 1_000, 70_000);
        floor.sell(alice, 1_000, 70_000);
        assertEquals(0, view.heldShares(floor.holding(alice)));
        assertEquals(0, view.purchaseAmountWon(floor.holding(alice)));
        floor.sell(bob, 3, 70_000);
        floor.buy(alice, 3, 70_000);
        assertEquals(210_000, view.purchaseAmountWon(floor.holding(alice)));
    }

    @Test
    void tradesWithItselfAtNoGainButTheCosts() {
        floor.sell(alice, 10, 70_000);
        floor.buy(alice, 10, 70_000);
        assertEquals(1_000, view.heldShares(floor.holding(alice)));
        assertEquals(100_000_000 - 100 - 100 - 1_400, view.cashWon(alice));
        assertEquals(60_000_000 - 600_000 + 700_000, view.purchaseAmountWon(floor.holding(alice)));
    }

    @Test
    void scriptedTraderNeedsNeitherMoneyNorSharesAndPaysNoCosts() {
        int house = TradingFloor.SCRIPTED;
        floor.sell(house, 10_000, 70_000);
        floor.buy(alice, 10, 70_000);
        floor.buy(house, 10_000, 69_000);
        assertEquals(700_000, view.cashWon(house));
        assertEquals(-10, view.heldShares(floor.holding(house)));
        assertEquals(0, view.purchaseAmountWon(floor.holding(house)));
        floor.sell(bob, 30, 69_000);
        assertEquals(700_000 - 2_070_000, view.cashWon(house));
        assertEquals(20, view.heldShares(floor.holding(house)));
        assertEquals(0, view.purchaseAmountWon(floor.holding(house)));
        assertEquals(0, view.orderTaxWon(OrderTable.FIRST_HOUSE_NUMBER));
        assertEquals(view.cashWon(house), view.orderableCashWon(house));
    }

    @Test
    void housesAccountsHoldTheOtherSideOfEveryEntry() {
        floor.sell(bob, 10, 70_000);
        floor.buy(alice, 10, 70_000);
        assertEquals(-200_000_000, view.cashWon(HouseAccount.OUTSIDE.id()));
        assertEquals(200, view.cashWon(HouseAccount.COMMISSION.id()));
        assertEquals(1_400, view.cashWon(HouseAccount.TAX_OFFICE.id()));
        assertEquals(-2_000, view.heldShares(floor.holding(HouseAccount.OUTSIDE.id())));
    }

    @Test
    void refusesDepositsBeyondWhatAHoldingCanBe() {
        long code = Code.pack("MANY");
        floor.listWithoutQuoteSize(code, 70_000);
        for (int i = 0; i < 100; i++) {
            floor.core.depositShares(0, 1, alice, code, 999_999_999, 10_000_000);
        }
        floor.said();
        floor.core.depositShares(0, 1, alice, code, 999_999_999, 10_000_000);
        assertEquals(List.of("OUT_OF_RANGE"), floor.said());
        int holding = view.nextHolding(floor.holding(alice));
        long purchase = view.purchaseAmountWon(holding);
        long held = view.heldShares(holding);
        long sold = 999_999_998;
        floor.core.placeOrder(0, 1, TradingFloor.SCRIPTED, code, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, sold, 70_000);
        floor.core.placeOrder(0, 1, alice, code, Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, sold, 70_000);
        BigInteger cost = BigInteger.valueOf(purchase).multiply(BigInteger.valueOf(sold)).divide(BigInteger.valueOf(held));
        assertEquals(purchase - cost.longValueExact(), view.purchaseAmountWon(holding));
    }

    @Test
    void sharesACostLikeExactArithmetic() {
        long seed = Seeds.first(11);
        var random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            long whole = 1 + random.nextLong(1L << 1 + random.nextInt(38));
            long part = random.nextLong(Math.min(whole, CoreCommands.MAX_ORDER_SHARES) + 1);
            long amount = random.nextLong(1L << 1 + random.nextInt(60));
            BigInteger exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(whole));
            assertEquals(exact.longValueExact(), HoldingTable.shareFloor(amount, part, whole),
                "seed " + seed + " amount " + amount + " part " + part + " whole " + whole);
        }
        assertThrows(ArithmeticException.class,
            () -> HoldingTable.shareFloor(Long.MAX_VALUE - 1, Long.MAX_VALUE / 2, Long.MAX_VALUE));
    }
}
