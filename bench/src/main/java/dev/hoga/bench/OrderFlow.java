package dev.hoga.bench;

/**
 * A stream of commands in flat arrays, so that reading it costs both contenders the same and next to nothing.
 *
 * <p>Orders are named by the stream's own numbers, from 1; an amended order keeps its number. Each contender maps them to
 * what it calls an order before the clock runs.
 */
final class OrderFlow {
    /** A limit order that rests. */
    static final byte LIMIT = 0;
    /** A limit order of which nothing rests. */
    static final byte LIMIT_IOC = 1;
    /** A market order of which nothing rests; its price is the farthest the day allows. */
    static final byte MARKET_IOC = 2;
    /** A new price for all that is left of an order, which loses its place in time. */
    static final byte AMEND = 3;
    /** The end of all that is left of an order. */
    static final byte CANCEL = 4;
    static final String[] KIND_NAMES = {"limit", "limit IOC", "market IOC", "amend", "cancel"};

    static final byte BUY = 0;
    static final byte SELL = 1;

    final MarketShape shape;
    /** Commands before this one fill the books and are not timed. */
    final int timedFrom;
    final byte[] kind;
    final byte[] side;
    final int[] symbol;
    final int[] account;
    /** The order placed, amended or cancelled. */
    final int[] order;
    final int[] qtyShares;
    /** Price in ticks, that is won divided by the symbol's tick. */
    final int[] priceTicks;

    OrderFlow(MarketShape shape, int commands, int timedFrom) {
        this.shape = shape;
        this.timedFrom = timedFrom;
        kind = new byte[commands];
        side = new byte[commands];
        symbol = new int[commands];
        account = new int[commands];
        order = new int[commands];
        qtyShares = new int[commands];
        priceTicks = new int[commands];
    }

    int commands() {
        return kind.length;
    }

    static boolean places(byte kind) {
        return kind <= MARKET_IOC;
    }
}
