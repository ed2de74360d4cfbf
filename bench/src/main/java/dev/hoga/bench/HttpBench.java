package dev.hoga.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Durable orders over HTTP beside a constant answer of the same stack. Two processes with the same flags, a whole Hoga with
 * sync on and a {@link ConstantServer}, take turns before the same client with the same requests: buy orders far below the
 * market, which rest. Each round of Hoga begins with a trading day without orders, and when history has written those of the day
 * before: what that takes of processor time is told apart.
 */
final class HttpBench {
    private static final List<String> CODES = List.of("005930", "000660", "373220", "207940", "005380", "000270", "105560", "055550",
        "086790", "316140", "012450", "034020", "329180", "042660", "028260", "068270");
    private static final int ACCOUNTS = 16;
    private static final long CASH_WON = 1_000_000_000_000_000L;
    private static final int REQUESTS_PER_ACCOUNT = 256;
    /** Prices from the day's lowest on that are used. */
    private static final int PRICES = 32;
    private static final int MOST_SHARES = 10;
    private static final double NANOS_PER_MICRO = 1e3;

    private final HttpBenchOptions options;
    private final PrintStream out;

    /** One side's turn. @param dayEndMicros what the end of the day takes for each of its orders; 0 before there is one */
    private record Turn(HttpLoad.Result load, double processorMicros, double clientMicros, double dayEndMicros) {
    }

    HttpBench(HttpBenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() throws IOException {
        Files.createDirectories(options.parent());
        Path folder = Files.createTempDirectory(options.parent().toAbsolutePath(), "http-bench");
        try (ServerChild hoga = ServerChild.hoga(folder, options.serverFlags(), "--sync", "on", "--participants", "off");
            var house = new House(hoga.port(), hoga.controlToken());
            ServerChild constant = ServerChild.start("", ConstantServer.class.getName(), List.of())) {
            out.println(Conditions.here(folder) + ", flags of both servers: " + String.join(" ", ServerChild.JVM_FLAGS));
            List<List<ByteBuffer>> requests = requests(house);
            for (int connections : options.connections()) {
                var ofConnections = new ArrayList<List<ByteBuffer>>();
                for (int i = 0; i < connections; i++) {
                    ofConnections.add(requests.get(i % ACCOUNTS));
                }
                try (var toHoga = new HttpLoad(hoga.port(), ofConnections);
                    var toConstant = new HttpLoad(constant.port(), ofConnections)) {
                    measure(connections, house, hoga, toHoga, constant, toConstant);
                }
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void measure(int connections, House house, ServerChild hoga, HttpLoad toHoga, ServerChild constant,
        HttpLoad toConstant) throws IOException {
        toConstant.run(TimeUnit.SECONDS.toNanos(options.warmUpSeconds()));
        house.nextTradingDay();
        toHoga.run(TimeUnit.SECONDS.toNanos(options.warmUpSeconds()));
        house.nextTradingDay();
        hoga.awaitRest();
        var orders = new ArrayList<Turn>();
        var answers = new ArrayList<Turn>();
        for (int round = 0; round < options.rounds(); round++) {
            answers.add(turn(constant, toConstant));
            Turn taken = turn(hoga, toHoga);
            orders.add(new Turn(taken.load, taken.processorMicros, taken.clientMicros, dayEndMicros(house, hoga, taken)));
        }
        print(connections, answers, orders);
    }

    private Turn turn(ServerChild server, HttpLoad load) throws IOException {
        Duration serverBefore = server.processorTime();
        Duration clientBefore = ownProcessorTime();
        HttpLoad.Result result = load.run(TimeUnit.SECONDS.toNanos(options.seconds()));
        return new Turn(result,
            server.processorTime().minus(serverBefore).toNanos() / NANOS_PER_MICRO / result.answered(),
            ownProcessorTime().minus(clientBefore).toNanos() / NANOS_PER_MICRO / result.answered(), 0);
    }

    /** Lets the day end and history write it. @return the processor time that takes for each order of the day */
    private static double dayEndMicros(House house, ServerChild hoga, Turn day) throws IOException {
        Duration before = hoga.processorTime();
        house.nextTradingDay();
        hoga.awaitRest();
        return hoga.processorTime().minus(before).toNanos() / NANOS_PER_MICRO / day.load.answered();
    }

    private static Duration ownProcessorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void print(int connections, List<Turn> answers, List<Turn> orders) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < orders.size(); i++) {
            ratios.add(orders.get(i).load.perSecond() / answers.get(i).load.perSecond());
        }
        out.printf("%d connections: ratio %.2f (rounds%s)%n", connections, Medians.of(ratios),
            String.join("", ratios.stream().map(" %.2f"::formatted).toList()));
        print("constant answers", answers);
        print("durable orders", orders);
        out.printf("  the day's end, history included: %.1f us of processor time for each order%n", median(orders, Turn::dayEndMicros));
    }

    private void print(String what, List<Turn> turns) {
        out.printf("  %-16s %,9.0f/s, p50 %,6.0f us, p99 %,6.0f us; processor time for each: server %.1f us, client %.1f us%n",
            what, median(turns, turn -> turn.load.perSecond()), median(turns, turn -> turn.load.latencies().micros(0.5)),
            median(turns, turn -> turn.load.latencies().micros(0.99)), median(turns, Turn::processorMicros),
            median(turns, Turn::clientMicros));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> value) {
        return Medians.of(turns.stream().map(value::applyAsDouble).toList());
    }

    /** What each account sends. */
    private static List<List<ByteBuffer>> requests(House house) throws IOException {
        var random = new Random(1);
        var prices = new ArrayList<House.Prices>();
        for (String code : CODES) {
            prices.add(house.prices(code));
        }
        var ofAccounts = new ArrayList<List<ByteBuffer>>();
        for (int account = 0; account < ACCOUNTS; account++) {
            String token = house.openAccount("bench" + account, CASH_WON);
            var ofAccount = new ArrayList<ByteBuffer>();
            for (int i = 0; i < REQUESTS_PER_ACCOUNT; i++) {
                int code = random.nextInt(CODES.size());
                long priceWon = prices.get(code).lowestWon() + random.nextInt(PRICES) * prices.get(code).tickWon();
                ofAccount.add(OrderRequest.buy(token, CODES.get(code), 1 + random.nextInt(MOST_SHARES), priceWon));
            }
            ofAccounts.add(ofAccount);
        }
        return ofAccounts;
    }
}
