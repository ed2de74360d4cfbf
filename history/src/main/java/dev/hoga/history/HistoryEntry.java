package dev.hoga.history;

import dev.hoga.core.Currency;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderStatus;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import java.util.OptionalInt;

/**
 * One entry that history writes, as {@link dev.hoga.core.HistoryListener} describes it; instruments by their codes. Dates are days
 * since 1970-01-01, times milliseconds since then.
 */
public sealed interface HistoryEntry {

    /** Its number. */
    long entry();

    /** The trading date to which it belongs. */
    int date();

    record Order(long entry, int date, long accountNumber, int orderNumber, int originalNumber, int rootNumber, OrderKind kind, String code,
        Side side, OrderType type, TimeInForce timeInForce, OrderStatus status, long qtyShares, long priceWon, long filledShares,
        long filledAmountWon, OptionalInt loanDate, long acceptedAtMs) implements HistoryEntry {
    }

    record Fill(long entry, int date, long accountNumber, int orderNumber, String code, Side side, long qtyShares, long priceWon,
        long commissionWon, long taxWon, long tradeNumber, long cashWon, long filledAtMs) implements HistoryEntry {
    }

    record Cash(long entry, int date, long accountNumber, long amountWon, long cashWon, long movedAtMs) implements HistoryEntry {
    }

    record GoldWithdrawn(long entry, int date, long accountNumber, String code, long grams, long valueWon, long taxWon, long chargeWon,
        long cashWon, long withdrawnAtMs) implements HistoryEntry {
    }

    /** Cash in a foreign currency, in minimal units. */
    record ForeignCash(long entry, int date, long accountNumber, Currency currency, long amount, long cash, long movedAtMs)
        implements HistoryEntry {
    }

    record Holding(long entry, int date, long accountNumber, String code, long qtyShares, long purchaseWon) implements HistoryEntry {
    }

    record MinuteBar(long entry, int date, String code, long startMs, long openWon, long highWon, long lowWon, long closeWon,
        long volumeShares, long turnoverWon) implements HistoryEntry {
    }

    record DayBar(long entry, int date, String code, long baseWon, long openWon, long highWon, long lowWon, long closeWon,
        long volumeShares, long turnoverWon) implements HistoryEntry {
    }

    record DayPurchase(long entry, int date, long accountNumber, String code, int loanDate, long qtyShares, long amountWon,
        long commissionWon) implements HistoryEntry {
    }

    record DaySale(long entry, int date, long accountNumber, String code, int loanDate, long qtyShares, long amountWon, long costWon,
        long purchaseCommissionWon, long commissionWon, long taxWon, long interestWon) implements HistoryEntry {
    }

    record DayEnded(long entry, int date) implements HistoryEntry {
    }
}
