package dev.hoga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;

/**
 * Any number of instruments: the rows of the universe that the server comes with, then the same rows again under codes of their
 * own. Columns: code, name, market, kind, sector, listed shares, base price, par value, in the KOSPI 200, leverage.
 */
final class ListedRows {
    static final int CODE = 0;
    static final int NAME = 1;
    static final int MARKET = 2;
    static final int KIND = 3;
    static final int SECTOR = 4;
    static final int LISTED_SHARES = 5;
    static final int BASE_PRICE = 6;
    static final int PAR_VALUE = 7;
    static final int LEVERAGE = 9;

    private ListedRows() {
    }

    /** The rows of the default universe. */
    static List<String[]> universe() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
            ListedRows.class.getResourceAsStream("/dev/hoga/server/universe.csv"), UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).skip(1).map(line -> line.split(",")).toList();
        }
    }

    /** The row of one instrument of many. */
    static String[] row(List<String[]> universe, int number) {
        if (number < universe.size()) {
            return universe.get(number);
        }
        String[] row = universe.get(number % universe.size()).clone();
        row[CODE] = "X%05d".formatted(number);
        return row;
    }
}
