package dev.hoga.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderStatus;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What holds of history in any database. */
abstract class HistoryContract {
    private static final long ALICE = 5_000_000_101L;
    private static final long BOB = 5_000_000_201L;
    /** A stock that orders in tests buy with a loan. */
    private static final String ON_CREDIT = "035420";
    private static final int MONDAY = 20_780;
    private static final long SEED = 1;

    private final KeptEntries kept = new KeptEntries();

    /** An empty database that one test has for itself. */
    abstract HistoryDatabase database();

    private void order(int date, int number, long account, String code, long filled) {
        kept.add(new HistoryEntry.Order(kept.next(), date, account, number, 0, number, OrderKind.NEW, code, Side.BUY, OrderType.LIMIT,
            TimeInForce.DAY, filled == 10 ? OrderStatus.FILLED : OrderStatus.EXPIRED, 10, 70_000, filled, filled * 70_000,
            code.equals(ON_CREDIT) ? OptionalInt.of(date) : OptionalInt.empty(), 1_000L * number));
    }

    private void fill(int date, int number, long account, long shares) {
        kept.add(new HistoryEntry.Fill(kept.next(), date, account, number, "005930", Side.BUY, shares, 70_000, 10 * shares, shares,
            number, 1_000_000 - shares, 2_000L * number));
    }

    private void holding(int date, long account, String code, long shares) {
        kept.add(new HistoryEntry.Holding(kept.next(), date, account, code, shares, shares * 70_000));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** History that has written all there is. */
    private SqlHistory caughtUp(HistoryDatabase database) {
        SqlHistory history = SqlHistory.start(database, kept);
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (kept.first() < kept.next() || !kept.asked()) {
            if (System.nanoTime() > deadlineNs) {
                history.close();
                throw new AssertionError("history has come to " + kept.first() + " of " + kept.next());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return history;
    }

    private static OrderQuery all(long account) {
        return new OrderQuery(account, 0, Integer.MAX_VALUE, "", Optional.empty(), 0, false, Optional.empty());
    }

    private void goldFill(int date, Side side, long grams, long priceWon, long commissionWon, long cashWon) {
        kept.add(new HistoryEntry.Fill(kept.next(), date, ALICE, 7, "04020000", side, grams, priceWon, commissionWon,
            commissionWon / 10, 1, cashWon, 3_000L));
    }

    private List<String> transactions(SqlHistory history, String code, long before, int limit, Transaction.Kind... kinds) {
        var query = new TransactionQuery(ALICE, MONDAY, MONDAY + 9, code, Set.of(kinds));
        return await(history.transactions(query, before, limit, kept.next())).stream().map(it -> it.entry() + " " + (it.date() - MONDAY)
            + "/" + it.number() + " " + it.kind() + " " + it.qtyShares() + "@" + it.priceWon() + " " + it.commissionWon() + " "
            + it.taxWon() + " " + it.settledWon() + (it.last() ? " last " : " ") + it.cashWon() + " " + it.heldShares()).toList();
    }

    @Test
    void tellsWhatADaysFillsOfOneSideComeToAtTheLastOfThem() {
        kept.add(new HistoryEntry.Cash(kept.next(), MONDAY, ALICE, 2_000_000, 2_000_000, 1_000));
        goldFill(MONDAY, Side.BUY, 2, 100_000, 590, 1_799_351);
        goldFill(MONDAY, Side.SELL, 1, 100_010, 290, 1_899_042);
        goldFill(MONDAY, Side.BUY, 3, 100_000, 890, 1_598_063);
        kept.add(new HistoryEntry.Holding(kept.next(), MONDAY, ALICE, "04020000", 4, 400_000));
        goldFill(MONDAY + 1, Side.BUY, 1, 100_000, 290, 1_497_744);
        kept.add(new HistoryEntry.GoldWithdrawn(kept.next(), MONDAY + 1, ALICE, "04020000", 4, 400_000, 40_000, 20_000, 1_437_744,
            4_000));
        try (SqlHistory history = caughtUp(database())) {
            assertEquals(List.of("6 1/2 GOLD_OUT 4@100000 20000 40000 -60000 last 1437744 4", "5 1/1 BUY 1@100000 290 29 -100319 last 1497744 4",
                "3 0/4 BUY 3@100000 1480 148 -501628 last 1598063 4", "2 0/3 SELL 1@100010 290 29 99691 last 1899042 4",
                "1 0/2 BUY 2@100000 0 0 0 1799351 4", "0 0/1 CASH_IN 0@0 0 0 2000000 last 2000000 0"),
                transactions(history, "", Long.MAX_VALUE, 10, Transaction.Kind.values()));
            assertEquals(List.of("1 0/2 BUY 2@100000 0 0 0 1799351 4"), transactions(history, "04020000", 3, 1, Transaction.Kind.BUY));
            assertEquals(List.of(), transactions(history, "04020100", Long.MAX_VALUE, 10, Transaction.Kind.values()));
        }
    }

    @Test
    void answersAnOrderWithTheCostsOfItsFills() {
        fill(MONDAY, 1, ALICE, 4);
        fill(MONDAY, 1, ALICE, 3);
        order(MONDAY, 1, ALICE, "005930", 7);
        try (var history = caughtUp(database())) {
            assertEquals(List.of(new PastOrder(MONDAY, 1, 0, 1, OrderKind.NEW, "005930", Side.BUY, OrderType.LIMIT, TimeInForce.DAY,
                OrderStatus.EXPIRED, 10, 70_000, 7, 490_000, 70, 7, OptionalInt.empty(), 1_000)), 
                await(history.orders(all(ALICE), OrderPlace.start(true), true, 10, kept.next())));
            assertEquals(new OrderTotals(10, 7, 490_000, 77), await(history.totals(all(ALICE), kept.next())));
            assertEquals(OrderTotals.NONE, await(history.totals(all(BOB), kept.next())));
        }
    }

    @Test
    void pagesThroughTheOrdersOfAnAccountEitherWay() {
        var random = new Random(SEED);
        var expected = new ArrayList<String>();
        for (int date = MONDAY; date < MONDAY + 7; date++) {
            for (int number = 1; number <= 12; number++) {
                long account = random.nextBoolean() ? ALICE : BOB;
                order(date, number, account, "005930", 0);
                if (account == ALICE) {
                    expected.add(date + " " + number);
                }
            }
        }
        try (var history = caughtUp(database())) {
            for (int limit : new int[] {1, 7, 1_000}) {
                assertEquals(expected, pages(history, false, limit), "seed " + SEED);
                assertEquals(expected.reversed(), pages(history, true, limit), "seed " + SEED);
            }
        }
    }

    private List<String> pages(History history, boolean newestFirst, int limit) {
        var seen = new ArrayList<String>();
        OrderPlace last = OrderPlace.start(newestFirst);
        while (true) {
            List<PastOrder> page = await(history.orders(all(ALICE), last, newestFirst, limit, kept.next()));
            page.forEach(order -> seen.add(order.date() + " " + order.orderNumber()));
            if (page.size() < limit) {
                return seen;
            }
            last = OrderPlace.ofPacked(new OrderPlace(page.getLast().date(), page.getLast().orderNumber()).packed());
        }
    }

    @Test
    void answersOnlyWhatIsAskedFor() {
        for (int date = MONDAY; date < MONDAY + 5; date++) {
            order(date, 1, ALICE, "005930", 0);
            order(date, 2, ALICE, "000660", 10);
        }
        try (var history = caughtUp(database())) {
            assertEquals(List.of("20781 2", "20782 2"), found(history, new OrderQuery(ALICE, MONDAY + 1, MONDAY + 2, "000660",
                Optional.empty(), 0, false, Optional.empty())));
            assertEquals(List.of("20784 1", "20784 2"), found(history, new OrderQuery(ALICE, MONDAY + 4, MONDAY + 9, "",
                Optional.of(Side.BUY), 0, false, Optional.empty())));
            assertEquals(List.of(), found(history, new OrderQuery(ALICE, MONDAY, MONDAY + 9, "", Optional.of(Side.SELL), 0, false, Optional.empty())));
            assertEquals(List.of("20780 1"), found(history, new OrderQuery(ALICE, MONDAY, MONDAY, "", Optional.empty(), 1, false, Optional.empty())));
            assertEquals(List.of("20780 2"), found(history, new OrderQuery(ALICE, MONDAY, MONDAY, "", Optional.empty(), 0, true, Optional.empty())));
        }
    }

    @Test
    void tellsOrdersOnCreditFromOthers() {
        order(MONDAY, 1, ALICE, "005930", 0);
        order(MONDAY, 2, ALICE, ON_CREDIT, 0);
        try (var history = caughtUp(database())) {
            assertEquals(List.of("20780 2"), found(history, credit(true)));
            assertEquals(List.of("20780 1"), found(history, credit(false)));
            assertEquals(List.of(OptionalInt.empty(), OptionalInt.of(MONDAY)),
                await(history.orders(all(ALICE), OrderPlace.start(false), false, 9, kept.next())).stream().map(PastOrder::loanDate).toList());
        }
    }

    private static OrderQuery credit(boolean onCredit) {
        return new OrderQuery(ALICE, MONDAY, MONDAY, "", Optional.empty(), 0, false, Optional.of(onCredit));
    }

    private List<String> found(History history, OrderQuery query) {
        return await(history.orders(query, OrderPlace.start(false), false, 100, kept.next())).stream()
            .map(order -> order.date() + " " + order.orderNumber()).toList();
    }

    @Test
    void answersFillsPageByPage() {
        for (int number = 1; number <= 5; number++) {
            fill(MONDAY, number, ALICE, number);
            fill(MONDAY, number, BOB, number);
        }
        try (var history = caughtUp(database())) {
            List<PastFill> first = await(history.fills(ALICE, MONDAY, MONDAY, -1, 3, kept.next()));
            List<PastFill> second = await(history.fills(ALICE, MONDAY, MONDAY, first.getLast().entry(), 3, kept.next()));
            assertEquals(List.of(1, 2, 3), first.stream().map(PastFill::orderNumber).toList());
            assertEquals(List.of(4, 5), second.stream().map(PastFill::orderNumber).toList());
            assertEquals(new PastFill(0, MONDAY, 1, "005930", Side.BUY, 1, 70_000, 10, 1, 1, 999_999, 2_000), first.getFirst());
        }
    }

    @Test
    void answersHoldingsAsTheyStoodAtTheEndOfADate() {
        holding(MONDAY, ALICE, "005930", 10);
        holding(MONDAY, ALICE, "005930", 12);
        holding(MONDAY, ALICE, "000660", 5);
        holding(MONDAY + 2, ALICE, "005930", 0);
        try (var history = caughtUp(database())) {
            assertEquals(List.of(), await(history.holdings(ALICE, MONDAY - 1, kept.next())));
            assertEquals(List.of(new PastHolding("000660", MONDAY, 5, 350_000), new PastHolding("005930", MONDAY, 12, 840_000)),
                await(history.holdings(ALICE, MONDAY + 1, kept.next())));
            assertEquals(List.of(new PastHolding("000660", MONDAY, 5, 350_000)), await(history.holdings(ALICE, MONDAY + 2, kept.next())));
        }
    }

    @Test
    void answersWhatDatesCameToNewestFirst() {
        for (int date = MONDAY; date < MONDAY + 3; date++) {
            kept.add(new HistoryEntry.DayPurchase(kept.next(), date, ALICE, "005930", 0, 10, 700_000, 100));
            kept.add(new HistoryEntry.DaySale(kept.next(), date, ALICE, "005930", 0, 4, 284_000, 280_000, 40, 42, 568, 0));
            kept.add(new HistoryEntry.DaySale(kept.next(), date, ALICE, "000660", MONDAY - 9, 1, 100_000, 120_000, 10, 10, 200, 30));
            kept.add(new HistoryEntry.DaySale(kept.next(), date, BOB, "005930", 0, 1, 1, 1, 1, 1, 1, 1));
        }
        var samsung = new PastSale(5, MONDAY + 1, "005930", 0, 4, 284_000, 280_000, 40, 42, 568, 0);
        var hynix = new PastSale(6, MONDAY + 1, "000660", MONDAY - 9, 1, 100_000, 120_000, 10, 10, 200, 30);
        assertEquals(3_350, samsung.profitWon());
        assertEquals(-20_250, hynix.profitWon());
        try (var history = caughtUp(database())) {
            assertEquals(List.of(hynix, samsung), await(history.sales(ALICE, MONDAY + 1, MONDAY + 1, "", Long.MAX_VALUE, 9, kept.next())));
            assertEquals(List.of(samsung), await(history.sales(ALICE, MONDAY, MONDAY + 2, "", 6, 1, kept.next())));
            assertEquals(List.of(9L, 5L, 1L), await(history.sales(ALICE, MONDAY, MONDAY + 2, "005930", Long.MAX_VALUE, 9, kept.next()))
                .stream().map(PastSale::entry).toList());
            assertEquals(List.of(new PastPurchase(4, MONDAY + 1, "005930", 0, 10, 700_000, 100)),
                await(history.purchases(ALICE, MONDAY, MONDAY + 2, "005930", 8, 1, kept.next())));
            assertEquals(List.of(), await(history.purchases(ALICE, MONDAY, MONDAY + 2, "000660", Long.MAX_VALUE, 9, kept.next())));
            PastDay day = new PastDay(MONDAY + 2, 700_000, 384_000, 152, 768, 3_350 - 20_250);
            assertEquals(List.of(day, new PastDay(MONDAY + 1, 700_000, 384_000, 152, 768, 3_350 - 20_250)),
                await(history.days(ALICE, MONDAY, MONDAY + 2, 2, kept.next())));
            assertEquals(List.of(day), await(history.days(ALICE, MONDAY + 2, MONDAY + 9, 2, kept.next())));
        }
    }

    @Test
    void answersMinutesNewestFirst() {
        for (long minute = 0; minute < 5; minute++) {
            kept.add(new HistoryEntry.MinuteBar(kept.next(), MONDAY, "005930", minute * 60_000, 1, 4, 1, 2, minute, 10));
        }
        kept.add(new HistoryEntry.DayBar(kept.next(), MONDAY, "005930", 70_000, 1, 4, 1, 2, 10, 50));
        kept.add(new HistoryEntry.DayEnded(kept.next(), MONDAY));
        kept.add(new HistoryEntry.Cash(kept.next(), MONDAY + 1, ALICE, 5, 5, 7));
        try (var history = caughtUp(database())) {
            assertEquals(List.of(3L, 2L), await(history.minutes("005930", 240_000, 2, kept.next())).stream()
                .map(PastBar::volumeShares).toList());
        }
    }

    @Test
    void writesEachEntryOnceWhereverItBreaksOff() throws SQLException {
        HistoryDatabase database = database();
        database.migrate();
        var random = new Random(SEED);
        var expected = new ArrayList<Long>();
        for (int i = 0; i < 400; i++) {
            expected.add(kept.next());
            fill(MONDAY, i + 1, ALICE, 1);
        }
        int breaks = 0;
        while (kept.first() < kept.next()) {
            // Each turn is a process of its own that dies before the transaction, after it, or after its acknowledgement.
            try (var writer = new EntryWriter(database)) {
                long next = writer.nextEntry();
                await(kept.writtenBefore(next));
                List<HistoryEntry> entries = await(kept.entriesFrom(next, 1 + random.nextInt(7)));
                int death = random.nextInt(3);
                if (death > 0 && !entries.isEmpty()) {
                    writer.write(entries);
                }
                if (death > 1) {
                    await(kept.writtenBefore(writer.nextEntry()));
                }
                breaks++;
            }
        }
        try (var history = caughtUp(database)) {
            List<PastFill> found = await(history.fills(ALICE, MONDAY, MONDAY, -1, 1_000, kept.next()));
            assertEquals(expected, found.stream().map(PastFill::entry).toList(), "seed " + SEED);
        }
        assertTrue(breaks > 100, "only " + breaks);
    }

    @Test
    void refusesASecondWriterOfTheSameEntries() throws SQLException {
        HistoryDatabase database = database();
        database.migrate();
        fill(MONDAY, 1, ALICE, 1);
        List<HistoryEntry> entries = await(kept.entriesFrom(0, 1));
        try (var one = new EntryWriter(database); var other = new EntryWriter(database)) {
            one.write(entries);
            assertThrows(SQLException.class, () -> other.write(entries));
        }
        try (var again = new EntryWriter(database)) {
            assertEquals(1, again.nextEntry());
        }
    }

    @Test
    void goesOnWhereTheBrokerageDidNotHearItsAcknowledgement() {
        fill(MONDAY, 1, ALICE, 1);
        kept.deafFor(3);
        try (var history = caughtUp(database())) {
            assertEquals(1, await(history.fills(ALICE, MONDAY, MONDAY, -1, 10, 1)).size());
        }
    }

    @Test
    void doesNotAnswerWithLessThanWasAskedFor() {
        try (var history = caughtUp(database())) {
            var failure = assertThrows(CompletionException.class, () -> await(history.fills(ALICE, MONDAY, MONDAY, -1, 10, 5)));
            assertInstanceOf(HistoryUnavailable.class, failure.getCause());
        }
    }
}
