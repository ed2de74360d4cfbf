package dev.hoga.bench;

import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.core.Venue;
import dev.hoga.engine.AeronEngine;
import dev.hoga.engine.CommandPort;
import dev.hoga.engine.EngineConfig;
import dev.hoga.engine.Reply;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * Round trips through the engine: an order placed far from the market, then cancelled, over and over, each answered when its
 * record is in the log and, with sync on, forced. One thread sends for as many clients as commands may be under way.
 */
final class EngineBench {
    private static final long CODE = Code.pack("005930");
    private static final long BASE_WON = 70_000;
    private static final long FAR_BELOW_WON = 50_000;
    private static final long CASH_WON = 1_000_000_000_000L;
    private static final long LISTED_SHARES = 5_000_000_000L;
    private static final long FEE_RATE_PPB = 150_000;
    private static final long TEN_ON_A_FRIDAY_MS = TimeUnit.DAYS.toMillis(20_777) + TimeUnit.HOURS.toMillis(1);
    private static final int MOST_LATENCIES = 1 << 22;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double P50 = 0.5;
    private static final double P99 = 0.99;

    private final EngineBenchOptions options;
    private final PrintStream out;

    EngineBench(EngineBenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() throws IOException {
        Files.createDirectories(options.parent());
        Path folder = Files.createTempDirectory(options.parent(), "engine-bench");
        out.printf("JDK %s, %d processors, folder on %s, sync %s%n", Runtime.version(),
            Runtime.getRuntime().availableProcessors(), Files.getFileStore(folder).type(), options.sync() ? "on" : "off");
        try (AeronEngine engine = AeronEngine.start(EngineConfig.of(folder).sync(options.sync()).build())) {
            int account = setUp(engine.commands());
            for (int underWay : options.underWay()) {
                new Load(engine.commands(), account, underWay).run(TimeUnit.SECONDS.toNanos(options.seconds()));
                Load load = new Load(engine.commands(), account, underWay);
                long tookNs = load.run(TimeUnit.SECONDS.toNanos(options.seconds()));
                print(underWay, load, tookNs);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static int setUp(CommandPort commands) {
        await(reply -> commands.startClock(TEN_ON_A_FRIDAY_MS, 1, false, reply));
        await(reply -> commands.listInstrument(CODE, "bench", Market.KOSPI, InstrumentKind.STOCK, "bench", LISTED_SHARES, 100, 1,
            BASE_WON, reply));
        int account = (int) await(reply -> commands.openAccount(1_000_000_000L, "bench", "bench", FEE_RATE_PPB, reply));
        await(reply -> commands.moveCash(account, CASH_WON, reply));
        return account;
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

    private void print(int underWay, Load load, long tookNs) {
        long[] sorted = Arrays.copyOf(load.latenciesNs, load.measured());
        Arrays.sort(sorted);
        out.printf("  %,5d under way: %,10.0f round trips/s, p50 %,.0f us, p99 %,.0f us%n", underWay,
            load.answered * (double) TimeUnit.SECONDS.toNanos(1) / tookNs, sorted[(int) (sorted.length * P50)] / NANOS_PER_MICRO,
            sorted[(int) (sorted.length * P99)] / NANOS_PER_MICRO);
    }

    /** Clients that place and cancel in turns, all of them driven by the thread that runs this. */
    private static final class Load {
        private final CommandPort commands;
        private final int account;
        private final int clients;
        private final ManyToOneConcurrentArrayQueue<Client> answeredClients;
        private final long[] latenciesNs = new long[MOST_LATENCIES];
        private long answered;

        Load(CommandPort commands, int account, int clients) {
            this.commands = commands;
            this.account = account;
            this.clients = clients;
            answeredClients = new ManyToOneConcurrentArrayQueue<>(clients);
        }

        int measured() {
            return (int) Math.min(answered, MOST_LATENCIES);
        }

        /** @return how long it took, until the last answer */
        long run(long forNs) {
            var idle = new BackoffIdleStrategy(100, 10, TimeUnit.MICROSECONDS.toNanos(1), TimeUnit.MICROSECONDS.toNanos(50));
            long startNs = System.nanoTime();
            int underWay = 0;
            for (; underWay < clients; underWay++) {
                new Client(this).send();
            }
            while (underWay > 0) {
                Client client = answeredClients.poll();
                if (client == null) {
                    idle.idle();
                    continue;
                }
                idle.reset();
                client.requireGood();
                latenciesNs[(int) (answered++ % MOST_LATENCIES)] = client.answeredNs - client.sentNs;
                if (System.nanoTime() - startNs < forNs) {
                    client.send();
                } else {
                    underWay--;
                }
            }
            return System.nanoTime() - startNs;
        }
    }

    /** One client with at most one command under way. */
    private static final class Client implements Reply {
        private final Load load;
        private int restingOrder;
        private boolean placing;
        private long sentNs;
        private long answeredNs;
        private String failure = "";

        Client(Load load) {
            this.load = load;
        }

        void send() {
            sentNs = System.nanoTime();
            placing = restingOrder == 0;
            if (placing) {
                load.commands.placeOrder(load.account, CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1,
                    FAR_BELOW_WON, this);
            } else {
                load.commands.cancelOrder(load.account, CODE, Venue.KRX, restingOrder, 0, this);
            }
        }

        void requireGood() {
            if (!failure.isEmpty()) {
                throw new IllegalStateException(failure);
            }
        }

        private void done() {
            answeredNs = System.nanoTime();
            if (!load.answeredClients.offer(this)) {
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
