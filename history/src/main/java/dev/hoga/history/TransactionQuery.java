package dev.hoga.history;

import java.util.Set;

/**
 * Which of an account's transactions are meant.
 *
 * @param fromDate the first date, inclusive
 * @param toDate the last, inclusive
 * @param code of one instrument, or empty for all
 */
public record TransactionQuery(long accountNumber, int fromDate, int toDate, String code, Set<Transaction.Kind> kinds) {
}
