package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ticks and price limits against real days of the exchange, where the shared folder with them is there (system property
 * {@code hoga.shared}, else {@code ../shared} beside the project). The rows are not part of the project.
 */
class RealMarketDaysTest {
    /** Between 2,110 and 2,115 on a tick of 5: a trade at the midpoint, the one close of the day that is off the grid. */
    private static final String LAST_TRADE_AT_THE_MIDPOINT = "455310 closed off the grid at 2112";
    /** Its limits are 15 %. */
    private static final String SMALL_COMPANIES_BOARD = "KONEX";

    private record Row(String date, String code, String market, long high, long low, long close, long change, long volume) {
        static Row of(String line) {
            String[] cells = line.split(",", -1);
            return new Row(cells[0], cells[1], cells[3], whole(cells[5]), whole(cells[6]), whole(cells[7]), whole(cells[10]),
                whole(cells[8]));
        }

        private static long whole(String cell) {
            return cell.isEmpty() ? 0 : Long.parseLong(cell);
        }

        boolean traded() {
            return volume > 0 && high > 0;
        }
    }

    private static List<Row> rows(String file) throws IOException {
        Path data = Stream.of(System.getProperty("hoga.shared", ""), "../../shared", "../shared")
            .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, "data", file))
            .filter(Files::exists).findFirst().orElse(null);
        if (data == null) {
            System.out.println("SKIPPED: " + file + " is not here, so no real market day was checked");
        }
        assumeTrue(data != null, file + " is not here");
        List<String> lines = Files.readAllLines(data);
        return lines.subList(1, lines.size()).stream().map(Row::of).toList();
    }

    private static List<String> breaches(Row row, long baseWon) {
        PriceLimits limits = PriceLimits.of(baseWon, 1, TickTable.STOCK);
        var found = new ArrayList<String>();
        if (row.high > limits.upperWon() || row.low < limits.lowerWon()) {
            found.add(row.date + " " + row.code + " base " + baseWon + " traded " + row.low + " to " + row.high + " " + limits);
        }
        if (!TickTable.STOCK.onGrid(row.close)) {
            found.add(row.code + " closed off the grid at " + row.close);
        }
        return found;
    }

    @Test
    void holdsTwentySymbolsForTwoMonths() throws IOException {
        Map<String, Long> previousClose = new HashMap<>();
        var breaches = new ArrayList<String>();
        int checked = 0;
        int atUpper = 0;
        for (Row row : rows("marcap_2026_20symbols.csv")) {
            Long base = previousClose.put(row.code, row.close);
            if (base != null && row.traded()) {
                checked++;
                breaches.addAll(breaches(row, base));
                atUpper += row.high == PriceLimits.of(base, 1, TickTable.STOCK).upperWon() ? 1 : 0;
            }
        }
        System.out.println("checked " + checked + " stock-days against the day before; " + atUpper + " touched the upper limit");
        assertTrue(checked > 500, "only " + checked);
        assertEquals(List.of(), breaches);
    }

    @Test
    void holdsEveryShareOfOneDay() throws IOException {
        var breaches = new ArrayList<String>();
        int checked = 0;
        int atUpper = 0;
        for (Row row : rows("marcap_20260220_all.csv")) {
            if (row.traded() && !row.market.equals(SMALL_COMPANIES_BOARD)) {
                checked++;
                long base = row.close - row.change;
                breaches.addAll(breaches(row, base));
                atUpper += row.high == PriceLimits.of(base, 1, TickTable.STOCK).upperWon() ? 1 : 0;
            }
        }
        System.out.println("checked " + checked + " shares of one day; " + atUpper + " touched the upper limit");
        assertTrue(checked > 2_000, "only " + checked);
        assertTrue(atUpper > 10, "the upper limit was touched " + atUpper + " times, so it is hardly the limit");
        assertEquals(List.of(LAST_TRADE_AT_THE_MIDPOINT), breaches);
    }
}
