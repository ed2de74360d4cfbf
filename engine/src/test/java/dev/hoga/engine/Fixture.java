package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderType;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** A small market on an engine under test: one instrument, its clock frozen in a session, and accounts. */
final class Fixture {
    static final long ACCOUNT_NUMBER = 8_012_345_611L;
    static final long SAMSUNG = Code.pack("005930");
    static final long CASH_WON = 1_000_000_000;
    private static final long BASE_PRICE_WON = 70_000;
    /** 2026-11-20 10:00 in Seoul, a Friday. */
    private static final long MORNING_MS = LocalDateTime.of(2026, 11, 20, 10, 0).toInstant(ZoneOffset.ofHours(9)).toEpochMilli();

    private Fixture() {
    }

    /** Opens the market and an account with money; the account's id. */
    static int openMarket(Engine engine) {
        accepted(reply -> engine.commands().startClock(MORNING_MS, 1, true, reply));
        accepted(reply -> engine.commands().listInstrument(SAMSUNG, "삼성전자", Market.KOSPI, InstrumentKind.STOCK, "전기전자",
            5_969_782_550L, 100, 1, BASE_PRICE_WON, reply));
        int account = openAccount(engine, ACCOUNT_NUMBER);
        accepted(reply -> engine.commands().moveCash(account, CASH_WON, reply));
        return account;
    }

    static int openAccount(Engine engine, long accountNumber) {
        return (int) accepted(reply -> engine.commands().openAccount(accountNumber, "홍길동", "hong", 150_000, reply));
    }

    /** Places a buy order for one share, well below the market. */
    static void buy(Engine engine, int account, long priceWon, Reply reply) {
        engine.commands().placeOrder(account, SAMSUNG, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, priceWon, reply);
    }

    /** Sends a command that must be accepted, and waits for its value. */
    static long accepted(Consumer<Reply> send) {
        var promise = new Outcome.Promise();
        send.accept(promise);
        Outcome outcome = promise.await();
        assertEquals("accepted", outcome.kind());
        return outcome.value();
    }
}
