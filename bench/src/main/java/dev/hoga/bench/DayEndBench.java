package dev.hoga.bench;

import dev.hoga.core.Brokerage;
import dev.hoga.core.Code;
import dev.hoga.core.CoreListener;
import dev.hoga.core.CreditGrade;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import java.io.PrintStream;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * What the end of a day costs where there are many accounts: the core on one thread, from the last moment of a trading date to
 * the first of the next. Everybody trades every day; a quarter of the accounts buys on margin and is left with debts that are
 * collected, by sale where they must, and a quarter buys on credit. History is on and takes every entry at once.
 */
final class DayEndBench implements CoreListener {
    private static final int INSTRUMENTS = 100;
    private static final long BASE_WON = 10_000;
    private static final long LISTED_SHARES = 1_000_000_000_000L;
    private static final int MARGIN_PERCENT = 40;
    private static final long FEE_RATE_PPB = 150_000;
    private static final long CASH_WON = 1_000_000;
    private static final long SHARES = 500;
    private static final long FIRST_ACCOUNT_NUMBER = 5_000_000_000L;
    /** 2026-11-16 (a Monday) 10:00:00 in Korea. */
    private static final long START_MS = TimeUnit.DAYS.toMillis(20_773) + TimeUnit.HOURS.toMillis(1);
    /** The business day begins at 07:30. */
    private static final long BEFORE_START_MS = TimeUnit.MINUTES.toMillis(150);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final int[] DAYS_OF_A_WEEK = {0, 1, 2, 3, 4};
    private static final double NANOS_PER_MS = 1e6;

    private final int accounts;
    private final PrintStream out;
    private final Brokerage core = new Brokerage(this);
    private final Random random;
    private long hostMs = START_MS;
    private int firstAccount;
    private long fills;
    private long forcedSales;
    private long refused;

    DayEndBench(int accounts, long seed, PrintStream out) {
        this.accounts = accounts;
        this.out = out;
        random = new Random(seed);
    }

    void run() {
        open();
        for (int day : DAYS_OF_A_WEEK) {
            fills = 0;
            refused = 0;
            trade();
            measure(day);
        }
    }

    private void open() {
        core.acknowledgeHistory(hostMs, 0, 0);
        for (int id = 0; id < INSTRUMENTS; id++) {
            core.listInstrument(hostMs, 0, code(id), "instrument " + id, Market.KOSPI, InstrumentKind.STOCK, "bench", LISTED_SHARES, 100, 1,
                BASE_WON);
            core.setInstrumentTerms(hostMs, 0, code(id), MARGIN_PERCENT, CreditGrade.A);
        }
        firstAccount = core.view().firstClientAccount();
        for (int i = 0; i < accounts; i++) {
            core.openAccount(hostMs, 0, FIRST_ACCOUNT_NUMBER + i, "bench", "bench" + i, FEE_RATE_PPB);
            core.moveCash(hostMs, 0, firstAccount + i, CASH_WON);
            core.setAccountTerms(hostMs, 0, firstAccount + i, i % 4 == 1, i % 4 == 3);
            core.depositShares(hostMs, 0, firstAccount + i, code(i % INSTRUMENTS), SHARES, BASE_WON);
        }
        core.startClock(hostMs, 0, hostMs, 1, false);
        if (core.view().accountCount() < accounts) {
            throw new IllegalStateException("accounts are missing");
        }
    }

    private static long code(int id) {
        return Code.pack("%06d".formatted(id + 1));
    }

    /** One account in two sells of what it has to the next, which buys at the same price: for cash, on margin or on credit. */
    private void trade() {
        for (int i = 0; i + 1 < accounts; i += 2) {
            int id = i % INSTRUMENTS;
            long priceWon = core.view().basePriceWon(id);
            long shares = 1 + random.nextInt((int) (2 * CASH_WON / BASE_WON));
            int seller = firstAccount + i;
            int buyer = seller + 1;
            core.placeOrder(hostMs, 1, seller, code(id), Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
            if (i % 4 == 2) {
                core.placeCreditOrder(hostMs, 1, buyer, code(id), Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon,
                    0);
            } else {
                core.placeOrder(hostMs, 1, buyer, code(id), Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
            }
        }
    }

    /** Takes the clock to a minute before the next business day, and over its beginning; only that is timed. */
    private void measure(int day) {
        long rollMs = START_MS + (day + 1) * DAY_MS - BEFORE_START_MS;
        run(rollMs - TimeUnit.MINUTES.toMillis(1));
        acknowledge();
        long startNs = System.nanoTime();
        Slices slices = run(rollMs + 1);
        double tookMs = (System.nanoTime() - startNs) / NANOS_PER_MS;
        out.printf("day %d: %,d fills, %,d orders refused; "
            + "the end of the day of %,d accounts took %.0f ms in %d slices, the longest %.1f ms%n",
            day + 1, fills, refused, accounts, tookMs, slices.count, slices.longestNs / NANOS_PER_MS);
        forcedSales = 0;
        run(START_MS + (day + 1) * DAY_MS);
        out.printf("       %,d forced sales on the next morning%n", forcedSales);
        acknowledge();
    }

    private void acknowledge() {
        core.acknowledgeHistory(hostMs, 1, core.view().nextHistoryEntry());
    }

    /** @param count commands */
    private record Slices(int count, long longestNs) {
    }

    private Slices run(long toMs) {
        int count = 0;
        long longestNs = 0;
        hostMs = toMs;
        do {
            long startNs = System.nanoTime();
            core.tick(hostMs);
            longestNs = Math.max(longestNs, System.nanoTime() - startNs);
            count++;
        } while (core.view().nextTickDueMs() <= hostMs);
        return new Slices(count, longestNs);
    }

    @Override
    public void commandAccepted(long correlationId, long value) {
        // nobody asks
    }

    @Override
    public void commandRejected(long correlationId, Reject reject, long detail) {
        if (correlationId == 0) {
            throw new IllegalStateException("refused: " + reject);
        }
        refused++;
    }

    @Override
    public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
        OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
        long marketTimeMs) {
        forcedSales += correlationId == 0 ? 1 : 0;
    }

    @Override
    public void orderFilled(int accountId, int orderNumber, int instrumentId, Side side, long qtyShares, long priceWon,
        long remainingShares, long commissionWon, long taxWon, long tradeNumber, long marketTimeMs) {
        fills++;
    }
}
