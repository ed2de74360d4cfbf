package dev.hoga.server;

import dev.hoga.core.Code;
import dev.hoga.core.Currency;
import dev.hoga.core.DailyRow;
import dev.hoga.engine.CommandPort;
import dev.hoga.engine.Engine;
import dev.hoga.engine.Reply;
import dev.hoga.server.AccountPlan.AppKey;
import dev.hoga.server.AccountPlan.Holding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Furnishes a brokerage whose clock has never run: holidays, days with other hours, instruments, accounts with their keys,
 * participants, and last the clock.
 * A start that was cut off anywhere before the clock is simply done again: each step leaves out what is there already, and
 * the keys that the house made are on the disk before the log hears of them.
 */
final class FirstStart {
    /** The keys of the two demo accounts. */
    static final String DEMO_KEYS_FILE = "demo-keys.json";
    /** The keys that were made for accounts of {@code --accounts} which brought none. */
    static final String ACCOUNT_KEYS_FILE = "account-keys.json";

    private static final long DEMO_CASH_WON = 100_000_000;
    private static final long DEMO_SHARES = 100;
    private static final long DEMO_CODE = Code.pack("005930");
    private static final int DEFAULT_SPEED = 1;

    private final Engine engine;
    private final AccountDesk desk;
    private final HogaConfig config;
    private final KrxCalendar calendar;
    private final List<String> notices = new ArrayList<>();

    FirstStart(Engine engine, AccountDesk desk, HogaConfig config, KrxCalendar calendar) {
        this.engine = engine;
        this.desk = desk;
        this.config = config;
        this.calendar = calendar;
    }

    /** Whether the clock has never run. */
    static boolean isDue(Engine engine) {
        long hostTimeMs = engine.hostTimeMs();
        return Answers.await(engine.read(view -> view.marketTimeMs(hostTimeMs) == 0), Answers.COMMAND_TIMEOUT_MS);
    }

    /** Does all of it. @return what a person should be told once */
    List<String> run() {
        UniverseFiles universe = universe();
        notices.addAll(universe.notices());
        List<AccountPlan> plans = config.accountsFile().map(AccountsFile::read).orElseGet(() -> demoAccounts(universe));
        CommandPort commands = engine.commands();
        var facts = new ArrayList<Consumer<Reply>>();
        // From the first won on, although the database may not be there yet.
        facts.add(reply -> commands.acknowledgeHistory(0, reply));
        for (LocalDate holiday : calendar.holidays()) {
            facts.add(reply -> commands.declareHoliday((int) holiday.toEpochDay(), reply));
        }
        for (KrxCalendar.OtherHours hours : calendar.otherHours()) {
            facts.add(reply -> commands.declareHours((int) hours.date().toEpochDay(), hours.openLaterMinutes(),
                hours.closeLaterMinutes(), reply));
        }
        for (MasterFile.Listed listed : universe.listed()) {
            Universe.Listing it = listed.listing();
            facts.add(reply -> commands.listInstrument(it.code(), it.name(), it.market(), it.kind(), it.sector(),
                it.listedShares(), it.parValueWon(), it.leverage(), it.basePriceWon(), reply));
            if (it.nxt()) {
                facts.add(reply -> commands.listAtNxt(it.code(), reply));
            }
            HouseTerms terms = listed.terms();
            facts.add(reply -> commands.setInstrumentTerms(it.code(), terms.marginPercent(), terms.grade(), reply));
            if (listed.halted()) {
                facts.add(reply -> commands.haltInstrument(it.code(), true, reply));
            }
        }
        for (UniverseFiles.BoundDay bound : universe.days()) {
            DailyRow day = bound.row();
            facts.add(reply -> commands.bindDay(bound.code(), day.epochDay(), day.baseWon(), day.openWon(), day.highWon(), day.lowWon(),
                day.closeWon(), day.volumeShares(), reply));
        }
        for (IndexTable.Index it : IndexTable.bundled()) {
            facts.add(reply -> commands.declareIndex(it.number(), it.name(), it.market(), it.scope(), it.sector(), it.startLevel(),
                reply));
        }
        facts.addAll(Overseas.facts(commands, LocalDate.ofInstant(Instant.ofEpochMilli(startMs()), ClockStart.SEOUL)));
        Answers.askAllOnce(facts);
        withKeptKeys(plans).forEach(desk::ensure);
        config.market().begin(engine);
        startClock();
        return notices;
    }

    private long startMs() {
        return config.clock().orElse(new ClockStart.Open()).targetMs(engine.hostTimeMs(), calendar);
    }

    private UniverseFiles universe() {
        if (config.universe().isEmpty()) {
            return UniverseFiles.bundled();
        }
        LocalDate starts = Instant.ofEpochMilli(startMs()).atZone(ClockStart.SEOUL).toLocalDate();
        return UniverseFiles.read(config.universe(), calendar, calendar.tradingDateFrom(starts));
    }

    private void startClock() {
        long startMs = startMs();
        Answers.ask(reply -> engine.commands().startClock(startMs, config.speed().orElse(DEFAULT_SPEED), false, reply)).value();
    }

    /** One with cash, and one with shares too: of the usual stock, or of the first where another universe has not got it. */
    private static List<AccountPlan> demoAccounts(UniverseFiles universe) {
        boolean usual = universe.listed().stream().anyMatch(it -> it.listing().code() == DEMO_CODE);
        Universe.Listing first = universe.listed().getFirst().listing();
        var shares = List.of(usual ? new Holding(DEMO_CODE, DEMO_SHARES, 250_000)
            : new Holding(first.code(), DEMO_SHARES, first.basePriceWon()));
        return List.of(
            AccountPlan.of("demo1", DEMO_CASH_WON).withNumber(AccountDesk.FIRST_ACCOUNT_NUMBER),
            new AccountPlan(Optional.of(AccountDesk.FIRST_ACCOUNT_NUMBER + 1), "demo2", Optional.empty(),
                Map.of(Currency.KRW, DEMO_CASH_WON), shares, AccountPlan.KIWOOM_RATE_PPB, false, false, Optional.of(DEMO_CASH_WON),
                List.of()));
    }

    /** The plans with every key; those that an earlier start has made come from its file, new ones are in the file first. */
    private List<AccountPlan> withKeptKeys(List<AccountPlan> plans) {
        Path file = config.data().resolve(config.accountsFile().isEmpty() ? DEMO_KEYS_FILE : ACCOUNT_KEYS_FILE);
        List<AccountPlan> kept = readKept(file);
        var whole = new ArrayList<AccountPlan>();
        var made = new ArrayList<Object>();
        for (AccountPlan plan : plans) {
            var known = new ArrayList<>(plan.keys());
            kept.stream().filter(old -> old.accountNumber().equals(plan.accountNumber())).flatMap(old -> old.keys().stream())
                .filter(key -> known.stream().noneMatch(given -> sameUse(given, key))).forEach(known::add);
            AccountPlan complete = desk.withKeys(plan.withKeys(known));
            whole.add(complete);
            if (plan.keys().size() < complete.keys().size()) {
                made.add(AccountDesk.describe(desk.opened(complete)));
            }
        }
        if (!made.isEmpty()) {
            write(file, made);
        }
        return whole;
    }

    private static boolean sameUse(AppKey one, AppKey other) {
        return one.broker() == other.broker() && one.environment() == other.environment();
    }

    private static List<AccountPlan> readKept(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var kept = new ArrayList<AccountPlan>();
            Fields top = Fields.of(Json.object(Files.readAllBytes(file)));
            for (Fields account : top.objects("accounts", AccountsFile.MAX_ACCOUNTS)) {
                kept.add(AccountPlan.parseKeys(account));
            }
            return kept;
        } catch (IOException | Json.BadJson | ControlError e) {
            throw new StartFailure("cannot read " + file + " (" + e.getMessage() + "); remove it to have new keys made", e);
        }
    }

    private void write(Path file, List<Object> accounts) {
        byte[] text = Json.bytes(Map.of("accounts", accounts));
        try {
            boolean known = Files.exists(file) && Arrays.equals(Files.readAllBytes(file), text);
            if (!known) {
                Folders.writeSecret(file, text);
                notices.add("hoga: keys of new accounts, printed this once and kept in " + file + ":");
                accounts.forEach(account -> notices.add("  " + new String(Json.bytes(account), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
