package dev.hoga.core;

import java.math.BigInteger;
import java.time.LocalDate;

/** An order as the naive exchange keeps it. */
final class NaiveOrder {
    int number;
    int original;
    int root;
    int sequence;
    OrderKind kind;
    NaiveShare share;
    int account;
    Side side;
    OrderType type;
    TimeInForce timeInForce;
    boolean credit;
    /** What a sale on credit repays; null for all dates. */
    LocalDate loanDay;
    long price;
    long open;
    BigInteger filled = BigInteger.ZERO;
    BigInteger commission = BigInteger.ZERO;

    boolean isMarket() {
        return price == 0;
    }

    /** What a market order counts as in the order of prices: a limit order at the day's extreme (BR 22). */
    long rank() {
        if (!isMarket()) {
            return price;
        }
        return side == Side.BUY ? share.upper() : share.lower();
    }

    /** Whether it comes before another order of the same side: by price, then by time of receipt. */
    boolean comesBefore(NaiveOrder other) {
        if (rank() != other.rank()) {
            return side == Side.BUY ? rank() > other.rank() : rank() < other.rank();
        }
        return sequence < other.sequence;
    }

    /** Whether it would trade with a resting order of the other side. */
    boolean meets(NaiveOrder maker) {
        if (isMarket() || maker.isMarket()) {
            return true;
        }
        return side == Side.BUY ? maker.price <= price : maker.price >= price;
    }

    /** Whether no fill can cost more than its price. */
    static boolean boundByPrice(OrderType type) {
        return type == OrderType.LIMIT || type == OrderType.SINGLE_PRICE || isAtClose(type);
    }

    static boolean isAtClose(OrderType type) {
        return type == OrderType.PREVIOUS_CLOSE || type == OrderType.TODAYS_CLOSE;
    }

    /** The price that cash is reserved at: the one it rests at, or the upper limit where it may become any (rules D1). */
    long reservationPrice() {
        return boundByPrice(type) ? price : share.upper();
    }
}
