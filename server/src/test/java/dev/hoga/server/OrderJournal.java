package dev.hoga.server;

import dev.hoga.core.OrderKind;
import dev.hoga.core.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one client has sent and what it was answered, kept outside the server. Every request of a journal can be told from
 * every other by its {@link Tag}, so that an order the server shows belongs to exactly one of them or was invented.
 * Safe for one writer and any number of readers.
 */
final class OrderJournal {
    private final long accountNumber;
    private final List<Entry> entries = new ArrayList<>();

    OrderJournal(long accountNumber) {
        this.accountNumber = accountNumber;
    }

    /**
     * A request for one order number. A client never sends two requests of the same tag.
     *
     * @param side of a new order; of the amended or cancelled one otherwise
     * @param original 0 for a new order
     * @param qtyShares unique among the account's new orders; 0 means all that remains
     * @param priceWon 0 for a cancellation
     */
    record Request(OrderKind kind, Side side, String code, int original, long qtyShares, long priceWon) {

        Tag tag() {
            return kind == OrderKind.NEW ? new Tag(kind, 0, qtyShares) : new Tag(kind, original, 0);
        }
    }

    /** What identifies a request within its account. @param qtyShares 0 but for new orders */
    record Tag(OrderKind kind, int original, long qtyShares) {
    }

    /** What came back. */
    sealed interface Answer {
    }

    /** @param root the first order of the chain, 0 for a new order @param qtyShares as answered, or as sent for a new order */
    record Acknowledged(int orderNumber, int root, long qtyShares) implements Answer {
    }

    record Refused(String message) implements Answer {
    }

    /** No answer was seen: the order may be there, once, or not at all. */
    record Unknown(String why) implements Answer {
    }

    /** One line of the journal. */
    static final class Entry {
        private final Request request;
        private volatile Answer answer = new Unknown("no answer yet");

        private Entry(Request request) {
            this.request = request;
        }

        Request request() {
            return request;
        }

        Answer answer() {
            return answer;
        }
    }

    long accountNumber() {
        return accountNumber;
    }

    /** Notes a request before it is sent. */
    Entry sending(Request request) {
        var entry = new Entry(request);
        synchronized (entries) {
            entries.add(entry);
        }
        return entry;
    }

    /** Notes the answer after it was read whole. */
    void answered(Entry entry, Answer answer) {
        entry.answer = answer;
    }

    List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /** The same requests, with nothing promised but what is in a set: what a client knew at an earlier instant. */
    OrderJournal promisingOnly(Set<Entry> promised) {
        var earlier = new OrderJournal(accountNumber);
        for (Entry entry : entries()) {
            Answer later = entry.answer();
            boolean known = promised.contains(entry) || later instanceof Refused;
            earlier.answered(earlier.sending(entry.request()), known ? later : new Unknown("not yet"));
        }
        return earlier;
    }

    /** The answers that promise something. */
    List<Acknowledged> acknowledged() {
        return entries().stream().map(Entry::answer).filter(Acknowledged.class::isInstance).map(Acknowledged.class::cast).toList();
    }
}
