package dev.hoga.bench;

import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.engine.CommandPort;
import dev.hoga.engine.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * Clients that place an order far from the market and cancel it, in turns, all of them driven by the thread that runs this.
 * On a market of one stock and one account.
 */
final class EngineLoad {
    private static final long CODE = Code.pack("005930");
    private static final long BASE_WON = 70_000;
    private static final long FAR_BELOW_WON = 50_000;
    private static final long CASH_WON = 1_000_000_000_000L;
    private static final long LISTED_SHARES = 5_000_000_000L;
    private static final long FEE_RATE_PPB = 150_000;
    private static final long TEN_ON_A_FRIDAY_MS = TimeUnit.DAYS.toMillis(20_777) + TimeUnit.HOURS.toMillis(1);

    private final CommandPort commands;
    private final int account;
    private final int clients;
    private final ManyToOneConcurrentArrayQueue<Client> answeredClients;
    private Latencies latencies = new Latencies();

    /** What a run came to. */
    record Result(Latencies latencies, long tookNs) {

        double perSecond() {
            return latencies.count() * (double) TimeUnit.SECONDS.toNanos(1) / tookNs;
        }
    }

    /** @param account as {@link #open} has opened it */
    EngineLoad(CommandPort commands, int account, int clients) {
        this.commands = commands;
        this.account = account;
        this.clients = clients;
        answeredClients = new ManyToOneConcurrentArrayQueue<>(clients);
    }

    /** Opens the market on an empty brokerage. @return the account */
    static int open(CommandPort commands) {
        await(reply -> commands.startClock(TEN_ON_A_FRIDAY_MS, 1, false, reply));
        await(reply -> commands.listInstrument(CODE, "bench", Market.KOSPI, InstrumentKind.STOCK, "bench", LISTED_SHARES, 100, 1,
            BASE_WON, reply));
        int account = (int) await(reply -> commands.openAccount(1_000_000_000L, "bench", "bench", FEE_RATE_PPB, reply));
        await(reply -> commands.moveCash(account, CASH_WON, reply));
        return account;
    }

    /** Lets trading days pass, at the same time of the day. @param weeks from the first day on */
    static void goTo(CommandPort commands, int weeks) {
        await(reply -> commands.setMarketTime(TEN_ON_A_FRIDAY_MS + TimeUnit.DAYS.toMillis(7L * weeks), reply));
    }

    private static long await(Consumer<Reply> command) {
        var answer = new CompletableFuture<Long>();
        command.accept(new Reply() {
            @Override
            public void accepted(long value) {
                answer.complete(value);
            }

            @Override
            public void rejected(Reject reject, long detail) {
                answer.completeExceptionally(new IllegalStateException("refused: " + reject + " " + detail));
            }

            @Override
            public void overloaded() {
                answer.completeExceptionally(new IllegalStateException("overloaded"));
            }

            @Override
            public void unknown() {
                answer.completeExceptionally(new IllegalStateException("no answer"));
            }
        });
        return answer.join();
    }

    /** Sends for so long, and waits for the last answers. */
    Result run(long forNs) {
        long startNs = System.nanoTime();
        return runWhile(() -> System.nanoTime() - startNs < forNs);
    }

    /** Sends so many commands, or up to as many more as there are clients, and waits for the last answers. */
    Result runCommands(long count) {
        return runWhile(() -> latencies.count() < count);
    }

    private Result runWhile(BooleanSupplier more) {
        latencies = new Latencies();
        var idle = new BackoffIdleStrategy(100, 10, TimeUnit.MICROSECONDS.toNanos(1), TimeUnit.MICROSECONDS.toNanos(50));
        long startNs = System.nanoTime();
        int underWay = 0;
        for (; underWay < clients; underWay++) {
            new Client().send();
        }
        while (underWay > 0) {
            Client client = answeredClients.poll();
            if (client == null) {
                idle.idle();
                continue;
            }
            idle.reset();
            client.requireGood();
            latencies.add(client.answeredNs - client.sentNs);
            if (more.getAsBoolean()) {
                client.send();
            } else {
                underWay--;
            }
        }
        return new Result(latencies, System.nanoTime() - startNs);
    }

    /** One client with at most one command under way. */
    private final class Client implements Reply {
        private int restingOrder;
        private boolean placing;
        private long sentNs;
        private long answeredNs;
        private String failure = "";

        void send() {
            sentNs = System.nanoTime();
            placing = restingOrder == 0;
            if (placing) {
                commands.placeOrder(account, CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, FAR_BELOW_WON, this);
            } else {
                commands.cancelOrder(account, CODE, Venue.KRX, restingOrder, 0, this);
            }
        }

        void requireGood() {
            if (!failure.isEmpty()) {
                throw new IllegalStateException(failure);
            }
        }

        private void done() {
            answeredNs = System.nanoTime();
            if (!answeredClients.offer(this)) {
                throw new IllegalStateException("more answers than commands");
            }
        }

        private void failed(String why) {
            failure = why;
            done();
        }

        @Override
        public void accepted(long value) {
            failed("an order was answered as something else");
        }

        @Override
        public void orderAccepted(int orderNumber, int rootNumber, Side side, long qtyShares, long marketTimeMs) {
            restingOrder = placing ? orderNumber : 0;
            done();
        }

        @Override
        public void rejected(Reject reject, long detail) {
            failed("refused: " + reject + " " + detail);
        }

        @Override
        public void overloaded() {
            failed("overloaded");
        }

        @Override
        public void unknown() {
            failed("no answer in time");
        }
    }
}
