package dev.hoga.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Frames pushed to many sessions. First at full load, in turns with a {@link BareBroadcast} of the same bytes: each request is
 * an order that fills here, and a signal there, and sends its frames to every session. Then at a rate of fills, in turns with
 * and without one session that reads nothing: how long a trade's frame takes to the sessions that read.
 */
final class FanOutBench {
    private static final String SOCKET_PATH = "/api/dostk/websocket";
    private static final int STOCKS = 100;
    private static final long BASE_WON = 70_000;
    private static final long CASH_WON = 1_000_000_000_000_000L;
    private static final long SHARES_FOR_SALE = 1_000_000;
    private static final int LINES = 16;
    /** Before anything is timed, so many times the rate for so long fills the kernel's room for the stalled session. */
    private static final int STALL_SECONDS = 6;
    private static final int STALL_RATE = 5;
    private static final double FRAMES_TO_THOUSANDS = 1e-3;
    private static final double BYTES_TO_MEGA = 1e-6;

    private final FanOutOptions options;
    private final PrintStream out;

    FanOutBench(FanOutOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() throws IOException {
        Files.createDirectories(options.parent());
        Path folder = Files.createTempDirectory(options.parent().toAbsolutePath(), "fan-out-bench");
        try (ServerChild hoga = ServerChild.hoga(folder, options.serverFlags(), "--sync", "on", "--participants", "off");
            var house = new House(hoga.port(), hoga.controlToken());
            var selector = Selector.open()) {
            out.println(Conditions.here(folder) + ", flags of both servers: " + String.join(" ", ServerChild.JVM_FLAGS));
            List<String> codes = listStocks(house);
            List<ByteBuffer> orders = orders(codes, house.openAccount("buyer", CASH_WON));
            try (var toHoga = new FanOutLoad(selector, hoga.port(), SOCKET_PATH, greetings(house, codes), codes, orders,
                LINES)) {
                warmUp(toHoga);
                try (ServerChild bare = ServerChild.start("", BareBroadcast.class.getName(), files(folder, toHoga.samples()));
                    var toBare = new FanOutLoad(selector, bare.port(), SOCKET_PATH, nothingToSay(), codes, orders, LINES)) {
                    warmUp(toBare);
                    atFullLoad(toHoga, toBare);
                }
                atARate(hoga, toHoga);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void warmUp(FanOutLoad load) throws IOException {
        load.saturate(options.fillsUnderWay(), TimeUnit.SECONDS.toNanos(options.warmUpSeconds()));
    }

    private void atFullLoad(FanOutLoad toHoga, FanOutLoad toBare) throws IOException {
        var pushed = new ArrayList<FanOutLoad.Result>();
        var bare = new ArrayList<FanOutLoad.Result>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < options.rounds(); round++) {
            bare.add(toBare.saturate(options.fillsUnderWay(), TimeUnit.SECONDS.toNanos(options.seconds())));
            pushed.add(toHoga.saturate(options.fillsUnderWay(), TimeUnit.SECONDS.toNanos(options.seconds())));
            ratios.add(pushed.getLast().framesPerSecond() / bare.getLast().framesPerSecond());
        }
        out.printf("%d sessions, %d stocks, 0B and 0D, %d fills under way: ratio %.2f (rounds%s)%n", options.sessions(), STOCKS,
            options.fillsUnderWay(), Medians.of(ratios), String.join("", ratios.stream().map(" %.2f"::formatted).toList()));
        printFullLoad("bare broadcast", bare);
        printFullLoad("fills", pushed);
    }

    private void printFullLoad(String what, List<FanOutLoad.Result> turns) {
        out.printf("  %-14s %6.1f thousand frames/s, %5.0f MB/s, %,6.0f a second, %.0f frames for each%n", what,
            median(turns, turn -> turn.framesPerSecond() * FRAMES_TO_THOUSANDS),
            median(turns, turn -> turn.bytes() * BYTES_TO_MEGA * TimeUnit.SECONDS.toNanos(1) / turn.tookNs()),
            median(turns, FanOutLoad.Result::fillsPerSecond), median(turns, turn -> (double) turn.frames() / turn.fills()));
    }

    private void atARate(ServerChild hoga, FanOutLoad load) throws IOException {
        int chosen = options.sessions() / 2;
        var without = new ArrayList<FanOutLoad.Result>();
        var with = new ArrayList<FanOutLoad.Result>();
        long mostKilobytes = 0;
        long mostStalledKilobytes = 0;
        long leftOut = 0;
        load.pace(options.fillsPerSecond(), TimeUnit.SECONDS.toNanos(options.seconds()));
        for (int round = 0; round < options.rounds(); round++) {
            without.add(load.pace(options.fillsPerSecond(), TimeUnit.SECONDS.toNanos(options.seconds())));
            mostKilobytes = Math.max(mostKilobytes, hoga.residentKilobytes());
            load.stall(chosen);
            FanOutLoad.Result filling = load.pace(STALL_RATE * options.fillsPerSecond(), TimeUnit.SECONDS.toNanos(STALL_SECONDS));
            with.add(load.pace(options.fillsPerSecond(), TimeUnit.SECONDS.toNanos(options.seconds())));
            mostStalledKilobytes = Math.max(mostStalledKilobytes, hoga.residentKilobytes());
            load.resume(chosen);
            leftOut += filling.frames() / (options.sessions() - 1) + with.getLast().frames() / (options.sessions() - 1)
                - load.framesOf(chosen);
        }
        out.printf("%d fills a second, from the sending of the order that fills to a trade's frame in a session:%n",
            options.fillsPerSecond());
        printWay("all read", without);
        printWay("one is stalled", with);
        out.printf("  the stalled session got %,d frames fewer than the others, the newest state of each topic instead; resident"
            + " memory of the server at most %d MB, %d MB while one is stalled%n", leftOut, mostKilobytes / 1024,
            mostStalledKilobytes / 1024);
    }

    private void printWay(String what, List<FanOutLoad.Result> turns) {
        out.printf("  %-14s %6.1f thousand frames/s, p50 %,6.0f us, p99 %,6.0f us (rounds%s)%n", what,
            median(turns, turn -> turn.framesPerSecond() * FRAMES_TO_THOUSANDS), median(turns, turn -> turn.latencies().micros(0.5)),
            median(turns, turn -> turn.latencies().micros(0.99)),
            String.join("", turns.stream().map(turn -> " %,.0f".formatted(turn.latencies().micros(0.99))).toList()));
    }

    private static double median(List<FanOutLoad.Result> turns, ToDoubleFunction<FanOutLoad.Result> value) {
        return Medians.of(turns.stream().map(value::applyAsDouble).toList());
    }

    /** Stocks of our own, each with more for sale at one price than is ever bought. */
    private static List<String> listStocks(House house) throws IOException {
        var codes = new ArrayList<String>();
        for (int i = 0; i < STOCKS; i++) {
            String code = "9%05d".formatted(i);
            house.control("POST", "/instruments", """
                {"code":"%s","name":"bench","market":"KOSPI","basePrice":%d,"listedShares":1000000000,"effective":"now"}"""
                .formatted(code, BASE_WON));
            house.control("POST", "/orders", """
                {"code":"%s","side":"SELL","price":%d,"quantity":%d}""".formatted(code, BASE_WON, SHARES_FOR_SALE));
            codes.add(code);
        }
        return codes;
    }

    private static List<ByteBuffer> orders(List<String> codes, String token) {
        return codes.stream().map(code -> OrderRequest.buy(token, code, 1, BASE_WON)).toList();
    }

    /** Each session logs in with a key of its own, because a key has one session, and registers all. */
    private List<List<String>> greetings(House house, List<String> codes) throws IOException {
        String register = """
            {"trnm":"REG","grp_no":"1","refresh":"1","data":[{"item":["%s"],"type":["0B","0D"]}]}"""
            .formatted(String.join("\",\"", codes));
        var greetings = new ArrayList<List<String>>();
        for (int i = 0; i < options.sessions(); i++) {
            String token = house.openAccount("listener" + i, 0);
            greetings.add(List.of("{\"trnm\":\"LOGIN\",\"token\":\"" + token + "\"}", register));
        }
        return greetings;
    }

    private List<List<String>> nothingToSay() {
        return Collections.nCopies(options.sessions(), List.of());
    }

    private static List<String> files(Path folder, List<byte[]> payloads) throws IOException {
        var files = new ArrayList<String>();
        for (int i = 0; i < payloads.size(); i++) {
            files.add(Files.write(folder.resolve("frame" + i + ".json"), payloads.get(i)).toString());
        }
        return files;
    }
}
