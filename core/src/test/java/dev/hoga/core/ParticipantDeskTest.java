package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the core lets participants do, and when it wakes them. */
class ParticipantDeskTest {
    private static final long CODE = Code.pack("005930");
    private static final long OPEN_MS = TradingFloor.OPEN_MS;

    /** Notes what the core calls, and runs what a test wants done. */
    private static final class Puppet implements Participants {
        final ParticipantDesk desk;
        final List<String> calls = new ArrayList<>();
        Runnable onWake = () -> { };

        Puppet(ParticipantDesk desk) {
            this.desk = desk;
        }

        @Override
        public Reject configure(boolean on, long seed, int intensityPercent) {
            calls.add((on ? "on " : "off ") + seed + " " + intensityPercent);
            return null;
        }

        @Override
        public boolean on() {
            return true;
        }

        @Override
        public long seed() {
            return 5;
        }

        @Override
        public int intensityPercent() {
            return 100;
        }

        @Override
        public void phaseChanged(Phase phase) {
            calls.add(phase.name());
        }

        @Override
        public void dayBegan() {
            calls.add("day " + desk.tradingDate());
        }

        @Override
        public int wake(int timer) {
            calls.add("wake " + timer + " at " + (desk.nowMs() - OPEN_MS));
            onWake.run();
            return 1;
        }

        @Override
        public void write(StateWriter out) {
            out.putLong(7);
        }

        @Override
        public void read(StateReader in) {
            calls.add("read " + in.getLong());
        }
    }

    private final EventLog events = new EventLog();
    private Puppet puppet;
    private final Brokerage core = new Brokerage(events, desk -> puppet = new Puppet(desk));
    private final BrokerageView view = core.view();

    ParticipantDeskTest() {
        core.listInstrument(0, 1, CODE, "name", Market.KOSPI, InstrumentKind.STOCK, "sector", 1_000_000, 100, 1, 70_000);
        core.startClock(0, 1, OPEN_MS, 1, false);
        puppet.desk.fund(0, 1_000_000);
        puppet.desk.endow(1, 0, 100);
        puppet.calls.clear();
        events.take();
    }

    private long buy(int trader, long shares, long priceWon) {
        return puppet.desk.place(trader, 0, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
    }

    private long sell(int trader, long shares, long priceWon) {
        return puppet.desk.place(trader, 0, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
    }

    @Test
    void wakesThemInTheOrderOfTheirTimesAndAmongEqualOnesAsTheyWereSet() {
        puppet.desk.wakeAt(OPEN_MS + 50, 3);
        puppet.desk.wakeAt(OPEN_MS + 20, 7);
        puppet.desk.wakeAt(OPEN_MS + 50, 1);
        core.tick(49);
        assertEquals(List.of("wake 7 at 20"), puppet.calls);
        core.tick(60);
        assertEquals(List.of("wake 7 at 20", "wake 3 at 50", "wake 1 at 50"), puppet.calls);
    }

    @Test
    void asksForATickWhenTheyAreDue() {
        puppet.desk.wakeAt(OPEN_MS + 50, 0);
        assertEquals(50, view.nextTickDueMs());
    }

    @Test
    void wakesThemBeforeACommandThatComesLater() {
        puppet.desk.wakeAt(OPEN_MS + 5, 0);
        puppet.onWake = () -> sell(1, 10, 70_000);
        core.placeOrder(10, 1, HouseAccount.SCRIPTED_TRADER.id(), CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 4,
            70_000);
        assertEquals(4, view.volumeShares(0));
    }

    @Test
    void ordersAreTakenWhereTheMarketStandsWhenTheyDoMoreThanASpeedLeavesTimeFor() {
        puppet.onWake = () -> puppet.desk.wakeAt(puppet.desk.nowMs() + 1, 0);
        puppet.desk.wakeAt(OPEN_MS + 1, 0);
        core.setSpeed(0, 1, 3_600);
        core.tick(1_000);
        int done = puppet.calls.size();
        assertEquals(MarketDay.SLICE_UNITS / 2, done);
        assertEquals(OPEN_MS + done, view.marketTimeMs(1_000));
        assertEquals(1_000, view.nextTickDueMs());
        buyOne();
        assertEquals(OPEN_MS + 2L * done, view.marketTimeMs(1_000));
        assertEquals(List.of("ok 3600", "NEW #10000001 BUY 1@69000"), events.take());
        core.setFrozen(1_002, 1, true);
        assertEquals(OPEN_MS + 3L * done, view.marketTimeMs(5_000));
        core.tick(1_003);
        core.setFrozen(1_003, 1, false);
        assertEquals(OPEN_MS + 3L * done + 1, view.marketTimeMs(1_004), "what was not reached is not made up for");
    }

    private void buyOne() {
        core.placeOrder(1_001, 1, HouseAccount.SCRIPTED_TRADER.id(), CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1,
            69_000);
    }

    @Test
    void aJumpReachesItsTargetHoweverMuchTheyDo() {
        puppet.onWake = () -> puppet.desk.wakeAt(puppet.desk.nowMs() + 1, 0);
        puppet.desk.wakeAt(OPEN_MS + 1, 0);
        core.setMarketTime(0, 1, OPEN_MS + 10_000);
        core.placeOrder(0, 1, HouseAccount.SCRIPTED_TRADER.id(), CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 69_000);
        int ticks = 0;
        while (view.nextTickDueMs() <= 0) {
            core.tick(0);
            ticks++;
        }
        assertTrue(ticks > 3, "only " + ticks);
        assertEquals(OPEN_MS + 10_000, view.marketTimeMs(0));
        assertEquals(List.of("BUSY", "ok " + (OPEN_MS + 10_000)), events.take());
    }

    @Test
    void tellsOfPhasesAndDays() {
        core.setMarketTime(0, 1, OPEN_MS + 3 * TradingCalendar.DAY_MS + 30_000);
        assertEquals(List.of("CLOSING_AUCTION", "CLOSE_PRICE_ENTRY", "CLOSE_PRICE", "AFTER_MARKET", "CLOSED",
            "day " + (TradingCalendar.day(OPEN_MS) + 3), "PRE_OPEN", "OPENING_AUCTION", "CONTINUOUS"), puppet.calls);
    }

    @Test
    void tradesUnderTheRulesOfClients() {
        assertEquals(ParticipantDesk.REFUSED, buy(0, 15, 70_000), "cash");
        assertEquals(ParticipantDesk.REFUSED, sell(1, 101, 70_000), "shares");
        assertEquals(ParticipantDesk.REFUSED, buy(0, 1, 70_050), "tick");
        assertEquals(ParticipantDesk.REFUSED, buy(0, 1, 91_100), "limit");
        assertEquals(ParticipantDesk.REFUSED, buy(0, 0, 70_000), "quantity");
        core.haltInstrument(0, 1, CODE, true);
        assertEquals(ParticipantDesk.REFUSED, buy(0, 1, 70_000), "halt");
        core.haltInstrument(0, 1, CODE, false);
        assertTrue(buy(0, 14, 70_000) > 0);
        assertEquals(20_000, puppet.desk.orderableWon(0));
        assertTrue(sell(1, 5, 70_000) > 0);
        assertEquals(5, puppet.desk.heldShares(0, 0));
        assertEquals(95, puppet.desk.sellableShares(1, 0));
        new Audit(view).conservation();
        new Audit(view).books();
    }

    @Test
    void isHeardOfOnlyByWhatEverybodyMaySee() {
        buy(0, 2, 70_000);
        sell(1, 2, 70_000);
        buy(0, 2, 69_000);
        sell(1, 500, 70_000);
        assertEquals(List.of(), events.take().stream().filter(line -> line.startsWith("NEW") || line.startsWith("fill")).toList());
        assertEquals(1, view.openShares(core(1, 69_100)));
        assertFalse(view.orderExists(OrderTable.FIRST_PARTICIPANT_SLOT));
    }

    /** A scripted trader's order, so that there is a number. */
    private int core(long shares, long priceWon) {
        core.placeOrder(0, 1, HouseAccount.SCRIPTED_TRADER.id(), CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY,
            shares, priceWon);
        return events.lastOrder;
    }

    @Test
    void namesAnOrderByWhatNoLaterOrderHas() {
        long first = buy(0, 1, 69_000);
        assertEquals(1, puppet.desk.openShares(first));
        assertEquals(69_000, puppet.desk.priceWon(first));
        assertTrue(puppet.desk.cancel(first));
        assertFalse(puppet.desk.cancel(first));
        long second = buy(0, 3, 69_100);
        assertNotEquals(first, second);
        assertEquals(0, puppet.desk.openShares(first));
        assertEquals(3, puppet.desk.openShares(second));
        assertEquals(0, puppet.desk.openShares(0));
    }

    @Test
    void usesTheSlotsOfOrdersThatAreOverAgain() {
        for (int i = 0; i < 100_000; i++) {
            assertTrue(puppet.desk.cancel(buy(0, 1, 69_000)));
            long ask = sell(1, 1, 70_000);
            assertEquals(0, puppet.desk.openShares(buy(0, 1, 70_000)));
            assertEquals(0, puppet.desk.openShares(ask));
            puppet.desk.fund(0, 1_000_000);
            puppet.desk.endow(1, 0, 100);
        }
        var state = ListState.of(core);
        assertTrue(state.values.size() < 2 * DayTape.TRADES + 5_000, "the state has " + state.values.size() + " values");
        assertEquals(100_000, view.volumeShares(0));
    }

    @Test
    void goesOnFromASnapshotWithTheSameSlots() {
        var kept = new ArrayList<Long>();
        for (int i = 0; i < 10; i++) {
            kept.add(buy(0, 1, 60_000 + 100 * i));
        }
        puppet.desk.cancel(kept.get(3));
        puppet.desk.cancel(kept.get(7));
        var copyPuppet = new Puppet[1];
        var copy = new Brokerage(new EventLog(), desk -> copyPuppet[0] = new Puppet(desk), ListState.of(core));
        assertEquals(core.stateHash(), copy.stateHash());
        assertEquals(1, copyPuppet[0].desk.openShares(kept.get(5)));
        assertEquals(0, copyPuppet[0].desk.openShares(kept.get(3)));
        for (int i = 0; i < 3; i++) {
            assertEquals(buy(0, 1, 61_000), copyPuppet[0].desk.place(0, 0, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 61_000));
            assertEquals(core.stateHash(), copy.stateHash());
        }
    }

    @Test
    void isRefusedWhereTheSlotsAreUsedUp() {
        var pool = new SlotPool(5, 2);
        assertEquals(5, pool.take());
        assertEquals(6, pool.take());
        assertFalse(pool.hasSlot());
        pool.giveBack(5);
        assertTrue(pool.hasSlot());
        assertEquals(5, pool.take());
        assertEquals(2, pool.inUse());
    }

    @Test
    void ordersOfParticipantsEndWithTheSession() {
        long order = buy(0, 5, 69_000);
        core.setMarketTime(0, 1, OPEN_MS + 6 * 3_600_000L + 35 * 60_000);
        assertEquals(0, puppet.desk.openShares(order));
        assertEquals(1_000_000, puppet.desk.orderableWon(0));
        assertEquals(ParticipantDesk.REFUSED, buy(0, 5, 69_000));
    }

    @Test
    void noCommandTradesForThem() {
        core.placeOrder(0, 1, AccountTable.FIRST_PARTICIPANT, CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 70_000);
        core.moveCash(0, 1, AccountTable.FIRST_PARTICIPANT, 1);
        core.registerKey(0, 1, AccountTable.FIRST_PARTICIPANT, Broker.KIWOOM, Environment.LIVE, "key", "digest");
        assertEquals(List.of("UNKNOWN_ACCOUNT", "UNKNOWN_ACCOUNT", "UNKNOWN_ACCOUNT"), events.take());
    }

    @Test
    void theSwitchReachesThem() {
        core.setParticipants(0, 1, true, 42, 150);
        core.setParticipants(0, 1, false, 0, 100);
        assertEquals(List.of("on 42 150", "off 0 100"), puppet.calls);
        assertTrue(view.participantsOn());
        assertEquals(5, view.participantsSeed());
        assertEquals(100, view.participantsIntensityPercent());
        var without = new TradingFloor();
        without.core.setParticipants(0, 1, true, 42, 100);
        without.core.setParticipants(0, 1, false, 42, 100);
        assertEquals(List.of("OUT_OF_RANGE", "ok 0"), without.said());
    }
}
