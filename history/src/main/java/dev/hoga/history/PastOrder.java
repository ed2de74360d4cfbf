package dev.hoga.history;

import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderStatus;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import java.util.OptionalInt;

/**
 * An order of a date that is over. The commission and tax are those of all its fills.
 *
 * @param originalNumber the order it amended or cancelled, else 0
 * @param loanDate of the loan that it took or repaid, days since 1970-01-01, 0 where it repaid whatever date's; empty for cash
 */
public record PastOrder(int date, int orderNumber, int originalNumber, int rootNumber, OrderKind kind, String code, Side side,
    OrderType type, TimeInForce timeInForce, OrderStatus status, long qtyShares, long priceWon, long filledShares, long filledAmountWon,
    long commissionWon, long taxWon, OptionalInt loanDate, long acceptedAtMs) {
}
