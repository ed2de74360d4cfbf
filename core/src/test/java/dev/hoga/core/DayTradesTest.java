package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an account has traded on a date, and what its sales had cost. Source: rules D4. */
class DayTradesTest {
    private static final int HOUSE = TradingFloor.SCRIPTED;
    /** 2026-11-20, days since 1970-01-01. */
    private static final int FIRST_DAY = 20_777;

    private final TradingFloor floor = new TradingFloor();

    /** Writes down what it is told, one line each. */
    private static final class Lines implements DayTradeListener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void bought(int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon, long commissionWon) {
            lines.add(loanDay + " bought " + qtyShares + " for " + amountWon + " commission " + commissionWon);
        }

        @Override
        public void sold(int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon, long costWon,
            long purchaseCommissionWon, long commissionWon, long taxWon, long interestWon) {
            lines.add(loanDay + " sold " + qtyShares + " for " + amountWon + " cost " + costWon + " and " + purchaseCommissionWon
                + " commission " + commissionWon + " tax " + taxWon + " interest " + interestWon);
        }
    }

    private static List<String> lines(BrokerageView view, int account) {
        var told = new Lines();
        for (int slot = view.firstHolding(account); slot >= 0; slot = view.nextHolding(slot)) {
            view.tellDayTrades(slot, told);
        }
        return told.lines;
    }

    private void goTo(int days) {
        floor.core.setMarketTime(0, 1, TradingFloor.OPEN_MS + days * TradingCalendar.DAY_MS + 3_600_000L);
    }

    @Test
    void salesCostWhatTheirSharesDidOnAverage() {
        floor.sell(HOUSE, 1_000, 70_000);
        floor.buy(floor.alice, 1_000, 70_000);
        floor.buy(HOUSE, 30, 70_100);
        floor.sell(floor.alice, 10, 70_100);
        floor.sell(floor.alice, 20, 70_100);

        // The average of 1,000 at 60,000 and 1,000 at 70,000 is 65,000; 1,950,000 x 0.015 % = 292.5 is cut to 290.
        assertEquals(List.of("0 bought 1000 for 70000000 commission 10500",
            "0 sold 30 for 2103000 cost 1950000 and 290 commission 310 tax 4206 interest 0"), lines(floor.view, floor.alice));
        assertEquals(List.of(), lines(floor.view, HOUSE), "the house keeps none");
    }

    @Test
    void aNewDateBeginsWithNothing() {
        floor.lastPrice(70_000);
        assertEquals(1, lines(floor.view, floor.bob).size());
        goTo(3);
        assertEquals(List.of(), lines(floor.view, floor.bob));
        floor.lastPrice(70_000);
        assertEquals(List.of("0 sold 1 for 70000 cost 60000 and 0 commission 10 tax 140 interest 0"), lines(floor.view, floor.bob));
    }

    @Test
    void loansAreTraded() {
        floor.core.setInstrumentTerms(0, 1, TradingFloor.CODE, 40, CreditGrade.A);
        floor.core.setAccountTerms(0, 1, floor.alice, false, true);
        borrow(10, 70_000);
        assertEquals(List.of(FIRST_DAY + " bought 10 for 700000 commission 100"), lines(floor.view, floor.alice));
        goTo(3);
        borrow(20, 70_000);
        goTo(7);
        floor.buy(HOUSE, 15, 70_500);
        floor.core.placeCreditOrder(0, 1, floor.alice, TradingFloor.CODE, Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, 15,
            70_500, 0);

        // 1,057,500: commission 158.6, cut to 150, tax 2,115; two thirds are the older lot's. It was lent for a day longer.
        assertEquals(List.of(
            (FIRST_DAY + 3) + " sold 5 for 352500 cost 350000 and 50 commission 50 tax 705 interest " + CreditInterest.won(192_500, 6),
            FIRST_DAY + " sold 10 for 705000 cost 700000 and 100 commission 100 tax 1410 interest " + CreditInterest.won(385_000, 7)),
            lines(floor.view, floor.alice));
    }

    private void borrow(long shares, long priceWon) {
        floor.sell(HOUSE, shares, priceWon);
        floor.core.placeCreditOrder(0, 1, floor.alice, TradingFloor.CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, shares,
            priceWon, 0);
    }

    /** The sums of a date are those of its orders, and what is held has cost what was held and bought before without what was sold. */
    @Test
    void addUpToTheOrdersOfTheDateInManyStreams() {
        for (long seed = Seeds.first(71_000); seed < Seeds.first(71_000) + 5; seed++) {
            var core = new Brokerage(new FullEventLog());
            var stream = new CommandStream(new Random(seed), core.view());
            stream.beginning().forEach(command -> command.giveTo(core));
            int checks = 0;
            for (int step = 0; step < 3_000; step++) {
                stream.next().giveTo(core);
                if (step % 50 == 0) {
                    checks += check(core.view(), "seed " + seed + ", step " + step);
                }
            }
            assertTrue(checks > 10, "seed " + seed + ": only " + checks + " accounts traded");
            assertEquals(ListState.of(core).values, ListState.of(new Brokerage(new FullEventLog(), ListState.of(core))).values,
                "seed " + seed);
        }
    }

    /** @return how many accounts had traded */
    private static int check(BrokerageView view, String when) {
        int traded = 0;
        for (int account = view.firstClientAccount(); account < view.accountCount(); account++) {
            var told = new Sums();
            for (int slot = view.firstHolding(account); slot >= 0; slot = view.nextHolding(slot)) {
                view.tellDayTrades(slot, told);
            }
            var orders = new Sums();
            for (int order = view.newestOrder(account); order != 0; order = view.olderOrder(order)) {
                orders.add(view.orderSide(order), view.filledShares(order), view.filledAmountWon(order),
                    view.orderCommissionWon(order) + view.orderTaxWon(order));
            }
            assertEquals(orders.toString(), told.toString(), when + ", account " + account);
            traded += told.shares[0] + told.shares[1] > 0 ? 1 : 0;
        }
        return traded;
    }

    private static final class Sums implements DayTradeListener {
        private final long[] shares = new long[2];
        private final long[] amountWon = new long[2];
        private final long[] costsWon = new long[2];

        private void add(Side side, long qtyShares, long won, long costWon) {
            shares[side.ordinal()] += qtyShares;
            amountWon[side.ordinal()] += won;
            costsWon[side.ordinal()] += costWon;
        }

        @Override
        public void bought(int accountId, int instrumentId, int loanDay, long qtyShares, long won, long commissionWon) {
            add(Side.BUY, qtyShares, won, commissionWon);
        }

        @Override
        public void sold(int accountId, int instrumentId, int loanDay, long qtyShares, long won, long costWon,
            long purchaseCommissionWon, long commissionWon, long taxWon, long interestWon) {
            add(Side.SELL, qtyShares, won, commissionWon + taxWon);
        }

        @Override
        public String toString() {
            return List.of(shares[0], shares[1], amountWon[0], amountWon[1], costsWon[0], costsWon[1]).toString();
        }
    }
}
