package dev.hoga.history;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What is asked of the past. Each answer sees at least the entries before the number that is given, which is the brokerage's next
 * when the question came: so a day that is over is never half there. Answers complete exceptionally with {@link HistoryUnavailable}
 * where the database is away or too much is asked at once.
 */
public interface History {

    /**
     * Orders of dates that are over, by date and number.
     *
     * @param after the last order of the page before, or {@link OrderPlace#start}
     * @param newestFirst whether the page runs backwards
     */
    CompletableFuture<List<PastOrder>> orders(OrderQuery query, OrderPlace after, boolean newestFirst, int limit, long entriesBefore);

    /** The sums over all of them. */
    CompletableFuture<OrderTotals> totals(OrderQuery query, long entriesBefore);

    /**
     * Fills in the order in which they happened, today's included.
     *
     * @param afterEntry the last of the page before, -1 for a first page
     */
    CompletableFuture<List<PastFill>> fills(long accountNumber, int fromDate, int toDate, long afterEntry, int limit, long entriesBefore);

    /**
     * What changed an account's cash, the newest first, today's included.
     *
     * @param beforeEntry the last of the page before, {@link Long#MAX_VALUE} for a first page
     */
    CompletableFuture<List<Transaction>> transactions(TransactionQuery query, long beforeEntry, int limit, long entriesBefore);

    /** What an account held at the end of a date that is over, by code. */
    CompletableFuture<List<PastHolding>> holdings(long accountNumber, int date, long entriesBefore);

    /**
     * What an account sold on dates that are over, the newest first: one sum for each date, instrument and loan date.
     *
     * @param code of one instrument, or empty for all
     * @param beforeEntry the last of the page before, {@link Long#MAX_VALUE} for a first page
     */
    CompletableFuture<List<PastSale>> sales(long accountNumber, int fromDate, int toDate, String code, long beforeEntry, int limit,
        long entriesBefore);

    /** What it bought, the same way. */
    CompletableFuture<List<PastPurchase>> purchases(long accountNumber, int fromDate, int toDate, String code, long beforeEntry, int limit,
        long entriesBefore);

    /** What its trades of each date come to on which there were any, the newest first. */
    CompletableFuture<List<PastDay>> days(long accountNumber, int fromDate, int toDate, int limit, long entriesBefore);

    /** Minutes of dates that are over, the newest first. */
    CompletableFuture<List<PastBar>> minutes(String code, long beforeMs, int limit, long entriesBefore);
}
