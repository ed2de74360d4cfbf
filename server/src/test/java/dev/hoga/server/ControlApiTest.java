package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.Broker;
import dev.hoga.gateway.AppKeyPair;
import dev.hoga.gateway.HttpHandler;
import dev.hoga.gateway.HttpServer;
import dev.hoga.gateway.HttpServerConfig;
import dev.hoga.gateway.Router;
import dev.hoga.server.AccountPlan.AppKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The control API over a real port in front of the real core, with a clock that stands still unless the test moves it. */
class ControlApiTest {
    private static final String TOKEN = "the-control-token";

    @TempDir
    Path data;
    private final InlineEngine engine = new InlineEngine();
    private HttpServer http;
    private WireClient wire;
    private ControlClient control;

    @BeforeEach
    void start() {
        var random = new SecureRandom();
        var desk = new AccountDesk(engine, secret -> "digest", (broker, environment) -> {
            AppKeyPair pair = AppKeyPair.generate(broker, random);
            return new AppKey(broker, environment, pair.appKey(), pair.secret());
        });
        new FirstStart(engine, desk, HogaConfig.onFolder(data), KrxCalendar.bundled()).run();
        HttpHandler nobody = exchange -> exchange.respond(404, new String[0], new byte[0], 0);
        var epoch = new Epoch(engine, desk, nobody, nobody, Optional.empty(), Optional.empty());
        var api = new ControlApi(TOKEN, new LocalNames("127.0.0.1"), () -> epoch, () -> {
            throw new ControlError(403, "reset_not_allowed", "start with --allow-reset");
        });
        http = new HttpServer(HttpServerConfig.loopback(0), Router.builder().prefix("/control", api).build());
        wire = WireClient.toPort(http.port());
        control = new ControlClient(wire, TOKEN);
    }

    @AfterEach
    void stop() {
        wire.close();
        http.close();
    }

    private static Map<String, Object> ok(WireAnswer answer) {
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    private static void refused(int status, String code, WireAnswer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals(code, answer.field("error"), answer.text());
        assertFalse(answer.field("message").isBlank());
    }

    @Test
    void healthNeedsNoTokenAndEverythingElseDoes() throws IOException {
        WireAnswer health = wire.send("GET", "/control/health", Map.of(), new byte[0]);
        assertEquals("ready", ok(health).get("status"));
        assertEquals("leader", health.field("role"));
        assertEquals(engine.position(), health.number("position"));
        refused(401, "unauthorized", wire.send("GET", "/control/clock", Map.of(), new byte[0]));
        refused(401, "unauthorized", new ControlClient(wire, TOKEN + "x").get("/clock"));
        refused(401, "unauthorized", new ControlClient(wire, "").get("/state-hash"));
    }

    @Test
    void refusesForeignPagesAndHosts() throws IOException {
        var headers = Map.of("authorization", "Bearer " + TOKEN, "Origin", "https://evil.example");
        refused(403, "origin_not_allowed", wire.send("GET", "/control/clock", headers, new byte[0]));
        var local = Map.of("authorization", "Bearer " + TOKEN, "Origin", "http://localhost:" + http.port());
        ok(wire.send("GET", "/control/clock", local, new byte[0]));
        var names = new LocalNames("192.168.0.7");
        assertTrue(names.hostAllowed("192.168.0.7:8080"));
        assertTrue(names.hostAllowed("LOCALHOST"));
        assertTrue(names.hostAllowed("[::1]:80"));
        assertFalse(names.hostAllowed("rebound.example:8080"));
        assertFalse(names.hostAllowed(""));
        assertFalse(names.originAllowed("null"));
    }

    @Test
    void answersToEveryAddressOfItsOwnWhereAllWereBound() {
        var names = new LocalNames("0.0.0.0");
        assertTrue(names.hostAllowed("172.17.0.2:8080"));
        assertTrue(names.hostAllowed("[fe80::1]:8080"));
        assertFalse(names.hostAllowed("rebound.example:8080"));
        assertFalse(names.originAllowed("http://203.0.113.9"));
        assertFalse(new LocalNames("127.0.0.1").hostAllowed("172.17.0.2:8080"));
    }

    @Test
    void saysWhatDoesNotExist() throws IOException {
        refused(404, "not_found", control.get("/nothing"));
        refused(405, "method_not_allowed", control.delete("/clock"));
        refused(404, "not_found", control.get("/instruments/999999"));
        refused(404, "not_found", control.post("/accounts/5000000999/cash", Map.of("currency", "KRW", "amount", 1)));
        refused(404, "not_found", control.delete("/orders/s17"));
        refused(404, "not_found", control.delete("/orders/17"));
    }

    @Test
    void saysWhatIsNotBuilt() throws IOException {
        for (WireAnswer answer : List.of(
            control.post("/conditions", Map.of("name", "up")),

            control.post("/instruments", Map.of("code", "005930", "basePrice", 260_000)))) {
            refused(501, "not_built", answer);
        }
    }

    @Test
    void opensAGoldAccountWithWonAndGramsOfItsOwnAndHandsBarsOut() throws IOException {
        Map<String, Object> gold = ok(control.post("/accounts", Map.of("name", "g", "cash", Map.of("KRW", 5_000_000), "gold", true,
            "holdings", List.of(Map.of("code", "M04020100", "quantity", 150, "averagePrice", 150_000)))));
        String address = "/accounts/" + gold.get("accountNumber") + "/gold";
        Map<String, Object> left = ok(control.post(address, Map.of("withdrawGrams", 100)));
        assertEquals(Map.of("KRW", 5_000_000L - 1_500_000 - 20_000), left.get("cash"));
        assertEquals(List.of(Map.of("code", "04020100", "quantity", 50L, "purchaseAmount", 7_500_000L)), left.get("holdings"));
        assertEquals(Map.of("KRW", 3_480_001L), ok(control.post(address, Map.of("cash", 1))).get("cash"));
        refused(409, "not_enough_shares", control.post(address, Map.of("withdrawGrams", 100)));
        refused(409, "bad_quantity", control.post(address, Map.of("withdrawGrams", 50, "code", "M04020100")));
        refused(409, "no_gold_account", control.post("/accounts/5000000101/gold", Map.of("withdrawGrams", 100)));
        refused(409, "no_gold_account", control.post("/accounts", Map.of("name", "h",
            "holdings", List.of(Map.of("code", "04020100", "quantity", 1, "averagePrice", 150_000)))));
        Map<String, Object> rich = ok(control.post("/accounts", Map.of("name", "r", "gold", Map.of("cash", 7))));
        assertEquals(Long.parseLong((String) gold.get("accountNumber")) + 1, Long.parseLong((String) rich.get("accountNumber")));
        assertEquals("GOLD", ((List<?>) ok(control.get("/instruments/M04020000")).get("venues")).getFirst());
    }

    @Test
    void keepsForeignCashAndExchangesIt() throws IOException {
        ok(control.post("/market", Map.of("fx", Map.of("USD", new BigDecimal("1400.5")))));
        refused(400, "bad_request", control.post("/market", Map.of("fx", Map.of("USD", "x"))));
        refused(400, "bad_request", control.post("/market", Map.of("fx", Map.of("KRW", 1))));
        String number = (String) ok(control.post("/accounts", Map.of("name", "rich", "cash",
            Map.of("KRW", 2_000_000, "USD", new BigDecimal("1000.5")), "holdings",
            List.of(Map.of("code", "NASD:AAPL", "quantity", 10, "averagePrice", new BigDecimal("200.25")))))).get("accountNumber");
        String cash = "/accounts/" + number + "/cash";
        assertEquals("{KRW=2000000, USD=1001.0000}", ok(control.post(cash, Map.of("currency", "USD", "amount", new BigDecimal("0.5")))).get("cash")
            .toString());
        assertEquals("{KRW=1000000, USD=1715.0307}", ok(control.post(cash,
            Map.of("exchange", Map.of("from", "KRW", "to", "USD", "amount", 1_000_000)))).get("cash").toString());
        refused(409, "not_enough_cash", control.post(cash, Map.of("currency", "USD", "amount", -2_000)));
        refused(400, "bad_request", control.post(cash, Map.of("currency", "USD", "amount", new BigDecimal("0.00001"))));
        refused(400, "bad_request", control.post(cash, Map.of("exchange", Map.of("from", "KRW"))));
        assertEquals("[NASD]", ok(control.get("/instruments/NASD:AAPL")).get("venues").toString());
        assertEquals(new BigDecimal("0.0100"), ok(control.get("/instruments/NASD:AAPL")).get("tick"));
        ok(control.post("/instruments", Map.of("code", "SEHK:00388", "name", "홍콩거래소", "lot", 100, "basePrice", 400, "effective", "now")));
        refused(400, "bad_request", control.post("/instruments", Map.of("code", "SEHK:TOO LONG", "name", "x", "basePrice", 400,
            "effective", "now")));
    }

    @Test
    void ordersAnInterruptionAndBreaksTheCircuit() throws IOException {
        assertEquals("VOLATILITY_AUCTION", ok(control.post("/market", Map.of("vi", "005930"))).get("phase"));
        refused(409, "not_in_this_phase", control.post("/market", Map.of("vi", "005930")));
        refused(400, "bad_request", control.post("/market", Map.of("circuitBreaker", 4)));
        assertEquals("HALTED", krx(ok(control.post("/market", Map.of("circuitBreaker", 1)))));
        assertEquals("HALTED", control.get("/instruments/005930").field("phase"));
        refused(409, "not_in_this_phase", control.post("/market", Map.of("circuitBreaker", 1)));
        ok(control.post("/clock", Map.of("advance", "PT31M")));
        assertEquals("CONTINUOUS", krx(control.get("/clock").json()));
        assertEquals("CLOSED", krx(ok(control.post("/market", Map.of("circuitBreaker", 3)))));
    }

    private static Object krx(Map<String, Object> clock) {
        return ((Map<?, ?>) clock.get("phases")).get("KRX");
    }

    @Test
    void readsBodiesStrictly() throws IOException {
        long commands = engine.commandCount();
        refused(400, "bad_request", control.post("/clock", Map.of("sped", 3)));
        assertTrue(control.post("/clock", Map.of("sped", 3)).field("message").contains("'sped'"));
        refused(400, "bad_request", control.post("/clock", Map.of()));
        refused(400, "bad_request", control.post("/clock", Map.of("speed", 3, "frozen", true)));
        refused(400, "bad_request", control.post("/clock", Map.of("speed", "3")));
        refused(400, "bad_request", control.post("/clock", Map.of("speed", 0)));
        refused(400, "bad_request", control.post("/clock", Map.of("set", "tomorrow")));
        refused(400, "bad_request", control.post("/clock", Map.of("advance", "-PT1S")));
        refused(400, "bad_request", control.post("/accounts", Map.of("name", "")));
        refused(400, "bad_request", control.post("/orders", Map.of("code", "005930", "side", "SHORT", "quantity", 1)));
        for (String body : List.of("", "[]", "{", "{\"frozen\":true}x", "{\"frozen\":true,\"frozen\":false}", "{\"amount\":1e3}")) {
            refused(400, "bad_request", wire.send("POST", "/control/clock", Map.of("authorization", "Bearer " + TOKEN),
                body.getBytes(StandardCharsets.UTF_8)));
        }
        refused(400, "bad_request", wire.send("POST", "/control/accounts/5000000101/cash", Map.of("authorization", "Bearer " + TOKEN),
            "{\"currency\":\"KRW\",\"amount\":10.0}".getBytes(StandardCharsets.UTF_8)));
        assertEquals(commands, engine.commandCount(), "nothing reached the log");
    }

    @Test
    void movesTheClock() throws IOException {
        WireAnswer clock = control.get("/clock");
        assertEquals("2026-11-20T09:00:00.000+09:00", ok(clock).get("marketTime"));
        assertEquals(1, clock.number("speed"));
        assertEquals(false, clock.json().get("frozen"));
        assertEquals("CONTINUOUS", Fields.of(clock.json()).object("phases").orElseThrow().requiredText("KRX"));

        assertEquals("2026-11-20T09:00:30.000+09:00", ok(control.post("/clock", Map.of("advance", "PT30S"))).get("marketTime"));
        assertEquals(60, control.post("/clock", Map.of("speed", 60)).number("speed"));
        engine.letPass(1_000);
        assertEquals("2026-11-20T09:01:30.000+09:00", control.get("/clock").field("marketTime"));
        assertEquals(true, ok(control.post("/clock", Map.of("frozen", true))).get("frozen"));
        engine.letPass(1_000);
        assertEquals("2026-11-20T09:01:30.000+09:00", control.get("/clock").field("marketTime"));
        refused(409, "clock_backward", control.post("/clock", Map.of("set", "2026-11-20T09:01:29+09:00")));
        WireAnswer monday = control.post("/clock", Map.of("set", "2026-11-23T08:59:59+09:00"));
        assertEquals("2026-11-23T08:59:59.000+09:00", ok(monday).get("marketTime"));
        assertEquals("2026-11-23", monday.field("tradingDate"));
        assertEquals("OPENING_AUCTION", Fields.of(monday.json()).object("phases").orElseThrow().requiredText("KRX"));
    }

    @Test
    void opensAccountsWithKeysOfTheBrokersOwnLengths() throws IOException {
        Map<String, Object> alice = ok(control.post("/accounts", Map.of("name", "alice", "cash", Map.of("KRW", 10_000_000),
            "holdings", List.of(Map.of("code", "005930", "quantity", 100, "averagePrice", 70_000)), "fees", "kiwoom-mock")));
        assertEquals("5000000103", alice.get("accountNumber"), "after the two demo accounts");
        assertEquals("alice", alice.get("htsId"));
        Fields kis = Fields.of(alice).object("kis").orElseThrow();
        assertEquals(36, kis.object("live").orElseThrow().requiredText("appkey").length());
        assertEquals(180, kis.object("mock").orElseThrow().requiredText("appsecret").length());
        Fields kiwoom = Fields.of(alice).object("kiwoom").orElseThrow();
        String liveKey = kiwoom.object("live").orElseThrow().requiredText("appkey");
        assertNotEquals(liveKey, kiwoom.object("mock").orElseThrow().requiredText("appkey"));

        WireAnswer list = control.get("/accounts");
        Map<String, Object> listed = list.rows("accounts").get(2);
        assertEquals(Map.of("KRW", 10_000_000L), listed.get("cash"));
        assertEquals(3_500_000L, listed.get("feeRatePpb"));
        assertFalse(list.text().contains("secret"));

        Fields renewed = Fields.of(ok(control.post("/accounts/5000000103/keys", Map.of()))).object("kiwoom").orElseThrow();
        String newKey = renewed.object("live").orElseThrow().requiredText("appkey");
        assertNotEquals(liveKey, newKey);
        assertTrue(engine.read(view -> view.keyRetired(view.keyId(Broker.KIWOOM, liveKey))).join(), "a lost secret opens nothing any more");
        assertFalse(engine.read(view -> view.keyRetired(view.keyId(Broker.KIWOOM, newKey))).join());
    }

    @Test
    void keepsABotsOwnNumbersAndKeys() throws IOException {
        var own = Map.of("name", "bob", "accountNumber", "8123456701", "htsId", "bob99", "fees", Map.of("ratePpb", 0),
            "kiwoom", Map.of("live", Map.of("appkey", "bobs-app-key", "secretkey", "bobs-secret")));
        Map<String, Object> bob = ok(control.post("/accounts", own));
        assertEquals("8123456701", bob.get("accountNumber"));
        assertEquals("bob99", bob.get("htsId"));
        assertEquals(Map.of("appkey", "bobs-app-key", "secretkey", "bobs-secret"), ((Map<?, ?>) bob.get("kiwoom")).get("live"));
        refused(409, "already_exists", control.post("/accounts", own));
        assertEquals(3, control.get("/accounts").rows("accounts").size());
        refused(404, "not_found", control.post("/accounts", Map.of("name", "c",
            "holdings", List.of(Map.of("code", "999999", "quantity", 1, "averagePrice", 1)))));
        assertEquals(3, control.get("/accounts").rows("accounts").size(), "nothing is done by halves");
    }

    @Test
    void movesCash() throws IOException {
        String cash = "/accounts/5000000101/cash";
        assertEquals(Map.of("KRW", 101_000_000L), ok(control.post(cash, Map.of("currency", "KRW", "amount", 1_000_000))).get("cash"));
        assertEquals(Map.of("KRW", 0L), ok(control.post(cash, Map.of("currency", "KRW", "amount", -101_000_000))).get("cash"));
        refused(409, "not_enough_cash", control.post(cash, Map.of("currency", "KRW", "amount", -1)));
        refused(404, "not_found", control.post("/accounts/0/cash", Map.of("currency", "KRW", "amount", 1)));
    }

    @Test
    void tradesForTheScriptedTrader() throws IOException {
        WireAnswer offer = control.post("/orders", Map.of("venue", "KRX", "code", "005930", "side", "SELL", "type", "LIMIT",
            "price", 260_000, "quantity", 10));
        assertEquals("ACCEPTED", ok(offer).get("status"));
        assertTrue(offer.field("id").matches("s[0-9]+"), offer.text());
        WireAnswer taker = control.post("/orders", Map.of("code", "005930", "side", "BUY", "type", "MARKET",
            "timeInForce", "IOC", "quantity", 4));
        assertEquals("FILLED", ok(taker).get("status"));
        WireAnswer cancelled = control.delete("/orders/" + offer.field("id"));
        assertEquals("CANCELLED", ok(cancelled).get("status"));
        assertEquals(4, cancelled.number("filled"));
        refused(409, "nothing_to_cancel", control.delete("/orders/" + offer.field("id")));
        refused(409, "off_tick", control.post("/orders", Map.of("code", "005930", "side", "SELL", "price", 260_001, "quantity", 1)));
        refused(409, "venue_not_open", control.post("/orders", Map.of("venue", "NXT", "code", "005930", "side", "SELL",
            "price", 260_000, "quantity", 1)));
    }

    @Test
    void haltsAndResumes() throws IOException {
        assertEquals(true, ok(control.post("/market", Map.of("halt", "005930"))).get("halted"));
        var order = Map.of("code", "005930", "side", "SELL", "price", 260_000, "quantity", 1);
        refused(409, "instrument_halted", control.post("/orders", order));
        assertEquals(false, ok(control.post("/market", Map.of("resume", "005930"))).get("halted"));
        ok(control.post("/orders", order));
        refused(404, "unknown_instrument", control.post("/market", Map.of("halt", "999999")));
    }

    @Test
    void switchesParticipants() throws IOException {
        assertEquals(Map.of("participants", "on", "seed", 7L, "intensity", 50L),
            ok(control.post("/market", Map.of("participants", "on", "seed", 7, "intensity", 50))));
        assertEquals(Map.of("participants", "off", "seed", 7L, "intensity", 50L),
            ok(control.post("/market", Map.of("participants", "off"))));
        assertEquals(Map.of("participants", "on", "seed", 7L, "intensity", 200L),
            ok(control.post("/market", Map.of("participants", "on", "intensity", 200))));
        refused(400, "bad_request", control.post("/market", Map.of("participants", "maybe")));
        refused(400, "bad_request", control.post("/market", Map.of("participants", "on", "intensity", 0)));
        refused(400, "bad_request", control.post("/market", Map.of("participants", "on", "halt", "005930")));
    }

    @Test
    void namesTheBoundsOfNumbersAsTheCoreHasThem() throws IOException {
        var order = Map.of("code", "005930", "side", "SELL", "price", 260_000, "quantity", 1_000_000_000L);
        WireAnswer tooMany = control.post("/orders", order);
        refused(400, "bad_request", tooMany);
        assertEquals("'quantity' must be a whole number from 1 to 999999999", tooMany.field("message"));
        WireAnswer tooDear = control.post("/instruments", basePrice(10_000_001));
        refused(400, "bad_request", tooDear);
        assertEquals("'basePrice' must be a whole number from 1 to 10000000", tooDear.field("message"));
        WireAnswer rich = control.post("/accounts", Map.of("name", "rich", "holdings",
            List.of(Map.of("code", "005930", "quantity", 1_000_000_000L, "averagePrice", 1))));
        refused(400, "bad_request", rich);
        assertEquals("'holdings[0].quantity' must be a whole number from 1 to 999999999", rich.field("message"));
        WireAnswer greedy = control.post("/accounts", Map.of("name", "greedy", "fees", Map.of("ratePpb", 10_000_001)));
        refused(400, "bad_request", greedy);
        var large = Map.of("code", "005930", "side", "SELL", "price", 260_000, "quantity", 384_617);
        refused(409, "order_too_large", control.post("/orders", large));
        ok(control.post("/orders", Map.of("code", "005930", "side", "SELL", "price", 260_000, "quantity", 384_616)));
    }

    @Test
    void listsInstrumentsAndChangesBasePrices() throws IOException {
        WireAnswer samsung = control.get("/instruments/005930");
        assertEquals(260_000L, samsung.number("basePrice"));
        assertEquals(338_000L, samsung.number("upperLimit"));
        assertEquals(182_000L, samsung.number("lowerLimit"));
        assertEquals(500L, samsung.number("tick"));
        assertEquals("KOSPI", samsung.field("market"));
        assertEquals(List.of("KRX"), samsung.json().get("venues"));

        assertEquals(70_000L, ok(control.post("/instruments", basePrice(70_000))).get("basePrice"));
        refused(400, "out_of_range", control.post("/instruments", basePrice(70_001)));
        ok(control.post("/orders", Map.of("code", "005930", "side", "SELL", "price", 70_000, "quantity", 1)));
        WireAnswer late = control.post("/instruments", basePrice(60_000));
        refused(409, "traded_today", late);
        assertTrue(late.field("message").contains("next trading day"), late.text());

        assertEquals("시험", ok(control.post("/instruments", Map.of("code", "0001A0", "name", "시험", "market", "KOSDAQ",
            "basePrice", 1_000, "effective", "now"))).get("name"));
        refused(400, "bad_request", control.post("/instruments", Map.of("code", "0001A1", "basePrice", 1_000, "effective", "now")));
    }

    private static Map<String, Object> basePrice(int priceWon) {
        return Map.of("code", "005930", "basePrice", priceWon, "effective", "now");
    }

    @Test
    void tellsTheStateHashAndRevokesTokens() throws IOException {
        WireAnswer hash = control.get("/state-hash");
        assertEquals(engine.position(), hash.number("position"));
        assertTrue(hash.field("hash").matches("[0-9a-f]{16}"));
        assertEquals(hash.text(), control.get("/state-hash").text());
        assertEquals(0L, control.post("/tokens/revoke-all", Map.of()).number("revoked"));
        assertEquals(engine.position(), control.post("/snapshot", Map.of()).number("position"));
        refused(403, "reset_not_allowed", control.post("/reset", Map.of()));
    }
}
