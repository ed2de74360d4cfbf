package dev.hoga.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hoga.core.Brokerage;
import dev.hoga.core.BrokerageView;
import dev.hoga.core.Code;
import dev.hoga.core.CoreListener;
import dev.hoga.core.DailyRow;
import dev.hoga.core.InstrumentKind;
import dev.hoga.core.Market;
import dev.hoga.core.OrderKind;
import dev.hoga.core.OrderType;
import dev.hoga.core.Reject;
import dev.hoga.core.Side;
import dev.hoga.core.TimeInForce;
import java.time.LocalDate;
import java.util.List;

/** A brokerage whose instruments are bound to daily rows, from before the first open on. */
final class BoundMarket {
    static final long MINUTE_MS = 60_000;
    private static final long KOREA_MS = 9 * 60 * MINUTE_MS;
    /** When all is over that belongs to the close: the auction, its random end, and an interruption of it. */
    private static final long EVENING_MS = 15 * 60 * MINUTE_MS + 35 * MINUTE_MS;

    /** An instrument's row of a date. */
    record Row(String code, Market market, long listedShares, DailyRow day) {
    }

    final Brokerage core;
    final BrokerageView view;
    private final long startMs;
    private long nowMs;

    /** Counts trades; refusals are a test's failure. */
    static class Strict implements CoreListener {
        long trades;

        @Override
        public void traded(int instrumentId, long tradeNumber, Side takerSide, long priceWon, long qtyShares, long marketTimeMs) {
            trades++;
        }

        @Override
        public void auctionTraded(int instrumentId, long tradeNumber, long priceWon, long qtyShares, long marketTimeMs) {
            trades++;
        }

        @Override
        public void commandAccepted(long correlationId, long value) {
            // as it should be
        }

        @Override
        public void commandRejected(long correlationId, Reject reject, long detail) {
            throw new IllegalStateException("refused: " + reject);
        }

        @Override
        public void orderAccepted(long correlationId, int accountId, int orderNumber, int originalNumber, int rootNumber,
            OrderKind kind, int instrumentId, Side side, OrderType type, TimeInForce timeInForce, long qtyShares, long priceWon,
            long marketTimeMs) {
            // as it should be
        }
    }

    /** @param timeOfDay when time begins on the date of the first row, in Korea */
    BoundMarket(CoreListener listener, List<Row> rows, long seed, long timeOfDay) {
        core = new Brokerage(listener, SimulatedMarket::new);
        view = core.view();
        for (Row row : rows) {
            if (view.instrumentId(Code.pack(row.code)) < 0) {
                core.listInstrument(0, 1, Code.pack(row.code), row.code, row.market, InstrumentKind.STOCK, "-", row.listedShares, 0, 1,
                    row.day.baseWon());
            }
            DailyRow day = row.day;
            core.bindDay(0, 1, Code.pack(row.code), day.epochDay(), day.baseWon(), day.openWon(), day.highWon(), day.lowWon(),
                day.closeWon(), day.volumeShares());
        }
        core.setParticipants(0, 1, true, seed, 100);
        startMs = midnightMs(rows.getFirst().day.epochDay()) + timeOfDay;
        core.startClock(0, 1, startMs, 1, false);
    }

    static long midnightMs(int epochDay) {
        return epochDay * 1_440 * MINUTE_MS - KOREA_MS;
    }

    /** Lets time run to a market time. */
    void runTo(long marketMs) {
        nowMs = Math.max(nowMs, marketMs - startMs);
        do {
            core.tick(nowMs);
        } while (view.nextTickDueMs() <= nowMs);
    }

    void runToEvening(int epochDay) {
        runTo(midnightMs(epochDay) + EVENING_MS);
    }

    int id(Row row) {
        return view.instrumentId(Code.pack(row.code));
    }

    /** What today came to, as a row. */
    DailyRow today(Row row) {
        int id = id(row);
        long closeWon = view.volumeShares(id) == 0 ? 0 : view.closePriceWon(id);
        return new DailyRow(view.tradingDate(), view.basePriceWon(id), view.openPriceWon(id), view.highPriceWon(id),
            view.lowPriceWon(id), closeWon, view.volumeShares(id));
    }

    /** Won and shares sum to zero over all accounts. */
    void checkConservation() {
        long cash = 0;
        var held = new long[view.instrumentCount()];
        for (int account = 0; account < view.accountCount(); account++) {
            cash += view.cashWon(account);
            for (int slot = view.firstHolding(account); slot >= 0; slot = view.nextHolding(slot)) {
                held[view.holdingInstrument(slot)] += view.heldShares(slot);
            }
        }
        assertEquals(0, cash, "won do not sum to zero");
        for (int instrument = 0; instrument < held.length; instrument++) {
            assertEquals(0, held[instrument], "shares of instrument " + instrument + " do not sum to zero");
        }
    }

    static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }
}
