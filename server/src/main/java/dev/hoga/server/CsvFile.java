package dev.hoga.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A comma-separated file in UTF-8, with or without a byte order mark: the first line names the columns, a cell may stand in double
 * quotes, which are doubled inside. No cell spans lines.
 */
final class CsvFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A line below the first. */
    record Row(CsvFile table, FileLine at, List<String> cells) {

        /** The cell of a column, which must have one. */
        String get(String column) {
            if (!table.columns.contains(column.toLowerCase(Locale.ROOT))) {
                throw new FileLine(at.file(), 1).wrong("there is no column '" + column + "'");
            }
            return find(column).orElseThrow(() -> at.wrong(column + " is empty"));
        }

        /** The cell of a column; empty where the file has none or the cell is blank. */
        Optional<String> find(String column) {
            int index = table.columns.indexOf(column.toLowerCase(Locale.ROOT));
            return index < 0 ? Optional.empty() : Optional.of(cells.get(index).strip()).filter(cell -> !cell.isEmpty());
        }
    }

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    /** @throws StartFailure where a line has other cells than the first, with the line */
    CsvFile(Path file, List<byte[]> lines) {
        columns = columns(lines);
        for (int i = 1; i < lines.size(); i++) {
            var at = new FileLine(file, i + 1);
            String line = new String(lines.get(i), StandardCharsets.UTF_8);
            if (line.isBlank()) {
                continue;
            }
            List<String> cells = split(line);
            if (cells.size() != columns.size()) {
                throw at.wrong("there are " + cells.size() + " cells where the first line names " + columns.size() + " columns");
            }
            rows.add(new Row(this, at, cells));
        }
    }

    /** The columns that a first line names, in small letters. */
    static List<String> columns(List<byte[]> lines) {
        String first = lines.isEmpty() ? "" : new String(lines.getFirst(), StandardCharsets.UTF_8);
        first = first.startsWith(BYTE_ORDER_MARK) ? first.substring(1) : first;
        return split(first).stream().map(column -> column.strip().toLowerCase(Locale.ROOT)).toList();
    }

    List<Row> rows() {
        return rows;
    }

    private static List<String> split(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
