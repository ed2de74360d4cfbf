package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buying at a margin rate: what is bound, what is lent until settlement, what happens to who does not pay. Source: rules D1, D2. */
class MarginTest {
    private static final int HOUSE = TradingFloor.SCRIPTED;

    private final TradingFloor floor = new TradingFloor();
    private final BrokerageView view = floor.view;
    /** Pays no commission, so that the numbers are round. */
    private final int carol = floor.client(5_000_000_301L, 0, 10_000_000);

    @BeforeEach
    void allowMargin() {
        terms(40);
        floor.core.setAccountTerms(0, 1, carol, true, false);
        floor.said();
    }

    @AfterEach
    void balances() {
        var audit = new Audit(view);
        audit.conservation();
        audit.accounts();
    }

    private void terms(int marginPercent) {
        floor.core.setInstrumentTerms(0, 1, TradingFloor.CODE, marginPercent, CreditGrade.NONE);
    }

    private void goTo(int days, int hours) {
        floor.core.setMarketTime(0, 1, TradingFloor.OPEN_MS + days * TradingCalendar.DAY_MS + hours * 3_600_000L);
    }

    private void carolBuys(long shares, long priceWon) {
        floor.sell(HOUSE, shares, priceWon);
        floor.buy(carol, shares, priceWon);
        floor.said();
    }

    // -- what is bound ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"20, 714, 4000", "30, 476, 4000", "40, 357, 4000", "50, 285, 25000", "60, 238, 4000", "100, 142, 60000"})
    void buysAtTheMarginRateOfTheInstrument(int percent, long shares, long leftWon) {
        terms(percent);
        floor.said();
        floor.buy(carol, shares + 1, 70_000);
        assertEquals(List.of("NOT_ENOUGH_CASH " + shares), floor.said());
        floor.buy(carol, shares, 70_000);
        assertEquals(leftWon, view.orderableCashWon(carol));
        assertEquals(10_000_000, view.cashWon(carol));
    }

    @Test
    void sizesAnOrderWithoutAPriceAtTheUpperLimitAndTruesItUpAtTheFill() {
        floor.sell(HOUSE, 100, 70_000);
        floor.buyMarket(carol, 275);
        assertEquals("NOT_ENOUGH_CASH 274", floor.said().getLast());
        floor.buyMarket(carol, 100);
        assertEquals(10_000_000 - 2_800_000, view.orderableCashWon(carol));
        assertEquals(10_000_000 - 7_000_000, view.cashWon(carol));
        assertEquals(4_200_000, view.lentWon(carol));
    }

    @Test
    void accountWithoutMarginNeedsAllOfThePrice() {
        assertEquals(100, view.marginPercent(floor.alice, 0));
        assertEquals(40, view.marginPercent(carol, 0));
        floor.buy(floor.alice, 1, 69_000);
        assertEquals(100_000_000 - 69_000 - 10, view.orderableCashWon(floor.alice));
    }

    @Test
    void cancellingAndAmendingFreeTheMargin() {
        int order = floor.buy(carol, 10, 69_000);
        assertEquals(10_000_000 - 276_000, view.orderableCashWon(carol));
        order = floor.amend(carol, order, OrderType.LIMIT, 0, 68_000);
        assertEquals(10_000_000 - 272_000, view.orderableCashWon(carol));
        floor.cancel(carol, order, 5);
        assertEquals(10_000_000 - 136_000, view.orderableCashWon(carol));
    }

    /** Three fills of 33, 34 and 33 won bind and lend what one of 100 would. */
    @Test
    void roundsTheMarginOnAllThatAnOrderHasFilled() {
        long code = Code.pack("PENNY");
        int penny = floor.list(code, InstrumentKind.STOCK, 1, 33);
        floor.core.setInstrumentTerms(0, 1, code, 30, CreditGrade.NONE);
        for (long price : new long[] {33, 34, 33}) {
            floor.core.placeOrder(0, 1, HOUSE, code, Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, 1, price);
        }
        floor.core.placeOrder(0, 1, carol, code, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 3, 34);
        assertEquals(30, view.marginPercent(carol, penny));
        assertEquals(70, view.lentWon(carol));
        assertEquals(10_000_000 - 30, view.orderableCashWon(carol));
    }

    /** Selling on the day gives the margin back, so the same cash buys again, but no more than before. */
    @Test
    void sellingBeforeSettlementTakesBackWhatWasLent() {
        for (int round = 0; round < 5; round++) {
            carolBuys(357, 70_000);
            assertEquals(4_000, view.orderableCashWon(carol));
            floor.buy(HOUSE, 357, 70_000);
            floor.sell(carol, 357, 70_000);
            assertEquals(0, view.lentWon(carol));
            assertEquals(10_000_000 - Costs.saleTaxWon(2_000_000, 357 * 70_000), view.orderableCashWon(carol));
            floor.core.moveCash(0, 1, carol, Costs.saleTaxWon(2_000_000, 357 * 70_000));
        }
    }

    @Test
    void paysOutNothingThatIsMargin() {
        carolBuys(100, 70_000);
        assertEquals(3_000_000, view.withdrawableWon(carol));
        carolBuys(100, 70_000);
        assertEquals(0, view.withdrawableWon(carol));
    }

    @Test
    void changesTheTermsOfAnAccountWithoutOpenOrdersOnly() {
        int order = floor.buy(carol, 1, 69_000);
        floor.said();
        floor.core.setAccountTerms(0, 1, carol, false, false);
        floor.cancel(carol, order, 0);
        floor.core.setAccountTerms(0, 1, carol, false, false);
        floor.core.setAccountTerms(0, 1, HOUSE, true, false);
        List<String> said = floor.said();
        assertEquals("HAS_OPEN_ORDERS", said.getFirst());
        assertEquals("UNKNOWN_ACCOUNT", said.getLast());
        assertFalse(view.onMargin(carol));
    }

    @Test
    void changesTheMarginRateOfAnInstrumentWithOrdersFromTheNextDateOn() {
        floor.buy(carol, 1, 69_000);
        floor.said();
        terms(50);
        terms(70);
        floor.core.setInstrumentTerms(0, 1, Code.pack("NOSUCH"), 50, CreditGrade.NONE);
        assertEquals(List.of("ok 0", "OUT_OF_RANGE", "UNKNOWN_INSTRUMENT"), floor.said());
        assertEquals(40, view.marginPercent(carol, 0));
        goTo(3, 1);
        assertEquals(50, view.marginPercent(carol, 0));
    }

    // -- who does not pay ------------------------------------------------------------------------------------------------

    /** Bought on Friday for 24,990,000 with 10,000,000; due on Tuesday, unpaid on Wednesday, when shares are sold. */
    @Test
    void debtIsUnpaidAfterTheSettlementDateAndSharesAreSoldForItAtTheNextOpening() {
        carolBuys(357, 70_000);
        goTo(3, 1);
        assertEquals(List.of(10_000_000L, -14_990_000L), List.of(view.settledCashWon(carol), view.nextDayCashWon(carol)));
        assertEquals(0, view.unpaidWon(carol));
        goTo(4, 1);
        assertEquals(14_990_000, view.unpaidWon(carol));
        assertEquals(0, view.lentWon(carol));
        assertEquals(-14_990_000, view.orderableCashWon(carol));
        assertTrue(view.onMargin(carol), "the date is not over");
        floor.said();
        goTo(5, 0);
        // 14,990,000 and a day's 9.5 % a year, 3,901; at the lower limit 49,000 less 0.2 % a share brings 48,902.
        List<String> said = floor.said();
        assertTrue(said.contains("NEW #1 SELL 307@0"), said.toString());
        assertEquals(3_901, view.lateFeeWon(carol));
        assertEquals(20_777 + 4 + 30, view.frozenUntil(carol));
        assertFalse(view.onMargin(carol));
        assertEquals(100, view.marginPercent(carol, 0));
    }

    @Test
    void paidInTimeIsNoDebt() {
        carolBuys(357, 70_000);
        goTo(4, 1);
        floor.core.moveCash(0, 1, carol, 14_990_000);
        assertEquals(0, view.unpaidWon(carol));
        goTo(5, 0);
        assertEquals(0, view.frozenUntil(carol));
        assertEquals(0, view.lateFeeWon(carol));
        assertTrue(view.onMargin(carol));
        assertEquals(357, view.heldShares(floor.holding(carol)));
    }

    @Test
    void saleThatIsUnderWayCoversTheDebtAndNothingMoreIsSold() {
        carolBuys(357, 70_000);
        goTo(4, 1);
        floor.buy(HOUSE, 300, 70_000);
        floor.sell(carol, 300, 70_000);
        floor.said();
        goTo(5, 0);
        List<String> said = floor.said();
        assertTrue(said.stream().noneMatch(line -> line.startsWith("NEW")), said.toString());
        assertTrue(view.frozenUntil(carol) > 0);
    }

    /** 100,000 won freeze nobody; one more does. Shares are sold for either. */
    @ParameterizedTest
    @CsvSource({"100000, false", "100001, true"})
    void smallDebtDoesNotFreeze(long debtWon, boolean freezes) {
        carolBuys(200, 70_000);
        floor.core.moveCash(0, 1, carol, 14_000_000 - debtWon - 10_000_000);
        goTo(5, 0);
        assertEquals(freezes, view.frozenUntil(carol) > 0);
        assertEquals(debtWon, view.unpaidWon(carol));
    }

    @Test
    void freezeEndsAfterThirtyDaysAndTheLateFeeIsChargedOnceThereIsCash() {
        carolBuys(357, 70_000);
        goTo(5, 0);
        long feeWon = view.lateFeeWon(carol);
        floor.core.moveCash(0, 1, carol, 20_000_000);
        goTo(6, 0);
        assertEquals(0, view.lateFeeWon(carol));
        assertEquals(feeWon, view.cashWon(HouseAccount.INTEREST.id()));
        goTo(34, 1);
        assertFalse(view.onMargin(carol));
        goTo(35, 1);
        assertTrue(view.onMargin(carol));
        assertEquals(0, view.frozenUntil(carol));
    }

    @Test
    void haltedInstrumentIsNotSoldByForce() {
        carolBuys(357, 70_000);
        goTo(4, 1);
        floor.core.haltInstrument(0, 1, TradingFloor.CODE, true);
        floor.said();
        goTo(5, 0);
        assertTrue(floor.said().stream().noneMatch(line -> line.startsWith("NEW")));
        floor.core.haltInstrument(0, 1, TradingFloor.CODE, false);
        goTo(6, 0);
        assertTrue(floor.said().stream().anyMatch(line -> line.startsWith("NEW #1 SELL")));
    }

    @Test
    void snapshotKeepsMarginDebtAndFreeze() {
        carolBuys(357, 70_000);
        for (int days : new int[] {0, 3, 4, 5, 6}) {
            goTo(days, 1);
            var copy = new Brokerage(new EventLog(), ListState.of(floor.core));
            assertEquals(ListState.of(floor.core).values, ListState.of(copy).values, "day " + days);
        }
    }
}
