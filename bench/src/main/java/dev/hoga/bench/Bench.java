package dev.hoga.bench;

import java.util.Arrays;
import java.util.Iterator;

/** Runs one of the measurements by name. */
public final class Bench {
    private static final String USAGE = """
        usage: core [--symbols 1,2500] [--accounts N] [--commands N] [--open-orders N] [--warm-up N] [--rounds N] [--seed N]""";

    private Bench() {
    }

    /** @param args the measurement's name and its options */
    public static void main(String[] args) {
        Iterator<String> words = Arrays.asList(args).iterator();
        try {
            switch (words.hasNext() ? words.next() : "") {
                case "core" -> new CoreBench(coreOptions(words), System.out).run();
                default -> throw new IllegalArgumentException("no such measurement");
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
            System.exit(2);
        }
    }

    private static CoreBenchOptions coreOptions(Iterator<String> words) {
        var o = CoreBenchOptions.STANDARD;
        while (words.hasNext()) {
            String option = words.next();
            String value = words.hasNext() ? words.next() : "";
            o = switch (option) {
                case "--symbols" -> new CoreBenchOptions(Arrays.stream(value.split(",")).mapToInt(Integer::parseInt).toArray(),
                    o.accounts(), o.commands(), o.openOrders(), o.warmUpRounds(), o.rounds(), o.seed());
                case "--accounts" -> new CoreBenchOptions(o.symbols(), Integer.parseInt(value), o.commands(), o.openOrders(),
                    o.warmUpRounds(), o.rounds(), o.seed());
                case "--commands" -> new CoreBenchOptions(o.symbols(), o.accounts(), Integer.parseInt(value), o.openOrders(),
                    o.warmUpRounds(), o.rounds(), o.seed());
                case "--open-orders" -> new CoreBenchOptions(o.symbols(), o.accounts(), o.commands(), Integer.parseInt(value),
                    o.warmUpRounds(), o.rounds(), o.seed());
                case "--warm-up" -> new CoreBenchOptions(o.symbols(), o.accounts(), o.commands(), o.openOrders(),
                    Integer.parseInt(value), o.rounds(), o.seed());
                case "--rounds" -> new CoreBenchOptions(o.symbols(), o.accounts(), o.commands(), o.openOrders(),
                    o.warmUpRounds(), Integer.parseInt(value), o.seed());
                case "--seed" -> new CoreBenchOptions(o.symbols(), o.accounts(), o.commands(), o.openOrders(), o.warmUpRounds(),
                    o.rounds(), Long.parseLong(value));
                default -> throw new IllegalArgumentException("unknown option " + option);
            };
        }
        return o;
    }
}
