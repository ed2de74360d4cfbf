package dev.hoga.bench;

import java.util.Arrays;

/** What came of a stream: every trade and every refused command, in the order in which they happened. */
final class Tape {
    static final int SYMBOL = 0;
    static final int MAKER = 1;
    static final int TAKER = 2;
    static final int PRICE = 3;
    static final int QTY_SHARES = 4;
    static final int TRADE_WIDTH = 5;

    private int[] trades;
    private int tradesLength;
    private int[] rejects;
    private int rejectCount;

    /** A tape with room for as much as another one holds; a tape that is full grows, which costs time. */
    Tape(int tradeCount, int rejectCount) {
        trades = new int[(tradeCount + 1) * TRADE_WIDTH];
        rejects = new int[rejectCount + 1];
    }

    void rewind() {
        tradesLength = 0;
        rejectCount = 0;
    }

    void trade(int symbol, int maker, int taker, int price, int qtyShares) {
        if (tradesLength + TRADE_WIDTH > trades.length) {
            trades = Arrays.copyOf(trades, trades.length * 2);
        }
        trades[tradesLength + SYMBOL] = symbol;
        trades[tradesLength + MAKER] = maker;
        trades[tradesLength + TAKER] = taker;
        trades[tradesLength + PRICE] = price;
        trades[tradesLength + QTY_SHARES] = qtyShares;
        tradesLength += TRADE_WIDTH;
    }

    void reject(int command) {
        if (rejectCount == rejects.length) {
            rejects = Arrays.copyOf(rejects, rejects.length * 2);
        }
        rejects[rejectCount++] = command;
    }

    int tradeCount() {
        return tradesLength / TRADE_WIDTH;
    }

    int rejectCount() {
        return rejectCount;
    }

    int trade(int index, int column) {
        return trades[index * TRADE_WIDTH + column];
    }

    void translate(int index, int column, int value) {
        trades[index * TRADE_WIDTH + column] = value;
    }

    /** The index of the first trade that differs, or -1. */
    int firstDifferentTrade(Tape other) {
        int at = Arrays.mismatch(trades, 0, tradesLength, other.trades, 0, other.tradesLength);
        return at < 0 ? -1 : at / TRADE_WIDTH;
    }

    /** The index of the first refusal that differs, or -1. */
    int firstDifferentReject(Tape other) {
        return Arrays.mismatch(rejects, 0, rejectCount, other.rejects, 0, other.rejectCount);
    }

    String describeTrade(int index) {
        return index >= tradeCount() ? "no trade" : "symbol %d maker %d taker %d price %d shares %d".formatted(
            trade(index, SYMBOL), trade(index, MAKER), trade(index, TAKER), trade(index, PRICE), trade(index, QTY_SHARES));
    }

    String describeReject(int index) {
        return index >= rejectCount ? "no refusal" : "command " + rejects[index];
    }

    /** A hash of the trades in their order. */
    long tradeHash() {
        long hash = 1;
        for (int i = 0; i < tradesLength; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + trades[i];
        }
        return hash;
    }
}
