package dev.hoga.server;

import dev.hoga.catalogue.Catalogue;
import dev.hoga.core.BrokerageView;
import dev.hoga.engine.AeronEngine;
import dev.hoga.engine.Engine;
import dev.hoga.engine.EngineConfig;
import dev.hoga.engine.FailStop;
import dev.hoga.gateway.AppKeyPair;
import dev.hoga.gateway.EngineHistorySource;
import dev.hoga.gateway.HttpHandler;
import dev.hoga.gateway.HttpServer;
import dev.hoga.gateway.HttpServerConfig;
import dev.hoga.gateway.Router;
import dev.hoga.gateway.ServerKey;
import dev.hoga.gateway.SocketHandler;
import dev.hoga.gateway.TokenDirectory;
import dev.hoga.gateway.kis.KisGateway;
import dev.hoga.gateway.kis.KisSettings;
import dev.hoga.gateway.kis.KisSocket;
import dev.hoga.gateway.kiwoom.KiwoomGateway;
import dev.hoga.gateway.kiwoom.KiwoomSettings;
import dev.hoga.gateway.kiwoom.KiwoomSocket;
import dev.hoga.history.HistoryDatabase;
import dev.hoga.history.SqlHistory;
import dev.hoga.server.AccountPlan.AppKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running server: the engine, the gateways and the control API behind one port. Example:
 * {@code try (var hoga = Hoga.start(HogaConfig.onFolder(folder))) { … hoga.port() … }}
 */
public final class Hoga implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hoga.class);

    /** Room for events that the feed has yet to read: a pause of it under full load must lose nobody's notices. */
    private static final int FEED_BYTES = 8 << 20;

    private final HogaConfig config;
    private final DataFolder folder;
    private final KrxCalendar calendar = KrxCalendar.bundled();
    private final SecureRandom random = new SecureRandom();
    private final List<String> notices = new ArrayList<>();
    private final ReentrantLock resetting = new ReentrantLock();
    /** Read while the engine starts: together they are most of the time to READY. */
    private final CompletableFuture<Catalogue> catalogue =
        CompletableFuture.supplyAsync(Catalogue::load, Thread::startVirtualThread);
    private volatile Epoch epoch;
    private HttpServer http;

    private Hoga(HogaConfig config, DataFolder folder) {
        this.config = config;
        this.folder = folder;
    }

    /** Starts a server; requests are accepted when this returns. @throws StartFailure where it cannot start */
    public static Hoga start(HogaConfig config) {
        var hoga = new Hoga(config, DataFolder.take(config.data()));
        try {
            hoga.epoch = hoga.openEpoch();
            hoga.listen();
            return hoga;
        } catch (RuntimeException e) {
            hoga.close();
            throw e;
        }
    }

    private Epoch openEpoch() {
        Engine engine = null;
        try {
            Path home = folder.epochFolder();
            engine = startEngine(home);
            ServerKey serverKey = ServerKey.ofFolder(home);
            var desk = new AccountDesk(engine, serverKey::secretDigest, (broker, environment) -> {
                AppKeyPair pair = AppKeyPair.generate(broker, random);
                return new AppKey(broker, environment, pair.appKey(), pair.secret());
            });
            if (FirstStart.isDue(engine)) {
                notices.addAll(new FirstStart(engine, desk, config, calendar).run());
            } else {
                new LaterStart(engine, config, calendar).run();
                config.accountsFile().ifPresent(file ->
                    notices.add("hoga: the folder has its accounts already; " + file + " was not read"));
                config.universe().forEach(file ->
                    notices.add("hoga: the folder has its instruments already; " + file + " was not read"));
            }
            noteTheCalendarsEnd(engine);
            return epoch(home, engine, desk, serverKey);
        } catch (IOException e) {
            closeQuietly(engine);
            throw new StartFailure("cannot use the data folder " + config.data() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            closeQuietly(engine);
            throw e;
        }
    }

    private Engine startEngine(Path home) {
        try {
            return AeronEngine.start(EngineConfig.of(home).sync(config.sync()).feedBytes(FEED_BYTES).failStop(Hoga::failStop).build());
        } catch (RuntimeException e) {
            LOG.info("the engine did not start", e);
            throw new StartFailure("cannot go on from the data folder " + home + ": " + e.getMessage(), e);
        }
    }

    private static void closeQuietly(Engine engine) {
        if (engine != null) {
            engine.close();
        }
    }

    private Epoch epoch(Path home, Engine engine, AccountDesk desk, ServerKey serverKey) {
        var tokens = new TokenDirectory(serverKey, engine);
        Answers.await(tokens.start(), Answers.COMMAND_TIMEOUT_MS);
        Catalogue contracts = Answers.await(catalogue, Answers.COMMAND_TIMEOUT_MS);
        var kiwoom = new KiwoomSettings(config.realLimits(), config.strict(), config.mockProfile());
        var kis = new KisSettings(config.realLimits(), KisSettings.LIVE_CALLS_PER_SECOND, KisSettings.MOCK_CALLS_PER_SECOND,
            config.tokenInterval(), config.strict(), config.mockProfile());
        var history = SqlHistory.start(config.historyUrl().map(HistoryDatabase::at).orElseGet(() -> HistoryDatabase.inFolder(home)),
            new EngineHistorySource(engine));
        return new Epoch(engine, desk, new KiwoomGateway(engine, history, tokens, serverKey, contracts, kiwoom),
            new KisGateway(engine, history, tokens, serverKey, contracts, kis),
            Optional.of(Push.start(engine, tokens, serverKey, contracts, config.kisLayout())), Optional.of(history));
    }

    private void noteTheCalendarsEnd(Engine engine) {
        int tradingDate = Answers.await(engine.read(BrokerageView::tradingDate), Answers.COMMAND_TIMEOUT_MS);
        if (LocalDate.ofEpochDay(tradingDate).getYear() > calendar.lastYear()) {
            notices.add("hoga: the calendar ends with " + calendar.lastYear()
                + "; every weekday after it is taken for a trading day");
        }
    }

    private void listen() {
        var control = new ControlApi(folder.controlToken(), new LocalNames(config.bind()), () -> epoch, this::reset);
        HttpHandler kiwoom = exchange -> epoch.kiwoom().handle(exchange);
        HttpHandler kis = exchange -> epoch.kis().handle(exchange);
        SocketHandler kiwoomSocket = session -> epoch.push().orElseThrow().kiwoom().open(session);
        SocketHandler kisSocket = session -> epoch.push().orElseThrow().kis().open(session);
        Router router = Router.builder()
            .prefix("/control", control)
            .prefix(KiwoomGateway.DOMESTIC_PATHS, kiwoom)
            .prefix(KiwoomGateway.US_PATHS, kiwoom)
            .exact(KiwoomGateway.TOKEN_PATH, kiwoom)
            .exact(KiwoomGateway.REVOKE_PATH, kiwoom)
            .socket(KiwoomSocket.DOMESTIC_PATH, kiwoomSocket)
            .socket(KiwoomSocket.US_PATH, kiwoomSocket)
            .exact(KisGateway.TOKEN_PATH, kis)
            .exact(KisGateway.REVOKE_PATH, kis)
            .exact(KisGateway.APPROVAL_PATH, kis)
            .prefix(KisGateway.TR_PATHS, kis)
            .prefix(KisGateway.DOUBLED_SLASH, kis)
            .socket(KisSocket.ROOT_PATH, kisSocket)
            .socketPrefix(KisSocket.PATHS, kisSocket)
            .build();
        try {
            http = new HttpServer(HttpServerConfig.loopback(config.port()).withBindAddress(config.bind()), router);
        } catch (IllegalStateException e) {
            throw new StartFailure(e.getMessage() + "; choose another --port or --bind", e);
        }
    }

    /** Ends the brokerage and begins an empty one. Calls that meet the change are answered with an error. */
    private void reset() {
        if (!config.allowReset()) {
            throw new ControlError(403, "reset_not_allowed", "this server was started without --allow-reset");
        }
        if (!resetting.tryLock()) {
            throw new ControlError(503, "busy", "a reset is running");
        }
        try {
            checkAccountsFile();
            epoch.close();
            folder.beginNextEpoch();
            epoch = openEpoch();
        } catch (IOException e) {
            throw new IllegalStateException("the reset failed: " + e.getMessage(), e);
        } finally {
            resetting.unlock();
        }
    }

    /** What cannot be begun must not end what there is. */
    private void checkAccountsFile() {
        try {
            config.accountsFile().ifPresent(AccountsFile::read);
        } catch (StartFailure e) {
            throw new ControlError(409, "bad_accounts_file", e.getMessage());
        }
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    /** The file that holds the control API's token. */
    public Path controlTokenFile() {
        return folder.controlTokenFile();
    }

    /** What a person should be told once, after the start. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** Stops accepting, answers what is in flight, takes a snapshot and lets the folder go. */
    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
        if (epoch != null) {
            keepMarketTime(epoch.engine());
            epoch.close();
        }
        folder.close();
    }

    /**
     * The log knows how far market time has come only from its last command; this one changes nothing else, so that the
     * next start goes on where this one ends.
     */
    private static void keepMarketTime(Engine engine) {
        try {
            boolean frozen = Answers.await(engine.read(BrokerageView::frozen), Answers.COMMAND_TIMEOUT_MS);
            Answers.ask(reply -> engine.commands().setFrozen(frozen, reply)).value();
        } catch (RuntimeException e) {
            LOG.warn("market time at the stop was not kept; the next start goes on from the last command", e);
        }
    }

    /** The log can no longer be trusted: says so and ends the process at once, with nothing more acknowledged. */
    private static void failStop(String what, Throwable why) {
        System.err.println("hoga: stopped, because " + what + ": " + why);
        System.err.flush();
        FailStop.HALT.stop(what, why);
    }
}
