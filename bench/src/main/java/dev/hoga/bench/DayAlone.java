package dev.hoga.bench;

import dev.hoga.core.Brokerage;
import dev.hoga.core.Code;
import dev.hoga.core.CoreListener;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.ParticipantDesk;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import dev.hoga.participants.SimulatedMarket;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** A day of the simulated market without log, server and clients: the core on one thread, a tick after the other. */
final class DayAlone implements CoreListener {
    /** 2026-11-20 (a Friday) 09:00:00 in Korea. */
    private static final long OPEN_MS = 1_795_132_800_000L;
    /** Until the last moment at which orders are taken one by one. */
    private static final long CONTINUOUS_MS = 22_800_000 - 1;
    /** Until the first minute of Monday. */
    private static final long NEXT_MORNING_MS = 3 * 86_400_000 + 60_000;
    /** Processor time of the one thread says more than time on a machine that does other work, too. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Brokerage core;
    private ParticipantDesk desk;
    private long trades;
    private long bookChanges;
    private long commands;
    private long longestNs;
    private long longestAtMs;

    /**
     * @param tookNs processor time
     * @param longestNs the longest command, which took the market on to {@code longestAtMs} after the open
     */
    record Figures(long orders, long trades, long bookChanges, long commands, long tookNs, long longestNs, long longestAtMs) {
    }

    DayAlone(int instruments, long seed) throws IOException {
        core = new Brokerage(this, at -> {
            desk = at;
            return new SimulatedMarket(at);
        });
        List<String[]> universe = ListedRows.universe();
        for (int i = 0; i < instruments; i++) {
            String[] row = ListedRows.row(universe, i);
            core.listInstrument(0, 1, Code.pack(row[ListedRows.CODE]), row[ListedRows.NAME], Market.valueOf(row[ListedRows.MARKET]),
                InstrumentKind.valueOf(row[ListedRows.KIND]), row[ListedRows.SECTOR], number(row, ListedRows.LISTED_SHARES),
                number(row, ListedRows.PAR_VALUE), (int) number(row, ListedRows.LEVERAGE), number(row, ListedRows.BASE_PRICE));
        }
        core.startClock(0, 1, OPEN_MS, 1, false);
        timed(() -> core.setParticipants(0, 1, true, seed, SimulatedMarket.USUAL_INTENSITY_PERCENT));
    }

    private static long number(String[] row, int column) {
        return Long.parseLong(row[column]);
    }

    /** Runs continuous trading, counts, goes on to the next morning and switches the market off there. */
    Figures run() {
        long startNs = THREADS.getCurrentThreadCpuTime();
        runTo(CONTINUOUS_MS);
        long tookNs = THREADS.getCurrentThreadCpuTime() - startNs;
        var day = new Figures(orders(), trades, bookChanges, commands, tookNs, 0, 0);
        runTo(NEXT_MORNING_MS);
        timed(() -> core.setParticipants(NEXT_MORNING_MS, 1, false, 1, SimulatedMarket.USUAL_INTENSITY_PERCENT));
        runTo(NEXT_MORNING_MS);
        return new Figures(day.orders, day.trades, day.bookChanges, day.commands, day.tookNs, longestNs, longestAtMs);
    }

    /** How many orders there were today, told by the number of one more. */
    private long orders() {
        long order = desk.place(0, 0, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, desk.lowerLimitWon(0));
        desk.cancel(order);
        return (order >>> Integer.SIZE) - 1;
    }

    private void runTo(long hostMs) {
        do {
            timed(() -> core.tick(hostMs));
        } while (core.view().nextTickDueMs() <= hostMs);
    }

    private void timed(Runnable command) {
        long startNs = THREADS.getCurrentThreadCpuTime();
        command.run();
        long tookNs = THREADS.getCurrentThreadCpuTime() - startNs;
        commands++;
        if (tookNs > longestNs) {
            longestNs = tookNs;
            longestAtMs = core.view().marketTimeMs(0) - OPEN_MS;
        }
    }

    @Override
    public void commandAccepted(long correlationId, long value) {
        // nobody asks
    }

    @Override
    public void commandRejected(long correlationId, Reject reject, long detail) {
        throw new IllegalStateException("refused: " + reject);
    }

    @Override
    public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
        OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
        long marketTimeMs) {
        throw new IllegalStateException("there are no clients");
    }

    @Override
    public void traded(int instrumentId, long tradeNumber, Side takerSide, long priceWon, long qtyShares, long marketTimeMs) {
        trades++;
    }

    @Override
    public void bookChanged(int instrumentId, long marketTimeMs) {
        bookChanges++;
    }
}
