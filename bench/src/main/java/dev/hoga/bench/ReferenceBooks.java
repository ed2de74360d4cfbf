package dev.hoga.bench;

import java.util.Arrays;

/**
 * A plain price-time matcher without accounts. The generator needs it to know what is open; its trades are the third
 * witness beside the two contenders.
 */
final class ReferenceBooks {
    private static final int NONE = -1;
    private final MarketShape shape;
    private final Tape tape;
    private final int[] firstLevel;
    private final int[] headOrder;
    private final int[] tailOrder;
    private final int[] bestBid;
    private final int[] bestAsk;

    private final int[] symbol;
    private final byte[] side;
    private final int[] account;
    private final int[] level;
    private final int[] openShares;
    private final int[] earlier;
    private final int[] later;
    private final int[] openIndex;

    private final int[][] open;
    private final int[] openCount;
    private int totalOpen;
    private int newestDone;

    ReferenceBooks(MarketShape shape, int mostOrders, Tape tape) {
        this.shape = shape;
        this.tape = tape;
        firstLevel = new int[shape.symbols() + 1];
        for (int s = 0; s < shape.symbols(); s++) {
            firstLevel[s + 1] = firstLevel[s] + shape.levels(s);
        }
        headOrder = new int[firstLevel[shape.symbols()]];
        tailOrder = new int[headOrder.length];
        bestBid = new int[shape.symbols()];
        bestAsk = new int[shape.symbols()];
        for (int s = 0; s < shape.symbols(); s++) {
            bestBid[s] = NONE;
            bestAsk[s] = shape.levels(s);
        }
        symbol = new int[mostOrders + 1];
        side = new byte[mostOrders + 1];
        account = new int[mostOrders + 1];
        level = new int[mostOrders + 1];
        openShares = new int[mostOrders + 1];
        earlier = new int[mostOrders + 1];
        later = new int[mostOrders + 1];
        openIndex = new int[mostOrders + 1];
        open = new int[shape.symbols()][shape.depthOrders()];
        openCount = new int[shape.symbols()];
    }

    int openCount(int ofSymbol) {
        return openCount[ofSymbol];
    }

    int totalOpen() {
        return totalOpen;
    }

    int open(int ofSymbol, int index) {
        return open[ofSymbol][index];
    }

    int symbol(int order) {
        return symbol[order];
    }

    byte side(int order) {
        return side[order];
    }

    int account(int order) {
        return account[order];
    }

    /** Ticks above the lower limit. */
    int level(int order) {
        return level[order];
    }

    /** An order that was filled or cancelled not long ago, 0 before the first. */
    int newestDone() {
        return newestDone;
    }

    /** Places an order; what does not trade rests or, where {@code rests} is false, goes. */
    void place(int order, int ofSymbol, byte ofSide, int ofAccount, int atLevel, int qtyShares, boolean rests) {
        symbol[order] = ofSymbol;
        side[order] = ofSide;
        account[order] = ofAccount;
        level[order] = atLevel;
        openShares[order] = qtyShares;
        match(order);
        if (openShares[order] > 0 && rests) {
            link(order);
            remember(order);
        } else {
            openShares[order] = 0;
            newestDone = order;
        }
    }

    void amend(int order, int toLevel) {
        unlink(order);
        level[order] = toLevel;
        match(order);
        if (openShares[order] > 0) {
            link(order);
        } else {
            forget(order);
        }
    }

    void cancel(int order) {
        unlink(order);
        openShares[order] = 0;
        forget(order);
    }

    Books books() {
        var books = new Books(shape);
        for (int s = 0; s < shape.symbols(); s++) {
            int lowestTicks = shape.lowerLimitWon(s) / shape.tickWon(s);
            for (int i = 0; i < openCount[s]; i++) {
                int order = open[s][i];
                books.add(s, side[order], lowestTicks + level[order], openShares[order], 1);
            }
        }
        return books;
    }

    private void match(int taker) {
        int s = symbol[taker];
        boolean buys = side[taker] == OrderFlow.BUY;
        while (openShares[taker] > 0) {
            int best = buys ? bestAsk[s] : bestBid[s];
            if (buys ? best > level[taker] || best == shape.levels(s) : best < level[taker] || best == NONE) {
                return;
            }
            int maker = headOrder[firstLevel[s] + best];
            int traded = Math.min(openShares[taker], openShares[maker]);
            int priceTicks = shape.lowerLimitWon(s) / shape.tickWon(s) + best;
            tape.trade(s, maker, taker, priceTicks * shape.tickWon(s), traded);
            openShares[taker] -= traded;
            openShares[maker] -= traded;
            if (openShares[maker] == 0) {
                unlink(maker);
                forget(maker);
            }
        }
    }

    private void link(int order) {
        int s = symbol[order];
        int at = firstLevel[s] + level[order];
        earlier[order] = tailOrder[at];
        later[order] = 0;
        if (tailOrder[at] == 0) {
            headOrder[at] = order;
        } else {
            later[tailOrder[at]] = order;
        }
        tailOrder[at] = order;
        if (side[order] == OrderFlow.BUY) {
            bestBid[s] = Math.max(bestBid[s], level[order]);
        } else {
            bestAsk[s] = Math.min(bestAsk[s], level[order]);
        }
    }

    private void unlink(int order) {
        int s = symbol[order];
        int at = firstLevel[s] + level[order];
        if (earlier[order] == 0) {
            headOrder[at] = later[order];
        } else {
            later[earlier[order]] = later[order];
        }
        if (later[order] == 0) {
            tailOrder[at] = earlier[order];
        } else {
            earlier[later[order]] = earlier[order];
        }
        while (bestBid[s] > NONE && side[order] == OrderFlow.BUY && headOrder[firstLevel[s] + bestBid[s]] == 0) {
            bestBid[s]--;
        }
        while (bestAsk[s] < shape.levels(s) && side[order] == OrderFlow.SELL && headOrder[firstLevel[s] + bestAsk[s]] == 0) {
            bestAsk[s]++;
        }
    }

    private void remember(int order) {
        int s = symbol[order];
        if (openCount[s] == open[s].length) {
            open[s] = Arrays.copyOf(open[s], open[s].length * 2);
        }
        openIndex[order] = openCount[s];
        open[s][openCount[s]++] = order;
        totalOpen++;
    }

    private void forget(int order) {
        int s = symbol[order];
        int moved = open[s][--openCount[s]];
        open[s][openIndex[order]] = moved;
        openIndex[moved] = openIndex[order];
        totalOpen--;
        newestDone = order;
    }
}
