package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderStatus;
import dev.hoga.core.Side;
import dev.hoga.server.OrderJournal.Acknowledged;
import dev.hoga.server.OrderJournal.Entry;
import dev.hoga.server.OrderJournal.Refused;
import dev.hoga.server.OrderJournal.Request;
import dev.hoga.server.OrderJournal.Tag;
import dev.hoga.server.OrderJournal.Unknown;
import dev.hoga.server.Witness.Account;
import dev.hoga.server.Witness.Order;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the clients' journals with what a folder holds: nothing acknowledged is lost or other than it was answered,
 * nothing was invented, nothing is there twice or half, and money and shares balance. The clients' accounts hold nothing that
 * is not in the journals but what they were opened with.
 */
final class JournalAudit {
    private final Map<Long, Map<Tag, Entry>> sent = new HashMap<>();
    private final Map<Long, OrderJournal> journals = new HashMap<>();
    private final Witness witness;

    private JournalAudit(List<OrderJournal> journals, Witness witness) {
        this.witness = witness;
        for (OrderJournal journal : journals) {
            var byTag = new HashMap<Tag, Entry>();
            for (Entry entry : journal.entries()) {
                assertEquals(null, byTag.put(entry.request().tag(), entry), () -> "sent twice by the test: " + entry.request());
            }
            sent.put(journal.accountNumber(), byTag);
            this.journals.put(journal.accountNumber(), journal);
        }
    }

    /** @param opened what each account was opened with @return how many orders were acknowledged, and all of them found */
    static int check(List<OrderJournal> journals, Witness witness, Account opened) {
        var audit = new JournalAudit(journals, witness);
        int found = audit.acknowledgedOrdersAreThere();
        audit.nothingIsInventedOrTwice();
        audit.whatWasTakenFromAnOrderIsGone();
        audit.balances(opened);
        return found;
    }

    private int acknowledgedOrdersAreThere() {
        var numbers = new HashMap<Integer, Request>();
        for (OrderJournal journal : journals.values()) {
            for (Entry entry : journal.entries()) {
                if (entry.answer() instanceof Acknowledged answer) {
                    Request before = numbers.put(answer.orderNumber(), entry.request());
                    assertEquals(null, before, () -> "the number " + answer.orderNumber() + " was given out twice");
                    isAsAcknowledged(journal.accountNumber(), entry.request(), answer);
                }
            }
        }
        return numbers.size();
    }

    private void isAsAcknowledged(long accountNumber, Request request, Acknowledged answer) {
        Order order = witness.orders().get(answer.orderNumber());
        assertNotNull(order, () -> "acknowledged and lost: " + answer + " to " + request);
        String what = order + " for " + request + ", " + answer;
        assertEquals(accountNumber, order.accountNumber(), what);
        assertEquals(request.kind(), order.kind(), what);
        assertEquals(request.side(), order.side(), what);
        assertEquals(request.code(), order.code(), what);
        assertEquals(request.original(), order.original(), what);
        assertEquals(answer.qtyShares(), order.orderedShares(), what);
        assertEquals(request.kind() == OrderKind.NEW ? answer.orderNumber() : answer.root(), order.root(), what);
        if (request.kind() != OrderKind.CANCEL) {
            assertEquals(request.priceWon(), order.priceWon(), what);
        }
    }

    private void nothingIsInventedOrTwice() {
        var seen = new HashMap<Entry, Integer>();
        witness.orders().forEach((number, order) -> {
            Map<Tag, Entry> byTag = sent.get(order.accountNumber());
            assertNotNull(byTag, () -> "an order of nobody: " + order);
            Tag tag = order.kind() == OrderKind.NEW ? new Tag(OrderKind.NEW, 0, order.orderedShares())
                : new Tag(order.kind(), order.original(), 0);
            Entry entry = byTag.get(tag);
            assertNotNull(entry, () -> "invented: " + number + " " + order);
            assertEquals(null, seen.put(entry, number), () -> "twice: " + number + " " + order);
            switch (entry.answer()) {
                case Acknowledged answer -> assertEquals(answer.orderNumber(), number, () -> "under another number, too: " + order);
                case Refused refused -> throw new AssertionError("refused and done all the same: " + order + ", " + refused);
                case Unknown _ -> asSent(entry.request(), order);
            }
        });
    }

    private static void asSent(Request request, Order order) {
        assertEquals(request.side(), order.side(), order::toString);
        assertEquals(request.code(), order.code(), order::toString);
        if (request.kind() != OrderKind.CANCEL) {
            assertEquals(request.priceWon(), order.priceWon(), order::toString);
        }
    }

    /** Each order is filled, open, or was taken away by exactly the amendments and cancellations that name it. */
    private void whatWasTakenFromAnOrderIsGone() {
        var taken = new HashMap<Integer, Long>();
        for (Order order : witness.orders().values()) {
            if (order.original() != 0) {
                taken.merge(order.original(), order.orderedShares(), Long::sum);
            }
        }
        witness.orders().forEach((number, order) -> {
            if (order.kind() != OrderKind.CANCEL) {
                long accountedFor = order.openShares() + order.filledShares() + taken.getOrDefault(number, 0L);
                assertEquals(order.orderedShares(), accountedFor, () -> "half done: " + number + " " + order);
                assertEquals(order.openShares() > 0, order.status().open(), () -> number + " " + order);
            } else {
                assertEquals(OrderStatus.DONE, order.status(), () -> number + " " + order);
            }
        });
    }

    private void balances(Account opened) {
        assertEquals(0, witness.cashSumWon(), "won over all accounts, the house's own included");
        assertEquals(0, witness.sharesSum(), "shares over all accounts, the house's own included");
        long bought = 0;
        long sold = 0;
        for (long accountNumber : sent.keySet()) {
            long cashWon = opened.cashWon();
            var held = new HashMap<>(opened.heldShares());
            for (Order order : witness.orders().values()) {
                if (order.accountNumber() == accountNumber) {
                    long sign = order.side() == Side.BUY ? 1 : -1;
                    cashWon -= sign * order.filledAmountWon() + order.commissionWon() + order.taxWon();
                    held.merge(order.code(), sign * order.filledShares(), Long::sum);
                    bought += sign > 0 ? order.filledShares() : 0;
                    sold += sign < 0 ? order.filledShares() : 0;
                }
            }
            held.values().removeIf(shares -> shares == 0);
            Account account = witness.accounts().get(accountNumber);
            assertEquals(new Account(cashWon, held), account, () -> "what the orders of " + accountNumber + " make of its balance");
        }
        assertEquals(bought, sold, "clients trade with each other only");
        assertTrue(bought > 0, "nothing has traded: the check would be worth little");
    }
}
