package dev.hoga.history;

/**
 * A page of an account's past orders.
 *
 * @param fromDate the first date asked for, inclusive
 * @param toDate the last, inclusive
 * @param code of one instrument, or empty for all
 * @param newestFirst whether the page runs backwards
 * @param afterDate with {@code afterNumber}, the last order of the page before; 0 and 0 for a first page
 * @param limit the most orders of the page
 */
public record OrderQuery(int accountId, int fromDate, int toDate, String code, boolean newestFirst, int afterDate, int afterNumber,
    int limit) {
}
