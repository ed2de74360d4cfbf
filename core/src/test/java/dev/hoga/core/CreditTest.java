package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Margin loans: taking, repaying by lot and all together, interest, calls and expiry. Source: rules D6. */
class CreditTest {
    private static final int HOUSE = TradingFloor.SCRIPTED;
    /** 2026-11-20, days since 1970-01-01. */
    private static final int FIRST_DAY = 20_777;

    private final TradingFloor floor = new TradingFloor();
    private final BrokerageView view = floor.view;
    /** Pays no commission, so that the numbers are round. */
    private final int carol = floor.client(5_000_000_301L, 0, 10_000_000);

    @BeforeEach
    void allowCredit() {
        floor.core.setInstrumentTerms(0, 1, TradingFloor.CODE, 40, CreditGrade.A);
        floor.core.setAccountTerms(0, 1, carol, false, true);
        floor.said();
    }

    @AfterEach
    void balances() {
        var audit = new Audit(view);
        audit.conservation();
        audit.accounts();
    }

    private int order(int account, Side side, OrderType type, long shares, long priceWon, int loanDay) {
        floor.core.placeCreditOrder(0, 1, account, TradingFloor.CODE, Venue.KRX, side, type, TimeInForce.DAY, shares, priceWon, loanDay);
        return floor.events.lastOrder;
    }

    private void borrow(long shares, long priceWon) {
        floor.sell(HOUSE, shares, priceWon);
        order(carol, Side.BUY, OrderType.LIMIT, shares, priceWon, 0);
        floor.said();
    }

    private void repay(long shares, long priceWon, int loanDay) {
        floor.buy(HOUSE, shares, priceWon);
        order(carol, Side.SELL, OrderType.LIMIT, shares, priceWon, loanDay);
    }

    private void goTo(int days, int hours) {
        floor.core.setMarketTime(0, 1, TradingFloor.OPEN_MS + days * TradingCalendar.DAY_MS + hours * 3_600_000L);
    }

    /** Loan date, shares, purchase amount and loan of each lot, oldest first. */
    private List<List<Long>> lots() {
        var lots = new ArrayList<List<Long>>();
        for (int loan = view.firstLoan(floor.holding(carol)); loan >= 0; loan = view.nextLoan(loan)) {
            lots.add(List.of((long) view.loanDay(loan) - FIRST_DAY, view.loanShares(loan), view.loanPurchaseWon(loan), view.loanWon(loan)));
        }
        return lots;
    }

    @Test
    void buysWithALoanForAllButTheGuarantee() {
        borrow(100, 70_000);
        assertEquals(List.of(List.of(0L, 100L, 7_000_000L, 3_850_000L)), lots());
        assertEquals(10_000_000 - 3_150_000, view.cashWon(carol));
        assertEquals(10_000_000 - 3_150_000, view.orderableCashWon(carol));
        assertEquals(10_000_000, view.settledCashWon(carol));
        assertEquals(3_850_000, view.loansWon(carol));
        assertEquals(0, view.heldShares(floor.holding(carol)), "credit and cash do not merge");
        goTo(4, 1);
        assertEquals(10_000_000 - 3_150_000, view.settledCashWon(carol));
    }

    @ParameterizedTest
    @CsvSource({"A, 317", "B, 285", "C, 259", "D, 238"})
    void lendsByTheGradeAndNamesTheSharesThatCouldBeBought(CreditGrade grade, long shares) {
        floor.core.setInstrumentTerms(0, 1, TradingFloor.CODE, 100, grade);
        floor.said();
        order(carol, Side.BUY, OrderType.LIMIT, shares + 1, 70_000, 0);
        order(carol, Side.BUY, OrderType.LIMIT, shares, 70_000, 0);
        assertEquals(List.of("NOT_ENOUGH_CASH " + shares, "NEW #1 BUY " + shares + "@70000"), floor.said());
    }

    @Test
    void refusesCreditWhereThereIsNone() {
        order(floor.alice, Side.BUY, OrderType.LIMIT, 1, 70_000, 0);
        order(carol, Side.SELL, OrderType.LIMIT, 1, 70_000, 0);
        order(carol, Side.SELL, OrderType.LIMIT, 1, 70_000, FIRST_DAY);
        borrow(1, 70_000);
        order(carol, Side.SELL, OrderType.LIMIT, 1, 70_000, FIRST_DAY - 1);
        order(carol, Side.SELL, OrderType.LIMIT, 2, 70_000, FIRST_DAY);
        order(carol, Side.SELL, OrderType.LIMIT, 2, 70_000, 0);
        assertEquals(List.of("UNKNOWN_LOAN", "NOT_ENOUGH_SHARES 1", "NOT_ENOUGH_SHARES 1"), floor.said());
        floor.sell(carol, 1, 70_000);
        assertEquals(List.of("NOT_ENOUGH_SHARES"), floor.said());
    }

    @Test
    void refusesALoanToAnAccountWithoutCreditAndForAnInstrumentWithoutGrade() {
        order(floor.alice, Side.BUY, OrderType.LIMIT, 1, 70_000, 0);
        floor.core.setInstrumentTerms(0, 1, TradingFloor.CODE, 40, CreditGrade.NONE);
        order(carol, Side.BUY, OrderType.LIMIT, 1, 70_000, 0);
        assertEquals(List.of("NO_CREDIT", "ok 0", "NO_CREDIT"), floor.said());
    }

    /** Bought on Friday, settled on Tuesday; sold on Wednesday, settled on Friday: three days at 7.5 %. */
    @Test
    void repaysALotWithInterestFromSettlementToSettlement() {
        borrow(100, 70_000);
        goTo(5, 1);
        repay(40, 71_000, FIRST_DAY);
        long repaid = 1_540_000;
        long interest = repaid * 750 * 3 / (365 * 10_000);
        assertEquals(List.of(List.of(0L, 60L, 4_200_000L, 2_310_000L)), lots());
        assertEquals(949, interest);
        assertEquals(10_000_000 - 3_150_000 + 40 * 71_000 - 5_680 - repaid - interest, view.cashWon(carol));
        assertEquals(interest, view.cashWon(HouseAccount.INTEREST.id()));
        assertEquals(-2_310_000, view.cashWon(HouseAccount.LENDER.id()));
        repay(60, 71_000, FIRST_DAY);
        assertEquals(List.of(), lots());
        assertEquals(0, view.loansWon(carol));
    }

    @Test
    void repaysAllLotsTogetherTheOldestFirst() {
        borrow(10, 70_000);
        goTo(3, 1);
        borrow(20, 70_000);
        goTo(4, 1);
        repay(15, 70_000, 0);
        assertEquals(List.of(List.of(3L, 15L, 1_050_000L, 577_500L)), lots());
        repay(15, 70_000, 0);
        assertEquals(List.of(), lots());
    }

    @Test
    void ordersForADateAndForAllDatesDoNotSellTheSameShares() {
        borrow(10, 70_000);
        goTo(3, 1);
        borrow(20, 70_000);
        floor.said();
        int ofDate = order(carol, Side.SELL, OrderType.LIMIT, 8, 71_000, FIRST_DAY);
        order(carol, Side.SELL, OrderType.LIMIT, 23, 71_000, 0);
        int ofAll = order(carol, Side.SELL, OrderType.LIMIT, 22, 71_000, 0);
        order(carol, Side.SELL, OrderType.LIMIT, 1, 71_000, FIRST_DAY);
        assertEquals("NOT_ENOUGH_SHARES 22", floor.said().get(1));
        floor.amend(carol, ofDate, OrderType.LIMIT, 0, 70_500);
        floor.cancel(carol, ofAll, 20);
        floor.said();
        floor.buy(HOUSE, 10, 71_000);
        assertEquals(List.of(List.of(3L, 20L, 1_400_000L, 770_000L)), lots());
    }

    @ParameterizedTest
    @CsvSource({"1, 205", "7, 1438", "8, 1671", "15, 3301", "16, 3547", "90, 21794", "91, 22054"})
    void interestGrowsByTheBandsOfTheHoldingTime(int days, long won) {
        assertEquals(won, CreditInterest.won(1_000_000, days));
    }

    /** 10,000,000 won buy for 22,190,000, of which 12,204,500 are lent; at 49,000 too little stands behind them. */
    @Test
    void callsWhenTooLittleStandsBehindTheLoansAndSellsWhenNothingHappens() {
        borrow(317, 70_000);
        goTo(3, 1);
        assertFalse(view.calledForCollateral(carol));
        closeAt(3, 49_000);
        goTo(4, 1);
        assertTrue(view.calledForCollateral(carol));
        goTo(5, 0);
        List<String> said = floor.said();
        // 317 x 49,000 and 14,500 of cash are 15,547,500; to repay are 12,204,500 - 2.5 x 3,343,000 = 3,847,000, so 100 shares.
        assertTrue(said.contains("NEW #1 SELL 100@0"), said.toString());
        assertTrue(view.orderOnCredit(1));
        assertEquals(FIRST_DAY, view.orderLoanDay(1));
    }

    @Test
    void callIsOverWhenCashComesIn() {
        borrow(317, 70_000);
        closeAt(0, 49_000);
        goTo(3, 1);
        assertTrue(view.calledForCollateral(carol));
        floor.core.moveCash(0, 1, carol, 5_000_000);
        goTo(4, 1);
        assertFalse(view.calledForCollateral(carol));
        assertTrue(floor.said().stream().noneMatch(line -> line.startsWith("NEW")));
    }

    private void closeAt(int days, long priceWon) {
        goTo(days, 6);
        floor.sell(HOUSE, 1, priceWon);
        floor.buy(HOUSE, 1, priceWon);
        goTo(days, 7);
        floor.said();
    }

    @Test
    void sellsWhatALoanHasBoughtThatHasRunOut() {
        borrow(10, 70_000);
        goTo(90, 1);
        assertEquals(List.of(List.of(0L, 10L, 700_000L, 385_000L)), lots());
        goTo(94, 0);
        List<String> said = floor.said();
        assertTrue(said.contains("NEW #1 SELL 10@0"), said.toString());
    }

    @Test
    void snapshotKeepsLoansAndTheOrdersThatRepayThem() {
        borrow(10, 70_000);
        goTo(3, 1);
        borrow(20, 70_000);
        order(carol, Side.SELL, OrderType.LIMIT, 5, 75_000, FIRST_DAY);
        order(carol, Side.SELL, OrderType.LIMIT, 5, 75_000, 0);
        order(carol, Side.BUY, OrderType.LIMIT, 5, 65_000, 0);
        var events = new EventLog();
        var copy = new Brokerage(events, ListState.of(floor.core));
        assertEquals(ListState.of(floor.core).values, ListState.of(copy).values);
        floor.said();
        for (Brokerage core : List.of(floor.core, copy)) {
            core.placeOrder(0, 1, HOUSE, TradingFloor.CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 10, 75_000);
            core.placeOrder(0, 1, HOUSE, TradingFloor.CODE, Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, 5, 65_000);
        }
        assertEquals(floor.said(), events.take());
        assertEquals(ListState.of(floor.core).values, ListState.of(copy).values);
    }
}
