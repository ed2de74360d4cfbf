package dev.hoga.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Has SQLite look at its indices, reads all of history and compares each row with its checksum, and each table with the number and the sum of what was written.
 * A file can lose bits where nobody looks; what is wrong is never told.
 */
final class HistoryCheck {
    private static final String SUMS = "SELECT name, row_count, checksum_sum FROM sums";

    private HistoryCheck() {
    }

    private record Sum(long rows, long checksums) {
    }

    /**
     * Reads everything; half a million rows a second or so.
     *
     * @throws HistoryDamaged where a row is not what was written, or rows are missing or more than were written
     */
    static void check(Connection connection) throws SQLException, HistoryDamaged {
        lookAtIndices(connection);
        Map<String, Sum> expected = sums(connection);
        for (HistoryTable table : HistoryTable.values()) {
            Sum found = read(connection, table);
            if (!found.equals(expected.get(table.sqlName()))) {
                throw new HistoryDamaged("the rows of " + table.sqlName() + " are not those that were written");
            }
        }
    }

    private static void lookAtIndices(Connection connection) throws SQLException, HistoryDamaged {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
            if (!rows.next() || !rows.getString(1).equals("ok")) {
                throw new HistoryDamaged("SQLite finds " + rows.getString(1).strip().replace('\n', ' '));
            }
        }
    }

    private static Map<String, Sum> sums(Connection connection) throws SQLException {
        var sums = new HashMap<String, Sum>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(SUMS)) {
            while (rows.next()) {
                sums.put(rows.getString(1), new Sum(rows.getLong(2), rows.getLong(3)));
            }
        }
        return sums;
    }

    private static Sum read(Connection connection, HistoryTable table) throws SQLException, HistoryDamaged {
        long count = 0;
        long sum = 0;
        var values = new Object[table.columnCount()];
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(table.allSql())) {
            while (rows.next()) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = String.valueOf(rows.getObject(i + 1));
                }
                long checksum = rows.getLong(values.length + 1);
                // A row of a release before checksums has none.
                if (!rows.wasNull() && checksum != HistoryTable.checksum(values)) {
                    throw new HistoryDamaged(table.row(values) + " is not what was written");
                }
                count++;
                sum += checksum;
            }
        }
        return new Sum(count, sum);
    }
}
