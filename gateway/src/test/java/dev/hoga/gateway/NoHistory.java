package dev.hoga.gateway;

import dev.hoga.history.History;
import dev.hoga.history.OrderPlace;
import dev.hoga.history.OrderQuery;
import dev.hoga.history.OrderTotals;
import dev.hoga.history.PastBar;
import dev.hoga.history.PastDay;
import dev.hoga.history.PastFill;
import dev.hoga.history.PastHolding;
import dev.hoga.history.PastOrder;
import dev.hoga.history.PastPurchase;
import dev.hoga.history.PastSale;
import dev.hoga.history.Transaction;
import dev.hoga.history.TransactionQuery;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The history of a brokerage in its first day. */
public final class NoHistory implements History {

    private static <T> CompletableFuture<T> answer(T nothing) {
        return CompletableFuture.completedFuture(nothing);
    }

    @Override
    public CompletableFuture<List<PastOrder>> orders(OrderQuery query, OrderPlace after, boolean newestFirst, int limit,
        long entriesBefore) {
        return answer(List.of());
    }

    @Override
    public CompletableFuture<OrderTotals> totals(OrderQuery query, long entriesBefore) {
        return answer(OrderTotals.NONE);
    }

    @Override
    public CompletableFuture<List<PastFill>> fills(long accountNumber, int fromDate, int toDate, long afterEntry, int limit,
        long entriesBefore) {
        return answer(List.of());
    }

    @Override
    public CompletableFuture<List<PastHolding>> holdings(long accountNumber, int date, long entriesBefore) {
        return answer(List.of());
    }

    @Override
    public CompletableFuture<List<Transaction>> transactions(TransactionQuery query, long beforeEntry, int limit, long entriesBefore) {
        return answer(List.of());
    }

    @Override
    public CompletableFuture<List<PastSale>> sales(long accountNumber, int fromDate, int toDate, String code, long beforeEntry, int limit,
        long entriesBefore) {
        return answer(List.of());
    }

    @Override
    public CompletableFuture<List<PastPurchase>> purchases(long accountNumber, int fromDate, int toDate, String code, long beforeEntry,
        int limit, long entriesBefore) {
        return answer(List.of());
    }

    @Override
    public CompletableFuture<List<PastDay>> days(long accountNumber, int fromDate, int toDate, int limit, long entriesBefore) {
        return answer(List.of());
    }

    @Override
    public CompletableFuture<List<PastBar>> minutes(String code, long beforeMs, int limit, long entriesBefore) {
        return answer(List.of());
    }
}
