package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.time.OffsetDateTime;

/** A small brokerage for the tests of a broker's gateway: two clients with keys of both brokers, three instruments, a Friday at ten. */
public class SmallBrokerage {
    public static final long TEN_O_CLOCK_MS = OffsetDateTime.parse("2026-11-20T10:00:00+09:00").toInstant().toEpochMilli();
    public static final String SAMSUNG = "005930";
    public static final long SAMSUNG_BASE_WON = 70_000;
    public static final String HYNIX = "000660";
    public static final String KODEX = "069500";
    public static final long ALICE_NUMBER = 5_000_000_101L;
    public static final long BOB_NUMBER = 5_000_000_202L;
    public static final long CASH_WON = 10_000_000;
    public static final String SECRET = "secretsecretsecretsecretsecretsecretsecrets";
    /** 0.015 % */
    private static final long FEE_RATE_PPB = 150_000;

    public final DirectEngine engine = new DirectEngine(TEN_O_CLOCK_MS);
    public final ServerKey serverKey = ServerKey.of(new byte[ServerKey.BYTES]);
    public final TokenDirectory tokens = new TokenDirectory(serverKey, engine);
    public final int alice;
    public final int bob;

    protected SmallBrokerage() {
        tokens.start().join();
        engine.startClock(TEN_O_CLOCK_MS, 1, false, new KeptReply());
        list(SAMSUNG, "삼성전자", Market.KOSPI, InstrumentKind.STOCK, 5_919_637_922L, 100, SAMSUNG_BASE_WON);
        list(HYNIX, "SK하이닉스", Market.KOSPI, InstrumentKind.STOCK, 728_002_365L, 5_000, 200_000);
        list(KODEX, "KODEX 200", Market.KOSPI, InstrumentKind.ETF, 180_000_000L, 0, 40_000);
        alice = open(ALICE_NUMBER, "alice");
        bob = open(BOB_NUMBER, "bob");
    }

    public final void list(String code, String name, Market market, InstrumentKind kind, long shares, long parWon, long baseWon) {
        var reply = new KeptReply();
        engine.listInstrument(Code.pack(code), name, market, kind, "전기전자", shares, parWon, 1, baseWon, reply);
        reply.value();
    }

    private int open(long number, String name) {
        var reply = new KeptReply();
        engine.openAccount(number, name, name, FEE_RATE_PPB, reply);
        int account = reply.intValue();
        engine.moveCash(account, CASH_WON, new KeptReply());
        for (Broker broker : Broker.values()) {
            for (Environment environment : Environment.values()) {
                engine.registerKey(account, broker, environment, key(name, environment), serverKey.secretDigest(SECRET), new KeptReply());
            }
        }
        return account;
    }

    /** The app key of a client, the same text for both brokers. */
    public static String key(String name, Environment environment) {
        return name + environment + "key";
    }

    public final void depositShares(int account, String code, long qty, long averageWon) {
        var reply = new KeptReply();
        engine.depositShares(account, Code.pack(code), qty, averageWon, reply);
        reply.value();
    }

    /** An order of the scripted trader, who needs nothing. */
    public final void scripted(Side side, String code, long qty, long priceWon) {
        scripted(Venue.KRX, side, code, qty, priceWon);
    }

    public final void scripted(Venue venue, Side side, String code, long qty, long priceWon) {
        var reply = new KeptReply();
        engine.placeOrder(HouseAccount.SCRIPTED_TRADER.id(), Code.pack(code), venue, side, OrderType.LIMIT, TimeInForce.DAY, qty,
            priceWon, reply);
        reply.value();
    }

    /** Has NXT trade a stock, too. */
    public final void listAtNxt(String code) {
        var reply = new KeptReply();
        engine.listAtNxt(Code.pack(code), reply);
        reply.value();
    }

    /** Checks that something changes nothing. */
    public final void assertUnchangedBy(Runnable attempt) {
        long before = engine.stateHashNow();
        attempt.run();
        assertEquals(before, engine.stateHashNow(), "the state has changed");
    }
}
