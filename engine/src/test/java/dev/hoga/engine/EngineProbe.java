package dev.hoga.engine;

import dev.hoga.core.Reject;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Measures the engine by hand; no test. Arguments: sync on or off, commands under way, seconds. Prints the start, round trips
 * a second, the latency of one at a time, the processor at rest and the memory.
 */
public final class EngineProbe {
    private static final int ONE_BY_ONE = 3_000;
    private static final long REST_S = 10;

    private EngineProbe() {
    }

    public static void main(String[] arguments) throws Exception {
        boolean sync = !"off".equals(arguments.length > 0 ? arguments[0] : "on");
        int underWay = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        long seconds = arguments.length > 2 ? Long.parseLong(arguments[2]) : 5;
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("probe.folder", ".")), "probe");
        try {
            long begunNs = System.nanoTime();
            try (var engine = AeronEngine.start(EngineConfig.of(folder).sync(sync).build())) {
                System.out.printf("start %.0f ms, since the process %d ms%n", (System.nanoTime() - begunNs) / 1e6,
                    System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
                measure(engine, sync, underWay, seconds);
            }
            begunNs = System.nanoTime();
            AeronEngine.start(EngineConfig.of(folder).sync(sync).build()).close();
            System.out.printf("start and stop again %.0f ms%n", (System.nanoTime() - begunNs) / 1e6);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private static void measure(AeronEngine engine, boolean sync, int underWay, long seconds) throws Exception {
        var opened = new Outcome.Promise();
        engine.commands().openAccount(8_012_345_611L, "홍길동", "hong", 150_000, opened);
        int account = (int) opened.await().value();
        pipelined(engine, account, underWay, 2);
        System.out.printf("sync %s, %d under way: %,.0f round trips/s%n", sync ? "on" : "off", underWay,
            pipelined(engine, account, underWay, seconds));
        oneByOne(engine, account);
        long[] latenciesNs = oneByOne(engine, account);
        System.out.printf("one at a time: p50 %.3f ms, p99 %.3f ms, max %.3f ms%n", latenciesNs[ONE_BY_ONE / 2] / 1e6,
            latenciesNs[ONE_BY_ONE * 99 / 100] / 1e6, latenciesNs[ONE_BY_ONE - 1] / 1e6);
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpuNs = process.getProcessCpuTime();
        Thread.sleep(TimeUnit.SECONDS.toMillis(REST_S));
        System.out.printf("at rest: %.1f %% of one core%n", (process.getProcessCpuTime() - cpuNs) / 1e7 / REST_S);
        long afterRestNs = System.nanoTime();
        var late = new Outcome.Promise();
        engine.commands().moveCash(account, 1, late);
        late.await();
        System.out.printf("first after the rest: %.3f ms%n", (System.nanoTime() - afterRestNs) / 1e6);
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            status.filter(line -> line.startsWith("VmRSS") || line.startsWith("Rss")).forEach(System.out::println);
        }
    }

    private static double pipelined(AeronEngine engine, int account, int underWay, long seconds) throws InterruptedException {
        var room = new Semaphore(underWay);
        var reply = new Counting(room);
        long begunNs = System.nanoTime();
        long endNs = begunNs + TimeUnit.SECONDS.toNanos(seconds);
        long sent = 0;
        while (System.nanoTime() < endNs) {
            room.acquire();
            engine.commands().moveCash(account, 1, reply);
            sent++;
        }
        room.acquire(underWay);
        return (sent - reply.refused) / ((System.nanoTime() - begunNs) / 1e9);
    }

    private static long[] oneByOne(AeronEngine engine, int account) {
        var latenciesNs = new long[ONE_BY_ONE];
        for (int i = 0; i < ONE_BY_ONE; i++) {
            long sentNs = System.nanoTime();
            var reply = new Waking(Thread.currentThread());
            engine.commands().moveCash(account, 1, reply);
            while (!reply.done) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            latenciesNs[i] = System.nanoTime() - sentNs;
        }
        Arrays.sort(latenciesNs);
        return latenciesNs;
    }

    private static final class Counting implements Reply {
        private final Semaphore room;
        volatile long refused;

        Counting(Semaphore room) {
            this.room = room;
        }

        @Override
        public void accepted(long value) {
            room.release();
        }

        @Override
        public void rejected(Reject reject, long detail) {
            throw new IllegalStateException("rejected: " + reject);
        }

        @Override
        public void overloaded() {
            refused++;
            room.release();
        }

        @Override
        public void unknown() {
            throw new IllegalStateException("unknown");
        }
    }

    private static final class Waking implements Reply {
        private final Thread waiter;
        volatile boolean done;

        Waking(Thread waiter) {
            this.waiter = waiter;
        }

        @Override
        public void accepted(long value) {
            done = true;
            LockSupport.unpark(waiter);
        }

        @Override
        public void rejected(Reject reject, long detail) {
            throw new IllegalStateException("rejected: " + reject);
        }

        @Override
        public void overloaded() {
            throw new IllegalStateException("overloaded");
        }

        @Override
        public void unknown() {
            throw new IllegalStateException("unknown");
        }
    }
}
