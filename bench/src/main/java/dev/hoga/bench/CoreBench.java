package dev.hoga.bench;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Replays one stream of orders through Hoga's core and through exchange-core, in turns, on one thread, and prints what each
 * does in a second and allocates per command. Both start fresh in each round; the commands that fill the books, the set-up
 * and the comparison of what came of it are not timed.
 */
final class CoreBench {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLION = 1e6;
    private static final double PERCENT = 100.0;

    private final CoreBenchOptions options;
    private final PrintStream out;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    CoreBench(CoreBenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** One contender's figures, one entry per timed round. */
    private record Series(String name, Function<Tape, Contender> fresh, double[] perSecond, double[] bytesPerCommand) {
        Series(String name, int rounds, Function<Tape, Contender> fresh) {
            this(name, fresh, new double[rounds], new double[rounds]);
        }
    }

    /** Runs all market sizes. @throws IllegalStateException where the contenders do not agree */
    void run() {
        out.printf("JDK %s, %s, %d processors, heap %d MB, %s%n", Runtime.version(), System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20,
            ManagementFactory.getGarbageCollectorMXBeans().stream().map(gc -> gc.getName()).toList());
        out.printf("seed %d, %,d timed commands a round, %d rounds after %d of warm-up, %,d accounts%n", options.seed(),
            options.commands(), options.rounds(), options.warmUpRounds(), options.accounts());
        for (int symbols : options.symbols()) {
            var shape = new MarketShape(symbols, options.accounts(), options.depthOrders(symbols));
            run(new FlowGenerator(shape, options.commands(), options.seed()).generate());
        }
    }

    private void run(GeneratedFlow generated) {
        OrderFlow flow = generated.flow();
        printShape(generated);
        var tape = new Tape(generated.tape().tradeCount(), generated.tape().rejectCount());
        OrderNumbers numbers = OrderNumbers.rehearse(flow, tape);
        var contenders = List.of(
            new Series("hoga core", options.rounds(), fresh -> new HogaContender(flow, fresh, numbers)),
            new Series("exchange-core", options.rounds(), fresh -> new ExchangeCoreContender(flow, fresh)));
        for (int round = -options.warmUpRounds(); round < options.rounds(); round++) {
            int first = Math.floorMod(round, contenders.size());
            for (int turn = 0; turn < contenders.size(); turn++) {
                play(contenders.get((first + turn) % contenders.size()), round, generated, tape);
            }
        }
        print(contenders);
    }

    private void play(Series series, int round, GeneratedFlow generated, Tape tape) {
        OrderFlow flow = generated.flow();
        Contender contender = series.fresh.apply(tape);
        contender.play(0, flow.timedFrom);
        System.gc();
        long thread = Thread.currentThread().threadId();
        long bytesBefore = threads.getThreadAllocatedBytes(thread);
        long startNs = System.nanoTime();
        contender.play(flow.timedFrom, flow.commands());
        long tookNs = System.nanoTime() - startNs;
        long bytes = threads.getThreadAllocatedBytes(thread) - bytesBefore;
        generated.requireCameOf(series.name, contender);
        if (round >= 0) {
            int timed = flow.commands() - flow.timedFrom;
            series.perSecond[round] = timed * NANOS_PER_SECOND / tookNs;
            series.bytesPerCommand[round] = (double) bytes / timed;
        }
    }

    private void printShape(GeneratedFlow generated) {
        FlowStatistics is = generated.statistics();
        int symbols = generated.flow().shape.symbols();
        out.printf("%n%,d symbol(s): %,d commands fill the books, then of %,d timed:%n ", symbols, generated.flow().timedFrom,
            is.commands());
        for (byte kind = 0; kind < OrderFlow.KIND_NAMES.length; kind++) {
            out.printf(" %s %.1f %%", OrderFlow.KIND_NAMES[kind], PERCENT * is.share(kind));
        }
        out.printf("%n  orders with a fill %.1f %%; commands that trade %.1f %%; trades per command %.2f; refused %.1f %%%n",
            PERCENT * is.filledShare(), PERCENT * is.crossingShare(), is.tradesPerCommand(), PERCENT * is.refusedShare());
        out.printf("  open orders on average %,.0f, %.0f per symbol, on %.0f levels at the end; trades' hash %016x%n",
            is.averageOpenOrders(), is.averageOpenOrders() / symbols, (double) generated.books().levelsInUse() / symbols,
            generated.tape().tradeHash());
    }

    private void print(List<Series> contenders) {
        for (Series series : contenders) {
            double[] sorted = series.perSecond.clone();
            Arrays.sort(sorted);
            out.printf("  %-14s %6.2f million commands/s (median; %.2f to %.2f), %.1f bytes allocated per command%n",
                series.name, median(series.perSecond) / MILLION, sorted[0] / MILLION, sorted[sorted.length - 1] / MILLION,
                median(series.bytesPerCommand));
        }
        out.printf("  ratio of medians %.2f; every round ended with equal trades in order, equal refusals, equal books%n",
            median(contenders.getFirst().perSecond) / median(contenders.getLast().perSecond));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
