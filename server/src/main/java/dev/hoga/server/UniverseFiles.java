package dev.hoga.server;

import dev.hoga.core.Code;
import dev.hoga.core.DailyRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the files of {@code --universe} list and bind: instruments of master files and of daily rows, the former's word first where
 * both have one, and from the first trading date on the rows. docs/universe.md describes the formats.
 */
final class UniverseFiles {
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_LINES = 1_000_000;
    private static final int MOST_INSTRUMENTS = 8_000;
    private static final int MOST_DAYS = 500_000;
    private static final int MOST_REFUSALS_TOLD = 20;

    /** A day of an instrument that is to be bound. */
    record BoundDay(long code, DailyRow row) {
    }

    private final KrxCalendar calendar;
    private final int firstDate;
    private final Map<Long, MasterFile.Listed> listed = new LinkedHashMap<>();
    private final Set<Long> withRows = new HashSet<>();
    private final List<BoundDay> days = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    private UniverseFiles(KrxCalendar calendar, LocalDate firstDate) {
        this.calendar = calendar;
        this.firstDate = (int) firstDate.toEpochDay();
    }

    /** What comes with this release. */
    static UniverseFiles bundled() {
        var universe = new UniverseFiles(KrxCalendar.bundled(), LocalDate.EPOCH);
        Universe.bundled().forEach(it -> universe.listed.put(it.code(), new MasterFile.Listed(it, HouseTerms.of(it), false)));
        return universe;
    }

    /**
     * Reads files.
     *
     * @param firstDate the trading date on which the clock begins: rows before it only say what the last price was
     * @throws StartFailure where a file is none of these, with its line
     */
    static UniverseFiles read(List<Path> files, KrxCalendar calendar, LocalDate firstDate) {
        var universe = new UniverseFiles(calendar, firstDate);
        var tables = new LinkedHashMap<Path, CsvFile>();
        for (Path file : files) {
            universe.read(file, tables);
        }
        tables.forEach(universe::addDays);
        if (universe.listed.isEmpty() || universe.listed.size() > MOST_INSTRUMENTS) {
            throw new StartFailure("--universe: the files list " + universe.listed.size() + " instruments; 1 to " + MOST_INSTRUMENTS
                + " are possible");
        }
        if (universe.days.size() > MOST_DAYS) {
            throw new StartFailure("--universe: the files have " + universe.days.size() + " rows to come; " + MOST_DAYS + " are possible");
        }
        return universe;
    }

    /** Reads a master file, or a table of daily rows for later: what it means depends on the master files. */
    private void read(Path file, Map<Path, CsvFile> tables) {
        List<byte[]> lines = lines(file);
        List<String> columns = CsvFile.columns(lines);
        if (MasterFile.isFixedWidth(lines)) {
            add(file, MasterFile.ofRecords(file, lines));
        } else if (MasterFile.isTable(columns)) {
            add(file, MasterFile.ofTable(new CsvFile(file, lines)));
        } else if (DailyRowsFile.isOne(columns)) {
            tables.put(file, new CsvFile(file, lines));
        } else {
            throw new FileLine(file, 1).wrong("this is neither a record of KIS's master files (288 or 282 bytes), nor their columns, "
                + "nor the columns of daily rows (Date, Code, Open, High, Low, Close, Volume)");
        }
    }

    private static List<byte[]> lines(Path file) {
        byte[] bytes;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new StartFailure("--universe: " + file + " has more than " + (MOST_BYTES >> 20) + " MB");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StartFailure("--universe: cannot read " + file + " (" + e.getMessage() + ")", e);
        }
        var lines = new ArrayList<byte[]>();
        for (int from = 0, at = 0; at <= bytes.length; at++) {
            if (at == bytes.length ? from < at : bytes[at] == '\n') {
                int to = at > from && bytes[at - 1] == '\r' ? at - 1 : at;
                lines.add(Arrays.copyOfRange(bytes, from, to));
                from = at + 1;
                if (lines.size() > MOST_LINES) {
                    throw new StartFailure("--universe: " + file + " has more than " + MOST_LINES + " lines");
                }
            }
        }
        return lines;
    }

    private void add(Path file, MasterFile master) {
        int before = listed.size();
        master.listed().forEach(it -> listed.putIfAbsent(it.listing().code(), it));
        notices.add("hoga: --universe: " + (listed.size() - before) + " instruments of " + file + "; " + master.leftOut()
            + " left out (no shares or funds, being delisted, or without a base price)");
    }

    private void tell(Path file, DailyRowsFile table) {
        int count = table.refused().size();
        if (count > 0) {
            notices.add("hoga: --universe: " + count + " rows of " + file + " are days that cannot be here, and are not bound:");
            table.refused().stream().limit(MOST_REFUSALS_TOLD).forEach(line -> notices.add("  " + line));
            if (count > MOST_REFUSALS_TOLD) {
                notices.add("  and " + (count - MOST_REFUSALS_TOLD) + " more");
            }
        }
        if (table.leftOut() > 0) {
            notices.add("hoga: --universe: " + table.leftOut() + " rows of KONEX in " + file + " are left out");
        }
    }

    private void addDays(Path file, CsvFile rows) {
        var table = new DailyRowsFile(rows, calendar, listed);
        tell(file, table);
        int before = days.size();
        int past = 0;
        for (DailyRowsFile.Days of : table.instruments()) {
            if (!withRows.add(of.code)) {
                throw new StartFailure("--universe: " + file + ": another file has rows of " + Code.text(of.code) + " already");
            }
            past += addDays(of);
        }
        notices.add("hoga: --universe: " + (days.size() - before) + " days are bound to rows of " + file + ", from "
            + LocalDate.ofEpochDay(firstDate) + " on; " + past + " rows are before that"
            + (days.size() == before ? ": begin earlier with --clock" : ""));
    }

    /** @return how many are past when the clock begins */
    private int addDays(DailyRowsFile.Days of) {
        long baseWon = 0;
        int past = 0;
        boolean coming = false;
        for (DailyRowsFile.Day day : of.days()) {
            if (day.row().epochDay() < firstDate) {
                baseWon = day.closeWon();
                past++;
            } else {
                baseWon = coming ? baseWon : day.row().baseWon();
                coming = true;
                days.add(new BoundDay(of.code, day.row()));
            }
        }
        if (baseWon > 0) {
            MasterFile.Listed known = listed.get(of.code);
            Universe.Listing listing = of.listing(baseWon);
            listed.put(of.code, known == null ? new MasterFile.Listed(listing, HouseTerms.of(listing), false)
                : new MasterFile.Listed(listing, known.terms(), known.halted() && !coming));
        }
        return past;
    }

    /** The instruments, in the order of the files. */
    List<MasterFile.Listed> listed() {
        return List.copyOf(listed.values());
    }

    /** The days to bind, an instrument's in order of their dates. */
    List<BoundDay> days() {
        return days;
    }

    /** What a person should be told. */
    List<String> notices() {
        return notices;
    }
}
