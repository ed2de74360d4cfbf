package dev.hoga.participants;

import dev.hoga.core.Side;
import dev.hoga.core.StateReader;
import dev.hoga.core.StateWriter;

/** A large order that an institution works in slices: for hours the same side comes again and again. */
final class Programme {
    private int trader;
    private Side side = Side.BUY;
    private long leftShares;

    boolean active() {
        return leftShares > 0;
    }

    void begin(int newTrader, Side newSide, long shares) {
        trader = newTrader;
        side = newSide;
        leftShares = shares;
    }

    int trader() {
        return trader;
    }

    Side side() {
        return side;
    }

    /** Takes a slice out of what is left. */
    long slice(long shares) {
        long slice = Math.min(leftShares, shares);
        leftShares -= slice;
        return slice;
    }

    void stop() {
        leftShares = 0;
    }

    void write(StateWriter out) {
        out.putLong(trader);
        out.putLong(side.ordinal());
        out.putLong(leftShares);
    }

    void read(StateReader in) {
        trader = (int) in.getLong();
        side = Side.of((int) in.getLong());
        leftShares = in.getLong();
    }
}
