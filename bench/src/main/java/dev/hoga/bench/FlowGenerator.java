package dev.hoga.bench;

import java.util.SplittableRandom;

/**
 * Makes a stream of orders from a seed, together with what must come of it. Each symbol has a fair price that wanders
 * around the base price; limit orders lie around it, most of them passive, some of them through it. Cancels keep each book
 * near its depth. Popular symbols get more orders: the first hundredth of them a tenth. An account trades the few
 * symbols it holds; of the buys, a tenth come from anybody.
 */
final class FlowGenerator {
    private static final int PER_MILLE = 1_000;
    private static final int BUYS_WITHOUT_CASH = 5;
    private static final int SELLS_WITHOUT_SHARES = 5;
    private static final int CANCELS_OF_NOTHING = 10;
    private static final int AMENDS_OF_NOTHING = 5;
    private static final int BUYS_BY_ANYBODY = 100;
    private static final int LIMIT_IOC = 50;
    private static final int MARKET_IOC = 50;
    private static final int AMENDS = 150;
    private static final int FAIR_PRICE_MOVES = 100;
    private static final double MEAN_DISTANCE_TICKS = 15;
    private static final int AGGRESSION_TICKS = 1;
    /** So far that no two trades are 6 % apart, and none 10 % from the base price: the peer knows no interruptions of trading. */
    private static final int MOST_DISTANCE_TICKS = 20;
    private static final int MOST_FAIR_MOVE_TICKS = 25;
    private static final int MOST_SHARES = 100;
    private static final double EVEN = 0.5;
    private static final double LEAST_SHARE_OF_LIMITS = 0.1;
    private static final int FILL_COMMANDS_PER_OPEN_ORDER = 4;

    private final MarketShape shape;
    private final SplittableRandom random;
    private final OrderFlow flow;
    private final ReferenceBooks books;
    private final Tape tape = new Tape(1, 1);
    private final FlowStatistics statistics = new FlowStatistics(tape);
    private final int[] fairLevel;
    private int orders;

    /** @param timedCommands how many commands follow those that fill the books */
    FlowGenerator(MarketShape shape, int timedCommands, long seed) {
        this.shape = shape;
        random = new SplittableRandom(seed);
        int fillCommands = Math.multiplyExact(shape.symbols(), shape.depthOrders() * FILL_COMMANDS_PER_OPEN_ORDER);
        flow = new OrderFlow(shape, Math.addExact(fillCommands, timedCommands), fillCommands);
        books = new ReferenceBooks(shape, flow.commands(), tape);
        fairLevel = new int[shape.symbols()];
        for (int symbol = 0; symbol < shape.symbols(); symbol++) {
            fairLevel[symbol] = shape.levels(symbol) / 2;
        }
    }

    /** Makes the stream. */
    GeneratedFlow generate() {
        for (int i = 0; i < flow.commands(); i++) {
            int tradesBefore = tape.tradeCount();
            if (i == flow.timedFrom) {
                statistics.begin();
            }
            next(i);
            if (i >= flow.timedFrom) {
                statistics.count(flow.kind[i], flow.order[i], tape.tradeCount() - tradesBefore, books.totalOpen());
            }
        }
        return new GeneratedFlow(flow, tape, books.books(), statistics);
    }

    private void next(int i) {
        int symbol = popularSymbol();
        wander(symbol);
        int open = books.openCount(symbol);
        int roll = random.nextInt(PER_MILLE);
        if ((roll -= BUYS_WITHOUT_CASH) < 0) {
            refusedPlace(i, symbol, OrderFlow.BUY);
        } else if ((roll -= SELLS_WITHOUT_SHARES) < 0) {
            refusedPlace(i, symbol, OrderFlow.SELL);
        } else if ((roll -= CANCELS_OF_NOTHING) < 0 && books.newestDone() > 0) {
            refusedChange(i, OrderFlow.CANCEL);
        } else if ((roll -= AMENDS_OF_NOTHING) < 0 && books.newestDone() > 0) {
            refusedChange(i, OrderFlow.AMEND);
        } else if ((roll -= LIMIT_IOC) < 0) {
            place(i, symbol, OrderFlow.LIMIT_IOC);
        } else if ((roll -= MARKET_IOC) < 0) {
            place(i, symbol, OrderFlow.MARKET_IOC);
        } else if ((roll -= AMENDS) < 0 && open > 0) {
            amend(i, books.open(symbol, random.nextInt(open)));
        } else if (random.nextDouble() < shareOfLimits(open) || open == 0) {
            place(i, symbol, OrderFlow.LIMIT);
        } else {
            cancel(i, books.open(symbol, random.nextInt(open)));
        }
    }

    private int popularSymbol() {
        double u = random.nextDouble();
        return (int) (u * u * shape.symbols());
    }

    private void wander(int symbol) {
        if (random.nextInt(PER_MILLE) < FAIR_PRICE_MOVES) {
            int levels = shape.levels(symbol);
            int moved = fairLevel[symbol] + (random.nextBoolean() ? 1 : -1);
            fairLevel[symbol] = Math.clamp(moved, levels / 2 - MOST_FAIR_MOVE_TICKS, levels / 2 + MOST_FAIR_MOVE_TICKS);
        }
    }

    private double shareOfLimits(int open) {
        double missing = 1 - (double) open / shape.depthOrders();
        return Math.clamp(EVEN + missing, LEAST_SHARE_OF_LIMITS, 1 - LEAST_SHARE_OF_LIMITS);
    }

    private void place(int i, int symbol, byte kind) {
        byte side = random.nextBoolean() ? OrderFlow.BUY : OrderFlow.SELL;
        boolean entersNewSymbol = side == OrderFlow.BUY && random.nextInt(PER_MILLE) < BUYS_BY_ANYBODY;
        int account = entersNewSymbol ? random.nextInt(shape.funded()) : randomHolder(symbol);
        int level = kind == OrderFlow.MARKET_IOC ? farthestLevel(symbol, side) : limitLevel(symbol, side);
        int qtyShares = 1 + random.nextInt(MOST_SHARES);
        int order = ++orders;
        write(i, kind, symbol, side, account, order, qtyShares, level);
        books.place(order, symbol, side, account, level, qtyShares, kind == OrderFlow.LIMIT);
    }

    private int randomHolder(int symbol) {
        int nth = random.nextInt(shape.holdingsPerAccount());
        return shape.holder(symbol, nth, random.nextInt(shape.holders(symbol, nth)));
    }

    private int farthestLevel(int symbol, byte side) {
        return side == OrderFlow.BUY ? shape.levels(symbol) - 1 : 0;
    }

    private int limitLevel(int symbol, byte side) {
        int drawn = (int) (-StrictMath.log(1 - random.nextDouble()) * MEAN_DISTANCE_TICKS);
        int distance = Math.min(MOST_DISTANCE_TICKS, drawn) - AGGRESSION_TICKS;
        int level = fairLevel[symbol] + (side == OrderFlow.BUY ? -distance : distance);
        return Math.clamp(level, 0, shape.levels(symbol) - 1);
    }

    private void amend(int i, int order) {
        int symbol = books.symbol(order);
        int level = limitLevel(symbol, books.side(order));
        if (level == books.level(order)) {
            level = level == 0 ? 1 : level - 1;
        }
        write(i, OrderFlow.AMEND, symbol, books.side(order), books.account(order), order, 0, level);
        books.amend(order, level);
    }

    private void cancel(int i, int order) {
        write(i, OrderFlow.CANCEL, books.symbol(order), books.side(order), books.account(order), order, 0, books.level(order));
        books.cancel(order);
    }

    private void refusedPlace(int i, int symbol, byte side) {
        int pauper = shape.funded() + random.nextInt(shape.accounts() - shape.funded());
        write(i, OrderFlow.LIMIT, symbol, side, pauper, ++orders, 1 + random.nextInt(MOST_SHARES), limitLevel(symbol, side));
        tape.reject(i);
    }

    private void refusedChange(int i, byte kind) {
        int order = books.newestDone();
        int level = books.level(order) == 0 ? 1 : books.level(order) - 1;
        write(i, kind, books.symbol(order), books.side(order), books.account(order), order, 0, level);
        tape.reject(i);
    }

    private void write(int i, byte kind, int symbol, byte side, int account, int order, int qtyShares, int level) {
        flow.kind[i] = kind;
        flow.side[i] = side;
        flow.symbol[i] = symbol;
        flow.account[i] = account;
        flow.order[i] = order;
        flow.qtyShares[i] = qtyShares;
        flow.priceTicks[i] = shape.lowerLimitWon(symbol) / shape.tickWon(symbol) + level;
    }
}
