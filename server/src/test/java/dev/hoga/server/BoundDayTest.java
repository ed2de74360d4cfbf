package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day that {@code --universe} binds to daily rows, over a real process: in the evening both brokers tell the row. */
class BoundDayTest {
    private static final String COLUMNS = "Date,Code,Name,Market,Open,High,Low,Close,Volume,Amount,Changes,ChagesRatio,Marcap,Stocks";
    private static final Set<String> REAL_CODES = Set.of("005930", "042700", "068270");

    @TempDir
    Path folder;

    @Test
    void bothBrokersTellTheRowInTheEveningAlsoAfterAKill() throws IOException {
        KrxCalendar calendar = KrxCalendar.bundled();
        LocalDate first = calendar.tradingDateFrom(LocalDate.now(ClockStart.SEOUL));
        LocalDate second = calendar.tradingDateFrom(first.plusDays(1));
        live(true, List.of(first + ",A00001,가나다,KOSPI,50100,51500,49500,51000,400000,,1000,,,20000000",
            first + ",A00002,라마바,KOSDAQ,13000,13000,13000,13000,77777,,3000,,,3000000",
            second + ",A00001,가나다,KOSPI,51000,51000,45000,45100,300001,,-5900,,,20000000",
            second + ",A00002,라마바,KOSDAQ,0,0,0,13000,0,,0,,,3000000"));
    }

    @Test
    void bothBrokersTellRealRows() throws IOException {
        Path data = Stream.of(System.getProperty("hoga.shared", ""), "../../shared", "../shared").filter(it -> !it.isEmpty())
            .map(it -> Path.of(it, "data", "marcap_2026_20symbols.csv")).filter(Files::exists).findFirst().orElse(null);
        if (data == null) {
            System.out.println("SKIPPED: ../shared/data is not here, so no real day was served");
        }
        assumeTrue(data != null, "../shared/data is not here");
        live(false, Files.readAllLines(data).stream().filter(line -> line.startsWith("2026-01-05")
            && REAL_CODES.contains(line.split(",")[1])).toList(), "--clock", "2026-01-05T08:00:00+09:00");
    }

    private void live(boolean kills, List<String> rows, String... moreOptions) throws IOException {
        var lines = new ArrayList<>(List.of(COLUMNS));
        lines.addAll(rows);
        Path file = Files.write(folder.resolve("rows.csv"), lines);
        var options = new ArrayList<>(List.of(moreOptions));
        options.addAll(List.of("--universe", file.toString(), "--participants", "on", "--limits", "off", "--token-interval", "off"));
        try (var server = ServerProcess.start(options.toArray(String[]::new))) {
            ControlClient control = server.control();
            Map<String, Object> account = control.post("/accounts", Map.of("name", "alice", "cash", Map.of("KRW", 1_000_000))).json();
            KisClient kis = KisClient.ofAccount(server.wire(), account);
            assertEquals(200, kis.login().status());
            KiwoomClient kiwoom = KiwoomClient.ofAccount(server.wire(), account);
            assertEquals(200, kiwoom.login().status());
            for (String date : rows.stream().map(row -> row.split(",")[0]).distinct().toList()) {
                TradingDays.goTo(server, date + "T11:00:00+09:00");
                if (kills) {
                    server.kill();
                    server.restart();
                    kis = kis.on(server.wire());
                    kiwoom = kiwoom.on(server.wire());
                }
                TradingDays.goTo(server, date + "T15:35:00+09:00");
                for (String row : rows) {
                    if (row.startsWith(date)) {
                        tell(row.split(","), kis, kiwoom);
                    }
                }
            }
        }
    }

    private static void tell(String[] row, KisClient kis, KiwoomClient kiwoom) throws IOException {
        Map<?, ?> price = (Map<?, ?>) kis.price(row[1]).json().get("output");
        List<String> told = Stream.of("stck_oprc", "stck_hgpr", "stck_lwpr", "stck_prpr", "acml_vol").map(field -> (String) price.get(field))
            .toList();
        assertEquals(List.of(row[4], row[5], row[6], row[7], row[8]), told, "KIS of " + String.join(",", row));
        WireAnswer basic = kiwoom.call("ka10001", "stk_cd", row[1]);
        told = Stream.of("open_pric", "high_pric", "low_pric", "cur_prc", "trde_qty").map(field -> basic.field(field)
            .replaceFirst("^[+-]", "")).map(text -> text.isEmpty() ? "0" : text).toList();
        assertEquals(List.of(row[4], row[5], row[6], row[7], row[8]), told, "Kiwoom of " + String.join(",", row));
    }
}
