package dev.hoga.server;

import dev.hoga.core.Code;
import dev.hoga.core.CoreCommands;
import dev.hoga.core.DailyRow;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.TickTable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A table of daily rows of instruments: columns Date, Code, Open, High, Low, Close, Volume; where they are there also Name, Market,
 * Kind, Leverage, Changes (the close less the base price) and Stocks (listed shares); any others are passed over. The rows of an
 * instrument stand in order of their dates.
 */
final class DailyRowsFile {
    private static final long MOST_LISTED_SHARES = 1_000_000_000_000L;

    /** The days of an instrument, and what the rows say of it. */
    static final class Days {
        final long code;
        private CsvFile.Row first;
        private final Optional<Universe.Listing> known;
        private final List<Day> days = new ArrayList<>();
        private long lastCloseWon;
        private int lastDate = Integer.MIN_VALUE;

        private Days(long code, Universe.Listing known) {
            this.code = code;
            this.known = Optional.ofNullable(known);
        }

        private InstrumentKind kind(CsvFile.Row row) {
            return known.map(Universe.Listing::kind).orElseGet(() -> DailyRowsFile.kind(row));
        }

        private int leverage(CsvFile.Row row) {
            return known.map(Universe.Listing::leverage).orElseGet(() -> DailyRowsFile.leverage(row));
        }

        List<Day> days() {
            return days;
        }

        /** The instrument with a price it closed at: what was known of it before, else as the first row describes it. */
        Universe.Listing listing(long wasWon) {
            long basePriceWon = TickTable.of(kind(first)).ceil(wasWon);
            if (known.isPresent()) {
                Universe.Listing it = known.get();
                return new Universe.Listing(code, it.name(), it.market(), it.kind(), it.sector(), it.listedShares(), it.parValueWon(),
                    it.leverage(), basePriceWon, it.nxt());
            }
            long listed = first.find("Stocks").map(cell -> first.at().whole("Stocks", cell, 0, MOST_LISTED_SHARES)).orElse(0L);
            return new Universe.Listing(code, first.find("Name").orElse(Code.text(code)), market(first),
                kind(first), "-", listed, 0, leverage(first), basePriceWon, false);
        }
    }

    /** A row that can be. @param closeWon the last price, also where nothing traded */
    record Day(DailyRow row, long closeWon) {
    }

    private final Map<Long, MasterFile.Listed> known;
    private final Map<Long, Days> byCode = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();
    private int leftOut;

    /**
     * @param known instruments that another file describes
     * @throws StartFailure where a row is not readable, with its line
     */
    DailyRowsFile(CsvFile table, KrxCalendar calendar, Map<Long, MasterFile.Listed> known) {
        this.known = known;
        for (CsvFile.Row row : table.rows()) {
            if (row.find("Market").orElse("").equals("KONEX")) {
                leftOut++;
            } else {
                add(row, calendar);
            }
        }
    }

    static boolean isOne(List<String> columns) {
        return columns.contains("date") && columns.contains("code");
    }

    private void add(CsvFile.Row row, KrxCalendar calendar) {
        FileLine at = row.at();
        Days of = byCode.computeIfAbsent(at.code(row.get("Code")),
            code -> new Days(code, known.containsKey(code) ? known.get(code).listing() : null));
        of.first = of.first == null ? row : of.first;
        LocalDate date = date(row);
        int epochDay = (int) date.toEpochDay();
        if (epochDay <= of.lastDate) {
            throw at.wrong("the dates of " + row.get("Code") + " do not ascend");
        }
        of.lastDate = epochDay;
        long closeWon = won(row, "Close");
        long beforeWon = of.lastCloseWon;
        of.lastCloseWon = closeWon;
        TickTable ticks = TickTable.of(of.kind(row));
        long baseWon = row.find("Changes").map(cell -> closeWon - at.whole("Changes", cell, -CoreCommands.MAX_PRICE_WON,
            CoreCommands.MAX_PRICE_WON)).orElse(beforeWon);
        if (baseWon <= 0) {
            refuse(row, "it has no base price: no Changes, and no row before it");
            return;
        }
        long volume = at.whole("Volume", row.get("Volume"), 0, Long.MAX_VALUE);
        var day = new DailyRow(epochDay, ticks.ceil(baseWon), won(row, "Open"), won(row, "High"), won(row, "Low"),
            volume == 0 ? 0 : closeWon, volume);
        DailyRow.Fault fault = day.fault(ticks, of.leverage(row));
        if (!calendar.isTradingDay(date)) {
            refuse(row, "it is no trading day");
        } else if (fault != DailyRow.Fault.NONE) {
            refuse(row, text(fault));
        } else {
            of.days.add(new Day(day, closeWon));
        }
    }

    private void refuse(CsvFile.Row row, String why) {
        refused.add(row.at() + ": " + row.get("Date") + " " + row.get("Code") + ": " + why);
    }

    private static String text(DailyRow.Fault fault) {
        return switch (fault) {
            case NONE -> throw new IllegalArgumentException("nothing is wrong");
            case BASE -> "its base price is none that can be";
            case HALF_TRADED -> "it has prices without volume, or volume without prices";
            case ORDER -> "its highest price is not the highest, or its lowest not the lowest";
            case OFF_GRID -> "a price is off the tick: a trade of a midpoint order";
            case BEYOND_LIMITS -> "a price is beyond the limits that follow from its base price";
            case TOO_FEW_SHARES -> "there are fewer shares than different prices";
            case TOO_MANY_SHARES -> "its volume is more than " + DailyRow.MAX_VOLUME_SHARES;
        };
    }

    private static LocalDate date(CsvFile.Row row) {
        try {
            return LocalDate.parse(row.get("Date"));
        } catch (DateTimeParseException e) {
            throw row.at().wrong("Date is written like 2026-01-02, not '" + row.get("Date") + "'");
        }
    }

    private static long won(CsvFile.Row row, String column) {
        return row.at().whole(column, row.get(column), 0, CoreCommands.MAX_PRICE_WON);
    }

    private static Market market(CsvFile.Row row) {
        String text = row.find("Market").orElse("KOSPI");
        return switch (text) {
            case "KOSPI" -> Market.KOSPI;
            case "KOSDAQ", "KOSDAQ GLOBAL" -> Market.KOSDAQ;
            default -> throw row.at().wrong("Market is KOSPI, KOSDAQ, KOSDAQ GLOBAL or KONEX, not '" + text + "'");
        };
    }

    private static InstrumentKind kind(CsvFile.Row row) {
        String text = row.find("Kind").orElse("STOCK").toUpperCase(Locale.ROOT);
        return switch (text) {
            case "STOCK" -> InstrumentKind.STOCK;
            case "ETF" -> InstrumentKind.ETF;
            default -> throw row.at().wrong("Kind is STOCK or ETF, not '" + text + "'");
        };
    }

    private static int leverage(CsvFile.Row row) {
        int leverage = row.find("Leverage").map(cell -> (int) row.at().whole("Leverage", cell, -2, 2)).orElse(1);
        if (leverage == 0) {
            throw row.at().wrong("Leverage is -2, -1, 1 or 2");
        }
        return leverage;
    }

    Iterable<Days> instruments() {
        return byCode.values();
    }

    /** Rows that no day of this exchange can come to, each with its line and the reason. */
    List<String> refused() {
        return refused;
    }

    /** Rows of KONEX, which has other limits. */
    int leftOut() {
        return leftOut;
    }
}
