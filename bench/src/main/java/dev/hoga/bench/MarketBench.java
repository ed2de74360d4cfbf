package dev.hoga.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the simulated market costs: a day of the core alone; then a server with {@code ./hoga}'s flags at speed 1, for a day at
 * the highest speed, and killed in the middle of another such day. Sync is on. Linux.
 */
final class MarketBench {
    private static final int HIGHEST_SPEED = 86_400;
    /** A minute of market time after the start is no ordinary one, and code that is not compiled yet is slow. */
    private static final long SETTLE_MS = 20_000;
    private static final long LOOK_MS = 50;
    private static final double NANOS_TO_SECONDS = 1e-9;
    private static final double NANOS_TO_MILLIS = 1e-6;
    private static final double MILLIS_TO_MINUTES = 1.0 / 60_000;
    private static final long KILOBYTES_TO_MEGA = 1_024;

    private final MarketBenchOptions options;
    private final PrintStream out;

    MarketBench(MarketBenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() throws IOException {
        Files.createDirectories(options.parent());
        Path parent = Files.createTempDirectory(options.parent().toAbsolutePath(), "market-bench");
        try {
            out.println(Conditions.here(parent) + ", flags of the servers: " + String.join(" ", ServerChild.JVM_FLAGS));
            for (int instruments : options.alone()) {
                alone(instruments);
            }
            for (int instruments : options.served()) {
                served(instruments, Files.createDirectory(parent.resolve("of-" + instruments)));
            }
        } finally {
            Folders.delete(parent);
        }
    }

    private void alone(int instruments) throws IOException {
        DayAlone.Figures day = new DayAlone(instruments, options.seed()).run();
        out.printf("core alone, %,d instruments, continuous trading of a day: %,d orders, %,d trades, %,d changes of books in %.1f s "
            + "of processor time; %,d ticks; the longest command, the switch and the night included, took %.0f ms, at minute %.0f%n",
            instruments, day.orders(), day.trades(), day.bookChanges(), day.tookNs() * NANOS_TO_SECONDS, day.commands(),
            day.longestNs() * NANOS_TO_MILLIS, day.longestAtMs() * MILLIS_TO_MINUTES);
    }

    private void served(int instruments, Path folder) throws IOException {
        String before;
        long killedNs;
        try (ServerChild server = start(folder); var house = new House(server.port(), server.controlToken())) {
            list(house, instruments);
            pause(SETTLE_MS);
            watch(instruments, server);
            fastDay(instruments, server, house);
            LocalDate next = house.tradingDate();
            awaitMarketTime(house, next + "T12:00");
            house.clock("\"frozen\":true");
            before = settledHash(house);
            killedNs = System.nanoTime();
            server.kill();
        }
        restart(instruments, folder, before, killedNs);
    }

    private ServerChild start(Path folder) throws IOException {
        return ServerChild.hoga(folder, options.serverFlags(), "--sync", "on", "--participants", "on", "--seed",
            Long.toString(options.seed()));
    }

    private static void list(House house, int instruments) throws IOException {
        List<String[]> universe = ListedRows.universe();
        for (int i = universe.size(); i < instruments; i++) {
            String[] row = ListedRows.row(universe, i);
            house.control("POST", "/instruments", """
                {"code":"%s","name":"%s","market":"%s","kind":"%s","sector":"%s","listedShares":%s,"parValue":%s,"leverage":%s,\
                "basePrice":%s,"effective":"now"}""".formatted(row[ListedRows.CODE], row[ListedRows.NAME], row[ListedRows.MARKET],
                row[ListedRows.KIND], row[ListedRows.SECTOR], row[ListedRows.LISTED_SHARES], row[ListedRows.PAR_VALUE],
                row[ListedRows.LEVERAGE], row[ListedRows.BASE_PRICE]));
        }
    }

    private void watch(int instruments, ServerChild server) throws IOException {
        Duration before = server.processorTime();
        pause(TimeUnit.SECONDS.toMillis(options.seconds()));
        Duration used = server.processorTime().minus(before);
        out.printf("server, %,d instruments, speed 1: %.1f %% of one core over %d s, %,d MB resident%n", instruments,
            100 * used.toNanos() * NANOS_TO_SECONDS / options.seconds(), options.seconds(),
            server.residentKilobytes() / KILOBYTES_TO_MEGA);
    }

    /** Ends on the next trading date, at the highest speed. */
    private void fastDay(int instruments, ServerChild server, House house) throws IOException {
        LocalDate day = house.tradingDate();
        Duration before = server.processorTime();
        Duration busiestBefore = server.busiestThreadTime();
        long startNs = System.nanoTime();
        String from = house.marketTime();
        house.clock("\"speed\":" + HIGHEST_SPEED);
        awaitMarketTime(house, day + "T15:31");
        long tookNs = System.nanoTime() - startNs;
        out.printf("server, %,d instruments, the day from %s at speed %,d: %.1f s; processor time %.1f s, of the busiest thread "
            + "%.1f s; %,d MB resident%n", instruments, from, HIGHEST_SPEED, tookNs * NANOS_TO_SECONDS,
            server.processorTime().minus(before).toNanos() * NANOS_TO_SECONDS,
            server.busiestThreadTime().minus(busiestBefore).toNanos() * NANOS_TO_SECONDS,
            server.residentKilobytes() / KILOBYTES_TO_MEGA);
        while (house.tradingDate().equals(day)) {
            pause(LOOK_MS);
        }
    }

    private static void awaitMarketTime(House house, String time) throws IOException {
        while (house.marketTime().compareTo(time) < 0) {
            pause(LOOK_MS);
        }
    }

    /** The hash once nothing is left to do at the moment at which the clock stands. */
    private static String settledHash(House house) throws IOException {
        String last = house.stateHash();
        for (String next = ""; !next.equals(last); ) {
            last = next.isEmpty() ? last : next;
            pause(2 * LOOK_MS);
            next = house.stateHash();
        }
        return last;
    }

    private void restart(int instruments, Path folder, String before, long killedNs) throws IOException {
        try (ServerChild server = start(folder); var house = new House(server.port(), server.controlToken())) {
            double seconds = (System.nanoTime() - killedNs) * NANOS_TO_SECONDS;
            double processorSeconds = server.processorTime().toNanos() * NANOS_TO_SECONDS;
            String hash = house.stateHash();
            if (!hash.equals(before)) {
                throw new IllegalStateException("the state is another one after the kill");
            }
            out.printf("server, %,d instruments, kill -9 at noon of a day at speed %,d: READY after %.1f s (%.1f s of "
                + "processor time), the same hash%n", instruments, HIGHEST_SPEED, seconds, processorSeconds);
        }
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
