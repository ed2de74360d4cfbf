package dev.hoga.gateway;

import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.Currency;
import dev.hoga.core.HistoryListener;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderStatus;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.engine.Engine;
import dev.hoga.engine.Reply;
import dev.hoga.history.HistoryEntry;
import dev.hoga.history.HistorySource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** What history writes, as the engine's brokerage keeps it. */
public final class EngineHistorySource implements HistorySource {
    private final Engine engine;

    public EngineHistorySource(Engine engine) {
        this.engine = engine;
    }

    @Override
    public CompletableFuture<List<HistoryEntry>> entriesFrom(long entry, int limit) {
        return engine.read(view -> {
            var entries = new Collector(view);
            view.tellHistory(entry, limit, entries);
            return entries.entries;
        });
    }

    @Override
    public CompletableFuture<Void> writtenBefore(long entry) {
        // What the brokerage knows already need not go through the log: a start alone writes nothing.
        return engine.read(view -> view.keepsHistory() && view.oldestHistoryEntry() == entry)
            .thenCompose(known -> known ? CompletableFuture.completedFuture(null) : acknowledge(entry));
    }

    private CompletableFuture<Void> acknowledge(long entry) {
        var heard = new CompletableFuture<Void>();
        engine.commands().acknowledgeHistory(entry, new Reply() {
            @Override
            public void accepted(long value) {
                heard.complete(null);
            }

            @Override
            public void rejected(Reject reject, long detail) {
                heard.completeExceptionally(new IllegalStateException(
                    "history stands at entry " + entry + ", which the brokerage does not know: the database is of another folder"));
            }

            @Override
            public void overloaded() {
                heard.completeExceptionally(new IllegalStateException("the brokerage is overloaded"));
            }

            @Override
            public void unknown() {
                heard.completeExceptionally(new IllegalStateException("the brokerage has not answered"));
            }
        });
        return heard;
    }

    /** Makes values of what it is told. */
    private static final class Collector implements HistoryListener {
        private final BrokerageView view;
        private final List<HistoryEntry> entries = new ArrayList<>();

        Collector(BrokerageView view) {
            this.view = view;
        }

        private static OptionalInt loan(int loanDay) {
            return loanDay == FOR_CASH ? OptionalInt.empty() : OptionalInt.of(loanDay);
        }

        private String code(int instrumentId) {
            return OverseasCode.inHistory(view.venue(instrumentId), Code.text(view.code(instrumentId)));
        }

        @Override
        public void order(long entry, int date, int accountId, int orderNumber, int originalNumber, int rootNumber, OrderKind kind,
            int instrumentId, Side side, OrderType type, TimeInForce timeInForce, OrderStatus status, long qtyShares, long priceWon,
            long filledShares, long filledAmountWon, int loanDay, long acceptedAtMs) {
            entries.add(new HistoryEntry.Order(entry, date, view.accountNumber(accountId), orderNumber, originalNumber, rootNumber, kind,
                code(instrumentId), side, type, timeInForce, status, qtyShares, priceWon, filledShares, filledAmountWon, loan(loanDay),
                acceptedAtMs));
        }

        @Override
        public void fill(long entry, int date, int accountId, int orderNumber, int instrumentId, Side side, long qtyShares,
            long priceWon, long commissionWon, long taxWon, long tradeNumber, long cashWon, long marketTimeMs) {
            entries.add(new HistoryEntry.Fill(entry, date, view.accountNumber(accountId), orderNumber, code(instrumentId), side,
                qtyShares, priceWon, commissionWon, taxWon, tradeNumber, cashWon, marketTimeMs));
        }

        @Override
        public void cash(long entry, int date, int accountId, long amountWon, long cashWon, long marketTimeMs) {
            entries.add(new HistoryEntry.Cash(entry, date, view.accountNumber(accountId), amountWon, cashWon, marketTimeMs));
        }

        @Override
        public void goldWithdrawn(long entry, int date, int accountId, int instrumentId, long grams, long valueWon, long taxWon,
            long chargeWon, long cashWon, long marketTimeMs) {
            entries.add(new HistoryEntry.GoldWithdrawn(entry, date, view.accountNumber(accountId), code(instrumentId), grams, valueWon,
                taxWon, chargeWon, cashWon, marketTimeMs));
        }

        @Override
        public void foreignCash(long entry, int date, int accountId, Currency currency, long amount, long cash, long marketTimeMs) {
            entries.add(new HistoryEntry.ForeignCash(entry, date, view.accountNumber(accountId), currency, amount, cash, marketTimeMs));
        }

        @Override
        public void holding(long entry, int date, int accountId, int instrumentId, long qtyShares, long purchaseWon) {
            entries.add(new HistoryEntry.Holding(entry, date, view.accountNumber(accountId), code(instrumentId), qtyShares,
                purchaseWon));
        }

        @Override
        public void minuteBar(long entry, int date, int instrumentId, long startMs, long openWon, long highWon, long lowWon,
            long closeWon, long volumeShares, long turnoverWon) {
            entries.add(new HistoryEntry.MinuteBar(entry, date, code(instrumentId), startMs, openWon, highWon, lowWon, closeWon,
                volumeShares, turnoverWon));
        }

        @Override
        public void dayBar(long entry, int date, int instrumentId, long baseWon, long openWon, long highWon, long lowWon,
            long closeWon, long volumeShares, long turnoverWon) {
            entries.add(new HistoryEntry.DayBar(entry, date, code(instrumentId), baseWon, openWon, highWon, lowWon, closeWon,
                volumeShares, turnoverWon));
        }

        @Override
        public void dayPurchase(long entry, int date, int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon,
            long commissionWon) {
            entries.add(new HistoryEntry.DayPurchase(entry, date, view.accountNumber(accountId), code(instrumentId), loanDay, qtyShares,
                amountWon, commissionWon));
        }

        @Override
        public void daySale(long entry, int date, int accountId, int instrumentId, int loanDay, long qtyShares, long amountWon,
            long costWon, long purchaseCommissionWon, long commissionWon, long taxWon, long interestWon) {
            entries.add(new HistoryEntry.DaySale(entry, date, view.accountNumber(accountId), code(instrumentId), loanDay, qtyShares,
                amountWon, costWon, purchaseCommissionWon, commissionWon, taxWon, interestWon));
        }

        @Override
        public void dayEnded(long entry, int date) {
            entries.add(new HistoryEntry.DayEnded(entry, date));
        }
    }
}
