package dev.hoga.core;

import java.util.List;

/**
 * An open market for examples: one share with base 70,000 (tick 100, limits 49,000 to 91,000) and two clients who each have
 * 100,000,000 won and 1,000 shares at 60,000, paying 0.015 %. Host time stands at 0 unless a test moves it.
 */
final class TradingFloor {
    static final long CODE = Code.pack("005930");
    static final int SCRIPTED = HouseAccount.SCRIPTED_TRADER.id();
    /** 2026-11-20 (a Friday) 09:00:00 in Korea. */
    static final long OPEN_MS = 1_795_132_800_000L;

    final EventLog events = new EventLog();
    final Brokerage core = new Brokerage(events);
    final BrokerageView view = core.view();
    final int alice;
    final int bob;

    TradingFloor() {
        this(70_000);
    }

    /** The same with another base price; at 10 won the limits, 7 and 13, are too near to interrupt trading. */
    TradingFloor(long baseWon) {
        list(CODE, InstrumentKind.STOCK, 1, baseWon);
        alice = client(5_000_000_101L, 150_000, 100_000_000);
        bob = client(5_000_000_201L, 150_000, 100_000_000);
        core.depositShares(0, 1, alice, CODE, 1_000, 60_000);
        core.depositShares(0, 1, bob, CODE, 1_000, 60_000);
        core.startClock(0, 1, OPEN_MS, 1, false);
        events.take();
    }

    int list(long code, InstrumentKind kind, int leverage, long baseWon) {
        return list(code, kind, leverage, 1_000_000, baseWon);
    }

    /** A share whose number of listed shares is not known, so that a quote can be as large as the core takes. */
    int listWithoutQuoteSize(long code, long baseWon) {
        return list(code, InstrumentKind.STOCK, 1, 0, baseWon);
    }

    private int list(long code, InstrumentKind kind, int leverage, long listedShares, long baseWon) {
        core.listInstrument(0, 1, code, "name", Market.KOSPI, kind, "sector", listedShares, 100, leverage, baseWon);
        events.take();
        return view.instrumentId(code);
    }

    int client(long number, long feeRatePpb, long cashWon) {
        core.openAccount(0, 1, number, "name", "hts", feeRatePpb);
        int account = view.accountId(number);
        core.moveCash(0, 1, account, cashWon);
        events.take();
        return account;
    }

    int place(int account, Side side, OrderType type, TimeInForce timeInForce, long shares, long priceWon) {
        core.placeOrder(0, 1, account, CODE, Venue.KRX, side, type, timeInForce, shares, priceWon);
        return events.lastOrder;
    }

    int buy(int account, long shares, long priceWon) {
        return place(account, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
    }

    int sell(int account, long shares, long priceWon) {
        return place(account, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
    }

    int buyMarket(int account, long shares) {
        return place(account, Side.BUY, OrderType.MARKET, TimeInForce.DAY, shares, 0);
    }

    int sellMarket(int account, long shares) {
        return place(account, Side.SELL, OrderType.MARKET, TimeInForce.DAY, shares, 0);
    }

    int amend(int account, int original, OrderType type, long shares, long priceWon) {
        core.amendOrder(0, 1, account, CODE, Venue.KRX, original, type, shares, priceWon);
        return events.lastOrder;
    }

    int cancel(int account, int original, long shares) {
        core.cancelOrder(0, 1, account, CODE, Venue.KRX, original, shares);
        return events.lastOrder;
    }

    /** Trades one share at a price between the clients, so that it is the last. */
    void lastPrice(long priceWon) {
        sell(bob, 1, priceWon);
        buy(alice, 1, priceWon);
        events.take();
    }

    /** What was said since the last call. */
    List<String> said() {
        return events.take();
    }

    /** The holding of an account in the share. */
    int holding(int account) {
        for (int slot = view.firstHolding(account); slot >= 0; slot = view.nextHolding(slot)) {
            if (view.holdingInstrument(slot) == 0) {
                return slot;
            }
        }
        throw new IllegalStateException("account " + account + " never held the share");
    }
}
