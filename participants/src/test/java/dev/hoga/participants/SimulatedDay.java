package dev.hoga.participants;

import dev.hoga.core.Brokerage;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.CoreListener;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderType;
import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** A brokerage with the default universe and its simulated market, from the open of 2026-11-20 on. */
final class SimulatedDay {
    /** 2026-11-20 (a Friday) 09:00:00 in Korea. */
    static final long OPEN_MS = 1_795_132_800_000L;
    /** Until the closing auction begins, and until it should end. */
    static final long CONTINUOUS_MS = 22_800_000;
    static final long SESSION_MS = 23_400_000;
    static final long DAY_MS = 86_400_000;

    final Brokerage core;
    final BrokerageView view;
    private ParticipantDesk desk;

    SimulatedDay(CoreListener listener, int instruments, long seed, int intensityPercent) {
        core = new Brokerage(listener, at -> {
            desk = at;
            return new SimulatedMarket(at);
        });
        view = core.view();
        List<String[]> rows = universe();
        for (int i = 0; i < instruments; i++) {
            String[] row = rows.get(i % rows.size());
            String code = i < rows.size() ? row[0] : "X%05d".formatted(i);
            core.listInstrument(0, 1, Code.pack(code), row[1], Market.valueOf(row[2]), InstrumentKind.valueOf(row[3]), row[4],
                Long.parseLong(row[5]), Long.parseLong(row[7]), Integer.parseInt(row[9]), Long.parseLong(row[6]));
            if (row[10].equals("Y")) {
                core.listAtNxt(0, 1, Code.pack(code));
            }
        }
        core.startClock(0, 1, OPEN_MS, 1, false);
        core.setParticipants(0, 1, true, seed, intensityPercent);
    }

    /** The rows of the universe that the server comes with. */
    static List<String[]> universe() {
        Path file = Path.of("src/main/resources/dev/hoga/server/universe.csv");
        for (Path root : List.of(Path.of("../server"), Path.of("server"))) {
            if (Files.exists(root.resolve(file))) {
                return rows(root.resolve(file));
            }
        }
        throw new IllegalStateException("run the tests inside of the project's tree");
    }

    private static List<String[]> rows(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.startsWith("#")).skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets time run to so long after the open, in steps, and does something after each. */
    void run(long fromMs, long toMs, long stepMs, LongConsumer afterStep) {
        for (long at = fromMs + stepMs; at <= toMs; at += stepMs) {
            tickTo(at);
            afterStep.accept(at);
        }
    }

    /** How many orders there were today, told by the number of one more. The market must be open. */
    long orders() {
        long order = desk.place(0, 0, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, view.lowerLimitWon(0));
        desk.cancel(order);
        return (order >>> Integer.SIZE) - 1;
    }

    /** Ticks until all that is due at a host time has run. */
    void tickTo(long hostMs) {
        do {
            core.tick(hostMs);
        } while (view.nextTickDueMs() <= hostMs);
    }
}
