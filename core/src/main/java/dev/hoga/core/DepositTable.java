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
    private static final int ROW_LONGS = 15;
    private static final int SETTLED = 0;
    private static final int NEXT_DAY = 1;
    /** What the trades of the trading date before came to, clients' alone. */
    private static final int BOUGHT = 2;
    private static final int BUY_COSTS = 3;
    private static final int SOLD = 4;
    private static final int SELL_COSTS = 5;
    /** What cash and shares were worth when it ended. */
    private static final int ASSETS = 6;
    /** What purchases on margin of the trading date, and of the one before, leave to be paid. */
    private static final int LENT = 7;
    private static final int LENT_BEFORE = 8;
    private static final int LATE_FEE = 9;
    /** The last day of a freeze, and whether what was due on the date before was not paid. */
    private static final int FROZEN_UNTIL_AND_DEFAULT = 10;
    /** What is borrowed to buy shares. */
    private static final int LOANS = 11;
    /** How many dates in a row have ended with too little behind the loans; it stops at {@link #FORCED}. */
    private static final int CALLS = 12;
    private static final int FORCED = 2;
    /** What loans taken and paid back on the trading date, and on the one before, bring in; interest included. */
    private static final int LOAN_FLOW = 13;
    private static final int LOAN_FLOW_BEFORE = 14;

    /** Debts up to this freeze nobody. Source: Business Regulation art. 89. */
    private static final long HARMLESS_DEBT_WON = 100_000;
    /** Calendar days, from the day after the one on which was not paid. Source: Business Regulation art. 89. */
    private static final int FREEZE_DAYS = 30;
    /** What the house takes of a debt in a year, in hundredths of a percent. */
    static final long LATE_RATE = 950;
    private static final long YEAR_AND_RATE_UNITS = 365 * 10_000L;

    private final AccountTable accounts;
    private final Outbox outbox;
    private long[] rows = new long[2 * AccountTable.FIRST_CLIENT * ROW_LONGS];

    DepositTable(AccountTable accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
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
        there = Math.min(there, accounts.orderableWon(account) - lentWon(account));
        return Math.max(0, there - get(account, LATE_FEE));
    }

    /** What purchases on margin that are not settled leave to be paid. */
    long lentWon(int account) {
        return get(account, LENT) + get(account, LENT_BEFORE);
    }

    /** What was due and has not been paid (미수금). */
    long unpaidWon(int account) {
        return Math.max(0, -get(account, SETTLED));
    }

    /** What the house asks for paying late, not charged yet. */
    long lateFeeWon(int account) {
        return get(account, LATE_FEE);
    }

    /** Whether what was due on the trading date before was not paid then. */
    boolean inDefault(int account) {
        return (get(account, FROZEN_UNTIL_AND_DEFAULT) & 1) != 0;
    }

    /** The last day on which the account must have all of every price, days since 1970-01-01; 0 for none. */
    int frozenUntil(int account) {
        return (int) (get(account, FROZEN_UNTIL_AND_DEFAULT) >> 1);
    }

    /** Lets a purchase of the trading date leave won to be paid. */
    void lend(int account, long won) {
        add(account, LENT, won);
        accounts.addReserved(account, -won);
    }

    /** Takes back what was lent for purchases of the trading date and of the one before. */
    void takeBack(int account, long won, long beforeWon) {
        add(account, LENT, -won);
        add(account, LENT_BEFORE, -beforeWon);
        accounts.addReserved(account, won + beforeWon);
    }

    /** Moves won from one account to another at once, not by a trade. */
    void pay(int from, int to, long won) {
        accounts.transfer(from, to, won);
        add(from, SETTLED, -won);
        add(from, NEXT_DAY, -won);
        add(to, SETTLED, won);
        add(to, NEXT_DAY, won);
    }

    /** All that is borrowed to buy shares. */
    long loansWon(int account) {
        return get(account, LOANS);
    }

    /** Notes a loan taken, or below zero what of one is paid back. @param flowWon what it brings in, less interest */
    void addLoan(int account, long won, long flowWon) {
        add(account, LOANS, won);
        add(account, LOAN_FLOW, flowWon);
    }

    /** What loans of the trading date bring in when it is settled; below zero where more is paid back, interest included. */
    long loanFlowWon(int account) {
        return get(account, LOAN_FLOW);
    }

    /** The same of the trading date before. */
    long loanFlowBeforeWon(int account) {
        return get(account, LOAN_FLOW_BEFORE);
    }

    /** Whether more must stand behind the loans. */
    boolean called(int account) {
        return get(account, CALLS) > 0;
    }

    /**
     * What of the loans must be paid back at once: they were called on the date before last and still too little stands behind
     * them. It is so much that what is left is enough for the rest.
     */
    long mustRepayWon(int account) {
        if (get(account, CALLS) < FORCED) {
            return 0;
        }
        long assetsWon = Math.max(0, get(account, ASSETS));
        return Math.max(0, get(account, LOANS) - assetsWon / 2 * 5);
    }

    /** Calls for more where cash and shares are worth less than 140 % of the loans, so less than 40 % of them without them. */
    void callForCollateral(int fromAccount, int toAccount) {
        for (int account = fromAccount; account < toAccount; account++) {
            long loansWon = get(account, LOANS);
            boolean enough = loansWon == 0 || get(account, ASSETS) >= (2 * loansWon + 4) / 5;
            long calls = enough ? 0 : Math.min(FORCED, get(account, CALLS) + 1);
            if (calls != get(account, CALLS)) {
                add(account, CALLS, calls - get(account, CALLS));
            }
        }
    }

    /**
     * Settles what is due on a new trading date, for a range of accounts, after those have answered for it that did not pay what
     * was due on the one before.
     *
     * @param before the date that ends and {@code today} the one that begins, days since 1970-01-01
     */
    void startDay(int fromAccount, int toAccount, int before, int today) {
        for (int account = fromAccount; account < toAccount; account++) {
            if (account >= AccountTable.FIRST_CLIENT) {
                answerForDebt(account, before, today);
            }
            long nextDayWon = get(account, NEXT_DAY);
            add(account, SETTLED, nextDayWon - get(account, SETTLED));
            add(account, NEXT_DAY, accounts.cashWon(account) - nextDayWon);
            Arrays.fill(rows, account * ROW_LONGS + BOUGHT, account * ROW_LONGS + SELL_COSTS + 1, 0);
            rows[account * ROW_LONGS + ASSETS] = accounts.cashWon(account);
            accounts.addReserved(account, get(account, LENT_BEFORE));
            add(account, LENT_BEFORE, get(account, LENT) - get(account, LENT_BEFORE));
            add(account, LENT, -get(account, LENT));
            add(account, LOAN_FLOW_BEFORE, get(account, LOAN_FLOW) - get(account, LOAN_FLOW_BEFORE));
            add(account, LOAN_FLOW, -get(account, LOAN_FLOW));
            collectLateFee(account, before);
        }
    }

    /** Charges what was owed overnight, freezes for it, and ends a freeze whose time is over. Source: rules D2. */
    private void answerForDebt(int account, int before, int today) {
        long debtWon = unpaidWon(account);
        int until = frozenUntil(account);
        if (debtWon > HARMLESS_DEBT_WON && until < before) {
            until = before + FREEZE_DAYS;
        }
        long changed = ((long) until << 1 | (debtWon > 0 ? 1 : 0)) - get(account, FROZEN_UNTIL_AND_DEFAULT);
        add(account, FROZEN_UNTIL_AND_DEFAULT, changed);
        accounts.frozen(account, today <= until);
        if (debtWon > 0) {
            add(account, LATE_FEE, lateFeeWon(debtWon, today - before));
        }
    }

    /** Takes late fees out of what is there on every date. */
    private void collectLateFee(int account, int before) {
        long there = Math.min(Math.min(get(account, SETTLED), get(account, NEXT_DAY)), accounts.cashWon(account));
        long feeWon = Math.min(get(account, LATE_FEE), there);
        if (feeWon > 0) {
            pay(account, HouseAccount.INTEREST.id(), feeWon);
            add(account, LATE_FEE, -feeWon);
            outbox.cash(account, -feeWon, accounts.cashWon(account), TradingCalendar.businessStartMs(before + 1));
        }
    }

    /** What a debt of so many days costs, rounded down to the won. */
    static long lateFeeWon(long debtWon, int days) {
        long rate = LATE_RATE * days;
        return debtWon / YEAR_AND_RATE_UNITS * rate + debtWon % YEAR_AND_RATE_UNITS * rate / YEAR_AND_RATE_UNITS;
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

    /** What cash and shares, less loans, were worth when the date before ended. */
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
