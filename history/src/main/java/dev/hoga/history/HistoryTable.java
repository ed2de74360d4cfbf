package dev.hoga.history;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/** The tables that entries are written to: names and columns as in the schema, the columns of the key first. */
enum HistoryTable {
    ORDERS("orders", 2, "date number account original root kind code side type time_in_force status quantity price filled_quantity"
        + " filled_amount loan_date accepted_at"),
    FILLS("fills", 1, "entry date account number code side quantity price commission tax trade cash_after filled_at"),
    CASH("cash_movements", 1, "entry date account amount cash_after moved_at"),
    GOLD_WITHDRAWALS("gold_withdrawals", 1, "entry date account code quantity value tax charge cash_after withdrawn_at"),
    FOREIGN_CASH("foreign_cash_movements", 1, "entry date account currency amount cash_after moved_at"),
    HOLDINGS("holdings", 3, "account code date quantity purchase_amount"),
    MINUTE_BARS("minute_bars", 2, "code start_at date open high low close volume turnover"),
    DAY_BARS("day_bars", 2, "code date base open high low close volume turnover"),
    DAY_PURCHASES("day_purchases", 1, "entry date account code loan_date quantity amount commission"),
    DAY_SALES("day_sales", 1, "entry date account code loan_date quantity amount cost purchase_commission commission tax interest"),
    DAYS("days", 1, "date");

    private final String sqlName;
    private final List<String> columns;
    private final int keyColumns;

    HistoryTable(String sqlName, int keyColumns, String columns) {
        this.sqlName = sqlName;
        this.keyColumns = keyColumns;
        this.columns = List.of(columns.split(" "));
    }

    String sqlName() {
        return sqlName;
    }

    int columnCount() {
        return columns.size();
    }

    int keyColumns() {
        return keyColumns;
    }

    /** Whether a later state of a row takes the place of the one before. */
    boolean replaces() {
        return this == HOLDINGS;
    }

    /** Takes the columns in their order, then the checksum. */
    String insertSql() {
        String insert = "INSERT INTO " + sqlName + " (" + String.join(", ", columns) + ", checksum) VALUES ("
            + String.join(", ", Collections.nCopies(columns.size() + 1, "?")) + ")";
        return replaces() ? insert + " ON CONFLICT (" + String.join(", ", columns.subList(0, keyColumns)) + ") DO UPDATE SET "
            + columns.subList(keyColumns, columns.size()).stream().map(column -> column + " = excluded." + column + ", ")
                .collect(Collectors.joining()) + "checksum = excluded.checksum" : insert;
    }

    /** The checksum of a row by its key. */
    String checksumSql() {
        return "SELECT checksum FROM " + sqlName + " WHERE "
            + columns.subList(0, keyColumns).stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    }

    /** Every row: the columns in their order, then the checksum. */
    String allSql() {
        return "SELECT " + String.join(", ", columns) + ", checksum FROM " + sqlName;
    }

    /** A row as a person finds it. */
    String row(Object... values) {
        var text = new StringBuilder("the row of ").append(sqlName).append(" with");
        for (int i = 0; i < keyColumns; i++) {
            text.append(i == 0 ? " " : ", ").append(columns.get(i)).append(' ').append(values[i]);
        }
        return text.toString();
    }

    /** What a row's values come to; a number is the same in any width. */
    static long checksum(Object... values) {
        var crc = new CRC32C();
        for (Object value : values) {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            crc.update(bytes, 0, bytes.length);
            crc.update(0);
        }
        return crc.getValue();
    }
}
