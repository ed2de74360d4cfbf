package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.CoreListener;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Phase;
import dev.hoga.core.ReduceReason;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events that somebody waits for, collected until they are told. Events say little; what stands around them is read from the
 * core when they are told, so no second copy of the market is kept. Many changes of a book become one notice that way, and many
 * trades share one look at their instrument.
 */
final class FeedBatch implements CoreListener {
    /** Instruments looked at in one read. */
    static final int INSTRUMENTS_PER_READ = 256;
    /** Events of accounts looked at in one read. */
    static final int ACCOUNT_EVENTS_PER_READ = 1_024;

    private final List<FeedConsumer> consumers;
    private final Map<Integer, List<FeedEvent.Trade>> trades = new LinkedHashMap<>();
    private final Set<Integer> changedBooks = new LinkedHashSet<>();
    private ArrayDeque<FeedEvent.OfAccount> ofAccounts = new ArrayDeque<>();
    private boolean indicesChanged;
    private long indicesMs;
    private final List<FeedEvent.PhaseChange> phases = new ArrayList<>();
    /** Events of accounts, from the first on, whose trading date is over. */
    private int stale;
    /** The last fill told, which the change of a holding belongs to. */
    private FeedEvent.Filled lastFill;
    /** Codes by instrument, as far as any was looked at. */
    private long[] codes = new long[0];

    FeedBatch(List<FeedConsumer> consumers) {
        this.consumers = List.copyOf(consumers);
    }

    boolean isEmpty() {
        return trades.isEmpty() && changedBooks.isEmpty() && ofAccounts.isEmpty() && !indicesChanged && phases.isEmpty();
    }

    /** Events were lost: forgets the rest, and has every book told again. */
    void startAgain(int instrumentCount) {
        trades.clear();
        ofAccounts.clear();
        phases.clear();
        stale = 0;
        lastFill = null;
        for (int id = 0; id < instrumentCount; id++) {
            bookChanged(id, 0);
        }
    }

    // -- collecting ----------------------------------------------------------------------------------------------------

    /** The code of an instrument, 0 where it was never looked at. */
    private long code(int id) {
        return id < codes.length ? codes[id] : 0;
    }

    private void learn(InstrumentFacts facts) {
        if (facts.id() >= codes.length) {
            codes = Arrays.copyOf(codes, Math.max(facts.id() + 1, codes.length * 2));
        }
        codes[facts.id()] = facts.code();
    }

    /** What nobody knows yet may be wanted; the first look at it tells. */
    private boolean tradesWanted(int id) {
        long code = code(id);
        for (FeedConsumer consumer : consumers) {
            if (consumer.wantsAnything() && (code == 0 || consumer.wantsTrades(code))) {
                return true;
            }
        }
        return false;
    }

    private boolean bookWanted(int id) {
        long code = code(id);
        for (FeedConsumer consumer : consumers) {
            if (consumer.wantsAnything() && (code == 0 || consumer.wantsBook(code))) {
                return true;
            }
        }
        return false;
    }

    private boolean accountWanted(int accountId) {
        for (FeedConsumer consumer : consumers) {
            if (consumer.wantsAnything() && consumer.wantsAccount(accountId)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void traded(int instrumentId, long tradeNumber, Side takerSide, long priceWon, long qtyShares, long marketTimeMs) {
        addTrade(new FeedEvent.Trade(instrumentId, tradeNumber, Optional.of(takerSide), priceWon, qtyShares, marketTimeMs));
    }

    @Override
    public void auctionTraded(int instrumentId, long tradeNumber, long priceWon, long qtyShares, long marketTimeMs) {
        addTrade(new FeedEvent.Trade(instrumentId, tradeNumber, Optional.empty(), priceWon, qtyShares, marketTimeMs));
    }

    private void addTrade(FeedEvent.Trade trade) {
        if (tradesWanted(trade.instrumentId())) {
            trades.computeIfAbsent(trade.instrumentId(), id -> new ArrayList<>()).add(trade);
        }
    }

    @Override
    public void bookChanged(int instrumentId, long marketTimeMs) {
        if (bookWanted(instrumentId)) {
            changedBooks.add(instrumentId);
        }
    }

    @Override
    public void indicesChanged(long marketTimeMs) {
        indicesChanged |= anythingWanted();
        indicesMs = marketTimeMs;
    }

    @Override
    public void phaseChanged(Venue venue, Phase phase, long marketTimeMs) {
        if (anythingWanted()) {
            phases.add(new FeedEvent.PhaseChange(venue, phase, marketTimeMs));
        }
    }

    private boolean anythingWanted() {
        return consumers.stream().anyMatch(FeedConsumer::wantsAnything);
    }

    @Override
    public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
        OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
        long marketTimeMs) {
        if (accountWanted(accountId)) {
            long openShares = kind == OrderKind.CANCEL ? 0 : qtyShares;
            ofAccounts.add(new FeedEvent.Accepted(accountId, orderNumber, instrumentId, new OrderFacts(true, originalNumber,
                rootNumber, kind, side, type, timeInForce, qtyShares, priceWon, openShares, 0, 0, 0, 0), marketTimeMs));
        }
    }

    @Override
    public void orderFilled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon,
        long remainingShares, long commissionWon, long taxWon, long tradeNumber, long marketTimeMs) {
        if (accountWanted(accountId)) {
            lastFill = new FeedEvent.Filled(accountId, orderNumber, instrumentId, side, qtyShares, priceWon, remainingShares,
                commissionWon, taxWon, tradeNumber, marketTimeMs);
            ofAccounts.add(lastFill);
        }
    }

    @Override
    public void orderReduced(int accountId, int orderNumber, int instrumentId, ReduceReason reason, long qtyShares,
        long remainingShares, long marketTimeMs) {
        if (accountWanted(accountId)) {
            ofAccounts.add(new FeedEvent.Reduced(accountId, orderNumber, instrumentId, reason, qtyShares, remainingShares,
                marketTimeMs));
        }
    }

    @Override
    public void holdingChanged(int accountId, int instrumentId, long qtyShares, long purchaseAmountWon) {
        boolean filled = lastFill != null && lastFill.accountId() == accountId && lastFill.instrumentId() == instrumentId;
        if (filled && accountWanted(accountId)) {
            ofAccounts.add(new FeedEvent.Holding(accountId, instrumentId, lastFill.side(), qtyShares, purchaseAmountWon,
                lastFill.timeMs()));
        }
        lastFill = null;
    }

    /** Trades of a day that is over are no news; orders of it can't be asked for any more. */
    @Override
    public void tradingDateChanged(int epochDay, long marketTimeMs) {
        trades.clear();
        stale = ofAccounts.size();
    }

    @Override
    public void commandAccepted(long correlationId, long value) {
        // no event of the market
    }

    @Override
    public void commandRejected(long correlationId, Reject reject, long detail) {
        // no event of the market
    }

    // -- reading and telling ---------------------------------------------------------------------------------------------

    /**
     * Looks at what stands around the events, on the core's thread; changes nothing here. All events up to this moment must have
     * been collected, so that sums can be told as they were after each of them.
     */
    FeedFacts look(BrokerageView view) {
        var facts = new FeedFacts(view);
        for (int id : trades.keySet()) {
            if (facts.instrumentCount() < INSTRUMENTS_PER_READ) {
                long code = facts.instrument(id).code();
                if (consumers.stream().anyMatch(consumer -> consumer.wantsTallies(code))) {
                    facts.tally(id, trades.get(id).getLast().timeMs());
                }
            }
        }
        for (int id : changedBooks) {
            if (facts.instrumentCount() < INSTRUMENTS_PER_READ) {
                facts.book(id);
            }
        }
        if (indicesChanged) {
            facts.indices(indicesMs, code -> consumers.stream().anyMatch(consumer -> consumer.wantsFund(code)));
        }
        phases.forEach(facts::phase);
        int at = 0;
        for (FeedEvent.OfAccount event : ofAccounts) {
            if (at == ACCOUNT_EVENTS_PER_READ) {
                break;
            }
            facts.account(event, at++ < stale);
        }
        return facts;
    }

    /** Tells the consumers what was looked at, and forgets it. */
    void tell(FeedFacts facts) {
        facts.instruments().forEach(this::learn);
        tellTrades(facts);
        tellBooks(facts);
        tellMarket(facts);
        tellAccounts(facts);
        consumers.forEach(FeedConsumer::send);
    }

    private void tellTrades(FeedFacts facts) {
        for (InstrumentFacts instrument : facts.instruments()) {
            List<FeedEvent.Trade> ofInstrument = trades.remove(instrument.id());
            if (ofInstrument == null) {
                continue;
            }
            long volumeShares = instrument.quote().volumeShares();
            long turnoverWon = instrument.quote().turnoverWon();
            TakerSums takers = instrument.quote().takers();
            for (FeedEvent.Trade trade : ofInstrument) {
                volumeShares -= trade.qtyShares();
                turnoverWon -= trade.amountWon();
                takers = takers.minus(trade.takerSide(), trade.qtyShares());
            }
            if (volumeShares < 0) {
                // The instrument has begun another day, which is told when all of them have.
                continue;
            }
            for (FeedEvent.Trade trade : ofInstrument) {
                volumeShares += trade.qtyShares();
                turnoverWon += trade.amountWon();
                takers = takers.plus(trade.takerSide(), trade.qtyShares());
                var notice = new TradeNotice(instrument, trade.tradeNumber(), trade.takerSide(), trade.priceWon(), trade.qtyShares(),
                    volumeShares, turnoverWon, takers, trade.timeMs());
                consumers.forEach(consumer -> consumer.trade(notice));
            }
        }
    }

    private void tellMarket(FeedFacts facts) {
        indicesChanged = false;
        phases.clear();
        facts.tallies().forEach(tallies -> consumers.forEach(consumer -> consumer.tallies(tallies)));
        facts.phases().forEach(phase -> consumers.forEach(consumer -> consumer.phase(phase)));
        if (!facts.readIndices().indices().isEmpty()) {
            consumers.forEach(consumer -> consumer.indices(facts.readIndices()));
        }
    }

    private void tellBooks(FeedFacts facts) {
        for (BookNotice book : facts.books()) {
            changedBooks.remove(book.instrument().id());
            consumers.forEach(consumer -> consumer.book(book));
        }
    }

    private void tellAccounts(FeedFacts facts) {
        Map<OrderKey, OrderFacts> orders = ordersBefore(facts);
        for (int told = 0; told < facts.accountEvents(); told++) {
            FeedEvent.OfAccount event = ofAccounts.remove();
            if (event instanceof FeedEvent.Holding holding) {
                HoldingNotice notice = facts.notice(holding);
                consumers.forEach(consumer -> consumer.holding(notice));
            } else if (event instanceof FeedEvent.OfOrder order) {
                var key = new OrderKey(order.orderNumber(), told < stale);
                OrderFacts now = orders.get(key);
                if (now == null) {
                    // Reduced on a day that is over: what reduced it, a cancellation, tells of it.
                    continue;
                }
                OrderFacts after = now.plus(order.fills(), order.openShares());
                orders.put(key, after);
                OrderNotice notice = facts.notice(order, after);
                consumers.forEach(consumer -> consumer.order(notice));
            }
        }
        stale = Math.max(0, stale - facts.accountEvents());
    }

    /** An order; numbers begin again with each trading date. */
    private record OrderKey(int orderNumber, boolean ofPastDay) {
    }

    /** Every order with an event, as it was before the first of them. */
    private Map<OrderKey, OrderFacts> ordersBefore(FeedFacts facts) {
        var orders = new HashMap<OrderKey, OrderFacts>();
        var fills = new HashMap<OrderKey, OrderSums>();
        int at = 0;
        for (FeedEvent.OfAccount event : ofAccounts) {
            boolean ofPastDay = at++ < stale;
            if (event instanceof FeedEvent.OfOrder order) {
                var key = new OrderKey(order.orderNumber(), ofPastDay);
                fills.merge(key, order.fills(), OrderSums::plus);
                OrderFacts found = ofPastDay ? null : facts.order(order.orderNumber());
                if (found != null) {
                    orders.put(key, found);
                } else if (order instanceof FeedEvent.Accepted accepted) {
                    orders.put(key, accepted.facts().plus(fills.get(key), 0));
                } else if (order instanceof FeedEvent.Filled filled) {
                    OrderFacts known = orders.getOrDefault(key, OrderFacts.gone(order.orderNumber(), filled.side()));
                    orders.put(key, known.plus(filled.fills(), 0));
                }
            }
        }
        orders.replaceAll((key, end) -> end.minus(fills.get(key)));
        return orders;
    }
}
