package dev.hoga.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Runs one of the measurements by name. */
public final class Bench {
    private static final String USAGE = """
        usage: core [--symbols 1,2500] [--accounts N] [--commands N] [--open-orders N] [--warm-up N] [--rounds N] [--seed N]
               engine [--folder PARENT] [--sync on|off] [--under-way 1,64,1000] [--seconds N]
               http [--folder PARENT] [--connections 1,64,256] [--warm-up SECONDS] [--rounds N] [--seconds N]
                    [--server-flags "JVM FLAGS"]
               fanout [--folder PARENT] [--sessions N] [--under-way FILLS] [--rate FILLS] [--warm-up SECONDS] [--rounds N]
                      [--seconds N] [--server-flags "JVM FLAGS"]
               restart [--folder PARENT] [--entries N] [--events N]
               market [--folder PARENT] [--alone none|70,98,2700] [--served none|98,2700] [--seconds N] [--seed N]
                      [--server-flags "JVM FLAGS"]
               dayend [--accounts N] [--seed N]""";

    private Bench() {
    }

    /** @param args the measurement's name and its options */
    public static void main(String[] args) throws IOException {
        Iterator<String> words = Arrays.asList(args).iterator();
        try {
            switch (words.hasNext() ? words.next() : "") {
                case "core" -> new CoreBench(coreOptions(words), System.out).run();
                case "engine" -> new EngineBench(engineOptions(words), System.out).run();
                case "http" -> new HttpBench(httpOptions(words), System.out).run();
                case "fanout" -> new FanOutBench(fanOutOptions(words), System.out).run();
                case "restart" -> new RestartBench(restartOptions(words), System.out).run();
                case "market" -> new MarketBench(marketOptions(words), System.out).run();
                case "dayend" -> {
                    Map<String, String> given = options(words, Set.of("--accounts", "--seed"));
                    new DayEndBench(number(given, "--accounts", 100_000), number(given, "--seed", 1), System.out).run();
                }
                default -> throw new IllegalArgumentException("no such measurement");
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
            System.exit(2);
        }
    }

    private static CoreBenchOptions coreOptions(Iterator<String> words) {
        CoreBenchOptions standard = CoreBenchOptions.STANDARD;
        Map<String, String> given = options(words,
            Set.of("--symbols", "--accounts", "--commands", "--open-orders", "--warm-up", "--rounds", "--seed"));
        return new CoreBenchOptions(numbers(given, "--symbols", standard.symbols()),
            number(given, "--accounts", standard.accounts()), number(given, "--commands", standard.commands()),
            number(given, "--open-orders", standard.openOrders()), number(given, "--warm-up", standard.warmUpRounds()),
            number(given, "--rounds", standard.rounds()), number(given, "--seed", (int) standard.seed()));
    }

    private static EngineBenchOptions engineOptions(Iterator<String> words) {
        EngineBenchOptions standard = EngineBenchOptions.STANDARD;
        Map<String, String> given = options(words, Set.of("--folder", "--sync", "--under-way", "--seconds"));
        return new EngineBenchOptions(Path.of(given.getOrDefault("--folder", standard.parent().toString())),
            given.getOrDefault("--sync", "on").equals("on"), numbers(given, "--under-way", standard.underWay()),
            number(given, "--seconds", standard.seconds()));
    }

    private static HttpBenchOptions httpOptions(Iterator<String> words) {
        HttpBenchOptions standard = HttpBenchOptions.STANDARD;
        Map<String, String> given = options(words,
            Set.of("--folder", "--connections", "--warm-up", "--rounds", "--seconds", "--server-flags"));
        return new HttpBenchOptions(Path.of(given.getOrDefault("--folder", standard.parent().toString())),
            numbers(given, "--connections", standard.connections()), number(given, "--warm-up", standard.warmUpSeconds()),
            number(given, "--rounds", standard.rounds()), number(given, "--seconds", standard.seconds()),
            given.getOrDefault("--server-flags", standard.serverFlags()));
    }

    private static FanOutOptions fanOutOptions(Iterator<String> words) {
        FanOutOptions standard = FanOutOptions.STANDARD;
        Map<String, String> given = options(words, Set.of("--folder", "--sessions", "--under-way", "--rate", "--warm-up",
            "--rounds", "--seconds", "--server-flags"));
        return new FanOutOptions(Path.of(given.getOrDefault("--folder", standard.parent().toString())),
            number(given, "--sessions", standard.sessions()), number(given, "--under-way", standard.fillsUnderWay()),
            number(given, "--rate", standard.fillsPerSecond()), number(given, "--warm-up", standard.warmUpSeconds()),
            number(given, "--rounds", standard.rounds()), number(given, "--seconds", standard.seconds()),
            given.getOrDefault("--server-flags", standard.serverFlags()));
    }

    private static RestartOptions restartOptions(Iterator<String> words) {
        RestartOptions standard = RestartOptions.STANDARD;
        Map<String, String> given = options(words, Set.of("--folder", "--entries", "--events"));
        return new RestartOptions(Path.of(given.getOrDefault("--folder", standard.parent().toString())),
            number(given, "--entries", standard.entries()), number(given, "--events", standard.events()));
    }

    private static MarketBenchOptions marketOptions(Iterator<String> words) {
        MarketBenchOptions standard = MarketBenchOptions.STANDARD;
        Map<String, String> given = options(words, Set.of("--folder", "--alone", "--served", "--seconds", "--seed", "--server-flags"));
        return new MarketBenchOptions(Path.of(given.getOrDefault("--folder", standard.parent().toString())),
            numbers(given, "--alone", standard.alone()), numbers(given, "--served", standard.served()),
            number(given, "--seconds", standard.seconds()), number(given, "--seed", (int) standard.seed()),
            given.getOrDefault("--server-flags", standard.serverFlags()));
    }

    private static Map<String, String> options(Iterator<String> words, Set<String> known) {
        var given = new HashMap<String, String>();
        while (words.hasNext()) {
            String option = words.next();
            if (!known.contains(option) || !words.hasNext()) {
                throw new IllegalArgumentException("unknown option, or one without a value: " + option);
            }
            given.put(option, words.next());
        }
        return given;
    }

    private static int number(Map<String, String> given, String option, int standard) {
        return given.containsKey(option) ? Integer.parseInt(given.get(option)) : standard;
    }

    private static int[] numbers(Map<String, String> given, String option, int[] standard) {
        return given.containsKey(option)
            ? Arrays.stream(given.get(option).split(",")).filter(text -> !text.equals("none")).mapToInt(Integer::parseInt).toArray()
            : standard;
    }
}
