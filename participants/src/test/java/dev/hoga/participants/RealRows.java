package dev.hoga.participants;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hoga.core.DailyRow;
import dev.hoga.core.Market;
import dev.hoga.core.TickTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real days of the exchange, where the shared folder with them is there (system property {@code hoga.shared}, else
 * {@code ../shared} beside the project). They are not part of the project.
 */
final class RealRows {
    private RealRows() {
    }

    /** The rows of a file that can be, in its order. */
    static List<BoundMarket.Row> read(String file) {
        Path data = Stream.of(System.getProperty("hoga.shared", ""), "../../shared", "../shared")
            .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, "data", file))
            .filter(Files::exists).findFirst().orElse(null);
        if (data == null) {
            System.out.println("SKIPPED: ../shared/data/" + file + " is not here, so no real day was lived");
        }
        assumeTrue(data != null, file + " is not here");
        try {
            List<String> lines = Files.readAllLines(data);
            var rows = new ArrayList<BoundMarket.Row>();
            int refused = 0;
            for (String line : lines.subList(1, lines.size())) {
                BoundMarket.Row row = row(line.split(",", -1));
                if (row.day().fault(TickTable.STOCK, 1) == DailyRow.Fault.NONE) {
                    rows.add(row);
                } else {
                    refused++;
                }
            }
            System.out.println(file + ": " + rows.size() + " rows can be, " + refused + " can't");
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BoundMarket.Row row(String[] cells) {
        long closeWon = Long.parseLong(cells[7]);
        long baseWon = closeWon - (cells[10].isEmpty() ? 0 : Long.parseLong(cells[10]));
        long volume = Long.parseLong(cells[8]);
        var day = new DailyRow(BoundMarket.day(cells[0]), baseWon, Long.parseLong(cells[4]), Long.parseLong(cells[5]),
            Long.parseLong(cells[6]), volume == 0 ? 0 : closeWon, volume);
        return new BoundMarket.Row(cells[1], cells[3].startsWith("KOSDAQ") ? Market.KOSDAQ : Market.KOSPI, Long.parseLong(cells[13]), day);
    }
}
