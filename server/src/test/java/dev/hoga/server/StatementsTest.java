package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every account's statement over weeks: opening and movements make the closing, on each day and in each field. What the wire said in
 * each evening is compared with what the fills and cash movements in SQL come to; nothing of the ledger takes part.
 */
final class StatementsTest {
    private static final long SEED = 11;
    private static final int ACCOUNTS = 200;
    private static final int DAYS = 60;
    private static final int THREADS = 4;
    private static final List<String> CODES = List.of("005930", "000660", "035720");
    /** Trades are settled so many trading dates after them. */
    private static final int SETTLED_AFTER = 2;

    private final List<Holder> holders = new ArrayList<>();
    private final List<LocalDate> dates = new ArrayList<>();
    private ServerProcess server;

    /** Who trades: a bot with its own chance and connection, and what the wire told it in each evening. */
    private record Holder(long accountNumber, KisClient kis, Random random, List<Evening> evenings) {
    }

    /** What inquire-balance says of an account. */
    private record Evening(long settled, long nextDay, long last, long bought, long sold, long boughtBefore, long soldBefore,
        Map<String, Long> shares, Map<String, Long> purchases) {
    }

    @Test
    void openingAndMovementsMakeTheClosingOfEveryDay() throws Exception {
        try (var running = ServerProcess.start("--limits", "off", "--token-interval", "off");
            var threads = Executors.newFixedThreadPool(THREADS)) {
            server = running;
            openAccounts();
            LocalDate date = TradingDays.next(server, TradingDays.current(server));
            for (int day = 0; day < DAYS; day++) {
                dates.add(date);
                Map<String, WireAnswer> quotes = quotes();
                all(threads, holder -> {
                    trade(holder, quotes);
                    return null;
                });
                TradingDays.goTo(server, date + "T20:30:00+09:00");
                all(threads, holder -> holder.evenings.add(evening(holder)));
                date = TradingDays.next(server, date);
            }
            awaitHistory();
            assertEquals(0, server.terminate());
            try (Connection history = DriverManager.getConnection("jdbc:sqlite:" + historyFile())) {
                int fills = compare(history);
                assertTrue(fills > ACCOUNTS * DAYS, "only " + fills);
                System.out.printf("statements: %d accounts over %d trading days, %,d fills, equal to the won%n", ACCOUNTS, DAYS, fills);
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        Object of(Holder holder) throws IOException;
    }

    private void all(ExecutorService threads, Work work) throws Exception {
        List<Callable<Object>> tasks = holders.stream().<Callable<Object>>map(holder -> () -> work.of(holder)).toList();
        for (var done : threads.invokeAll(tasks)) {
            done.get();
        }
    }

    private void openAccounts() throws IOException {
        var random = new Random(SEED);
        WireClient wire = server.wire();
        for (int i = 0; i < ACCOUNTS; i++) {
            var holdings = CODES.stream().map(code -> Map.of("code", code, "quantity", 100 + random.nextInt(400), "averagePrice",
                10_000 + random.nextInt(90_000))).toList();
            WireAnswer opened = server.control().post("/accounts", Map.of("name", "holder " + i, "cash",
                Map.of("KRW", 20_000_000 + random.nextInt(100_000_000)), "holdings", holdings));
            assertEquals(200, opened.status(), opened::text);
            KisClient kis = KisClient.ofAccount(wire, opened.json());
            assertEquals(200, kis.login().status());
            holders.add(new Holder(Long.parseLong((String) opened.json().get("accountNumber")), kis, new Random(SEED * ACCOUNTS + i),
                new ArrayList<>()));
        }
    }

    private Map<String, WireAnswer> quotes() throws IOException {
        var quotes = new HashMap<String, WireAnswer>();
        for (String code : CODES) {
            quotes.put(code, server.control().get("/instruments/" + code));
        }
        return quotes;
    }

    /** A few orders near the base price, and now and then cash in or out. Some are refused: that is not what is looked at. */
    private void trade(Holder holder, Map<String, WireAnswer> quotes) throws IOException {
        Random random = holder.random;
        for (int i = 0; i < 2; i++) {
            String code = CODES.get(random.nextInt(CODES.size()));
            WireAnswer quote = quotes.get(code);
            long price = quote.number("basePrice") + (random.nextInt(7) - 3) * quote.number("tick");
            int qty = 1 + random.nextInt(20);
            WireAnswer placed = random.nextBoolean() ? holder.kis.buy(code, qty, price) : holder.kis.sell(code, qty, price);
            assertEquals(200, placed.status(), placed::text);
        }
        if (random.nextInt(20) == 0) {
            server.control().post("/accounts/" + "%010d".formatted(holder.accountNumber) + "/cash",
                Map.of("currency", "KRW", "amount", random.nextInt(4_000_000) - 2_000_000));
        }
    }

    /** A stop leaves to the next start what is not in SQL yet; who asks for the past waits until it is. */
    private void awaitHistory() throws IOException {
        String last = DateTimeFormatter.BASIC_ISO_DATE.format(dates.getLast());
        WireAnswer answer = holders.getFirst().kis.orders(last, last, "00", "");
        assertEquals("0", answer.field("rt_cd"), answer::text);
    }

    private Evening evening(Holder holder) throws IOException {
        WireAnswer balance = holder.kis.balance();
        assertEquals("0", balance.field("rt_cd"), balance::text);
        Map<String, Object> totals = balance.rows("output2").getFirst();
        var shares = new TreeMap<String, Long>();
        var purchases = new TreeMap<String, Long>();
        for (Map<String, Object> row : balance.rows("output1")) {
            shares.put((String) row.get("pdno"), number(row, "hldg_qty"));
            purchases.put((String) row.get("pdno"), number(row, "pchs_amt"));
        }
        return new Evening(number(totals, "dnca_tot_amt"), number(totals, "nxdy_excc_amt"), number(totals, "prvs_rcdl_excc_amt"),
            number(totals, "thdt_buy_amt"), number(totals, "thdt_sll_amt"), number(totals, "bfdy_buy_amt"),
            number(totals, "bfdy_sll_amt"), shares, purchases);
    }

    private static long number(Map<String, Object> row, String field) {
        return Long.parseLong((String) row.get(field));
    }

    private Path historyFile() throws IOException {
        try (Stream<Path> files = Files.walk(server.data())) {
            return files.filter(file -> file.getFileName().toString().equals("history.sqlite")).findFirst().orElseThrow();
        }
    }

    // -- what SQL says -----------------------------------------------------------------------------------------------------

    /** What an account did on a date. */
    private static final class Day {
        private long moved;
        private long net;
        private long bought;
        private long sold;
        private final Map<String, Long> shares = new LinkedHashMap<>();
    }

    /** Compares every evening of every account, and answers how many fills there were. */
    private int compare(Connection history) throws SQLException {
        int fills = 0;
        for (Holder holder : holders) {
            var days = new TreeMap<Integer, Day>();
            fills += readFills(history, holder, days);
            readMovements(history, holder, days);
            compareCashAfter(history, holder);
            compareEvenings(history, holder, days);
        }
        compareSides(history);
        return fills;
    }

    private static int readFills(Connection history, Holder holder, TreeMap<Integer, Day> days) throws SQLException {
        int fills = 0;
        try (ResultSet fill = query(history, "SELECT date, code, side, quantity, price, commission, tax FROM fills WHERE account = "
            + holder.accountNumber)) {
            while (fill.next()) {
                Day day = days.computeIfAbsent(fill.getInt(1), date -> new Day());
                long amount = fill.getLong(4) * fill.getLong(5);
                boolean buy = fill.getString(3).equals("BUY");
                day.net += (buy ? -amount : amount) - fill.getLong(6) - fill.getLong(7);
                day.bought += buy ? amount : 0;
                day.sold += buy ? 0 : amount;
                day.shares.merge(fill.getString(2), buy ? fill.getLong(4) : -fill.getLong(4), Long::sum);
                fills++;
            }
        }
        return fills;
    }

    private static void readMovements(Connection history, Holder holder, TreeMap<Integer, Day> days) throws SQLException {
        try (ResultSet movement = query(history, "SELECT date, amount FROM cash_movements WHERE account = " + holder.accountNumber)) {
            while (movement.next()) {
                days.computeIfAbsent(movement.getInt(1), date -> new Day()).moved += movement.getLong(2);
            }
        }
    }

    /** Each movement's cash is the cash before it and what it moved; a trade of both sides is one. */
    private static void compareCashAfter(Connection history, Holder holder) throws SQLException {
        long cash = 0;
        try (ResultSet row = query(history, "SELECT MAX(entry), SUM(CASE side WHEN 'BUY' THEN -quantity * price ELSE quantity * price END"
            + " - commission - tax), MIN(cash_after) FROM fills WHERE account = "
            + holder.accountNumber + " GROUP BY date, code, trade"
            + " UNION ALL SELECT entry, amount, cash_after FROM cash_movements WHERE account = " + holder.accountNumber
            + " ORDER BY 1")) {
            while (row.next()) {
                cash += row.getLong(2);
                // Costs come off side by side, so after a trade with itself an account has the less of the two.
                assertEquals(cash, row.getLong(3), "account " + holder.accountNumber + ", entry " + row.getLong(1) + ", seed " + SEED);
            }
        }
    }

    private void compareEvenings(Connection history, Holder holder, TreeMap<Integer, Day> days) throws SQLException {
        for (int i = 0; i < dates.size(); i++) {
            String where = "account " + holder.accountNumber + " on " + dates.get(i) + ", seed " + SEED;
            Evening evening = holder.evenings.get(i);
            int date = day(i);
            long moved = days.headMap(date, true).values().stream().mapToLong(day -> day.moved).sum();
            assertEquals(moved + netUpTo(days, i - SETTLED_AFTER), evening.settled, where);
            assertEquals(moved + netUpTo(days, i - 1), evening.nextDay, where);
            assertEquals(moved + netUpTo(days, i), evening.last, where);
            Day today = days.getOrDefault(date, new Day());
            Day before = i == 0 ? new Day() : days.getOrDefault(day(i - 1), new Day());
            assertEquals(List.of(today.bought, today.sold, before.bought, before.sold),
                List.of(evening.bought, evening.sold, evening.boughtBefore, evening.soldBefore), where);
            if (i > 0) {
                Map<String, Long> shares = new TreeMap<>(holder.evenings.get(i - 1).shares);
                today.shares.forEach((code, more) -> shares.merge(code, more, Long::sum));
                shares.values().removeIf(quantity -> quantity == 0);
                assertEquals(shares, evening.shares, where);
            }
        }
        compareHoldings(history, holder);
    }

    private int day(int index) {
        return (int) dates.get(index).toEpochDay();
    }

    private long netUpTo(TreeMap<Integer, Day> days, int index) {
        return index < 0 ? 0 : days.headMap(day(index), true).values().stream().mapToLong(day -> day.net).sum();
    }

    /** The holdings at the end of each date in SQL are those of the evening, with what they cost. */
    private void compareHoldings(Connection history, Holder holder) throws SQLException {
        try (ResultSet row = query(history, "SELECT code, date, quantity, purchase_amount FROM holdings WHERE account = "
            + holder.accountNumber)) {
            while (row.next()) {
                int index = dates.indexOf(LocalDate.ofEpochDay(row.getInt(2)));
                if (index >= 0) {
                    Evening evening = holder.evenings.get(index);
                    String where = "account " + holder.accountNumber + " on " + dates.get(index) + ", seed " + SEED;
                    assertEquals(row.getLong(3), evening.shares.getOrDefault(row.getString(1), 0L), where);
                    assertEquals(row.getLong(4), evening.purchases.getOrDefault(row.getString(1), 0L), where);
                }
            }
        }
    }

    /** What clients bought of each other, they sold: nobody else trades here. */
    private static void compareSides(Connection history) throws SQLException {
        try (ResultSet sums = query(history, "SELECT date, SUM(CASE side WHEN 'BUY' THEN quantity * price ELSE -quantity * price END),"
            + " SUM(CASE side WHEN 'BUY' THEN quantity ELSE -quantity END) FROM fills GROUP BY date, code")) {
            while (sums.next()) {
                assertEquals(List.of(0L, 0L), List.of(sums.getLong(2), sums.getLong(3)), "on day " + sums.getInt(1) + ", seed " + SEED);
            }
        }
    }

    private static ResultSet query(Connection history, String sql) throws SQLException {
        var statement = history.createStatement();
        statement.closeOnCompletion();
        return statement.executeQuery(sql);
    }
}
