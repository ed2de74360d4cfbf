package dev.hoga.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CoverageTableTest {

    private final Catalogue catalogue = Samples.CATALOGUE;
    private final TrSpec buy = catalogue.kiwoom().require("kt10000");
    private final TrSpec kisOrder = catalogue.kis().require("domestic-stock/trading/order-cash");

    @Test
    void shipsLevelsThatNameKnownTrs() {
        assertEquals(Levels.load(), Levels.load().checkedAgainst(catalogue));
        assertEquals(Levels.load(), Levels.parse(Levels.load().text()));
    }

    @Test
    void writesAndReadsLevels() {
        final Levels levels = Levels.NONE.with(kisOrder, 1).with(buy, 2);
        assertEquals(2, levels.of(buy));
        assertEquals(0, levels.of(catalogue.kiwoom().require("kt10001")));
        assertTrue(levels.text().endsWith("kiwoom kt10000 2\nkis domestic-stock/trading/order-cash 1\n"), levels.text());
        assertEquals(levels, Levels.parse(levels.text()));
        assertEquals(Levels.NONE, levels.with(buy, 0).with(kisOrder, 0));
        assertThrows(IllegalArgumentException.class, () -> levels.with(buy, 4));
        assertThrows(IllegalArgumentException.class, () -> Levels.parse("kiwoom kt10000"));
        assertThrows(IllegalArgumentException.class, () -> Levels.parse("nobody kt10000 1"));
        assertThrows(IllegalArgumentException.class, () -> Levels.parse("kiwoom kt99999 1").checkedAgainst(catalogue));
    }

    @Test
    void countsEveryOperationOnce() {
        final String table = CoverageTable.render(catalogue, Levels.NONE.with(buy, 2));
        assertTrue(table.contains("| **all** | 338 | 337 | 0 | 1 | 0 |"), table);
        assertTrue(table.contains("| **all** | 342 | 342 | 0 | 0 | 0 |"), table);
        assertTrue(table.contains("| domestic/order | 8 | 7 | 0 | 1 | 0 |") || table.contains("| domestic/order |"), table);
        assertTrue(table.contains("Level 2: `kt10000` Buy stock."), table);
    }

    @Test
    void checksAndMendsAReadme() {
        final String readme = "# Hoga\n\n<!-- coverage:begin -->\nold\n<!-- coverage:end -->\n\nmore\n";
        assertFalse(CoverageTable.current(readme, catalogue, Levels.NONE));
        final String mended = CoverageTable.update(readme, catalogue, Levels.NONE);
        assertTrue(CoverageTable.current(mended, catalogue, Levels.NONE));
        assertFalse(CoverageTable.current(mended, catalogue, Levels.NONE.with(buy, 1)));
        assertTrue(mended.startsWith("# Hoga\n\n<!-- coverage:begin -->\n") && mended.endsWith("<!-- coverage:end -->\n\nmore\n"));
        assertEquals(mended, CoverageTable.update(mended, catalogue, Levels.NONE));
        assertThrows(IllegalArgumentException.class, () -> CoverageTable.sectionOf("# no markers"));
    }
}
