package dev.hoga.server;

import dev.hoga.core.CoreCommands;
import dev.hoga.core.CreditGrade;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.TickTable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The instruments of one of KIS's master files: {@code kospi_code.mst} and {@code kosdaq_code.mst} as they are downloaded, or as
 * a table with the broker's Korean names of the columns. A record is one line in CP949: short code (9 bytes), standard code (12),
 * name (40), then fields of fixed widths, 227 bytes for KOSPI and 221 for KOSDAQ. Source: structures and scripts that KIS
 * publishes beside its API.
 */
final class MasterFile {
    private static final Charset CP949 = Charset.forName("MS949");
    private static final int CODE_BYTES = 9;
    private static final int NAME_FROM = 21;
    private static final int FIELDS_FROM = 61;
    /** Shares, real estate trusts, foreign shares and receipts, infrastructure and investment companies. */
    private static final Set<String> SHARES = Set.of("ST", "RT", "FS", "DR", "IF", "MF");
    private static final String FUND = "EF";
    private static final long THOUSAND = 1_000;
    private static final long MOST_LISTED_THOUSANDS = 1_000_000_000L;

    /** Where the fields stand after the name, and how the table of the same market calls them. */
    private enum Layout {
        KOSPI(Market.KOSPI, 227, 41, "한글명", "그룹코드", "기준가", "거래정지", "정리매매", "증거금비율", "신용가능", "액면가", "상장주수"),
        KOSDAQ(Market.KOSDAQ, 221, 36, "한글명", "증권그룹구분코드", "주식 기준가", "거래정지 여부", "정리매매 여부", "증거금 비율",
            "신용주문 가능 여부", "주식 액면가", "상장 주수(천)");

        private final Market market;
        private final int fieldBytes;
        /** The base price; from here on both have the same fields. */
        private final int baseFrom;
        private final String[] columns;

        Layout(Market market, int fieldBytes, int baseFrom, String... columns) {
            this.market = market;
            this.fieldBytes = fieldBytes;
            this.baseFrom = baseFrom;
            this.columns = columns;
        }

        private String[] cut(String code, byte[] line) {
            return new String[] {code, text(line, NAME_FROM, FIELDS_FROM - NAME_FROM), text(line, FIELDS_FROM, 2), at(line, 0, 9),
                at(line, 19, 1), at(line, 20, 1), at(line, 33, 3), at(line, 36, 1), at(line, 52, 12), at(line, 72, 15)};
        }

        private String at(byte[] line, int fromBase, int bytes) {
            return text(line, FIELDS_FROM + baseFrom + fromBase, bytes);
        }
    }

    /** An instrument with what the file says of it beyond its listing. */
    record Listed(Universe.Listing listing, HouseTerms terms, boolean halted) {
    }

    private final List<Listed> listed = new ArrayList<>();
    private int leftOut;

    private MasterFile() {
    }

    /** Whether lines are records of fixed widths. */
    static boolean isFixedWidth(List<byte[]> lines) {
        return !lines.isEmpty() && layout(lines.getFirst()) != null;
    }

    private static Layout layout(byte[] line) {
        for (Layout layout : Layout.values()) {
            if (line.length == FIELDS_FROM + layout.fieldBytes) {
                return layout;
            }
        }
        return null;
    }

    /** Whether columns are those of a master file as a table. */
    static boolean isTable(List<String> columns) {
        return columns.contains("단축코드");
    }

    /** Reads records of fixed widths. @throws StartFailure where one is not as it should be, with its line */
    static MasterFile ofRecords(Path file, List<byte[]> lines) {
        var master = new MasterFile();
        Layout layout = layout(lines.getFirst());
        for (int i = 0; i < lines.size(); i++) {
            var at = new FileLine(file, i + 1);
            byte[] line = lines.get(i);
            if (line.length != FIELDS_FROM + layout.fieldBytes) {
                throw at.wrong("a record of " + layout + " has " + (FIELDS_FROM + layout.fieldBytes) + " bytes, not " + line.length);
            }
            master.add(at, layout, layout.cut(text(line, 0, CODE_BYTES), line));
        }
        return master;
    }

    /** Reads the table. @throws StartFailure where a row is not as it should be, with its line */
    static MasterFile ofTable(CsvFile table) {
        var master = new MasterFile();
        for (CsvFile.Row row : table.rows()) {
            Layout layout = row.find(Layout.KOSPI.columns[1]).isPresent() ? Layout.KOSPI : Layout.KOSDAQ;
            var cells = new String[1 + layout.columns.length];
            cells[0] = row.get("단축코드");
            for (int i = 0; i < layout.columns.length; i++) {
                cells[i + 1] = row.get(layout.columns[i]);
            }
            master.add(row.at(), layout, cells);
        }
        return master;
    }

    private void add(FileLine at, Layout layout, String[] cells) {
        String group = cells[2];
        boolean liquidated = cells[5].equals("Y");
        long baseWon = at.whole("the base price", cells[3], 0, Long.MAX_VALUE);
        if (!SHARES.contains(group) && !group.equals(FUND) || liquidated || baseWon == 0 || baseWon > CoreCommands.MAX_PRICE_WON) {
            leftOut++;
            return;
        }
        String name = cells[1];
        InstrumentKind kind = group.equals(FUND) ? InstrumentKind.ETF : InstrumentKind.STOCK;
        var listing = new Universe.Listing(at.code(cells[0]), name, layout.market, kind, "-",
            at.whole("the number of listed shares", cells[9], 0, MOST_LISTED_THOUSANDS) * THOUSAND,
            at.whole("the par value", cells[8], 0, CoreCommands.MAX_PRICE_WON * THOUSAND), kind == InstrumentKind.ETF ? leverage(name) : 1,
            TickTable.of(kind).ceil(baseWon), false);
        listed.add(new Listed(listing, terms(at, cells[6], cells[7].equals("Y")), cells[4].equals("Y")));
    }

    /** The file does not say how a fund follows its index, but funds must say so in their names. */
    private static int leverage(String name) {
        if (name.contains("인버스")) {
            return name.replace(" ", "").contains("인버스2X") ? -2 : -1;
        }
        return name.contains("레버리지") ? 2 : 1;
    }

    /** Grades are not in the file: they follow the margin as the house's own do. */
    private static HouseTerms terms(FileLine at, String marginPercent, boolean credit) {
        int percent = (int) at.whole("the margin rate", marginPercent, 20, 100);
        if (percent % 10 != 0 || percent > 60 && percent != 100) {
            throw at.wrong("the margin rate is 20, 30, 40, 50, 60 or 100, not " + percent);
        }
        CreditGrade grade = percent <= 40 ? CreditGrade.A : percent <= 50 ? CreditGrade.B : CreditGrade.C;
        return new HouseTerms(percent, credit ? grade : CreditGrade.NONE);
    }

    private static String text(byte[] line, int from, int bytes) {
        return new String(line, from, bytes, CP949).strip();
    }

    List<Listed> listed() {
        return listed;
    }

    /** How many there are that are not traded here: notes, warrants, beneficiary certificates, what is being delisted. */
    int leftOut() {
        return leftOut;
    }
}
