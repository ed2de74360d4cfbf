package dev.hoga.bench;

import java.util.BitSet;

/** Counts what the timed part of a stream is made of, while it is made. */
final class FlowStatistics {
    private final Tape tape;
    private final BitSet placed = new BitSet();
    private final int[] counts = new int[OrderFlow.KIND_NAMES.length];
    private int commands;
    private int refusedBefore;
    private int tradesBefore;
    private int crossingCommands;
    private int placeCommands;
    private long openOrdersSum;

    FlowStatistics(Tape tape) {
        this.tape = tape;
    }

    /** Called when the first timed command is about to be made. */
    void begin() {
        refusedBefore = tape.rejectCount();
        tradesBefore = tape.tradeCount();
    }

    /** Called after each timed command. */
    void count(byte kind, int order, int tradesOfCommand, int openOrders) {
        commands++;
        counts[kind]++;
        crossingCommands += tradesOfCommand > 0 ? 1 : 0;
        openOrdersSum += openOrders;
        if (OrderFlow.places(kind)) {
            placeCommands++;
            placed.set(order);
        }
    }

    int commands() {
        return commands;
    }

    double share(byte kind) {
        return (double) counts[kind] / commands;
    }

    double refusedShare() {
        return (double) (tape.rejectCount() - refusedBefore) / commands;
    }

    double crossingShare() {
        return (double) crossingCommands / commands;
    }

    double tradesPerCommand() {
        return (double) (tape.tradeCount() - tradesBefore) / commands;
    }

    /** The share of the orders placed that had a fill by the end of the stream. */
    double filledShare() {
        var filled = new BitSet();
        for (int i = tradesBefore; i < tape.tradeCount(); i++) {
            filled.set(tape.trade(i, Tape.MAKER));
            filled.set(tape.trade(i, Tape.TAKER));
        }
        filled.and(placed);
        return (double) filled.cardinality() / placeCommands;
    }

    double averageOpenOrders() {
        return (double) openOrdersSum / commands;
    }
}
