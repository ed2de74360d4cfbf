package dev.hoga.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;

/** Writes entries and how far they go in one transaction. One connection, one thread. */
final class EntryWriter implements AutoCloseable {
    private static final String HOW_FAR = "SELECT next_entry FROM progress WHERE id = 1";
    /** Fenced: whoever else has written meanwhile makes this one fail. */
    private static final String GO_ON = "UPDATE progress SET next_entry = ? WHERE id = 1 AND next_entry = ?";
    private static final String ORDER = "INSERT INTO orders (date, number, account, original, root, kind, code, side, type,"
        + " time_in_force, status, quantity, price, filled_quantity, filled_amount, accepted_at)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FILL = "INSERT INTO fills (entry, date, account, number, code, side, quantity, price, commission, tax,"
        + " trade, cash_after, filled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CASH = "INSERT INTO cash_movements (entry, date, account, amount, cash_after, moved_at)"
        + " VALUES (?, ?, ?, ?, ?, ?)";
    private static final String GOLD_WITHDRAWAL = "INSERT INTO gold_withdrawals (entry, date, account, code, quantity, value, tax, charge,"
        + " cash_after, withdrawn_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FOREIGN_CASH = "INSERT INTO foreign_cash_movements (entry, date, account, currency, amount, cash_after,"
        + " moved_at) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String HOLDING = "INSERT INTO holdings (account, code, date, quantity, purchase_amount)"
        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (account, code, date)"
        + " DO UPDATE SET quantity = excluded.quantity, purchase_amount = excluded.purchase_amount";
    private static final String MINUTE_BAR = "INSERT INTO minute_bars (code, start_at, date, open, high, low, close, volume, turnover)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DAY_BAR = "INSERT INTO day_bars (code, date, base, open, high, low, close, volume, turnover)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DAY_PURCHASE = "INSERT INTO day_purchases (entry, date, account, code, loan_date, quantity, amount,"
        + " commission) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DAY_SALE = "INSERT INTO day_sales (entry, date, account, code, loan_date, quantity, amount, cost,"
        + " purchase_commission, commission, tax, interest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DAY_END = "INSERT INTO days (date) VALUES (?)";

    private final Connection connection;
    private final PreparedStatement goOn;
    private final Batch orders;
    private final Batch fills;
    private final Batch cash;
    private final Batch goldWithdrawals;
    private final Batch foreignCash;
    private final Batch holdings;
    private final Batch minuteBars;
    private final Batch dayBars;
    private final Batch dayPurchases;
    private final Batch daySales;
    private final Batch dayEnds;

    /** Opens a connection to a database whose schema is of this release. */
    EntryWriter(HistoryDatabase database) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        goOn = connection.prepareStatement(GO_ON);
        orders = new Batch(ORDER);
        fills = new Batch(FILL);
        cash = new Batch(CASH);
        goldWithdrawals = new Batch(GOLD_WITHDRAWAL);
        foreignCash = new Batch(FOREIGN_CASH);
        holdings = new Batch(HOLDING);
        minuteBars = new Batch(MINUTE_BAR);
        dayBars = new Batch(DAY_BAR);
        dayPurchases = new Batch(DAY_PURCHASE);
        daySales = new Batch(DAY_SALE);
        dayEnds = new Batch(DAY_END);
    }

    /** The number of the next entry to write. */
    long nextEntry() throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(HOW_FAR)) {
            if (!rows.next()) {
                throw new SQLException("history's progress is missing");
            }
            long entry = rows.getLong(1);
            connection.commit();
            return entry;
        }
    }

    /**
     * Writes entries that follow each other, all or none of them.
     *
     * @throws SQLException where they were not written, or it is not known whether they were; ask {@link #nextEntry} of a new
     *     connection
     */
    void write(List<HistoryEntry> entries) throws SQLException {
        long first = entries.getFirst().entry();
        // One statement may not change a row twice, so of an account's states of a date only the last is written.
        var lastHoldings = new HashMap<List<Object>, HistoryEntry.Holding>();
        for (HistoryEntry entry : entries) {
            if (entry instanceof HistoryEntry.Holding it) {
                lastHoldings.put(List.of(it.accountNumber(), it.code(), it.date()), it);
            } else {
                add(entry);
            }
        }
        for (HistoryEntry.Holding it : lastHoldings.values()) {
            add(it);
        }
        for (Batch batch : List.of(orders, fills, cash, goldWithdrawals, foreignCash, holdings, minuteBars, dayBars, dayPurchases, daySales,
            dayEnds)) {
            batch.execute();
        }
        goOn.setLong(1, first + entries.size());
        goOn.setLong(2, first);
        if (goOn.executeUpdate() != 1) {
            connection.rollback();
            throw new SQLException("another writer has written history beyond entry " + first);
        }
        connection.commit();
    }

    private void add(HistoryEntry entry) throws SQLException {
        switch (entry) {
            case HistoryEntry.Order it -> orders.row(it.date(), it.orderNumber(), it.accountNumber(), it.originalNumber(), it.rootNumber(),
                it.kind().name(), it.code(), it.side().name(), it.type().name(), it.timeInForce().name(), it.status().name(),
                it.qtyShares(), it.priceWon(), it.filledShares(), it.filledAmountWon(), it.acceptedAtMs());
            case HistoryEntry.Fill it -> fills.row(it.entry(), it.date(), it.accountNumber(), it.orderNumber(), it.code(), it.side().name(),
                it.qtyShares(), it.priceWon(), it.commissionWon(), it.taxWon(), it.tradeNumber(), it.cashWon(), it.filledAtMs());
            case HistoryEntry.Cash it -> cash.row(it.entry(), it.date(), it.accountNumber(), it.amountWon(), it.cashWon(), it.movedAtMs());
            case HistoryEntry.GoldWithdrawn it -> goldWithdrawals.row(it.entry(), it.date(), it.accountNumber(), it.code(), it.grams(),
                it.valueWon(), it.taxWon(), it.chargeWon(), it.cashWon(), it.withdrawnAtMs());
            case HistoryEntry.ForeignCash it -> foreignCash.row(it.entry(), it.date(), it.accountNumber(), it.currency().name(),
                it.amount(), it.cash(), it.movedAtMs());
            case HistoryEntry.Holding it -> holdings.row(it.accountNumber(), it.code(), it.date(), it.qtyShares(), it.purchaseWon());
            case HistoryEntry.MinuteBar it -> minuteBars.row(it.code(), it.startMs(), it.date(), it.openWon(), it.highWon(), it.lowWon(),
                it.closeWon(), it.volumeShares(), it.turnoverWon());
            case HistoryEntry.DayBar it -> dayBars.row(it.code(), it.date(), it.baseWon(), it.openWon(), it.highWon(), it.lowWon(),
                it.closeWon(), it.volumeShares(), it.turnoverWon());
            case HistoryEntry.DayPurchase it -> dayPurchases.row(it.entry(), it.date(), it.accountNumber(), it.code(), it.loanDate(),
                it.qtyShares(), it.amountWon(), it.commissionWon());
            case HistoryEntry.DaySale it -> daySales.row(it.entry(), it.date(), it.accountNumber(), it.code(), it.loanDate(),
                it.qtyShares(), it.amountWon(), it.costWon(), it.purchaseCommissionWon(), it.commissionWon(), it.taxWon(),
                it.interestWon());
            case HistoryEntry.DayEnded it -> dayEnds.row(it.date());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Rows of one table that are sent together. */
    private final class Batch {
        private final PreparedStatement statement;
        private boolean empty = true;

        Batch(String sql) throws SQLException {
            statement = connection.prepareStatement(sql);
        }

        void row(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            empty = false;
        }

        void execute() throws SQLException {
            if (!empty) {
                statement.executeBatch();
                empty = true;
            }
        }
    }
}
