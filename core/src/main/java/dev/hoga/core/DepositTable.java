package dev.hoga.core;

import java.util.Arrays;

/**
 * Cash by the days on which trades are settled. A trade moves the won of its two sides two trading dates later, and what a
 * day's trades of an account come to is one movement. {@link AccountTable#cashWon} is what there is when all is settled; here
 * is what there is on the trading date and on the next one. Of each of the three the accounts' sum is zero. Source: KRX
 * Business Regulation art. 7, 9, 96; rules D2, D5.
 *
 * <p>Nothing here is touched on the way of an order: what today's trades come to is the cash less that of the next date.
 */
final class DepositTable {
    private static final int ROW_LONGS = 7;
    private static final int SETTLED = 0;
    private static final int NEXT_DAY = 1;
    /** What the trades of the trading date before came to, clients' alone. */
    private static final int BOUGHT = 2;
    private static final int BUY_COSTS = 3;
    private static final int SOLD = 4;
    private static final int SELL_COSTS = 5;
    /** What cash and shares were worth when it ended. */
    private static final int ASSETS = 6;

    private final AccountTable accounts;
    private long[] rows = new long[2 * AccountTable.FIRST_CLIENT * ROW_LONGS];

    DepositTable(AccountTable accounts) {
        this.accounts = accounts;
    }

    private long get(int account, int field) {
        int at = account * ROW_LONGS + field;
        return at < rows.length ? rows[at] : 0;
    }

    private void add(int account, int field, long more) {
        int at = account * ROW_LONGS + field;
        if (at >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(rows.length * 2, accounts.count() * ROW_LONGS));
        }
        rows[at] = Math.addExact(rows[at], more);
    }

    /** Won on the trading date: what is not settled yet is left out. */
    long settledWon(int account) {
        return get(account, SETTLED);
    }

    /** Won on the next trading date. */
    long nextDayWon(int account) {
        return get(account, NEXT_DAY);
    }

    /** What can be taken out at once: it is there today, and neither settlement nor an open order will need it. */
    long withdrawableWon(int account) {
        long there = Math.min(get(account, SETTLED), get(account, NEXT_DAY));
        return Math.max(0, Math.min(there, accounts.orderableWon(account)));
    }

    /** Moves won from one account to another at once, not by a trade. */
    void pay(int from, int to, long won) {
        accounts.transfer(from, to, won);
        add(from, SETTLED, -won);
        add(from, NEXT_DAY, -won);
        add(to, SETTLED, won);
        add(to, NEXT_DAY, won);
    }

    /** Settles what is due on a new trading date, for a range of accounts. */
    void startDay(int fromAccount, int toAccount) {
        for (int account = fromAccount; account < toAccount; account++) {
            long nextDayWon = get(account, NEXT_DAY);
            add(account, SETTLED, nextDayWon - get(account, SETTLED));
            add(account, NEXT_DAY, accounts.cashWon(account) - nextDayWon);
            Arrays.fill(rows, account * ROW_LONGS + BOUGHT, account * ROW_LONGS + SELL_COSTS + 1, 0);
            rows[account * ROW_LONGS + ASSETS] = accounts.cashWon(account);
        }
    }

    /** Notes what an order of the trading date that has just ended came to. */
    void addTraded(int account, Side side, long amountWon, long costsWon) {
        add(account, side == Side.BUY ? BOUGHT : SOLD, amountWon);
        add(account, side == Side.BUY ? BUY_COSTS : SELL_COSTS, costsWon);
    }

    /** What was bought, or sold, on the trading date before, without costs. */
    long tradedBeforeWon(int account, Side side) {
        return get(account, side == Side.BUY ? BOUGHT : SOLD);
    }

    /** What it cost. */
    long costsBeforeWon(int account, Side side) {
        return get(account, side == Side.BUY ? BUY_COSTS : SELL_COSTS);
    }

    /** Adds what shares were worth when the date before ended; it stops at the largest number, which nobody's are worth. */
    void addAssets(int account, long won) {
        add(account, ASSETS, Math.min(won, Long.MAX_VALUE - Math.max(0, get(account, ASSETS))));
    }

    /** What cash and shares were worth when the date before ended. */
    long assetsBeforeWon(int account) {
        return get(account, ASSETS);
    }

    void write(StateWriter out) {
        for (int account = 0; account < accounts.count(); account++) {
            for (int field = 0; field < ROW_LONGS; field++) {
                out.putLong(get(account, field));
            }
        }
    }

    /** Reads the rows of the accounts, which must have been read before. */
    void read(StateReader in) {
        rows = new long[Math.max(rows.length, accounts.count() * ROW_LONGS)];
        for (int at = 0; at < accounts.count() * ROW_LONGS; at++) {
            rows[at] = in.getLong();
        }
    }
}
