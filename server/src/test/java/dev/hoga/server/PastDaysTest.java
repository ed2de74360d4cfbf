package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a day's lists show in the evening, they show on any later day, whatever was killed in between. Over a real process. */
final class PastDaysTest {
    private static final String CODE = "005930";
    private static final long SEED = 7;
    private static final int ORDERS_A_DAY = 40;
    private static final int DAYS = 5;
    private static final List<String> OPEN_ONLY_IN_THE_EVENING = List.of("rmn_qty");

    private final Random random = new Random(SEED);
    private ServerProcess server;
    private KisClient kis;

    @Test
    void showsThePastAsItWasInTheEvening() throws IOException {
        try (var running = ServerProcess.start("--limits", "off", "--token-interval", "off")) {
            server = running;
            ControlClient control = server.control();
            assertEquals(200, control.post("/instruments", Map.of("code", CODE, "basePrice", 70_000, "effective", "now")).status());
            kis = KisClient.ofAccount(server.wire(), control.post("/accounts", Map.of("name", "alice", "cash", Map.of("KRW", 100_000_000),
                "holdings", List.of(Map.of("code", CODE, "quantity", 1_000, "averagePrice", 60_000)))).json());
            assertEquals(200, kis.login().status());
            var evenings = new LinkedHashMap<LocalDate, List<Map<String, Object>>>();
            var totals = new LinkedHashMap<LocalDate, Map<?, ?>>();
            LocalDate date = TradingDays.next(server, TradingDays.current(server));
            for (int day = 0; day < DAYS; day++) {
                trade();
                TradingDays.goTo(server, date + "T20:30:00+09:00");
                evenings.put(date, all(date, date, "00"));
                totals.put(date, (Map<?, ?>) page(date, date, "00", "").json().get("output2"));
                assertEquals(ORDERS_A_DAY, evenings.get(date).stream().filter(row -> row.get("orgn_odno").equals("")).count());
                killSometimes();
                date = TradingDays.next(server, date);
                killSometimes();
            }
            for (LocalDate past : evenings.keySet()) {
                assertEquals(closed(evenings.get(past)), all(past, past, "00"), "seed " + SEED);
                assertEquals(totals.get(past), page(past, past, "00", "").json().get("output2"), "seed " + SEED);
            }
            var oldestFirst = new ArrayList<Map<String, Object>>();
            evenings.values().forEach(rows -> oldestFirst.addAll(closed(rows).reversed()));
            trade();
            oldestFirst.addAll(all(date, date, "01"));
            LocalDate first = evenings.keySet().iterator().next();
            assertTrue(oldestFirst.size() > 200, "more than two pages");
            assertEquals(oldestFirst, all(first, date, "01"), "seed " + SEED);
            assertEquals(oldestFirst.reversed(), all(first, date, "00"), "seed " + SEED);
        }
    }

    private void killSometimes() throws IOException {
        if (random.nextBoolean()) {
            server.kill();
            server.restart();
            kis = kis.on(server.wire());
        }
    }

    /** Orders near the price, some of which meet a counterparty, some of which are cancelled. */
    private void trade() throws IOException {
        for (int i = 0; i < ORDERS_A_DAY; i++) {
            int price = 69_500 + 100 * random.nextInt(10);
            int qty = 1 + random.nextInt(9);
            boolean buys = random.nextBoolean();
            WireAnswer placed = buys ? kis.buy(CODE, qty, price) : kis.sell(CODE, qty, price);
            assertEquals("0", placed.field("rt_cd"), placed::text);
            if (random.nextInt(3) == 0) {
                assertEquals(200, server.control().post("/orders", Map.of("code", CODE, "side", buys ? "SELL" : "BUY", "price", price,
                    "quantity", 1 + random.nextInt(9))).status());
            } else if (random.nextInt(4) == 0) {
                kis.cancel((String) ((Map<?, ?>) placed.json().get("output")).get("ODNO"));
            }
        }
    }

    private static List<Map<String, Object>> closed(List<Map<String, Object>> rows) {
        return rows.stream().map(row -> {
            Map<String, Object> copy = new LinkedHashMap<>(row);
            OPEN_ONLY_IN_THE_EVENING.forEach(field -> copy.put(field, "0"));
            return copy;
        }).toList();
    }

    /** All rows of a range of dates. @param order 00 newest first, 01 oldest first */
    private List<Map<String, Object>> all(LocalDate from, LocalDate to, String order) throws IOException {
        var rows = new ArrayList<Map<String, Object>>();
        String key = "";
        do {
            WireAnswer page = page(from, to, order, key);
            rows.addAll(page.rows("output1"));
            key = page.field("ctx_area_nk100").strip();
        } while (!key.isEmpty());
        return rows;
    }

    private WireAnswer page(LocalDate from, LocalDate to, String order, String key) throws IOException {
        WireAnswer answer = kis.orders(text(from), text(to), order, key);
        assertEquals("0", answer.field("rt_cd"), answer::text);
        return answer;
    }

    private static String text(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }
}
