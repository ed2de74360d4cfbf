package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final int DATE = 20_777;
    private static final long NEXT_DAY_MS = TradingFloor.OPEN_MS + 3 * 86_400_000L;

    private final TradingFloor floor = new TradingFloor();
    private final HistoryLines told = new HistoryLines(0);

    private void beginToKeep() {
        floor.core.acknowledgeHistory(0, 1, 0);
        floor.said();
    }

    private void toNextDay() {
        floor.core.setMarketTime(0, 1, NEXT_DAY_MS);
        for (int tick = 0; tick < 100; tick++) {
            floor.core.tick(0);
        }
        floor.said();
    }

    @Test
    void keepsNothingBeforeHistoryAsks() {
        floor.lastPrice(70_000);
        toNextDay();

        assertEquals(0, floor.view.nextHistoryEntry());
    }

    @Test
    void tellsOfEachClientsFillWithItsCostsAndTheCashAfterIt() {
        beginToKeep();
        floor.sell(floor.bob, 10, 70_000);
        floor.buy(floor.alice, 10, 70_000);

        assertEquals(List.of(
            DATE + " fill #1 account " + floor.bob + " in 0 SELL 10@70000 commission 100 tax 1400 trade 1 cash 100698500 at "
                + TradingFloor.OPEN_MS,
            DATE + " fill #2 account " + floor.alice + " in 0 BUY 10@70000 commission 100 tax 0 trade 1 cash 99299900 at "
                + TradingFloor.OPEN_MS), told.takeFrom(floor.view));
    }

    @Test
    void tellsOfCashAndSharesThatComeInOrGoOut() {
        beginToKeep();
        floor.core.moveCash(0, 1, floor.alice, -1_000);
        floor.core.depositShares(0, 1, floor.alice, TradingFloor.CODE, 5, 50_000);
        floor.core.moveCash(0, 1, TradingFloor.SCRIPTED, 7);

        assertEquals(List.of(DATE + " cash account " + floor.alice + " -1000 makes 99999000 at " + TradingFloor.OPEN_MS,
            DATE + " holding account " + floor.alice + " in 0 1005 for 60250000"), told.takeFrom(floor.view));
    }

    @Test
    void tellsOfOrdersBarsAndHoldingsWhenTheirDateIsOver() {
        beginToKeep();
        floor.sell(floor.bob, 10, 70_000);
        floor.buy(floor.alice, 4, 70_000);
        told.takeFrom(floor.view);
        toNextDay();

        long minute = TradingFloor.OPEN_MS;
        assertEquals(List.of(
            DATE + " order #1 of 0 root 1 account " + floor.bob + " NEW in 0 SELL LIMIT DAY EXPIRED 10@70000 filled 4 for 280000 at "
                + minute,
            DATE + " order #2 of 0 root 2 account " + floor.alice + " NEW in 0 BUY LIMIT DAY FILLED 4@70000 filled 4 for 280000 at "
                + minute,
            DATE + " minute " + minute + " of 0 70000 70000 70000 70000 volume 4 turnover 280000",
            DATE + " day of 0 base 70000 70000 70000 70000 70000 volume 4 turnover 280000",
            DATE + " holding account " + floor.alice + " in 0 1004 for 60280000",
            DATE + " bought account " + floor.alice + " in 0 loan 0 4 for 280000 commission 40",
            DATE + " holding account " + floor.bob + " in 0 996 for 59760000",
            DATE + " sold account " + floor.bob + " in 0 loan 0 4 for 280000 cost 240000 and 30 commission 40 tax 560 interest 0",
            DATE + " ended"), told.takeFrom(floor.view).subList(0, 9));
    }

    @Test
    void forgetsWhatIsWritten() {
        beginToKeep();
        floor.lastPrice(70_000);
        assertEquals(2, floor.view.nextHistoryEntry());
        floor.core.acknowledgeHistory(0, 1, 1);

        assertEquals(List.of("ok 1"), floor.said());
        assertEquals(1, new HistoryLines(1).takeFrom(floor.view).size());
    }

    @Test
    void refusesToForgetWhatIsForgottenOrNotThere() {
        beginToKeep();
        floor.lastPrice(70_000);
        floor.core.acknowledgeHistory(0, 1, 2);
        floor.said();
        for (long entry : new long[] {-1, 0, 1, 3, Long.MAX_VALUE, Long.MIN_VALUE}) {
            floor.core.acknowledgeHistory(0, 1, entry);
            assertEquals(List.of("OUT_OF_RANGE"), floor.said());
        }
    }

    @Test
    void letsTheMarketStandStillWhileTooMuchWaits() {
        beginToKeep();
        for (int i = 0; i < Outbox.MOST_WAITING; i++) {
            floor.core.moveCash(0, 1, floor.alice, 1);
        }
        floor.said();
        floor.core.tick(1_000);
        floor.core.placeOrder(1_000, 1, floor.alice, TradingFloor.CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1,
            70_000);
        assertEquals(List.of("BUSY"), floor.said());
        assertEquals(TradingFloor.OPEN_MS, floor.view.marketTimeMs(1_000));

        floor.core.acknowledgeHistory(1_000, 1, 1);
        floor.core.placeOrder(1_000, 1, floor.alice, TradingFloor.CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1,
            70_000);
        assertEquals(List.of("ok 1", "NEW #1 BUY 1@70000"), floor.said());
        assertEquals(TradingFloor.OPEN_MS + 1_000, floor.view.marketTimeMs(1_000));
    }

    @Test
    void tellsTheSameHoweverItIsAskedAndAfterARestart() {
        for (long seed = Seeds.first(70_000); seed < Seeds.first(70_000) + 6; seed++) {
            var random = new Random(seed);
            var core = new Brokerage(new FullEventLog());
            var stream = new CommandStream(new Random(seed), core.view());
            var patient = new HistoryLines(0);
            var hasty = new HistoryLines(0);
            var hastyLines = new ArrayList<String>();
            stream.beginning().forEach(command -> command.giveTo(core));
            core.acknowledgeHistory(0, 1, 0);
            Brokerage copy = new Brokerage(new FullEventLog(), ListState.of(core));
            for (int step = 0; step < 2_000; step++) {
                Command command = stream.next();
                command.giveTo(core);
                command.giveTo(copy);
                if (random.nextInt(40) == 0) {
                    hastyLines.addAll(hasty.takeFrom(copy.view()));
                    copy.acknowledgeHistory(0, 1, copy.view().nextHistoryEntry());
                }
                if (random.nextInt(400) == 0) {
                    copy = new Brokerage(new FullEventLog(), ListState.of(copy));
                }
            }
            hastyLines.addAll(hasty.takeFrom(copy.view()));
            assertTrue(hastyLines.size() > 100, "seed " + seed + ": only " + hastyLines.size());
            assertEquals(patient.takeFrom(core.view()), hastyLines, "seed " + seed);
            assertEquals(core.stateHash(), copy.stateHash(), "seed " + seed);
        }
    }
}
