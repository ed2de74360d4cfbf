package dev.hoga.history;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where entries come from, and who is told how far they are written: the brokerage. */
public interface HistorySource {

    /** The entries from a number on that are there, in order, of so many at most; empty where there are none yet. */
    CompletableFuture<List<HistoryEntry>> entriesFrom(long entry, int limit);

    /**
     * Says that all entries before a number are written; the first time it also begins their keeping. Completes exceptionally
     * where that number is not one that the brokerage still keeps or will make next.
     */
    CompletableFuture<Void> writtenBefore(long entry);
}
