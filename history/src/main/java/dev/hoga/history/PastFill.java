package dev.hoga.history;

import dev.hoga.core.Side;

/** A fill of a client's order. @param entry grows from fill to fill @param cashWon the account's cash after it */
public record PastFill(long entry, int date, int orderNumber, String code, Side side, long qtyShares, long priceWon, long commissionWon,
    long taxWon, long tradeNumber, long cashWon, long filledAtMs) {
}
