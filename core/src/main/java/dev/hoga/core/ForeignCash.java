package dev.hoga.core;

import java.util.Arrays;

/**
 * Foreign cash of every account that has met any, by currency and by the days on which trades are settled, in minimal units. Of each
 * currency the accounts' cash sums to zero, the house's own included; so does what is settled. A trade moves the cash of its two
 * sides so many business days later as {@link #SETTLEMENT_DAYS} says: the broker's books, which post America's a day later than
 * America settles. Source: rules E.
 */
final class ForeignCash {
    /** Business days from a trade to its settlement: China's cash after one, all others after two. */
    static final int[] SETTLEMENT_DAYS = {0, 2, 2, 1, 2, 2};

    private static final int FIELDS = 4;
    private static final int CASH = 0;
    private static final int RESERVED = 1;
    private static final int SETTLED = 2;
    private static final int NEXT_DAY = 3;

    private long[][] rows = new long[2 * AccountTable.FIRST_CLIENT][];

    private long get(int account, Currency currency, int field) {
        long[] row = account < rows.length ? rows[account] : null;
        return row == null ? 0 : row[currency.ordinal() * FIELDS + field];
    }

    private void add(int account, Currency currency, int field, long more) {
        if (account >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(rows.length * 2, account + 1));
        }
        if (rows[account] == null) {
            rows[account] = new long[Currency.COUNT * FIELDS];
        }
        int at = currency.ordinal() * FIELDS + field;
        rows[account][at] = Math.addExact(rows[account][at], more);
    }

    /** All of it once everything traded is settled. */
    long cash(int account, Currency currency) {
        return get(account, currency, CASH);
    }

    /** What is there on the trading date. */
    long settled(int account, Currency currency) {
        return get(account, currency, SETTLED);
    }

    /** What is there on the next one. */
    long nextDay(int account, Currency currency) {
        return get(account, currency, NEXT_DAY);
    }

    /** What a new order to buy may use; what was sold today counts. */
    long orderable(int account, Currency currency) {
        return get(account, currency, CASH) - get(account, currency, RESERVED);
    }

    /** What can be taken out at once: settled, and needed neither for settlement nor by an open order. */
    long withdrawable(int account, Currency currency) {
        long there = Math.min(get(account, currency, SETTLED), get(account, currency, NEXT_DAY));
        return Math.max(0, Math.min(there, orderable(account, currency)));
    }

    /** Binds cash (or, below zero, sets it free). */
    void reserve(int account, Currency currency, long amount) {
        add(account, currency, RESERVED, amount);
    }

    /** Moves cash of a trade: the two sides of an entry. */
    void transfer(int from, int to, Currency currency, long amount) {
        add(from, currency, CASH, -amount);
        add(to, currency, CASH, amount);
    }

    /** Moves cash at once, not by a trade. */
    void pay(int from, int to, Currency currency, long amount) {
        transfer(from, to, currency, amount);
        for (int field = SETTLED; field <= NEXT_DAY; field++) {
            add(from, currency, field, -amount);
            add(to, currency, field, amount);
        }
    }

    /** Settles what is due on a new trading date, for a range of accounts. */
    void startDay(int fromAccount, int toAccount) {
        for (int account = fromAccount; account < Math.min(toAccount, rows.length); account++) {
            if (rows[account] != null) {
                startDay(rows[account]);
            }
        }
    }

    private static void startDay(long[] row) {
        for (int currency = 1; currency < Currency.COUNT; currency++) {
            int at = currency * FIELDS;
            row[at + SETTLED] = SETTLEMENT_DAYS[currency] == 1 ? row[at + CASH] : row[at + NEXT_DAY];
            row[at + NEXT_DAY] = row[at + CASH];
        }
    }

    void write(StateWriter out) {
        for (int account = 0; account < rows.length; account++) {
            if (rows[account] != null) {
                out.putLong(account);
                out.putLongs(rows[account], 0, rows[account].length);
            }
        }
        out.putLong(-1);
    }

    void read(StateReader in) {
        for (long account = in.getLong(); account >= 0; account = in.getLong()) {
            add((int) account, Currency.KRW, CASH, 0);
            in.getLongs(rows[(int) account], 0, Currency.COUNT * FIELDS);
        }
    }
}
