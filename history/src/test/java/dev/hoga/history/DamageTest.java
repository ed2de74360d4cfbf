package dev.hoga.history;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history file that is not what was written to it is not told from. */
class DamageTest {
    private static final long ALICE = 5_000_000_101L;
    private static final int MONDAY = 20_780;
    private static final int FILLS = 500;
    private static final int FLIPS = 400;
    private static final long SEED = 1;

    @TempDir
    Path folder;
    private HistoryDatabase database;

    private static HistoryEntry fill(long entry) {
        return new HistoryEntry.Fill(entry, MONDAY, ALICE, (int) entry + 1, "005930", Side.BUY, 1, 70_000, 10, 1, entry, 1_000_000 - entry,
            2_000L * entry);
    }

    private static HistoryEntry holding(long entry) {
        return new HistoryEntry.Holding(entry, MONDAY, ALICE, "005930", entry, entry * 70_000);
    }

    @BeforeEach
    void write() throws SQLException {
        database = HistoryDatabase.inFolder(folder);
        database.migrate();
        var entries = new ArrayList<HistoryEntry>();
        for (long entry = 0; entry < FILLS; entry++) {
            entries.add(entry % 2 == 0 ? fill(entry) : holding(entry));
        }
        try (var writer = new EntryWriter(database)) {
            writer.write(entries.subList(0, FILLS / 2));
            writer.write(entries.subList(FILLS / 2, FILLS));
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    private void check() throws SQLException, HistoryDamaged {
        try (var connection = database.connect()) {
            HistoryCheck.check(connection);
        }
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertDoesNotThrow(this::check);
    }

    @Test
    void namesARowThatHasChanged() throws SQLException {
        change("UPDATE fills SET cash_after = cash_after + 1 WHERE entry = 42");
        assertEquals("the row of fills with entry 42 is not what was written", assertThrows(HistoryDamaged.class, this::check).getMessage());
    }

    @Test
    void namesATableThatLacksARow() throws SQLException {
        change("DELETE FROM fills WHERE entry = 42");
        assertEquals("the rows of fills are not those that were written", assertThrows(HistoryDamaged.class, this::check).getMessage());
    }

    @Test
    void tellsNothingOfADamagedFileAndSaysSo() throws SQLException {
        change("UPDATE holdings SET quantity = 7");
        try (var history = SqlHistory.start(database, new KeptEntries())) {
            CompletableFuture<List<PastFill>> asked = history.fills(ALICE, MONDAY, MONDAY, -1, 10, FILLS);
            var failure = assertThrows(CompletionException.class, () -> asked.orTimeout(30, TimeUnit.SECONDS).join());
            assertTrue(failure.getCause().getMessage().contains("the row of holdings with account 5000000101"), failure.toString());
        }
    }

    /** What is read by way of an index, and by key. */
    private String told() throws SQLException {
        var text = new StringBuilder();
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            for (String sql : List.of("SELECT entry, cash_after FROM fills WHERE account = " + ALICE + " ORDER BY date, entry",
                "SELECT date, quantity FROM holdings WHERE account = " + ALICE + " AND code = '005930'")) {
                try (var rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        text.append(rows.getLong(1)).append(' ').append(rows.getLong(2)).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    /** Whatever bit is flipped, either the file is found damaged or everything that was written can be read from it. */
    @Test
    void findsFlippedBits() throws IOException, SQLException {
        Path file = folder.resolve("history.sqlite");
        byte[] sound = Files.readAllBytes(file);
        String written = told();
        var random = new Random(SEED);
        int found = 0;
        for (int flip = 0; flip < FLIPS; flip++) {
            byte[] flipped = sound.clone();
            int bit = random.nextInt(sound.length * Byte.SIZE);
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, flipped);
            try {
                check();
                assertEquals(written, told(), "seed " + SEED + ", bit " + bit);
            } catch (HistoryDamaged e) {
                found++;
            } catch (SQLException e) {
                found += HistoryDatabase.isDamage(e) ? 1 : 0;
            }
        }
        System.out.println("of " + FLIPS + " flipped bits " + found + " were found in what was written, the others lay where nothing is kept");
        assertTrue(found > FLIPS / 20, "seed " + SEED + ": only " + found);
    }
}
