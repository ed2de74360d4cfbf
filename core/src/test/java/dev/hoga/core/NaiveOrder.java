package dev.hoga.core;

import java.math.BigInteger;

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
    long price;
    long open;
    BigInteger filled = BigInteger.ZERO;
    BigInteger commission = BigInteger.ZERO;

    boolean isMarket() {
        return type == OrderType.MARKET;
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

    /** The price that cash is reserved at: the client's own, or the upper limit where he named none (rules D1). */
    long reservationPrice() {
        return type == OrderType.LIMIT ? price : share.upper();
    }
}
