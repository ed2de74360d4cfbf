package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.DailyRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that are bound to real rows come to them, to the won and to the share. */
class BoundRealDaysTest {
    private static final long EARLY_MS = 8 * 60 * BoundMarket.MINUTE_MS;
    private static final String TWENTY = "marcap_2026_20symbols.csv";
    private static final String ALL = "marcap_20260220_all.csv";

    /** Lives the dates of rows, and compares every evening. */
    static void live(List<BoundMarket.Row> rows, long seed) {
        var heard = new BoundMarket.Strict();
        var market = new BoundMarket(heard, rows, seed, EARLY_MS);
        var wrong = new ArrayList<String>();
        long interruptions = 0;
        for (int date : rows.stream().mapToInt(row -> row.day().epochDay()).distinct().toArray()) {
            market.runToEvening(date);
            for (BoundMarket.Row row : rows) {
                if (row.day().epochDay() == date) {
                    DailyRow today = market.today(row);
                    interruptions += market.view.interruptionCount(market.id(row));
                    if (!today.equals(row.day())) {
                        wrong.add(row.code() + " was " + today + ", not " + row.day());
                    }
                }
            }
            market.checkConservation();
        }
        System.out.printf("seed %d: %d days of instruments, %d of them other than their rows, %d trades, %d interruptions%n", seed,
            rows.size(), wrong.size(), heard.trades, interruptions);
        assertEquals(List.of(), wrong, "seed " + seed);
        assertTrue(heard.trades > rows.size(), "only " + heard.trades + " trades");
    }

    private static List<BoundMarket.Row> between(String from, String to) {
        return RealRows.read(TWENTY).stream().filter(row -> row.day().epochDay() >= BoundMarket.day(from)
            && row.day().epochDay() <= BoundMarket.day(to)).toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-01-02, 2026-01-02", "2, 2026-01-05, 2026-01-05", "3, 2026-01-29, 2026-01-30"})
    void someDaysOfTwentyStocks(long seed, String from, String to) {
        live(between(from, to), seed);
    }

    @Test
    void everyFortiethStockOfADay() {
        List<BoundMarket.Row> rows = RealRows.read(ALL);
        var some = new ArrayList<BoundMarket.Row>();
        for (int i = 0; i < rows.size(); i += 40) {
            some.add(rows.get(i));
        }
        live(some, 4);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void allDaysOfTwentyStocks(long seed) {
        live(RealRows.read(TWENTY), seed);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {8, 9})
    void allStocksOfADay(long seed) {
        live(RealRows.read(ALL), seed);
    }
}
