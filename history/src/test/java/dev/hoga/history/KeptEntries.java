package dev.hoga.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A brokerage's entries as a test makes them: kept until they are written, with faults where a test wants them. */
final class KeptEntries implements HistorySource {
    private final List<HistoryEntry> entries = new ArrayList<>();
    private long first;
    /** How many more acknowledgements fail before they are heard. */
    private int deafFor;
    private boolean asked;

    synchronized void add(HistoryEntry entry) {
        if (entry.entry() != entries.size()) {
            throw new IllegalArgumentException(entry + " is not number " + entries.size());
        }
        entries.add(entry);
    }

    synchronized long next() {
        return entries.size();
    }

    synchronized long first() {
        return first;
    }

    /** Whether an acknowledgement was heard. */
    synchronized boolean asked() {
        return asked;
    }

    synchronized void deafFor(int acknowledgements) {
        deafFor = acknowledgements;
    }

    @Override
    public synchronized CompletableFuture<List<HistoryEntry>> entriesFrom(long entry, int limit) {
        if (entry < first) {
            return CompletableFuture.failedFuture(new IllegalStateException("entry " + entry + " is no longer kept"));
        }
        return CompletableFuture.completedFuture(
            List.copyOf(entries.subList((int) entry, (int) Math.min(entries.size(), entry + limit))));
    }

    @Override
    public synchronized CompletableFuture<Void> writtenBefore(long entry) {
        if (deafFor > 0) {
            deafFor--;
            return CompletableFuture.failedFuture(new IllegalStateException("not heard"));
        }
        if (entry < first || entry > entries.size()) {
            return CompletableFuture.failedFuture(new IllegalStateException("entry " + entry + " is not kept"));
        }
        first = entry;
        asked = true;
        return CompletableFuture.completedFuture(null);
    }
}
