package dev.hoga.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.server.OrderJournal.Acknowledged;
import dev.hoga.server.OrderJournal.Entry;
import dev.hoga.server.Witness.Account;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Some bots with accounts and connections of their own, all trading one instrument at once. */
final class OrderCrowd {
    static final String CODE = "005930";
    private static final long CASH_WON = 100_000_000_000_000L;
    private static final long HELD_SHARES = 100_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<OrderBot> bots = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    private OrderCrowd() {
    }

    /** Goes to a time at which no phase begins for hours, opens the accounts and logs the bots in. */
    static OrderCrowd open(ServerProcess server, int size, long seed) throws IOException {
        var crowd = new OrderCrowd();
        // A phase that begins between two looks at a folder (NXT's at 09:00:30) would be told apart as another state.
        assertEquals(200, server.control().post("/clock", Map.of("advance", "PT1H")).status());
        WireAnswer instrument = server.control().get("/instruments/" + CODE);
        for (int i = 0; i < size; i++) {
            WireAnswer opened = server.control().post("/accounts", Map.of("name", "bot " + i, "cash", Map.of("KRW", CASH_WON),
                "holdings", List.of(Map.of("code", CODE, "quantity", HELD_SHARES, "averagePrice", 1_000))));
            assertEquals(200, opened.status(), opened::text);
            Map<String, Object> account = opened.json();
            KiwoomClient client = KiwoomClient.ofAccount(server.newWire(), account);
            assertEquals(0, client.login().returnCode());
            crowd.bots.add(new OrderBot(Long.parseLong((String) account.get("accountNumber")), client, CODE,
                instrument.number("basePrice"), instrument.number("tick"), seed * size + i));
        }
        return crowd;
    }

    List<OrderBot> bots() {
        return bots;
    }

    List<OrderJournal> journals() {
        return bots.stream().map(OrderBot::journal).toList();
    }

    /** How many orders were acknowledged, of all runs. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** What is promised at this instant. */
    Set<Entry> promised() {
        return journals().stream().flatMap(journal -> journal.entries().stream())
            .filter(entry -> entry.answer() instanceof Acknowledged).collect(Collectors.toSet());
    }

    /** What every account was opened with. */
    static Account opened() {
        return new Account(CASH_WON, Map.of(CODE, HELD_SHARES));
    }

    /** Lets every bot send until its connection is cut. */
    void run() {
        stopped = false;
        for (OrderBot bot : bots) {
            threads.add(Thread.ofPlatform().name("bot " + bot.journal().accountNumber()).daemon()
                .start(() -> bot.runUntilCut(acknowledged, () -> stopped)));
        }
    }

    /**
     * Waits until so many orders were acknowledged, of all runs, or the server has ended.
     *
     * @param running whether the server runs
     */
    void awaitAcknowledged(int total, BooleanSupplier running) {
        await("acknowledged orders", () -> acknowledged.get() >= total || !running.getAsBoolean());
    }

    /** Lets every bot read the answer it waits for, and no more. */
    void stop() throws IOException {
        stopped = true;
        awaitEnd();
    }

    /** Waits until every bot has noticed that the server is gone. */
    void awaitEnd() throws IOException {
        try {
            for (Thread thread : threads) {
                assertTrue(thread.join(PATIENCE), () -> thread.getName() + " still waits for an answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        threads.clear();
    }

    /** Takes up the connection again, with the tokens of before. */
    void reconnect(ServerProcess server) {
        bots.forEach(bot -> bot.use(server.newWire()));
    }

    static void await(String what, BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - deadlineNs < 0, () -> "waited " + PATIENCE + " for " + what);
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + what, e);
            }
        }
    }
}
