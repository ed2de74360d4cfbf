package dev.hoga.core;

import java.util.Arrays;

/**
 * What clients have bought and sold on the trading date, one row for each holding and loan date: shares, won, costs, and what the
 * sold shares had cost, from which realised profit (실현손익) follows. Kept exactly, fill by fill, until the date is over. Source:
 * rules D4.
 */
final class DayTradeTable {
    private static final int NONE = -1;
    /** The loan date of a row that the day's end has passed. */
    private static final int FORGOTTEN = -1;

    private static final int ROW_LONGS = 11;
    /** Two ints: the holding, and the next row of the same holding. */
    private static final int HOLDING_AND_NEXT = 0;
    private static final int LOAN_DAY = 1;
    private static final int BOUGHT_SHARES = 2;
    private static final int BOUGHT_WON = 3;
    private static final int BOUGHT_COMMISSION = 4;
    private static final int SOLD_SHARES = 5;
    private static final int SOLD_WON = 6;
    private static final int SOLD_COST = 7;
    private static final int SOLD_COMMISSION = 8;
    private static final int SOLD_TAX = 9;
    private static final int SOLD_INTEREST = 10;

    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

    private final AccountTable accounts;
    private final HoldingTable holdings;
    private long[] rows = new long[64 * ROW_LONGS];
    private int count;
    /** By holding its newest row, counted from 1. Chunks, so that growing copies none. */
    private final int[][] heads = new int[(2 * HoldingTable.MAX_HOLDINGS >> CHUNK_BITS) + 1][];

    DayTradeTable(AccountTable accounts, HoldingTable holdings) {
        this.accounts = accounts;
        this.holdings = holdings;
    }

    private int first(int holding) {
        int[] chunk = heads[holding >> CHUNK_BITS];
        return chunk == null ? NONE : chunk[holding & CHUNK_MASK] - 1;
    }

    private void first(int holding, int row) {
        int chunk = holding >> CHUNK_BITS;
        if (heads[chunk] == null) {
            heads[chunk] = new int[1 << CHUNK_BITS];
        }
        heads[chunk][holding & CHUNK_MASK] = row + 1;
    }

    private int next(int row) {
        return (int) rows[row * ROW_LONGS + HOLDING_AND_NEXT];
    }

    /** Where a row's fields begin; the row is made where there is none. @param loanDay 0 for what is held for cash */
    private int at(int holding, int loanDay) {
        for (int row = first(holding); row != NONE; row = next(row)) {
            if (rows[row * ROW_LONGS + LOAN_DAY] == loanDay) {
                return row * ROW_LONGS;
            }
        }
        if (rows.length == count * ROW_LONGS) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        int at = count * ROW_LONGS;
        Arrays.fill(rows, at, at + ROW_LONGS, 0);
        rows[at + HOLDING_AND_NEXT] = (long) holding << Integer.SIZE | first(holding) & 0xFFFF_FFFFL;
        rows[at + LOAN_DAY] = loanDay;
        first(holding, count++);
        return at;
    }

    /** Notes what an account has bought. @param loanDay of the loan that paid for it, 0 for cash */
    void bought(int holding, int loanDay, long shares, long amountWon, long commissionWon) {
        int at = at(holding, loanDay);
        rows[at + BOUGHT_SHARES] += shares;
        rows[at + BOUGHT_WON] = Math.addExact(rows[at + BOUGHT_WON], amountWon);
        rows[at + BOUGHT_COMMISSION] += commissionWon;
    }

    /** Notes what an account has sold. @param costWon what the sold shares had cost @param interestWon paid with their loan */
    void sold(int holding, int loanDay, long shares, long amountWon, long costWon, long commissionWon, long taxWon,
        long interestWon) {
        int at = at(holding, loanDay);
        rows[at + SOLD_SHARES] += shares;
        rows[at + SOLD_WON] = Math.addExact(rows[at + SOLD_WON], amountWon);
        rows[at + SOLD_COST] = Math.addExact(rows[at + SOLD_COST], costWon);
        rows[at + SOLD_COMMISSION] += commissionWon;
        rows[at + SOLD_TAX] += taxWon;
        rows[at + SOLD_INTEREST] += interestWon;
    }

    /** Tells of a holding's rows. */
    void tell(int holding, DayTradeListener to) {
        int account = holdings.account(holding);
        int instrument = holdings.instrument(holding);
        for (int row = first(holding); row != NONE; row = next(row)) {
            int at = row * ROW_LONGS;
            int loanDay = (int) rows[at + LOAN_DAY];
            if (rows[at + BOUGHT_SHARES] > 0) {
                to.bought(account, instrument, loanDay, rows[at + BOUGHT_SHARES], rows[at + BOUGHT_WON], rows[at + BOUGHT_COMMISSION]);
            }
            if (rows[at + SOLD_SHARES] > 0) {
                long costWon = rows[at + SOLD_COST];
                to.sold(account, instrument, loanDay, rows[at + SOLD_SHARES], rows[at + SOLD_WON], costWon,
                    Costs.commissionWon(accounts.feeRatePpb(account), costWon), rows[at + SOLD_COMMISSION], rows[at + SOLD_TAX],
                    rows[at + SOLD_INTEREST]);
            }
        }
    }

    /** Forgets what was traded in a range of holdings; the last range forgets the rows. */
    void startDay(int from, int to) {
        for (int holding = from; holding < to; holding++) {
            for (int row = first(holding); row != NONE; row = next(row)) {
                rows[row * ROW_LONGS + LOAN_DAY] = FORGOTTEN;
                first(holding, NONE);
            }
        }
        if (to == holdings.count()) {
            count = 0;
        }
    }

    void write(StateWriter out) {
        out.putLong(count);
        out.putLongs(rows, 0, count * ROW_LONGS);
    }

    void read(StateReader in) {
        count = (int) in.getLong();
        rows = new long[Math.max(rows.length, Integer.highestOneBit(Math.max(1, count)) * 2 * ROW_LONGS)];
        in.getLongs(rows, 0, count * ROW_LONGS);
        for (int row = 0; row < count; row++) {
            if (rows[row * ROW_LONGS + LOAN_DAY] != FORGOTTEN) {
                first((int) (rows[row * ROW_LONGS + HOLDING_AND_NEXT] >> Integer.SIZE), row);
            }
        }
    }
}
