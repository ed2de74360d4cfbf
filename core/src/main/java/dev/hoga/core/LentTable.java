package dev.hoga.core;

/**
 * What purchases on margin leave to be paid at settlement, by the holding bought. Until then it counts as if it were there, so
 * that what is orderable falls by the margin alone; selling the shares before settlement takes it back in proportion, the
 * older purchase's first. Nothing is kept for holdings bought with 100 %. Source: rules D1, D2.
 */
final class LentTable {
    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;
    private static final int ROW_LONGS = 4;
    /** Bought on the trading date, and on the one before: won lent and shares. */
    private static final int TODAY_WON = 0;
    private static final int TODAY_SHARES = 1;
    private static final int BEFORE_WON = 2;
    private static final int BEFORE_SHARES = 3;

    private final DepositTable deposits;
    private final long[][] chunks = new long[(2 * HoldingTable.MAX_HOLDINGS >> CHUNK_BITS) + 1][];

    LentTable(DepositTable deposits) {
        this.deposits = deposits;
    }

    private static int at(int holding) {
        return (holding & CHUNK_MASK) * ROW_LONGS;
    }

    private long get(int holding, int field) {
        long[] chunk = chunks[holding >> CHUNK_BITS];
        return chunk == null ? 0 : chunk[at(holding) + field];
    }

    private void set(int holding, int field, long value) {
        int chunk = holding >> CHUNK_BITS;
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[ROW_LONGS << CHUNK_BITS];
        }
        chunks[chunk][at(holding) + field] = value;
    }

    /** Notes shares bought on margin. */
    void lend(int account, int holding, long shares, long won) {
        set(holding, TODAY_WON, get(holding, TODAY_WON) + won);
        set(holding, TODAY_SHARES, get(holding, TODAY_SHARES) + shares);
        deposits.lend(account, won);
    }

    /** Takes back what was lent for shares that are sold now. */
    void sell(int account, int holding, long shares) {
        if (get(holding, TODAY_SHARES) == 0 && get(holding, BEFORE_SHARES) == 0) {
            return;
        }
        long older = Math.min(shares, get(holding, BEFORE_SHARES));
        long newer = Math.min(shares - older, get(holding, TODAY_SHARES));
        deposits.takeBack(account, take(holding, TODAY_WON, newer), take(holding, BEFORE_WON, older));
    }

    /** Takes shares out of one date's, and what was lent for them, rounded down. */
    private long take(int holding, int wonField, long shares) {
        if (shares == 0) {
            return 0;
        }
        long all = get(holding, wonField + 1);
        long part = HoldingTable.shareFloor(get(holding, wonField), shares, all);
        set(holding, wonField, get(holding, wonField) - part);
        set(holding, wonField + 1, all - shares);
        return part;
    }

    /** Lets what was bought two dates ago be settled, for a range of holdings. */
    void startDay(int from, int to) {
        for (int holding = from; holding < to; holding++) {
            if (chunks[holding >> CHUNK_BITS] != null) {
                set(holding, BEFORE_WON, get(holding, TODAY_WON));
                set(holding, BEFORE_SHARES, get(holding, TODAY_SHARES));
                set(holding, TODAY_WON, 0);
                set(holding, TODAY_SHARES, 0);
            }
        }
    }

    private boolean empty(int holding) {
        return get(holding, TODAY_SHARES) == 0 && get(holding, BEFORE_SHARES) == 0;
    }

    /** Writes the holdings that have something lent, and a -1. */
    void write(StateWriter out, int holdings) {
        for (int holding = 0; holding < holdings; holding++) {
            if (!empty(holding)) {
                out.putLong(holding);
                for (int field = 0; field < ROW_LONGS; field++) {
                    out.putLong(get(holding, field));
                }
            }
        }
        out.putLong(-1);
    }

    void read(StateReader in) {
        for (long holding = in.getLong(); holding >= 0; holding = in.getLong()) {
            for (int field = 0; field < ROW_LONGS; field++) {
                set((int) holding, field, in.getLong());
            }
        }
    }
}
