package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hoga.core.Code;
import dev.hoga.core.CreditGrade;
import dev.hoga.core.DailyRow;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files of instruments and daily rows say, and what is said of files that say it wrong. */
class UniverseFilesTest {
    private static final Charset CP949 = Charset.forName("MS949");
    private static final LocalDate START = LocalDate.parse("2026-02-02");
    private static final String COLUMNS = "Date,Code,Name,Market,Open,High,Low,Close,Volume,Amount,Changes,ChagesRatio,Marcap,Stocks\n";

    @TempDir
    Path folder;

    private UniverseFiles read(Path... files) {
        return UniverseFiles.read(List.of(files), KrxCalendar.bundled(), START);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String complaint(Path... files) {
        return assertThrows(StartFailure.class, () -> read(files)).getMessage();
    }

    /** A record of a master file: all fields blank but those given by where they begin. */
    static byte[] record(int length, String code, String name, Object... fields) {
        var record = new byte[length];
        Arrays.fill(record, (byte) ' ');
        put(record, 0, code);
        put(record, 9, "KR7" + code + "003");
        put(record, 21, name);
        for (int i = 0; i < fields.length; i += 2) {
            put(record, 61 + (int) fields[i], (String) fields[i + 1]);
        }
        return record;
    }

    private static void put(byte[] record, int at, String text) {
        byte[] bytes = text.getBytes(CP949);
        System.arraycopy(bytes, 0, record, at, bytes.length);
    }

    private Path records(String name, byte[]... records) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (byte[] record : records) {
            bytes.writeBytes(record);
            bytes.write('\n');
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    @Test
    void readsTheFixedWidthsOfBothMarkets() throws IOException {
        Path kospi = records("kospi_code.mst",
            record(288, "A00001", "한국가나다", 0, "ST", 41, "000259000", 60, "N", 61, "N", 74, "040", 77, "Y", 93, "000000000100", 113,
                "000000005846278"),
            record(288, "A00002", "가나다 인버스2X", 0, "EF", 41, "000002001", 60, "Y", 61, "N", 74, "100", 77, "N", 93, "000000000000", 113,
                "000000000010000"),
            record(288, "Q00003", "어떤 ETN", 0, "EN", 41, "000010000", 60, "N", 61, "N", 74, "100", 77, "N", 93, "0", 113, "1"));
        Path kosdaq = records("kosdaq_code.mst",
            record(282, "B00001", "코스닥사", 0, "ST", 36, "000105900", 55, "N", 56, "N", 69, "060", 72, "Y", 88, "000000000500", 108,
                "000000000097830"));
        UniverseFiles universe = read(kospi, kosdaq);
        assertEquals(List.of(
            new MasterFile.Listed(new Universe.Listing(Code.pack("A00001"), "한국가나다", Market.KOSPI, InstrumentKind.STOCK, "-",
                5_846_278_000L, 100, 1, 259_000, false), new HouseTerms(40, CreditGrade.A), false),
            new MasterFile.Listed(new Universe.Listing(Code.pack("A00002"), "가나다 인버스2X", Market.KOSPI, InstrumentKind.ETF, "-",
                10_000_000, 0, -2, 2_005, false), new HouseTerms(100, CreditGrade.NONE), true),
            new MasterFile.Listed(new Universe.Listing(Code.pack("B00001"), "코스닥사", Market.KOSDAQ, InstrumentKind.STOCK, "-",
                97_830_000, 500, 1, 105_900, false), new HouseTerms(60, CreditGrade.C), false)), universe.listed());
        assertTrue(universe.notices().getFirst().contains("2 instruments of") && universe.notices().getFirst().contains("1 left out"));
    }

    @Test
    void namesTheLineOfARecordThatIsWrong() throws IOException {
        byte[] good = record(288, "A00001", "한국", 0, "ST", 41, "000010000", 60, "N", 61, "N", 74, "040", 77, "Y", 93, "5000", 113, "1");
        byte[] bad = record(288, "A00002", "한국", 0, "ST", 41, "0000X0000", 60, "N", 61, "N", 74, "040", 77, "Y", 93, "5000", 113, "1");
        assertTrue(complaint(records("a.mst", good, bad)).endsWith("a.mst:2: the base price is a whole number, not '0000X0000'"));
        assertTrue(complaint(records("b.mst", good, Arrays.copyOf(good, 282))).endsWith("b.mst:2: a record of KOSPI has 288 bytes, not 282"));
        assertTrue(complaint(file("c.txt", "hello\n")).contains("c.txt:1: this is neither"));
        assertTrue(complaint(folder.resolve("none.csv")).contains("cannot read"));
    }

    @Test
    void bindsRowsFromTheFirstDateOnAndTakesTheBasePriceFromTheChange() throws IOException {
        Path rows = file("rows.csv", COLUMNS
            + "2026-01-30,A00001,\"가, 나\",KOSDAQ GLOBAL,9900,10000,9800,10000,1000,,100,,,5000000\n"
            + "2026-02-02,A00001,\"가, 나\",KOSDAQ GLOBAL,10100,10300,10000,10200,1234,,300,,,5000000\n"
            + "2026-02-03,A00001,\"가, 나\",KOSDAQ GLOBAL,0,0,0,10200,0,,0,,,5000000\n"
            + "2026-02-02,A00002,다,KONEX,1,1,1,1,1,,0,,,1\n"
            + "2026-01-30,A00003,라,KOSPI,501,505,500,504,77,,4,,,1000\n");
        UniverseFiles universe = read(rows);
        int monday = (int) START.toEpochDay();
        assertEquals(List.of(new DailyRow(monday, 9_900, 10_100, 10_300, 10_000, 10_200, 1_234), new DailyRow(monday + 1, 10_200, 0, 0, 0, 0, 0)),
            universe.days().stream().map(UniverseFiles.BoundDay::row).toList());
        assertEquals(List.of("가, 나 KOSDAQ 9900 5000000", "라 KOSPI 504 1000"), universe.listed().stream().map(MasterFile.Listed::listing)
            .map(it -> it.name() + " " + it.market() + " " + it.basePriceWon() + " " + it.listedShares()).toList());
        assertTrue(universe.notices().toString().contains("1 rows of KONEX"), universe.notices().toString());
        assertTrue(universe.notices().toString().contains("2 days are bound"), universe.notices().toString());
    }

    @Test
    void tellsOfDaysThatCannotBeWithTheirLines() throws IOException {
        Path rows = file("rows.csv", """
            date,code,open,high,low,close,volume
            2026-01-30,A00001,10000,10000,10000,10000,10
            2026-02-02,A00001,10000,13010,10000,10000,10
            2026-02-03,A00001,10000,10100,10005,10100,10
            2026-02-04,A00001,10000,10100,10200,10100,10
            2026-02-05,A00001,10000,11000,9000,10100,3
            2026-02-06,A00001,10100,10200,10000,10000,10
            2026-02-07,A00001,10000,10200,10000,10000,10
            2026-02-16,A00001,10000,10200,10000,10000,10
            """);
        UniverseFiles universe = read(rows);
        assertEquals(List.of(":2: 2026-01-30 A00001: it has no base price: no Changes, and no row before it",
            ":3: 2026-02-02 A00001: a price is beyond the limits that follow from its base price",
            ":4: 2026-02-03 A00001: a price is off the tick: a trade of a midpoint order",
            ":5: 2026-02-04 A00001: its highest price is not the highest, or its lowest not the lowest",
            ":6: 2026-02-05 A00001: there are fewer shares than different prices",
            ":8: 2026-02-07 A00001: it is no trading day", ":9: 2026-02-16 A00001: it is no trading day"),
            universe.notices().stream().filter(line -> line.startsWith("  ")).map(line -> line.substring(line.indexOf(".csv") + 4)).toList());
        assertEquals(1, universe.days().size());
        assertEquals(10_100, universe.days().getFirst().row().baseWon(), "the close of the row before");
    }

    @Test
    void namesTheLineOfARowThatIsWrong() throws IOException {
        String columns = "Date,Code,Open,High,Low,Close,Volume\n";
        assertTrue(complaint(file("a.csv", columns + "2026-02-02,A00001,1,1,1,1\n")).endsWith(
            "a.csv:2: there are 6 cells where the first line names 7 columns"));
        assertTrue(complaint(file("b.csv", columns + "2026-02-02,A00001,1,1,1,x,1\n")).endsWith("b.csv:2: Close is a whole number, not 'x'"));
        assertTrue(complaint(file("c.csv", columns + "20260202,A00001,1,1,1,1,1\n")).contains("c.csv:2: Date is written like 2026-01-02"));
        assertTrue(complaint(file("d.csv", columns + "2026-02-03,A00001,1,1,1,1,1\n2026-02-02,A00001,1,1,1,1,1\n")).endsWith(
            "d.csv:3: the dates of A00001 do not ascend"));
        assertTrue(complaint(file("e.csv", columns + "2026-02-02,삼성,1,1,1,1,1\n")).contains("e.csv:2: '삼성' is no code"));
        assertTrue(complaint(file("f.csv", "Date,Code,Open,High,Low,Volume\n2026-02-02,A00001,1,1,1,1\n")).contains(
            "f.csv:1: there is no column 'Close'"));
        assertTrue(complaint(file("g.csv", columns + "2026-02-02,A00001,1,1,1,,1\n")).endsWith("g.csv:2: Close is empty"));
        Path one = file("h.csv", columns + "2026-01-02,A00001,1,1,1,1,1\n2026-01-05,A00001,1,1,1,1,1\n");
        Path two = file("i.csv", columns + "2026-01-02,A00001,1,1,1,1,1\n2026-01-05,A00001,1,1,1,1,1\n");
        assertTrue(complaint(one, two).contains("another file has rows of A00001 already"));
        assertTrue(complaint(file("j.csv", columns)).contains("list 0 instruments"));
    }

    @Test
    void knowsFundsOfTheMasterFileByTheirTicksInRows() throws IOException {
        Path master = records("kospi_code.mst", record(288, "A00001", "가나다 레버리지", 0, "EF", 41, "000010000", 60, "Y", 61, "N", 74, "100",
            77, "N", 93, "0", 113, "1000"));
        Path rows = file("rows.csv", COLUMNS + "2026-02-02,A00001,다른 이름,KOSPI,10005,15000,10005,15000,900,,5000,,,7\n");
        UniverseFiles universe = read(rows, master);
        assertEquals(1, universe.days().size(), universe.notices().toString());
        Universe.Listing listing = universe.listed().getFirst().listing();
        assertEquals("가나다 레버리지 2 10000", listing.name() + " " + listing.leverage() + " " + listing.basePriceWon());
        assertEquals(false, universe.listed().getFirst().halted(), "the rows say that it trades");
    }

    @Test
    void readsTheRealFilesWhereTheyAre() throws IOException {
        Path data = Stream.of(System.getProperty("hoga.shared", ""), "../../shared", "../shared").filter(it -> !it.isEmpty())
            .map(it -> Path.of(it, "data")).filter(Files::exists).findFirst().orElse(null);
        if (data == null) {
            System.out.println("SKIPPED: ../shared/data is not here, so no real master file was read");
        }
        assumeTrue(data != null, "../shared/data is not here");
        var files = new ArrayList<>(List.of(data.resolve("mst/kospi_code_decoded.csv"), data.resolve("mst/kosdaq_code_decoded.csv")));
        UniverseFiles masters = read(files.toArray(Path[]::new));
        System.out.println(masters.notices());
        assertTrue(masters.listed().size() > 3_500, "only " + masters.listed().size());
        files.add(data.resolve("marcap_20260220_all.csv"));
        UniverseFiles all = read(files.toArray(Path[]::new));
        System.out.println(String.join("\n", all.notices()));
        assertTrue(all.days().size() > 2_600, "only " + all.days().size());
    }
}
