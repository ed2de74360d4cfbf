package dev.hoga.history;

import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderStatus;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** History in a database: written on one thread, read on another, each with a connection of its own. */
public final class SqlHistory implements History, AutoCloseable {
    /** The most questions that wait. */
    public static final int QUESTIONS_WAITING = 1_024;
    /** How long a question waits for entries that are not written yet. */
    public static final long CATCH_UP_MS = 8_000;

    private static final String FITTING = " FROM orders o WHERE account = ? AND date BETWEEN ? AND ?"
        + " AND (? = '' AND code NOT LIKE '%.%' OR code LIKE ?) AND (? = '' OR side = ?) AND (? = 0 OR number = ?)"
        + " AND filled_quantity >= ? AND loan_date BETWEEN ? AND ?";
    private static final String COSTS =
        "(SELECT COALESCE(SUM(f.commission), 0) FROM fills f WHERE f.date = o.date AND f.number = o.number),"
        + " (SELECT COALESCE(SUM(f.tax), 0) FROM fills f WHERE f.date = o.date AND f.number = o.number)";
    private static final String ORDERS = "SELECT date, number, original, root, kind, code, side, type, time_in_force, status, quantity,"
        + " price, filled_quantity, filled_amount, accepted_at, loan_date, " + COSTS + FITTING;
    private static final String TOTALS = "SELECT COALESCE(SUM(CASE WHEN kind = 'CANCEL' THEN 0 ELSE quantity END), 0),"
        + " COALESCE(SUM(filled_quantity), 0), COALESCE(SUM(filled_amount), 0), COALESCE(SUM(costs), 0) FROM (SELECT kind, quantity,"
        + " filled_quantity, filled_amount, (SELECT COALESCE(SUM(f.commission + f.tax), 0) FROM fills f"
        + " WHERE f.date = o.date AND f.number = o.number) AS costs" + FITTING + ") fitting";
    private static final String AFTER = " AND (date > ? OR date = ? AND number > ?) ORDER BY date, number LIMIT ?";
    private static final String BEFORE = " AND (date < ? OR date = ? AND number < ?) ORDER BY date DESC, number DESC LIMIT ?";
    private static final String FILLS = "SELECT entry, date, number, code, side, quantity, price, commission, tax, trade, cash_after,"
        + " filled_at FROM fills WHERE account = ? AND date BETWEEN ? AND ? AND entry > ?"
        + " AND code NOT LIKE '%.%' ORDER BY entry LIMIT ?";
    /** Fills of a date, code and side share their costs; all else stands alone. */
    private static final String TRANSACTIONS = """
        WITH everything AS (
            SELECT entry, date, side AS kind, code, quantity, price, quantity * price AS amount, commission, tax,
                CASE side WHEN 'BUY' THEN -quantity * price ELSE quantity * price END - commission - tax AS settled,
                cash_after, filled_at AS at, 0 AS alone FROM fills WHERE account = ? AND date BETWEEN ? AND ?
            UNION ALL SELECT entry, date, CASE WHEN amount < 0 THEN 'CASH_OUT' ELSE 'CASH_IN' END, '', 0, 0, amount, 0, 0, amount,
                cash_after, moved_at, entry FROM cash_movements WHERE account = ? AND date BETWEEN ? AND ?
            UNION ALL SELECT entry, date, 'GOLD_OUT', code, quantity, value / quantity, value, charge, tax, -charge - tax,
                cash_after, withdrawn_at, entry FROM gold_withdrawals WHERE account = ? AND date BETWEEN ? AND ?),
        told AS (
            SELECT entry, date, kind, code, quantity, price, amount, cash_after, at,
                ROW_NUMBER() OVER (PARTITION BY date ORDER BY entry) AS number,
                SUM(commission) OVER together AS commission, SUM(tax) OVER together AS tax, SUM(settled) OVER together AS settled,
                MAX(entry) OVER together AS last_entry
            FROM everything WINDOW together AS (PARTITION BY date, kind, code, alone))
        SELECT entry, date, number, kind, code, quantity, price, amount, commission, tax, settled, last_entry, cash_after,
            COALESCE((SELECT h.quantity FROM holdings h WHERE h.account = ? AND h.code = told.code AND h.date <= told.date
                ORDER BY h.date DESC LIMIT 1), 0), at
        FROM told WHERE (? = '' OR code = ?) AND entry < ? AND kind IN (%s) ORDER BY entry DESC LIMIT ?""";
    private static final String HOLDINGS = "SELECT code, date, quantity, purchase_amount FROM holdings h WHERE account = ?"
        + " AND date = (SELECT MAX(date) FROM holdings m WHERE m.account = h.account AND m.code = h.code AND m.date <= ?)"
        + " AND quantity > 0 AND code NOT LIKE '%.%' ORDER BY code";
    private static final String OF_DATES = " WHERE account = ? AND date BETWEEN ? AND ?";
    private static final String NEWEST_FIRST = OF_DATES + " AND (? = '' OR code = ?) AND entry < ? ORDER BY entry DESC LIMIT ?";
    private static final String SALES = "SELECT entry, date, code, loan_date, quantity, amount, cost, purchase_commission, commission, tax,"
        + " interest FROM day_sales" + NEWEST_FIRST;
    private static final String PURCHASES = "SELECT entry, date, code, loan_date, quantity, amount, commission FROM day_purchases"
        + NEWEST_FIRST;
    private static final String DAYS = "SELECT date, SUM(bought), SUM(sold), SUM(commission), SUM(tax), SUM(profit) FROM (SELECT date,"
        + " amount AS bought, 0 AS sold, commission, 0 AS tax, 0 AS profit FROM day_purchases" + OF_DATES + " UNION ALL SELECT date, 0,"
        + " amount, commission, tax, amount - cost - purchase_commission - commission - tax - interest FROM day_sales" + OF_DATES
        + ") trades GROUP BY date ORDER BY date DESC LIMIT ?";
    private static final String MINUTES = "SELECT date, start_at, open, high, low, close, volume, turnover FROM minute_bars"
        + " WHERE code = ? AND start_at < ? ORDER BY start_at DESC LIMIT ?";

    private final HistoryDatabase database;
    private final HistoryWriter writer;
    private final ThreadPoolExecutor reader =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(QUESTIONS_WAITING),
            Thread.ofPlatform().name("history-reader").daemon().factory());
    /** The reader's own, opened when it is first needed and after each failure. */
    private Connection connection;

    private SqlHistory(HistoryDatabase database, HistorySource source) {
        this.database = database;
        writer = HistoryWriter.start(database, source);
    }

    /** Begins to write what the source keeps. Returns at once; a database that is away is waited for. */
    public static SqlHistory start(HistoryDatabase database, HistorySource source) {
        return new SqlHistory(database, source);
    }

    @Override
    public CompletableFuture<List<PastOrder>> orders(OrderQuery query, OrderPlace after, boolean newestFirst, int limit,
        long entriesBefore) {
        return ask(entriesBefore, ORDERS + (newestFirst ? BEFORE : AFTER), statement -> {
            int next = fit(statement, query);
            set(statement, next, after.date(), after.date(), after.orderNumber(), limit);
        }, SqlHistory::order);
    }

    @Override
    public CompletableFuture<OrderTotals> totals(OrderQuery query, long entriesBefore) {
        return ask(entriesBefore, TOTALS, statement -> fit(statement, query),
            row -> new OrderTotals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4))).thenApply(List::getFirst);
    }

    private static int fit(PreparedStatement statement, OrderQuery query) throws SQLException {
        String side = query.side().map(Side::name).orElse("");
        return set(statement, 1, query.accountNumber(), query.fromDate(), query.toDate(), query.code(), query.code(), side, side,
            query.orderNumber(), query.orderNumber(), query.filledOnly() ? 1L : 0L,
            query.onCredit().orElse(false) ? 0 : EntryWriter.FOR_CASH,
            query.onCredit().orElse(true) ? Integer.MAX_VALUE : EntryWriter.FOR_CASH);
    }

    @Override
    public CompletableFuture<List<PastFill>> fills(long accountNumber, int fromDate, int toDate, long afterEntry, int limit,
        long entriesBefore) {
        return ask(entriesBefore, FILLS,
            statement -> set(statement, 1, accountNumber, fromDate, toDate, afterEntry, limit), SqlHistory::fill);
    }

    @Override
    public CompletableFuture<List<Transaction>> transactions(TransactionQuery query, long beforeEntry, int limit, long entriesBefore) {
        long account = query.accountNumber();
        String kinds = query.kinds().stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", "));
        return ask(entriesBefore, TRANSACTIONS.formatted(kinds),
            statement -> set(statement, 1, account, query.fromDate(), query.toDate(), account, query.fromDate(), query.toDate(), account,
                query.fromDate(), query.toDate(), account, query.code(), query.code(), beforeEntry, limit), SqlHistory::transaction);
    }

    private static Transaction transaction(ResultSet row) throws SQLException {
        boolean last = row.getLong(12) == row.getLong(1);
        return new Transaction(row.getLong(1), row.getInt(2), row.getInt(3), Transaction.Kind.valueOf(row.getString(4)), row.getString(5),
            row.getLong(6), row.getLong(7), row.getLong(8), last ? row.getLong(9) : 0, last ? row.getLong(10) : 0,
            last ? row.getLong(11) : 0, last, row.getLong(13), row.getLong(14), row.getLong(15));
    }

    @Override
    public CompletableFuture<List<PastHolding>> holdings(long accountNumber, int date, long entriesBefore) {
        return ask(entriesBefore, HOLDINGS, statement -> set(statement, 1, accountNumber, date),
            row -> new PastHolding(row.getString(1), row.getInt(2), row.getLong(3), row.getLong(4)));
    }

    @Override
    public CompletableFuture<List<PastSale>> sales(long accountNumber, int fromDate, int toDate, String code, long beforeEntry, int limit,
        long entriesBefore) {
        return ask(entriesBefore, SALES, statement -> set(statement, 1, accountNumber, fromDate, toDate, code, code, beforeEntry, limit),
            row -> new PastSale(row.getLong(1), row.getInt(2), row.getString(3), row.getInt(4), row.getLong(5), row.getLong(6),
                row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11)));
    }

    @Override
    public CompletableFuture<List<PastPurchase>> purchases(long accountNumber, int fromDate, int toDate, String code, long beforeEntry,
        int limit, long entriesBefore) {
        return ask(entriesBefore, PURCHASES,
            statement -> set(statement, 1, accountNumber, fromDate, toDate, code, code, beforeEntry, limit),
            row -> new PastPurchase(row.getLong(1), row.getInt(2), row.getString(3), row.getInt(4), row.getLong(5), row.getLong(6),
                row.getLong(7)));
    }

    @Override
    public CompletableFuture<List<PastDay>> days(long accountNumber, int fromDate, int toDate, int limit, long entriesBefore) {
        return ask(entriesBefore, DAYS,
            statement -> set(statement, 1, accountNumber, fromDate, toDate, accountNumber, fromDate, toDate, limit),
            row -> new PastDay(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
    }

    @Override
    public CompletableFuture<List<PastBar>> minutes(String code, long beforeMs, int limit, long entriesBefore) {
        return ask(entriesBefore, MINUTES, statement -> set(statement, 1, code, beforeMs, limit),
            row -> new PastBar(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6),
                row.getLong(7), row.getLong(8)));
    }

    /** Sets parameters from a place on and answers the place after them. */
    private static int set(PreparedStatement statement, int from, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(from + i, values[i]);
        }
        return from + values.length;
    }

    private static PastOrder order(ResultSet row) throws SQLException {
        return new PastOrder(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), OrderKind.valueOf(row.getString(5)),
            row.getString(6), Side.valueOf(row.getString(7)), OrderType.valueOf(row.getString(8)),
            TimeInForce.valueOf(row.getString(9)), OrderStatus.valueOf(row.getString(10)), row.getLong(11), row.getLong(12),
            row.getLong(13), row.getLong(14), row.getLong(17), row.getLong(18), loanDate(row.getInt(16)), row.getLong(15));
    }

    private static OptionalInt loanDate(int date) {
        return date == EntryWriter.FOR_CASH ? OptionalInt.empty() : OptionalInt.of(date);
    }

    private static PastFill fill(ResultSet row) throws SQLException {
        return new PastFill(row.getLong(1), row.getInt(2), row.getInt(3), row.getString(4), Side.valueOf(row.getString(5)),
            row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11), row.getLong(12));
    }

    private <T> CompletableFuture<List<T>> ask(long entriesBefore, String sql, Parameters parameters, Row<T> row) {
        var answer = new CompletableFuture<List<T>>();
        try {
            reader.execute(() -> {
                try {
                    writer.awaitBefore(entriesBefore, CATCH_UP_MS);
                    answer.complete(rows(sql, parameters, row));
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new HistoryUnavailable("too much is asked of history", e));
        }
        return answer;
    }

    private <T> List<T> rows(String sql, Parameters parameters, Row<T> row) {
        try {
            if (connection == null) {
                connection = database.connect();
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                var rows = new ArrayList<T>();
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        rows.add(row.of(found));
                    }
                }
                return rows;
            }
        } catch (SQLException e) {
            closeConnection();
            throw new HistoryUnavailable("history cannot be read: " + e.getMessage(), e);
        }
    }

    private void closeConnection() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException ignored) {
            // It is given up in any case.
        }
        connection = null;
    }

    /** Ends the writing after the transaction under way, answers what waits as far as it can, and refuses what is asked from now on. */
    @Override
    public void close() {
        writer.close();
        reader.shutdownNow().forEach(Runnable::run);
        try {
            if (reader.awaitTermination(CATCH_UP_MS, TimeUnit.MILLISECONDS)) {
                closeConnection();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
