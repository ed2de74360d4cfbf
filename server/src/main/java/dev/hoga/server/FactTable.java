package dev.hoga.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a table of facts beside this class: comma-separated, {@code #} for remarks, the first row names the columns. */
final class FactTable {

    private FactTable() {
    }

    /**
     * All rows.
     *
     * @param columns the columns, in order, as the table must name them
     * @throws IllegalStateException where the table is not what it should be, with the line
     */
    static List<List<String>> read(String name, String... columns) {
        var rows = new ArrayList<List<String>>();
        boolean named = false;
        try (InputStream in = FactTable.class.getResourceAsStream(name);
             var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> cells = List.of(line.split(",", -1));
                if (cells.size() != columns.length || !named && !cells.equals(List.of(columns))) {
                    throw new IllegalStateException(name + ": unexpected line: " + line);
                }
                if (named) {
                    rows.add(cells);
                }
                named = true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
