package dev.hoga.history;

import dev.hoga.core.Side;
import java.util.Optional;

/**
 * Which of an account's past orders are meant.
 *
 * @param fromDate the first date, inclusive
 * @param toDate the last, inclusive
 * @param code of one instrument; empty for all that are traded in won; overseas a pattern of SQL, such as {@code USD.%} for America
 *     or {@code USD.NASD.AAPL} for one of it
 * @param orderNumber one number of each date, or 0 for all
 * @param filledOnly only what was filled in whole or in part
 * @param onCredit only orders on credit, or only those for cash
 */
public record OrderQuery(long accountNumber, int fromDate, int toDate, String code, Optional<Side> side, int orderNumber,
    boolean filledOnly, Optional<Boolean> onCredit) {
}
