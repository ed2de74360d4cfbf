package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has traded what, and what a sidecar keeps away. */
class TallyTest {
    private static final long CODE = TradingFloor.CODE;
    private static final long MINUTE_MS = 60_000;
    private static final int KIWOOM = 50;
    private static final int FUND_HOUSE = 110;

    private final EventLog events = new EventLog();
    private ParticipantDesk desk;
    private final Brokerage core = new Brokerage(events, theirs -> {
        desk = theirs;
        return new Participants.Nobody();
    });
    private final BrokerageView view = core.view();

    TallyTest() {
        core.listInstrument(0, 1, CODE, "name", Market.KOSPI, InstrumentKind.STOCK, "sector", 1_000_000, 100, 1, 70_000);
        core.openAccount(0, 1, 5_000_000_101L, "alice", "alice", 0);
        core.moveCash(0, 1, alice(), 100_000_000);
        core.setAccountMember(0, 1, alice(), KIWOOM, false);
        core.startClock(0, 1, TradingFloor.OPEN_MS, 1, true);
        desk.fund(0, 100_000_000);
        desk.endow(0, 0, 1_000);
        desk.enlist(0, FUND_HOUSE, InvestorKind.INSTITUTION, true);
        events.take();
    }

    private int alice() {
        return view.accountId(5_000_000_101L);
    }

    private long place(Side side, long shares, long priceWon) {
        return desk.place(0, 0, side, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
    }

    private void buy(long shares, long priceWon) {
        core.placeOrder(0, 1, alice(), CODE, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, shares, priceWon);
    }

    private void goTo(long ms) {
        core.setMarketTime(0, 1, ms);
    }

    @Test
    void countsBothSidesOfATradeByMemberInvestorAndProgram() {
        place(Side.SELL, 5, 70_000);
        buy(3, 70_000);
        assertEquals(List.of(3L, 0L, 0L, 3L), List.of(view.memberShares(0, KIWOOM, Side.BUY), view.memberShares(0, KIWOOM, Side.SELL),
            view.memberShares(0, FUND_HOUSE, Side.BUY), view.memberShares(0, FUND_HOUSE, Side.SELL)));
        assertEquals(3, view.investorShares(0, InvestorKind.INDIVIDUAL, Side.BUY));
        assertEquals(210_000, view.investorWon(0, InvestorKind.INSTITUTION, Side.SELL));
        assertEquals(0, view.investorShares(0, InvestorKind.FOREIGN, Side.BUY));
        assertEquals(List.of(3L, 210_000L, 0L), List.of(view.programShares(0, Side.SELL), view.programWon(0, Side.SELL),
            view.programShares(0, Side.BUY)));
        core.placeOrder(0, 1, HouseAccount.SCRIPTED_TRADER.id(), CODE, Venue.KRX, Side.BUY, OrderType.MARKET, TimeInForce.DAY, 2, 0);
        assertEquals(5, view.memberShares(0, FUND_HOUSE, Side.SELL));
        assertEquals(2, view.memberShares(0, 0, Side.BUY), "the scripted trader comes through no member");
    }

    @Test
    void isPartOfTheStateAndForgottenWithTheDay() {
        long before = core.stateHash();
        place(Side.SELL, 5, 70_000);
        buy(5, 70_000);
        assertNotEquals(before, core.stateHash());
        var copy = new Brokerage(new EventLog(), ListState.of(core));
        assertEquals(core.stateHash(), copy.stateHash());
        assertEquals(5, copy.view().memberShares(0, KIWOOM, Side.BUY));
        goTo(TradingFloor.OPEN_MS + 4 * TradingCalendar.DAY_MS + MINUTE_MS);
        assertEquals(0, view.memberShares(0, KIWOOM, Side.BUY));
        place(Side.SELL, 1, 70_000);
        buy(1, 70_000);
        assertEquals(1, view.memberShares(0, KIWOOM, Side.BUY), "what an account is stays");
        assertEquals(1, view.programShares(0, Side.SELL));
    }

    @Test
    void refusesMembersThatCannotBe() {
        core.setAccountMember(0, 1, alice(), 0, false);
        core.setAccountMember(0, 1, alice(), CoreCommands.MAX_MEMBER + 1, false);
        core.setAccountMember(0, 1, 0, 1, false);
        assertEquals(List.of("OUT_OF_RANGE", "OUT_OF_RANGE", "UNKNOWN_ACCOUNT"), events.take());
    }

    // -- the sidecar -------------------------------------------------------------------------------------------------------

    @Test
    void keepsProgramOrdersOfOneSideAwayForFiveMinutes() {
        goTo(TradingFloor.OPEN_MS + 5 * MINUTE_MS);
        events.take();
        core.orderSidecar(0, 1, Side.SELL);
        assertEquals(List.of("sidecar SELL begins", "ok 1"), events.take());
        assertEquals(ParticipantDesk.REFUSED, place(Side.SELL, 5, 70_000));
        assertNotEquals(ParticipantDesk.REFUSED, place(Side.BUY, 5, 69_000));
        buy(1, 69_000);
        goTo(TradingFloor.OPEN_MS + 10 * MINUTE_MS);
        assertTrue(events.take().contains("sidecar SELL ends"));
        assertNotEquals(ParticipantDesk.REFUSED, place(Side.SELL, 5, 70_000));
        core.orderSidecar(0, 1, Side.SELL);
        assertEquals(List.of("NOT_IN_THIS_PHASE"), events.take(), "once a day");
    }

    @Test
    void keepsProgramOrdersOfClientsAwayToo() {
        goTo(TradingFloor.OPEN_MS + 5 * MINUTE_MS);
        core.setAccountMember(0, 1, alice(), KIWOOM, true);
        core.orderSidecar(0, 1, Side.BUY);
        events.take();
        buy(1, 69_000);
        assertEquals(List.of("NOT_IN_THIS_PHASE"), events.take());
    }

    @Test
    void comesNeitherInTheFirstFiveMinutesNorInTheLastForty() {
        core.orderSidecar(0, 1, Side.BUY);
        goTo(TradingFloor.OPEN_MS + 350 * MINUTE_MS);
        core.orderSidecar(0, 1, Side.BUY);
        goTo(TradingFloor.OPEN_MS + 4 * TradingCalendar.DAY_MS);
        goTo(TradingFloor.OPEN_MS + 4 * TradingCalendar.DAY_MS + 350 * MINUTE_MS - 1);
        events.take();
        core.orderSidecar(0, 1, Side.BUY);
        assertEquals(List.of("sidecar BUY begins", "ok 1"), events.take(), "14:49:59.999");
    }
}
