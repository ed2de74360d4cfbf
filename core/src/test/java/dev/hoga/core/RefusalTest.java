package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Refusals of orders: each by itself, and doubly wrong commands as data. The precedence is the order of {@link Reject}. */
class RefusalTest {
    private static final long DAY_MS = 86_400_000L;

    private final TradingFloor floor = new TradingFloor();

    @ParameterizedTest
    @CsvSource({
        // account code side type force shares price, and the one right answer
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, 0, 70000, BAD_QUANTITY",
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, -1, 70000, BAD_QUANTITY",
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, 1000000000, 70000, BAD_QUANTITY",
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, 14287, 70000, ORDER_TOO_LARGE 14286",
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, 1, 0, PRICE_REQUIRED",
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, 1, -100, PRICE_REQUIRED",
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, 1, 70050, OFF_TICK",
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, 1, 91100, OUTSIDE_PRICE_LIMITS",
        "ALICE, 005930, KRX, SELL, LIMIT, DAY, 1, 48950, OUTSIDE_PRICE_LIMITS",
        "ALICE, 005930, KRX, BUY, MARKET, DAY, 1, 70000, PRICE_NOT_ALLOWED",
        "ALICE, 005930, KRX, BUY, BEST_COUNTER, DAY, 1, 70000, PRICE_NOT_ALLOWED",
        "ALICE, 005930, KRX, BUY, BEST_OWN, DAY, 1, 1, PRICE_NOT_ALLOWED",
        "ALICE, 005930, NXT, BUY, LIMIT, DAY, 1, 70000, VENUE_NOT_OPEN",
        "ALICE, 005930, SOR, BUY, LIMIT, DAY, 1, 70000, VENUE_NOT_OPEN",
        "NOBODY, 005930, KRX, BUY, LIMIT, DAY, 1, 70000, UNKNOWN_ACCOUNT",
        "TAX_OFFICE, 005930, KRX, BUY, LIMIT, DAY, 1, 70000, UNKNOWN_ACCOUNT",
        "ALICE, 999999, KRX, BUY, LIMIT, DAY, 1, 70000, UNKNOWN_INSTRUMENT",
        // doubly wrong
        "NOBODY, 999999, NXT, BUY, LIMIT, DAY, 0, 0, UNKNOWN_ACCOUNT",
        "ALICE, 999999, NXT, BUY, LIMIT, DAY, 0, 0, UNKNOWN_INSTRUMENT",
        "ALICE, 005930, NXT, BUY, LIMIT, DAY, 0, 0, VENUE_NOT_OPEN",
        "ALICE, 005930, KRX, BUY, BEST_OWN, IOC, 0, 5, BAD_QUANTITY",
        "ALICE, 005930, KRX, BUY, BEST_OWN, FOK, 1, 5, BAD_ORDER_TYPE",
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, 0, 0, BAD_QUANTITY",
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, 10000, 91150, OFF_TICK",
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, 10000, 91100, OUTSIDE_PRICE_LIMITS",
        "ALICE, 005930, KRX, BUY, MARKET, DAY, 10000, 70000, PRICE_NOT_ALLOWED",
        "ALICE, 005930, KRX, BUY, MARKET, DAY, 10000, 0, NOT_ENOUGH_CASH 1098",
        "ALICE, 005930, KRX, BUY, BEST_COUNTER, DAY, 10000, 0, NOT_ENOUGH_CASH 1098",
        "ALICE, 005930, KRX, BUY, BEST_OWN, DAY, 10000, 0, NOT_ENOUGH_CASH 1098",
        "ALICE, 005930, KRX, BUY, LIMIT, DAY, 10000, 70000, NOT_ENOUGH_CASH 1428",
        "ALICE, 005930, KRX, SELL, MARKET, DAY, 1001, 0, NOT_ENOUGH_SHARES 1000",
    })
    void answersTheFirstThatApplies(String who, String code, Venue venue, Side side, OrderType type, TimeInForce timeInForce,
        long shares, long price, String answer) {
        int account = switch (who) {
            case "ALICE" -> floor.alice;
            case "TAX_OFFICE" -> HouseAccount.TAX_OFFICE.id();
            default -> 4_711;
        };
        long before = floor.core.stateHash();
        floor.core.placeOrder(0, 1, account, Code.pack(code), venue, side, type, timeInForce, shares, price);
        assertEquals(List.of(answer), floor.said());
        assertEquals(before, floor.core.stateHash());
    }

    @ParameterizedTest
    @CsvSource({
        // original (1: alice's open order, 2: its cancellation, 3: filled) type shares price
        "9, LIMIT, -1, 0, UNKNOWN_ORDER",
        "2, LIMIT, -1, 0, ORIGINAL_IS_A_CANCEL",
        "1, LIMIT, -1, 0, BAD_QUANTITY",
        "1, MARKET, 99, 69000, PRICE_NOT_ALLOWED",
        "1, LIMIT, 99, 0, PRICE_REQUIRED",
        "1, LIMIT, 99, 69050, OFF_TICK",
        "1, LIMIT, 99, 91100, OUTSIDE_PRICE_LIMITS",
        "1, LIMIT, 99, 69000, AMEND_CHANGES_NOTHING",
        "3, LIMIT, 99, 70000, AMEND_CHANGES_NOTHING",
        "3, LIMIT, 99, 70100, NOTHING_TO_AMEND",
        "1, LIMIT, 99, 69100, MORE_THAN_REMAINS 4",
    })
    void answersTheFirstThatAppliesToAnAmendment(int original, OrderType type, long shares, long price, String answer) {
        floor.buy(floor.alice, 5, 69_000);
        floor.cancel(floor.alice, 1, 1);
        floor.buy(floor.alice, 1, 70_000);
        floor.sell(floor.bob, 1, 70_000);
        floor.said();
        floor.amend(floor.alice, original, type, shares, price);
        assertEquals(List.of(answer), floor.said());
    }

    @ParameterizedTest
    @CsvSource({"9, -1, UNKNOWN_ORDER", "2, -1, ORIGINAL_IS_A_CANCEL", "3, -1, BAD_QUANTITY", "3, 9, NOTHING_TO_CANCEL",
        "1, 9, MORE_THAN_REMAINS 4"})
    void answersTheFirstThatAppliesToACancellation(int original, long shares, String answer) {
        floor.buy(floor.alice, 5, 69_000);
        floor.cancel(floor.alice, 1, 1);
        floor.buy(floor.alice, 1, 70_000);
        floor.sell(floor.bob, 1, 70_000);
        floor.said();
        floor.cancel(floor.alice, original, shares);
        assertEquals(List.of(answer), floor.said());
    }

    static Stream<Arguments> sessions() {
        long openMs = TradingFloor.OPEN_MS;
        long closeMs = openMs + 6 * 3_600_000L + 30 * 60_000L;
        return Stream.of(
            Arguments.of("Friday before half past eight", openMs - 30 * 60_000 - 1, "MARKET_NOT_OPEN"),
            Arguments.of("Friday at half past eight", openMs - 30 * 60_000, null),
            Arguments.of("Friday at nine", openMs, null),
            Arguments.of("Friday before half past three", closeMs - 1, null),
            Arguments.of("Friday before eight in the evening", openMs + 11 * 3_600_000L - 1, null),
            Arguments.of("Friday at eight in the evening", openMs + 11 * 3_600_000L, "MARKET_CLOSED"),
            Arguments.of("Friday before midnight", openMs + 15 * 3_600_000L - 1, "MARKET_CLOSED"),
            Arguments.of("Saturday at midnight", openMs + 15 * 3_600_000L, "NOT_A_TRADING_DAY"),
            Arguments.of("Sunday noon", openMs + 2 * DAY_MS + 3 * 3_600_000L, "NOT_A_TRADING_DAY"),
            Arguments.of("Monday at midnight", openMs + 3 * DAY_MS - 9 * 3_600_000L, "MARKET_NOT_OPEN"),
            Arguments.of("Tuesday, a holiday", openMs + 4 * DAY_MS, "NOT_A_TRADING_DAY"),
            Arguments.of("Wednesday at nine", openMs + 5 * DAY_MS, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void takesOrdersOnlyInTheSession(String when, long marketMs, String answer) {
        var events = new EventLog();
        var core = new Brokerage(events);
        core.listInstrument(0, 1, TradingFloor.CODE, "name", Market.KOSPI, InstrumentKind.STOCK, "", 1, 1, 1, 70_000);
        core.openAccount(0, 1, 1, "name", "hts", 0);
        core.declareHoliday(0, 1, TradingCalendar.day(TradingFloor.OPEN_MS + 4 * DAY_MS));
        core.startClock(0, 1, marketMs, 1, true);
        events.take();
        core.placeOrder(0, 1, HouseAccount.SCRIPTED_TRADER.id(), TradingFloor.CODE, Venue.KRX, Side.BUY, OrderType.LIMIT,
            TimeInForce.DAY, 1, 70_000);
        assertEquals(answer == null ? "NEW #10000001 BUY 1@70000" : answer, events.take().getFirst());
        core.cancelOrder(0, 1, HouseAccount.SCRIPTED_TRADER.id(), TradingFloor.CODE, Venue.KRX,
            OrderTable.FIRST_HOUSE_NUMBER, 0);
        assertEquals(answer == null ? "CANCEL #10000002 of #10000001 root #10000001 BUY 1@70000" : answer,
            events.take().getFirst());
    }

    @Test
    void namesTheSessionBeforeTheHaltAndTheHaltBeforeTheOrder() {
        floor.core.haltInstrument(0, 1, TradingFloor.CODE, true);
        floor.said();
        floor.buy(floor.alice, 0, 0);
        floor.core.setMarketTime(0, 1, TradingFloor.OPEN_MS + 6 * 3_600_000L + 45 * 60_000);
        floor.said();
        floor.buy(floor.alice, 0, 0);
        assertEquals(List.of("MARKET_CLOSED"), floor.said());
    }

    @Test
    void refusesEverythingButItsClockBeforeItsClockHasStarted() {
        var events = new EventLog();
        var core = new Brokerage(events);
        core.setMarketTime(5, 1, 10);
        core.startClock(5, 2, 0, 1, false);
        core.startClock(5, 3, 10, 0, false);
        core.startClock(5, 4, 10, 86_401, false);
        core.startClock(5, 5, TradingCalendar.END_MS, 1, false);
        core.startClock(5, 6, Long.MAX_VALUE, 1, false);
        core.startClock(5, 7, TradingFloor.OPEN_MS, 1, false);
        core.startClock(5, 8, TradingFloor.OPEN_MS, 1, false);
        assertEquals(List.of("BUSY", "OUT_OF_RANGE", "OUT_OF_RANGE", "OUT_OF_RANGE", "OUT_OF_RANGE", "OUT_OF_RANGE",
            "ok " + TradingFloor.OPEN_MS, "ALREADY_EXISTS"), events.take());
    }

    @Test
    void refusesInstrumentsAccountsAndDepositsOutOfRange() {
        long code = Code.pack("1");
        for (int leverage : new int[] {0, 4, -4, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            floor.core.listInstrument(0, 1, code, "", Market.KOSPI, InstrumentKind.ETF, "", 1, 1, leverage, 10_000);
            assertEquals(List.of("OUT_OF_RANGE"), floor.said(), "leverage " + leverage);
        }
        for (long base : new long[] {0, -1, 70_050, 10_001_000, Long.MAX_VALUE}) {
            floor.core.listInstrument(0, 1, code, "", Market.KOSPI, InstrumentKind.STOCK, "", 1, 1, 1, base);
            floor.core.setBasePrice(0, 1, TradingFloor.CODE, base);
            assertEquals(List.of("OUT_OF_RANGE", "OUT_OF_RANGE"), floor.said(), "base " + base);
        }
        floor.core.listInstrument(0, 1, 0, "", Market.KOSPI, InstrumentKind.STOCK, "", 1, 1, 1, 100);
        floor.core.openAccount(0, 1, 10_000_000_000L, "", "", 0);
        floor.core.openAccount(0, 1, 7, "", "", CoreCommands.MAX_FEE_RATE_PPB + 1);
        floor.core.openAccount(0, 1, 7, "n".repeat(101), "", 0);
        floor.core.depositShares(0, 1, floor.alice, TradingFloor.CODE, 1_000_000_000, 0);
        floor.core.depositShares(0, 1, floor.alice, TradingFloor.CODE, 1, 10_000_001);
        assertEquals(List.of("OUT_OF_RANGE", "OUT_OF_RANGE", "OUT_OF_RANGE", "OUT_OF_RANGE", "OUT_OF_RANGE", "OUT_OF_RANGE"),
            floor.said());
    }

    @Test
    void saysNotEnoughBeforeOutOfRangeWhereAWithdrawalIsBoth() {
        floor.core.moveCash(0, 1, floor.alice, Long.MIN_VALUE);
        floor.core.moveCash(0, 1, floor.alice, -100_000_001);
        floor.core.moveCash(0, 1, floor.alice, Long.MAX_VALUE);
        floor.core.moveCash(0, 1, floor.alice, -100_000_000);
        assertEquals(List.of("NOT_ENOUGH_CASH", "NOT_ENOUGH_CASH", "OUT_OF_RANGE", "ok 0"), floor.said());
    }

    @Test
    void changesABasePriceOnlyWhileNothingHappenedToday() {
        floor.buy(floor.alice, 1, 70_000);
        floor.said();
        floor.core.setBasePrice(0, 1, TradingFloor.CODE, 80_000);
        floor.cancel(floor.alice, 1, 0);
        floor.core.setBasePrice(0, 1, TradingFloor.CODE, 80_000);
        assertEquals(List.of("TRADED_TODAY", "CANCEL #2 of #1 root #1 BUY 1@70000", "CANCELLED #1 1 left 0", "ok 0"), floor.said());
        assertEquals(104_000, floor.view.upperLimitWon(0));
        assertEquals(80_000, floor.view.lastPriceWon(0));
        floor.lastPrice(80_100);
        floor.core.setBasePrice(0, 1, TradingFloor.CODE, 70_000);
        assertEquals(List.of("TRADED_TODAY"), floor.said());
    }

    @Test
    void hasNoNumberAfterTheLastOfSevenDigits() {
        var accounts = new AccountTable();
        var holdings = new HoldingTable(accounts);
        var orders = new OrderTable();
        var instruments = new InstrumentTable();
        var events = new EventLog();
        var deposits = new DepositTable(accounts, new Outbox());
        var lent = new LentTable(deposits);
        var loans = new LoanTable();
        var trades = new DayTradeTable(accounts, holdings);
        var tallies = new TallyTable();
        var foreignCash = new ForeignCash();
        var foreignLedger = new ForeignLedger(foreignCash, holdings, orders, new Outbox(), events);
        var foreignDesk = new ForeignDesk(accounts, deposits, foreignCash, new Outbox(), events);
        var ledger = new Ledger(accounts, deposits, holdings, lent, loans, trades, orders, tallies, new Outbox(), events, foreignLedger);
        var indices = new IndexBoard(instruments, events);
        var book = new OrderBook(orders, accounts, ledger, indices, events);
        var roll = new DayRoll(instruments, accounts, deposits, holdings, lent, loans, trades, orders, ledger, indices, tallies, new Outbox(),
            foreignCash, foreignLedger);
        var day = new MarketDay(instruments, orders, book, roll, indices, new Outbox(), foreignDesk, events);
        var desk = new OrderDesk(instruments, accounts, holdings, loans, orders, ledger, book, day, events);
        day.wakes(new Participants.Nobody(), new ForcedSales(instruments, accounts, deposits, holdings, loans, ledger, desk, day));
        var share = new Instrument(0, TradingFloor.CODE, "", Market.KOSPI, InstrumentKind.STOCK, "", 1, 1, 1);
        share.base(70_000, 20_777);
        instruments.add(share);
        int client = accounts.open(1, "", "", 0);
        accounts.transfer(HouseAccount.OUTSIDE.id(), client, 1_000_000);
        day.start(TradingFloor.OPEN_MS, 1, false);
        day.advance(0);
        orders.lastClientNumber = OrderTable.LAST_CLIENT_NUMBER - 2;
        for (int i = 0; i < 2; i++) {
            desk.place(1, client, share.code, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 69_000);
        }
        desk.place(1, client, share.code, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 69_000);
        desk.amend(1, client, share.code, Venue.KRX, OrderTable.LAST_CLIENT_NUMBER, OrderType.LIMIT, 0, 69_100);
        desk.cancel(1, client, share.code, Venue.KRX, OrderTable.LAST_CLIENT_NUMBER, 0);
        desk.place(1, HouseAccount.SCRIPTED_TRADER.id(), share.code, Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, 1,
            69_000);
        assertEquals(List.of("NEW #9999998 BUY 1@69000", "NEW #9999999 BUY 1@69000", "ORDER_NUMBERS_EXHAUSTED",
            "ORDER_NUMBERS_EXHAUSTED", "ORDER_NUMBERS_EXHAUSTED", "NEW #10000001 SELL 1@69000",
            "fill #9999998 1@69000 left 0", "fill #10000001 1@69000 left 0"), events.take());
    }

    @Test
    void takesNoOrderThatCouldOverflowADaysTurnover() {
        long code = Code.pack("BIG");
        floor.listWithoutQuoteSize(code, 9_000_000);
        int house = TradingFloor.SCRIPTED;
        floor.core.placeOrder(0, 1, house, code, Venue.KRX, Side.SELL, OrderType.LIMIT, TimeInForce.DAY, 800_000_000, 9_000_000);
        floor.core.placeOrder(0, 1, house, code, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 800_000_000, 9_000_000);
        floor.said();
        floor.core.placeOrder(0, 1, house, code, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 800_000_000, 9_000_000);
        floor.core.placeOrder(0, 1, house, code, Venue.KRX, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 1, 9_000_000);
        assertEquals(List.of("ORDER_NUMBERS_EXHAUSTED", "NEW #10000003 BUY 1@9000000"), floor.said());
    }
}
