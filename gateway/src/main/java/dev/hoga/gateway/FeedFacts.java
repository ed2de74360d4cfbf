package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.InstrumentKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** What one read of the core has found around the events that wait. Filled on the core's thread, then only looked at. */
final class FeedFacts {
    private final BrokerageView view;
    private final Map<Integer, InstrumentFacts> instruments = new LinkedHashMap<>();
    private final List<BookNotice> books = new ArrayList<>();
    private final Map<Integer, OrderFacts> orders = new HashMap<>();
    private final Map<Integer, AccountFacts> accounts = new HashMap<>();
    private final Map<Holder, Slot> holdings = new HashMap<>();
    private IndexNotice indices = new IndexNotice(List.of(), List.of(), 0);
    private final List<TallyNotice> tallies = new ArrayList<>();
    private final List<PhaseNotice> phases = new ArrayList<>();
    private int accountEvents;

    private record Holder(int accountId, int instrumentId) {
    }

    private record Slot(long sellableShares, long boughtTodayShares, long soldTodayShares) {
        private static final Slot NONE = new Slot(0, 0, 0);
    }

    FeedFacts(BrokerageView view) {
        this.view = view;
    }

    // -- on the core's thread --------------------------------------------------------------------------------------------

    InstrumentFacts instrument(int id) {
        InstrumentFacts known = instruments.get(id);
        if (known == null) {
            known = InstrumentFacts.read(view, id);
            instruments.put(id, known);
        }
        return known;
    }

    void indices(long timeMs, LongPredicate wantsFund) {
        var funds = new ArrayList<FundFacts>();
        for (int id = 0; id < view.instrumentCount(); id++) {
            if (view.instrumentKind(id) == InstrumentKind.ETF && wantsFund.test(view.code(id))) {
                FundFacts.read(view, id).ifPresent(funds::add);
            }
        }
        indices = new IndexNotice(IndexFacts.readAll(view), funds, timeMs);
    }

    void tally(int id, long timeMs) {
        tallies.add(TallyNotice.read(view, instrument(id), timeMs));
    }

    void phase(FeedEvent.PhaseChange change) {
        phases.add(new PhaseNotice(change.venue(), change.phase(), view.nextPhaseMs(change.venue()), change.timeMs()));
    }

    void book(int id) {
        books.add(BookNotice.read(view, instrument(id)));
    }

    /** @param ofPastDay the order's trading date is over, and its number may be another's now */
    void account(FeedEvent.OfAccount event, boolean ofPastDay) {
        accountEvents++;
        instrument(event.instrumentId());
        accounts.computeIfAbsent(event.accountId(), id -> AccountFacts.read(view, id));
        switch (event) {
            case FeedEvent.OfOrder order -> {
                // A new day forgets the orders first and says so last; in between nobody trades.
                if (!ofPastDay && view.orderExists(order.orderNumber())) {
                    orders.computeIfAbsent(order.orderNumber(), number -> OrderFacts.read(view, number));
                }
            }
            case FeedEvent.Holding holding ->
                holdings.computeIfAbsent(new Holder(holding.accountId(), holding.instrumentId()), this::slot);
        }
    }

    private Slot slot(Holder holder) {
        int slot = view.holding(holder.accountId, holder.instrumentId);
        return slot < 0 ? Slot.NONE : new Slot(view.sellableShares(slot), view.boughtTodayShares(slot), view.soldTodayShares(slot));
    }

    int instrumentCount() {
        return instruments.size();
    }

    // -- on the feed's thread --------------------------------------------------------------------------------------------

    Collection<InstrumentFacts> instruments() {
        return instruments.values();
    }

    /** All indices, or none where they were not looked at. */
    IndexNotice readIndices() {
        return indices;
    }

    List<TallyNotice> tallies() {
        return tallies;
    }

    List<PhaseNotice> phases() {
        return phases;
    }

    List<BookNotice> books() {
        return books;
    }

    /** How many of the account events, from the first on, were looked at. */
    int accountEvents() {
        return accountEvents;
    }

    /** The order at the moment of the read; null where it was not looked at. */
    OrderFacts order(int orderNumber) {
        return orders.get(orderNumber);
    }

    OrderNotice notice(FeedEvent.OfOrder event, OrderFacts order) {
        return new OrderNotice(accounts.get(event.accountId()), event.orderNumber(), event.change(), order,
            instruments.get(event.instrumentId()), event.timeMs());
    }

    HoldingNotice notice(FeedEvent.Holding event) {
        Slot slot = holdings.get(new Holder(event.accountId(), event.instrumentId()));
        return new HoldingNotice(accounts.get(event.accountId()), instruments.get(event.instrumentId()),
            event.side(), event.qtyShares(), event.purchaseWon(), slot.sellableShares, slot.boughtTodayShares, slot.soldTodayShares,
            event.timeMs());
    }
}
