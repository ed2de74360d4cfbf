package dev.hoga.core;

import java.util.Arrays;

/**
 * Margin loans (신용융자) with the shares that they bought, one lot for each holding and loan date, oldest first. The shares
 * are not among those held for cash. An order to repay sells a lot of one date, or of all dates, the oldest first; what it may
 * still sell is bound to it. Source: rules D6.
 */
final class LoanTable {
    static final int NONE = -1;
    /** The most lots at once; loans are refused beyond. */
    static final int MAX_LOTS = 1 << 20;
    /** Repay whatever date's. */
    static final int ALL_DATES = 0;
    /** A loan runs for so many days. */
    static final int TERM_DAYS = 90;

    private static final int ROW_LONGS = 6;
    /** Two ints each. */
    private static final int HOLDING_AND_NEXT = 0;
    private static final int LOAN_AND_SETTLED_DAY = 1;
    private static final int SHARES = 2;
    private static final int PURCHASE = 3;
    private static final int LOAN = 4;
    private static final int BOUND = 5;

    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;
    /** The first lot, counted from 1, and the shares bound to orders for all dates. */
    private static final int HEAD_LONGS = 2;

    private final SlotPool pool = new SlotPool(0, MAX_LOTS);
    private long[] rows = new long[64 * ROW_LONGS];
    private final long[][] heads = new long[(2 * HoldingTable.MAX_HOLDINGS >> CHUNK_BITS) + 1][];

    private long get(int lot, int field) {
        return rows[lot * ROW_LONGS + field];
    }

    private void set(int lot, int field, long value) {
        rows[lot * ROW_LONGS + field] = value;
    }

    private long head(int holding, int field) {
        long[] chunk = heads[holding >> CHUNK_BITS];
        return chunk == null ? 0 : chunk[(holding & CHUNK_MASK) * HEAD_LONGS + field];
    }

    private void head(int holding, int field, long value) {
        int chunk = holding >> CHUNK_BITS;
        if (heads[chunk] == null) {
            heads[chunk] = new long[HEAD_LONGS << CHUNK_BITS];
        }
        heads[chunk][(holding & CHUNK_MASK) * HEAD_LONGS + field] = value;
    }

    boolean hasRoom() {
        return pool.hasSlot();
    }

    /** One past the highest lot in use. */
    int end() {
        return pool.end();
    }

    /** The oldest lot of a holding, or {@link #NONE}. */
    int first(int holding) {
        return holding == HoldingTable.NONE ? NONE : (int) head(holding, 0) - 1;
    }

    /** The next younger lot of the same holding, or {@link #NONE}. */
    int next(int lot) {
        return (int) get(lot, HOLDING_AND_NEXT);
    }

    private void next(int lot, int next) {
        set(lot, HOLDING_AND_NEXT, (long) holding(lot) << Integer.SIZE | next & 0xFFFF_FFFFL);
    }

    int holding(int lot) {
        return (int) (get(lot, HOLDING_AND_NEXT) >> Integer.SIZE);
    }

    /** A holding's lot of a loan date, or {@link #NONE}. */
    int find(int holding, int loanDay) {
        int lot = first(holding);
        while (lot != NONE && loanDay(lot) != loanDay) {
            lot = next(lot);
        }
        return lot;
    }

    /** The date of the loan, days since 1970-01-01. */
    int loanDay(int lot) {
        return (int) (get(lot, LOAN_AND_SETTLED_DAY) >> Integer.SIZE);
    }

    /** The date from which interest counts, that on which the purchase is settled. */
    int settledDay(int lot) {
        return (int) get(lot, LOAN_AND_SETTLED_DAY);
    }

    int expiryDay(int lot) {
        return loanDay(lot) + TERM_DAYS;
    }

    long shares(int lot) {
        return get(lot, SHARES);
    }

    long purchaseWon(int lot) {
        return get(lot, PURCHASE);
    }

    long loanWon(int lot) {
        return get(lot, LOAN);
    }

    /** Shares of a lot that are not bound to orders for its own date. */
    private long free(int lot) {
        return get(lot, SHARES) - get(lot, BOUND);
    }

    /** Shares that a new order to repay may sell: of a date's lot, or of all. */
    long sellable(int holding, int loanDay) {
        long free = -(holding == HoldingTable.NONE ? 0 : head(holding, 1));
        for (int lot = first(holding); lot != NONE; lot = next(lot)) {
            free += free(lot);
        }
        int lot = loanDay == ALL_DATES ? NONE : find(holding, loanDay);
        return loanDay == ALL_DATES ? free : lot == NONE ? 0 : Math.min(free, free(lot));
    }

    /** Binds shares to an order to repay (or, below zero, sets them free). */
    void bind(int holding, int loanDay, long shares) {
        if (loanDay == ALL_DATES) {
            head(holding, 1, head(holding, 1) + shares);
        } else {
            int lot = find(holding, loanDay);
            set(lot, BOUND, get(lot, BOUND) + shares);
        }
    }

    /** Adds what was bought with a loan. @return its lot */
    int buy(int holding, int loanDay, int settledDay, long shares, long purchaseWon, long loanWon) {
        int lot = find(holding, loanDay);
        if (lot == NONE) {
            lot = add(holding, loanDay, settledDay);
        }
        set(lot, SHARES, get(lot, SHARES) + shares);
        set(lot, PURCHASE, Math.addExact(get(lot, PURCHASE), purchaseWon));
        set(lot, LOAN, Math.addExact(get(lot, LOAN), loanWon));
        return lot;
    }

    private int add(int holding, int loanDay, int settledDay) {
        int lot = pool.take();
        if (rows.length < pool.end() * ROW_LONGS) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        Arrays.fill(rows, lot * ROW_LONGS, (lot + 1) * ROW_LONGS, 0);
        set(lot, HOLDING_AND_NEXT, (long) holding << Integer.SIZE | NONE & 0xFFFF_FFFFL);
        set(lot, LOAN_AND_SETTLED_DAY, (long) loanDay << Integer.SIZE | settledDay);
        int last = first(holding);
        if (last == NONE) {
            head(holding, 0, lot + 1);
            return lot;
        }
        while (next(last) != NONE) {
            last = next(last);
        }
        next(last, lot);
        return lot;
    }

    /** How many of so many shares sold for all dates come from this lot; those sold for its own date all do. */
    long part(int lot, int loanDay, long shares) {
        return loanDay == ALL_DATES ? Math.min(shares, free(lot)) : shares;
    }

    /** Takes sold shares out, which are bound no more, in proportion to what they cost. @return what of the loan they repay */
    long sell(int lot, long shares) {
        long held = get(lot, SHARES);
        long repaidWon = HoldingTable.shareFloor(get(lot, LOAN), shares, held);
        set(lot, PURCHASE, get(lot, PURCHASE) - HoldingTable.shareFloor(get(lot, PURCHASE), shares, held));
        set(lot, LOAN, get(lot, LOAN) - repaidWon);
        set(lot, SHARES, held - shares);
        return repaidWon;
    }

    /** Forgets a lot of which nothing is left. */
    void dropIfEmpty(int lot) {
        if (get(lot, SHARES) > 0) {
            return;
        }
        int holding = holding(lot);
        if (first(holding) == lot) {
            head(holding, 0, next(lot) + 1);
        } else {
            int before = first(holding);
            while (next(before) != lot) {
                before = next(before);
            }
            next(before, next(lot));
        }
        pool.giveBack(lot);
    }

    /** Writes the pool, its rows, and the heads of the holdings that have lots. */
    void write(StateWriter out, int holdings) {
        pool.write(out);
        out.putLongs(rows, 0, pool.end() * ROW_LONGS);
        for (int holding = 0; holding < holdings; holding++) {
            if (head(holding, 0) != 0) {
                out.putLong(holding);
                out.putLong(head(holding, 0));
                out.putLong(head(holding, 1));
            }
        }
        out.putLong(NONE);
    }

    void read(StateReader in) {
        pool.read(in);
        rows = new long[Math.max(rows.length, pool.end() * ROW_LONGS)];
        in.getLongs(rows, 0, pool.end() * ROW_LONGS);
        for (long holding = in.getLong(); holding != NONE; holding = in.getLong()) {
            head((int) holding, 0, in.getLong());
            head((int) holding, 1, in.getLong());
        }
    }
}
