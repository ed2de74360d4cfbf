package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;
import dev.hoga.gateway.kis.KisLayout;
import dev.hoga.server.AccountPlan.AppKey;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
    @TempDir
    Path data;
    private int keysMade;

    private List<String> start(InlineEngine engine, Optional<Path> accounts, Optional<ClockStart> clock) {
        var config = new HogaConfig("127.0.0.1", 0, data, accounts, clock, OptionalInt.empty(), MarketPlan.OFF, true, true, false,
            false, KisLayout.OF_2026, Optional.empty(), true, List.of(), false);
        return new FirstStart(engine, desk(engine), config, KrxCalendar.bundled()).run();
    }

    private AccountDesk desk(InlineEngine engine) {
        return new AccountDesk(engine, secret -> "digest of " + secret.length(), (broker, environment) -> {
            keysMade++;
            return new AppKey(broker, environment, "appkey-" + keysMade, "secret-" + keysMade);
        });
    }

    @Test
    void furnishesAnEmptyBrokerageAndStartsTheClockAtTheOpen() throws IOException {
        var engine = new InlineEngine();
        assertTrue(FirstStart.isDue(engine));

        List<String> notices = start(engine, Optional.empty(), Optional.empty());

        assertFalse(FirstStart.isDue(engine));
        var clock = ClockCalls.read(engine);
        assertEquals("2026-11-20T09:00:00.000+09:00", clock.get("marketTime"));
        assertEquals("2026-11-20", clock.get("tradingDate"));
        assertEquals("삼성전자", MarketCalls.instrument(engine, "005930").get("name"));
        assertEquals(List.of("5000000101", "5000000102"), Fields.of(AccountCalls.list(engine)).objects("accounts", 9).stream()
            .map(account -> account.requiredText("accountNumber")).toList());
        Path keys = data.resolve("demo-keys.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
        assertTrue(notices.get(1).contains("appkey-1"), notices.toString());
    }

    @Test
    void doneAgainAfterBeingCutOffAnywhereItEndsAsIfNeverCutOff() {
        var whole = new InlineEngine();
        start(whole, Optional.empty(), Optional.empty());
        long expected = whole.stateHash().join().hash();
        for (long cut = 0; cut < whole.commandCount(); cut++) {
            var engine = new InlineEngine();
            engine.dieAfter(cut);
            assertThrows(InlineEngine.Died.class, () -> start(engine, Optional.empty(), Optional.empty()));
            assertTrue(FirstStart.isDue(engine), "after " + cut + " commands");
            engine.comeBack();
            start(engine, Optional.empty(), Optional.empty());
            assertEquals(expected, engine.stateHash().join().hash(), "cut off after " + cut + " commands");
        }
        assertEquals(8, keysMade, "keys are made once and kept");
    }

    @Test
    void opensTheAccountsOfAFileAndKeepsTheKeysItMakes() throws IOException {
        Path file = Files.writeString(data.resolve("accounts.yaml"), """
            accounts:
              - name: 앨리스
                cash: {KRW: 10000000}
                holdings:
                  - {code: 000660, quantity: 3, averagePrice: 1700000}
                fees: kis
              - name: bob
                accountNumber: 5000000101
                htsId: bob1
                kiwoom: {live: {appkey: my-own-app-key, secretkey: my-own-secret}}
            """);
        var engine = new InlineEngine();

        start(engine, Optional.of(file), Optional.empty());

        var accounts = Fields.of(AccountCalls.list(engine)).objects("accounts", 9);
        assertEquals("5000000102", accounts.get(0).requiredText("accountNumber"), "the number bob brought is not given away");
        assertEquals("h5000000102", accounts.get(0).requiredText("htsId"), "a Korean name is no HTS id");
        assertEquals(140_527, accounts.get(0).requiredWhole("feeRatePpb", 0, 999_999));
        assertEquals("000660", accounts.get(0).objects("holdings", 1).getFirst().requiredText("code"));
        assertEquals("bob1", accounts.get(1).requiredText("htsId"));
        assertTrue(engine.read(view -> view.keyId(dev.hoga.core.Broker.KIWOOM, "my-own-app-key") >= 0).join());
        assertTrue(Files.exists(data.resolve("account-keys.json")));
        assertFalse(Files.exists(data.resolve("demo-keys.json")));
    }

    @Test
    void startsAtTheNextTradingDayOnAWeekendAndAtTheTimeAsked() {
        long saturday = ClockStart.parseTimeMs("2026-11-21T13:00:00");
        assertEquals(ClockStart.parseTimeMs("2026-11-23T09:00:00+09:00"),
            new ClockStart.Open().targetMs(saturday, KrxCalendar.bundled()));
        var engine = new InlineEngine();
        start(engine, Optional.empty(), Optional.of(ClockStart.parse("2026-12-25T10:00:00+09:00")));
        assertEquals("2026-12-28", ClockCalls.read(engine).get("tradingDate"), "Christmas is a holiday, then comes a weekend");
    }

    @Test
    void startsWhenTheDayOpensWhereItOpensLater() {
        long beforeTheExam = ClockStart.parseTimeMs("2027-11-18T03:00:00");
        assertEquals(ClockStart.parseTimeMs("2027-11-18T10:00:00"),
            new ClockStart.Open().targetMs(beforeTheExam, KrxCalendar.bundled()));
        long newYear = ClockStart.parseTimeMs("2027-01-01T13:00:00");
        assertEquals(ClockStart.parseTimeMs("2027-01-04T10:00:00"), new ClockStart.Open().targetMs(newYear, KrxCalendar.bundled()));
    }

    @Test
    void isNotDueOnceTheClockHasRunAtAnySpeed() {
        var engine = new InlineEngine();
        start(engine, Optional.empty(), Optional.empty());
        Answers.ask(reply -> engine.commands().setSpeed(HogaConfig.MAX_SPEED, reply)).value();
        assertFalse(FirstStart.isDue(engine));
    }

    @Test
    void saysWhatIsWrongWithAnAccountsFile() throws IOException {
        assertEquals("unknown key 'accounts[0].cahs'; known here: accountNumber, name, htsId, cash, holdings, margin, credit, gold, fees, "
            + "kiwoom, kis", complaint("accounts: [{name: a, cahs: 3}]"));
        assertEquals("'accounts[0].cash.KRW' must be a whole number from 0 to 1000000000000000",
            complaint("- {name: a, cash: {KRW: 1.5}}"));
        assertEquals("two accounts have the number 5000000101",
            complaint("[{name: a, accountNumber: 5000000101}, {name: b, accountNumber: \"5000000101\"}]"));
        assertEquals("unknown key 'accounts[0].gold.won'; known here: cash", complaint("- {name: a, gold: {won: 1}}"));
        assertTrue(complaint("accounts: [").contains("no YAML"));
    }

    private String complaint(String yaml) throws IOException {
        Path file = Files.writeString(data.resolve("wrong.yaml"), yaml);
        String message = assertThrows(StartFailure.class, () -> AccountsFile.read(file)).getMessage();
        return message.replace("--accounts " + file + ": ", "");
    }

    @Test
    void theBundledTablesAreWhole() {
        assertTrue(Universe.bundled().size() >= 68, "60 shares and 8 funds at least");
        assertEquals(Universe.bundled().size(), Universe.bundled().stream().map(Universe.Listing::code).distinct().count());
        assertEquals(Code.pack("005930"), Universe.bundled().getFirst().code());
        assertTrue(KrxCalendar.bundled().lastYear() >= 2027);
        assertEquals(6, KrxCalendar.bundled().otherHours().size());
        assertTrue(KrxCalendar.bundled().otherHours().stream().allMatch(day -> KrxCalendar.bundled().isTradingDay(day.date())));
    }

    @Test
    void namesTheSectorOfAShareInKoreanAsBrokersSendIt() {
        List<String> foreign = Universe.bundled().stream().filter(share -> share.kind() == InstrumentKind.STOCK)
            .filter(share -> share.sector().chars().noneMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.HANGUL))
            .map(share -> share.name() + ": " + share.sector()).toList();
        assertEquals(List.of(), foreign, "KIS's bstp_kor_isnm is a Korean name");
    }
}
