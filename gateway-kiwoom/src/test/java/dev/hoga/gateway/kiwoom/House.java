package dev.hoga.gateway.kiwoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.catalogue.Catalogue;
import dev.hoga.core.Broker;
import dev.hoga.core.Code;
import dev.hoga.core.Environment;
import dev.hoga.core.HouseAccount;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.gateway.DirectEngine;
import dev.hoga.gateway.KeptReply;
import dev.hoga.gateway.MemoryExchange;
import dev.hoga.gateway.ServerKey;
import dev.hoga.gateway.TokenDirectory;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small brokerage behind a Kiwoom gateway: two clients, three instruments, a Friday at ten. */
final class House {
    static final long TEN_O_CLOCK_MS = OffsetDateTime.parse("2026-11-20T10:00:00+09:00").toInstant().toEpochMilli();
    static final String SAMSUNG = "005930";
    static final long SAMSUNG_BASE_WON = 70_000;
    static final String HYNIX = "000660";
    static final String KODEX = "069500";
    static final long ALICE_NUMBER = 5_000_000_101L;
    static final long BOB_NUMBER = 5_000_000_202L;
    static final long CASH_WON = 10_000_000;
    static final String SECRET = "secretsecretsecretsecretsecretsecretsecrets";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]{86})\"");
    private static final Pattern ORDER = Pattern.compile("\"ord_no\":\"(\\d{7})\"");
    /** 0.015 % */
    private static final long FEE_RATE_PPB = 150_000;
    static final Catalogue CATALOGUE = Catalogue.load();

    final DirectEngine engine = new DirectEngine(TEN_O_CLOCK_MS);
    final ServerKey serverKey = ServerKey.of(new byte[ServerKey.BYTES]);
    final TokenDirectory tokens = new TokenDirectory(serverKey, engine);
    final KiwoomGateway gateway;
    final KiwoomSocket socket = new KiwoomSocket(tokens, CATALOGUE, KiwoomSocketSettings.DEFAULT);
    final int alice;
    final int bob;

    House() {
        this(new KiwoomSettings(false, false, false));
    }

    House(KiwoomSettings settings) {
        gateway = new KiwoomGateway(engine, tokens, serverKey, CATALOGUE, settings);
        tokens.start().join();
        engine.startClock(TEN_O_CLOCK_MS, 1, false, new KeptReply());
        list(SAMSUNG, "삼성전자", Market.KOSPI, InstrumentKind.STOCK, 5_919_637_922L, 100, SAMSUNG_BASE_WON);
        list(HYNIX, "SK하이닉스", Market.KOSPI, InstrumentKind.STOCK, 728_002_365L, 5_000, 200_000);
        list(KODEX, "KODEX 200", Market.KOSPI, InstrumentKind.ETF, 180_000_000L, 0, 40_000);
        alice = open(ALICE_NUMBER, "alice");
        bob = open(BOB_NUMBER, "bob");
    }

    private void list(String code, String name, Market market, InstrumentKind kind, long shares, long parWon, long baseWon) {
        var reply = new KeptReply();
        engine.listInstrument(Code.pack(code), name, market, kind, "전기전자", shares, parWon, 1, baseWon, reply);
        reply.value();
    }

    private int open(long number, String name) {
        var reply = new KeptReply();
        engine.openAccount(number, name, name, FEE_RATE_PPB, reply);
        int account = reply.intValue();
        engine.moveCash(account, CASH_WON, new KeptReply());
        for (Environment environment : Environment.values()) {
            engine.registerKey(account, Broker.KIWOOM, environment, key(name, environment), serverKey.secretDigest(SECRET), new KeptReply());
        }
        return account;
    }

    static String key(String name, Environment environment) {
        return name + environment + "key";
    }

    void depositShares(int account, String code, long qty, long averageWon) {
        var reply = new KeptReply();
        engine.depositShares(account, Code.pack(code), qty, averageWon, reply);
        reply.value();
    }

    /** An order of the scripted trader, who needs nothing. */
    void scripted(Side side, String code, long qty, long priceWon) {
        var reply = new KeptReply();
        engine.placeOrder(HouseAccount.SCRIPTED_TRADER.id(), Code.pack(code), Venue.KRX, side, OrderType.LIMIT, TimeInForce.DAY, qty,
            priceWon, reply);
        reply.value();
    }

    // -- requests ------------------------------------------------------------------------------------------------------

    static String tokenBody(String appKey, String secret) {
        return "{\"grant_type\":\"client_credentials\",\"appkey\":\"" + appKey + "\",\"secretkey\":\"" + secret + "\"}";
    }

    MemoryExchange post(String path, String body) {
        return new MemoryExchange("POST", path, body).with("Host", "127.0.0.1:8080")
            .with("Content-Type", "application/json;charset=UTF-8");
    }

    String token(String name, Environment environment) {
        MemoryExchange exchange = post("/oauth2/token", tokenBody(key(name, environment), SECRET)).handledBy(gateway);
        Matcher token = TOKEN.matcher(exchange.answer());
        assertTrue(token.find(), exchange.answer());
        return token.group(1);
    }

    /** A request with all its headers, not yet handled. */
    MemoryExchange request(String token, String apiId, String path, String body) {
        return post(path, body).with("api-id", apiId).with("authorization", "Bearer " + token);
    }

    String order(String token, String apiId, String body) {
        return request(token, apiId, "/api/dostk/ordr", body).handledBy(gateway).answer();
    }

    String account(String token, String apiId, String body) {
        return request(token, apiId, "/api/dostk/acnt", body).handledBy(gateway).answer();
    }

    static String orderBody(String code, long qty, String price, String type) {
        return "{\"dmst_stex_tp\":\"KRX\",\"stk_cd\":\"" + code + "\",\"ord_qty\":\"" + qty + "\",\"ord_uv\":\"" + price
            + "\",\"trde_tp\":\"" + type + "\",\"cond_uv\":\"\"}";
    }

    /** Buys or sells at a limit and answers the order's number. */
    String limit(String token, Side side, String code, long qty, long priceWon) {
        String answer = order(token, side == Side.BUY ? "kt10000" : "kt10001", orderBody(code, qty, Long.toString(priceWon), "0"));
        Matcher number = ORDER.matcher(answer);
        assertTrue(number.find(), answer);
        return number.group(1);
    }

    String cancel(String token, String code, String original, String qty) {
        return order(token, "kt10003", "{\"dmst_stex_tp\":\"KRX\",\"orig_ord_no\":\"" + original + "\",\"stk_cd\":\"" + code
            + "\",\"cncl_qty\":\"" + qty + "\"}");
    }

    String amend(String token, String code, String original, String qty, String price) {
        return order(token, "kt10002", "{\"dmst_stex_tp\":\"KRX\",\"orig_ord_no\":\"" + original + "\",\"stk_cd\":\"" + code
            + "\",\"mdfy_qty\":\"" + qty + "\",\"mdfy_uv\":\"" + price + "\",\"mdfy_cond_uv\":\"\"}");
    }

    static String rejected(String code, String text) {
        return "{\"return_msg\":\"[2000](" + code + ':' + text + ")\",\"return_code\":20}";
    }

    /** Checks that something changes nothing. */
    void assertUnchangedBy(Runnable attempt) {
        long before = engine.stateHashNow();
        attempt.run();
        assertEquals(before, engine.stateHashNow(), "the state has changed");
    }
}
