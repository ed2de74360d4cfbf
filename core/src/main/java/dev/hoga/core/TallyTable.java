package dev.hoga.core;

import java.util.Arrays;

/**
 * Who has traded how much of each instrument today: by the exchange member that orders came through, by the kind of investor, and by
 * program orders. Both sides of every trade are counted. An instrument has a row from its first trade on.
 */
final class TallyTable {
    /** The highest number of a member; 0 stands for none, such as the scripted trader. */
    static final int MAX_MEMBER = 127;

    private static final int MEMBERS = MAX_MEMBER + 1;
    private static final int SIDES = 2;
    private static final int INVESTOR_AT = MEMBERS * SIDES;
    /** Shares, then won. */
    private static final int AMOUNTS = 2;
    private static final int PROGRAM_AT = INVESTOR_AT + InvestorKind.count() * SIDES * AMOUNTS;
    private static final int ROW_LONGS = PROGRAM_AT + SIDES * AMOUNTS;
    private static final int KIND_SHIFT = 8;
    private static final int KIND_MASK = 0xFF;
    private static final int PROGRAM = 1 << 16;
    private static final long[] NOTHING = {};

    /** Member, kind of investor and program flag of each account, 0 where nothing was said of it. */
    private int[] traits = new int[2 * AccountTable.FIRST_CLIENT];
    private long[][] rows = new long[128][];

    /** Says through which member an account trades, whose money it is, and whether its orders are program orders. */
    void trader(int account, int member, InvestorKind kind, boolean program) {
        if (account >= traits.length) {
            traits = Arrays.copyOf(traits, Math.max(account + 1, traits.length * 2));
        }
        traits[account] = member | kind.ordinal() << KIND_SHIFT | (program ? PROGRAM : 0);
    }

    private int traits(int account) {
        return account < traits.length ? traits[account] : 0;
    }

    int member(int account) {
        return traits(account) & MAX_MEMBER;
    }

    boolean program(int account) {
        return (traits(account) & PROGRAM) != 0;
    }

    /** Counts a trade. */
    void add(int instrument, int buyer, int seller, long shares, long won) {
        if (instrument >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(instrument + 1, rows.length * 2));
        }
        long[] row = rows[instrument];
        if (row == null) {
            row = new long[ROW_LONGS];
            rows[instrument] = row;
        }
        add(row, traits(buyer), Side.BUY.ordinal(), shares, won);
        add(row, traits(seller), Side.SELL.ordinal(), shares, won);
    }

    private static void add(long[] row, int of, int side, long shares, long won) {
        row[(of & MAX_MEMBER) * SIDES + side] += shares;
        int kindAt = INVESTOR_AT + ((of >> KIND_SHIFT & KIND_MASK) * SIDES + side) * AMOUNTS;
        row[kindAt] += shares;
        row[kindAt + 1] += won;
        if ((of & PROGRAM) != 0) {
            row[PROGRAM_AT + side * AMOUNTS] += shares;
            row[PROGRAM_AT + side * AMOUNTS + 1] += won;
        }
    }

    private long get(int instrument, int at) {
        return instrument < rows.length && rows[instrument] != null ? rows[instrument][at] : 0;
    }

    long memberShares(int instrument, int member, Side side) {
        return get(instrument, member * SIDES + side.ordinal());
    }

    long investorShares(int instrument, InvestorKind kind, Side side) {
        return get(instrument, INVESTOR_AT + (kind.ordinal() * SIDES + side.ordinal()) * AMOUNTS);
    }

    long investorWon(int instrument, InvestorKind kind, Side side) {
        return get(instrument, INVESTOR_AT + (kind.ordinal() * SIDES + side.ordinal()) * AMOUNTS + 1);
    }

    long programShares(int instrument, Side side) {
        return get(instrument, PROGRAM_AT + side.ordinal() * AMOUNTS);
    }

    long programWon(int instrument, Side side) {
        return get(instrument, PROGRAM_AT + side.ordinal() * AMOUNTS + 1);
    }

    /** Forgets what an instrument has come to. */
    void startDay(int instrument) {
        if (instrument < rows.length && rows[instrument] != null) {
            Arrays.fill(rows[instrument], 0);
        }
    }

    /** Writes what is not nothing: most members trade little. */
    void write(StateWriter out) {
        writeFilled(out, traits.length, at -> traits[at]);
        int filled = 0;
        for (long[] row : rows) {
            filled += isFilled(row) ? 1 : 0;
        }
        out.putLong(filled);
        for (int instrument = 0; instrument < rows.length; instrument++) {
            long[] row = rows[instrument];
            if (isFilled(row)) {
                out.putLong(instrument);
                writeFilled(out, ROW_LONGS, at -> row[at]);
            }
        }
    }

    /** Every trade is counted under a kind of investor. */
    private static boolean isFilled(long[] row) {
        if (row == null) {
            return false;
        }
        for (int at = INVESTOR_AT; at < PROGRAM_AT; at++) {
            if (row[at] != 0) {
                return true;
            }
        }
        return false;
    }

    @FunctionalInterface
    private interface Cells {
        long at(int index);
    }

    private static void writeFilled(StateWriter out, int length, Cells cells) {
        int filled = 0;
        for (int at = 0; at < length; at++) {
            filled += cells.at(at) == 0 ? 0 : 1;
        }
        out.putLong(filled);
        for (int at = 0; at < length; at++) {
            if (cells.at(at) != 0) {
                out.putLong(at);
                out.putLong(cells.at(at));
            }
        }
    }

    void read(StateReader in) {
        for (long left = in.getLong(); left > 0; left--) {
            int account = (int) in.getLong();
            int said = (int) in.getLong();
            trader(account, said & MAX_MEMBER, InvestorKind.of(said >> KIND_SHIFT & KIND_MASK), (said & PROGRAM) != 0);
        }
        for (long left = in.getLong(); left > 0; left--) {
            int instrument = (int) in.getLong();
            if (instrument >= rows.length) {
                rows = Arrays.copyOf(rows, Math.max(instrument + 1, rows.length * 2));
            }
            rows[instrument] = new long[ROW_LONGS];
            for (long cells = in.getLong(); cells > 0; cells--) {
                int at = (int) in.getLong();
                rows[instrument][at] = in.getLong();
            }
        }
    }
}
