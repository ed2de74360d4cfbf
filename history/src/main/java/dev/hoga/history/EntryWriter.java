package dev.hoga.history;

import static dev.hoga.history.HistoryTable.CASH;
import static dev.hoga.history.HistoryTable.DAYS;
import static dev.hoga.history.HistoryTable.DAY_BARS;
import static dev.hoga.history.HistoryTable.DAY_PURCHASES;
import static dev.hoga.history.HistoryTable.DAY_SALES;
import static dev.hoga.history.HistoryTable.FILLS;
import static dev.hoga.history.HistoryTable.FOREIGN_CASH;
import static dev.hoga.history.HistoryTable.GOLD_WITHDRAWALS;
import static dev.hoga.history.HistoryTable.HOLDINGS;
import static dev.hoga.history.HistoryTable.MINUTE_BARS;
import static dev.hoga.history.HistoryTable.ORDERS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes entries and how far they go in one transaction. One connection, one thread. */
final class EntryWriter implements AutoCloseable {
    private static final String HOW_FAR = "SELECT next_entry FROM progress WHERE id = 1";
    /** Fenced: whoever else has written meanwhile makes this one fail. */
    private static final String GO_ON = "UPDATE progress SET next_entry = ? WHERE id = 1 AND next_entry = ?";
    /** In place of a loan's date. */
    static final int FOR_CASH = -1;
    private static final String ADD_UP = "UPDATE sums SET row_count = row_count + ?, checksum_sum = checksum_sum + ? WHERE name = ?";

    private final Connection connection;
    private final PreparedStatement goOn;
    private final PreparedStatement addUp;
    private final Map<HistoryTable, Batch> batches = new EnumMap<>(HistoryTable.class);

    /** Opens a connection to a database whose schema is of this release. */
    EntryWriter(HistoryDatabase database) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        goOn = connection.prepareStatement(GO_ON);
        addUp = connection.prepareStatement(ADD_UP);
        for (HistoryTable table : HistoryTable.values()) {
            batches.put(table, new Batch(table));
        }
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
        for (Batch batch : batches.values()) {
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
            case HistoryEntry.Order it -> row(ORDERS, it.date(), it.orderNumber(), it.accountNumber(), it.originalNumber(), it.rootNumber(),
                it.kind().name(), it.code(), it.side().name(), it.type().name(), it.timeInForce().name(), it.status().name(),
                it.qtyShares(), it.priceWon(), it.filledShares(), it.filledAmountWon(), it.loanDate().orElse(FOR_CASH),
                it.acceptedAtMs());
            case HistoryEntry.Fill it -> row(FILLS, it.entry(), it.date(), it.accountNumber(), it.orderNumber(), it.code(),
                it.side().name(), it.qtyShares(), it.priceWon(), it.commissionWon(), it.taxWon(), it.tradeNumber(), it.cashWon(), it.filledAtMs());
            case HistoryEntry.Cash it -> row(CASH, it.entry(), it.date(), it.accountNumber(), it.amountWon(), it.cashWon(), it.movedAtMs());
            case HistoryEntry.GoldWithdrawn it -> row(GOLD_WITHDRAWALS, it.entry(), it.date(), it.accountNumber(), it.code(), it.grams(),
                it.valueWon(), it.taxWon(), it.chargeWon(), it.cashWon(), it.withdrawnAtMs());
            case HistoryEntry.ForeignCash it -> row(FOREIGN_CASH, it.entry(), it.date(), it.accountNumber(), it.currency().name(),
                it.amount(), it.cash(), it.movedAtMs());
            case HistoryEntry.Holding it -> row(HOLDINGS, it.accountNumber(), it.code(), it.date(), it.qtyShares(), it.purchaseWon());
            case HistoryEntry.MinuteBar it -> row(MINUTE_BARS, it.code(), it.startMs(), it.date(), it.openWon(), it.highWon(), it.lowWon(),
                it.closeWon(), it.volumeShares(), it.turnoverWon());
            case HistoryEntry.DayBar it -> row(DAY_BARS, it.code(), it.date(), it.baseWon(), it.openWon(), it.highWon(), it.lowWon(),
                it.closeWon(), it.volumeShares(), it.turnoverWon());
            case HistoryEntry.DayPurchase it -> row(DAY_PURCHASES, it.entry(), it.date(), it.accountNumber(), it.code(), it.loanDate(),
                it.qtyShares(), it.amountWon(), it.commissionWon());
            case HistoryEntry.DaySale it -> row(DAY_SALES, it.entry(), it.date(), it.accountNumber(), it.code(), it.loanDate(),
                it.qtyShares(), it.amountWon(), it.costWon(), it.purchaseCommissionWon(), it.commissionWon(), it.taxWon(),
                it.interestWon());
            case HistoryEntry.DayEnded it -> row(DAYS, it.date());
        }
    }

    private void row(HistoryTable table, Object... values) throws SQLException {
        batches.get(table).row(values);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Rows of one table that are sent together. */
    private final class Batch {
        private final HistoryTable table;
        private final PreparedStatement insert;
        private final PreparedStatement before;
        private long rows;
        private long checksums;
        private boolean empty = true;

        Batch(HistoryTable table) throws SQLException {
            this.table = table;
            insert = connection.prepareStatement(table.insertSql());
            before = connection.prepareStatement(table.checksumSql());
        }

        void row(Object... values) throws SQLException {
            if (table.replaces()) {
                takeOff(values);
            }
            long checksum = HistoryTable.checksum(values);
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.setLong(values.length + 1, checksum);
            insert.addBatch();
            rows++;
            checksums += checksum;
            empty = false;
        }

        /** What the row was before counts no more. */
        private void takeOff(Object... values) throws SQLException {
            for (int i = 0; i < table.keyColumns(); i++) {
                before.setObject(i + 1, values[i]);
            }
            try (var found = before.executeQuery()) {
                if (found.next()) {
                    rows--;
                    checksums -= found.getLong(1);
                }
            }
        }

        void execute() throws SQLException {
            if (empty) {
                return;
            }
            insert.executeBatch();
            addUp.setLong(1, rows);
            addUp.setLong(2, checksums);
            addUp.setString(3, table.sqlName());
            addUp.executeUpdate();
            rows = 0;
            checksums = 0;
            empty = true;
        }
    }
}
